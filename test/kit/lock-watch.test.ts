/** The watch over the order of locks finds a unit that goes back in it. */
import { asc, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { lockApplication, lockApplications } from '../../src/core/applications/applications.js'
import { record } from '../../src/core/facts/facts.js'
import { applies } from '../core/applications/kit.js'
import { openHouse } from './house.js'
import { brokenOrder } from './lock-watch.js'
import { engineForTests } from './storage.js'

const engine = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

it.runIf(wanted.includes('postgres'))(
  'tells who locks a row after a fact, or a lower one after a higher',
  async () => {
    const house = await openHouse(engine)
    const numbers: number[] = []
    for (const name of ['Moon', 'Sun']) numbers.push(Number(await applies(house, await house.person(name))))
    const [low = 0, high = 0] = numbers
    const fact = { kind: 'desk-closed', actor: 'system', subject: 'chat:1' } as const
    brokenOrder()
    await house.storage.write(async (work) => {
      await lockApplications(work, [high, low])
      await record(work, fact)
      await lockApplication(work, high)
      await record(work, fact)
      await lockApplication(work, low)
    })
    expect(brokenOrder()).toEqual([])
    await house.storage.write(async (work) => {
      await lockApplication(work, high)
      await lockApplication(work, low)
    })
    expect(brokenOrder()).toEqual([expect.stringContaining(`lock applications ${low} after ${high}`)])
    await house.storage.write(async (work) => {
      await record(work, fact)
      await lockApplication(work, low)
    })
    expect(brokenOrder()).toEqual([expect.stringContaining('lock applications after lock fact_head')])
    await house.storage.write(async (work) => {
      const { db, t } = work
      await work.lock(db.select().from(t.members).orderBy(asc(t.members.id)))
      await db.update(t.applications).set({ reminded: 1 }).where(eq(t.applications.id, low))
    })
    expect(brokenOrder()).toEqual([expect.stringContaining('update applications after lock members')])
  },
)
