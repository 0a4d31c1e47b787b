import { expect, it } from 'vitest'
import { createScheduler, type Scheduler } from '../../src/scheduler/scheduler.js'
import { timekeeper } from '../../src/storage/clock.js'
import type { Job } from '../../src/storage/job.js'
import { enqueue } from '../../src/storage/outbox.js'
import type { Storage } from '../../src/storage/storage.js'
import { recordingLog } from '../kit/lines.js'
import { describeStorage, type EngineForTests } from '../kit/storage.js'
import { type VirtualWorld, virtualWorld } from '../kit/world.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The worlds of these tests begin three minutes before it. */
const DUE = Date.UTC(2026, 10, 21, 3)

interface Calendar {
  world: VirtualWorld
  storage: Storage
  log: ReturnType<typeof recordingLog>
  /** Periods in the order in which they were done. */
  done(): Promise<string[]>
  runs(): Promise<{ period: string; state: string; note: string | null; attempts: number }[]>
  scheduler(more?: Partial<Job>, through?: (storage: Storage) => Storage): Scheduler
}

/**
 * The job queues a message a period; the outbox shows what was done, with every effect twice made visible.
 */
async function openCalendar(engine: EngineForTests, start = DUE - 3 * MINUTE): Promise<Calendar> {
  const world = virtualWorld({ start })
  const log = recordingLog()
  const time = timekeeper(world, log.log)
  const storage = world.holding(await engine.open({ world: world.forStorage, clock: time }))
  let effects = 0
  const post: Job = {
    name: 'post',
    cron: '0 3 * * *',
    zone: 'UTC',
    catchUp: 'run_latest',
    async run(work, { name }) {
      effects += 1
      // A key of its own each time: a period that is done twice shows twice.
      await enqueue(work, {
        key: `${name}#${effects}`,
        class: 'post',
        to: { platform: 'telegram', account: '7' },
        content: name,
      })
      return 'done'
    },
  }
  return {
    world,
    storage,
    log,
    done: () =>
      storage.read(async (work) => {
        const rows = await work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id)
        return rows.map(({ key }) => key.split('#')[0] ?? '')
      }),
    runs: () =>
      storage.read(async (work) => {
        const rows = await work.db.select().from(work.t.jobRuns).orderBy(work.t.jobRuns.dueAt)
        return rows.map(({ period, state, note, attempts }) => ({ period, state, note, attempts }))
      }),
    scheduler: (more = {}, through = (same) => same) =>
      createScheduler({
        storage: through(storage),
        world,
        log: log.log,
        jobs: [{ ...post, ...more }],
        isClockRight: async () => time.trust().state === 'right',
        ticks: (tick) => everySecond(world, tick),
        wake() {},
      }),
  }
}

function everySecond(world: VirtualWorld, tick: () => void): () => void {
  let cancel = () => {}
  const again = () => {
    cancel = world.after(SECOND, () => {
      tick()
      again()
    })
  }
  again()
  return () => cancel()
}

async function begun(scheduler: Scheduler, world: VirtualWorld): Promise<Scheduler> {
  await scheduler.start()
  await world.rests()
  return scheduler
}

