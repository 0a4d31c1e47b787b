/** Whether the bot can do its work, and what keeps it. */
import type { Finding } from './core/ledger/ledger.js'
import type { PlatformName } from './interaction/call.js'
import type { World } from './kit/world.js'
import type { ClockState, Timekeeper } from './storage/clock.js'
import { outboxCounts } from './storage/outbox.js'
import type { Storage } from './storage/storage.js'
import { writeProbe } from './storage/writable.js'

export interface Readiness {
  ready: boolean
  /** It answers, and takes a write. */
  database: boolean
  clock: ClockState
  /** Those that have accepted us. */
  platforms: PlatformName[]
  /** What the last audit found; empty is good. */
  findings: Finding[]
  outbox: Record<string, number>
}

interface Books {
  storage: Storage
  world: Pick<World, 'monotonic'>
  time: Timekeeper
  auditor: { latest(): Finding[] }
}

export function createReadiness(
  { storage, world, time, auditor }: Books,
  { wanted, connected }: Record<'wanted' | 'connected', ReadonlyMap<PlatformName, unknown>>,
): () => Promise<Readiness> {
  const isWritable = writeProbe(storage, world)
  return async () => {
    const outbox = await storage.read(outboxCounts).catch(() => undefined)
    const database = outbox !== undefined && (await isWritable())
    const clock = time.trust().state
    const findings = auditor.latest()
    const isWell = database && clock !== 'wrong' && findings.length === 0
    const ready = isWell && connected.size === wanted.size
    return { ready, database, clock, platforms: [...connected.keys()], findings, outbox: outbox ?? {} }
  }
}
