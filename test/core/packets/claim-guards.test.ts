/**
 * Were the code to forget who has claimed, the database would still refuse: a second claim of a person, a
 * second claim of a slot, a claim of another amount, a claim that is changed or taken away.
 */
import { expect, it } from 'vitest'
import { must } from '../../../src/kit/refusal.js'
import { constraintsOf, isCheckViolation, isForeignKeyViolation } from '../../../src/storage/errors.js'
import type { Work } from '../../../src/storage/storage.js'
import { executeOn } from '../../kit/execute.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, claimsOf, crowd, drop, USDT } from './kit.js'

describeStorage('behind the code, the database', (engine) => {
  it('takes one claim a person, one a slot, of the amount that was drawn, for ever', async () => {
    const house = await openHouse(engine)
    const packet = await drop(await house.rich('Pavel', '50'), '50 5 equal')
    const [mia, tom] = await crowd(house, 2)
    await mia?.presses(claim(packet))
    const first = must((await claimsOf(house, packet))[0], 'a claim')
    const breaks = (unit: (work: Work) => Promise<unknown>) =>
      house.storage.write(async (work) => void (await unit(work))).catch((error: unknown) => error)
    const insert = (change: Partial<typeof first>) =>
      breaks((work) => work.db.insert(work.t.packetClaims).values({ ...first, ...change }))

    const again = await insert({ slot: 1 })
    expect(constraintsOf(again), String(again)).toContain('packet_claims_once')
    const taken = await insert({ member: must(tom, 'Tom').member })
    expect(constraintsOf(taken), String(taken)).toContain('packet_claims_slot')
    const more = await insert({ member: must(tom, 'Tom').member, slot: 1, amount: 11n * USDT })
    expect(isForeignKeyViolation(more), String(more)).toBe(true)
    const changed = await breaks((work) => work.db.update(work.t.packetClaims).set({ chat: first.chat }))
    expect(isCheckViolation(changed, 'packet_claims_no_update'), String(changed)).toBe(true)
    const gone = await breaks((work) => work.db.delete(work.t.packetClaims))
    expect(isCheckViolation(gone, 'packet_claims_no_delete'), String(gone)).toBe(true)
    expect(await claimsOf(house, packet)).toEqual([first])
  })

  // A trigger of SQLite says it first, because `insert or replace` would pass by a key.
  it('takes one claim a person and one a slot by the keys of the table alone', async () => {
    const url = await engine.ownDatabase()
    const storage = await engine.open({ url })
    const house = await openHouse(engine, { storage })
    const packet = await drop(await house.rich('Pavel', '50'), '50 5 equal')
    const [mia, tom] = await crowd(house, 2)
    await mia?.presses(claim(packet))
    const first = must((await claimsOf(house, packet))[0], 'a claim')
    await storage.close()

    if (engine.dialect === 'sqlite') await executeOn(url, 'drop trigger packet_claims_never_replaced')
    const insert = (member: number, slot: number) =>
      executeOn(
        url,
        `insert into packet_claims (packet, member, slot, amount, chat, at)
          select packet, ${member}, ${slot}, amount, chat, at from packet_claims`,
      ).catch((error: unknown) => error)
    const again = await insert(first.member, 1)
    expect(constraintsOf(again), String(again)).toContain('packet_claims_once')
    const taken = await insert(must(tom, 'Tom').member, first.slot)
    expect(constraintsOf(taken), String(taken)).toContain('packet_claims_slot')
    expect(await insert(must(tom, 'Tom').member, 1)).toBe(undefined)
  })
})
