/** Everything a pane does: shows the rooms and messages of one person, and acts for that person. */
import { useCallback, useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Outcome, Room, SandboxEvent } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { fetchCommands, fetchHistory, fetchRooms } from '../kit/api.js'
import { messageKey } from '../message-key.js'
import { useSandbox } from '../shell/sandbox.js'
import {
  changePane,
  emptyPane,
  isNewRoom,
  isUnbegun,
  newRoom,
  type PaneChange,
  type PaneState,
  sameRoom,
} from './pane-state.js'
import { type Acting, noteOf, useActing } from './use-acting.js'

export interface Pane extends PaneState, Omit<Acting, 'press'> {
  platform: PlatformName
  person: string
  commands: unknown[]
  goTo(room: Room): void
  /** Comes in by an invitation, and goes where it leads, as the apps do. */
  join(invitation: string): Promise<void>
  /** Presses a button or a select; resolves when it was answered. */
  press(native: unknown, data: string, values?: string[]): Promise<Outcome | undefined>
  dismiss(native: unknown): void
}

export function usePane(platform: PlatformName): Pane {
  const person = useSandbox().settings[platform]
  const [known, change] = useReducer(changePane, emptyPane)
  // From the moment another person is acted as, nothing of the former one is on screen.
  const state = known.person === person ? known : emptyPane
  // The next person comes into the room where the former one was.
  const latest = useRef(known)
  latest.current = known
  const { open, enter, relist } = useRooms({ platform, person, change, latest })
  useNews(platform, { enter, relist, change, latest })
  const commands = useCommands(platform, person, state.at?.id)
  const { press, ...acting } = useActing(platform, person, {
    relist,
    beginsChat: (action) => action.do === 'say' && isUnbegun(latest.current.rooms, action.room),
    show(room, native) {
      if (latest.current.at?.id === room) change({ do: 'show', native })
    },
  })
  const goTo = (room: Room): void => {
    open(room).catch((error: unknown) => acting.say(noteOf(error)))
  }
  return {
    ...state,
    ...acting,
    ...{ platform, person, commands, goTo },
    async join(invitation) {
      const before = latest.current.rooms
      await acting.perform({ do: 'join', room: invitation })
      const came = newRoom(before, await fetchRooms(platform, person))
      if (came) goTo(came)
    },
    press: (native, data, values) =>
      state.at ? press(state.at.id, native, data, values) : Promise.resolve(undefined),
    dismiss: (native) => change({ do: 'dismiss', key: messageKey(native) }),
  }
}

interface RoomMeans {
  platform: PlatformName
  person: string
  change(change: PaneChange): void
  latest: { current: PaneState }
}

/**
 * Fetching: the whole of what a person sees, one room, or just the list of rooms. An answer that comes when
 * somebody else is acted as is dropped: what one person sees is not for the next one.
 */
function useRooms({ platform, person, change, latest }: RoomMeans) {
  const acted = useRef(person)
  acted.current = person
  const put = useCallback(
    (news: PaneChange): void => {
      if (acted.current === person) change(news)
    },
    [person],
  )
  const fill = useCallback(
    async (at: Room) =>
      put({ do: 'fill', at, history: await fetchHistory({ platform, person, room: at.id }) }),
    [platform, person],
  )
  const open = useCallback(
    async (at: Room) => {
      put({ do: 'open', at })
      await fill(at)
    },
    [platform, person],
  )
  const enter = useCallback(async () => {
    const rooms = await fetchRooms(platform, person)
    const before = latest.current.at
    const at = (before && sameRoom(rooms, before)) ?? rooms[0]
    put({ do: 'enter', person, rooms, at })
    if (at) await fill(at)
  }, [platform, person])
  const relist = useCallback(async () => {
    const rooms = await fetchRooms(platform, person)
    put({ do: 'list', rooms })
    const { at } = latest.current
    if (!at || sameRoom(rooms, at)) return
    // Left, or a supergroup by now, which has its title.
    const next = rooms.find(({ title }) => title === at.title) ?? rooms[0]
    if (next) await open(next)
  }, [platform, person, open])
  return { open, enter, relist }
}

interface NewsMeans extends Pick<RoomMeans, 'change' | 'latest'> {
  enter(): Promise<void>
  relist(): Promise<void>
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
