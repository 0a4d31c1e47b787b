/** Ways around what was decided about a person, or around who may decide: each is closed, and says why. */
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { must } from '../../../src/kit/refusal.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { partnerNamed } from '../cases/kit.js'
import { confirms, erased, link } from '../linking/kit.js'
import { applies, fillIn, movesOf, OTHER, reviewerNamed, sends, stateOf } from './kit.js'

const DAY = 86_400_000

const press = (person: Person, command: string, values: Record<string, string>) =>
  person.presses({ command, values })
const takes = (person: Person, application: string) => press(person, 'application-take', { application })

async function withdraws(person: Person, application: string): Promise<Heard> {
  const shown = await press(person, 'application-withdraw', { application })
  return person.presses(shown.press({ act: 'confirm' }))
}

async function rejects(house: House, rita: Person, number: string, reason: string): Promise<Heard> {
  const panel = await takes(rita, number)
  const asked = await rita.presses(panel.press({ command: 'application-reject' }))
  const preview = await rita.presses(asked.press({ act: 'set', value: reason }))
  house.world.passes(3000)
  return rita.presses(preview.press({ act: 'confirm' }))
}

const rowsOf = (house: House) =>
  house.look((work) => work.db.select().from(work.t.applications).orderBy(work.t.applications.id))

/** Goes on after the draft that the link has begun. */
async function appliesBy(house: House, person: Person, source: string): Promise<string> {
  await person.inPrivate.opens(`apply_${source}`)
  return applies(house, person, OTHER)
}

describeStorage('who was brought by a partner', (engine) => {
  it('is not decided about by them after taking it back and applying without the link', async () => {
    const house = await openHouse(engine)
    const { person: rex, id } = await partnerNamed(house, 'Rex')
    await rex.becomes('reviewer')
    const fan = await house.person('Fan')
    const first = await appliesBy(house, fan, `p${id}`)
    expect((await takes(rex, first)).refusal).toBe('application-recruited')
    await withdraws(fan, first)
    const second = await applies(house, fan, OTHER)
    expect(second).not.toBe(first)
    expect((await takes(rex, second)).refusal).toBe('application-recruited')
    expect((await rex.inPrivate.types('/review')).keys).toEqual(['review-none'])
    const sources = (await rowsOf(house)).filter(({ member }) => member === fan.member)
    expect(sources.map(({ source }) => source)).toEqual([`p${id}`, `p${id}`])
  })

  it('is still whom they brought under another account', async () => {
    const house = await openHouse(engine)
    const { person: rex, id } = await partnerNamed(house, 'Rex')
    await rex.becomes('reviewer')
    const [fan, again] = [await house.person('Fan'), await house.person('Fan again')]
    await withdraws(fan, await appliesBy(house, fan, `p${id}`))
    const second = await applies(house, again, OTHER)
    await link(fan, again)
    expect(await stateOf(house, second)).toBe('queued')
    expect((await takes(rex, second)).refusal).toBe('application-recruited')
  })

  it('shuts out one: the link they came by first, and that of their application', async () => {
    const house = await openHouse(engine)
    const { id } = await partnerNamed(house, 'Rex')
    const { person: sam, id: other } = await partnerNamed(house, 'Sam')
    await sam.becomes('reviewer')
    const fan = await house.person('Fan')
    await withdraws(fan, await appliesBy(house, fan, `p${id}`))
    const second = await appliesBy(house, fan, `p${other}`)
    expect((await takes(sam, second)).keys).toContain('review-taken')
  })
})

