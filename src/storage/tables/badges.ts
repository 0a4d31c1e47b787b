/** What the platforms show of partners, as far as it was done by us. */
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import { type PeopleTables, PLATFORMS } from './people.js'

/** `asked`: on its way; `on`, `off`: so it is; the rest as a deed ends, see `storage/deed.ts`. */
const BADGE_STATES = [
  'asked',
  'on',
  'off',
  'absent',
  'foreign',
  'no-right',
  'above',
  'unknown',
  'away',
  'unable',
] as const

export function defineBadges(
  c: Columns,
  { members }: Pick<PeopleTables, 'members'>,
  { partners }: Pick<ApplicationTables, 'partners'>,
) {
  const badges = c.table(
    'badges',
    {
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      /** Natively: a Discord server, a Telegram supergroup. */
      place: c.text('place').notNull(),
      /** The id of a role; `tag`. */
      badge: c.text('badge').notNull(),
      account: c.text('account').notNull(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      /** What is to be there: `role`, the words of a tag; empty: nothing. */
      wanted: c.text('wanted').notNull(),
      /** What we know that we put there; empty: nothing. */
      shown: c.text('shown').notNull().default(''),
      state: c.oneOf('state', BADGE_STATES).notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'badges_once', columns: [t.platform, t.place, t.badge, t.account] }),
      c.index('badges_member').on(t.member),
      c.check('badges_platform', oneOfThese(t.platform, PLATFORMS)),
      c.check('badges_state', oneOfThese(t.state, BADGE_STATES)),
    ],
  )
  const badgeChecks = c.table('badge_checks', {
    partner: c
      .count('partner')
      .primaryKey()
      .references(() => partners.id),
    /** The partner as last looked at. */
    version: c.count('version').notNull(),
    tier: c.text('tier').notNull(),
    /** Digest of what the programme shows. */
    policy: c.text('policy').notNull(),
    /** To be held against the platforms anew. */
    stale: c.flag('stale').notNull(),
  })
  return { badges, badgeChecks }
}
