/**
 * Messages coming into being, changing and going: stored in the chat, shown on the page, and put into the bot's
 * queue when Telegram would.
 */
import { unixTime } from './clock.js'
import type { Message, UpdateKind } from './native.js'
import { ANONYMOUS_ADMIN, botUser, chatObject } from './objects.js'
import {
  type ChatState,
  EPHEMERALS_KEPT,
  type Ephemeral,
  isAdmin,
  isPresent,
  MESSAGES_KEPT,
  trimOldest,
} from './state.js'
import type { World } from './world.js'

export type Draft = Partial<Message>

/** Private chats and basic groups share one row of numbers, a supergroup has its own. */
function nextNumber(world: World, chat: ChatState): number {
  return chat.type === 'supergroup' ? chat.nextMessage++ : world.counter.message++
}

/**
 * Stores a message and shows it; the bot is not told. `prompt` is a reply keyboard or a reply prompt: the apps get
 * it as `reply_markup`, the bot never sees it again.
 */
export function postMessage(
  world: World,
  chat: ChatState,
  draft: Draft,
  prompt?: Record<string, unknown>,
): Message {
  const message = {
    message_id: nextNumber(world, chat),
    date: unixTime(world.clock),
    ...draft,
    chat: chatObject(world, chat),
  } as Message
  chat.messages.set(message.message_id, message)
  trimOldest(chat.messages, MESSAGES_KEPT)
  if (prompt) keepPrompt(world, chat, message, prompt)
  showMessage(world, chat, 'message', asShown(world, message))
  return message
}

/** Replaces a stored message by a changed one and shows it. */
export function replaceMessage(world: World, chat: ChatState, message: Message): Message {
  chat.messages.set(message.message_id, message)
  showMessage(world, chat, 'edit', asShown(world, message))
  return message
}

/** Reply keyboards remembered; the oldest go first. */
const PROMPTS_KEPT = 500

function keepPrompt(world: World, chat: ChatState, message: Message, prompt: Record<string, unknown>): void {
  world.prompts.set(`${chat.id}:${message.message_id}`, prompt)
  trimOldest(world.prompts, PROMPTS_KEPT)
}

/** The message as the apps have it, with a reply keyboard or prompt if there is one. */
export function asShown(world: World, message: Message): Message {
  const prompt = world.prompts.get(`${message.chat.id}:${message.message_id}`)
  return prompt ? ({ ...message, reply_markup: prompt } as unknown as Message) : message
}

export function removeMessage(world: World, chat: ChatState, id: number): void {
  chat.messages.delete(id)
  chat.pinned = chat.pinned.filter((pinned) => pinned !== id)
  world.tell({ kind: 'delete', room: String(chat.id), message: id })
}

function showMessage(
  world: World,
  chat: ChatState,
  kind: 'message' | 'edit',
  message: Message,
  onlyFor?: string,
): void {
  const thread = message.message_thread_id
  world.tell({
    kind,
    room: String(chat.id),
    ...(thread === undefined ? {} : { thread: String(thread) }),
    message,
    ...(onlyFor === undefined ? {} : { onlyFor }),
  })
}

/** Stores an ephemeral message, which has number 0 and an id of its own. */
export function postEphemeral(
  world: World,
  chat: ChatState,
  draft: Draft,
  kept: Omit<Ephemeral, 'message'>,
): Message {
  const id = chat.nextEphemeral++
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    date: unixTime(world.clock),
    ...draft,
    chat: chatObject(world, chat),
  } as Message
  chat.ephemerals.set(id, { ...kept, message })
  trimOldest(chat.ephemerals, EPHEMERALS_KEPT)
  const onlyFor = personName(world, kept.person)
  if (kept.replaces !== undefined) {
    world.tell({ kind: 'delete', room: String(chat.id), message: kept.replaces, onlyFor })
  }
  showMessage(world, chat, 'message', message, onlyFor)
  return message
}

export function replaceEphemeral(
  world: World,
  chat: ChatState,
  ephemeral: Ephemeral,
  message: Message,
): void {
  chat.ephemerals.set(message.ephemeral_message_id ?? 0, { ...ephemeral, message })
  showMessage(world, chat, 'edit', message, personName(world, ephemeral.person))
}

export function removeEphemeral(world: World, chat: ChatState, id: number): void {
  const ephemeral = chat.ephemerals.get(id)
  chat.ephemerals.delete(id)
  if (!ephemeral) return
  const onlyFor = personName(world, ephemeral.person)
  world.tell({ kind: 'delete', room: String(chat.id), message: ephemeralName(id), onlyFor })
}

/** How the page names an ephemeral message in actions and events, as its `message_id` is 0. */
export const ephemeralName = (id: number): string => `ephemeral:${id}`

export function ephemeralId(name: number | string): number | undefined {
  const id = /^ephemeral:(\d+)$/.exec(String(name))?.[1]
  return id ? Number(id) : undefined
}

const personName = (world: World, telegramId: number): string =>
  world.community.byTelegram(telegramId)?.id ?? String(telegramId)

/** Puts a person's message into the bot's queue when the bot may read it. */
export function deliver(
  world: World,
  chat: ChatState,
  kind: UpdateKind,
  message: Message,
): number | undefined {
  if (!botReads(world, chat, message)) return undefined
  return world.updates.push(kind, message, chatQueue(chat.id))
}

/** Messages of a chat reach the bot one after another. */
export const chatQueue = (chat: number): string => `chat:${chat}`
/** Presses of a person reach the bot one after another, beside everything else. */
export const pressQueue = (user: number): string => `press:${user}`
/** Changes of a person's membership. */
export const memberQueue = (user: number): string => `member:${user}`
/** Changes of the bot's own membership. */
export const ownQueue = (chat: number): string => `own:${chat}`

const SERVICE_FIELDS = [
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'new_chat_title',
  'forum_topic_created',
  'group_chat_created',
] as const

export const isService = (message: Message): boolean =>
  SERVICE_FIELDS.some((field) => message[field] !== undefined)

/**
 * Privacy mode [4-platforms 1.4]: an ordinary member bot reads service messages, commands that may be meant for
 * it and replies to it. An administrator bot reads everything.
 */
export function botReads(world: World, chat: ChatState, message: Message): boolean {
  if (chat.type === 'private') return true
  if (!isPresent(chat.bot)) return message.left_chat_member?.id === world.bot.id
  if (isAdmin(chat.bot) || isService(message)) return true
  if (message.reply_to_message?.from?.id === world.bot.id) return true
  return isCommandFor(world, message)
}

/** A command without a name goes to every bot; the demo bot is the only one there. */
function isCommandFor(world: World, message: Message): boolean {
  const body = message.text ?? message.caption ?? ''
  const entities = message.entities ?? message.caption_entities ?? []
  return entities.some((entity) => {
    if (entity.type !== 'bot_command') return false
    const [, name] = body.slice(entity.offset, entity.offset + entity.length).split('@')
    return name === undefined || name.toLowerCase() === world.bot.username.toLowerCase()
  })
}

/** The author fields of a message the bot sends. */
export const fromBot = (world: World): Draft => ({ from: botUser(world.bot) })

/** The author fields of an anonymous administrator: the group speaks, a placeholder stands in `from`. */
export const fromGroup = (world: World, chat: ChatState): Draft => ({
  from: ANONYMOUS_ADMIN,
  sender_chat: chatObject(world, chat),
})

/** A message without its own `reply_to_message`, as it is quoted in another. */
export function quoted(message: Message): Message {
  const { reply_to_message: _inner, ...rest } = message
  return rest as Message
}