describeStorage('a job', (engine) => {
  it('runs when it is due, once, and makes no history up when it is installed', async () => {
    const calendar = await openCalendar(engine)
    const scheduler = await begun(calendar.scheduler(), calendar.world)
    await calendar.world.passes(2 * MINUTE)
    expect(await calendar.done()).toEqual([])
    await calendar.world.passes(MINUTE + SECOND)
    expect(await calendar.done()).toEqual(['2026-11-21T03:00'])
    await calendar.world.passes(10 * MINUTE)
    expect(await calendar.done()).toHaveLength(1)
    await scheduler.stop()
  })

  it.each([-5, -1, 0, 1, 5])('runs once with a restart %i s from when it is due', async (seconds) => {
    const calendar = await openCalendar(engine)
    const first = await begun(calendar.scheduler(), calendar.world)
    await calendar.world.passes(3 * MINUTE + seconds * SECOND)
    await first.stop()
    await calendar.world.passes(3 * SECOND)
    const second = await begun(calendar.scheduler(), calendar.world)
    await calendar.world.passes(2 * MINUTE)
    expect(await calendar.done()).toEqual(['2026-11-21T03:00'])
    await second.stop()
  })

  it.each([
    ['run_latest', 3, ['2026-11-23T03:00'], []],
    ['run_each', 3, ['2026-11-21T03:00', '2026-11-22T03:00', '2026-11-23T03:00'], []],
    [
      { skipAfterMs: 2 * DAY },
      3,
      ['2026-11-22T03:00', '2026-11-23T03:00'],
      ['2026-11-21T03:00 missed for too long'],
    ],
  ] as const)('catches up by %o after %i days', async (catchUp, days, done, skipped) => {
    const calendar = await openCalendar(engine)
    const first = await begun(calendar.scheduler({ catchUp }), calendar.world)
    await calendar.world.passes(MINUTE)
    await first.stop()
    await calendar.world.passes(days * DAY)
    const second = await begun(calendar.scheduler({ catchUp }), calendar.world)
    await calendar.world.passes(MINUTE)
    expect(await calendar.done()).toEqual(done)
    const passed = (await calendar.runs()).filter(({ state }) => state === 'skipped')
    expect(passed.map(({ period, note }) => `${period} ${note}`)).toEqual(skipped)
    expect(calendar.log.lines.filter(({ level }) => level === 'warn')).toHaveLength(skipped.length)
    await second.stop()
  })

  it('catches up with hundreds of periods, each once and in order', async () => {
    const calendar = await openCalendar(engine)
    const job: Partial<Job> = { cron: '0 * * * *', catchUp: 'run_each' }
    await (await begun(calendar.scheduler(job), calendar.world)).stop()
    await calendar.world.passes(250 * HOUR)
    const scheduler = await begun(calendar.scheduler(job), calendar.world)
    await calendar.world.passes(2 * MINUTE)
    const done = await calendar.done()
    expect(done).toHaveLength(250)
    expect(done).toEqual([...new Set(done)].toSorted())
    await scheduler.stop()
  })

  it('works in units until it says that it is done, and goes on in the next life', async () => {
    const calendar = await openCalendar(engine)
    let turns = 0
    let life: Scheduler | undefined
    const run: Job['run'] = async () => {
      turns += 1
      if (turns === 5) void life?.stop()
      return turns < 10 ? 'more' : 'done'
    }
    life = await begun(calendar.scheduler({ run }), calendar.world)
    await calendar.world.passes(4 * MINUTE)
    expect(turns).toBe(5)
    life = await begun(calendar.scheduler({ run }), calendar.world)
    await calendar.world.passes(10 * MINUTE)
    expect(turns).toBe(10)
    expect(await calendar.runs()).toMatchObject([{ state: 'done', attempts: 2 }])
    await life.stop()
  })

  it('that fails leaves nothing behind, is tried again, and is given up in the end', async () => {
    const calendar = await openCalendar(engine)
    const run: Job['run'] = async (work) => {
      const row = { key: 'half', class: 'post' as const, to: { platform: 'telegram' as const, account: '7' } }
      await enqueue(work, { ...row, content: 'half' })
      throw new TypeError('a job with a bug')
    }
    const scheduler = await begun(calendar.scheduler({ run }), calendar.world)
    await calendar.world.passes(5 * MINUTE)
    expect(await calendar.runs()).toMatchObject([{ state: 'leased', note: 'TypeError', attempts: 2 }])
    await calendar.world.passes(6 * HOUR)
    expect(await calendar.runs()).toMatchObject([{ state: 'failed', note: 'TypeError', attempts: 10 }])
    expect(await calendar.done()).toEqual([])
    expect(calendar.log.lines.at(-1)).toMatchObject({
      level: 'error',
      message: 'a job failed and is given up',
      fields: { job: 'post', period: '2026-11-21T03:00' },
    })
    await scheduler.stop()
  })

  it('by which the clocks go runs once on the days when they change', async () => {
    const calendar = await openCalendar(engine, Date.UTC(2026, 9, 24, 12))
    const job: Partial<Job> = { cron: '30 2 * * *', zone: 'Europe/Berlin' }
    const scheduler = await begun(calendar.scheduler(job), calendar.world)
    for (let hours = 0; hours < 48; hours++) {
      calendar.world.jumps(HOUR - 2 * MINUTE)
      await calendar.world.passes(2 * MINUTE)
    }
    expect(await calendar.done()).toEqual(['2026-10-25T02:30', '2026-10-26T02:30'])
    await scheduler.stop()
  })
})

