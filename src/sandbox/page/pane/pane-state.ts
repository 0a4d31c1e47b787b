/**
 * What one pane shows, and how it changes: pure, so that the order in which history, events and answers
 * arrive can be tested without a browser.
 */
import type { Room, SandboxEvent } from '../../contract.js'
import { messageKey } from '../message-key.js'

/**
 * Telegram: the General topic has id 1, and its messages carry no thread id (tdlib, GENERAL_FORUM_TOPIC_ID).
 */
const GENERAL_THREAD = '1'
/** Messages kept on screen: as many as can be asked for at once; a history that is fetched has fewer. */
const KEPT = 500

export interface Shown {
  key: string
  native: unknown
}

export interface PaneState {
  /** Whose rooms and messages these are; empty before anybody has come in. */
  person: string
  rooms: Room[]
  at: Room | undefined
  shown: Shown[]
  /** Events that arrived while the room's history was on its way; nothing when it is there. */
  waiting: SandboxEvent[] | undefined
  /** Keys of ephemeral messages the person dismissed. */
  dismissed: ReadonlySet<string>
  /** Unread messages by `roomKey`. */
  unread: Readonly<Record<string, number>>
}

export type PaneChange =
  /** Comes in; the same person again keeps what is on screen until the history is there. */
  | { do: 'enter'; person: string; rooms: Room[]; at: Room | undefined }
  | { do: 'list'; rooms: Room[] }
  | { do: 'open'; at: Room }
  | { do: 'fill'; at: Room; history: unknown[] }
  | { do: 'events'; events: SandboxEvent[] }
  | { do: 'show'; native: unknown }
  | { do: 'dismiss'; key: string }

export const emptyPane: PaneState = {
  person: '',
  rooms: [],
  at: undefined,
  shown: [],
  waiting: undefined,
  dismissed: new Set(),
  unread: {},
}

export const roomKey = (room: Pick<Room, 'id' | 'thread'>): string => `${room.id}/${room.thread ?? ''}`

/** The room as it is now; nothing when the person is not in it any more. */
export const sameRoom = (rooms: readonly Room[], at: Room): Room | undefined =>
  rooms.find((room) => roomKey(room) === roomKey(at))

/** The room that somebody has come into. */
export const newRoom = (before: readonly Room[], after: readonly Room[]): Room | undefined =>
  after.find((room) => !sameRoom(before, room))

/** Whether nobody has written in this private chat yet. */
export const isUnbegun = (rooms: readonly Room[], id: string): boolean =>
  rooms.some((room) => room.id === id && room.flags?.includes('not-begun'))

export function changePane(state: PaneState, change: PaneChange): PaneState {
  switch (change.do) {
    case 'enter':
      return entered(state, change)
    case 'list':
      return { ...state, rooms: change.rooms, at: state.at && (sameRoom(change.rooms, state.at) ?? state.at) }
    case 'open':
      return { ...state, at: change.at, shown: [], waiting: [], unread: without(state.unread, change.at) }
    case 'fill':
      return filled(state, change.at, change.history)
    case 'events':
      return change.events.reduce(happened, state)
    case 'show':
      return { ...state, shown: put(state.shown, change.native) }
    case 'dismiss':
      return { ...state, dismissed: new Set([...state.dismissed, change.key]) }
  }
}

function entered(state: PaneState, { person, rooms, at }: Extract<PaneChange, { do: 'enter' }>): PaneState {
  return { ...(state.person === person ? state : emptyPane), person, rooms, at, waiting: [] }
}

function filled(state: PaneState, at: Room, history: unknown[]): PaneState {
  // The person may have gone to another room before the answer came.
  if (!state.at || roomKey(state.at) !== roomKey(at)) return state
  const shown = history
    .filter((native) => isInThread(at, threadOf(native)))
    .map((native) => ({ key: messageKey(native), native }))
  return (state.waiting ?? []).reduce(happened, { ...state, shown, waiting: undefined })
}

function happened(state: PaneState, event: SandboxEvent): PaneState {
  if (event.kind === 'call') return state
  const at = state.at
  if (!at || event.room !== at.id) return noticed(state, event)
  if (state.waiting) return { ...state, waiting: [...state.waiting, event] }
  if (event.kind === 'delete') {
    const key = String(event.message)
    return { ...state, shown: state.shown.filter((message) => message.key !== key) }
  }
  if (!isInThread(at, threadOf(event.message))) return noticed(state, event)
  const isKnown = state.shown.some((message) => message.key === messageKey(event.message))
  // An edit of a message from before the history on screen changes nothing that is seen.
  return event.kind === 'edit' && !isKnown ? state : { ...state, shown: put(state.shown, event.message) }
}

/** Counts a new message of another room. */
function noticed(state: PaneState, event: Exclude<SandboxEvent, { kind: 'call' }>): PaneState {
  if (event.kind !== 'message') return state
  const thread = threadOf(event.message)
  const room = state.rooms.find((room) => room.id === event.room && isInThread(room, thread))
  if (!room) return state
  const key = roomKey(room)
  return { ...state, unread: { ...state.unread, [key]: (state.unread[key] ?? 0) + 1 } }
}

/** Whether the pane has never heard of the event's room: then the list of rooms must be fetched again. */
export function isNewRoom(state: PaneState, event: SandboxEvent): boolean {
  return event.kind === 'message' && state.rooms.every((room) => room.id !== event.room)
}

function put(shown: Shown[], native: unknown): Shown[] {
  const key = messageKey(native)
  const index = shown.findIndex((message) => message.key === key)
  if (index < 0) return [...shown, { key, native }].slice(-KEPT)
  return shown.map((message, at) => (at === index ? { key, native } : message))
}

/**
 * The topic a message is in. A thread id alone does not mean a topic: replies in ordinary groups have one
 * too.
 */
function threadOf(native: unknown): string | undefined {
  const message = (native ?? {}) as { message_thread_id?: number; is_topic_message?: boolean }
  return message.is_topic_message ? String(message.message_thread_id) : undefined
}

/** A room without threads holds everything; the General topic holds what has no thread. */
function isInThread(room: Room, thread: string | undefined): boolean {
  return room.thread === undefined || room.thread === (thread ?? GENERAL_THREAD)
}

function without(unread: PaneState['unread'], room: Room): PaneState['unread'] {
  const { [roomKey(room)]: _read, ...rest } = unread
  return rest
}
