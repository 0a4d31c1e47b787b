/**
 * Does what is due by the calendar: each period of a job once, over restarts, downtime, changes of the clocks
 * and with several processes. What came due is written down in `job_runs`; whoever holds a run's lease works
 * for it in units that check the lease themselves, so a run that is done was done once. (What recurs every
 * few seconds and is safe to do twice is a beat, see `beats.ts`: a row for each of 40,000 turns a day would
 * tell nothing.)
 */
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Job, Period } from '../storage/job.js'
import type { Storage, Work } from '../storage/storage.js'
import { periodAfter, periodsBetween, type Rule, ruleOf } from './periods.js'
import {
  addRuns,
  endRun,
  freeRuns,
  keepRun,
  movePlan,
  plannedTo,
  putOff,
  type Run,
  skipBefore,
  takeRun,
} from './runs.js'

/** Without anything due, the table is looked at so often, for runs that others have left behind. */
const LOOK_MS = 60_000
/** Periods written down at once. */
const PERIODS_AT_ONCE = 100
/** A plan may be so far ahead of the clock: clocks of two machines differ a little. */
const AHEAD_MOST_MS = 5 * 60_000
/** A run is given up after so many failures: with the waits between them, after about four hours. */
const ATTEMPTS_MOST = 10
const RETRY_FIRST_MS = 60_000
const RETRY_MOST_MS = 3_600_000

export interface SchedulerOptions {
  storage: Storage
  world: World
  log: Log
  jobs: readonly Job[]
  /** Whether the clock is right, for the jobs that need it to be. */
  isClockRight(): Promise<boolean>
  /** Calls back every second or so until the result is called; see `ticks.ts`. */
  ticks(tick: () => void): () => void
  /** Called after a run that may have queued something. */
  wake(): void
}

export interface Scheduler {
  start(): Promise<void>
  /** Waits for the unit in hand; a run that is not done goes on in the next life. */
  stop(): Promise<void>
}

/** Throws for a job whose rule nobody can read. */
export function createScheduler(options: SchedulerOptions): Scheduler {
  const { storage, world, log, ticks } = options
  const jobs = options.jobs.map((job) => ({ ...job, rule: ruleOf(job.cron, job.zone) }))
  const state = { isStopping: false, dueAt: 0, lookAt: 0 }
  let turn: Promise<void> | undefined
  let cancel = () => {}

  function tick(): void {
    turn ??= look()
      .catch((error) => log.warn('the scheduler could not look', { error }))
      .finally(() => {
        turn = undefined
      })
  }

  async function look(): Promise<void> {
    if (world.now() < state.dueAt && world.monotonic() < state.lookAt) return
    const trusted = await options.isClockRight()
    const ready = jobs.filter(({ needsTrueClock }) => trusted || !needsTrueClock)
    for (const job of ready) {
      const passed = await storage.write((work) => plan(work, job, world.now()))
      for (const { name: period, note } of passed)
        log.warn('a period of a job was passed over: a person must decide', { job: job.name, period, note })
      await runAll(options, job, state)
    }
    state.dueAt = Math.min(...jobs.map(({ rule }) => periodAfter(rule, world.now()).dueAt))
    state.lookAt = world.monotonic() + LOOK_MS
  }

  return {
    async start() {
      state.isStopping = false
      if (storage.dialect === 'sqlite') await storage.write(freeRuns)
      cancel = ticks(tick)
      tick()
    },
    async stop() {
      state.isStopping = true
      cancel()
      await turn
    },
  }
}

type Judged = Period & { note?: string }

/**
 * Writes down what came due since the last time, and answers what it passed over. A plan that is ahead of the
 * clock was made while the clock was wrong, and is taken back: what was done then is not done again, since it
 * has its row.
 */
async function plan(
  work: Work,
  { name, rule, catchUp }: Job & { rule: Rule },
  now: number,
): Promise<Judged[]> {
  const from = await plannedTo(work, name, now)
  if (from > now + AHEAD_MOST_MS) await movePlan(work, name, { from, to: now, now })
  const most = catchUp === 'run_latest' ? Number.POSITIVE_INFINITY : PERIODS_AT_ONCE
  const periods = firstOf(periodsBetween(rule, from, now), most)
  const latest = periods.at(-1)
  if (!latest || !(await movePlan(work, name, { from, to: latest.dueAt, now }))) return []
  const judged = judge(periods, catchUp, now)
  await addRuns(work, name, judged)
  if (catchUp === 'run_latest') await skipBefore(work, name, latest.dueAt)
  return judged.filter(({ note }) => note !== undefined)
}

function judge(periods: readonly Period[], catchUp: Job['catchUp'], now: number): Judged[] {
  if (catchUp === 'run_each') return [...periods]
  if (catchUp === 'run_latest') return periods.slice(-1)
  const oldest = now - catchUp.skipAfterMs
  return periods.map((period) =>
    period.dueAt < oldest ? { ...period, note: 'missed for too long' } : period,
  )
}

function firstOf(periods: Iterable<Period>, most: number): Period[] {
  const first: Period[] = []
  for (const period of periods) {
    first.push(period)
    if (first.length >= most) break
  }
  return first
}

async function runAll(options: SchedulerOptions, job: Job, state: { isStopping: boolean }): Promise<void> {
  while (!state.isStopping) {
    const run = await options.storage.write((work) => takeRun(work, job.name))
    if (!run) return
    options.world.crashpoint('scheduler: leased')
    try {
      while (!state.isStopping && (await oneUnit(options, job, run)) === 'more') options.wake()
    } catch (error) {
      await failed(options, run, error)
    }
    options.wake()
  }
}

async function oneUnit(
  { storage, world }: SchedulerOptions,
  job: Job,
  run: Run,
): Promise<'done' | 'more' | 'lost'> {
  const outcome = await storage.write(async (work) => {
    if (!(await keepRun(work, run))) return 'lost' as const
    const said = await job.run(work, { name: run.period, dueAt: run.dueAt })
    if (said === 'done') await endRun(work, run, 'done')
    return said
  })
  world.crashpoint('scheduler: worked')
  return outcome
}

async function failed({ storage, log }: SchedulerOptions, run: Run, error: unknown): Promise<void> {
  const { job, period, attempts } = run
  const isHopeless = attempts >= ATTEMPTS_MOST
  const message = isHopeless ? 'a job failed and is given up' : 'a job failed and is tried again'
  log.error(message, { job, period, attempts, error })
  const note = error instanceof Error ? error.name : 'failed'
  const waitMs = Math.min(RETRY_MOST_MS, RETRY_FIRST_MS * 2 ** (attempts - 1))
  await storage.write((work) =>
    isHopeless ? endRun(work, run, 'failed', note) : putOff(work, run, waitMs, note),
  )
}
