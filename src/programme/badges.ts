/**
 * What the platforms show of partners: roles of Discord servers, tags of Telegram supergroups. A programme
 * without this section shows nothing.
 */
import { z } from 'zod'
import type { Programme } from './programme.js'
import { identifier, refuseTwice } from './words.js'

const snowflake = z.string().regex(/^[0-9]{5,20}$/, 'an id of Discord such as "800000000000001102"')

const role = z.strictObject({
  /** The server. */
  guild: snowflake,
  role: snowflake,
  /** Of partners of this tier alone; left out: of every partner. */
  tier: identifier.optional(),
})

/** Telegram takes up to 16 characters and no emoji (Bot API, setChatMemberTag). */
const tag = z
  .string()
  .regex(/^(?!.*\p{Extended_Pictographic})\S(.{0,14}\S)?$/u, 'up to 16 characters without emoji')

const tagged = z.strictObject({
  /** The supergroup. */
  chat: z.string().regex(/^-100[0-9]{5,16}$/, 'the id of a supergroup such as "-1001234567890"'),
  tag,
  /** Instead of the tag of every partner, for this tier. */
  tier: identifier.optional(),
})

export const badgesSchema = z.strictObject({
  discord: z
    .array(role)
    .max(50)
    .default([])
    .superRefine((roles, context) =>
      refuseTwice(
        'the role',
        roles.map(({ guild, role: id }) => `${guild}/${id}`),
        context,
      ),
    ),
  telegram: z
    .array(tagged)
    .max(50)
    .default([])
    .superRefine((tags, context) =>
      refuseTwice(
        'the tag of',
        tags.map(({ chat, tier }) => (tier === undefined ? chat : `${chat}/${tier}`)),
        context,
      ),
    ),
})
export type BadgePolicy = z.infer<typeof badgesSchema>

/** Tiers that the programme does not have. */
export function checkBadges(
  { badges, tiers }: Pick<Programme, 'badges' | 'tiers'>,
  wrong: (path: PropertyKey[], message: string) => void,
): void {
  for (const platform of ['discord', 'telegram'] as const) {
    for (const [at, { tier }] of badges[platform].entries()) {
      if (tier === undefined || tiers?.list.some(({ id }) => id === tier)) continue
      wrong(['badges', platform, at, 'tier'], `names the tier "${tier}", which is not in tiers.list`)
    }
  }
}
