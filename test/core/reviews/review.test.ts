/** The desk: who takes what, who decides, and everything that comes too late or twice. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, movesOf, reviewerNamed, stateOf } from '../applications/kit.js'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

interface Scene {
  house: House
  moon: Person
  rita: Person
  number: string
}

/** One application in the queue, and a reviewer. */
async function scene(house: House): Promise<Scene> {
  const moon = await house.person('Moon')
  const rita = await reviewerNamed(house, 'Rita')
  return { house, moon, rita, number: await applies(house, moon) }
}

async function approved(reviewer: Person, panel: Heard): Promise<Heard> {
  const preview = await reviewer.presses(panel.press({ command: 'application-approve' }))
  return reviewer.presses(preview.press({ act: 'confirm' }))
}

/** Rejects for a reason, without a note. */
async function rejected(reviewer: Person, panel: Heard, reason = 'incomplete'): Promise<Heard> {
  const asked = await reviewer.presses(panel.press({ command: 'application-reject' }))
  const preview = await reviewer.presses(asked.press({ act: 'set', field: 'reason', value: reason }))
  return reviewer.presses(preview.press({ act: 'confirm' }))
}

async function lastTold(house: House, person: Person): Promise<Heard> {
  const told = await house.told(person)
  const last = told.at(-1)
  if (!last) throw new Error(`${person.account.name} was told nothing`)
  return last
}

