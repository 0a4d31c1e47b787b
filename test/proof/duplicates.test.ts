/**
 * Platforms deliver at least once, in no order: every call of a storm comes many times, shuffled, to two
 * dispatches that know nothing of each other and share one storage. What is applied is what is distinct, and
 * every repetition is told what the first was told. Two processes: test/e2e/two-processes.test.ts.
 */
import { expect, it } from 'vitest'
import type { Call } from '../../src/interaction/call.js'
import { packPress } from '../../src/interaction/press.js'
import type { Answer } from '../../src/interaction/view.js'
import { claim, drop, USDT } from '../core/packets/kit.js'
import { type House, openHouse, type Person } from '../kit/house.js'
import { expectNothingLost, tried } from '../kit/proof.js'
import { describeStorage } from '../kit/storage.js'
import { virtualWorld } from '../kit/world.js'

const MORE = Number(process.env.PROOF_INPUTS ?? 1)
const TIMES = 20
const PACKETS = 5
const SHARES = 20
const SENDERS = 20
/** Deliveries under way together. */
const AT_ONCE = 400
const BETWEEN_MS = 2_000

/** In another order, from a seed. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const world = virtualWorld({ seed })
  const all = [...list]
  for (let at = all.length - 1; at > 0; at--) {
    const other = world.roll(at + 1)
    const [here, there] = [all[at], all[other]]
    if (here !== undefined && there !== undefined) [all[at], all[other]] = [there, here]
  }
  return all
}

/** Presses of everybody on two packets each, a drop by every sender, a look at a wallet. */
async function calls(house: House, packets: string[], people: Person[]): Promise<Call[]> {
  const all: Call[] = []
  for (const [at, one] of people.entries()) {
    for (const which of [at, at + 1]) {
      const press = claim(packets[which % packets.length] ?? '')
      all.push(one.call({ kind: 'pressed', data: packPress(press, house.catalogue.order) }))
    }
  }
  for (let at = 0; at < SENDERS; at++) {
    const sender = await house.rich(`Sender ${at}`, '10')
    const place = house.groupNamed(`Group ${at}`)
    all.push(sender.in(place).call({ kind: 'typed', command: 'redpacket', words: '4 4 equal' }))
    all.push(sender.inPrivate.call({ kind: 'typed', command: 'wallet', words: '' }))
  }
  return all
}

describeStorage('every call twenty times', (engine) => {
  it('to two dispatches on one storage, in no order, is applied once', { timeout: 240_000 }, async () => {
    const house = await openHouse(engine)
    const twin = await openHouse(engine, { storage: house.storage, world: house.world })
    const packets: string[] = []
    for (let at = 0; at < PACKETS; at++)
      packets.push(await drop(await house.rich(`Rich ${at}`, '50'), `50 ${SHARES} equal`))
    const count = (engine.dialect === 'sqlite' ? 250 : 60) * MORE
    const people: Person[] = []
    for (let at = 0; at < count; at++) people.push(await house.person(`Person ${at}`))
    house.world.passes(BETWEEN_MS)
    const distinct = await calls(house, packets, people)
    const deliveries = shuffled(
      distinct.flatMap((call) => Array.from({ length: TIMES }, () => call)),
      5,
    )
    const told = new Map<string, Set<string>>()
    for (let from = 0; from < deliveries.length; from += AT_ONCE) {
      house.world.passes(BETWEEN_MS)
      const some = deliveries.slice(from, from + AT_ONCE)
      const answers = await Promise.all(some.map((call, at) => (at % 2 ? twin : house).dispatch(call)))
      for (const [at, answer] of answers.entries()) note(told, some[at], answer)
    }

    for (const [call, answers] of told) expect([call, answers.size]).toEqual([call, 1])
    await expectAppliedOnce(house, distinct, packets)
    expect([...house.lines, ...twin.lines]).toEqual([])
    expect(await house.audit()).toEqual([])
    tried({ duplicates: deliveries.length - distinct.length })
  })
})

function note(told: Map<string, Set<string>>, call: Call | undefined, answer: Answer | undefined): void {
  if (!call?.awaitsAnswer) return
  const words = JSON.stringify(answer?.view.text, (_, one) => (typeof one === 'bigint' ? String(one) : one))
  told.set(call.id, (told.get(call.id) ?? new Set()).add(words))
}

const missing = (count: number, what: string): string[] =>
  Array.from({ length: Math.max(0, count) }, () => what)

async function expectAppliedOnce(house: House, distinct: Call[], packets: string[]): Promise<void> {
  const { calls, claims, dropped, outbox, transfers } = await house.look(async (work) => ({
    calls: await work.db.select().from(work.t.calls),
    claims: await work.db.select().from(work.t.packetClaims),
    dropped: await work.db.select().from(work.t.packets),
    outbox: await work.db.select().from(work.t.outbox),
    transfers: await work.db.select().from(work.t.transfers),
  }))
  const ids = new Set(distinct.map(({ id }) => id))
  const presses = distinct.filter(({ request }) => request.kind === 'pressed').length
  const answers = outbox.filter(
    ({ key }) => key.startsWith('answer:') && ids.has(key.split(':').slice(2).join(':')),
  )
  const known = new Set(calls.map(({ call }) => call))
  const due = Math.min(presses, PACKETS * SHARES)
  const awaited = distinct.filter(({ awaitsAnswer }) => !awaitsAnswer).length
  expectNothingLost([
    ...distinct.flatMap(({ id }) => (known.has(id) ? [] : [`the call ${id}`])),
    ...missing(due - claims.length, 'a share'),
    ...missing(PACKETS + SENDERS - dropped.length, 'a packet'),
    ...missing(awaited - answers.length, 'an answer'),
  ])
  expect(calls.filter(({ call }) => ids.has(call))).toHaveLength(distinct.length)
  expect(dropped).toHaveLength(PACKETS + SENDERS)
  const people = new Set(claims.map(({ packet, member }) => `${packet} ${member}`))
  expect(people.size).toBe(claims.length)
  expect(claims).toHaveLength(due)
  expect(claims.every(({ amount }) => amount === (50n * USDT) / BigInt(SHARES))).toBe(true)
  const of = (code: string) => transfers.filter((transfer) => transfer.code === code).length
  expect([of('packet-fund'), of('packet-claim')]).toEqual([PACKETS + SENDERS, claims.length])
  expect(answers).toHaveLength(awaited)
  expect(packets).toHaveLength(PACKETS)
}
