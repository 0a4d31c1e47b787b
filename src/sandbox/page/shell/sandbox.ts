/** What every part of the page may reach: the community, the stream, the settings, the storm and the tour. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Action, Outcome, Person } from '../../contract.js'
import type { CommunityAnswer, PlatformName } from '../../page-contract.js'
import type { Settings } from '../kit/settings.js'
import type { Stream } from '../kit/stream.js'

/** A button somebody could let the crowd press. */
export interface StormButton {
  platform: PlatformName
  room: string
  message: number | string
  data: string
  label: string
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

export function useSandbox(): Sandbox {
  const sandbox = useContext(SandboxContext)
  if (!sandbox) throw new Error('this component belongs inside the sandbox page')
  return sandbox
}
