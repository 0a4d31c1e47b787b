/**
 * The largest record there is, fetched over HTTP by a stranger while people press: each of them is answered
 * before the record is, however often it is asked for.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { expect, it, onTestFinished } from 'vitest'
import { publishedSchema } from '../../../src/core/packets/published.js'
import { recompute } from '../../../src/core/packets/recompute.js'
import { createHttpServer } from '../../../src/http/server.js'
import { silentLog } from '../../../src/kit/log.js'
import { recordsOf } from '../../../src/records.js'
import { pagesWith } from '../../http/client.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { bigPacket, WITHOUT_LIMITS } from './big.js'
import { claim, crowd, drop } from './kit.js'

/** Runs as if not called from where it is: past the guard against units inside units. */
const outside = AsyncLocalStorage.snapshot()

const SHARES = 20_000
/** Claims read at once, see `store.ts`. */
const PAGE = 1_000

describeStorage('the record of twenty thousand claims', (engine) => {
  it('is read in pages, and between any two of them a press and a look are answered', async () => {
    const house = await openHouse(engine, { packets: WITHOUT_LIMITS })
    const packet = await bigPacket(house)
    const pavel = await house.rich('Pavel', '500')
    const other = await drop(pavel, '50 50')
    const people = await crowd(house, SHARES / PAGE)
    const answered: string[] = []

    // Whoever reads the record goes on only when the next press has its answer: it would wait for ever if
    // that one waited for the record.
    const press = async () => {
      const one = people[answered.length % people.length]
      const heard = await one?.presses(claim(other))
      expect(await house.look((work) => work.db.select().from(work.t.assets))).not.toEqual([])
      answered.push(heard?.keys[0] ?? 'nobody')
    }
    const server = createHttpServer({
      ...{ host: '127.0.0.1', port: 0, hooks: [], world: house.world, log: silentLog },
      pages: pagesWith({ record: recordsOf(house.storage, { breathe: () => outside(press) }) }).pages,
    })
    await server.listen()
    onTestFinished(() => server.close())

    const url = `${server.address}/packets/${packet}.json`
    const both = await Promise.all([fetch(url), fetch(url)])
    const [record, again] = await Promise.all(
      both.map(async (one) => publishedSchema.parse(await one.json())),
    )
    expect(record?.claims).toHaveLength(SHARES)
    expect(again).toEqual(record)
    expect(recompute(record)).toMatchObject({ valid: true })
    // Between twenty pages of a thousand, and after the last, full one; once, for both who asked.
    expect(answered).toEqual(Array(SHARES / PAGE).fill('claim-paid'))
    await (await fetch(url)).arrayBuffer()
    expect(answered).toHaveLength(SHARES / PAGE)
  }, 120_000)
})
