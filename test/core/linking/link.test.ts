/** Two accounts, one person: the code, the confirmation, and what becomes one by it. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { memberText } from '../../../src/core/facts/facts.js'
import { freeze, freezesOver } from '../../../src/core/freezes/freezes.js'
import { accountsOf } from '../../../src/core/ledger/ledger.js'
import { memberOf } from '../../../src/core/members/members.js'
import { rolesOf } from '../../../src/core/roles/roles.js'
import { askTreasury, decideTreasury } from '../../../src/core/treasury/treasury.js'
import { isCheckViolation } from '../../../src/storage/errors.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { approve, claim, claimsOf, drop, factKinds, has, USDT } from '../packets/kit.js'
import { codeOf, lastWord, link, offer, pair } from './kit.js'

const MINUTE = 60_000
const DAY = 86_400_000

const behind = (house: House, { account }: Person) => house.look((work) => memberOf(work, account))

describeStorage('a code', (engine) => {
  it('is given in private, typed with the other account and confirmed by both: then they are one', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const shown = await tele.inPrivate.types('/link_account')
    expect(shown.words).toMatch(
      /Telegram: \/link_account [\da-z-]+\n• Discord: \/link_account code:[\da-z-]+\n/,
    )
    const offered = await offer(tele, disco)
    expect(offered.keys).toContain('link-offer-final')
    expect(offered.params('link-offer').name).toBe('Mia')
    expect(offered.words).toContain(`Mia (telegram:${tele.account.id})`)
    expect(await behind(house, disco)).toBe(disco.member)
    const confirm = offered.press({ command: 'link-confirm' })
    const waits = await disco.inPrivate.presses(confirm)
    expect(waits.keys).toEqual(['link-waits', 'link-waits-how'])
    expect(await behind(house, disco)).toBe(disco.member)
    const [asked] = await house.told(tele)
    expect(asked?.words).toContain(`mia#1 (discord:${disco.account.id})`)
    const done = await tele.inPrivate.presses(asked?.press({ command: 'link-accept' }) ?? '')
    expect(done.keys).toEqual(['link-done'])
    expect([await behind(house, tele), await behind(house, disco)]).toEqual([tele.member, tele.member])
    expect(await factKinds(house, memberText(tele.member))).toEqual(['link-asked', 'people-joined'])
    const told = await house.told(disco)
    expect(told.map(({ keys }) => keys[0])).toEqual(['link-told'])
    expect(told[0]?.words).toContain(`Mia (telegram:${tele.account.id}) is one person with you now`)
    expect(await house.audit()).toEqual([])
  })

  it('is kept as a hash alone', async () => {
    const house = await openHouse(engine)
    const { tele } = await pair(house)
    const code = (await codeOf(tele)).replaceAll('-', '')
    const { linkCodes } = await house.dump('outbox', 'calls')
    expect(linkCodes).toHaveLength(1)
    expect(JSON.stringify(linkCodes)).not.toContain(code)
  })

  it('is never shown in a group, and one that a group has read is spent', async () => {
    const house = await openHouse(engine)
    const { tele, disco, server } = await pair(house)
    for (const voice of [tele, disco]) {
      const heard = await voice.types('/link_account')
      expect([heard.keys, heard.view.rows?.[0]?.[0]?.kind]).toEqual([['link-in-private'], 'private'])
    }
    expect((await disco.in(server).fills('link_account', {})).keys).toEqual(['link-in-private'])
    const code = await codeOf(disco)
    expect((await tele.types(`/link_account ${code}`)).refusal).toBe('link-public')
    expect((await tele.inPrivate.types(`/link_account ${code}`)).refusal).toBe('link-code-spent')
    // A link to the private chat leads there.
    expect((await tele.inPrivate.opens('link_account')).keys[0]).toBe('link-code')
  })

  it('may be copied with its line, in capitals, or without what stands between', async () => {
    const house = await openHouse(engine)
    for (const way of [(code: string) => code.toUpperCase(), (code: string) => code.replaceAll('-', '')]) {
      const { tele, disco } = await pair(house)
      const heard = await disco.inPrivate.types(`/link_account ${way(await codeOf(tele))}`)
      expect(heard.keys[0]).toBe('link-offer')
    }
  })

  it('is used once, ends after ten minutes, and is spent by a newer one', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    const old = await codeOf(tele)
    const code = await codeOf(tele)
    expect((await disco.inPrivate.types(`/link_account ${old}`)).refusal).toBe('link-code-spent')
    house.world.passes(10 * MINUTE)
    expect((await disco.inPrivate.types(`/link_account ${code}`)).refusal).toBe('link-code-late')
    const fresh = await codeOf(tele)
    const offered = await disco.inPrivate.types(`/link_account ${fresh}`)
    // Whoever else knows it comes too late, and cannot confirm what another typed.
    expect((await third.inPrivate.types(`/link_account ${fresh}`)).refusal).toBe('link-code-spent')
    const confirm = offered.press({ command: 'link-confirm' })
    expect((await third.inPrivate.presses(confirm)).refusal).toBe('link-code-gone')
    await disco.inPrivate.presses(confirm)
    expect((await tele.inPrivate.presses(lastWord(confirm))).keys).toEqual(['link-done'])
    expect((await tele.inPrivate.presses(lastWord(confirm))).refusal).toBe('link-code-used')
    expect((await disco.inPrivate.presses(confirm)).refusal).toBe('link-code-used')
    expect((await third.inPrivate.types(`/link_account ${fresh}`)).refusal).toBe('link-code-used')
  })

  it('that was typed in time is confirmed in time', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const offered = await offer(tele, disco)
    house.world.passes(10 * MINUTE)
    const late = await disco.inPrivate.presses(offered.press({ command: 'link-confirm' }))
    expect(late.refusal).toBe('link-code-late')
    expect(await behind(house, disco)).toBe(disco.member)
  })

  it('that is cancelled is of no use any more, and only who typed it cancels it', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    const offered = await offer(tele, disco)
    const others = await third.inPrivate.presses(offered.press({ command: 'link-drop' }))
    expect(others.refusal).toBe('link-code-gone')
    expect((await disco.inPrivate.presses(offered.press({ command: 'link-drop' }))).keys).toEqual([
      'link-dropped',
    ])
    const after = await disco.inPrivate.presses(offered.press({ command: 'link-confirm' }))
    expect(after.refusal).toBe('link-code-spent')
  })

  it('of one’s own account or own person is told so', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const own = await codeOf(tele)
    expect((await tele.inPrivate.types(`/link_account ${own}`)).refusal).toBe('link-own-code')
    await link(tele, disco)
    house.world.passes(31 * DAY)
    const code = await codeOf(tele)
    expect((await disco.inPrivate.types(`/link_account ${code}`)).refusal).toBe('link-same-person')
  })

  it('is guessed a few times an hour, and the refusal says when again', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const wrong = async () => disco.inPrivate.types('/link_account 0000-1111-2222-3333')
    const lefts: unknown[] = []
    for (let at = 0; at < 5; at++) {
      lefts.push((await wrong()).params('refusal-link-code-wrong.next').left)
      house.world.passes(MINUTE)
    }
    expect(lefts).toEqual([4, 3, 2, 1, 0])
    const code = await codeOf(tele)
    const shut = await disco.inPrivate.types(`/link_account ${code}`)
    expect(shut.refusal).toBe('link-tries')
    expect(shut.params('refusal-link-tries.next').at).toMatchObject({ as: 'relative' })
    house.world.passes(55 * MINUTE)
    expect((await disco.inPrivate.types(`/link_account ${await codeOf(tele)}`)).keys[0]).toBe('link-offer')
  })

  it('of any other form is refused, and none links more accounts than the programme allows', async () => {
    const house = await openHouse(engine)
    const { tele } = await pair(house)
    expect((await tele.inPrivate.types('/link_account <b>* *</b>')).refusal).toBe('link-code-wrong')
    const fake = (command: string) => tele.inPrivate.presses({ command, values: { link: 'nothing' } })
    for (const press of ['link-confirm', 'link-accept', 'link-drop', 'link-decline'])
      expect((await fake(press)).refusal).toBe('link-code-gone')
    for (let at = 0; at < 3; at++) {
      house.world.passes(31 * DAY)
      expect((await link(await house.person(`Other ${at}`), tele)).keys[0]).toBe('link-done')
    }
    house.world.passes(31 * DAY)
    expect((await tele.inPrivate.types('/link_account')).refusal).toBe('link-most')
    const fifth = await house.person('Fifth')
    expect((await offer(fifth, tele)).refusal).toBe('link-most')
    expect(await house.audit()).toEqual([])
  })

  it('waits a month after a link', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    const offered = await offer(third, tele)
    await link(disco, tele)
    expect((await tele.inPrivate.types('/link_account')).refusal).toBe('link-pause')
    expect((await offer(third, tele)).refusal).toBe('link-pause')
    // What was typed before is of no use either.
    const before = await tele.inPrivate.presses(offered.press({ command: 'link-confirm' }))
    expect(before.refusal).toBe('link-code-spent')
    house.world.passes(30 * DAY)
    expect((await offer(third, tele)).keys[0]).toBe('link-offer')
  })
})

describeStorage('of two who are one', (engine) => {
  it('the wallets are one, to the unit, and what is owed to the one that went arrives', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house, ['10.5', '4.25'])
    const [ada, ben] = [await house.person('Ada'), await house.person('Ben')]
    const asked = await house.storage.write((work) =>
      askTreasury(work, {
        ...{ kind: 'withdraw' as const, owner: disco.owner, asset: 'USDT' },
        ...{ amount: 1n * USDT, reason: 'a payout', maker: ada.member },
      }),
    )
    const packet = await drop(disco, '2 4')
    const done = await link(disco, tele)
    expect(done.params('link-moved').amount).toEqual({ amount: 1_250_000n, asset: 'USDT' })
    expect(await has(house, tele.owner)).toBe(11_750_000n)
    expect(await has(house, disco.owner)).toBe(0n)
    const decision = { checker: ben.member, approve: false, fourEyes: true }
    await house.storage.write((work) => decideTreasury(work, asked.id, decision))
    expect(await has(house, tele.owner)).toBe(12_750_000n)
    house.world.passes(2 * DAY)
    await house.beats()
    expect(await has(house, tele.owner)).toBe(14_750_000n)
    const left = await house.look((work) => accountsOf(work, disco.owner))
    expect(left.map(({ available, onHold }) => [available, onHold])).toEqual([[0n, 0n]])
    expect((await tele.inPrivate.types('/packets')).presses).not.toEqual([])
    expect(packet).not.toBe('')
    expect(await house.audit()).toEqual([])
  })

  it('a claim by either is the person’s, and whoever sent a packet is its sender with both', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house, ['0', '20'])
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    const mine = await drop(disco.in(house.group), '5 5')
    expect((await tele.presses(claim(packet))).keys).toEqual(['claim-paid'])
    await link(tele, disco)
    expect((await disco.in(house.group).presses(claim(packet))).refusal).toBe('claimed-already')
    const own = await tele.presses(claim(mine))
    expect(own.keys.some((key) => key.startsWith('condition'))).toBe(true)
    expect(await claimsOf(house, mine)).toEqual([])
    expect(await claimsOf(house, packet)).toHaveLength(1)
    expect((await disco.inPrivate.types('/claims')).keys).toEqual(['claims-title', 'claims-line'])
    expect(await house.audit()).toEqual([])
  })

  it('a claim by the number that went counts, too', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const pavel = await house.rich('Pavel', '500')
    const packet = await drop(pavel, '50 20')
    expect((await disco.in(house.group).presses(claim(packet))).keys).toEqual(['claim-paid'])
    await link(tele, disco)
    for (const one of [tele, disco])
      expect((await one.in(house.group).presses(claim(packet))).refusal).toBe('claimed-already')
    const taken = await house.look((work) => work.db.select().from(work.t.packetClaims))
    expect(taken.map(({ member }) => member)).toEqual([disco.member])
    expect(await has(house, tele.owner)).toBe(taken[0]?.amount)
    expect((await tele.inPrivate.types('/claims')).keys).toEqual(['claims-title', 'claims-line'])
    const verified = await tele.inPrivate.types(`/verify ${packet}`)
    expect(verified.params('verify-you-living')).toEqual({ reference: `member-${disco.member}` })
  })

  it('two entries in a draw are one, and the entry of the one that went is the person’s', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const pavel = await house.rich('Pavel', '500')
    const both = await drop(pavel, '10 4 window=60s')
    house.world.passes(60_000)
    const later = await house.rich('Olga', '50')
    const one = await drop(later, '10 4 window=10m')
    await tele.presses(claim(one))
    expect((await disco.in(house.group).presses(claim(one))).keys).toEqual(['claim-entered'])
    const third = await house.person('Third')
    await third.presses(claim(one))
    await link(tele, disco)
    expect((await disco.in(house.group).presses(claim(one))).refusal).toBe('entered-already')
    house.world.passes(11 * MINUTE)
    await house.beats()
    const holders = (await claimsOf(house, one)).map(({ member }) => member)
    expect(holders.sort((a, b) => a - b)).toEqual([tele.member, third.member].sort((a, b) => a - b))
    expect(both).not.toBe(one)
    expect(await house.audit()).toEqual([])
  })

  it('roles are common, a stop of either holds for the person', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    await disco.becomes('risk_officer')
    await house.storage.write((work) => freeze(work, memberText(disco.member), 'bots', 'system'))
    await link(tele, disco)
    expect(await house.look((work) => rolesOf(work, tele.member))).toEqual(['risk_officer'])
    expect(await house.look((work) => rolesOf(work, disco.member))).toEqual([])
    const stops = await house.look((work) => freezesOver(work, [memberText(tele.member)]))
    expect([...stops.values()].map(({ reason }) => reason)).toEqual(['bots'])
    const pavel = await house.rich('Pavel', '50')
    expect((await tele.presses(claim(await drop(pavel, '5 5')))).refusal).toBe('frozen-member')
    const told = (await house.told(admin)).map(({ keys }) => keys[0])
    expect(told).toEqual(['link-told-staff'])
    expect(await house.audit()).toEqual([])
  })

  it('two accounts are one pair of eyes, also for what was asked before', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house, ['0', '2000'])
    for (const one of [tele, disco]) await one.becomes('finance_checker')
    const asked = await disco.in(house.group).types('/redpacket 1500 20')
    expect(asked.keys[0]).toBe('redpacket-asked')
    const [request] = await house.look((work) => work.db.select().from(work.t.packetRequests))
    const treasury = await house.storage.write((work) =>
      askTreasury(work, {
        ...{ kind: 'deposit' as const, owner: disco.owner, asset: 'USDT' },
        ...{ amount: 1n * USDT, reason: 'a prize', maker: disco.member },
      }),
    )
    await link(tele, disco)
    for (const one of [tele, disco]) {
      const decide = { command: 'packet-approve', values: { request: request?.id ?? '' } }
      expect((await one.inPrivate.presses(decide)).refusal).toBe('four-eyes')
      const money = { command: 'treasury-approve', values: { request: String(treasury.id) } }
      expect((await one.inPrivate.presses(money)).refusal).toBe('four-eyes')
    }
    const cleo = await house.person('Cleo')
    await cleo.becomes('finance_checker')
    const yes = await approve(cleo.inPrivate, {
      command: 'packet-approve',
      values: { request: request?.id ?? '' },
    })
    expect(yes.keys[0]).toBe('packet-request-approved')
    const [packet] = await house.look((work) => work.db.select().from(work.t.packets))
    expect(packet?.sender).toBe(tele.member)
    expect(await house.audit()).toEqual([])
  })

  it('the larger use of a limit counts, and what follows is added to it', async () => {
    const house = await openHouse(engine, {
      packets: { senderQuarterMost: { USDT: '100' }, approvalAbove: {} },
    })
    const { tele, disco } = await pair(house, ['300', '300'])
    await drop(tele, '60 3')
    await drop(disco.in(house.group), '40 4')
    await link(tele, disco)
    house.world.passes(MINUTE)
    const above = await disco.in(house.group).types('/redpacket 41 2')
    expect(above.refusal).toBe('packet-above-quarter')
    expect(above.params('refusal-packet-above-quarter').left).toEqual({ amount: 40n * USDT, asset: 'USDT' })
    await drop(disco.in(house.group), '30 3')
    house.world.passes(MINUTE)
    const more = await tele.types('/redpacket 11 2')
    expect(more.params('refusal-packet-above-quarter').left).toEqual({ amount: 10n * USDT, asset: 'USDT' })
  })

  it('wrong passphrases of both are the larger number', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const pavel = await house.rich('Pavel', '50')
    const packet = await drop(pavel, '5 5 passphrase=open')
    const wrong = { command: 'packet-claim', values: { packet, passphrase: 'wrong' } }
    for (let at = 0; at < 3; at++) await disco.in(house.group).presses(wrong)
    await tele.presses(wrong)
    await link(tele, disco)
    const heard = await tele.presses(wrong)
    expect(heard.refusal).toBe('passphrase-wrong')
    expect(heard.params('refusal-passphrase-wrong.next').left).toBe(1)
  })

  it('two partners, and two exchange UIDs, are for staff to settle', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    await house.storage.write(async (work) => {
      await work.db.insert(work.t.exchangeUids).values([
        { member: tele.member, uid: '12345', at: work.now, by: 'x' },
        { member: disco.member, uid: '54321', at: work.now, by: 'x' },
      ])
    })
    expect((await offer(tele, disco)).refusal).toBe('link-two-uids')
    await house.storage.write((work) =>
      work.db.delete(work.t.exchangeUids).where(eq(work.t.exchangeUids.member, tele.member)),
    )
    await house.storage.write(async (work) => {
      for (const { member } of [tele, disco]) {
        const row = { member, state: 'approved' as const, version: 1, answers: '{}' }
        const times = { startedAt: work.now, changedAt: work.now, submittedAt: work.now }
        const [one] = await work.db
          .insert(work.t.applications)
          .values({ ...row, ...times })
          .returning()
        await work.db
          .insert(work.t.partners)
          .values({ member, application: one?.id ?? 0, state: 'active', since: work.now })
      }
    })
    expect((await offer(tele, disco)).refusal).toBe('link-two-partners')
  })

  it('the audit finds what is left under the number that went, and the database refuses a claim by it', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const packet = await drop(await house.rich('Pavel', '50'), '5 5')
    await link(tele, disco)
    expect(await house.audit()).toEqual([])
    const chat = await house.chatId(house.group)
    await house.storage.write((work) =>
      work.db.insert(work.t.sightings).values({ chat, member: disco.member, at: work.now }),
    )
    expect(await house.audit()).toMatchObject([
      {
        check: 'people-joined',
        subject: memberText(disco.member),
        detail: expect.stringContaining('a place'),
      },
    ])
    const [share] = await house.look((work) => work.db.select().from(work.t.packetShares))
    const row = { packet, member: disco.member, slot: 0, amount: share?.amount ?? 0n, chat, at: 1 }
    const claimed = house.storage.write((work) => work.db.insert(work.t.packetClaims).values(row))
    const error = await claimed.then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    expect(isCheckViolation(error, 'packet_claims_one_person')).toBe(true)
  })
})
