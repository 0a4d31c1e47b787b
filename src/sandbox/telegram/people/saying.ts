/** What people write: messages, commands, deep links, edits, and in the name of the group. */
import { unixTime } from '../../clock.js'
import type { Action, GivenFile, Outcome, Person } from '../../contract.js'
import { commandsFor } from '../commands.js'
import { chatQueue, deliver } from '../delivery.js'
import {
  type Draft,
  ephemeralId,
  fromGroup,
  postEphemeral,
  postMessage,
  quoted,
  replaceMessage,
} from '../messages.js'
import { CAPTION_LENGTH, fileField } from '../methods/sending.js'
import type { Message } from '../native.js'
import { botUser, userOf } from '../objects.js'
import { recognise } from '../pictures.js'
import { type ChatState, isAdmin, standingOf } from '../state.js'
import { detectEntities } from '../text/detect.js'
import { GENERAL_TOPIC, hasTopic, isClosed, topicFields } from '../threads.js'
import type { World } from '../world.js'
import { setBlocked } from './membership.js'
import { impossible, NOTHING } from './outcomes.js'
import { chatOfRoom, isInRoom, privateChat } from './rooms.js'

/** Characters one message of a person holds; the apps cut longer texts into several. */
const PERSON_TEXT = 4_096

type Say = Extract<Action, { do: 'say' }>

export interface SayOptions {
  /** Writes as the group itself, which administrators may. */
  anonymous?: boolean
}

export function say(world: World, person: Person, action: Say, options: SayOptions = {}): Outcome {
  const chat = chatOfRoom(world, action.room)
  if (!chat || !isInRoom(chat, person)) return impossible({ code: 'not-in-chat', name: person.name })
  if (chat.migratedTo !== undefined) return impossible({ code: 'upgraded' })
  if (chat.type === 'private' && chat.bot === 'kicked') return impossible({ code: 'bot-blocked' })
  const typed = action.text.trim()
  if (typed === '' && !action.file) return impossible({ code: 'empty' })
  const mayManage = isAdmin(standingOf(chat, person.telegram.id))
  if (chat.isMuted && !mayManage) return impossible({ code: 'muted' })
  const placed = placeIn(chat, action, mayManage)
  if ('kind' in placed) return placed
  if (chat.type === 'private') chat.bot = 'member'
  if (action.file) {
    write(world, chat, person, { ...attached(world, action.file), ...captionOf(typed), ...placed }, options)
    return NOTHING
  }
  for (let at = 0; at < typed.length; at += PERSON_TEXT) {
    write(world, chat, person, { ...textOf(typed.slice(at, at + PERSON_TEXT)), ...placed }, options)
  }
  return NOTHING
}

function textOf(text: string): Draft {
  const entities = detectEntities(text)
  return { text, ...(entities.length > 0 ? { entities } : {}) }
}

/** The apps send a picture as a photo, which the server makes anew, and anything else as it is. */
function attached(world: World, { name, base64 }: GivenFile): Draft {
  const bytes = Buffer.from(base64, 'base64')
  const picture = recognise(bytes)
  return fileField(picture ? world.files.photo(bytes, picture) : world.files.document(bytes, name))
}

function captionOf(text: string): Draft {
  if (text === '') return {}
  const { entities } = textOf(text)
  return { caption: text.slice(0, CAPTION_LENGTH), ...(entities ? { caption_entities: entities } : {}) }
}

/** Topic and quoted message; a reply stays in the topic of what it answers. */
function placeIn(chat: ChatState, action: Say, mayManage: boolean): Draft | Outcome {
  const original = action.replyTo === undefined ? undefined : findMessage(chat, action.replyTo)
  if (action.replyTo !== undefined && !original) return impossible({ code: 'reply-gone' })
  const thread = Number(action.thread ?? original?.message_thread_id ?? 0)
  const isTopic = chat.topics.length > 0 && thread > GENERAL_TOPIC
  if (isTopic && !hasTopic(chat, thread)) return impossible({ code: 'topic-gone' })
  if (isClosed(chat, thread) && !mayManage) return impossible({ code: 'topic-closed' })
  return {
    ...(isTopic ? topicFields(chat, thread) : {}),
    ...(original ? { reply_to_message: quoted(original) } : {}),
  } as Draft
}

/** A message by its number, or an ephemeral one by its name. */
export function findMessage(chat: ChatState, name: number | string): Message | undefined {
  const ephemeral = ephemeralId(name)
  return ephemeral === undefined ? chat.messages.get(Number(name)) : chat.ephemerals.get(ephemeral)?.message
}

function write(world: World, chat: ChatState, person: Person, draft: Draft, options: SayOptions): void {
  const author = options.anonymous ? fromGroup(world, chat) : { from: userOf(person), ...tagOf(chat, person) }
  const whole = { ...author, ...draft }
  if (!options.anonymous && (isEphemeralCommand(world, chat, person, whole) || isSecretReply(whole))) {
    const secret = { ...whole, receiver_user: botUser(world) }
    const message = postEphemeral(world, chat, secret, { person: person.telegram.id })
    world.updates.push('message', message, chatQueue(chat.id))
    return
  }
  deliver(world, chat, 'message', postMessage(world, chat, whole))
}

function tagOf(chat: ChatState, person: Person): Draft {
  const tag = chat.members.get(person.telegram.id)?.tag
  return tag ? { sender_tag: tag } : {}
}

/** A reply to an ephemeral message must itself be an ephemeral message, Bot API 10.2 (ReplyParameters). */
const isSecretReply = ({ reply_to_message }: Draft): boolean =>
  reply_to_message?.ephemeral_message_id !== undefined

/** A command listed as ephemeral is seen by its author and the bot only, Bot API 10.2. */
function isEphemeralCommand(world: World, chat: ChatState, person: Person, draft: Draft): boolean {
  if (chat.type === 'private') return false
  const name = /^\/([a-z\d_]+)(?:@(\w+))?(?:\s|$)/i.exec(draft.text ?? '')
  if (!name || (name[2] && name[2].toLowerCase() !== world.bot.username.toLowerCase())) return false
  const listed = commandsFor(world, chat, person).find(({ command }) => command === name[1]?.toLowerCase())
  return listed?.is_ephemeral === true
}

/** Payload of a deep link [core.telegram.org/bots/features#deep-linking]. */
const PAYLOAD = /^[\w-]{0,64}$/

/** Opens `t.me/<bot>?start=<payload>` and presses Start; a blocked bot is unblocked by that. */
export function open(world: World, person: Person, payload: string): Outcome {
  if (!PAYLOAD.test(payload)) return impossible({ code: 'link-invalid' })
  const chat = privateChat(world, person)
  if (chat.bot === 'kicked') setBlocked(world, person, false)
  const text = payload === '' ? '/start' : `/start ${payload}`
  return say(world, person, { do: 'say', room: String(chat.id), text })
}

/** Changes a message the person wrote. */
export function editOwn(world: World, person: Person, room: string, id: number, text: string): Outcome {
  const chat = chatOfRoom(world, room)
  const message = chat?.messages.get(id)
  if (!chat || !message || message.from?.id !== person.telegram.id || message.text === undefined) {
    return impossible({ code: 'own-only' })
  }
  const { entities: _before, ...rest } = message
  const edited = { ...rest, ...textOf(text.trim()), edit_date: unixTime(world.clock) } as Message
  deliver(world, chat, 'edited_message', replaceMessage(world, chat, edited))
  return NOTHING
}