describeStorage('who was rejected for ever', (engine) => {
  const stage = async () => {
    const house = await openHouse(engine)
    const [bad, good] = [await house.person('Bad'), await house.person('Good')]
    const rita = await reviewerNamed(house, 'Rita')
    const number = await applies(house, bad)
    return { house, bad, good, rita, number }
  }

  it('sends no draft of another account: it is taken back at the link, and told why', async () => {
    const { house, bad, good, rita, number } = await stage()
    const page = await fillIn(house, good, OTHER)
    await rejects(house, rita, number, 'fake')
    const last = await confirms(bad, good)
    const [asked] = (await house.told(bad)).filter(({ keys }) => keys.includes('link-ask'))
    expect(must(asked, 'the question').keys).toContain('link-offer-withdraws-rejected')
    const done = await bad.inPrivate.presses(last)
    expect(done.params('link-withdrew-rejected').rejected).toBe(number)
    expect(done.keys).toContain('reapply-never')
    const told = (await house.told(good)).find(({ keys }) => keys.includes('link-told'))
    expect(told?.keys).toEqual(expect.arrayContaining(['link-withdrew-rejected', 'reapply-never']))
    expect((await good.inPrivate.presses(page.press({ act: 'confirm' }))).refusal).toBe('apply-no-draft')
    expect((await good.inPrivate.types('/apply')).refusal).toBe('apply-never')
    expect((await rowsOf(house)).map(({ state }) => state)).toEqual(['rejected', 'withdrawn'])
  })

  it('has no application of another account in the queue, nor in a reviewer’s hands', async () => {
    const { house, bad, good, rita, number } = await stage()
    const second = await applies(house, good, OTHER)
    await rejects(house, rita, number, 'fake')
    await takes(rita, second)
    await link(bad, good)
    expect(await stateOf(house, second)).toBe('withdrawn')
    expect(await movesOf(house, second)).toMatch(/A16$/)
  })

  it('is not let in again by a later rejection of another account that ends', async () => {
    const { house, bad, good, rita, number } = await stage()
    await rejects(house, rita, number, 'fake')
    const second = await applies(house, good, OTHER)
    await rejects(house, rita, second, 'audience')
    await link(bad, good)
    house.world.passes(31 * DAY)
    expect((await good.inPrivate.types('/apply')).refusal).toBe('apply-never')
  })

  it('neither sends, answers nor is approved where it is found out later', async () => {
    const { house, bad, good, rita, number } = await stage()
    const page = await fillIn(house, good, OTHER)
    const admin = await house.person('Ada')
    await admin.becomes('admin')
    await rejects(house, rita, number, 'fake')
    // As rows stood that were joined before this was looked at.
    const becomesTheirs = () =>
      house.storage.write(({ db, t: { applications: t } }) =>
        db.update(t).set({ member: good.member }).where(eq(t.member, bad.member)),
      )
    await becomesTheirs()
    const refused = await good.inPrivate.presses(page.press({ act: 'confirm' }))
    expect([refused.refusal, refused.params('refusal-apply-never').number]).toEqual(['apply-never', number])

    await house.storage.write(({ db, t: { applications: t } }) =>
      db
        .update(t)
        .set({ member: bad.member })
        .where(and(eq(t.member, good.member), eq(t.state, 'rejected'))),
    )
    const second = await applies(house, good, OTHER)
    const panel = await takes(rita, second)
    await becomesTheirs()
    const approved = await rita.presses(panel.press({ command: 'application-approve' }))
    expect(approved.refusal).toBe('application-barred-never')
    expect(approved.params('refusal-application-barred-never')).toEqual({ number: second, rejected: number })
    expect(await stateOf(house, second)).toBe('in_review')

    const asked = await rita.presses(panel.press({ command: 'application-ask' }))
    await rita.types('Whose account is it?')
    expect([asked.said, await stateOf(house, second)]).toEqual([true, 'needs_info'])
    const answers = (values: Record<string, string>) =>
      press(good, 'application-answer', { application: second, ...values })
    expect((await answers({})).refusal).toBe('apply-never')
    expect((await answers({ answer: 'It is mine' })).refusal).toBe('apply-never')
    expect(await stateOf(house, second)).toBe('needs_info')
  })

  it('is not taken up by an appeal of another rejection', async () => {
    const { house, bad, good, rita, number } = await stage()
    await rejects(house, rita, number, 'fake')
    const second = await applies(house, good, OTHER)
    await rejects(house, rita, second, 'audience')
    const shown = await press(good, 'application-appeal', { application: second })
    expect(shown.awaits?.name).toBe('words')
    await good.types('I have far more followers than that.')
    await link(bad, good)
    const ada = await house.person('Ada')
    await ada.becomes('admin')
    const upheld = await press(ada, 'application-uphold', { application: second })
    expect(upheld.refusal).toBe('application-barred-never')
    expect(upheld.params('refusal-application-barred-never')).toEqual({ number: second, rejected: number })
    expect(await stateOf(house, second)).toBe('rejected')
  })

  it('is heard on two rejections: neither bars the appeal of the other', async () => {
    const { house, bad, good, rita, number } = await stage()
    await rejects(house, rita, number, 'fake')
    const second = await applies(house, good, OTHER)
    await rejects(house, rita, second, 'fake')
    for (const [person, application] of [
      [bad, number],
      [good, second],
    ] as const) {
      await press(person, 'application-appeal', { application })
      await person.types('These were real people all the time.')
    }
    await link(bad, good)
    const ada = await house.person('Ada')
    await ada.becomes('admin')
    const upheld = await press(ada, 'application-uphold', { application: second })
    expect([upheld.refusal, await stateOf(house, second)]).toEqual([undefined, 'queued'])
  })

  it('waits where the rejection was for a time, and applies when it is over', async () => {
    const { house, bad, good, rita, number } = await stage()
    const second = await applies(house, good, OTHER)
    await rejects(house, rita, number, 'audience')
    const done = await link(bad, good)
    expect(done.keys).toEqual(expect.arrayContaining(['link-withdrew-rejected', 'reapply-at']))
    expect(await stateOf(house, second)).toBe('withdrawn')
    expect((await good.inPrivate.types('/apply')).refusal).toBe('apply-too-soon')
    house.world.passes(31 * DAY)
    expect((await sends(house, good, OTHER)).keys).toContain('apply-sent')
  })
})

