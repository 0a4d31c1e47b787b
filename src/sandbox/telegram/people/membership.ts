/** People coming and going, and what Telegram tells the bot about it. */

import { unixTime } from '../../clock.js'
import type { Outcome, Person } from '../../contract.js'
import { deliver, memberQueue, ownQueue } from '../delivery.js'
import { fromGroup, postMessage } from '../messages.js'
import type { ChatMember, User } from '../native.js'
import { botUser, chatObject, linkObject, memberObject, userById, userOf } from '../objects.js'
import {
  type ChatState,
  emptyChat,
  type InviteLink,
  isAdmin,
  isPresent,
  type Standing,
  standingOf,
} from '../state.js'
import type { World } from '../world.js'
import { impossible, NOTHING } from './outcomes.js'
import { chatOfRoom, privateChat } from './rooms.js'

/** `room` may also be one of the chat's invite links. */
export function join(world: World, person: Person, room: string): Outcome {
  const invited = findLink(world, room)
  const chat = invited?.chat ?? chatOfRoom(world, room)
  if (!chat || chat.type === 'private' || chat.migratedTo !== undefined)
    return impossible({ code: 'no-group' })
  const standing = standingOf(chat, person.telegram.id)
  if (isPresent(standing)) return impossible({ code: 'in-group-already', name: person.name })
  if (standing === 'kicked') return impossible({ code: 'banned', name: person.name })
  if (invited && isSpent(world, invited.link)) return impossible({ code: 'invite-expired' })
  if (invited) invited.link.joined++
  const user = userOf(person)
  change(world, chat, person, 'member', user, invited?.link)
  deliver(world, chat, 'message', postMessage(world, chat, { from: user, new_chat_members: [user] }))
  return NOTHING
}

function findLink(world: World, room: string): { chat: ChatState; link: InviteLink } | undefined {
  if (!room.startsWith('https://t.me/')) return undefined
  for (const chat of world.chats.values()) {
    const link = chat.links.find((candidate) => candidate.link === room)
    if (link) return { chat, link }
  }
  return undefined
}

function isSpent(world: World, link: InviteLink): boolean {
  const isLate = link.expires !== undefined && link.expires <= unixTime(world.clock)
  return link.isRevoked === true || isLate || (link.limit !== undefined && link.joined >= link.limit)
}

export function leave(world: World, person: Person, room: string): Outcome {
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') return impossible({ code: 'no-group' })
  if (!isPresent(standingOf(chat, person.telegram.id)))
    return impossible({ code: 'not-in-group', name: person.name })
  const user = userOf(person)
  change(world, chat, person, 'left', user)
  deliver(world, chat, 'message', postMessage(world, chat, { from: user, left_chat_member: user }))
  return NOTHING
}

/** The bot shows somebody out, for good or so that they can come back. */
export function showOut(
  world: World,
  chat: ChatState,
  person: Person,
  { by, standing }: { by: User; standing: 'kicked' | 'left' },
): void {
  const wasPresent = isPresent(standingOf(chat, person.telegram.id))
  change(world, chat, person, standing, by)
  if (!wasPresent) return
  const left = userOf(person)
  deliver(world, chat, 'message', postMessage(world, chat, { from: by, left_chat_member: left }))
}

/** Changes a standing and tells the bot, which hears of it only as an administrator that asked for it. */
function change(
  world: World,
  chat: ChatState,
  person: Person,
  standing: Standing,
  by: User,
  link?: InviteLink,
  anonymous?: boolean,
): void {
  const id = person.telegram.id
  const before = memberObject(world, chat, id)
  const { tag, cameBy } = chat.members.get(id) ?? {}
  const way = link?.link ?? cameBy
  chat.members.set(id, {
    standing,
    ...(anonymous ? { anonymous } : {}),
    ...(tag ? { tag } : {}),
    ...(way && isPresent(standing) ? { cameBy: way } : {}),
  })
  // A link's limit is of those who are in by it now.
  const left = isPresent(standing) ? undefined : chat.links.find((one) => one.link === cameBy)
  if (left) left.joined--
  if (!isAdmin(chat.bot)) return
  const update = changed(world, chat, by, before, memberObject(world, chat, id))
  const invite = link ? { invite_link: linkObject(world, link) } : {}
  world.updates.push('chat_member', { ...update, ...invite }, memberQueue(id))
}

function changed(world: World, chat: ChatState, from: User, before: ChatMember, after: ChatMember): object {
  return {
    chat: chatObject(world, chat),
    from,
    date: unixTime(world.clock),
    old_chat_member: before,
    new_chat_member: after,
  }
}

export interface Promotion {
  by: Person
  standing: 'administrator' | 'member'
  anonymous?: boolean
}