describeStorage('/review', (engine) => {
  it('takes the oldest, shows all of it, approves: a partner with a number and a role', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    expect(panel.words).toContain('Application 1 · Moon')
    expect(panel.words).toContain('E-mail: moon@example.com')
    expect(panel.words).toContain(
      '? 500 followers on one account: youtube.com/@moon, 12,000 by their own word',
    )
    const done = await approved(rita, panel)
    expect(done.keys).toEqual(['review-approved'])
    expect(await stateOf(house, number)).toBe('approved')
    const [partner] = await house.look((work) => work.db.select().from(work.t.partners))
    expect(partner).toMatchObject({ member: moon.member, state: 'onboarding', region: 'latam' })
    const roles = await house.look((work) => work.db.select().from(work.t.roleGrants))
    expect(roles.filter(({ member }) => member === moon.member).map(({ role }) => role)).toEqual(['partner'])
    const told = await lastTold(house, moon)
    expect(told.keys.slice(0, 3)).toEqual([
      'application-told-approved-tier',
      'status-sent',
      'status-approved',
    ])
    expect((await moon.inPrivate.types('/apply')).refusal).toBe('apply-partner')
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A14')
    expect(await house.audit()).toEqual([])
  })

  it('is audited: a state that no fact led to, and a partner who was not approved, are found', async () => {
    const { house, rita, number } = await scene(await openHouse(engine))
    await rita.types('/review')
    const found = async () => (await house.audit()).map(({ check, detail }) => `${check}: ${detail}`)
    const change = (set: { state?: 'approved' | 'in_review'; version?: number }) =>
      house.storage.write((work) => work.db.update(work.t.applications).set(set))
    expect(await found()).toEqual([])
    await change({ state: 'approved' })
    expect(await found()).toEqual(['applications-moved: is approved, and its facts led it to in_review'])
    await change({ state: 'in_review', version: 9 })
    expect(await found()).toEqual(['applications-moved: has version 9 after 5 moves'])
    await change({ version: 5 })
    const partner = {
      application: Number(number),
      member: rita.member,
      state: 'onboarding' as const,
      since: 1,
    }
    await house.storage.write((work) => work.db.insert(work.t.partners).values(partner))
    expect(await found()).toEqual(['applications-moved: is in_review, partner: true'])
  })

  it('tells the applicant in their own language', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon', { language: 'ru' })
    const rita = await reviewerNamed(house, 'Rita')
    await applies(house, moon)
    await approved(rita, await rita.types('/review'))
    expect((await lastTold(house, moon)).locale).toBe('ru')
  })

  it('opens an application by its number as its button does, with the same rights', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const open = { command: 'application-open', values: { application: number } }
    const [pressed, typed] = [await rita.presses(open), await rita.types(`/review ${number}`)]
    expect([typed.keys, typed.labels]).toEqual([pressed.keys, pressed.labels])
    // It is looked at and not taken.
    expect(await stateOf(house, number)).toBe('queued')
    expect((await rita.fills('review', { number })).keys).toEqual(pressed.keys)
    expect((await rita.types('/review 999')).refusal).toBe('application-unknown')
    expect((await rita.types(`/review bulk ${number}`)).refusal).toBe('words-left-over')
    const wrong = await rita.types('/review #x12 ')
    expect(wrong.refusal).toBe('words-left-over')
    await moon.becomes('reviewer')
    expect((await moon.types(`/review ${number}`)).refusal).toBe('application-own')
    const eve = await house.person('Eve')
    expect((await eve.types(`/review ${number}`)).refusal).toBe('only-roles')
  })

  it('rejects with a reason and a note, says what would change it, and when one may come again', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    expect(asked.labels).toContain('Important things are missing in your answers.')
    const preview = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'audience' }))
    expect(preview.keys).toEqual(['reject-preview', 'reason-audience', 'reason-audience.next', 'reapply-at'])
    const note = await rita.presses(preview.press({ act: 'ask', field: 'note' }))
    expect(note.awaits?.name).toBe('note')
    const noted = await rita.types('Come back in spring.')
    const SAID = { note: { said: 'Come back in spring.' } }
    expect(noted.params('application-note')).toEqual(SAID)
    await rita.presses(noted.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('rejected')
    const told = await lastTold(house, moon)
    expect(told.keys).toEqual([
      'application-told-rejected',
      'status-sent',
      'reason-audience',
      'reason-audience.next',
      'application-note',
      'reapply-at',
      'appeal-offer',
    ])
    expect(told.params('application-note')).toEqual(SAID)
    expect((await moon.inPrivate.types('/apply')).refusal).toBe('apply-too-soon')
    house.world.passes(31 * DAY_MS)
    expect((await moon.inPrivate.types('/apply')).keys[0]).toBe('form-review')
  })

  it('lets nobody apply again after a reason that says never, and anybody at once after one that does', async () => {
    const { house, moon, rita } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'incomplete')
    const again = await applies(house, moon)
    expect(again).toBe('2')
    await rejected(rita, await rita.types('/review'), 'fake')
    expect((await moon.inPrivate.types('/apply')).refusal).toBe('apply-never')
  })

  it('asks, and the answer comes back to the same reviewer with the clock where it stood', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const other = await applies(house, await house.person('Sun'))
    const rowNow = async () => {
      const rows = await house.look((work) => work.db.select().from(work.t.applications))
      return rows.find(({ id }) => String(id) === number)
    }
    const before = await rowNow()
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    const asked = await rita.types('Which languages do you speak?\nWho pays you now?')
    expect(asked.keys).toEqual(['review-asked'])
    const told = await lastTold(house, moon)
    expect(told.words).toContain('❓ Which languages do you speak?\n❓ Who pays you now?')
    house.world.passes(DAY_MS)
    await moon.inPrivate.presses(told.press({ command: 'application-answer' }))
    await moon.inPrivate.types('Spanish. Nobody.')
    const after = await rowNow()
    expect((after?.promisedAt ?? 0) - (before?.promisedAt ?? 0)).toBeGreaterThanOrEqual(DAY_MS)
    expect(after?.revision).toBe(1)
    const next = await rita.types('/review')
    expect(next.params('application-title').number).toBe(number)
    expect(next.words).toContain('💬 Spanish. Nobody.')
    expect(other).not.toBe(number)
  })

  it('leaves an address in a question as the reviewer wrote it, and still reads rounds of before', async () => {
    const { house, moon, rita } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    await rita.types('Is https://example.com/a_b yours?')
    const question = (value: string | { said: string }) => ({
      question: { key: 'form-literal', params: { value } },
    })
    const told = await lastTold(house, moon)
    expect(told.params('application-question')).toEqual(
      question({ said: 'Is https://example.com/a_b yours?' }),
    )
    const before = JSON.stringify([{ key: 'form-literal', params: { value: 'Who pays you?' } }])
    await house.storage.write((work) => work.db.update(work.t.applicationRounds).set({ questions: before }))
    const status = await moon.inPrivate.types('/status')
    expect(status.words).toContain('❓ Who pays you?')
    expect(status.params('application-question')).toEqual(question('Who pays you?'))
  })

  it('gives the answer to whoever asked and tells them; to others only after a day', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const rob = await reviewerNamed(house, 'Rob')
    const answered = async () => {
      const panel = await rita.types('/review')
      await rita.presses(panel.press({ command: 'application-ask' }))
      await rita.types('Which languages do you speak?')
      house.world.passes(DAY_MS)
      const told = await lastTold(house, moon)
      await moon.inPrivate.presses(told.press({ command: 'application-answer' }))
      return moon.inPrivate.types('Spanish.')
    }
    await answered()
    const heard = await lastTold(house, rita)
    expect([heard.keys, heard.params('review-answered').number]).toEqual([['review-answered'], number])
    expect((await house.told(rob)).at(-1)?.keys).toEqual(['review-arrived'])
    const card = await rob.presses({ command: 'application-open', values: { application: number } })
    expect(card.params('application-answer-for').name).toBe('Rita')
    // Whose it is not gets nothing, though nothing else waits.
    expect((await rob.types('/review')).keys).toEqual(['review-none'])
    expect((await rita.types('/review')).params('application-title').number).toBe(number)
    await answered()
    house.world.passes(DAY_MS - 60_000)
    expect((await rob.types('/review')).keys).toEqual(['review-none'])
    house.world.passes(60_000)
    expect((await rob.types('/review')).params('application-title').number).toBe(number)
  })

  it('keeps an answer for nobody who may not have it any more', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const rob = await reviewerNamed(house, 'Rob')
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    await rita.types('Which languages do you speak?')
    await rita.loses('reviewer')
    house.world.passes(60_000)
    await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'application-answer' }))
    await moon.inPrivate.types('Spanish.')
    expect((await house.told(rita)).at(-1)?.keys).not.toContain('review-answered')
    expect((await rob.types('/review')).params('application-title').number).toBe(number)
  })

  it('reminds on the days of the programme and ends after a fortnight', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-ask' }))
    await rita.types('Which languages do you speak?')
    const days: number[] = []
    for (let day = 1; day <= 15; day++) {
      house.world.passes(DAY_MS)
      const before = (await house.told(moon)).length
      await house.beats()
      await house.beats()
      const told = (await house.told(moon)).slice(before)
      for (const { keys } of told) if (keys[0] === 'application-told-reminder') days.push(day)
      if (told.some(({ keys }) => keys[0] === 'application-told-expired')) break
    }
    expect(days).toEqual([3, 7, 12])
    expect(await stateOf(house, number)).toBe('expired')
    expect((await moon.inPrivate.types('/apply')).keys[0]).toBe('form-review')
  })

  it('is held by one: of two in the same second one has it, and the other is told', async () => {
    const { house, rita } = await scene(await openHouse(engine))
    const rob = await reviewerNamed(house, 'Rob')
    const heard = await Promise.all([rita.types('/review'), rob.types('/review')])
    expect(heard.map(({ keys: [first] }) => first).sort()).toEqual(['application-title', 'review-none'])
    const loser = heard[0]?.keys[0] === 'review-none' ? rita : rob
    const press = { command: 'application-take', values: { application: '1' } }
    const slower = await loser.presses(press)
    expect(slower.refusal).toBe('application-held')
    const holder = loser === rita ? 'Rob' : 'Rita'
    expect(slower.words).toContain(`Application 1 is in the hands of ${holder}.`)
  })

  it('is decided once: of two decisions in the same second one stands', async () => {
    const { house, rita } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    const yes = await rita.presses(panel.press({ command: 'application-approve' }))
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    const no = await rita.presses(asked.press({ act: 'set', field: 'reason', value: 'fake' }))
    const heard = await Promise.all([
      rita.presses(yes.press({ act: 'confirm' })),
      rita.presses(no.press({ act: 'confirm' })),
    ])
    expect(heard.map(({ refusal }) => refusal ?? 'done').sort()).toEqual(['application-state', 'done'])
    const slower = heard.find(({ refusal }) => refusal !== undefined)
    expect(slower?.words).toMatch(/possible: (?:approved|rejected)\. Last step by Rita\./)
    const decisions = await house.look((work) => work.db.select().from(work.t.applicationDecisions))
    expect(decisions).toHaveLength(1)
  })

  it('goes back to the queue when the time is over, also in the middle of a decision', async () => {
    const { house, rita, number } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    house.world.passes(31 * MINUTE_MS)
    const late = await rita.presses(preview.press({ act: 'confirm' }))
    expect(late.refusal).toBe('application-lease-over')
    await house.beats()
    expect(await stateOf(house, number)).toBe('queued')
    const rob = await reviewerNamed(house, 'Rob')
    expect((await rob.types('/review')).params('application-title').number).toBe(number)
    const old = panel.press({ command: 'application-approve' })
    const changed = await rita.presses(old)
    expect(changed.refusal).toBe('application-changed')
    expect(changed.words).toContain('has changed since you looked (by Rob).')
  })

  it('refuses what an old card offers, with the reason', async () => {
    const { house, rita } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    await rita.presses(panel.press({ command: 'application-release' }))
    const again = await rita.types('/review')
    const old = panel.press({ command: 'application-approve' })
    expect((await rita.presses(old)).refusal).toBe('application-changed')
    await approved(rita, again)
    // Nobody is asked to confirm what is not any more.
    const late = await rita.presses(old)
    expect([late.refusal, late.offers({ act: 'confirm' })]).toEqual(['application-state', false])
    expect(await house.look((work) => work.db.select().from(work.t.partners))).toHaveLength(1)
  })

  it('lets nobody decide about themself, nor anybody without the role', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    await moon.becomes('reviewer')
    expect((await moon.types('/review')).keys).toEqual(['review-none'])
    const take = { command: 'application-take', values: { application: number } }
    expect((await moon.presses(take)).refusal).toBe('application-own')
    const open = { command: 'application-open', values: { application: number } }
    expect((await moon.presses(open)).refusal).toBe('application-own')
    const kofi = await house.person('Kofi')
    expect((await kofi.presses(take)).refusal).toBe('only-roles')
    expect((await kofi.types('/review')).refusal).toBe('only-roles')
    expect((await kofi.types('/help')).words).not.toContain('/review')
    expect((await moon.types('/help')).words).toContain('/review')
  })

  it('is taken away by an admin, and by nobody else', async () => {
    const { house, rita, number } = await scene(await openHouse(engine))
    const rob = await reviewerNamed(house, 'Rob')
    await rita.types('/review')
    const release = { command: 'application-release', values: { application: number } }
    expect((await rob.presses(release)).refusal).toBe('application-held')
    const root = await house.person('Root')
    await root.becomes('admin')
    expect((await root.presses(release)).keys[0]).toBe('review-released')
    expect(await stateOf(house, number)).toBe('queued')
  })

  it('notes that somebody looked at a threshold, who and when', async () => {
    const { house, rita } = await scene(await openHouse(engine))
    const panel = await rita.types('/review')
    const checked = await rita.presses(
      panel.press({ command: 'application-check', rule: 'followers', so: 'yes' }),
    )
    expect(checked.words).toContain(
      `✓ 500 followers on one account: youtube.com/@moon, 12,000, looked at by Rita`,
    )
    const preview = await rita.presses(checked.press({ command: 'application-approve' }))
    expect(preview.keys.slice(0, 2)).toEqual(['approve-preview', 'approve-pass'])
    expect(preview.keys).toContain('approve-at-once')
    // A slip of the finger is taken back, and no other button is there for what was looked at.
    const slipped = await rita.presses(
      panel.press({ command: 'application-check', rule: 'community', so: 'no' }),
    )
    expect(slipped.words).toContain('t.me/moontalk is not as stated, says Rita (')
    expect(slipped.offers({ command: 'application-check', rule: 'community', so: 'no' })).toBe(false)
    const mended = await rita.presses(
      slipped.press({ command: 'application-check', rule: 'community', so: 'yes' }),
    )
    expect(mended.words).not.toContain('is not as stated')
    expect(mended.offers({ command: 'application-check', rule: 'community', so: 'no' })).toBe(true)
    const rob = await reviewerNamed(house, 'Rob')
    const stolen = await rob.presses(
      panel.press({ command: 'application-check', rule: 'community', so: 'no' }),
    )
    expect(stolen.refusal).toBe('application-held')
  })

  it('talks with an applicant and goes on with what came of it', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const rene = await house.person('Rene')
    await rene.becomes('regional_manager')
    const panel = await rita.types('/review')
    expect((await rene.types('/review')).keys).toEqual(['review-none'])
    await rita.presses(panel.press({ command: 'application-invite' }))
    await rita.types('Tuesday 18:00 UTC, here')
    expect((await lastTold(house, moon)).words).toContain('Tuesday 18:00 UTC, here')
    const met = { command: 'application-met', values: { application: number } }
    expect((await rita.presses(met)).refusal).toBe('application-not-yours')
    const news = await lastTold(house, rene)
    expect(news.keys).toEqual(['talk-told'])
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('talk-told')
    expect((await rita.types('/review')).keys).toEqual(['review-none'])
    const waits = await rene.types('/review')
    expect([waits.keys, waits.params('review-talks').count]).toEqual([['review-talks'], 1])
    for (const one of [news, waits]) {
      const open = await rene.presses(one.press({ command: 'application-open' }))
      expect(open.offers({ command: 'application-met' })).toBe(true)
    }
    await rene.presses(met)
    const noted = await rene.types('A good talk')
    expect(noted.words).toContain('The talk: A good talk')
    expect(noted.params('application-slot')).toEqual({ slot: { said: 'Tuesday 18:00 UTC, here' } })
    expect(noted.params('application-outcome')).toEqual({ outcome: { said: 'A good talk' } })
    await approved(rene, noted)
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A12 A13 A14')
  })
})