/** Withdraws and sends until it is refused; how often it was sent. */
async function floods(house: House, person: Person, most = 20): Promise<{ sent: number; last: Heard }> {
  for (let sent = 0; ; sent++) {
    const last = await sends(house, person, OTHER)
    house.world.passes(3000)
    if (!last.keys.includes('apply-sent') || sent === most) return { sent, last }
    await withdraws(person, String(last.params('apply-sent').number))
    house.world.passes(3000)
  }
}

describeStorage('who applies again and again', (engine) => {
  it('sends three a day and ten in thirty days, and is told from when on again', async () => {
    const house = await openHouse(engine)
    const ann = await house.person('Ann')
    const began = house.world.now()
    const { sent, last } = await floods(house, ann)
    expect([sent, last.refusal]).toEqual([3, 'apply-often'])
    const { day, month, at } = last.params('refusal-apply-often.next')
    expect([day, month]).toEqual([3, 10])
    const { instant } = at as { instant: number }
    expect(instant - began).toBeGreaterThanOrEqual(DAY)
    house.world.passes(instant - house.world.now() - 60_000)
    expect((await sends(house, ann, OTHER)).refusal).toBe('apply-often')
    house.world.passes(DAY)
    expect((await floods(house, ann)).sent).toBe(3)
    house.world.passes(DAY)
    expect((await floods(house, ann)).sent).toBe(3)
    house.world.passes(DAY)
    expect((await floods(house, ann)).sent).toBe(1)
    house.world.passes(28 * DAY)
    expect((await sends(house, ann, OTHER)).keys).toContain('apply-sent')
  })

  it('is one person under two accounts', async () => {
    const house = await openHouse(engine)
    const [ann, too] = [await house.person('Ann'), await house.person('Ann too')]
    expect((await floods(house, ann)).sent).toBe(3)
    await link(ann, too)
    expect((await floods(house, too)).sent).toBe(0)
  })

  it('still waits after an erasure, by no name, for the time that so many take', async () => {
    const house = await openHouse(engine)
    const ann = await house.person('Ann')
    await floods(house, ann)
    const { press: asks } = await ann.inPrivate.types('/apply')
    expect(asks({ act: 'cancel' }).command).toBe('form')
    const [draft] = (await rowsOf(house)).filter(({ state }) => state === 'draft')
    await withdraws(ann, String(must(draft, 'the draft').id))
    expect((await erased(ann)).keys).toEqual(['privacy-erased'])
    const kept = await house.look((work) => work.db.select().from(work.t.linkBrakes))
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(ann.account.id)
    expect((await floods(house, ann)).sent).toBe(0)
    house.world.passes(8 * DAY)
    expect((await floods(house, ann)).sent).toBe(0)
    house.world.passes(DAY)
    expect((await floods(house, ann)).sent).toBe(3)
    expect(await house.audit()).toEqual([])
  })
})

