/**
 * Bulk actions of several people on the same applications, each in an order of its own, by two processes on
 * PostgreSQL: none waits for one that waits for it, and none of them is told that the books are away.
 */
import { expect, it } from 'vitest'
import type { Storage } from '../../../src/storage/storage.js'
import { openHouse, steeredWorld } from '../../kit/house.js'
import { brokenOrder } from '../../kit/lock-watch.js'
import { patient } from '../../kit/patient.js'
import { engineForTests } from '../../kit/storage.js'
import { applies, stateOf } from '../applications/kit.js'
import { staffNamed } from '../cases/kit.js'

const APPLICATIONS = 12

const engine = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

/** Units by turns on one process and the other; counts how often PostgreSQL had one of them run again. */
function byTurns(storages: readonly Storage[], count: { units: number; runs: number }): Storage {
  const [first] = storages
  if (!first) throw new Error('no storage')
  return {
    ...first,
    write(unit) {
      const chosen = storages[count.units % storages.length] ?? first
      count.units += 1
      return chosen.write((work) => {
        count.runs += 1
        return unit(work)
      })
    },
  }
}

it.runIf(wanted.includes('postgres'))(
  'bulk actions in any order wait in one',
  { timeout: 120_000 },
  async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const open = async () => patient(await engine.open({ url, world, deadlineMs: 120_000 }))
    const storages = [await open(), await open()]
    const count = { units: 0, runs: 0 }
    const house = await openHouse(engine, { world, storage: byTurns(storages, count) })
    const numbers: string[] = []
    for (let at = 0; at < APPLICATIONS; at++)
      numbers.push(await applies(house, await house.person(`Moon ${at}`)))
    const half = APPLICATIONS / 2
    const orders = [
      numbers,
      [...numbers].reverse(),
      [...numbers.slice(half), ...numbers.slice(0, half)],
      [...numbers.slice(0, half).reverse(), ...numbers.slice(half)],
    ]
    const act = async (name: string, typed: string[]) => {
      const admin = await staffNamed(house, name, 'admin')
      const values = { what: 'incomplete', numbers: typed.join(',') }
      const preview = await admin.presses({ command: 'review-bulk', values })
      return () => admin.presses(preview.press({ act: 'confirm' }))
    }
    const confirms = await Promise.all(orders.map((order, at) => act(`Ada ${at}`, order)))
    brokenOrder()
    Object.assign(count, { units: 0, runs: 0 })
    const told = await Promise.all(confirms.map((confirm) => confirm()))
    expect(told.map(({ keys }) => keys[0])).toEqual(orders.map(() => 'bulk-done'))
    expect(count.runs).toBe(count.units)
    expect(brokenOrder()).toEqual([])
    const rejected = told.filter(({ keys }) => keys.includes('bulk-rejected'))
    expect(rejected).toHaveLength(1)
    for (const number of numbers) expect(await stateOf(house, number)).toBe('rejected')
    // Each is told in the order in which it was typed.
    for (const [at, { words }] of told.entries()) {
      const places = (orders[at] ?? []).map((number) => words.search(new RegExp(`\\b${number}:`)))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
    expect(await house.audit()).toEqual([])
  },
)
