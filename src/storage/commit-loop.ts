/**
 * Many units of work, one commit: SQLite's single writer runs whatever is queued in one transaction and
 * answers after its COMMIT, so a storm shares one fsync (measured: 54,000 units/s against 3,400 one by one).
 */
import { Outage } from '../kit/outage.js'
import type { World } from '../kit/world.js'
import type { Clock } from './clock.js'
import { asOutage, isLocked } from './errors.js'
import type { Work } from './storage.js'
import { type Connection, type NestingGuard, Overdue, runUnit, UnitWork } from './unit.js'

/** Units in one commit. More gains nothing measurable and makes the first one wait. */
export const BATCH_LIMIT = 256

/** ms between two tries while another program holds the lock: everybody else goes on meanwhile. */
const BUSY_AGAIN_MS = 10

/** The writer's transaction, spoken synchronously. */
export interface Transaction {
  begin(): void
  commit(): void
  /** Never throws; does nothing when none is open. */
  rollback(): void
  savepoint(): void
  /** Keeps what was done since the savepoint. */
  release(): void
  /** Undoes what was done since the savepoint. */
  undo(): void
  /** False when the engine itself rolled back, as SQLite does on a full disk. */
  isOpen(): boolean
}

export interface CommitLoop {
  add<T>(unit: (work: Work) => Promise<T>): Promise<T>
  /** Refuses further units and resolves when the queued ones are done. */
  close(): Promise<void>
}

interface Options {
  transaction: Transaction
  connection: Connection
  world: World
  clock: Clock
  guard: NestingGuard
  deadlineMs: number
  /** ms to wait for a lock that another program holds. */
  busyMs: number
}

type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown }

interface Queued {
  unit: (work: Work) => Promise<unknown>
  settle: (outcome: Outcome) => void
  /** Set when it must not be tried again. */
  hopeless?: Overdue
}

export function commitLoop(options: Options): CommitLoop {
  const queue: Queued[] = []
  const batches = batchRunner(options)
  let running: Promise<void> | undefined
  let closed = false

  async function drain(): Promise<void> {
    // Breathing first gathers what the other handlers of this turn are about to write.
    for (await options.world.breathe(); queue.length > 0; await options.world.breathe()) {
      await batches.run(queue.splice(0, BATCH_LIMIT))
    }
    running = undefined
  }

  return {
    add<T>(unit: (work: Work) => Promise<T>): Promise<T> {
      if (closed) return Promise.reject(new Outage('the storage is closed'))
      const { promise, settle } = outcomePromise<T>()
      queue.push({ unit, settle })
      running ??= drain()
      return promise
    },
    async close() {
      closed = true
      await running
    },
  }
}

function outcomePromise<T>(): { promise: Promise<T>; settle: (outcome: Outcome) => void } {
  let settle: (outcome: Outcome) => void = () => {}
  const promise = new Promise<T>((resolve, reject) => {
    settle = (outcome) => (outcome.ok ? resolve(outcome.value as T) : reject(outcome.error))
  })
  return { promise, settle }
}

/** Runs one unit inside the open transaction. */
function unitRunner({ transaction, connection, world, guard, deadlineMs }: Options) {
  return async function attempt(queued: Queued, now: number): Promise<Outcome> {
    const work = new UnitWork(connection, world, now)
    try {
      const value = await guard.run(() => runUnit(queued.unit, work, world, deadlineMs))
      if (transaction.isOpen()) return { ok: true, value }
      return { ok: false, error: new Outage('the database rolled the transaction back by itself') }
    } catch (error) {
      if (error instanceof Overdue) queued.hopeless = error
      return { ok: false, error: asOutage(error) }
    }
  }
}

/** Waits for a lock that another program holds; SQLite itself would wait with the whole process. */
async function begin({ transaction, world, busyMs }: Options): Promise<void> {
  const until = world.monotonic() + busyMs
  for (;;) {
    try {
      transaction.begin()
      return
    } catch (error) {
      if (!isLocked(error) || world.monotonic() >= until) throw error
    }
    await world.sleep(BUSY_AGAIN_MS)
  }
}

function batchRunner(options: Options) {
  const { transaction, world, clock } = options
  const attempt = unitRunner(options)
  /** Units of the last batch threw, so those of the next probably do: begin with savepoints. */
  let careful = false

  async function run(batch: Queued[]): Promise<void> {
    let now = 0
    let outcomes: Outcome[]
    try {
      await begin(options)
      now = clock.now()
      outcomes = (careful ? undefined : await together(batch, now)) ?? (await apart(batch, now))
      world.crashpoint('storage: before a commit')
      if (transaction.isOpen()) transaction.commit()
    } catch (error) {
      const outcome: Outcome = { ok: false, error: abandoned(error) }
      return settleAll(
        batch,
        batch.map(() => outcome),
      )
    }
    clock.committed(now)
    careful = outcomes.some((outcome) => !outcome.ok)
    world.crashpoint('storage: after a commit')
    settleAll(batch, outcomes)
  }

  /** The fast way: no savepoints. Undefined, with all undone, when one of several units threw. */
  async function together(batch: Queued[], now: number): Promise<Outcome[] | undefined> {
    const outcomes: Outcome[] = []
    for (const queued of batch) {
      const outcome = await attempt(queued, now)
      if (!outcome.ok) {
        transaction.rollback()
        return batch.length === 1 ? [outcome] : undefined
      }
      outcomes.push(outcome)
    }
    return outcomes
  }

  /** The careful way: a savepoint each, so that one that throws undoes only its own. */
  async function apart(batch: Queued[], now: number): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    if (!transaction.isOpen()) await begin(options)
    for (const queued of batch) {
      transaction.savepoint()
      const outcome = queued.hopeless
        ? { ok: false as const, error: queued.hopeless }
        : await attempt(queued, now)
      if (!transaction.isOpen())
        throw outcome.ok ? new Error('the transaction was closed inside a unit') : outcome.error
      if (!outcome.ok) transaction.undo()
      transaction.release()
      outcomes.push(outcome)
    }
    return outcomes
  }

  /** Nothing of the batch happened. */
  function abandoned(error: unknown): unknown {
    transaction.rollback()
    return asOutage(error)
  }

  return { run }
}

function settleAll(batch: Queued[], outcomes: Outcome[]): void {
  for (const [index, queued] of batch.entries()) {
    queued.settle(
      outcomes[index] ?? { ok: false, error: new Error('broken promise: a unit without an outcome') },
    )
  }
}
