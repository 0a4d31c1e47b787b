/** Which of what happens reaches the bot, and in which of its queues. */
import type { Message, UpdateKind } from './native.js'
import { type ChatState, isAdmin, isPresent } from './state.js'
import type { World } from './world.js'

/** Puts a person's message into the bot's queue when the bot may read it. */
export function deliver(world: World, chat: ChatState, kind: UpdateKind, message: Message): void {
  if (botReads(world, chat, message)) world.updates.push(kind, message, chatQueue(chat.id))
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

const isService = (message: Message): boolean => SERVICE_FIELDS.some((field) => message[field] !== undefined)

/**
 * Privacy mode [4-platforms 1.4]: an ordinary member bot reads service messages, commands that may be meant
 * for it and replies to it. An administrator bot reads everything.
 */
function botReads(world: World, chat: ChatState, message: Message): boolean {
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
