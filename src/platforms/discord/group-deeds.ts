/**
 * Deeds about the private channel of partners: a link for one person, and taken back. Nobody is shown out:
 * what lets somebody see the channel is the partner role, which goes by itself.
 */
import { DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js'
import {
  DeliveryError,
  type InviteDeed,
  type Performed,
  type RevokeDeed,
} from '../../interaction/platform.js'
import { record, string } from './raw.js'

/** Seven days. Source: Discord documentation, Create Channel Invite. */
const AGE_LIMIT_S = 604_800
/** Characters of a code; a little more than one has. */
const CODE_LIMIT = 64
const INVITES = 'https://discord.gg/'
/** In the server's record of changes. */
const REASON = 'Partner programme'

/** `unique`: never a link that there is already, which might be another's. */
export async function invite(
  rest: REST,
  { chat, until }: InviteDeed,
  { now, signal }: { now: number; signal: AbortSignal },
): Promise<Performed> {
  const age = Math.min(Math.floor((until - now) / 1000), AGE_LIMIT_S)
  // Zero would be for ever.
  if (age < 1) return { outcome: 'unable' }
  const body = { max_age: age, max_uses: 1, unique: true }
  const made = record(await rest.post(Routes.channelInvites(chat), { body, signal, reason: REASON }))
  const code = string(made?.code, CODE_LIMIT)
  if (!code) throw new DeliveryError({ kind: 'unknown', detail: 'an invitation without a code' })
  return { outcome: 'done', link: `${INVITES}${code}` }
}

export async function revoke(rest: REST, { link }: RevokeDeed, signal: AbortSignal): Promise<Performed> {
  try {
    await rest.delete(Routes.invite(link.replace(INVITES, '')), { signal, reason: REASON })
  } catch (error) {
    if (!(error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInvite)) throw error
  }
  return { outcome: 'done' }
}
