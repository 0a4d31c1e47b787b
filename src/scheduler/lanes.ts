/** What is under way, and what may begin beside it. */
import type { PlatformName } from '../interaction/call.js'
import { Outage } from '../kit/outage.js'
import { ANSWERS } from '../storage/outbox.js'
import { carry, type Ways } from './attempt.js'
import type { Verdict } from './failures.js'
import { createPacing, type Pacing } from './pacing.js'
import type { Head } from './rows.js'

/** Attempts under way on one platform. */
const PARALLEL = 16
/** ms that nothing is begun after the database was found away. */
const REST_MS = 1000
/**
 * A message that waits so long goes before messages of higher classes: the final edit is sent in any storm.
 */
const PATIENCE_MS = 10_000
/** Who goes first where a platform's limit is for all. Source: page "Reliability", section 5. */
const RANK = { receipt: 1, post: 2, edit: 3 } as const

export interface LanesOptions extends Ways {
  /** The token is revoked: nothing can be sent any more. */
  fatal(platform: PlatformName, detail: string): void
  pacing?: Pacing
  /** An attempt has ended, so something else may begin. */
  ended(): void
}

interface Lanes {
  /** Platforms that take something within `ms`. */
  open(ms: number): PlatformName[]
  /** Begins what may go now, and answers the ms until more may; undefined: when an attempt ends. */
  begin(heads: readonly Head[], signal: AbortSignal): number | undefined
  count(): number
  /** Whether this row is under way here. */
  carries(id: number): boolean
  /** Resolves when what is under way now has ended. */
  idle(): Promise<void>
}

export function createLanes(options: LanesOptions): Lanes {
  const { world, platforms } = options
  const pacing = options.pacing ?? createPacing()
  const underway = new Map<string, { id: number; platform: PlatformName; attempt: Promise<void> }>()
  const halted = new Set<PlatformName>()
  let restUntil = 0

  const hasRoom = (platform: PlatformName) =>
    [...underway.values()].filter((one) => one.platform === platform).length < PARALLEL

  function start(head: Head, now: number, signal: AbortSignal): void {
    const takeBack = pacing.took(head, now)
    const attempt = run(head, takeBack, signal).finally(() => {
      underway.delete(laneOf(head))
      options.ended()
    })
    underway.set(laneOf(head), { id: head.id, platform: head.platform, attempt })
  }

  async function run(head: Head, takeBack: () => void, signal: AbortSignal): Promise<void> {
    try {
      if (!(await carry(options, head.id, signal, (verdict) => heed(head, verdict)))) takeBack()
    } catch (error) {
      restUntil = world.monotonic() + REST_MS
      const level = error instanceof Outage ? 'warn' : 'error'
      options.log[level]('a message could not be carried', { row: head.id, error })
    }
  }

  function heed(head: Head, { pause, halt, change }: Verdict): void {
    if (pause) pacing.pause(head, pause.ms, pause.everything, world.monotonic())
    if (!halt || halted.has(head.platform)) return
    halted.add(head.platform)
    options.fatal(head.platform, change.lastError ?? '')
  }

  return {
    open: (ms) =>
      [...platforms.keys()].filter(
        (name) => !halted.has(name) && hasRoom(name) && pacing.waitOfAll(name, world.monotonic()) <= ms,
      ),
    begin(heads, signal) {
      const waits: number[] = []
      for (const head of inTurn(heads, world.now())) {
        const now = world.monotonic()
        if (signal.aborted || underway.has(laneOf(head)) || !hasRoom(head.platform)) continue
        const wait = Math.max(pacing.wait(head, now), restUntil - now)
        if (wait > 0) waits.push(wait)
        else start(head, now, signal)
      }
      return waits.length > 0 ? Math.min(...waits) : undefined
    },
    count: () => underway.size,
    carries: (id) => [...underway.values()].some((one) => one.id === id),
    async idle() {
      await Promise.all([...underway.values()].map(({ attempt }) => attempt))
    },
  }
}

/** Edits of a lane leave beside its messages, one at a time: they must not wait for each other. */
function laneOf({ lane, class: kind }: Head): string {
  return kind === 'edit' ? `${lane} edits` : lane
}

/**
 * A packet's card, for which a whole group waits, goes before answers to one of them, however long those
 * wait.
 */
function inTurn(heads: readonly Head[], now: number): Head[] {
  const rank = (head: Head) => {
    const isForAll = head.class === 'receipt' && head.isGroup && !head.lane.endsWith(ANSWERS)
    if (isForAll) return 0
    return now - head.notBefore > PATIENCE_MS ? 1 : RANK[head.class] + 1
  }
  return heads.toSorted((a, b) => rank(a) - rank(b) || a.notBefore - b.notBefore || a.id - b.id)
}
