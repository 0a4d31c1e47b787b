/** Who may claim: each condition met, unmet and unknown, at the press and before it. */
import { expect, it } from 'vitest'
import { claimCommand } from '../../../src/core/claims/commands.js'
import { type Person as Judged, judgeAll } from '../../../src/core/conditions/conditions.js'
import { introduce } from '../../../src/core/linking/linking.js'
import { sighted } from '../../../src/core/members/members.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { act, claim, claimsOf, drop, has, packetRow, USDT, why } from './kit.js'

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
    expect(heard.words).toContain('you are not its sender')
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

  it('are read once to know whether the platform must be asked, however many press', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const plain = await drop(pavel, '50 20')
    house.world.passes(60_000)
    const strict = await drop(pavel, '50 20 members=yes')
    const { needsStanding } = claimCommand(house.programme)
    let looks = 0
    const asks = (packet: string) =>
      must(needsStanding, 'a claim may need a standing')(
        (task) => {
          looks++
          return house.look(task)
        },
        { packet },
      )
    for (const packet of [plain, strict, plain, strict]) expect(await asks(packet)).toBe(packet === strict)
    expect(looks).toBe(2)
    expect(await asks('nosuchpacket')).toBe(false)
    expect(await asks('nosuchpacket')).toBe(false)
    expect(looks, 'a packet nobody knows is not kept in mind').toBe(4)
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

  it('that nobody in the group can meet is refused, and told where the packet goes there later', async () => {
    const house = await openHouse(engine)
    const moon = house.groupNamed('Moon', 'discord')
    const pavel = await house.rich('Pavel', '500')
    const dora = await house.rich('Dora', '500', { at: moon })
    for (const role of ['vip', '1234', '@everyone', '123456789012345678901']) {
      house.world.passes(60_000)
      expect((await dora.types(`/redpacket 5 5 role=${role}`)).refusal).toBe('role-malformed')
    }
    house.world.passes(60_000)
    expect((await dora.types('/redpacket 5 5 role=<@&123456>')).keys).toEqual(['redpacket-dropped'])
    house.world.passes(60_000)
    const noPremium = await dora.types('/redpacket 5 5 premium=yes')
    expect(noPremium.refusal).toBe('condition-impossible')
    expect(noPremium.params('refusal-condition-impossible')).toEqual({ kind: 'premium' })
    const noRole = await pavel.types('/redpacket 5 5 role=123456')
    expect(noRole.params('refusal-condition-impossible')).toEqual({ kind: 'discord-role' })
    expect(await has(house, pavel.owner)).toBe(500n * USDT)
    house.world.passes(60_000)
    const packet = await drop(pavel, '5 5 premium=yes')
    await house.storage.write((work) =>
      introduce(work, [pavel.account, { platform: 'discord', id: '7654321', name: 'Pavel' }]),
    )
    const chat = await house.chatId(moon)
    await house.storage.write((work) => sighted(work, pavel.member, chat))
    const shown = await pavel.presses(act('share', packet, { chat: String(chat) }))
    expect(shown.keys.slice(0, 2)).toEqual(['share-done', 'share-impossible'])
    expect(shown.words).toContain('Telegram Premium')
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

  it('asks nobody who is in for the passphrase any more', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.person('Mia')
    for (const words of ['50 20 passphrase=sesame', '50 20 window=60s passphrase=sesame']) {
      house.world.passes(60_000)
      const packet = await drop(pavel, words)
      expect((await mia.presses(why(packet))).keys).toContain('why-passphrase')
      await mia.presses(claim(packet))
      await mia.inPrivate.types('sesame')
      const heard = await mia.presses(why(packet))
      expect(heard.refusal).toBe(words.includes('window') ? 'entered-already' : 'claimed-already')
      expect(heard.keys).not.toContain('why-passphrase')
    }
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

  it('of the programme are left out where nobody could meet them, and the preview says so', async () => {
    const role = '12345678'
    const house = await openHouse(engine, {
      packets: { conditions: [{ kind: 'not-sender' }, { kind: 'premium' }, { kind: 'discord-role', role }] },
    })
    const moon = house.groupNamed('Moon', 'discord')
    const pavel = await house.rich('Pavel', '500')
    const luna = await house.rich('Luna', '500', { at: moon })
    const leftOut = async (who: typeof pavel) => {
      house.world.passes(60_000)
      const shown = await who.types('/redpacket 50 5 dry=yes')
      expect(shown.offers({ act: 'confirm' })).toBe(true)
      return JSON.stringify(shown.params('redpacket-left-out').conditions)
    }
    const held = async (who: typeof pavel) => {
      house.world.passes(60_000)
      const { conditions } = await packetRow(house, await drop(who, '50 5'))
      return fromJson<{ kind: string }[]>(conditions).map(({ kind }) => kind)
    }
    expect(await leftOut(luna)).toContain('condition-premium')
    expect(await held(luna)).toEqual(['not-sender', 'discord-role'])
    expect(await leftOut(pavel)).toContain('condition-discord-role')
    expect(await held(pavel)).toEqual(['not-sender', 'premium'])
    house.world.passes(60_000)
    expect((await luna.types('/redpacket 50 5 premium=yes')).refusal).toBe('condition-impossible')
    house.world.passes(60_000)
    expect((await pavel.types(`/redpacket 50 5 role=${role}`)).refusal).toBe('condition-impossible')
  })
})
