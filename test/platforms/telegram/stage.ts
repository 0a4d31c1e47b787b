/** The adapter against the pretend Telegram: real grammY, real HTTP, nobody else. */

import type { Call } from '../../../src/interaction/call.js'
import type { Platform } from '../../../src/interaction/platform.js'
import type { Answer } from '../../../src/interaction/view.js'
import type { Hook } from '../../../src/kit/hook.js'
import type { World } from '../../../src/kit/world.js'
import { createTelegram, type TelegramOptions } from '../../../src/platforms/telegram/telegram.js'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Room } from '../../../src/sandbox/contract.js'
import { NO_PACE } from '../../../src/sandbox/telegram/pace.js'
import {
  createTelegramSandbox,
  type TelegramSandbox,
  type TelegramSandboxOptions,
} from '../../../src/sandbox/telegram/server.js'
import { noFiles } from '../../kit/files.js'
import { forbidStrangeCalls } from '../../kit/strange.js'
import {
  CANARY,
  type FakeIntake,
  fakeIntake,
  fakeSpeech,
  order,
  quickWorld,
  type RecordingLog,
  recordingLog,
} from './setup.js'

export const GROUP = '-1001000000001'
export const FORUM = '-1001000000002'

export interface Stage {
  sandbox: TelegramSandbox
  telegram: Platform & { hook?: Hook }
  intake: FakeIntake
  log: RecordingLog
  world: World & { slept: number[] }
  ended: Error[]
  /** Native calls of the bot, `method ok|note`, without polls. */
  calls: string[]
  /** The newest message the person sees in the room. */
  last(person: string, room: string): Record<string, unknown>
  start(): Promise<void>
  /** Resolves when the intake has got this many calls. */
  called(count: number): Promise<Call[]>
  close(): Promise<void>
}

export interface StageOptions {
  sandbox?: Partial<TelegramSandboxOptions>
  telegram?: Partial<TelegramOptions>
  answer?: (call: Call) => Answer | undefined | Promise<Answer | undefined>
}

export async function stage({ answer = () => undefined, ...options }: StageOptions = {}): Promise<Stage> {
  const sandbox = createTelegramSandbox({
    community: demoCommunity(),
    limits: NO_PACE,
    token: CANARY,
    ...options.sandbox,
  })
  forbidStrangeCalls(sandbox)
  await sandbox.listen()
  const log = recordingLog()
  const world = quickWorld()
  const waiting: { count: number; resolve: (calls: Call[]) => void }[] = []
  const intake = fakeIntake((call) => {
    for (const { count, resolve } of waiting) if (intake.calls.length >= count) resolve(intake.calls)
    return answer(call)
  })
  const ended: Error[] = []
  const calls: string[] = []
  sandbox.onEvent((event) => {
    if (event.kind === 'call' && event.method !== 'getUpdates')
      calls.push(`${event.method} ${event.ok ? 'ok' : event.note}`)
  })
  const telegram = createTelegram({
    token: CANARY,
    apiRoot: sandbox.root,
    mode: { polling: true },
    speech: fakeSpeech(),
    world,
    load: noFiles,
    log,
    order,
    ...options.telegram,
  })
  return {
    sandbox,
    telegram,
    intake,
    log,
    world,
    ended,
    calls,
    last: (person, room) => sandbox.history(room, person).at(-1) as Record<string, unknown>,
    start: () => telegram.start(intake, (error) => ended.push(error)),
    called: (count) =>
      new Promise((resolve) => {
        if (intake.calls.length >= count) resolve(intake.calls)
        else waiting.push({ count, resolve })
      }),
    async close() {
      await telegram.stop()
      await telegram.close()
      await sandbox.close()
    },
  }
}

/** The private room of a person. */
export function privateRoom({ sandbox }: Stage, person: string): string {
  return (sandbox.rooms(person).at(-1) as Room).id
}
