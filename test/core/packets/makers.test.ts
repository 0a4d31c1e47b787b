/** Whoever asked for a packet must have the right to it when a second person agrees, too. */
import { expect, it } from 'vitest'
import { packetRequestFor } from '../../../src/core/packets/packets.js'
import { lostRight } from '../../../src/core/requests/right.js'
import type { Place } from '../../../src/interaction/call.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { type House, openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { approve, has, USDT } from './kit.js'

const LIMIT = { packets: { approvalAbove: { USDT: '100' } } }

/** A moderator's packet from the budget of a group, or of their own money, waits; `yes` is the button. */
async function asked(house: House, from: 'group' | 'wallet', at: Place = house.group) {
  const pavel = await house.rich('Pavel', '500', { at })
  pavel.stands({ isAdmin: true })
  const checker = await house.person('Checker')
  await checker.becomes('finance_checker')
  await house.pays({ kind: 'chat', id: await house.chatId(at) }, '500')
  expect((await pavel.types(`/redpacket 200 20 ${from}`)).keys).toEqual(['redpacket-asked'])
  const told = must((await house.told(checker)).at(-1), 'a request')
  return { pavel, checker: checker.inPrivate, yes: told.press({ command: 'packet-approve' }) }
}

async function left(house: House) {
  return house.look(async (work) => ({
    requests: (await work.db.select().from(work.t.packetRequests)).map(({ state }) => state),
    packets: (await work.db.select().from(work.t.packets)).length,
    why: (await work.db.select().from(work.t.facts))
      .filter(({ kind }) => kind === 'packet-rejected')
      .map(({ details }) => fromJson<{ lost?: string }>(details).lost),
  }))
}

describeStorage('a packet that waits', (engine) => {
  it.each(['telegram', 'discord'] as const)(
    'from a budget is not dropped for who moderates the group on %s no more, and they are told',
    async (platform) => {
      const house = await openHouse(engine, LIMIT)
      const group = house.groupNamed('Moon', platform)
      const { pavel, checker, yes } = await asked(house, 'group', group)
      pavel.stands({ isAdmin: false })
      house.asked.length = 0
      const heard = await checker.presses(yes)
      expect(heard.keys).toEqual(['packet-request-demoted'])
      expect(house.asked).toContain(`${pavel.account.id} in ${group.chat}`)
      expect(await left(house)).toEqual({ requests: ['rejected'], packets: 0, why: ['demoted'] })
      expect((await house.told(pavel)).map(({ keys }) => keys)).toEqual([['packet-request-told-demoted']])
      expect((await checker.presses(yes)).refusal).toBe('request-decided')
      expect(await has(house, { kind: 'chat', id: await house.chatId(group) })).toBe(500n * USDT)
    },
  )

  it('is looked at once more when the yes is confirmed', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, 'group')
    const shown = await checker.presses(yes)
    expect(shown.keys[0]).toBe('packet-request')
    pavel.stands({ isAdmin: false })
    const heard = await checker.presses(shown.press({ act: 'confirm' }))
    expect(heard.keys).toEqual(['packet-request-demoted'])
    expect((await left(house)).packets).toBe(0)
  })

  it('is looked at by itself, whatever other request a forged confirm names', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, 'group')
    const own = house.groupNamed('Own')
    pavel.stands({ isAdmin: true }, own)
    house.world.passes(5000)
    expect((await pavel.in(own).types('/redpacket 200 20 wallet')).keys).toEqual(['redpacket-asked'])
    const requests = await house.look((work) => work.db.select().from(work.t.packetRequests))
    const other = must(
      requests.find(({ id }) => id !== yes.values.request),
      'the other request',
    )
    const { command, values } = (await checker.presses(yes)).press({ act: 'confirm' })
    pavel.stands({ isAdmin: false })
    house.asked.length = 0
    const forged = { command, values: { ...values, field: 'request', value: other.id } }
    expect((await checker.presses(forged)).keys).toEqual(['packet-request-demoted'])
    expect(house.asked).toEqual([`${pavel.account.id} in ${house.group.chat}`])
    expect((await left(house)).packets).toBe(0)
    expect(await has(house, { kind: 'chat', id: await house.chatId(house.group) })).toBe(500n * USDT)
  })

  it('is decided by no evidence of another group or another person', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, yes } = await asked(house, 'group')
    const chat = await house.chatId(house.group)
    const standing = { membership: 'member', isAdmin: true, roles: [] } as const
    const judged = (concerned: { member: number; chat: number }) =>
      house.storage.write(async (work) => {
        const { order } = await packetRequestFor(work, must(yes.values.request, 'its id'), 0, {
          fourEyes: true,
        })
        const about = { ...concerned, standing: { ...standing, roles: [] } }
        return lostRight({ work, concerned: about }, order)
      })
    expect(await judged({ member: pavel.member, chat })).toBeUndefined()
    const unsure = { key: 'maker-unsure' }
    await expect(judged({ member: pavel.member, chat: chat + 1 })).rejects.toMatchObject(unsure)
    await expect(judged({ member: pavel.member + 1, chat })).rejects.toMatchObject(unsure)
  })

  it.each(['group', 'wallet'] as const)('from a %s is not dropped for who left the group', async (from) => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, from)
    pavel.stands({ membership: 'outsider' })
    expect((await checker.presses(yes)).keys).toEqual(['packet-request-left'])
    expect(await left(house)).toEqual({ requests: ['rejected'], packets: 0, why: ['left'] })
    expect((await house.told(pavel)).map(({ keys }) => keys)).toEqual([['packet-request-told-left']])
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
  })

  it('from a budget waits on while the platform cannot tell, and from a wallet it need not', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, 'group')
    pavel.stands({ membership: 'unknown' })
    expect((await checker.presses(yes)).refusal).toBe('maker-unsure')
    expect((await left(house)).requests).toEqual(['asked'])
    pavel.stands({ isAdmin: true })
    expect((await approve(checker, yes)).keys).toEqual(['packet-request-approved'])
    const other = await openHouse(engine, { ...LIMIT, storage: house.storage, world: house.world })
    const own = await asked(other, 'wallet')
    own.pavel.stands({ membership: 'unknown' })
    expect((await approve(own.checker, own.yes)).keys).toEqual(['packet-request-approved'])
  })

  it('from a budget is dropped for staff, who moderate by their role, as long as they hold it', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, 'group')
    pavel.stands({ isAdmin: false })
    await pavel.becomes('risk_officer')
    const shown = await checker.presses(yes)
    expect(shown.keys[0]).toBe('packet-request')
    await pavel.loses('risk_officer')
    expect((await checker.presses(shown.press({ act: 'confirm' }))).keys).toEqual(['packet-request-demoted'])
  })

  it('can be rejected whoever asked for it', async () => {
    const house = await openHouse(engine, LIMIT)
    const { pavel, checker, yes } = await asked(house, 'group')
    pavel.stands({ membership: 'unknown' })
    const no = { command: 'packet-reject', values: yes.values }
    expect((await checker.presses(no)).keys).toEqual(['packet-request-rejected'])
    expect((await left(house)).why).toEqual([undefined])
  })
})
