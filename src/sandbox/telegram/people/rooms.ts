/** Places people look at. */
import type { Person, Room, RoomFlag } from '../../contract.js'
import { asShown } from '../messages.js'
import type { Message } from '../native.js'
import { profileText } from '../profile.js'
import { type ChatState, emptyChat, HISTORY_SHOWN, isPresent, type Standing, standingOf } from '../state.js'
import type { World } from '../world.js'

/** The chat with this room id; a private chat comes into being when it is first looked at. */
export function chatOfRoom(world: World, room: string): ChatState | undefined {
  const id = Number(room)
  const known = world.chats.get(id)
  if (known) return known
  const person = world.community.byTelegram(id)
  return person ? privateChat(world, person) : undefined
}

export function privateChat(world: World, person: Person): ChatState {
  const id = person.telegram.id
  const known = world.chats.get(id)
  if (known) return known
  const chat = emptyChat({ id, type: 'private', title: person.name, bot: 'left' })
  world.chats.set(id, chat)
  return chat
}

/** Whether the person is in the room now. */
export function isInRoom(chat: ChatState, person: Person): boolean {
  if (chat.type === 'private') return chat.id === person.telegram.id
  return isPresent(standingOf(chat, person.telegram.id))
}

/** Groups first, topic by topic in a forum; the private chat with the bot last. */
export function roomsOf(world: World, person: Person): Room[] {
  const groups = [...world.chats.values()].filter(
    (chat) => chat.type !== 'private' && chat.migratedTo === undefined && isInRoom(chat, person),
  )
  const own: Room = {
    id: String(person.telegram.id),
    title: profileText(world.profile.names, person.language) || world.bot.name,
    kind: 'private',
    members: 2,
    ...flagged(flagsOfOwn(world.chats.get(person.telegram.id))),
  }
  return [...groups.flatMap((chat) => roomsOfGroup(chat, person)), own]
}

function roomsOfGroup(chat: ChatState, person: Person): Room[] {
  const room: Room = { id: String(chat.id), title: chat.title, kind: 'group', members: memberCount(chat) }
  const flags = flagsOfGroup(chat, standingOf(chat, person.telegram.id))
  if (chat.topics.length === 0) return [{ ...room, ...flagged(flags) }]
  return chat.topics.map((topic) => ({
    ...room,
    title: `${chat.title} · ${topic.title}`,
    thread: String(topic.id),
    ...flagged(topic.isClosed ? [...flags, 'closed'] : flags),
  }))
}

const flagged = (flags: RoomFlag[]): Pick<Room, 'flags'> => (flags.length > 0 ? { flags } : {})

/** A chat that nobody has looked at yet was never begun. */
function flagsOfOwn(chat: ChatState | undefined): RoomFlag[] {
  const { bot = 'left', isDeactivated = false } = chat ?? {}
  return those({ 'not-begun': bot === 'left', blocked: bot === 'kicked', deleted: isDeactivated })
}

function flagsOfGroup({ bot, isMuted = false, type }: ChatState, standing: Standing): RoomFlag[] {
  return those({
    owner: standing === 'creator',
    admin: standing === 'administrator',
    'bot-out': !isPresent(bot),
    'bot-member': bot === 'member',
    muted: isMuted,
    basic: type === 'group',
  })
}

const those = (flags: Partial<Record<RoomFlag, boolean>>): RoomFlag[] =>
  (Object.keys(flags) as RoomFlag[]).filter((flag) => flags[flag])

/** People recorded as members, those without a name, and the bot if it is there. */
export function memberCount(chat: ChatState): number {
  const people = [...chat.members.values()].filter(({ standing }) => isPresent(standing)).length
  return people + (chat.unnamed ?? 0) + (isPresent(chat.bot) ? 1 : 0)
}

/** The newest messages the person sees, oldest first; ephemeral ones only for whom they are. */
export function historyOf(world: World, chat: ChatState, person: Person, limit: number): Message[] {
  const own = [...chat.ephemerals.values()].filter((ephemeral) => ephemeral.person === person.telegram.id)
  const replaced = new Map(own.filter((e) => e.replaces !== undefined).map((e) => [e.replaces, e.message]))
  const beside = own
    .filter((e) => e.replaces === undefined || !chat.messages.has(e.replaces))
    .map((e) => e.message)
  const shared = [...chat.messages.values()].map(
    (message) => replaced.get(message.message_id) ?? asShown(world, message),
  )
  const all = beside.length === 0 ? shared : [...shared, ...beside].sort((a, b) => a.date - b.date)
  return all.slice(-Math.min(limit, HISTORY_SHOWN))
}
