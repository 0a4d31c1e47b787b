/** /apply: the form from the first question to the queue, and everything that goes wrong on the way. */
import { expect, it } from 'vitest'
import { FORM_LIFE_MS } from '../../../src/interaction/forms.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { ANSWERS, answers, applies, fillIn, movesOf, reviewerNamed, sends, stateOf } from './kit.js'

const DAY_MS = 86_400_000

describeStorage('/apply', (engine) => {
  it('asks one question after the other and ends in the queue', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const first = await moon.inPrivate.types('/apply')
    expect(first.keys).toEqual(['form-progress', 'question-region.ask', 'question-region.hint'])
    expect(first.params('form-progress')).toEqual({ number: 1, total: 11 })
    const page = await fillIn(house, moon)
    expect(page.keys[0]).toBe('form-review')
    expect(page.words).toContain('Channels: youtube.com/@moon: 12,000 people')
    expect(page.words).toContain('Focus: Content and Community')
    const sent = await moon.inPrivate.presses(page.press({ act: 'confirm' }))
    expect(sent.keys).toEqual(['apply-sent', 'status-sent', 'status-promised'])
    const number = String(sent.params('apply-sent').number)
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4')
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    expect(row).toMatchObject({
      state: 'queued',
      region: 'latam',
      guidelines: '2025-11',
      disclosure: '2025-11',
    })
    expect(JSON.parse(row?.rules ?? '')).toMatchObject([
      { rule: 'followers', verdict: 'unproven', evidence: { place: 'youtube.com/@moon', size: 12000 } },
      { rule: 'community', verdict: 'unproven', evidence: { place: 't.me/moontalk', size: 850 } },
    ])
    expect(await house.audit()).toEqual([])
  })

  it('keeps every answer: after a pause longer than a form lives, and a restart, it goes on where it was', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const asked = await fillIn(house, moon, {}, 'email')
    expect(asked.keys).toContain('question-email.ask')
    house.world.passes(FORM_LIFE_MS + DAY_MS)
    const again = await openHouse(engine, { storage: house.storage, world: house.world })
    const call = moon.inPrivate.call({ kind: 'typed', command: 'apply', words: '' })
    const resumed = await again.hears(call)
    expect(resumed.keys).toContain('question-email.ask')
    expect(resumed.params('form-progress').number).toBe(7)
    // The button of the form before is told so, and changes nothing.
    const old = await moon.inPrivate.presses(asked.press({ act: 'cancel' }))
    expect(old.refusal).toBe('form-gone')
  })

  it('goes back, changes one answer from the page that shows them all, and keeps the others', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const asked = await fillIn(house, moon, {}, 'language')
    const back = await moon.inPrivate.presses(asked.press({ act: 'ask', field: 'region' }))
    expect(back.keys).toEqual([
      'form-progress',
      'question-region.ask',
      'question-region.hint',
      'form-current',
    ])
    const on = await moon.inPrivate.presses(back.press({ act: 'more' }))
    expect(on.keys).toContain('question-language.ask')
    const page = await fillIn(house, moon)
    const edit = await moon.inPrivate.presses(page.press({ act: 'ask', field: 'why' }))
    expect(edit.awaits?.name).toBe('why')
    const changed = await moon.inPrivate.types('Because my community asked me to, again and again.')
    expect(changed.keys[0]).toBe('form-review')
    expect(changed.words).toContain('Motivation: Because my community asked me to')
    expect(changed.words).toContain('E-mail: moon@example.com')
  })

  it('shows of several answers which are taken and which are not', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const asked = await fillIn(house, moon, {}, 'focus')
    expect(asked.labels.filter((label) => label.startsWith('☐')).length).toBeGreaterThan(2)
    const taken = await moon.inPrivate.presses(asked.press({ act: 'set', field: 'focus', value: 'content' }))
    expect(taken.labels.filter((label) => label.startsWith('☑'))).toEqual(['☑ Content'])
  })

  it('says of a question with buttons that it takes no words, and shows it again', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    // A question of before, which asks for words, is not what is answered now.
    await moon.inPrivate.types('/redpacket')
    house.world.passes(60_000)
    const first = await moon.inPrivate.types('/apply')
    const typed = await moon.inPrivate.types('Europe')
    expect(typed.refusal).toBe('press-instead')
    expect(typed.keys.slice(2)).toEqual(first.keys)
    expect((await moon.inPrivate.types('/cancel')).keys).not.toContain('nobody-asked')
  })

  it('is put down with “later” and taken up with /apply', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const asked = await fillIn(house, moon, {}, 'channels')
    expect((await moon.inPrivate.presses(asked.press({ act: 'cancel' }))).keys).toEqual(['apply-kept'])
    expect((await moon.inPrivate.types('/status')).keys).toEqual(['status-line', 'status-draft'])
    expect((await moon.inPrivate.types('/apply')).keys).toContain('question-channels.ask')
  })

  it('takes no bad answer, says why, and asks again', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const tries: [question: string, answer: string, refusal: string][] = [
      ['channels', '500', 'line-nameless'],
      ['channels', Array(6).fill('x.com/a 10').join('\n'), 'lines-too-many'],
      ['email', 'moon@example.com\nBcc: all@example.com', 'email-lines'],
      ['email', 'moon at example', 'email-malformed'],
      ['uid', '12ab', 'digits-malformed'],
      ['why', 'm'.repeat(10_000), 'words-too-long'],
      ['why', '🌕'.repeat(1001), 'words-too-long'],
      ['why', 'short', 'words-too-short'],
    ]
    for (const [question, answer, refusal] of tries) {
      house.world.passes(30_000)
      await fillIn(house, moon, {}, question)
      const heard = await moon.inPrivate.types(answer)
      expect([question, heard.refusal]).toEqual([question, refusal])
      expect(heard.awaits?.name).toBe(question)
    }
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    expect(row?.answers).not.toContain('Bcc')
  })

  it('takes emoji and right-to-left text as people write them', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const why = `${'👨‍👩‍👧‍👦'.repeat(200)} أكتب عن العملات منذ سنوات \u202e!`
    const page = await fillIn(house, moon, { why })
    expect(page.keys[0]).toBe('form-review')
    const sent = await moon.inPrivate.presses(page.press({ act: 'confirm' }))
    expect(sent.keys[0]).toBe('apply-sent')
    const rita = await reviewerNamed(house, 'Rita')
    const heard = await rita.types('/review')
    expect(heard.words).toContain('Motivation: ')
    expect(heard.words).not.toContain('\u202e')
  })

  it('is one at a time, says which, and is not for partners or the stopped', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    const second = await moon.inPrivate.types('/apply')
    expect([second.refusal, second.params('refusal-apply-open')]).toEqual(['apply-open', { number }])
    const sun = await house.person('Sun')
    const admin = await house.person('Root')
    await admin.becomes('admin')
    await admin.types(`/freeze person #${sun.member} a report`)
    expect((await sun.inPrivate.types('/apply')).refusal).toBe('apply-blocked')
  })

  it('begun by two presses in the same moment is one draft', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await Promise.all([moon.inPrivate.types('/apply'), moon.inPrivate.types('/apply')])
    expect(await house.look((work) => work.db.select().from(work.t.applications))).toHaveLength(1)
  })

  it('is sent once, by however many presses at once', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const page = await fillIn(house, moon)
    const press = page.press({ act: 'confirm' })
    const heard = await Promise.all([1, 2, 3].map(() => moon.inPrivate.presses(press)))
    expect(heard.map(({ keys: [first] }) => first).sort()).toEqual([
      'apply-sent',
      'refusal-form-gone',
      'refusal-form-gone',
    ])
  })

  it('is not filled in before a whole group: there it shows the way to the private chat', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const heard = await moon.types('/apply')
    expect(heard.keys).toEqual(['form-private'])
    expect(heard.view.rows).toMatchObject([[{ kind: 'private', payload: 'apply' }]])
    expect((await moon.inPrivate.opens('apply_spring')).keys).toContain('question-region.ask')
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    expect(row?.source).toBe('spring')
  })

  it('tells whoever stated less than is looked for what that is, and that a person decides', async () => {
    const house = await openHouse(engine)
    const little = { channels: 'youtube.com/@moon 300', communities: 't.me/moontalk 150' }
    const sent = await sends(house, await house.person('Moon'), little)
    expect(sent.params('status-below')).toEqual({ followers: 500, members: 200 })
    const enough = await sends(house, await house.person('Sun'), { ...little, channels: 'x.com/sun 500' })
    expect(enough.keys).not.toContain('status-below')
  })

  it('asks for a number that is missing, and goes to the queue with the answer', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const sent = await sends(house, moon, { channels: 'youtube.com/@moon', communities: '' })
    expect(sent.keys).toEqual([
      ...['apply-sent', 'status-sent', 'status-asked', 'application-question', 'status-asked-until'],
    ])
    const fortnight = { instant: house.world.now() + 14 * 86_400_000, as: 'moment' }
    expect(sent.params('status-asked-until')).toEqual({ at: fortnight })
    const asked = await moon.inPrivate.presses(sent.press({ command: 'application-answer' }))
    expect(asked.awaits?.name).toBe('answer')
    const answered = await moon.inPrivate.types('12 000, see the channel')
    expect(answered.keys.slice(0, 2)).toEqual(['apply-answered', 'status-sent'])
    const number = String(sent.params('apply-sent').number)
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A5 A10')
    // What nobody has measured is for the reviewer to find met, or not.
    const rita = await reviewerNamed(house, 'Rita')
    const page = await rita.types('/review')
    expect(page.words).toContain('? 500 followers on one account: youtube.com/@moon, no number stated')
    const press = { command: 'application-check', rule: 'followers', so: 'yes' }
    const checked = await rita.presses(page.press(press))
    expect(checked.words).toContain('✓ 500 followers on one account')
  })

  it('shows before it is sent what was read of accounts and communities', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const channels = 'bilibili.com/yuki 1.2万\nt.me/lena 3,5 тыс.\nyoutube.com/@lena много'
    const page = await fillIn(house, moon, { channels })
    expect(page.words).toContain('Channels: bilibili.com/yuki: 12,000 people\n· t.me/lena: 3,500 people')
    expect(page.words).toContain('\n· youtube.com/@lena много: ❓ I cannot tell how many people it reaches')
  })

  it('says at once which lines have no number that can be read, keeps them, and goes on when told to', async () => {
    const house = await openHouse(engine)
    const { inPrivate: moon } = await house.person('Moon')
    await fillIn(house, { inPrivate: moon }, {}, 'channels')
    const typed = 'https://x.com/kofi_moon many thousand\nt.me/kofi 300\nyoutube.com/@kofimoon 10-20k'
    const told = await moon.types(typed)
    expect(told.keys).toEqual([
      ...['apply-unclear', 'apply-unclear', 'apply-unclear-next', 'form-progress'],
      ...['question-channels.ask', 'question-channels.hint', 'form-current'],
    ])
    expect(told.words).toContain('how many people “https://x.com/kofi_moon many thousand” reaches')
    expect(told.words).toContain('how many people “youtube.com/@kofimoon 10-20k” reaches')
    expect(told.view.tone).toBe('warning')
    expect(told.awaits).toMatchObject({ name: 'channels', value: typed })
    expect((await moon.presses(told.press({ act: 'more' }))).keys).toContain('question-communities.ask')
  })

  it('takes a line that is mended at once, and one that is sent once more as it was', async () => {
    const house = await openHouse(engine)
    const { inPrivate: moon } = await house.person('Moon')
    await fillIn(house, { inPrivate: moon }, {}, 'channels')
    expect((await moon.types('x.com/moon twelve thousand')).keys[0]).toBe('apply-unclear')
    expect((await moon.types('x.com/moon 12k')).keys).toContain('question-communities.ask')
    expect((await moon.types('t.me/moontalk many')).keys[0]).toBe('apply-unclear')
    expect((await moon.types('t.me/moontalk many')).keys).toContain('question-experience.ask')
  })

  it('says it of a window, too, beside what was refused in it', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon', { at: house.groupNamed('Lounge', 'discord') })
    const first = await moon.fills('apply', {})
    const given = { region: 'latam', language: 'es', focus: 'content', communities: 't.me/moontalk many' }
    const wrong = await moon.submits(first.form.press, { ...given, channels: 'asdf' })
    expect(wrong.refusal).toBe('line-nameless')
    expect(wrong.keys).toContain('apply-unclear')
    expect(wrong.view.tone).toBe('refusal')
    const unclear = await moon.submits(wrong.form.press, { channels: 'x.com/moon many' })
    expect(unclear.keys.slice(0, 2)).toEqual(['apply-unclear', 'apply-unclear-next'])
    expect(unclear.form.fields[0]).toMatchObject({ name: 'channels', value: 'x.com/moon many' })
    expect((await moon.presses(unclear.press({ act: 'more' }))).keys).toContain('question-experience.ask')
  })

  it('ends a draft that nobody goes on with, and takes up its answers', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await fillIn(house, moon, {}, 'email')
    house.world.passes(29 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, '1')).toBe('draft')
    house.world.passes(2 * DAY_MS)
    await house.beats()
    expect(await stateOf(house, '1')).toBe('expired')
    const [told] = (await house.told(moon)).slice(-1)
    expect(told?.keys[0]).toBe('application-told-forgotten')
    expect((await moon.inPrivate.types('/apply')).keys).toContain('question-email.ask')
    expect(await movesOf(house, '2')).toBe('A1')
  })

  it('is withdrawn after a question whether that is meant', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    const status = await moon.inPrivate.types('/status')
    const preview = await moon.inPrivate.presses(status.press({ command: 'application-withdraw' }))
    expect(preview.keys).toEqual(['apply-withdraw-preview'])
    const other = await house.person('Other')
    const stolen = await other.inPrivate.presses(status.press({ command: 'application-withdraw' }))
    expect(stolen.refusal).toBe('application-not-yours')
    await moon.inPrivate.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('withdrawn')
  })

  it('is sent from the page that shows it after a window over it was closed', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const page = await fillIn(house, moon)
    const open = await moon.inPrivate.presses(page.press({ act: 'ask', field: 'email' }))
    expect(open.awaits?.name).toBe('email')
    expect((await moon.inPrivate.presses(page.press({ act: 'confirm' }))).keys[0]).toBe('apply-sent')
  })

  it('is not sent as it was shown after an answer was changed in the window over it', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const page = await fillIn(house, moon)
    await moon.inPrivate.presses(page.press({ act: 'ask', field: 'email' }))
    await moon.inPrivate.types('other@example.com')
    const stale = await moon.inPrivate.presses(page.press({ act: 'confirm' }))
    expect([stale.refusal, stale.words.includes('other@example.com')]).toEqual(['form-moved-on', true])
  })

  it('is asked in modals of several questions where there are modals', async () => {
    const house = await openHouse(engine)
    const lounge = house.groupNamed('Lounge', 'discord')
    const moon = await house.person('Moon', { at: lounge })
    const first = await moon.fills('apply', {})
    expect(first.form.fields.map(({ name }) => name)).toEqual([
      'region',
      'language',
      'focus',
      'channels',
      'communities',
    ])
    const values = Object.fromEntries(ANSWERS)
    const given = first.form.fields.map(({ name }) => [name, values[name] ?? ''])
    const second = await moon.submits(first.form.press, Object.fromEntries(given))
    expect(second.keys).toContain('question-experience.ask')
    const modal = await moon.presses(second.press({ act: 'ask', field: 'experience' }))
    expect(modal.form.fields.map(({ name }) => name)).toEqual(['experience', 'email', 'uid', 'why'])
    const wrong = { ...values, email: 'moon at example', uid: '12ab', why: 'short' }
    const again = await moon.submits(modal.form.press, wrong)
    // Each by the name of its field, in the order of the fields.
    const told = /^• E-mail: “moon at example” .+\n• UID: “12ab” .+\n• Motivation: That is short/
    expect(again.words).toMatch(told)
    // What was typed is mended, not typed anew.
    const mended = await moon.presses(again.press({ act: 'ask', field: 'email' }))
    expect(mended.form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['email', 'moon at example'],
      ['uid', '12ab'],
      ['why', 'short'],
    ])
    const third = await moon.submits(mended.form.press, values)
    expect(third.keys).toContain('apply-guidelines')
    // What is read and accepted is not typed.
    expect(third.labels).toEqual(['✅ I have read it and accept', '◀ Back', '💾 Later'])
    const fourth = await answers(moon, third, 'guidelines', '2025-11')
    const page = await answers(moon, fourth, 'disclosure', '2025-11')
    expect((await moon.presses(page.press({ act: 'confirm' }))).keys[0]).toBe('apply-sent')
  })
})
