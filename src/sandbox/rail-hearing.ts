/** What the pretend platforms tell of the bot, and the entry of the rail that it belongs to. */
import type { SandboxEvent } from './contract.js'
import { messageKey } from './page/message-key.js'
import type { PlatformName, RailCall, RailMessage } from './page-contract.js'
import { type Doing, type Growing, isAnswer, takeCall, takeMessage } from './rail-entry.js'
import type { Place } from './rail-titles.js'
import { firstWords, repliedTo } from './rail-words.js'

/** ms within which what happens in the same room, to the same person, may be because of it. */
const NEAR_MS = 4_000

export interface Hearing {
  /** `titleOf` says how a person sees the title of a room, or of a topic in it. */
  hear(event: SandboxEvent, titleOf?: TitleOf): void
  /** Answers that name one of its updates belong to the entry. */
  expect(growing: Growing): void
  forget(growing: Growing): void
  /**
   * The message that became of something outgoing, if nobody's entry has it: it was told to somebody else,
   * elsewhere. It is given out once.
   */
  stray(platform: PlatformName, person: string, message: string): RailMessage | undefined
  /**
   * The message that became of something outgoing of this entry, taken from another that has it because it
   * came near that one in time: late ones do.
   */
  misplaced(growing: Growing, message: string | undefined): RailMessage | undefined
}

/** Messages kept that belong to no entry yet. */
const STRAYS_MAX = 200

type TitleOf = (person: string, place: Place) => string | undefined

interface Means {
  /** Newest first. */
  entries(): readonly Growing[]
  now(): number
  /** What a person is called. */
  nameOf(person: string): string
  /** Whose private chat the room is, where it is one of these people's. */
  readerOf(platform: PlatformName, room: string): string | undefined
  changed(growing: Growing): void
}

export function createHearing({ entries, now, nameOf, readerOf, changed }: Means): Hearing {
  const handles = new Map<string, Growing>()
  const strays = createStrays()
  const sendings: Sendings = new WeakMap()

  const nearest = (where: Where): Growing | undefined => nearestTo(where, entries(), now())

  const hearCall = (event: Extract<SandboxEvent, { kind: 'call' }>): void => {
    const { platform, method, ok, note, fault, strange, answers, room, message } = event
    const named = answers === undefined ? undefined : handles.get(answers)
    const where: Where = { platform, room, messages: [message] }
    const made = SENDS.test(method) && message !== undefined ? heardAs(entries(), where) : undefined
    const owner = named ?? made?.owner ?? nearest(where)
    if (!owner) return
    const after = Math.max(0, Math.round(now() - owner.entry.at))
    const marks = { ...(fault ? { fault } : {}), ...(strange ? { strange } : {}) }
    const call = { platform, method, ok, note, after, ...marks }
    const taken = takeCall(owner.entry, call, named || isAbout(owner, where) ? 'key' : 'time')
    if (made) sendings.set(made.told, taken)
    changed(owner)
  }

  const hearMessage = (event: Exclude<SandboxEvent, { kind: 'call' }>, titleOf?: TitleOf): void => {
    const { kind, platform, room, onlyFor } = event
    const message = kind === 'delete' ? String(event.message) : messageKey(event.message)
    const answered = kind === 'delete' ? undefined : repliedTo(event.message)
    const reader = onlyFor ?? readerOf(platform, room)
    const news = kind === 'message' && reader !== undefined ? { reader } : {}
    const where: Where = { platform, room, onlyFor, messages: [message, answered], ...news }
    const owner = nearest(where)
    if (!owner && reader === undefined) return
    const thread = kind === 'delete' ? undefined : event.thread
    const roomTitle =
      kind === 'delete' || !owner ? undefined : titleOf?.(owner.first.person.id, { room, thread })
    const told: RailMessage = {
      ...{ kind, platform, room, message },
      ...(kind === 'delete' ? { text: '' } : firstWords(event.message)),
      ...(reader === undefined ? {} : { onlyFor: reader, onlyForName: nameOf(reader) }),
      ...(roomTitle === undefined ? {} : { roomTitle }),
      linkedBy: owner && isAbout(owner, where) ? 'key' : 'time',
    }
    if (!owner) {
      if (kind === 'message') strays.put(told)
      return
    }
    takeMessage(owner.entry, told)
    changed(owner)
  }

  return {
    hear(event, titleOf) {
      if (event.kind === 'call') hearCall(event)
      else hearMessage(event, titleOf)
    },
    expect(growing) {
      for (const { handle } of growing.first.sent) if (handle !== undefined) handles.set(handle, growing)
    },
    stray: strays.take,
    misplaced: (growing, message) => {
      const found = misplaced(entries(), growing, message)
      if (!found) return undefined
      moveCall(found.from, growing, sendings.get(found.told))
      changed(found.from)
      return found.told
    },
    forget({ first }) {
      for (const { handle } of first.sent) if (handle !== undefined) handles.delete(handle)
    },
  }
}

