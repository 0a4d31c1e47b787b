/** Who may claim: each condition met, unmet and unknown, at the press and before it. */
import { expect, it } from 'vitest'
import { type Person as Judged, judgeAll } from '../../../src/core/conditions/conditions.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, drop, why } from './kit.js'

const DAY_MS = 86_400_000

const judged: Judged = {
  platform: 'telegram',
  isSender: false,
  membership: 'member',
  isPremium: false,
  since: 1_000 * DAY_MS,
  roles: [],
}

it.each([
  ['not-sender', { kind: 'not-sender' }, {}, 'met'],
  ['not-sender of the sender', { kind: 'not-sender' }, { isSender: true }, 'unmet'],
  ['member', { kind: 'member' }, {}, 'met'],
  ['member of an outsider', { kind: 'member' }, { membership: 'outsider' }, 'unmet'],
  ['member where nobody can tell', { kind: 'member' }, { membership: 'unknown' }, 'unknown'],
  ['premium', { kind: 'premium' }, { isPremium: true }, 'met'],
  ['premium of somebody else', { kind: 'premium' }, {}, 'unmet'],
  ['age to the day', { kind: 'account-age', days: 30 }, { since: 970 * DAY_MS }, 'met'],
  ['age a millisecond short', { kind: 'account-age', days: 30 }, { since: 970 * DAY_MS + 1 }, 'unmet'],
  ['age where nobody can tell', { kind: 'account-age', days: 30 }, { since: undefined }, 'unknown'],
  ['role', { kind: 'discord-role', role: '12345' }, { platform: 'discord', roles: ['1', '12345'] }, 'met'],
  ['another role', { kind: 'discord-role', role: '12345' }, { platform: 'discord', roles: ['1'] }, 'unmet'],
  ['a role of that number elsewhere', { kind: 'discord-role', role: '12345' }, { roles: ['12345'] }, 'unmet'],
] as const)('%s', (_, condition, person, result) => {
  const facts = { ...judged, ...person } as Judged
  expect(judgeAll([condition], facts, 1_000 * DAY_MS)).toEqual([{ condition, result }])
})

