/** Everything a pane does: shows the rooms and messages of one person, and acts for that person. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Action, Outcome, Room, SandboxEvent } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { act, fetchCommands, fetchHistory, fetchRooms } from '../kit/api.js'
import { messageKey } from '../message-key.js'
import { useSandbox } from '../shell/sandbox.js'
import { changePane, emptyPane, isNewRoom, type PaneState, roomKey } from './pane-state.js'

/** What the platform's app shows over the chat in answer to a press. */
export type Notice =
  | { kind: 'toast' | 'alert'; text: string }
  /** Words of the page itself, by key. */
  | { kind: 'note'; key: string; reason?: string }

export interface OpenModal {
  modal: string
  data: unknown
}

export interface Pane extends PaneState {
  platform: PlatformName
  person: string
  commands: unknown[]
  notice: Notice | undefined
  modal: OpenModal | undefined
  goTo(room: Room): void
  /** Does it for the person and shows what the person sees in answer. */
  perform(action: Action): Promise<Outcome | undefined>
  /** Presses a button or a select; resolves when it was answered. */
  press(native: unknown, data: string, values?: string[]): Promise<Outcome | undefined>
  isPending(native: unknown, data: string): boolean
  hasFailed(native: unknown): boolean
  dismiss(native: unknown): void
  say(notice: Notice | undefined): void
  closeModal(): void
}

export function usePane(platform: PlatformName): Pane {
  const sandbox = useSandbox()
  const person = sandbox.settings[platform]
  const [state, change] = useReducer(changePane, emptyPane)
  const [notice, say] = useState<Notice>()
  const [modal, setModal] = useState<OpenModal>()
  const latest = useRef(state)
  latest.current = state
  const { pending, failed, during } = usePending()

  const open = useCallback(
    async (at: Room) => {
      change({ do: 'open', at })
      const history = await fetchHistory({ platform, person, room: at.id })
      change({ do: 'fill', at, history })
    },
    [platform, person],
  )
  const entered = useRef('')
  const enter = useCallback(async () => {
    const rooms = await fetchRooms(platform, person)
    const before = latest.current.at
    const at = rooms.find((room) => before && roomKey(room) === roomKey(before)) ?? rooms[0]
    change({ do: 'enter', rooms, at, isBack: entered.current === person })
    entered.current = person
    if (at) change({ do: 'fill', at, history: await fetchHistory({ platform, person, room: at.id }) })
  }, [platform, person])
  const relist = useCallback(
    async () => change({ do: 'list', rooms: await fetchRooms(platform, person) }),
    [platform, person],
  )

  useNews(platform, { enter, relist, change, latest })
  useEffect(() => {
    say(undefined)
    setModal(undefined)
  }, [person])
  const commands = useCommands(platform, person, state.at?.id)

  const perform = async (action: Action): Promise<Outcome | undefined> => {
    try {
      const outcome = await act(platform, person, action)
      sandbox.did(platform, action, outcome)
      if (outcome.kind === 'toast' && outcome.text !== '')
        say({ kind: outcome.alert ? 'alert' : 'toast', text: outcome.text })
      if (outcome.kind === 'message' && latest.current.at) change({ do: 'show', native: outcome.message })
      if (outcome.kind === 'modal') setModal({ modal: outcome.modal, data: outcome.data })
      if (outcome.kind === 'impossible') say({ kind: 'note', key: 'note-impossible', reason: outcome.reason })
      if (outcome.kind === 'timeout') say({ kind: 'note', key: `note-timeout-${platform}` })
      if (action.do === 'join' || action.do === 'leave' || action.do === 'open') await relist()
      return outcome
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      say({ kind: 'note', key: 'note-unreachable', reason })
      return undefined
    }
  }
  const press = (native: unknown, data: string, values?: string[]): Promise<Outcome | undefined> => {
    const at = state.at
    if (!at) return Promise.resolve(undefined)
    const action: Action = { do: 'press', room: at.id, message: messageIdOf(native), data }
    return during(messageKey(native), data, () => perform(values ? { ...action, values } : action))
  }
  return {
    ...state,
    ...{ platform, person, commands, notice, modal, perform, press, say },
    goTo: (room) => {
      open(room).catch((error: Error) =>
        say({ kind: 'note', key: 'note-unreachable', reason: error.message }),
      )
    },
    isPending: (native, data) => pending.has(`${messageKey(native)} ${data}`),
    hasFailed: (native) => failed.has(messageKey(native)),
    dismiss: (native) => change({ do: 'dismiss', key: messageKey(native) }),
    closeModal: () => setModal(undefined),
  }
}

/** The id to press by: a number on Telegram, except for ephemeral messages, which go by their key. */
function messageIdOf(native: unknown): number | string {
  const { message_id } = native as { message_id?: number }
  return message_id || messageKey(native)
}

interface NewsMeans {
  enter(): Promise<void>
  relist(): Promise<void>
  change(change: Parameters<typeof changePane>[1]): void
  latest: { current: PaneState }
}

/** Follows the stream: fetches everything each time it begins, then applies what it tells. */
function useNews(platform: PlatformName, { enter, relist, change, latest }: NewsMeans): void {
  const { stream } = useSandbox()
  useEffect(() => {
    const load = (): void => {
      // Should this fail, the server is gone; the stream notices, and begins again when it is back.
      enter().catch(() => {})
    }
    const stops = [
      stream.on('hello', load),
      stream.on('frame', (frame) => {
        const events = frame.events.filter((event) => event.platform === platform)
        if (frame.reload) return load()
        if (events.some((event) => isNewRoom(latest.current, event))) relist().catch(() => {})
        if (events.length > 0) change({ do: 'events', events })
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [platform, stream, enter, relist])
}

/** The commands offered in the room, fetched again when the bot changes its commands. */
function useCommands(platform: PlatformName, person: string, room: string | undefined): unknown[] {
  const { stream } = useSandbox()
  const [commands, setCommands] = useState<unknown[]>([])
  useEffect(() => {
    let isCurrent = true
    const put = (found: unknown[]): void => {
      if (isCurrent) setCommands(found)
    }
    const look = (): void => {
      if (room === undefined) put([])
      else
        fetchCommands({ platform, person, room }).then(put, () => {
          put([])
        })
    }
    const stops = [
      stream.on('hello', look),
      stream.on('frame', ({ events }) => {
        if (events.some((event) => isAboutCommands(event, platform))) look()
      }),
    ]
    look()
    return () => {
      isCurrent = false
      for (const stop of stops) stop()
    }
  }, [platform, person, room, stream])
  return commands
}

function isAboutCommands(event: SandboxEvent, platform: PlatformName): boolean {
  return event.kind === 'call' && event.platform === platform && /commands/i.test(event.method)
}

/** Which buttons wait for an answer, and which messages got none. */
function usePending() {
  const [pending, setPending] = useState<ReadonlySet<string>>(new Set())
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set())
  const during = async (
    message: string,
    data: string,
    work: () => Promise<Outcome | undefined>,
  ): Promise<Outcome | undefined> => {
    const key = `${message} ${data}`
    setPending((before) => new Set([...before, key]))
    setFailed((before) => new Set([...before].filter((other) => other !== message)))
    const outcome = await work()
    setPending((before) => new Set([...before].filter((other) => other !== key)))
    if (outcome?.kind === 'timeout') setFailed((before) => new Set([...before, message]))
    return outcome
  }
  return { pending, failed, during }
}
