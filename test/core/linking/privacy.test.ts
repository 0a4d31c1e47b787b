/** /privacy: everything about a person as a document, and its end, which leaves the books whole. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { memberText, record } from '../../../src/core/facts/facts.js'
import { freeze } from '../../../src/core/freezes/freezes.js'
import { part } from '../../../src/core/linking/linking.js'
import { accountsOf, memberOf } from '../../../src/core/members/members.js'
import { writeMember } from '../../../src/core/notices/notices.js'
import { receiveFile } from '../../../src/interaction/received-files.js'
import { must } from '../../../src/kit/refusal.js'
import { text } from '../../../src/kit/text.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { madeOf } from '../../kit/made-file.js'
import { describeStorage } from '../../kit/storage.js'
import { fillIn } from '../applications/kit.js'
import { caseToDecide, partnerNamed, rules, scene, staffNamed } from '../cases/kit.js'
import { claim, drop } from '../packets/kit.js'
import { codeOf, erased, link, pair } from './kit.js'

const DAY = 86_400_000

/** Somebody with a name, words on a packet and a UID, who has nothing left that is open. */
async function left(house: House): Promise<Person> {
  const mia = await house.rich('Mia Sunflower', '20')
  const friend = await house.person('Friend')
  const packet = await drop(mia, '20 1 equal greeting="happy birthday sunflower"')
  await friend.presses(claim(packet))
  const shown = await mia.inPrivate.types('/uid 9876543 9876543')
  await mia.inPrivate.presses(shown.press({ act: 'confirm' }))
  await mia.inPrivate.types('/language en')
  return mia
}

async function documentOf(house: House, heard: Heard) {
  return JSON.parse(String(must(await madeOf(house, heard), 'a document')))
}

