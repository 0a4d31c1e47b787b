/**
 * Random histories of packets, typed and pressed as people do, against the reference: the same answers, the
 * same money, and a repeated call changes nothing.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeze, lift } from '../../../src/core/freezes/freezes.js'
import { publishedPacket } from '../../../src/core/packets/packets.js'
import { recompute } from '../../../src/core/packets/recompute.js'
import { TRANCHES_MOST } from '../../../src/core/packets/tranche.js'
import type { Call } from '../../../src/interaction/call.js'
import { packPress } from '../../../src/interaction/press.js'
import type { Press } from '../../../src/interaction/view.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { tried } from '../../kit/proof.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, has, packetRow, statement, USDT } from './kit.js'
import { type Kind, type Reference, reference, type Said, type Tranche } from './reference.js'

/** Histories on SQLite; PostgreSQL, whose units take longer, does a tenth. */
const HISTORIES = Number(process.env.PROOF_HISTORIES ?? 40)
const STEPS_MOST = 40
const WALLET = 100n
const FLOOR = 10_000n
const LIFE_MS = 300_000
const WINDOW_MS = 60_000
/** Passes before every call, so that no bucket and no cooldown plays a part. */
const BETWEEN_MS = 10_000
const PEOPLE = 4

interface Real {
  house: House
  sender: Person
  people: Person[]
  ids: string[]
  calls: { call: Call; said: Said }[]
}

type Step = fc.AsyncCommand<Reference, Real>

const person = fc.nat(PEOPLE - 1)
const which = fc.nat(2)
const amount = fc.constantFrom(1n, 6n, 10n, 12n, 30n)
const shares = fc.integer({ min: 1, max: 4 })
const spread = fc.constantFrom('calm', 'normal', 'wild')
const split = fc.constantFrom('lucky', 'lucky', 'equal', 'fixed')
const kind = fc.constantFrom<Kind>('first', 'first', 'window')

/** The newest packets matter most. */
const at = <T>(list: readonly T[], index: number): T | undefined =>
  list[list.length - 1 - (index % Math.max(list.length, 1))]

function step(name: string, run: (model: Reference, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    toString: () => name,
    async run(model, real) {
      real.house.world.passes(BETWEEN_MS)
      model.state.now += BETWEEN_MS
      await run(model, real)
    },
  }
}

async function says(real: Real, voice: Person, request: Call['request'], expected: Said): Promise<Heard> {
  const call = voice.call(request)
  const heard = await real.house.hears(call)
  const said = heard.refusal ?? heard.keys[0] ?? 'nothing'
  expect(said).toBe(expected)
  real.calls.push({ call, said })
  return heard
}

function pressOf({ house }: Real, press: Press): Call['request'] {
  return { kind: 'pressed', data: packPress(press, house.catalogue.order) }
}

const create = fc.record({ kind, total: amount, shares, split, spread }).map(({ kind, total, ...rest }) =>
  step(`create ${kind} ${total} ${Object.values(rest).join(' ')}`, async (model, real) => {
    const window = kind === 'window' ? 'window=60s' : 'life=5m'
    const line = `${total} ${rest.shares} ${rest.split} spread=${rest.spread} ${window}`
    const heard = await real.house.hears(
      real.sender.call({ kind: 'typed', command: 'redpacket', words: line }),
    )
    const said = heard.refusal ?? heard.keys[0]
    const id = heard.refusal ? '' : String(heard.params('redpacket-dropped').packet)
    const seed = async () => Buffer.from((await packetRow(real.house, id)).seed).toString('hex')
    const tranche: Tranche = { ...rest, total: total * USDT }
    const life = kind === 'window' ? WINDOW_MS : LIFE_MS
    expect(said).toBe(await model.create(kind, tranche, life, id ? seed : async () => ''))
    if (id) real.ids.push(id)
  }),
)

const take = fc.tuple(which, person).map(([index, who]) =>
  step(`claim ${index} by ${who}`, async (model, real) => {
    const [packet, id, claimant] = [at(model.packets, index), at(real.ids, index), real.people[who]]
    if (!packet || !id || !claimant) return
    const expected = model.claim(packet, who)
    const heard = await says(real, claimant, pressOf(real, claim(id)), expected)
    if (expected === 'claim-paid')
      expect(heard.params('claim-paid').amount).toEqual({ amount: packet.paid.get(who), asset: 'USDT' })
  }),
)

const ownShare = which.map((index) =>
  step(`claim ${index} by its sender`, async (model, real) => {
    const [packet, id] = [at(model.packets, index), at(real.ids, index)]
    if (!packet || !id || packet.end || model.state.now >= packet.expiresAt) return
    if (packet.isPaused || model.state.isFrozen) return
    await says(real, real.sender, pressOf(real, claim(id)), 'claim-conditions')
  }),
)

const addMore = fc.tuple(which, amount, shares).map(([index, total, count]) =>
  step(`top up ${index} by ${total} in ${count}`, async (model, real) => {
    const [packet, id] = [at(model.packets, index), at(real.ids, index)]
    if (!packet || !id) return
    const expected = model.topUp(packet, total * USDT, count)
    const press = act('topup', id, { amount: String(total), shares: String(count) })
    await says(real, real.sender, pressOf(real, press), expected)
  }),
)

