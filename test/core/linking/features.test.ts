/** What the programme has of two people who turn out to be one: nobody decides about themself. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { freeze, freezesOver } from '../../../src/core/freezes/freezes.js'
import { joinPeople } from '../../../src/core/linking/joining.js'
import { grantRole, grantsOf } from '../../../src/core/roles/roles.js'
import { accept, acceptedAt } from '../../../src/core/texts/texts.js'
import { receiveFile } from '../../../src/interaction/received-files.js'
import type { Work } from '../../../src/storage/storage.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, movesOf, stateOf } from '../applications/kit.js'
import {
  agrees,
  caseNow,
  caseToDecide,
  partnerNamed,
  rules,
  scene,
  staffNamed,
  THINKING_MS,
} from '../cases/kit.js'
import { link, pair } from './kit.js'

const joined = (house: House, one: Person, other: Person) =>
  house.storage.write((work) => joinPeople(work, { one: one.member, other: other.member, by: 'operator' }))

describeStorage('a link', (engine) => {
  it('of a partner and staff: a proposal about themself is none any more, and no deed is theirs', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const number = await caseToDecide(house, risk, ana)
    await rules(house, risk, number, 'suspend')
    expect((await caseNow(house, number)).proposedBy).toBe(risk.member)
    const { decided } = await joined(house, ana.person, risk)
    expect(decided).toEqual([{ what: 'case', id: number }])
    expect(await caseNow(house, number)).toMatchObject({
      proposal: null,
      proposedBy: null,
      state: 'deciding',
    })
    house.world.passes(THINKING_MS)
    expect((await risk.types(`/case ${number}`)).offers({ command: 'case-dismiss' })).toBe(false)
    const again = await rules(house, root, number, 'dismiss')
    expect(again.refusal).toBeUndefined()
    expect((await caseNow(house, number)).verdict).toBe('dismissed')
    expect(await house.audit()).toEqual([])
  })

  it('of two of the staff: what one proposed the other does not agree to', async () => {
    const { house, ana, risk, root } = await scene(engine, 'risk', 'root')
    const third = await staffNamed(house, 'Third', 'admin')
    const number = await caseToDecide(house, risk, ana)
    await rules(house, root, number, 'suspend')
    await joined(house, risk, root)
    expect((await caseNow(house, number)).proposedBy).toBe(risk.member)
    const press = { command: 'case-agree', values: { case: number, version: '4' } }
    house.world.passes(THINKING_MS)
    expect((await root.presses(press)).refusal).toBe('case-own-proposal')
    await agrees(house, third, number)
    expect((await caseNow(house, number)).state).toBe('suspended')
    expect(await house.audit()).toEqual([])
  })

  it('of a reporter and staff: who reported it has no part in the case, and took part under either', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const number = await caseToDecide(house, risk, ana)
    await rules(house, risk, number, 'suspend')
    await house.storage.write((work) => insertReport(work, kofi.member, ana.id, Number(number)))
    await joined(house, kofi, risk)
    expect(await caseNow(house, number)).toMatchObject({ proposal: null, proposedBy: null })
    const [row] = await house.look((work) => work.db.select().from(work.t.reports))
    expect(row?.reporter).toBe(kofi.member)
    house.world.passes(THINKING_MS)
    const refused = await risk.presses({ command: 'case-dismiss', values: { case: number, version: '5' } })
    house.world.passes(THINKING_MS)
    const told = refused.refusal ?? (await risk.types('Nothing came of it.')).refusal
    expect(told).toBe('case-reported')
    expect(await house.audit()).toEqual([])
  })

  it('carries accepted texts, files, a stop on budgets and a regional role', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const v1 = { kind: 'guidelines', version: 'v1' } as const
    const v2 = { kind: 'guidelines', version: 'v2' } as const
    const old = { kind: 'guidelines', version: 'v1' } as const
    await house.storage.write(async (work) => {
      await accept(work, disco.member, v1, v2)
      await accept(work, tele.member, old)
      await work.db.insert(work.t.textNotices).values([
        { member: disco.member, ...v1, at: work.now },
        { member: tele.member, ...v1, at: work.now },
        { member: disco.member, ...v2, at: work.now },
      ])
      const file = { platform: 'discord', native: 'n', sentAs: 'photo', name: 'a.png' } as const
      await receiveFile(work, { ...file, member: disco.member, mime: 'image/png' })
      await freeze(work, `spender:${disco.member}`, 'a case', 'system')
    })
    const regional = { region: 'latam' }
    await house.storage.write((work) => grantRole(work, disco.member, 'reviewer', 'operator', regional))
    await link(tele, disco)
    await house.look(async (work) => {
      expect(await acceptedAt(work, tele.member, v2)).toBeDefined()
      const notices = await work.db.select().from(work.t.textNotices)
      expect(notices.map(({ member }) => member)).toEqual([tele.member, tele.member])
      const [file] = await work.db.select().from(work.t.receivedFiles)
      expect(file?.member).toBe(tele.member)
      expect((await freezesOver(work, [`spender:${tele.member}`])).size).toBe(1)
      expect(await grantsOf(work, tele.member)).toMatchObject([{ role: 'reviewer', ...regional }])
    })
    expect(await house.audit()).toEqual([])
  })

  it('tells those who answer for it what one of the two decided about the other', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    await disco.becomes('reviewer')
    const root = await staffNamed(house, 'Root', 'admin')
    const number = await applies(house, tele)
    await house.storage.write(({ db, t, now }) =>
      db
        .insert(t.applicationDecisions)
        .values({ application: Number(number), number: 1, verdict: 'rejected', by: disco.member, at: now }),
    )
    await link(tele, disco)
    const news = (await house.told(root)).find(({ keys }) => keys.includes('link-told-decided'))
    expect(news?.words).toContain(`application ${number}`)
  })

  it('of two who both applied: what was sent first goes on, the other is withdrawn and told', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const later = { uid: '20020030' }
    const first = await applies(house, disco)
    house.world.passes(60_000)
    const second = await applies(house, tele, later)
    const done = await link(tele, disco)
    expect(done.params('link-withdrew').number).toBe(second)
    expect([await stateOf(house, first), await stateOf(house, second)]).toEqual(['queued', 'withdrawn'])
    expect(await movesOf(house, second)).toMatch(/A\d+$/)
    const told = (await house.told(disco)).at(-1)
    expect(told?.params('link-withdrew').number).toBe(second)
    const rows = await house.look((work) => work.db.select().from(work.t.applications))
    expect(rows.map(({ member }) => member)).toEqual([tele.member, tele.member])
    for (const one of [tele, disco]) {
      house.world.passes(THINKING_MS)
      expect((await one.inPrivate.types('/status')).words).toContain(first)
    }
    expect(await house.audit()).toEqual([])
  })

  it('is audited: whatever is left under the number that went is found', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const { tele, disco } = await pair(house)
    await link(tele, disco)
    const finds = async (leave: (work: Work) => Promise<unknown>, what: string) => {
      await house.storage.write(leave)
      const found = (await house.audit()).filter(({ check }) => check === 'people-joined')
      expect(found.map(({ detail }) => detail)).toEqual([`${what} is left with a person who is another now`])
    }
    const { member } = disco
    await finds((work) => insertReport(work, member, ana.id), 'a report')
    await house.storage.write((work) => work.db.delete(work.t.reports))
    await finds(
      ({ db, t }) => db.update(t.partners).set({ returnBackedBy: member }).where(eq(t.partners.id, ana.id)),
      'a partner',
    )
    await house.storage.write(({ db, t }) => db.update(t.partners).set({ returnBackedBy: null }))
    await finds((work) => freeze(work, `spender:${member}`, '', 'system'), 'a stop')
    await house.storage.write(({ db, t }) => db.delete(t.freezes))
    await finds((work) => accept(work, member, { kind: 'guidelines', version: 'v9' }), 'what they accepted')
  })
})

async function insertReport(work: Work, reporter: number, partner: number, kase?: number) {
  const told = { reporter, about: 'Ana', partner, reason: 'spam', reasonWords: '{}', words: 'Spam all day.' }
  const state = kase === undefined ? ('open' as const) : ('cased' as const)
  await work.db.insert(work.t.reports).values({ ...told, state, case: kase ?? null, at: work.now })
}