describeStorage('a clock that jumps', (engine) => {
  it('back after a run does not make it run again', async () => {
    const calendar = await openCalendar(engine)
    const scheduler = await begun(calendar.scheduler(), calendar.world)
    await calendar.world.passes(4 * MINUTE)
    calendar.world.jumps(-2 * HOUR)
    await calendar.world.passes(3 * HOUR)
    expect(await calendar.done()).toEqual(['2026-11-21T03:00'])
    await scheduler.stop()
  })

  it('a year ahead makes what must not trust it wait, with an alarm, until the clock is right', async () => {
    const calendar = await openCalendar(engine)
    const scheduler = await begun(calendar.scheduler({ needsTrueClock: true }), calendar.world)
    calendar.world.jumps(365 * DAY)
    await calendar.world.passes(HOUR)
    expect(await calendar.done()).toEqual([])
    expect(calendar.log.lines).toMatchObject([{ level: 'error', message: expect.stringContaining('jumped') }])
    calendar.world.jumps(-365 * DAY)
    await calendar.world.passes(2 * MINUTE)
    expect(await calendar.done()).toEqual(['2026-11-21T03:00'])
    await scheduler.stop()
  })

  it('a year ahead and back does not stop the others for a year', async () => {
    const calendar = await openCalendar(engine)
    const scheduler = await begun(calendar.scheduler(), calendar.world)
    await calendar.world.passes(4 * MINUTE)
    calendar.world.jumps(365 * DAY)
    await calendar.world.passes(5 * MINUTE)
    calendar.world.jumps(-365 * DAY)
    await calendar.world.passes(5 * MINUTE)
    calendar.world.jumps(DAY)
    await calendar.world.passes(5 * MINUTE)
    expect(await calendar.done()).toEqual(['2026-11-21T03:00', '2027-11-21T03:00', '2026-11-22T03:00'])
    await scheduler.stop()
  })
})

describeStorage('two schedulers on one PostgreSQL', (engine) => {
  it.skipIf(engine.dialect === 'sqlite').each([0, 1, 5000])(
    'do each period once, %i ms apart',
    async (apart) => {
      const calendar = await openCalendar(engine)
      const first = await begun(calendar.scheduler({ cron: '*/5 * * * *' }), calendar.world)
      await calendar.world.passes(apart)
      const second = await begun(calendar.scheduler({ cron: '*/5 * * * *' }), calendar.world)
      await calendar.world.passes(HOUR)
      const done = await calendar.done()
      expect(done).toHaveLength(12)
      expect(new Set(done).size).toBe(12)
      for (const one of [first, second]) await one.stop()
    },
  )

  it.skipIf(engine.dialect === 'sqlite')(
    'take over from one that fell asleep, whose work is refused',
    async () => {
      const calendar = await openCalendar(engine)
      let isAsleep = false
      let wake = () => {}
      const sleepy = (storage: Storage): Storage => ({
        ...storage,
        write: async (unit) => {
          if (isAsleep) await new Promise<void>((resolve) => (wake = resolve))
          return storage.write(unit)
        },
      })
      let turns = 0
      const run: Job['run'] = async () => {
        turns += 1
        isAsleep = turns === 1
        return turns === 1 ? 'more' : 'done'
      }
      const sleeper = await begun(calendar.scheduler({ run }, sleepy), calendar.world)
      await calendar.world.passes(4 * MINUTE)
      const other = await begun(calendar.scheduler({ run }), calendar.world)
      await calendar.world.passes(10 * MINUTE)
      expect(await calendar.runs()).toMatchObject([{ state: 'done', attempts: 2 }])
      isAsleep = false
      wake()
      await calendar.world.passes(MINUTE)
      expect(turns).toBe(2)
      for (const one of [sleeper, other]) await one.stop()
    },
  )
})

describeStorage('a kill', (engine) => {
  it.each(['scheduler: leased', 'scheduler: worked'])(
    'at "%s" loses no period and doubles none',
    async (where) => {
      const calendar = await openCalendar(engine)
      let isDead = false
      const never = () => new Promise<never>(() => {})
      const mortal = (storage: Storage): Storage => ({
        ...storage,
        read: (look) => (isDead ? never() : storage.read(look)),
        write: (unit) => (isDead ? never() : storage.write(unit)),
      })
      calendar.world.crashpoint = (label) => {
        isDead ||= label === where
      }
      await begun(calendar.scheduler({}, mortal), calendar.world)
      await calendar.world.passes(4 * MINUTE)
      expect(isDead).toBe(true)
      const next = await begun(calendar.scheduler(), calendar.world)
      await calendar.world.passes(10 * MINUTE)
      expect(await calendar.done()).toEqual(['2026-11-21T03:00'])
      await next.stop()
    },
  )
})