/** Letters are written, and nobody is held back from applying. */
function writing(engine: Parameters<typeof openHouse>[0]): Promise<House> {
  const limits = { perDay: 100, perMonth: 100 }
  const applications = { ...bitmart.applications, limits }
  return openHouse(engine, { programme: programmeSchema.parse({ ...bitmart, applications }), hasMail: true })
}

describeStorage('letters to an address that nobody has proven to be theirs', (engine) => {
  it('are five a day to one mailbox, whoever names it, and what is not sent is told', async () => {
    const house = await writing(engine)
    const ways = ['victim@bank.example', 'Victim@bank.example', 'victim+1@bank.example']
    const answers: Heard[] = []
    for (let at = 0; at < 7; at++) {
      const email = must(ways[at % ways.length], 'an address')
      const sent = await sends(house, await house.person(`Stranger ${at}`), { ...OTHER, email })
      expect(sent.keys).toContain('apply-sent')
      answers.push(sent)
    }
    const letters = await house.look(({ db, t }) =>
      db.select().from(t.outbox).where(eq(t.outbox.platform, 'mail')),
    )
    expect(letters).toHaveLength(5)
    expect(answers.map(({ keys }) => keys.includes('letter-most'))).toEqual([
      ...[false, false, false, false, false],
      ...[true, true],
    ])
    const other = await sends(house, await house.person('Other'), { ...OTHER, email: 'other@bank.example' })
    expect(other.keys).not.toContain('letter-most')
    house.world.passes(DAY)
    const later = await sends(house, await house.person('Later'), { ...OTHER, email: ways[0] ?? '' })
    expect(later.keys).not.toContain('letter-most')
  })

  it('still count when whoever caused them was erased, for a day, and of the address nothing is kept', async () => {
    const house = await writing(engine)
    const email = 'victim@bank.example'
    const came = async (name: string) => {
      const person = await house.person(name)
      const sent = await sends(house, person, { ...OTHER, email })
      return { person, sent, hasLetter: !sent.keys.includes('letter-most') }
    }
    const had: boolean[] = []
    for (let at = 0; at < 4; at++) {
      const { person, sent, hasLetter } = await came(`Passer-by ${at}`)
      had.push(hasLetter)
      await withdraws(person, String(sent.params('apply-sent').number))
      expect((await erased(person)).keys).toEqual(['privacy-erased'])
    }
    const kept = await house.look((work) => work.db.select().from(work.t.linkBrakes))
    const letters = kept.filter(({ since }) => since > 0)
    expect(letters.map(({ wrong, pausedUntil }) => [wrong, pausedUntil])).toEqual(Array(4).fill([1, 0]))
    expect(JSON.stringify(kept)).not.toContain('bank')
    for (const name of ['Fifth', 'Sixth']) had.push((await came(name)).hasLetter)
    expect(had).toEqual([true, true, true, true, true, false])
    house.world.passes(DAY)
    expect((await came('Later')).hasLetter).toBe(true)
    expect(await house.audit()).toEqual([])
  })
})

/** Of which only this many go to one mailbox in a day. */
async function writingAtMost(engine: Parameters<typeof openHouse>[0], lettersPerDay: number) {
  const limits = { perDay: 100, perMonth: 100, lettersPerDay }
  const applications = { ...bitmart.applications, limits }
  const programme = programmeSchema.parse({ ...bitmart, applications })
  const house = await openHouse(engine, { programme, hasMail: true })
  const email = 'victim@bank.example'
  const comes = async (name: string) => {
    const person = await house.person(name)
    return { person, sent: await sends(house, person, { ...OTHER, email }) }
  }
  const goes = async ({ person, sent }: Awaited<ReturnType<typeof comes>>) => {
    await withdraws(person, String(sent.params('apply-sent').number))
    return erased(person)
  }
  const isShut = async (name: string) => (await comes(name)).sent.keys.includes('letter-most')
  return { house, comes, goes, isShut }
}