describeStorage('an appeal', (engine) => {
  it('is made once, decided by somebody else, and opens the application for others', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'fake')
    const told = await lastTold(house, moon)
    await moon.inPrivate.presses(told.press({ command: 'application-appeal' }))
    const appealed = await moon.inPrivate.types('They are real people, ask them.')
    expect(appealed.keys.slice(0, 2)).toEqual(['apply-appealed', 'status-sent'])
    const twice = await moon.inPrivate.presses(told.press({ command: 'application-appeal' }))
    expect([twice.awaits, twice.refusal]).toEqual([undefined, 'application-appealed'])
    const forged = { words: 'And once more, please!' }
    const whole = told.press({ command: 'application-appeal' })
    const sneaked = await moon.inPrivate.presses({ ...whole, values: { ...whole.values, ...forged } })
    expect(sneaked.refusal).toBe('application-appealed')

    const uphold = { command: 'application-uphold', values: { application: number } }
    expect((await rita.presses(uphold)).refusal).toBe('application-appeal-other')
    const rob = await reviewerNamed(house, 'Rob')
    const list = await rob.types('/review')
    const open = await rob.presses(list.press({ command: 'application-open' }))
    expect(open.words).toContain('The appeal: They are real people, ask them.')
    expect((await rob.presses(open.press({ command: 'application-uphold' }))).keys[0]).toBe('review-upheld')
    expect(await stateOf(house, number)).toBe('queued')

    // Who rejected it, and who opened it again, took part: a third one decides.
    const take = { command: 'application-take', values: { application: number } }
    expect((await rita.presses(take)).refusal).toBe('application-appeal-other')
    const rea = await reviewerNamed(house, 'Rea')
    const panel = await rea.types('/review')
    expect(panel.words).toContain('Rejected')
    await approved(rea, panel)
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A15 A18 A7 A14')
  })

  it('that was upheld is not that of a rejection which follows: it can be appealed, too', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'fake')
    const [rob, rea] = [await reviewerNamed(house, 'Rob'), await reviewerNamed(house, 'Rea')]
    const appeals = async (words: string) => {
      await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'application-appeal' }))
      return moon.inPrivate.types(words)
    }
    await appeals('They are real people, ask them.')
    await rob.presses({ command: 'application-uphold', values: { application: number } })
    await rejected(rea, await rea.types('/review'), 'fake')
    const told = await lastTold(house, moon)
    expect(told.keys).not.toContain('appeal-refused')
    expect((await moon.inPrivate.types('/status')).keys).toContain('appeal-offer')
    expect((await appeals('Ask the other half of them.')).keys[0]).toBe('apply-appealed')
    const ruth = await reviewerNamed(house, 'Ruth')
    const uphold = { command: 'application-uphold', values: { application: number } }
    expect((await rea.presses(uphold)).refusal).toBe('application-appeal-other')
    expect((await ruth.presses(uphold)).keys[0]).toBe('review-upheld')
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A15 A18 A7 A15 A18')
  })

  it('is told to those who may decide, with a desk or without, and shown on the card', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    const root = await house.person('Root')
    await root.becomes('admin')
    await root.types('/desk here')
    const rob = await reviewerNamed(house, 'Rob')
    await rejected(rita, await rita.types('/review'), 'fake')
    await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'application-appeal' }))
    await moon.inPrivate.types('They are real people, ask them.')
    const heard = await lastTold(house, rob)
    expect(heard.keys).toEqual(['review-appealed'])
    expect((await lastTold(house, rita)).keys).not.toContain('review-appealed')
    expect((await house.card(number, 'telegram', 'application')).keys).toContain('application-appealed')
    const nothing = await rita.types('/review')
    expect([nothing.keys, nothing.offers({ command: 'application-open' })]).toEqual([['review-none'], false])
    const look = { command: 'application-open', values: { application: number } }
    const page = await rita.presses(look)
    expect(page.offers({ command: 'application-stand' })).toBe(false)
    expect(page.keys).toContain('refusal-application-appeal-other')
    const open = await rob.presses(heard.press({ command: 'application-open' }))
    expect((await rob.presses(open.press({ command: 'application-stand' }))).keys[0]).toBe('review-stood')
    expect((await house.card(number, 'telegram', 'application')).keys).not.toContain('application-appealed')
  })

  it('is not upheld where the applicant has gone on with another application', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'incomplete')
    await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'application-appeal' }))
    await moon.inPrivate.types('They are real people, ask them.')
    await moon.inPrivate.types('/apply')
    const rob = await reviewerNamed(house, 'Rob')
    const uphold = { command: 'application-uphold', values: { application: number } }
    expect((await rob.presses(uphold)).refusal).toBe('application-another')
    expect(await stateOf(house, number)).toBe('rejected')
  })

  it('that is refused leaves the decision as it was, and there is no other', async () => {
    const { house, moon, rita, number } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'fake')
    await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'application-appeal' }))
    await moon.inPrivate.types('They are real people, ask them.')
    const rob = await reviewerNamed(house, 'Rob')
    const stand = { command: 'application-stand', values: { application: number } }
    expect((await rob.presses(stand)).keys[0]).toBe('review-stood')
    expect((await rob.presses(stand)).refusal).toBe('application-appeal-other')
    expect((await lastTold(house, moon)).keys).toContain('appeal-refused')
    const status = await moon.inPrivate.types('/status')
    expect(status.offers({ command: 'application-appeal' })).toBe(false)
  })

  it('comes too late after the days of the programme', async () => {
    const { house, moon, rita } = await scene(await openHouse(engine))
    await rejected(rita, await rita.types('/review'), 'fake')
    const told = await lastTold(house, moon)
    const appeal = told.press({ command: 'application-appeal' })
    await moon.inPrivate.presses(appeal)
    house.world.passes(15 * DAY_MS)
    expect((await moon.inPrivate.presses(appeal)).refusal).toBe('application-appeal-late')
    const whole = { ...appeal.values, words: 'They are real people, ask.' }
    const sneaked = await moon.inPrivate.presses({ ...appeal, values: whole })
    expect(sneaked.refusal).toBe('application-appeal-late')
  })
})