describeStorage('/privacy', (engine) => {
  it('says what is kept, and gives all of it, under every number of the person', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house, ['10', '4'])
    const packet = await drop(disco.in(house.group), '4 4 equal greeting=hello')
    const friend = await house.person('Friend')
    await link(tele, disco)
    const shown = await tele.inPrivate.types('/privacy')
    expect(shown.keys[0]).toBe('privacy-title')
    const asked = await tele.inPrivate.presses(shown.press({ action: 'export' }))
    const whole = await documentOf(house, asked)
    expect(whole).toMatchObject({
      numbers: [tele.member, disco.member],
      accounts: [{ account: tele.account.id }, { account: disco.account.id }],
      packetsSent: [{ id: packet, total: '4', greeting: 'hello' }],
      record: [{ kind: 'packet-dropped' }, { kind: 'link-asked' }, { kind: 'people-joined' }],
    })
    expect(JSON.stringify(whole)).not.toContain(friend.account.id)
  })

  it('lists accounts in the order of everywhere else, also those that came at once', async () => {
    const house = await openHouse(engine)
    const disco = await house.person('mia', { platform: 'discord', id: '100000' })
    const tele = await house.person('Mia', { platform: 'telegram', id: '900000' })
    await link(disco, tele)
    await house.storage.write(({ db, t }) => db.update(t.identities).set({ createdAt: 5000 }))
    const whole = await documentOf(house, await tele.inPrivate.types('/privacy export'))
    const elsewhere = await house.look((work) => accountsOf(work, tele.member, disco.member))
    expect(elsewhere.map(({ platform }) => platform)).toEqual(['telegram', 'discord'])
    const listed = whole.accounts as { platform: string; account: string; met: string }[]
    expect(listed.map(({ account }) => account)).toEqual(elsewhere.map(({ account }) => account))
    expect(listed[0]?.met).toBe('1970-01-01T00:00:05.000Z')
  })

  it('gives the codes of an application for profiles, and every moment in one way', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const at = house.world.now()
    const iso = (ms: number) => new Date(ms).toISOString()
    await house.storage.write(async (work) => {
      const { db, t } = work
      const rules = [{ rule: 'followers', least: 500, verdict: 'pass', by: ana.person.member, at }]
      await db.update(t.applications).set({ rules: JSON.stringify(rules) })
      const [row] = await db.select().from(t.applications)
      const application = must(row, 'an application').id
      const seen = { state: 'confirmed', size: 900, lookedBy: ana.person.member, lookedAt: at } as const
      const code = { application, place: 'youtube.com/@ana', code: 'TRY-7Q', madeAt: at - DAY }
      await db.insert(t.proofs).values({ ...code, ...seen, expiresAt: at + DAY })
      const [chat] = await db.select().from(t.chats)
      const counted = { measuredAt: at, countedFrom: at, countedUntil: at, hears: true, countedAll: true }
      const size = { size: 250, isAdmin: true, isChanged: false, isHeld: true }
      const home = { application, home: 'chat:1', chat: must(chat, 'a chat').id }
      await db.insert(t.communities).values({ ...home, ...counted, ...size })
      const slot = { key: 'x', params: { at: { instant: at, as: 'moment' }, size: 900 } }
      const round = { application, number: 1, askedBy: ana.person.member, askedAt: at }
      await db.insert(t.applicationRounds).values({ ...round, questions: JSON.stringify([slot]) })
      const details = { change: 1, dueAt: at, until: null, days: 7 }
      const moved = { kind: 'partner-change-acknowledged', actor: memberText(ana.person.member) } as const
      await record(work, { ...moved, subject: `partner:${ana.id}`, details })
    })
    const whole = await documentOf(house, await ana.person.inPrivate.types('/privacy export'))
    expect(whole.applications).toMatchObject([
      {
        checks: [{ least: 500, at: iso(at) }],
        questions: [{ questions: [{ params: { at: { instant: iso(at) }, size: 900 } }] }],
        communitiesMeasured: [{ members: 250, isAdmin: true, at: iso(at) }],
        codesInProfiles: [
          {
            ...{ account: 'youtube.com/@ana', code: 'TRY-7Q', state: 'confirmed', followers: 900 },
            ...{ hasPicture: false, at: iso(at - DAY), until: iso(at + DAY), looked: iso(at) },
          },
        ],
      },
    ])
    expect(whole.record.at(-1).details).toEqual({ change: 1, dueAt: iso(at), until: null, days: 7 })
    // Milliseconds since the epoch, of any day of this century.
    expect(JSON.stringify(whole)).not.toMatch(/:[0-9]{12,}\b/)
  })

  it('gives what stands in a form, and what was typed there and not taken', async () => {
    const house = await openHouse(engine)
    const { inPrivate } = await house.person('Moon')
    await fillIn(house, { inPrivate }, {}, 'email')
    expect((await inPrivate.types('sunflower at example')).refusal).toBe('email-malformed')
    const whole = await documentOf(house, await inPrivate.types('/privacy export'))
    expect(whole.forms).toMatchObject([
      { command: 'apply', answers: { region: 'latam' }, refused: { email: 'sunflower at example' } },
    ])
  })

  it('is a document for one account alone, and nothing of it waits in the outbox', async () => {
    const house = await openHouse(engine)
    const mia = await left(house)
    const eve = await house.person('Eve')
    const asked = await mia.inPrivate.types('/privacy export')
    expect(asked.keys).toEqual(['privacy-file-sent'])
    expect(JSON.stringify(await house.dump())).not.toContain('movements')
    const bytes = await madeOf(house, asked)
    house.world.passes(DAY)
    expect(await madeOf(house, asked)).toEqual(bytes)
    expect(String(bytes)).toContain('happy birthday sunflower')
    expect((await eve.types('/privacy export')).refusal).toBe('only-in-private')
    // The account is somebody else's by the time it is sent.
    const { identities } = await house.look(async (work) => work.t)
    await house.storage.write((work) =>
      work.db.update(identities).set({ member: eve.member }).where(eq(identities.account, mia.account.id)),
    )
    expect(await madeOf(house, asked)).toBeUndefined()
  })

  it('erases everything personal after a confirmation, and the books stay whole', async () => {
    const house = await openHouse(engine)
    const mia = await left(house)
    const before = await house.dump()
    const count = (rows: Record<string, string[]>) => [
      rows.transfers?.length,
      rows.packetClaims?.length,
      rows.packets?.length,
    ]
    expect((await erased(mia)).keys).toEqual(['privacy-erased'])
    const after = await house.dump('calls', 'outbox')
    const all = JSON.stringify(after)
    for (const word of ['Sunflower', 'sunflower', '9876543', mia.account.id]) expect(all).not.toContain(word)
    expect(count(after)).toEqual(count(before))
    expect(await house.look((work) => memberOf(work, mia.account))).toBeUndefined()
    expect(await house.audit()).toEqual([])
    // Whoever comes back is somebody new.
    expect((await mia.inPrivate.types('/wallet')).keys).toContain('wallet-empty')
    expect(await house.look((work) => memberOf(work, mia.account))).not.toBe(mia.member)
  })

  it('erases an account from what is kept of whoever had it before, once it is out of the group', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const staff = await house.person('Staff')
    await link(tele, disco)
    house.world.passes(31 * DAY)
    await codeOf(disco)
    const { platform, id } = disco.account
    await house.storage.write(async (work) => {
      const account = { platform, id, member: tele.member }
      await part(work, { account, by: staff.member, reason: 'stolen' }, house.programme.linking)
      const { db, t, now } = work
      const chat = must((await db.select().from(t.chats))[0], 'a chat').id
      const row = { platform, account: id, member: tele.member, at: now }
      await db.insert(t.groupStays).values({ ...row, state: 'in' })
      await db
        .insert(t.groupInvites)
        .values({ ...row, chat, link: 'https://t.me/+x', state: 'used', until: now })
      await db.insert(t.badges).values({ ...row, place: '7', badge: 'tag', wanted: '', state: 'off' })
    })
    const naming = async () => {
      const { linkCodes, groupStays, groupInvites, badges } = await house.dump('outbox', 'calls')
      return [linkCodes, groupStays, groupInvites, badges].map((rows) => JSON.stringify(rows).includes(id))
    }
    expect(await naming()).toEqual([true, true, true, true])
    const { what } = (await erased(disco)).params('refusal-privacy-barred')
    expect(what).toMatchObject({ list: [{ key: 'privacy-bar-group' }] })
    await house.storage.write(({ db, t }) => db.update(t.groupStays).set({ state: 'left' }))
    expect((await erased(disco)).keys).toEqual(['privacy-erased'])
    expect(await naming()).toEqual([false, false, false, false])
  })

  it('names everything that has to end first, and erases nothing meanwhile', async () => {
    const house = await openHouse(engine)
    const mia = await house.rich('Mia', '20')
    await drop(mia, '5 5')
    await mia.becomes('reviewer')
    await house.storage.write((work) => freeze(work, memberText(mia.member), 'a look', 'system'))
    const heard = await erased(mia)
    expect(heard.refusal).toBe('privacy-barred')
    const { what } = heard.params('refusal-privacy-barred')
    expect(what).toMatchObject({
      list: ['wallet', 'packets', 'roles', 'stop'].map((bar) => ({ key: `privacy-bar-${bar}` })),
    })
    expect(await house.look((work) => memberOf(work, mia.account))).toBe(mia.member)
  })

  it('waits for an application, and for the end of a rejection', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    await mia.inPrivate.types('/apply')
    const bars = async () => {
      const { what } = (await erased(mia)).params('refusal-privacy-barred')
      return (what as { list: { key: string }[] }).list.map(({ key }) => key)
    }
    expect(await bars()).toEqual(['privacy-bar-application'])
    const change = (reapplyAt: number | null) =>
      house.storage.write((work) =>
        work.db.update(work.t.applications).set({
          state: 'rejected',
          submittedAt: work.now,
          answers: '{"motivation":"secret words"}',
          reapplyAt,
        }),
      )
    await change(null)
    expect(await bars()).toEqual(['privacy-bar-never'])
    await change(house.world.now() + DAY)
    expect(await bars()).toEqual(['privacy-bar-rejection'])
    house.world.passes(2 * DAY)
    expect((await erased(mia)).keys).toEqual(['privacy-erased'])
    expect(JSON.stringify(await house.dump('calls', 'outbox'))).not.toContain('secret words')
  })

  it('gives and erases what they reported, what was held against them, files and letters', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const number = await caseToDecide(house, risk, ana)
    await house.storage.write(async (work) => {
      const report = { partner: ana.id, about: 'Ana the secretive', words: 'She told secret words.' }
      const made = { ...report, reason: 'spam', reasonWords: '{}', state: 'open' as const, at: work.now }
      await work.db.insert(work.t.reports).values({ ...made, reporter: ana.person.member })
      const file = {
        platform: 'telegram',
        native: 'secret-native',
        sentAs: 'document',
        name: 'id.pdf',
      } as const
      await receiveFile(work, { ...file, member: ana.person.member, mime: 'application/pdf' })
      const letter = { key: 'letter', address: 'secret@example.com', subject: text('x'), text: [text('x')] }
      await writeMember(work, { ...letter, member: ana.person.member }, () => 'en')
      await writeMember(
        work,
        { ...letter, key: 'his', address: 'kofi@x.io', member: kofi.member },
        () => 'en',
      )
    })
    const whole = await documentOf(house, await ana.person.inPrivate.types('/privacy export'))
    expect(whole).toMatchObject({
      partner: [{ number: ana.id, state: 'active' }],
      textsAccepted: [{ kind: 'disclosure' }, { kind: 'guidelines' }],
      cases: [{ words: 'Ten posts an hour, for days.', reply: 'It was a scheduling mistake.' }],
      reports: [{ words: 'She told secret words.' }],
      files: [{ name: 'id.pdf' }],
      letters: [{ to: 'secret@example.com' }],
    })
    const bars = (await erased(ana.person)).params('refusal-privacy-barred').what
    expect(bars).toMatchObject({
      list: ['case', 'report', 'reported', 'partner'].map((bar) => ({ key: `privacy-bar-${bar}` })),
    })
    await rules(house, risk, number, 'dismiss')
    house.world.passes(30 * DAY)
    await house.beats()
    await house.storage.write(async ({ db, t, now }) => {
      await db.update(t.reports).set({ state: 'dismissed', decidedBy: risk.member, decidedAt: now })
    })
    const page = await ana.person.inPrivate.types('/membership')
    await ana.person.inPrivate.presses(page.press({ command: 'membership-resign' }))
    const preview = await ana.person.inPrivate.types(String(ana.id))
    await ana.person.inPrivate.presses(preview.press({ act: 'confirm' }))
    expect((await erased(ana.person)).keys).toEqual(['privacy-erased'])
    const after = await house.dump('calls')
    const all = JSON.stringify({ ...after, outbox: after.outbox?.filter((row) => row.includes('mail')) })
    for (const word of ['secret', 'scheduling mistake', 'Ten posts', '10020030'])
      expect(all).not.toContain(word)
    expect(all).toContain('kofi@x.io')
    expect(after.textAcceptances).toHaveLength(2)
    expect(await house.audit()).toEqual([])
  })

  it('waits until the warnings of a partner who left are over, and what was told of them is looked at', async () => {
    const { house, ana, risk } = await scene(engine, 'risk')
    await rules(house, risk, await caseToDecide(house, risk, ana), 'warn')
    house.world.passes(15 * DAY)
    await house.beats()
    const page = await ana.person.inPrivate.types('/membership')
    await ana.person.inPrivate.presses(page.press({ command: 'membership-resign' }))
    const preview = await ana.person.inPrivate.types(String(ana.id))
    await ana.person.inPrivate.presses(preview.press({ act: 'confirm' }))
    const made = { about: 'Ana', words: 'More.', reason: 'spam', reasonWords: '{}', state: 'open' as const }
    await house.storage.write(({ db, t, now }) =>
      db.insert(t.reports).values({ ...made, partner: ana.id, reporter: risk.member, at: now }),
    )
    const bars = async () => {
      const { what } = (await erased(ana.person)).params('refusal-privacy-barred')
      return (what as { list: { key: string; params?: object }[] }).list
    }
    const [reported, warnings] = await bars()
    expect([reported?.key, warnings?.key]).toEqual(['privacy-bar-reported', 'privacy-bar-warnings'])
    const [kase] = await house.look((work) => work.db.select().from(work.t.cases))
    const until = (kase?.warnedAt ?? 0) + 365 * DAY
    expect(warnings?.params).toMatchObject({ at: { instant: until } })
    await house.storage.write(({ db, t, now }) =>
      db.update(t.reports).set({ state: 'dismissed', decidedBy: risk.member, decidedAt: now }),
    )
    expect((await bars()).map(({ key }) => key)).toEqual(['privacy-bar-warnings'])
    house.world.passes(until - house.world.now() - 60_000)
    expect((await bars()).map(({ key }) => key)).toEqual(['privacy-bar-warnings'])
    house.world.passes(2 * 60_000)
    expect((await erased(ana.person)).keys).toEqual(['privacy-erased'])
    expect(await house.audit()).toEqual([])
  })
})