/**
 * The newest open entry that it is about; else, of one person's entries, the one that has waited for its
 * answer the longest; else the newest one in this room or of this person.
 */
function nearestTo(where: Where, entries: readonly Growing[], now: number): Growing | undefined {
  const open = entries.filter(({ isOpen, entry }) => isOpen && entry.platform === where.platform)
  const isNear = ({ entry, first }: Growing): boolean =>
    !entry.burst && now - (first.outcomeAt ?? now) < NEAR_MS && isSamePlace(where, entry.room, first)
  return open.find((one) => isAbout(one, where)) ?? open.findLast(isAwaiting(where)) ?? open.find(isNear)
}

/** Takes the message of this name from whichever other entry has it because it came near that one in time. */
function misplaced(entries: readonly Growing[], { entry }: Growing, message: string | undefined) {
  const isIt = (one: RailMessage): boolean =>
    one.kind === 'message' &&
    one.linkedBy === 'time' &&
    String(one.message) === message &&
    (one.room === entry.room || one.onlyFor === entry.person.id)
  for (const from of entries) {
    if (from.entry === entry || from.entry.platform !== entry.platform) continue
    const at = from.entry.messages.findIndex(isIt)
    const [told] = at < 0 ? [] : from.entry.messages.splice(at, 1)
    if (told) return { from, told }
  }
  return undefined
}

/** The call that sent a message goes where the message goes. */
function moveCall({ entry: from }: Growing, { entry: to }: Growing, call: RailCall | undefined): void {
  const at = call === undefined ? -1 : from.calls.indexOf(call)
  if (!call || at < 0) return
  from.calls.splice(at, 1)
  takeCall(to, { ...call, after: Math.max(0, call.after + from.at - to.at) }, 'key')
}

/** Methods by which the bot makes a message, of both platforms. */
const SENDS = /^send|^POST .*\/messages$/

/** By which call a message was made. */
type Sendings = WeakMap<RailMessage, RailCall>

/** The message that a call has just made, and the entry that has it. */
function heardAs(entries: readonly Growing[], { platform, room, messages: [made] }: Where) {
  for (const owner of entries) {
    const { entry, isOpen } = owner
    if (!isOpen || entry.platform !== platform) continue
    const isIt = (one: RailMessage) => one.room === room && String(one.message) === String(made)
    const told = entry.messages.find((one) => one.kind === 'message' && isIt(one))
    if (told) return { owner, told }
  }
  return undefined
}

/** Messages that belong to no entry yet, until one is asked for. */
function createStrays() {
  const kept: RailMessage[] = []
  return {
    put(message: RailMessage): void {
      kept.push(message)
      if (kept.length > STRAYS_MAX) kept.shift()
    },
    take(platform: PlatformName, person: string, message: string): RailMessage | undefined {
      const at = kept.findIndex(
        (one) => one.platform === platform && one.onlyFor === person && String(one.message) === message,
      )
      return at < 0 ? undefined : kept.splice(at, 1)[0]
    },
  }
}

/** Where something happened, and the messages that it was or answered. */
interface Where {
  platform: PlatformName
  room: string | undefined
  onlyFor?: string | undefined
  messages: readonly (number | string | undefined)[]
  /** Of a new message: the only person who sees it. */
  reader?: string
}

/** Of whoever has something new to read and nobody else sees it: entries whose answer is not sent yet. */
function isAwaiting({ reader, room, platform }: Where): (one: Growing) => boolean {
  return ({ entry, first: { person }, settled }) => {
    if (entry.burst || reader !== person.id) return false
    const isThere = room === entry.room || (platform === 'telegram' && room === String(person.telegram.id))
    return isThere && entry.outgoing.some((one) => isAnswer(one) && !settled.has(one.key))
  }
}

function isAbout({ message, entry }: Growing, { room, messages }: Where): boolean {
  if (message === undefined || room !== entry.room) return false
  return messages.some((one) => one !== undefined && String(one) === String(message))
}

/** In a private chat on Telegram the room is the person. */
function isSamePlace({ room, onlyFor }: Where, own: string | undefined, { person }: Doing): boolean {
  if (onlyFor !== undefined) return onlyFor === person.id
  return room !== undefined && (room === own || room === String(person.telegram.id))
}