describeStorage('the desk', (engine) => {
  it('warns of everyone seen there who is not staff, partners among them', async () => {
    const house = await openHouse(engine)
    const open = house.groupNamed('Everyone')
    const root = await house.person('Root', { at: open })
    await root.becomes('admin')
    const [rita, moon, pat] = await Promise.all(
      ['Rita', 'Moon', 'Pat'].map((name) => house.person(name, { at: open })),
    )
    await rita?.becomes('reviewer')
    await pat?.becomes('partner')
    for (const person of [rita, moon, pat]) await person?.types('/help')
    const warned = await root.types('/desk here')
    expect(warned.keys).toEqual(['desk-named-applications', 'desk-strangers'])
    expect(warned.words).toContain('2 people whom I have seen here are not staff')
    expect((await root.in(house.groupNamed('Staff')).types('/desk here')).keys).toContain('desk-only-staff')
  })

  it('is named by an admin, shows a card that keeps up with the application, and ends with “none”', async () => {
    const house = await openHouse(engine)
    const staff = { ...house.groupNamed('Staff'), thread: '77' }
    const root = await house.person('Root', { at: staff })
    expect((await root.types('/desk here')).refusal).toBe('only-roles')
    await root.becomes('admin')
    expect((await root.types('/desk here')).keys).toEqual(['desk-named-applications', 'desk-only-staff'])
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    const cards = await house.look((work) => work.db.select().from(work.t.cards))
    expect(cards).toMatchObject([
      { kind: 'application', subject: number, thread: '77', chat: await house.chatId(staff) },
    ])
    const card = await house.card(number, 'telegram', 'application')
    expect(card.words).toContain('Application 1 · Moon')
    expect(card.words).not.toContain('moon@example.com')
    expect(card.words).not.toContain('10020030')
    const rita = await reviewerNamed(house, 'Rita')
    await rita.in(staff).presses(card.press({ command: 'application-take' }))
    expect((await house.card(number, 'telegram', 'application')).words).toContain(
      'In the hands of Rita until',
    )
    const edits = await house.look((work) => work.db.select().from(work.t.outbox))
    expect(edits.some(({ key }) => key === `card:${cards[0]?.id}:edit`)).toBe(true)
    // Another desk shows what is open, too.
    const other = house.groupNamed('Other staff')
    await root.in(other).types('/desk here')
    const moved = await house.look((work) => work.db.select().from(work.t.cards))
    expect(moved.map(({ subject }) => subject)).toEqual([number, number])
    expect(moved[1]?.chat).toBe(await house.chatId(other))
    expect((await root.types('/desk none')).keys).toEqual(['desk-closed'])
    expect((await root.types('/desk none')).refusal).toBe('desk-none')
  })

  it('that is not there loses nobody: reviewers are told in private', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    await applies(house, await house.person('Moon'))
    const told = await lastTold(house, rita)
    expect(told.keys).toEqual(['review-arrived'])
    const open = await rita.presses(told.press({ command: 'application-open' }))
    expect(open.keys[0]).toBe('application-title')
  })
})
