/**
 * Buttons under messages. A press costs a few map look-ups and one update, whatever the number of presses.
 */
import type { Action, Outcome, Person } from '../../contract.js'
import type { Reason } from '../../reasons.js'
import { pressQueue } from '../delivery.js'
import { ephemeralId } from '../messages.js'
import type { InlineKeyboardButton, Message } from '../native.js'
import { chatObject, userOf } from '../objects.js'
import type { ChatState } from '../state.js'
import { CALLBACK_LIFETIME_S } from '../updates.js'
import type { World } from '../world.js'
import { impossible, NOTHING } from './outcomes.js'
import { chatOfRoom, isInRoom } from './rooms.js'
import { findMessage, open } from './saying.js'

type Press = Extract<Action, { do: 'press' }>

/** Presses as the app does: only a button that is there, and not a disabled one. */
export function press(world: World, person: Person, action: Press): Promise<Outcome> {
  const chat = chatOfRoom(world, action.room)
  if (!chat || !isInRoom(chat, person)) return refuse({ code: 'not-in-chat', name: person.name })
  const message = visibleMessage(chat, person, action.message)
  if (!message) return refuse({ code: 'message-gone' })
  const button = findButton(message, action.data)
  if (!button) return refuse({ code: 'no-button' })
  if ('disabled' in button) return refuse({ code: 'button-disabled' })
  if ('url' in button) return follow(world, person, button.url)
  // The app copies by itself, and says so in its own words.
  if ('copy_text' in button) return Promise.resolve(NOTHING)
  if (!('callback_data' in button)) return refuse({ code: 'button-not-here' })
  if (chat.type === 'private' && chat.bot === 'kicked') return refuse({ code: 'bot-blocked' })
  return send(world, person, chat, message, button.callback_data)
}

const refuse = (reason: Reason): Promise<Outcome> => Promise.resolve(impossible(reason))

function visibleMessage(chat: ChatState, person: Person, name: number | string): Message | undefined {
  const id = ephemeralId(name)
  if (id !== undefined && chat.ephemerals.get(id)?.person !== person.telegram.id) return undefined
  return findMessage(chat, name)
}

/** The button with this callback data, or with this address or label for the other kinds. */
function findButton(message: Message, data: string): InlineKeyboardButton | undefined {
  for (const row of message.reply_markup?.inline_keyboard ?? []) {
    for (const button of row) if (handleOf(button) === data) return button
  }
  return undefined
}

function handleOf(button: InlineKeyboardButton): string {
  if ('callback_data' in button) return button.callback_data
  return 'url' in button ? button.url : button.text
}

/** A link to the bot itself opens the private chat with it; any other opens outside. */
function follow(world: World, person: Person, url: string): Promise<Outcome> {
  const link = URL.canParse(url) ? new URL(url) : undefined
  const isBot = link?.hostname === 't.me' && link.pathname.slice(1).toLowerCase() === world.bot.username
  const payload = isBot ? link.searchParams.get('start') : null
  return Promise.resolve(
    payload === null ? { kind: 'toast', text: '', alert: false, url } : open(world, person, payload),
  )
}

function send(
  world: World,
  person: Person,
  chat: ChatState,
  message: Message,
  data: string,
): Promise<Outcome> {
  const ephemeral = message.ephemeral_message_id
  const place = { user: person.telegram.id, chat: chat.id, message: message.message_id, data }
  const cached = world.queries.cached(place)
  if (cached) return Promise.resolve(cached)
  return query(world, person, chat, message, { ...place, ...(ephemeral === undefined ? {} : { ephemeral }) })
}

interface Place {
  user: number
  chat: number
  message: number
  ephemeral?: number
  data: string
}

function query(
  world: World,
  person: Person,
  chat: ChatState,
  message: object,
  place: Place,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const opened = world.queries.open(place, resolve)
    const payload = {
      id: opened.id,
      from: userOf(person),
      message,
      chat_instance: chatInstance(chat),
      data: place.data,
    }
    world.updates.push('callback_query', payload, pressQueue(place.user), CALLBACK_LIFETIME_S)
  })
}

/** A number that is the same for all presses in one chat and says nothing else. */
const chatInstance = (chat: ChatState): string =>
  String((BigInt(Math.abs(chat.id)) * 2_654_435_761n) % 9_000_000_000_000_000_000n)

export interface RawPress {
  room: string
  /** Any message number, also of a message that is gone. */
  message: number | string
  data: string
}

/**
 * Presses as a modified app could: any data, a message that is gone or never was, a chat the person is not
 * in. Telegram passes all of that on; a message the bot may not see is inaccessible (date 0).
 */
export function pressRaw(world: World, person: Person, raw: RawPress): Promise<Outcome> {
  const chat = chatOfRoom(world, raw.room)
  if (!chat) return refuse({ code: 'nothing-here' })
  const known = findMessage(chat, raw.message)
  const number = known ? known.message_id : Number(raw.message)
  const message = known ?? { chat: chatObject(world, chat), message_id: number, date: 0 }
  const place = { user: person.telegram.id, chat: chat.id, message: number, data: raw.data }
  return query(world, person, chat, message, place)
}
