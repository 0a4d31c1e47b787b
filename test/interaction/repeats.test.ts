/** The same call again: by a platform that repeats itself, by two of them at once, by two processes. */
import { describe, expect, it } from 'vitest'
import type { Call } from '../../src/interaction/call.js'
import { forgetOldCalls, REMEMBERED_MS } from '../../src/interaction/repeats.js'
import { toJson } from '../../src/kit/json.js'
import { type House, openHouse, steeredWorld } from '../kit/house.js'
import { patient } from '../kit/patient.js'
import { describeStorage, type EngineForTests, engineForTests } from '../kit/storage.js'

async function packetsIn(house: House) {
  return house.look((work) => work.db.select().from(work.t.packets))
}

/** A house with a packet of 20 shares, and Mia who presses. */
async function withPacket(engine: EngineForTests) {
  const house = await openHouse(engine)
  const pavel = await house.rich('Pavel', '500')
  const dropped = await pavel.types('/redpacket 50 20 equal')
  const packet = String(dropped.params('redpacket-dropped').packet)
  const mia = await house.person('Mia')
  const claim: Call = mia.call({ kind: 'pressed', data: `1packet-claim:${packet}` })
  return { house, pavel, mia, packet, claim }
}

describeStorage('a call that is repeated', (engine) => {
  it('gets the same answer, and nothing changes', async () => {
    const { house, claim } = await withPacket(engine)
    const first = await house.dispatch(claim)
    expect(first?.view.text[0]).toMatchObject({ key: 'claim-paid', params: { left: 19 } })
    const before = await house.dump()
    const again = await house.dispatch({ ...claim, at: claim.at + 1 })
    expect(again).toEqual({ ...first, isRepeated: true })
    expect(await house.dump()).toEqual(before)
  })

  it('typed: drops once, and its answer is queued once', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const call = pavel.call({ kind: 'typed', command: 'redpacket', words: '50 20' })
    await house.dispatch(call)
    const before = await house.dump()
    await house.dispatch(call)
    house.world.passes(60_000)
    await house.dispatch(call)
    expect(await house.dump()).toEqual(before)
    expect(await packetsIn(house)).toHaveLength(1)
  })

  it('ten times at once: the same ten answers, one effect', async () => {
    const { house, claim, packet } = await withPacket(engine)
    const answers = await Promise.all(Array.from({ length: 10 }, () => house.dispatch({ ...claim })))
    expect(new Set(answers.map((answer) => toJson(answer?.view))).size).toBe(1)
    expect(answers[0]?.view.text[0]?.key).toBe('claim-paid')
    const [row] = await packetsIn(house)
    expect(row).toMatchObject({ id: packet, taken: 1, paid: 2_500_000n })
  })

  it('typed ten times at once: dropped once, and no copy is told to slow down', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const call = pavel.call({ kind: 'typed', command: 'redpacket', words: '50 20' })
    const heard = await Promise.all(Array.from({ length: 10 }, () => house.hears({ ...call })))
    expect(heard.map(({ keys }) => keys)).toEqual(heard.map(() => ['redpacket-dropped']))
    expect(await packetsIn(house)).toHaveLength(1)
  })

  it('in one gathered batch with the presses of others: everybody is answered once', async () => {
    const { house, claim, packet } = await withPacket(engine)
    const others = await Promise.all(Array.from({ length: 5 }, (_, at) => house.person(`P${at}`)))
    const calls = others.map((one) => one.call({ kind: 'pressed', data: `1packet-claim:${packet}` }))
    const answers = await Promise.all([claim, ...calls, claim, ...calls].map((one) => house.dispatch(one)))
    const told = answers.map((answer) => toJson(answer?.view))
    expect(told.slice(0, 6)).toEqual(told.slice(6))
    expect(answers.every((answer) => answer?.view.text[0]?.key === 'claim-paid')).toBe(true)
    const [row] = await packetsIn(house)
    expect(row?.taken).toBe(6)
  })

  it('of another platform with the same id is another call', async () => {
    const { house, mia, claim } = await withPacket(engine)
    await house.dispatch(claim)
    const discord = await house.person('Mia', { at: house.groupNamed('Discord', 'discord') })
    const call = discord.call({ kind: 'typed', command: 'wallet', words: '' }, { id: claim.id })
    expect((await house.hears(call)).keys).toEqual(['wallet-mine', 'wallet-empty'])
    expect((await mia.types('/wallet')).keys).toContain('wallet-balance')
  })

  it('stays refused: money that arrives later does not turn a no into a yes', async () => {
    const house = await openHouse(engine)
    const pavel = await house.person('Pavel')
    const call = pavel.call({ kind: 'typed', command: 'redpacket', words: '50 20' })
    expect(await house.hears(call)).toMatchObject({ refusal: 'ledger-insufficient' })
    await house.pays(pavel.owner, '100')
    house.world.passes(60_000)
    expect(await house.hears(call)).toMatchObject({ refusal: 'ledger-insufficient' })
    expect(await packetsIn(house)).toEqual([])
    house.world.passes(60_000)
    const fresh = await pavel.types('/redpacket 50 20')
    expect(fresh.keys).toEqual(['redpacket-dropped'])
  })

  it('is remembered for three days and then forgotten', async () => {
    const { house, claim } = await withPacket(engine)
    await house.dispatch(claim)
    const remembered = () =>
      house.look((work) => work.db.select().from(work.t.calls)).then((rows) => rows.length)
    house.world.passes(REMEMBERED_MS)
    await house.storage.write(forgetOldCalls)
    expect(await remembered()).toBe(2)
    house.world.passes(1)
    await house.storage.write(forgetOldCalls)
    expect(await remembered()).toBe(0)
    expect((await house.dispatch(claim))?.view.text[0]?.key).toBe('refusal-claimed-already')
  })
})

