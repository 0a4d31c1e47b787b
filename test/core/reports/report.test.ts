/** /report: by anybody, once, and never with the reporter's name where the partner could read it. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import {
  agrees,
  answersAppeal,
  appeals,
  DAY_MS,
  does,
  lastTold,
  partnerNamed,
  replies,
  rules,
  scene,
  staffNamed,
  THINKING_MS,
} from '../cases/kit.js'

const SHOT = { native: 'AgAC1', sentAs: 'photo', name: 'shot.jpg', mime: 'image/jpeg', size: 64 } as const

/** Reports in private, one question after the other. */
async function reports(
  house: House,
  { inPrivate }: Person,
  about: string,
  { reason = 'spam', link = 't.me/moon/12', picture = false } = {},
): Promise<Heard> {
  house.world.passes(THINKING_MS)
  const first = await inPrivate.types('/report')
  if (first.refusal) return first
  const second = await inPrivate.types(about)
  const third = await inPrivate.presses(second.press({ act: 'set', field: 'reason', value: reason }))
  expect(third.awaits?.name).toBe('words')
  house.world.passes(THINKING_MS)
  const fourth = await inPrivate.types('Ten posts an hour, all the same.')
  house.world.passes(THINKING_MS)
  const fifth =
    link === ''
      ? await inPrivate.presses(fourth.press({ act: 'set', field: 'link' }))
      : await inPrivate.types(link)
  if (fifth.refusal) return fifth
  house.world.passes(THINKING_MS)
  const page = picture
    ? await house.hears(inPrivate.call({ kind: 'answered', text: '', file: SHOT }))
    : await inPrivate.presses(fifth.press({ act: 'set', field: 'picture' }))
  if (page.refusal) return page
  return inPrivate.presses(page.press({ act: 'confirm' }))
}

async function rows(house: House) {
  return house.look((work) => work.db.select().from(work.t.reports))
}

describeStorage('a case that was overturned on appeal', (engine) => {
  it('is no guilt any more: on the partner’s page, in the history, on the card, to who reported it', async () => {
    const { house, ana, rita, risk, root } = await scene(engine, 'rita', 'risk', 'root')
    const kofi = await house.person('Kofi')
    await reports(house, kofi, 'Ana')
    await does(
      house,
      rita,
      await rita.presses({ command: 'report-page', values: { report: '1' } }),
      'report-case',
    )
    await does(house, rita, await rita.types('/case 1'), 'case-notify')
    await replies(house, ana, 'Somebody had my account.')
    await rules(house, rita, '1', 'suspend')
    await agrees(house, risk, '1')
    expect((await lastTold(house, kofi)).keys).toEqual(['report-told-acted'])
    await appeals(house, ana)
    expect((await rita.types('/partner 1')).words).toContain('⚖️ Case 1: suspension, appealed')
    await answersAppeal(house, root, '1', 'overturn')
    expect((await lastTold(house, kofi)).keys).toEqual(['report-told-overturned'])
    house.world.passes(60 * DAY_MS)
    await house.beats()
    const page = await rita.types('/partner 1')
    expect(page.words).toContain('⚖️ Case 1: overturned on appeal, nothing of it holds')
    expect(page.words).toContain('suspended, case 1: overturned since (Risk)')
    // Who decided it, and not the rules that carried it out.
    expect(page.words).toContain('active: case 1 was overturned on appeal (Root)')
    const own = await house.card('1', 'telegram', 'case')
    expect(own.words).toContain('overturned on appeal, nothing of it holds, opened')
    expect((await rita.types('/case 1')).words).toContain('On appeal: overturned')
    expect((await house.told(kofi)).filter(({ keys }) => keys[0]?.startsWith('report-told'))).toHaveLength(2)
  })
})

