/**
 * Deeds on Telegram: what is done about the group of partners, and the tag of a member. An ordinary member's
 * tag is set with setChatMemberTag; of an administrator it is the title, which only whoever made them one may
 * change, so it stays as it is.
 */
import type { RawApi } from 'grammy'
import {
  DELIVERY_MS,
  DeliveryError,
  type Performed,
  type TagDeed,
  type Task,
} from '../../interaction/platform.js'
import { byDeadline } from '../../kit/deadline.js'
import type { World } from '../../kit/world.js'
import { asSignal } from './client.js'
import { descriptionOf, failureOf } from './failure.js'
import { invite, revoke, showOut } from './group-deeds.js'
import { object, string } from './native.js'

type Api = Pick<
  RawApi,
  | ('getChatMember' | 'setChatMemberTag' | 'createChatInviteLink' | 'revokeChatInviteLink')
  | ('unbanChatMember' | 'banChatMember')
>
type Own = Exclude<Task['deed'], { do: 'role' }>

export function createPerform(api: Api, world: Pick<World, 'after'>): (task: Task) => Promise<Performed> {
  return async ({ deed }) => {
    if (deed.do === 'role') throw new DeliveryError({ kind: 'invalid', detail: `Telegram has no ${deed.do}` })
    return byDeadline(DELIVERY_MS, world, (signal) => following(api, deed, signal))
  }
}

/** In the supergroup that a group has become, too. */
async function following(api: Api, deed: Own, signal: AbortSignal): Promise<Performed> {
  try {
    return await does(api, deed, signal)
  } catch (error) {
    if (error instanceof DeliveryError) throw error
    const outcome = outcomeOf(error)
    if (outcome) return { outcome }
    const failure = failureOf(error)
    if (failure.kind === 'moved' && failure.to !== deed.chat)
      return following(api, { ...deed, chat: failure.to }, signal)
    throw new DeliveryError(failure)
  }
}

function does(api: Api, deed: Own, signal: AbortSignal): Promise<Performed> {
  switch (deed.do) {
    case 'tag':
      return setTag(api, deed, signal)
    case 'invite':
      return invite(api, deed, signal)
    case 'revoke':
      return revoke(api, deed, signal)
    case 'show-out':
      return showOut(api, deed, signal)
  }
}

async function setTag(api: Api, deed: TagDeed, signal: AbortSignal): Promise<Performed> {
  const { tag, ours } = deed
  const ids = { chat_id: Number(deed.chat), user_id: Number(deed.account) }
  const member = object(await api.getChatMember(ids, asSignal(signal)))
  const status = string(member?.status)
  if (status === 'left' || status === 'kicked') return { outcome: 'absent' }
  if (status === 'restricted' && member?.is_member !== true) return { outcome: 'absent' }
  if (status === 'creator' || status === 'administrator') return { outcome: 'foreign' }
  const there = string(member?.tag) ?? ''
  if (there === tag) return { outcome: 'done' }
  if (there !== '' && !ours.includes(there)) return { outcome: tag === '' ? 'done' : 'foreign' }
  await api.setChatMemberTag({ ...ids, tag }, asSignal(signal))
  return { outcome: 'done' }
}

/** Texts: server, Client.cpp, and the errors of Telegram's own API that it passes on. */
const NO_RIGHT = /CHAT_ADMIN_REQUIRED|not enough rights|need administrator rights|have no rights/i
const ABSENT = /USER_NOT_PARTICIPANT|PARTICIPANT_ID_INVALID|user not found|USER_ID_INVALID/i
const AWAY = /chat not found|bot was kicked|bot is not a member/i
const UNABLE =
  /method (?:is available|not found)|TAG_EMOJI_NOT_ALLOWED|TAG_INVALID|EXPIRE_DATE_INVALID|INVITES_TOO_MUCH/i
const ABOVE = /is an administrator|USER_ADMIN_INVALID|can't remove chat owner/i

/** A definite no, which no repetition changes; undefined for everything else. */
function outcomeOf(error: unknown): Performed['outcome'] | undefined {
  const said = descriptionOf(error)
  if (said === undefined) return undefined
  if (ABSENT.test(said)) return 'absent'
  if (AWAY.test(said)) return 'away'
  if (ABOVE.test(said)) return 'above'
  if (NO_RIGHT.test(said)) return 'no-right'
  return UNABLE.test(said) ? 'unable' : undefined
}
