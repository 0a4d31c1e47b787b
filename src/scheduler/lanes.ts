/** What is under way, and what may begin beside it. */
import type { CarrierName } from '../interaction/call.js'
import { Outage } from '../kit/outage.js'
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
/** So long a change of a card lets answers in its group go first. */
const EDIT_PATIENCE_MS = 5_000
/** Who goes first where a platform's limit is for all. */
const RANK = { receipt: 1, post: 2, edit: 3 } as const
const LAST = 9

export interface LanesOptions extends Ways {
  /** The token is revoked: nothing can be sent any more. */
  fatal(platform: CarrierName, detail: string): void
  pacing?: Pacing
  /** An attempt has ended, so something else may begin. */
  ended(): void
}

interface Lanes {
  /** Platforms that take something within `ms`. */
  open(ms: number): CarrierName[]
  /** Lanes whose first answer has waited too long, and has no room now. */
  crowded(heads: readonly Head[]): string[]
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
  const underway = new Map<string, { id: number; platform: CarrierName; attempt: Promise<void> }>()
  const halted = new Set<CarrierName>()
  let restUntil = 0

  const hasRoom = (platform: CarrierName) =>
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
    crowded: (heads) =>
      heads.filter((head) => head.isLate && pacing.wait(head, world.monotonic()) > 0).map(({ lane }) => lane),
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
 * wait; so does a change of a card that has waited for a moment. Answers that came back have the room that
 * others leave.
 */
function inTurn(heads: readonly Head[], now: number): Head[] {
  const rank = ({ class: kind, isGroup, isAnswer, isReturned, notBefore }: Head) => {
    const waits = now - notBefore
    if (isReturned) return LAST
    if (isGroup && !isAnswer && kind === 'receipt') return 0
    if (isGroup && kind === 'edit' && waits > EDIT_PATIENCE_MS) return 1
    return waits > PATIENCE_MS ? 2 : RANK[kind] + 2
  }
  return heads.toSorted((a, b) => rank(a) - rank(b) || a.notBefore - b.notBefore || a.id - b.id)
}
