/** What the database itself refuses of packets, whoever writes. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { executePlainly } from '../../kit/execute.js'
import { type House, openHouse, steeredWorld } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { expectRefusedBy } from '../ledger/kit.js'
import { claim, crowd, drop, packetRow, USDT } from './kit.js'

describeStorage('the count of a packet', (engine) => {
  it('is that of its claims: it neither shrinks nor runs ahead', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const [mia, noah] = await crowd(house, 2)
    const packet = await drop(pavel, '50 5 equal')
    const set = (change: Change) => changePacket(house, packet, change)
    await expectRefusedBy('packets_counted', set({ taken: 1 }))
    await mia?.presses(claim(packet))
    await noah?.presses(claim(packet))
    for (const taken of [0, 1, 3, 5]) await expectRefusedBy('packets_counted', set({ taken }))
    for (const paid of [10n, 30n, 49n, 50n])
      await expectRefusedBy('packets_counted', set({ paid: paid * USDT }))
    await set({ taken: 2 })
    expect(await packetRow(house, packet)).toMatchObject({ taken: 2, paid: 20n * USDT })
    expect(await house.audit()).toEqual([])
  })
})

describeStorage('what a packet holds', (engine) => {
  it('is what its tranches have promised: no more, no less', async () => {
    const house = await openHouse(engine)
    const packet = await drop(await house.rich('Pavel', '500'), '50 5 equal')
    const set = (change: Change) => changePacket(house, packet, change)
    for (const total of [1n, 49n * USDT, 51n * USDT])
      await expectRefusedBy('packets_promised', set({ total }))
    for (const shares of [1, 4, 6]) await expectRefusedBy('packets_promised', set({ shares }))
    await set({ total: 50n * USDT, shares: 5 })
    expect(await house.audit()).toEqual([])
  })
})

describeStorage('the rows of packets', (engine) => {
  it.runIf(engine.dialect === 'sqlite')('are not replaced by any other program', async () => {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const house = await openHouse(engine, { world, storage: await engine.open({ url, world }) })
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 5 equal')
    const [mia] = await crowd(house, 1)
    await mia?.presses(claim(packet))
    world.passes(60_000)
    await drop(pavel, '50 5 equal')
    const refused = (rule: string, statement: string) =>
      expectRefusedBy(
        rule,
        Promise.resolve().then(() => executePlainly(url, statement)),
      )
    const claims = 'insert or replace into packet_claims'
    await refused(
      'packet_claims_once',
      `${claims} select packet, member, 4, amount, chat, at from packet_claims`,
    )
    await refused(
      'packet_claims_slot',
      `${claims} select packet, 99, slot, amount, chat, at from packet_claims`,
    )
    const others =
      '(rowid, packet, member, slot, amount, chat, at) select rowid, packet, 99, 4, amount, chat, at'
    await refused('packet_claims_once', `${claims} ${others} from packet_claims`)
    const shares = 'insert or replace into packet_shares'
    await refused('packet_shares_slot', `${shares} select packet, slot, 1 from packet_shares`)
    await refused(
      'packet_shares_slot',
      `${shares} (rowid, packet, slot, amount) select rowid, packet, 99, 1 from packet_shares`,
    )
    const tranches = 'insert or replace into packet_tranches'
    await refused('packet_tranches_number', `${tranches} select * from packet_tranches`)
    await refused('packets_pkey', 'replace into packets select * from packets')
    await refused(
      'packets_promise',
      'update or replace packets set rowid = (select min(rowid) from packets) where rowid > 1',
    )
    await refused('fact_head_pkey', 'replace into fact_head select * from fact_head')
    await refused('facts_chain', 'replace into facts select * from facts')
    expect(await house.audit()).toEqual([])
  })
})

interface Change {
  taken?: number
  paid?: bigint
  total?: bigint
  shares?: number
}

function changePacket(house: House, packet: string, change: Change): Promise<void> {
  return house.storage.write(async (work) => {
    const { packets } = work.t
    await work.db.update(packets).set(change).where(eq(packets.id, packet))
  })
}
