/**
 * Everything the pretend Telegram's parts share: its clock, its settings, its chats, its queue of updates and
 * the way to tell the page what happened. Parts get the world passed in and keep no state of their own.
 */

import type { Clock } from '../clock.js'
import type { Community, SandboxEvent } from '../contract.js'
import type { FileShelf } from './files.js'
import type { Pace } from './pace.js'
import type { Queries } from './queries.js'
import type { ChatState } from './state.js'
import type { UpdateQueue } from './updates.js'

export type ApiVersion = '10.3' | '9.6'

export interface Bot {
  id: number
  username: string
  name: string
}

/** The demo bot; the id is above every real one of today and fits 52 bits. */
export const DEMO_BOT: Bot = {
  id: 7_000_000_001,
  username: 'community_partner_demo_bot',
  name: 'Community Partner (demo)',
}

export const DEMO_TOKEN = '7000000001:SANDBOX-not-a-secret-telegram-token'

/** What the bot told Telegram about itself, per two-letter language (`''` is the default). */
export interface Profile {
  names: Map<string, string>
  descriptions: Map<string, string>
  shortDescriptions: Map<string, string>
  /** Command lists by scope key and language, see commands.ts. */
  commands: Map<string, { command: string; description: string; is_ephemeral?: boolean }[]>
}

export type SandboxNews = SandboxEvent extends infer Event
  ? Event extends SandboxEvent
    ? Omit<Event, 'platform' | 'at'>
    : never
  : never

export interface World {
  readonly clock: Clock
  readonly community: Community
  readonly bot: Bot
  readonly token: string
  readonly apiVersion: ApiVersion
  readonly chats: Map<number, ChatState>
  readonly profile: Profile
  readonly updates: UpdateQueue
  readonly queries: Queries
  readonly pace: Pace
  readonly files: FileShelf
  /** Reply keyboards and reply prompts by `chat:message`; Telegram's apps get them beside the message. */
  readonly prompts: Map<string, Record<string, unknown>>
  /** Message numbers of private chats and basic groups, which share one row in Telegram. */
  readonly counter: { message: number }
  tell(news: SandboxNews): void
}

/** Whether the server is at least as new as the version a feature came with. */
export function knows(world: Pick<World, 'apiVersion'>, since: string): boolean {
  return ordinal(world.apiVersion) >= ordinal(since)
}

function ordinal(version: string): number {
  const [major = '0', minor = '0'] = version.split('.')
  return Number(major) * 100 + Number(minor)
}