describeStorage('letters of before an erasure', (engine) => {
  it('age each by its own moment: one a day, each erased, keeps no mailbox shut', async () => {
    const { house, comes, goes, isShut } = await writingAtMost(engine, 3)
    for (const name of ['Monday', 'Tuesday', 'Wednesday']) {
      expect((await goes(await comes(name))).keys).toEqual(['privacy-erased'])
      house.world.passes(0.9 * DAY)
    }
    const kept = await house.look((work) => work.db.select().from(work.t.linkBrakes))
    const letters = kept.filter(({ since }) => since > 0)
    expect(letters).toHaveLength(3)
    for (const { since, forgetAt } of letters) expect(forgetAt).toBe(since + DAY)
    expect(new Set(letters.map(({ since }) => since)).size).toBe(3)
    expect(await isShut('Victim')).toBe(false)
  })

  it('count from when they were written, and not from the erasure', async () => {
    const { house, comes, goes, isShut } = await writingAtMost(engine, 1)
    const one = await comes('One')
    house.world.passes(0.9 * DAY)
    await goes(one)
    expect(await isShut('At once')).toBe(true)
    house.world.passes(0.2 * DAY)
    expect(await isShut('A day later')).toBe(false)
  })

  it('are all kept where several people are erased at the same time', async () => {
    const { house, comes, goes, isShut } = await writingAtMost(engine, 4)
    const all = [await comes('A'), await comes('B'), await comes('C'), await comes('D')]
    const gone = await Promise.all(all.map(goes))
    expect(gone.map(({ keys }) => keys)).toEqual(Array(4).fill(['privacy-erased']))
    const rows = await house.look((work) => work.db.select().from(work.t.linkBrakes))
    expect(rows.filter(({ since }) => since > 0)).toHaveLength(4)
    expect(await isShut('Fifth')).toBe(true)
  })

  it('say nothing of when others applied: whoever is told that there is none is told no moment', async () => {
    const { house, comes } = await writingAtMost(engine, 1)
    await comes('Victim')
    house.world.passes(5_000_000)
    const { sent } = await comes('Mallory')
    expect(sent.keys).toContain('letter-most')
    expect(sent.params('letter-most')).toEqual({})
    const said = sent.view.text.find(({ key }) => key === 'letter-most')
    expect(said).toEqual({ key: 'letter-most' })
  })
})

describeStorage('the queue', (engine) => {
  it('is looked through to its end by who may not have the oldest', async () => {
    const house = await openHouse(engine)
    const { person: rex, id } = await partnerNamed(house, 'Rex')
    await rex.becomes('reviewer')
    await house.storage.write(async ({ db, t, now }) => {
      const texts = { guidelines: '2025-11', disclosure: '2025-11' }
      for (let at = 0; at < 120; at++) {
        const [one] = await db.insert(t.members).values({ createdAt: now }).returning()
        const { id: member } = must(one, 'somebody')
        const at0 = { startedAt: now, changedAt: now, submittedAt: now, queuedAt: now - 1000 }
        const row = { state: 'queued', version: 4, answers: '{}', ...at0 } as const
        const source = at < 119 ? `p${id}` : null
        await db.insert(t.applications).values({ ...row, ...texts, member, source })
      }
    })
    const newest = Math.max(...(await rowsOf(house)).map((row) => row.id))
    const heard = await rex.inPrivate.types('/review')
    expect(heard.params('application-title').number).toBe(String(newest))
  })

  it('of a region that left the programme file is named by /region', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const number = await applies(house, await house.person('Moon'))
    await house.storage.write(({ db, t }) =>
      db
        .update(t.applications)
        .set({ region: 'atlantis' })
        .where(eq(t.applications.id, Number(number))),
    )
    const { words, view } = await rita.inPrivate.types('/region')
    expect(words).toContain('atlantis')
    const at = view.text.findIndex(({ params }) => JSON.stringify(params ?? {}).includes('atlantis'))
    expect(view.text.slice(at).find(({ key }) => key.startsWith('region-waiting'))?.key).toBe(
      'region-waiting',
    )
  })
})