describeStorage('/report', (engine) => {
  it('gets a number, lands on the desk without the reporter’s name, and becomes a case', async () => {
    const house = await openHouse(engine)
    const ana = await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const root = await staffNamed(house, 'Root', 'admin')
    expect((await root.types('/desk here cases')).keys).toContain('desk-named-cases')
    const made = await reports(house, kofi, 'Ana')
    expect(made.params('report-made').number).toBe('1')
    const [row] = await rows(house)
    expect(row).toMatchObject({ partner: ana.id, link: 'https://t.me/moon/12', state: 'open', file: null })
    const card = await house.card('1', 'telegram', 'report')
    expect(card.words).toContain('Whom: Ana, partner 1')
    expect(card.words).not.toContain('Kofi')
    const page = await rita.presses(card.press({ command: 'report-page' }))
    expect(page.words).toContain('Reported by Kofi.')
    const done = await does(house, rita, page, 'report-case')
    expect(done.keys[0]).toBe('case-opened')
    house.world.passes(THINKING_MS)
    await does(house, rita, await rita.types('/case 1'), 'case-notify')
    const told = await lastTold(house, ana.person)
    expect(told.words).toContain('“Ten posts an hour, all the same.”')
    expect(told.words).not.toContain('Kofi')
    await replies(house, ana, 'It was a mistake.')
    await rules(house, rita, '1', 'warn')
    expect((await lastTold(house, kofi)).keys).toEqual(['report-told-acted'])
    expect(await house.audit()).toEqual([])
  })

  it('becomes a case about the partner who was shown, and nobody who took their name', async () => {
    const house = await openHouse(engine)
    const [ana, mal] = [await partnerNamed(house, 'Ana'), await partnerNamed(house, 'Mal')]
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    await reports(house, await house.person('Kofi'), 'somebody')
    const page = await rita.presses({ command: 'report-page', values: { report: '1' } })
    await rita.presses(page.press({ command: 'report-case' }))
    house.world.passes(THINKING_MS)
    const shown = await rita.types('Ana')
    expect(shown.words).toContain(`Open a case about Ana (partner ${ana.id}) from report 1?`)
    for (const [{ person }, name] of [
      [ana, 'Ana Rose'],
      [mal, 'Ana'],
    ] as const) {
      house.world.passes(THINKING_MS)
      const call = person.inPrivate.call({ kind: 'typed', command: 'help', words: '' })
      await house.hears({ ...call, actor: { ...person.account, name } })
    }
    house.world.passes(THINKING_MS)
    expect((await rita.presses(shown.press({ act: 'confirm' }))).keys[0]).toBe('case-opened')
    const cases = await house.look((work) => work.db.select().from(work.t.cases))
    expect(cases.map(({ partner }) => partner)).toEqual([ana.id])
  })

  it('is answered in general words when nothing follows; why stays with the staff', async () => {
    const house = await openHouse(engine)
    await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    await reports(house, kofi, 'Ana')
    house.world.passes(THINKING_MS)
    const list = await rita.types('/case')
    const page = await rita.presses(list.press({ command: 'report-page' }))
    const done = await does(house, rita, page, 'report-dismiss', { note: 'These are other people’s posts.' })
    expect(done.keys[0]).toBe('report-dismissed')
    expect(done.params('application-note')).toEqual({ note: { said: 'These are other people’s posts.' } })
    const told = await lastTold(house, kofi)
    expect(told.keys).toEqual(['report-told-nothing'])
    expect(told.words).not.toContain('other people')
    const again = await rita.presses({
      command: 'report-dismiss',
      values: { report: '1', note: 'Once more.' },
    })
    expect(again.refusal).toBe('report-decided')
  })

  it('joins one that says the same, and everybody is told how it ended', async () => {
    const house = await openHouse(engine)
    await partnerNamed(house, 'Ana')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const people = [await house.person('Kofi'), await house.person('Mei'), await house.person('Olu')]
    await reports(house, people[0] as Person, 'Ana', { link: '' })
    await reports(house, people[1] as Person, 'Ana', { link: 't.me/other/1' })
    await reports(house, people[2] as Person, 'somebody', {
      reason: 'other',
      link: 'https://T.me/other/1#end',
    })
    expect((await rows(house)).map(({ state, joins }) => [state, joins])).toEqual([
      ['open', null],
      ['joined', 1],
      ['open', null],
    ])
    expect((await house.card('1', 'telegram', 'report')).words).toContain('1 more report says the same.')
    house.world.passes(THINKING_MS)
    await rita.presses({ command: 'report-dismiss', values: { report: '1', note: 'Nothing there.' } })
    for (const one of people.slice(0, 2)) {
      expect((await lastTold(house, one)).keys).toEqual(['report-told-nothing'])
    }
    expect(await house.told(people[2] as Person)).toEqual([])
  })

  it('is not taken more often than the programme says, also not at once', async () => {
    const house = await openHouse(engine)
    await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    for (const at of [1, 2, 3, 4, 5]) await reports(house, kofi, 'Ana', { link: `t.me/moon/${at}` })
    const more = await reports(house, kofi, 'Ana')
    expect([more.refusal, more.params('refusal-report-too-many').most]).toEqual(['report-too-many', 5])
    house.world.passes(DAY_MS)
    expect((await reports(house, kofi, 'Ana')).keys).toEqual(['report-made'])
  })

  it('takes no address that is none, and none with a name and a password', async () => {
    const house = await openHouse(engine)
    const kofi = await house.person('Kofi')
    for (const link of ['javascript:alert(1)', 'https://me:secret@t.me/x', 'nothing', 'file:///etc/passwd']) {
      const heard = await reports(house, kofi, 'Ana', { link })
      expect([link, heard.refusal]).toEqual([link, 'link-malformed'])
    }
  })

  it('is not for oneself, and not decided by whoever made it or whom it is about', async () => {
    const { house, ana, rita } = await scene(engine, 'rita')
    expect((await reports(house, ana.person, 'Ana')).refusal).toBe('report-own')
    await reports(house, rita, 'Ana')
    await ana.person.becomes('risk_officer')
    house.world.passes(THINKING_MS)
    for (const staff of [rita, ana.person]) {
      const page = { command: 'report-page', values: { report: '1' } }
      expect((await staff.presses(page)).refusal).toBe('report-own-decision')
    }
  })

  it('is not decided by whoever reported the same, nor by staff of another region', async () => {
    const house = await openHouse(engine)
    await partnerNamed(house, 'Ana')
    const kofi = await house.person('Kofi')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const mo = await house.person('Mo')
    await mo.becomes('reviewer', 'mena')
    const luz = await house.person('Luz')
    await luz.becomes('reviewer', 'latam')
    await reports(house, kofi, 'Ana')
    await reports(house, rita, 'Ana')
    expect((await rows(house)).map(({ state }) => state)).toEqual(['open', 'joined'])
    house.world.passes(THINKING_MS)
    const values = { report: '1' }
    for (const [staff, refusal] of [
      [rita, 'report-own-decision'],
      [mo, 'report-not-yours'],
    ] as const) {
      house.world.passes(THINKING_MS)
      expect((await staff.presses({ command: 'report-page', values })).refusal).toBe(refusal)
      const dismiss = { command: 'report-dismiss', values: { ...values, note: 'Nothing there.' } }
      expect((await staff.presses(dismiss)).refusal).toBe(refusal)
      expect((await staff.types('/case')).keys).toEqual(['case-none'])
    }
    const page = await luz.presses((await luz.types('/case')).press({ command: 'report-page' }))
    expect(page.words).toContain('Reported by Kofi.')
    await does(house, luz, page, 'report-case')
    house.world.passes(THINKING_MS)
    expect((await luz.types('/case')).words).toContain('Ana')
    expect((await mo.types('/case')).keys).toEqual(['case-none'])
    expect((await mo.types('/case 1')).refusal).toBe('case-other-region')
  })

  it('takes a screenshot along, which staff alone see, on the report and on its case', async () => {
    const { house, ana, rita } = await scene(engine, 'rita')
    const kofi = await house.person('Kofi')
    await reports(house, kofi, 'Ana', { picture: true })
    const [row] = await rows(house)
    const [sent] = await house.look((work) => work.db.select().from(work.t.receivedFiles))
    expect([row?.file, sent?.member]).toEqual([sent?.id, kofi.member])
    house.world.passes(THINKING_MS)
    const page = await rita.presses({ command: 'report-page', values: { report: '1' } })
    const shown = await rita.presses(page.press({ command: 'report-picture' }))
    expect(shown.view.files).toEqual([{ kind: 'picture', name: 'shot.jpg', from: { received: sent?.id } }])
    await does(house, rita, page, 'report-case')
    house.world.passes(THINKING_MS)
    const kase = await rita.types('/case 1')
    expect((await rita.presses(kase.press({ command: 'case-picture' }))).view.files).toHaveLength(1)
    for (const command of ['report-picture', 'case-picture']) {
      house.world.passes(THINKING_MS)
      const values: Record<string, string> = command === 'case-picture' ? { case: '1' } : { report: '1' }
      expect((await ana.person.presses({ command, values })).refusal).toBe('only-roles')
    }
    await house.storage.write((work) => work.db.delete(work.t.receivedFiles))
    house.world.passes(THINKING_MS)
    const gone = await rita.presses({ command: 'case-picture', values: { case: '1' } })
    expect(gone.keys).toEqual(['evidence-picture-gone'])
  })

  it('keeps a reporter out of the case that came of it', async () => {
    const house = await openHouse(engine)
    await partnerNamed(house, 'Ana')
    const rita = await staffNamed(house, 'Rita', 'reviewer')
    const root = await staffNamed(house, 'Root', 'admin')
    await reports(house, rita, 'Ana')
    house.world.passes(THINKING_MS)
    const page = await root.presses({ command: 'report-page', values: { report: '1' } })
    await does(house, root, page, 'report-case')
    house.world.passes(THINKING_MS)
    expect((await rita.types('/case 1')).refusal).toBe('case-reported')
    const news = async (person: Person) => (await house.told(person)).flatMap(({ keys }) => keys)
    expect(await news(root)).toContain('case-arrived')
    expect(await news(rita)).not.toContain('case-arrived')
  })

  it('is not filled in before a whole group', async () => {
    const house = await openHouse(engine)
    const kofi = await house.person('Kofi')
    const heard = await kofi.types('/report')
    expect(heard.keys).toEqual(['form-private'])
    expect(heard.view.rows).toMatchObject([[{ kind: 'private', payload: 'report' }]])
  })
})
