/**
 * Deeds about the private group of partners: a link for one person, taken back, and somebody shown out. The
 * bot must be an administrator with the rights to invite and to ban (`can_invite_users`,
 * `can_restrict_members`).
 */
import type { RawApi } from 'grammy'
import {
  DeliveryError,
  type InviteDeed,
  type Performed,
  type RevokeDeed,
  type ShowOutDeed,
} from '../../interaction/platform.js'
import { asSignal } from './client.js'
import { descriptionOf } from './failure.js'
import { object, string } from './native.js'

type Inviting = Pick<RawApi, 'createChatInviteLink'>
type Revoking = Pick<RawApi, 'revokeChatInviteLink'>
type Showing = Pick<RawApi, 'getChatMember' | 'unbanChatMember' | 'banChatMember'>

/** Whoever comes is one, and nobody after them. The name tells admins of the group whose links these are. */
export async function invite(
  api: Inviting,
  { chat, invite: number, until }: InviteDeed,
  signal: AbortSignal,
): Promise<Performed> {
  const wish = {
    chat_id: Number(chat),
    name: `invite ${number}`,
    expire_date: Math.floor(until / 1000),
    member_limit: 1,
  }
  const link = string(object(await api.createChatInviteLink(wish, asSignal(signal)))?.invite_link)
  if (!link) throw new DeliveryError({ kind: 'unknown', detail: 'an invitation without a link' })
  return { outcome: 'done', link }
}

/** What Telegram says of a link that leads nowhere any more. */
const OVER = /INVITE_HASH_(?:EXPIRED|INVALID|EMPTY)|INVITE_REVOKED_MISSING/i

export async function revoke(
  api: Revoking,
  { chat, link }: RevokeDeed,
  signal: AbortSignal,
): Promise<Performed> {
  try {
    await api.revokeChatInviteLink({ chat_id: Number(chat), invite_link: link }, asSignal(signal))
  } catch (error) {
    if (!OVER.test(descriptionOf(error) ?? '')) throw error
  }
  return { outcome: 'done' }
}

/** A basic group knows no unbanning: to ban somebody there is to show them out, and no more. */
const BASIC = /method is available for supergroup/i

/** Shown out and not banned: with another invitation they can come back. */
export async function showOut(
  api: Showing,
  { chat, account }: ShowOutDeed,
  signal: AbortSignal,
): Promise<Performed> {
  const ids = { chat_id: Number(chat), user_id: Number(account) }
  const member = object(await api.getChatMember(ids, asSignal(signal)))
  const status = string(member?.status)
  if (status === 'left' || status === 'kicked') return { outcome: 'absent' }
  if (status === 'restricted' && member?.is_member !== true) return { outcome: 'absent' }
  if (status === 'creator' || status === 'administrator') return { outcome: 'above' }
  try {
    await api.unbanChatMember(ids, asSignal(signal))
  } catch (error) {
    if (!BASIC.test(descriptionOf(error) ?? '')) throw error
    await api.banChatMember(ids, asSignal(signal))
  }
  return { outcome: 'done' }
}