/** Makes someone an administrator or an ordinary member again. */
export function promote(world: World, person: Person, room: string, promotion: Promotion): Outcome {
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') return impossible({ code: 'no-group' })
  if (!isAdmin(standingOf(chat, promotion.by.telegram.id))) return impossible({ code: 'admins-only' })
  const standing = standingOf(chat, person.telegram.id)
  if (!isPresent(standing)) return impossible({ code: 'not-in-group', name: person.name })
  if (standing === 'creator') return impossible({ code: 'owner-stays' })
  change(world, chat, person, promotion.standing, userOf(promotion.by), undefined, promotion.anonymous)
  return NOTHING
}

/** Changes the bot's own standing in a group and tells it: promoted, demoted, removed, added again. */
export function setBot(
  world: World,
  by: Person,
  room: string,
  standing: Standing,
  lacks: string[] = [],
): Outcome {
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') return impossible({ code: 'no-group' })
  const wasPresent = isPresent(chat.bot)
  moveBot(world, chat, userOf(by), standing, lacks)
  const bot = botUser(world)
  const from = userOf(by)
  if (wasPresent && !isPresent(standing)) {
    deliver(world, chat, 'message', postMessage(world, chat, { from, left_chat_member: bot }))
  } else if (!wasPresent && isPresent(standing)) {
    deliver(world, chat, 'message', postMessage(world, chat, { from, new_chat_members: [bot] }))
  }
  return NOTHING
}

export function moveBot(
  world: World,
  chat: ChatState,
  by: User,
  standing: Standing,
  lacks: string[] = [],
): void {
  const before = memberObject(world, chat, world.bot.id)
  chat.bot = standing
  chat.botLacks = lacks
  const after = memberObject(world, chat, world.bot.id)
  world.updates.push('my_chat_member', changed(world, chat, by, before, after), ownQueue(chat.id))
}

/** Blocks the bot, or lets it write again. */
export function setBlocked(world: World, person: Person, blocked: boolean): Outcome {
  const chat = privateChat(world, person)
  if (chat.bot === 'left') return impossible({ code: 'never-started' })
  const standing = blocked ? 'kicked' : 'member'
  if (chat.bot === standing) return impossible({ code: blocked ? 'bot-blocked' : 'not-blocked' })
  moveBot(world, chat, userOf(person), standing)
  return NOTHING
}

/** Deletes the person's account, or undoes that: their private chat takes nothing any more. */
export function setDeactivated(world: World, person: Person, isDeactivated: boolean): void {
  privateChat(world, person).isDeactivated = isDeactivated
}

/** Lets only administrators write in a group, or everybody again. Throws where there is no such group. */
export function setMuted(world: World, room: string, isMuted: boolean): void {
  groupOf(world, room).isMuted = isMuted
}

/** Closes a topic of a forum, or opens it again. Throws where there is no such topic. */
export function setTopicClosed(world: World, room: string, thread: number, isClosed: boolean): void {
  const topic = groupOf(world, room).topics.find(({ id }) => id === thread)
  if (!topic) throw new Error(`${room} has no topic ${thread}`)
  topic.isClosed = isClosed
}

function groupOf(world: World, room: string): ChatState {
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') throw new Error(`${room} is no group`)
  return chat
}

/** First id of groups that have become supergroups. */
const MIGRATED_FIRST = -1_002_000_000_001

/** Turns a basic group into a supergroup with a new id; both sides say so in a service message. */
export function migrate(world: World, room: string): { from: number; to: number } {
  const old = chatOfRoom(world, room)
  if (old?.type !== 'group' || old.migratedTo !== undefined) throw new Error(`${room} is no basic group`)
  let to = MIGRATED_FIRST
  while (world.chats.has(to)) to--
  const fresh = emptyChat({
    ...old,
    id: to,
    type: 'supergroup',
    messages: new Map(),
    ephemerals: new Map(),
    pinned: [],
  })
  fresh.members = new Map(old.members)
  world.chats.set(to, fresh)
  const owner = userById(world, ownerOf(world, old)?.telegram.id ?? 0)
  deliver(world, old, 'message', postMessage(world, old, { from: owner, migrate_to_chat_id: to }))
  deliver(
    world,
    fresh,
    'message',
    postMessage(world, fresh, { ...fromGroup(world, fresh), migrate_from_chat_id: old.id }),
  )
  old.migratedTo = to
  return { from: old.id, to }
}

/** Who made the group, where anybody of the community did. */
export function ownerOf(world: World, chat: ChatState): Person | undefined {
  const owner = [...chat.members].find(([, { standing }]) => standing === 'creator')?.[0]
  return owner === undefined ? undefined : world.community.byTelegram(owner)
}