/** SQLite belongs to one process, so this is about PostgreSQL alone. */
const hasPostgres = (process.env.TEST_ENGINES ?? 'postgres').includes('postgres')

describe.runIf(hasPostgres)('two processes that get the same calls', () => {
  const engine = engineForTests('postgres')

  async function twoHouses() {
    const url = await engine.emptyDatabase()
    const world = steeredWorld()
    const open = async () => patient(await engine.open({ url, world, deadlineMs: 120_000 }))
    const a = await openHouse(engine, { world, storage: await open() })
    const b = await openHouse(engine, { world, storage: await open() })
    return { a, b }
  }

  it('give the same answers and do it once', async () => {
    const { a, b } = await twoHouses()
    const pavel = await a.rich('Pavel', '500')
    for (let round = 0; round < 5; round++) {
      a.world.passes(60_000)
      const call = pavel.call({ kind: 'typed', command: 'redpacket', words: '10 5' })
      await Promise.all([a.dispatch(call), b.dispatch(call)])
      expect(await packetsIn(a)).toHaveLength(round + 1)
    }
    expect(await a.audit()).toEqual([])
  })

  it('claims of forty people, each delivered to both', async () => {
    const { a, b } = await twoHouses()
    const pavel = await a.rich('Pavel', '500')
    const packet = String((await pavel.types('/redpacket 10 20')).params('redpacket-dropped').packet)
    const people = await Promise.all(Array.from({ length: 40 }, (_, at) => a.person(`P${at}`)))
    const calls = people.map((one) => one.call({ kind: 'pressed', data: `1packet-claim:${packet}` }))
    const [of, by] = await Promise.all([
      Promise.all(calls.map((call) => a.dispatch(call))),
      Promise.all(calls.toReversed().map((call) => b.dispatch(call))),
    ])
    const said = (answers: typeof of) => answers.map((answer) => toJson(answer?.view))
    expect(said(by.toReversed())).toEqual(said(of))
    const keys = of.map((answer) => answer?.view.text[0]?.key)
    expect(keys.filter((key) => key === 'claim-paid')).toHaveLength(20)
    expect(keys.filter((key) => key === 'refusal-packet-empty')).toHaveLength(20)
    expect(await a.audit()).toEqual([])
  })

  it('newcomers who write to both at once are one person each, and leave nobody behind', async () => {
    const { a, b } = await twoHouses()
    const strangers = Array.from({ length: 20 }, (_, at) => ({
      account: {
        platform: 'telegram' as const,
        id: String(9_000_000 + at),
        name: `N${at}`,
        isBot: false,
        isAnonymous: false,
      },
      place: { ...a.group, chat: '-777', title: 'New here' },
    }))
    const pavel = await a.person('Pavel')
    const call = (at: number, which: string) =>
      pavel.call(
        { kind: 'typed', command: 'wallet', words: '' },
        { id: `n:${which}:${at}`, actor: strangers[at]?.account, place: strangers[at]?.place },
      )
    await Promise.all(
      strangers.flatMap((_, at) => [a.dispatch(call(at, 'a')), b.dispatch(call(19 - at, 'b'))]),
    )
    const identities = await a.look((work) => work.db.select().from(work.t.identities))
    const members = await a.look((work) => work.db.select().from(work.t.members))
    const chats = await a.look((work) => work.db.select().from(work.t.chats))
    expect(identities).toHaveLength(21)
    expect(new Set(identities.map(({ member }) => member)).size).toBe(21)
    expect(members).toHaveLength(21)
    expect(chats.filter(({ native }) => native === '-777')).toHaveLength(1)
  })
})
