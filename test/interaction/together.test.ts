/** Presses that share a unit of work: what becomes of one is no business of the others. */
import { expect, it } from 'vitest'
import { packPress } from '../../src/interaction/press.js'
import { Outage } from '../../src/kit/outage.js'
import type { Storage } from '../../src/storage/storage.js'
import { claim, claimsOf, crowd, drop } from '../core/packets/kit.js'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

/** Lets the first write through and does to the others what it is told. */
function afterFirstWrite(storage: Storage, gate: { armed: boolean; then(): Promise<unknown> }): Storage {
  let writes = 0
  return {
    dialect: storage.dialect,
    read: (look) => storage.read(look),
    async write(unit) {
      if (gate.armed && ++writes > 1) await gate.then()
      return storage.write(unit)
    },
    close: () => storage.close(),
  }
}

describeStorage('presses that are one unit of work', (engine) => {
  /** An open packet, one with a passphrase, and three people for each. */
  async function twoPackets(then: () => Promise<unknown>) {
    const gate = { armed: false, then }
    const house = await openHouse(engine, { through: (storage) => afterFirstWrite(storage, gate) })
    const pavel = await house.rich('Pavel', '100')
    const open = await drop(pavel, '10 5')
    house.world.passes(60_000)
    const sealed = await drop(pavel, '10 5 passphrase=sesame')
    const people = await crowd(house, 6)
    // What a packet asks of people is read at its first press; presses after it need no look of their own.
    for (const packet of [open, sealed]) await pavel.presses(claim(packet))
    gate.armed = true
    const heard = people.map((one, at) => one.presses(claim(at < 3 ? open : sealed)))
    return { house, gate, people, open, sealed, heard }
  }

  it('who was paid is told so, though the question to somebody else could not be asked', async () => {
    const { house, gate, people, open, sealed, heard } = await twoPackets(() =>
      Promise.reject(new Outage('gone')),
    )
    const keys = (await Promise.all(heard)).map((one) => one.keys[0])
    const paid = Array.from({ length: 3 }, () => 'claim-paid')
    expect(keys).toEqual([...paid, ...Array.from({ length: 3 }, () => 'outage')])
    expect(await claimsOf(house, open)).toHaveLength(3)
    gate.armed = false
    const asked = await people[5]?.presses(claim(sealed))
    expect(asked?.keys[0]).toBe('argument-packet-claim-passphrase.ask')
  })

  it('a press that comes twice in one unit is done once, and sends nobody to a unit of their own', async () => {
    let writes = 0
    const house = await openHouse(engine, {
      through: (storage) => ({
        ...storage,
        write(unit) {
          writes += 1
          return storage.write(unit)
        },
      }),
    })
    const pavel = await house.rich('Pavel', '100')
    const packet = await drop(pavel, '10 5')
    const people = await crowd(house, 3)
    await pavel.presses(claim(packet))
    const data = packPress(claim(packet), house.catalogue.order)
    const calls = people.map((one) => one.call({ kind: 'pressed', data }))
    const [first] = calls
    if (!first) throw new Error('nobody came')
    writes = 0
    const answers = await Promise.all([...calls, { ...first }].map((call) => house.dispatch(call)))
    expect(writes).toBe(1)
    expect(answers[3]).toEqual(answers[0])
    expect(await claimsOf(house, packet)).toHaveLength(3)
    expect(await house.audit()).toEqual([])
  })

  it('nobody waits for the questions of others', async () => {
    let ask = () => {}
    const asked = new Promise<void>((resolve) => {
      ask = resolve
    })
    const { house, gate, open, heard } = await twoPackets(() => asked)
    expect((await heard[0])?.keys[0]).toBe('claim-paid')
    gate.armed = false
    const noa = await house.person('Noa')
    expect((await noa.presses(claim(open))).keys[0]).toBe('claim-paid')
    ask()
    const last = await Promise.all(heard.slice(3))
    expect(last.map(({ keys }) => keys[0])).toEqual(last.map(() => 'argument-packet-claim-passphrase.ask'))
  })
})
