/** Invite links. */

import { unixTime } from '../../clock.js'
import { needRight } from '../access.js'
import { clamped, flag, integer, text } from '../args.js'
import type { Call } from '../calls.js'
import { linkObject } from '../objects.js'
import { badRequest } from '../refusal.js'
import type { InviteLink } from '../state.js'

/** Characters of a link's name, people who may come by it [Bot API createChatInviteLink]. */
const NAME_LENGTH = 32
const MEMBER_LIMIT = 99_999

export function createChatInviteLink(call: Call): object {
  const { world, args } = call
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest("can't invite members to a private chat")
  needRight(chat, 'can_invite_users', 'not enough rights to manage chat invite link')
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
