/** Messages coming into being, changing and going: stored in the chat and shown on the page. */
import { unixTime } from '../clock.js'
import type { Message } from './native.js'
import { ANONYMOUS_ADMIN, botUser, chatObject } from './objects.js'
import { type ChatState, EPHEMERALS_KEPT, type Ephemeral, MESSAGES_KEPT, trimOldest } from './state.js'
import type { World } from './world.js'

export type Draft = Partial<Message>

/** Private chats and basic groups share one row of numbers, a supergroup has its own. */
function nextNumber(world: World, chat: ChatState): number {
  return chat.type === 'supergroup' ? chat.nextMessage++ : world.counter.message++
}

/**
 * Stores a message and shows it; the bot is not told. `prompt` is a reply keyboard or a reply prompt: the
 * apps get it as `reply_markup`, the bot never sees it again.
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

/** The message as the apps have it: with a reply keyboard or prompt, without the quiet reply to its topic. */
export function asShown(world: World, message: Message): Message {
  const prompt = world.prompts.get(`${message.chat.id}:${message.message_id}`)
  const shown = message.reply_to_message?.forum_topic_created ? quoted(message) : message
  return prompt ? ({ ...shown, reply_markup: prompt } as unknown as Message) : shown
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
  kept: Pick<Ephemeral, 'person' | 'replaces'>,
): Message {
  const id = chat.nextEphemeral++
  const message = {
    message_id: 0,
    ephemeral_message_id: id,
    date: unixTime(world.clock),
    ...draft,
    chat: chatObject(world, chat),
  } as Message
  chat.ephemerals.set(id, { ...kept, at: world.clock.now(), message })
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
  world.tell({ kind: 'delete', room: String(chat.id), message: ephemeralName(ephemeral.message), onlyFor })
}

/**
 * How the page names an ephemeral message in actions and events, as its `message_id` is 0:
 * `e<receiver>.<id>`.
 */
const ephemeralName = (message: Message): string =>
  `e${message.receiver_user?.id ?? ''}.${message.ephemeral_message_id}`

export function ephemeralId(name: number | string): number | undefined {
  const id = /^e\d*\.(\d+)$/.exec(String(name))?.[1]
  return id ? Number(id) : undefined
}

const personName = (world: World, telegramId: number): string =>
  world.community.byTelegram(telegramId)?.id ?? String(telegramId)

/** The author fields of a message the bot sends. */
export const fromBot = (world: World): Draft => ({ from: botUser(world) })

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