describeStorage('a packet with conditions', (engine) => {
  it('is not for its sender by default, who is told what the others see', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    const heard = await pavel.presses(claim(packet))
    expect(heard.keys).toEqual(['claim-conditions', 'condition-unmet'])
    expect(heard.view.tone).toBe('refusal')
    expect(heard.words).toContain('everyone but the sender')
    expect(await claimsOf(house, packet)).toEqual([])
    const open = await openHouse(engine, {
      storage: house.storage,
      world: house.world,
      packets: { conditions: [] },
    })
    house.world.passes(60_000)
    const other = await open.hears(pavel.call({ kind: 'typed', command: 'redpacket', words: '50 20' }))
    const press = {
      kind: 'pressed' as const,
      data: `1packet-claim:${other.params('redpacket-dropped').packet}`,
    }
    expect((await open.hears(pavel.call(press))).keys).toEqual(['claim-paid'])
  })

  it('for members asks the platform, and takes no silence for a yes', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20 members=yes')
    mia.stands({ membership: 'outsider' })
    const outside = await mia.presses(claim(packet))
    expect(outside.keys).toEqual(['claim-conditions', 'condition-met', 'condition-unmet'])
    expect(outside.words).toContain('Join this group')
    mia.stands({ membership: 'unknown' })
    expect((await mia.presses(claim(packet))).keys).toEqual([
      'claim-conditions',
      'condition-met',
      'condition-unknown',
    ])
    mia.stands({ membership: 'member' })
    expect((await mia.presses(claim(packet))).keys).toEqual(['claim-paid'])
    expect(house.asked).toEqual(Array.from({ length: 3 }, () => `${mia.account.id} in ${house.group.chat}`))
  })

  it('for members takes what the platform sent along', async () => {
    const house = await openHouse(engine)
    const moon = house.groupNamed('Moon', 'discord')
    const pavel = await house.rich('Pavel', '500', { at: moon })
    const mia = await house.person('Mia', { at: moon })
    const packet = await drop(pavel, '50 20 members=yes role=123456')
    const standing = { membership: 'member' as const, isAdmin: false, roles: ['9'] }
    const heard = await mia.presses(claim(packet), { standing })
    expect(heard.keys).toEqual(['claim-conditions', 'condition-met', 'condition-met', 'condition-unmet'])
    const better = await mia.presses(claim(packet), { standing: { ...standing, roles: ['123456'] } })
    expect(better.keys).toEqual(['claim-paid'])
    expect(house.asked).toEqual([])
  })

  it('for Premium and for old accounts looks at the account, or else at when it was first met', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20 premium=yes age=30')
    const old = house.world.now() - 31 * DAY_MS
    const fresh = await house.person('Fresh', { isPremium: true })
    const plain = await house.person('Plain', { createdAt: old })
    const right = await house.person('Right', { isPremium: true, createdAt: old })
    expect((await fresh.presses(claim(packet))).keys).toEqual([
      'claim-conditions',
      'condition-met',
      'condition-met',
      'condition-unmet',
    ])
    expect((await plain.presses(claim(packet))).keys).toEqual([
      'claim-conditions',
      'condition-met',
      'condition-unmet',
      'condition-met',
    ])
    expect((await right.presses(claim(packet))).keys).toEqual(['claim-paid'])
    await pavel.presses(act('extend', packet, { by: '7d' }))
    house.world.passes(8 * DAY_MS - 1)
    expect((await fresh.presses(claim(packet))).keys).toContain('condition-unmet')
  })

  it('a new account ages here too: after thirty days it was met thirty days ago', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const fresh = await house.person('Fresh')
    house.world.passes(30 * DAY_MS)
    const packet = await drop(pavel, '50 20 age=30')
    expect((await fresh.presses(claim(packet))).keys).toEqual(['claim-paid'])
  })

  it('says why, and why not, before the press, and claims nothing by it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    const packet = await drop(pavel, '50 20 members=yes passphrase=sesame')
    const before = await house.dump('calls')
    const open = await mia.presses(why(packet))
    expect(open.keys).toEqual(['why-open', 'condition-met', 'condition-met', 'why-passphrase'])
    expect(open.view.tone).toBe('success')
    mia.stands({ membership: 'outsider' })
    const closed = await mia.presses(why(packet))
    expect(closed.keys).toEqual(['why-not', 'condition-met', 'condition-unmet', 'why-passphrase'])
    expect(closed.view.tone).toBe('refusal')
    expect((await pavel.presses(why(packet))).keys).toEqual([
      'why-not',
      'condition-unmet',
      'condition-met',
      'why-passphrase',
    ])
    expect(await house.dump('calls')).toEqual(before)
    await pavel.presses(act('pause', packet))
    const paused = await mia.presses(why(packet))
    expect(paused.keys.slice(0, 2)).toEqual(['refusal-packet-paused', 'refusal-packet-paused.next'])
    expect((await mia.presses(why('nothere'))).refusal).toBe('packet-unknown')
    expect((await mia.in(house.groupNamed('Other')).presses(why(packet))).refusal).toBe('packet-elsewhere')
  })

  it('of nobody says that there are none', async () => {
    const house = await openHouse(engine, { packets: { conditions: [] } })
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    expect((await pavel.presses(why(packet))).keys).toEqual(['why-open', 'why-none'])
    await pavel.presses(claim(packet))
    expect((await pavel.presses(why(packet))).refusal).toBe('claimed-already')
  })

  it('named by the sender stands in the place of the programme’s of the same kind', async () => {
    const house = await openHouse(engine, {
      packets: { conditions: [{ kind: 'not-sender' }, { kind: 'account-age', days: 7 }] },
    })
    const pavel = await house.rich('Pavel', '500')
    await drop(pavel, '50 20 age=90')
    const [packet] = await house.look((work) => work.db.select().from(work.t.packets))
    expect(JSON.parse(packet?.conditions ?? '')).toEqual([
      { kind: 'not-sender' },
      { kind: 'account-age', days: 90 },
    ])
  })
})