const cancel = which.map((index) =>
  step(`cancel ${index}`, async (model, real) => {
    const [packet, id] = [at(model.packets, index), at(real.ids, index)]
    if (!packet || !id) return
    const preview = await real.sender.presses(act('cancel', id))
    const confirm = preview.press({ act: 'confirm' })
    await says(real, real.sender, pressOf(real, confirm), model.cancel(packet))
  }),
)

const brake = fc.tuple(which, fc.constantFrom(true, false, false)).map(([index, isPause]) =>
  step(`${isPause ? 'pause' : 'resume'} ${index}`, async (model, real) => {
    const [packet, id] = [at(model.packets, index), at(real.ids, index)]
    if (!packet || !id) return
    const press = act(isPause ? 'pause' : 'resume', id)
    await says(real, real.sender, pressOf(real, press), model.brake(packet, isPause))
  }),
)

const stop = fc.constantFrom(true, false, false).map((isStop) =>
  step(isStop ? 'freeze' : 'lift', async (model, { house }) => {
    if (model.state.isFrozen === isStop) return
    const chat = await house.chatId(house.group)
    await house.storage.write((work) =>
      isStop
        ? freeze(work, `chat:${chat}`, 'a test', 'operator')
        : lift(work, `chat:${chat}`, 'operator', true),
    )
    model.state.isFrozen = isStop
  }),
)

const passes = fc.constantFrom(20_000, WINDOW_MS, LIFE_MS).map((ms) =>
  step(`${ms} ms pass`, async (model, { house }) => {
    house.world.passes(ms)
    model.state.now += ms
  }),
)

const beat = fc.constant(
  step('beat', async (model, { house, people }) => {
    await house.beats()
    model.beat((who) => `member-${people[who]?.member}`)
  }),
)

const again = fc.nat(20).map((index) =>
  step(`the call ${index} before comes again`, async (_, real) => {
    const before = at(real.calls, index)
    if (!before) return
    const rows = await real.house.dump()
    const heard = await real.house.hears(before.call)
    expect(heard.refusal ?? heard.keys[0] ?? 'nothing').toBe(before.said)
    expect(await real.house.dump()).toEqual(rows)
  }),
)

const often = [create, create, create, ...Array<typeof take>(12).fill(take), addMore, addMore, brake, brake]
const steps = [...often, ownShare, cancel, stop, passes, beat, again]

async function compare(model: Reference, { house, sender, people, ids }: Real): Promise<void> {
  expect(await has(house, sender.owner)).toBe(model.state.wallet)
  for (const [who, one] of people.entries()) expect(await has(house, one.owner)).toBe(model.got(who))
  for (const [index, id] of ids.entries()) {
    const packet = model.packets[index]
    if (!packet) throw new Error(`the reference has no packet ${index}`)
    const left = model.inside(packet)
    expect(await has(house, { kind: 'packet', id })).toBe(left)
    const total = packet.amounts.reduce((all, one) => all + one, 0n)
    const { funded, paid, returned } = await statement(house, id)
    expect({ funded, sum: paid + returned + left }).toEqual({ funded: total, sum: total })
    if (packet.end === undefined) continue
    const record = await house.look((work) => publishedPacket(work, id))
    // In the order of the claims: each took the next free slot, through all tranches and pauses.
    const claims = [...packet.paid].map(([who, amount], slot) => {
      return { slot, amount: String(amount), holder: `member-${people[who]?.member}` }
    })
    expect(record?.claims).toEqual(claims)
    expect(recompute(record)).toMatchObject({ valid: true, claimed: paid, left: returned })
  }
}

describeStorage('packets against their reference', (engine) => {
  it('agree on every history', { timeout: 180_000 }, async () => {
    const unlimited = { chatDayMost: {}, senderQuarterMost: {}, approvalAbove: {} }
    const house = await openHouse(engine, { packets: unlimited })
    const histories = engine.dialect === 'sqlite' ? HISTORIES : Math.ceil(HISTORIES / 10)
    const heard: Record<string, number> = {}
    let runs = 0
    const history = fc.commands(steps, { maxCommands: STEPS_MOST, size: 'max' })
    await fc.assert(
      fc.asyncProperty(history, async (history) => {
        runs += 1
        // A group of their own: what stops it stops no other history.
        house.group = house.groupNamed(`Group ${runs}`)
        const sender = await house.rich('Sender', String(WALLET))
        const people: Person[] = []
        for (let who = 0; who < PEOPLE; who++) people.push(await house.person(`Person ${who}`))
        const real: Real = { house, sender, people, ids: [], calls: [] }
        const model = reference(WALLET * USDT, FLOOR, TRANCHES_MOST)
        await fc.asyncModelRun(() => ({ model, real }), history)
        await compare(model, real)
        for (const { said } of real.calls) heard[said] = (heard[said] ?? 0) + 1
      }),
      { numRuns: histories },
    )
    expect(house.lines).toEqual([])
    expect(await house.audit()).toEqual([])
    const answers = Object.values(heard).reduce((sum, count) => sum + count, 0)
    tried({ inputs: answers })
    if (process.env.PROOF_HISTORIES) process.stdout.write(`${JSON.stringify(heard)}\n`)
  })
})
