/** Many packets just below the limit are one above it: a second person is asked all the same. */
import { expect, it } from 'vitest'
import { dropOrAsk, type PacketOrder } from '../../../src/core/packets/packets.js'
import { must } from '../../../src/kit/refusal.js'
import { type House, openHouse, type Person, steeredWorld } from '../../kit/house.js'
import { describeStorage, engineForTests } from '../../kit/storage.js'
import { act, approve, drop, has, holding, USDT } from './kit.js'

const HOUR_MS = 3_600_000
const LIMIT = { approvalAbove: { USDT: '100' } }

async function later(house: House, person: Person, words: string) {
  house.world.passes(60_000)
  return person.types(`/redpacket ${words}`)
}

const usdt = (units: bigint) => ({ amount: units * USDT, asset: 'USDT' })

describeStorage('what one person alone may send out', (engine) => {
  it('is counted over a period, and told in the preview', async () => {
    const house = await openHouse(engine, { packets: { ...LIMIT, approvalHours: 5 } })
    const pavel = await house.rich('Pavel', '500')
    expect((await later(house, pavel, '60 5')).keys).toEqual(['redpacket-dropped'])
    const preview = await later(house, pavel, '40.000001 5 dry=yes')
    expect(preview.params('redpacket-needs-approval-sum')).toEqual({
      limit: usdt(100n),
      used: usdt(60n),
      period: { duration: 5 * HOUR_MS },
    })
    expect((await later(house, pavel, '40 5 dry=yes')).keys).not.toContain('redpacket-needs-approval-sum')
    expect((await later(house, pavel, '40.000001 5')).keys).toEqual(['redpacket-asked'])
    expect((await later(house, pavel, '40 5')).keys).toEqual(['redpacket-dropped'])
    expect((await later(house, pavel, '1 5')).keys).toEqual(['redpacket-asked'])
    house.world.passes(5 * HOUR_MS)
    expect((await later(house, pavel, '100 5')).keys).toEqual(['redpacket-dropped'])
  })

  it('is counted for each person, and for a budget whoever of its moderators drops', async () => {
    const house = await openHouse(engine, { packets: LIMIT })
    const people = [await house.rich('Mia', '500'), await house.rich('Pavel', '500')] as const
    for (const person of people) person.stands({ isAdmin: true })
    await house.pays({ kind: 'chat', id: await house.chatId(house.group) }, '500')
    const [mia, pavel] = people
    expect((await later(house, mia, '60 5 group')).keys).toEqual(['redpacket-dropped'])
    expect((await later(house, pavel, '60 5')).keys).toEqual(['redpacket-dropped'])
    expect((await later(house, pavel, '40 5 group')).keys).toEqual(['redpacket-dropped'])
    const nora = await house.person('Nora')
    nora.stands({ isAdmin: true })
    expect((await later(house, nora, '1 5 group')).keys).toEqual(['redpacket-asked'])
    expect((await later(house, mia, '41 5')).keys).toEqual(['redpacket-asked'])
    expect((await later(house, mia, '40 5')).keys).toEqual(['redpacket-dropped'])
  })

  it('is not used up by what a second person agreed to, nor by what came back', async () => {
    const house = await openHouse(engine, { packets: LIMIT })
    const pavel = await house.rich('Pavel', '1000')
    const checker = await house.person('Checker')
    await checker.becomes('finance_checker')
    await later(house, pavel, '300 5')
    const told = must((await house.told(checker))[0], 'a request')
    await approve(checker.inPrivate, told.press({ command: 'packet-approve' }))
    expect(await has(house, pavel.owner)).toBe(700n * USDT)
    const [tranche] = await house.look((work) => work.db.select().from(work.t.packetTranches))
    expect(tranche?.approvedBy).toBe(checker.member)
    house.world.passes(60_000)
    const packet = await drop(pavel, '100 5')
    expect((await later(house, pavel, '1 5 dry=yes')).keys).toContain('redpacket-needs-approval-sum')
    await pavel.presses((await pavel.presses(act('cancel', packet))).press({ act: 'confirm' }))
    expect((await later(house, pavel, '100 5')).keys).toEqual(['redpacket-dropped'])
  })

  it('is not stretched by topping up: one packet may grow to it, and all of them together', async () => {
    const house = await openHouse(engine, { packets: LIMIT })
    const pavel = await house.rich('Pavel', '500')
    const first = await drop(pavel, '30 5')
    house.world.passes(60_000)
    await drop(pavel, '50 5')
    const ask = await pavel.presses(act('topup', first))
    const second = await pavel.presses(ask.press({ act: 'set', value: '50' }))
    const preview = await pavel.presses(second.press({ act: 'set', value: '5' }))
    expect(preview.refusal).toBe('topup-approval')
    const topup = (amount: string) => pavel.presses(act('topup', first, { amount, shares: '5' }))
    const refused = await topup('20.01')
    expect(refused.params('refusal-topup-approval')).toMatchObject({
      limit: usdt(100n),
      period: { duration: 24 * HOUR_MS },
    })
    expect((await topup('20')).keys).toContain('topup-done')
    expect((await later(house, pavel, '1 5')).keys).toEqual(['redpacket-asked'])
  })

  it('has no limit where one person may do both', async () => {
    const house = await openHouse(engine, { packets: LIMIT, fourEyes: false })
    const pavel = await house.rich('Pavel', '500')
    for (let at = 0; at < 3; at++)
      expect((await later(house, pavel, '90 5')).keys).toEqual(['redpacket-dropped'])
  })
})

const postgres = engineForTests('postgres')
const wanted = process.env.TEST_ENGINES?.split(',') ?? ['postgres']

it.runIf(wanted.includes('postgres'))(
  'two slices in two processes at once are not both the first',
  { timeout: 60_000 },
  async () => {
    const url = await postgres.emptyDatabase()
    const world = steeredWorld()
    const here = await postgres.open({ url, world, deadlineMs: 50_000 })
    const there = await postgres.open({ url, world, deadlineMs: 50_000 })
    const house = await openHouse(postgres, { world, storage: here, packets: LIMIT })
    const pavel = await house.rich('Pavel', '500')
    const orderIn = async (title: string): Promise<PacketOrder> => ({
      sender: pavel.member,
      chat: await house.chatId(house.groupNamed(title)),
      asset: { code: 'USDT', scale: 6 },
      total: 60n * USDT,
      shares: 5,
      split: 'lucky',
      spread: 'normal',
      cap: null,
      lifeMs: HOUR_MS,
      conditions: [],
      source: pavel.owner,
    })
    const [one, other] = [await orderIn('One'), await orderIn('Other')]
    const rules = { policy: house.programme.packets, fourEyes: true }
    const first = await holding(here, (work) => dropOrAsk(work, one, rules))
    const second = await there.write((work) => dropOrAsk(work, other, rules))
    await first.done
    expect(Object.keys(second)).toEqual(['request'])
    expect(await house.look((work) => work.db.select().from(work.t.packets))).toHaveLength(1)
  },
)
