/**
 * Links in the middle of everything else, by two processes on PostgreSQL: whatever comes first, nobody claims
 * a packet twice, and no money is lost.
 */
import { expect, it } from 'vitest'
import { memberOf } from '../../../src/core/members/members.js'
import { packPress } from '../../../src/interaction/press.js'
import type { Press } from '../../../src/interaction/view.js'
import { type House, openHouse, type Person, steeredWorld } from '../../kit/house.js'
import { patient } from '../../kit/patient.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { claim, claimsOf, crowd, drop, has, statement, USDT } from '../packets/kit.js'
import { codeOf, confirms, lastWord, pair } from './kit.js'

/** The same house twice, as two processes; on SQLite there is one, whose units come one after the other. */
async function twoDesks(engine: EngineForTests): Promise<[House, House]> {
  const world = steeredWorld()
  if (engine.dialect === 'sqlite') {
    const house = await openHouse(engine, { world })
    return [house, house]
  }
  const url = await engine.emptyDatabase()
  const open = async () => patient(await engine.open({ url, world, deadlineMs: 120_000 }))
  const here = await openHouse(engine, { world, storage: await open() })
  const there = await openHouse(engine, { world, storage: await open() })
  return [here, there]
}

const packed = (house: House, press: Press) => packPress(press, house.catalogue.order)
const claimData = (house: House, packet: string) => packed(house, claim(packet))

describeStorage('a link that races', (engine) => {
  it('claims by both accounts: the person has one share, or two as two people of before', async () => {
    const [here, there] = await twoDesks(engine)
    for (let round = 0; round < 6; round++) {
      const { tele, disco } = await pair(here)
      const pavel = await here.rich(`Pavel ${round}`, '50')
      const packet = await drop(pavel, '10 10')
      const confirm = await confirms(tele, disco)
      const press = { kind: 'pressed' as const, data: claimData(here, packet) }
      const [linked, ...claims] = await Promise.all([
        tele.inPrivate.presses(confirm),
        there.hears(tele.call(press)),
        here.hears(disco.in(here.group).call(press)),
      ])
      expect(linked.keys[0]).toBe('link-done')
      const paid = claims.filter(({ keys }) => keys[0] === 'claim-paid').length
      expect(paid).toBeGreaterThan(0)
      expect(await claimsOf(here, packet)).toHaveLength(paid)
      for (const one of [tele, disco])
        expect((await one.in(here.group).presses(claim(packet))).refusal).toBe('claimed-already')
      const { paid: sum } = await statement(here, packet)
      expect(await has(here, tele.owner)).toBe(sum)
      expect(await has(here, disco.owner)).toBe(0n)
    }
    expect(await here.audit()).toEqual([])
  })

  it('a storm: everyone has one share, and the sums are exact', async () => {
    const [here, there] = await twoDesks(engine)
    const pairs = []
    for (let at = 0; at < 4; at++) pairs.push(await pair(here, ['3', '2']))
    const people = await crowd(here, 12)
    const pavel = await here.rich('Pavel', '500')
    const packet = await drop(pavel, '50 200')
    // Each has claimed with one account before: the other is not another person's any more.
    const words = []
    for (const { tele, disco } of pairs) {
      await tele.presses(claim(packet))
      words.push({ tele, press: await confirms(tele, disco) })
    }
    const data = claimData(here, packet)
    const storm = [...people, ...pairs.flatMap(({ tele, disco }) => [tele, disco])]
    await Promise.all([
      ...words.map(({ tele, press }) => tele.inPrivate.presses(press)),
      ...storm.flatMap((one) =>
        [here, there].map((house) => house.hears(one.in(here.group).call({ kind: 'pressed', data }))),
      ),
    ])
    for (const { tele, disco } of pairs) {
      expect(await here.look((work) => memberOf(work, disco.account))).toBe(tele.member)
      const claims = await claimsOf(here, packet)
      const own = claims.filter(({ member }) => member === tele.member || member === disco.member)
      const sum = own.reduce((all, { amount }) => all + amount, 0n)
      expect(await has(here, tele.owner)).toBe(5n * USDT + sum)
      expect(await has(here, disco.owner)).toBe(0n)
      const again = await disco.in(here.group).presses(claim(packet))
      expect(again.refusal).toBe('claimed-already')
    }
    expect(await here.audit()).toEqual([])
  })

  it('another link, both ways and twice: one of them makes one person, the others are refused', async () => {
    const [here, there] = await twoDesks(engine)
    const { tele, disco } = await pair(here, ['3', '2'])
    const code = await codeOf(disco)
    const one = await confirms(tele, disco)
    // Each was given a code and has typed the other's; both last words are said at the same time.
    const other = await tele.inPrivate.types(`/link_account ${code}`)
    expect(other.keys[0]).toBe('link-offer')
    const confirm = other.press({ command: 'link-confirm' })
    await tele.inPrivate.presses(confirm)
    const again = lastWord(confirm)
    const press = (house: House, who: Person, data: Press) =>
      house.hears(who.inPrivate.call({ kind: 'pressed', data: packed(house, data) }))
    const heard = await Promise.all([
      press(here, tele, one),
      press(here, disco, again),
      press(there, disco, again),
      press(there, tele, one),
    ])
    expect(heard.filter(({ keys }) => keys[0] === 'link-done')).toHaveLength(1)
    expect(await has(here, tele.owner)).toBe(5n * USDT)
    expect(await here.look((work) => memberOf(work, disco.account))).toBe(tele.member)
    expect(await here.audit()).toEqual([])
  })

  it('two who type the same code: one of them is offered it', async () => {
    const [here, there] = await twoDesks(engine)
    const { tele, disco } = await pair(here)
    const third = await here.person('Third')
    const words = `${await codeOf(tele)}`
    const typed = (house: House, who: Person) =>
      house.hears(who.inPrivate.call({ kind: 'typed', command: 'link_account', words }))
    const heard = await Promise.all([typed(here, disco), typed(there, third)])
    expect(heard.map(({ keys }) => keys[0]).sort()).toEqual(['link-offer', 'refusal-link-code-spent'])
  })

  it('guesses at once are all counted', async () => {
    const [here, there] = await twoDesks(engine)
    const { disco } = await pair(here)
    const guess = (house: House, at: number) =>
      house.hears(
        disco.inPrivate.call({
          kind: 'typed',
          command: 'link_account',
          words: `0000-0000-0000-${1000 + at}`,
        }),
      )
    const heard = await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map((at) => guess(at % 2 ? here : there, at)))
    const refusals = heard.map(({ refusal }) => refusal)
    expect(refusals.filter((one) => one === 'link-code-wrong')).toHaveLength(5)
    expect(refusals.filter((one) => one === 'link-tries')).toHaveLength(3)
  })
})
