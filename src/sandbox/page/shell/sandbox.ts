/**
 * What every part of the page may reach: the community, the stream, the settings, the storm and the tour. It
 * changes with the settings and not with what happens, so that a storm does not draw the whole page anew.
 */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Action, Outcome, Person } from '../../contract.js'
import type { CommunityAnswer, PlatformName, RailEntry } from '../../page-contract.js'
import type { Settings } from '../kit/settings.js'
import type { Stream } from '../kit/stream.js'

/** A button somebody could let the crowd press. */
export interface StormButton {
  platform: PlatformName
  room: string
  message: number | string
  data: string
  label: string
  /** Painted green: what the message wants people to do. */
  isMain: boolean
  /** First line of the message, which names the packet: who dropped how much. */
  title: string
  /** When the message was sent, milliseconds. */
  at: number
}

/**
 * Text to put into a pane's composer; a new object each time, so that the same text may be filled in again.
 */
export interface Fill {
  text: string
}

export interface Sandbox {
  community: CommunityAnswer
  settings: Settings
  change(settings: Partial<Settings>): void
  stream: Stream
  /** The acted person, or a stand-in with only an id while somebody of the crowd is being looked up. */
  personOf(platform: PlatformName): Person
  fills: Partial<Record<PlatformName, Fill>>
  fill(platform: PlatformName, text: string): void
  /** Told of every action, so that the tour can go on. */
  did(platform: PlatformName, action: Action, outcome: Outcome): void
  /** Panes tell which buttons they show, newest last, so that a storm can reach both platforms. */
  offer(platform: PlatformName, buttons: StormButton[]): void
  /** Opens the storm's dialog for these buttons of one message. */
  askStorm(buttons: StormButton[]): void
}

export const SandboxContext = createContext<Sandbox | undefined>(undefined)

/** What just happened, newest first: apart, for it changes five times a second in a storm. */
export const RailContext = createContext<readonly RailEntry[]>([])

export const useHappened = (): readonly RailEntry[] => useContext(RailContext)

export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext)
  if (!sandbox) throw new Error('this component belongs inside the sandbox page')
  return sandbox
}
