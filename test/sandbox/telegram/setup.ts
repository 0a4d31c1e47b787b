/**
 * Shared by the tests of the pretend Telegram: a server with a clock that moves by hand, and a grammY client.
 */
import { Api, GrammyError } from 'grammy'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Community } from '../../../src/sandbox/contract.js'
import { NO_PACE } from '../../../src/sandbox/telegram/pace.js'
import {
  createTelegramSandbox,
  type TelegramSandbox,
  type TelegramSandboxOptions,
} from '../../../src/sandbox/telegram/server.js'

export interface HandClock {
  now(): number
  after(ms: number, run: () => void): () => void
  /** Lets time pass, running what is due in order. */
  advance(ms: number): void
  /** Timers that are running now. */
  timers(): number
}

/** Starts on a whole second, so that dates in seconds are easy to compare. */
export function handClock(start = 1_790_000_000_000): HandClock {
  let now = start
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (;;) {
        const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers = timers.filter((timer) => timer !== due)
        now = Math.max(now, due.at)
        due.run()
      }
      now = end
    },
    timers: () => timers.length,
  }
}

export const GROUP = '-1001000000001'
export const FORUM = '-1001000000002'

export interface Stage {
  sandbox: TelegramSandbox
  api: Api
  clock: HandClock
  community: Community
  id(person: string): number
  close(): Promise<void>
}

/** A listening sandbox without send limits, unless the options say otherwise. */
export async function stage(options: Partial<TelegramSandboxOptions> = {}): Promise<Stage> {
  const clock = handClock()
  const community = options.community ?? demoCommunity()
  const sandbox = createTelegramSandbox({
    community,
    now: clock.now,
    after: clock.after,
    limits: NO_PACE,
    ...options,
  })
  await sandbox.listen()
  const api = new Api(sandbox.token, { apiRoot: sandbox.root })
  return {
    sandbox,
    api,
    clock,
    community,
    id: (person) => community.person(person).telegram.id,
    close: () => sandbox.close(),
  }
}

/** The refusal a call ends with; fails the test when it succeeds. */
export async function refusal(call: Promise<unknown>): Promise<GrammyError> {
  try {
    await call
  } catch (error) {
    if (error instanceof GrammyError) return error
    throw error
  }
  throw new Error('the call was expected to be refused')
}
