/** Invite links, and who is shown out. */

import { unixTime } from '../../clock.js'
import { needRight } from '../access.js'
import { clamped, flag, integer, text } from '../args.js'
import type { Call } from '../calls.js'
import { botUser, linkObject } from '../objects.js'
import { showOut } from '../people/membership.js'
import { badRequest } from '../refusal.js'
import { type InviteLink, isAdmin, isPresent, type Standing, standingOf } from '../state.js'

/** Characters of a link's name, people who may come by it [Bot API createChatInviteLink]. */
const NAME_LENGTH = 32
const MEMBER_LIMIT = 99_999
const LINK_RIGHTS = 'not enough rights to manage chat invite link'

export function createChatInviteLink(call: Call): object {
  const { world, args } = call
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest("can't invite members to a private chat")
  needRight(chat, 'can_invite_users', LINK_RIGHTS)
  const name = text(args, 'name')
  if ([...name].length > NAME_LENGTH) throw badRequest('INVITE_TITLE_TOO_LONG')
  const expires = integer(args, 'expire_date')
  if (expires !== 0 && expires <= unixTime(world.clock)) throw badRequest('EXPIRE_DATE_INVALID')
  const limit = clamped(args, 'member_limit', 0, 0, MEMBER_LIMIT + 1)
  const byRequest = flag(args, 'creates_join_request')
  if (limit > MEMBER_LIMIT || (limit > 0 && byRequest)) throw badRequest('USAGE_LIMIT_INVALID')
  const link: InviteLink = {
    link: `https://t.me/+SANDBOX${Math.abs(chat.id).toString(36)}x${chat.links.length + 1}`,
    ...(name ? { name } : {}),
    ...(expires ? { expires } : {}),
    ...(limit ? { limit } : {}),
    byRequest,
    joined: 0,
  }
  chat.links.push(link)
  return linkObject(world, link)
}

/** A link of this chat, revoked or not; one that was revoked before cannot be again. */
export function revokeChatInviteLink(call: Call): object {
  const { world, args } = call
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest("can't invite members to a private chat")
  needRight(chat, 'can_invite_users', LINK_RIGHTS)
  const link = chat.links.find((one) => one.link === text(args, 'invite_link'))
  if (!link || link.isRevoked) throw badRequest('INVITE_HASH_EXPIRED')
  link.isRevoked = true
  return linkObject(world, link)
}

/** Whoever is shown out of a basic group can come back with a link. */
export function banChatMember(call: Call): true {
  const { chat, person, standing } = target(call)
  if (chat.type === 'private') throw badRequest("can't ban members in private chats")
  needRight(chat, 'can_restrict_members', MEMBER_RIGHTS)
  refuseAdmin(standing)
  const isBasic = chat.type === 'group'
  if (isBasic && !isPresent(standing)) throw badRequest('USER_NOT_PARTICIPANT')
  showOut(call.world, chat, person, { by: botUser(call.world), standing: isBasic ? 'left' : 'kicked' })
  return true
}

/** "By default, this method guarantees that after the call the user is not a member of the chat." */
export function unbanChatMember(call: Call): true {
  const { chat, person, standing } = target(call)
  if (chat.type !== 'supergroup')
    throw badRequest('method is available for supergroup and channel chats only')
  needRight(chat, 'can_restrict_members', MEMBER_RIGHTS)
  if (standing === 'left' || (flag(call.args, 'only_if_banned') && standing !== 'kicked')) return true
  refuseAdmin(standing)
  const by = botUser(call.world)
  // Telegram removes by banning for a moment, and tells of both.
  if (standing !== 'kicked') showOut(call.world, chat, person, { by, standing: 'kicked' })
  showOut(call.world, chat, person, { by, standing: 'left' })
  return true
}

const MEMBER_RIGHTS = 'not enough rights to restrict/unrestrict chat member'

function target(call: Call) {
  const { world, args } = call
  const user = integer(args, 'user_id')
  if (user <= 0) throw badRequest('Invalid user_id specified')
  const chat = call.chat()
  if (user === world.bot.id) throw badRequest("can't restrict self")
  const person = world.community.byTelegram(user)
  if (!person) throw badRequest('PARTICIPANT_ID_INVALID')
  return { chat, person, standing: standingOf(chat, user) }
}

function refuseAdmin(standing: Standing): void {
  if (standing === 'creator') throw badRequest("can't remove chat owner")
  if (isAdmin(standing)) throw badRequest('user is an administrator of the chat')
}
