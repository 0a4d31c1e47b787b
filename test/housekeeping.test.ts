/**
 * What is forgotten once a day: a platform that delivers an update again gets no second answer for it, in
 * whatever order its parts are forgotten, and nothing is kept for ever.
 */
import { expect, it, vi } from 'vitest'
import { houseKeeping } from '../src/housekeeping.js'
import { REMEMBERED_MS } from '../src/interaction/repeats.js'
import { createScheduler } from '../src/scheduler/scheduler.js'
import type { Job } from '../src/storage/job.js'
import { type House, openHouse } from './kit/house.js'
import { recordingLog } from './kit/lines.js'
import { describeStorage, type EngineForTests } from './kit/storage.js'
import { carrierOf } from './scheduler/carrier.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Telegram delivers an update again for so long. Bot API, getUpdates. */
const REPEATED_MS = DAY

async function kept(house: House): Promise<void> {
  for (const { run } of houseKeeping) {
    const period = { name: 'test', dueAt: house.world.now() }
    while ((await house.storage.write((work) => run(work, period))) === 'more');
  }
}

const countsOf = (house: House) =>
  house.look(async (work) => ({
    calls: (await work.db.select().from(work.t.calls)).length,
    answers: (await work.db.select().from(work.t.outbox)).length,
  }))

const countsOfJobs = (house: House) =>
  house.look(async (work) => (await work.db.select().from(work.t.jobs)).length)

/** A typed call that was answered, and delivered again at will. */
async function answered(engine: EngineForTests) {
  const house = await openHouse(engine)
  const mia = await house.person('Mia')
  const call = mia.call({ kind: 'typed', command: 'help', words: '' })
  const again = () => house.dispatch(call)
  await again()
  const [row] = await house.look(async (work) => work.db.select().from(work.t.outbox))
  const key = row?.key ?? ''
  await carrierOf(house).carries(key, { ends: '5' })
  return { house, again, key }
}

describeStorage('the keeping of the house', (engine) => {
  it('never makes an update be answered twice, as long as it is delivered again and longer', async () => {
    const { house, again, key } = await answered(engine)
    let age = 0
    for (const at of [HOUR, REPEATED_MS - 1, REPEATED_MS, 47 * HOUR, 49 * HOUR, REMEMBERED_MS - 1]) {
      house.world.passes(at - age)
      age = at
      await kept(house)
      await again()
      const rows = await house.look(async (work) => work.db.select().from(work.t.outbox))
      expect([at, rows.filter(({ state }) => state !== 'sent')]).toEqual([at, []])
    }
    // The answer itself was forgotten after two days, and the call it answered was not.
    expect(await countsOf(house)).toEqual({ calls: 1, answers: 0 })
    expect(key).toMatch(/^answer:/)
    expect(REMEMBERED_MS).toBeGreaterThanOrEqual(2 * REPEATED_MS)
  })

  it('leaves nothing of a settled answer after three days', async () => {
    const { house } = await answered(engine)
    house.world.passes(REMEMBERED_MS + 1)
    await kept(house)
    expect(await countsOf(house)).toEqual({ calls: 0, answers: 0 })
  })

  it('waits while the clock is not to be trusted: what was said just now would look old', async () => {
    const { house } = await answered(engine)
    const clock = { isRight: true }
    let turns = 0
    // The last of a look, whatever the clock.
    const last: Job = {
      ...{ name: 'last', cron: '50 3 * * *', zone: 'UTC', catchUp: 'run_latest' },
      run: async () => {
        turns += 1
        return 'done'
      },
    }
    const scheduler = createScheduler({
      ...{ storage: house.storage, world: house.world, log: recordingLog().log },
      jobs: [...houseKeeping, last],
      isClockRight: async () => clock.isRight,
      ticks: () => () => {},
      wake: () => {},
    })
    const turn = async () => {
      const before = turns
      house.world.passes(DAY)
      await scheduler.start()
      await vi.waitFor(() => expect(turns).toBe(before + 1), 10_000)
      await scheduler.stop()
    }
    await scheduler.start()
    await vi.waitFor(async () => expect(await countsOfJobs(house)).toBe(4), 10_000)
    await scheduler.stop()
    clock.isRight = false
    house.world.passes(4 * DAY)
    await turn()
    expect(await countsOf(house)).toEqual({ calls: 1, answers: 1 })
    clock.isRight = true
    await turn()
    expect(await countsOf(house)).toEqual({ calls: 0, answers: 0 })
  })
})
