/** /apply where something goes wrong on the way: what was typed is not lost, nor taken for something else. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { ANSWERS, answers, fillIn } from './kit.js'

const VALUES: Record<string, string> = Object.fromEntries(ANSWERS)
/** More lines than are read. */
const SHORT = Array.from({ length: 9 }, (_, at) => `youtube.com/@moon${at} 12 000`).join('\n')
/** The same, longer than a field. */
const WORDY = Array.from({ length: 9 }, (_, at) => `youtube.com/@moon${at}${'x'.repeat(170)} 12 000`).join(
  '\n',
)

/** Somebody who fills in on Discord, where several questions stand in one window. */
async function inWindows(house: House): Promise<{ moon: Person; first: Heard }> {
  const moon = await house.person('Moon', { at: house.groupNamed('Lounge', 'discord') })
  return { moon, first: await moon.fills('apply', {}) }
}

const fieldsOf = ({ form }: Heard) => form.fields.map(({ name, value }) => [name, value])

async function motivationOf(house: House): Promise<string | undefined> {
  const [row] = await house.look((work) => work.db.select().from(work.t.applications))
  return row && (JSON.parse(row.answers) as Record<string, string>).why
}

describeStorage('an application that is filled in', (engine) => {
  it('keeps what is too long, instead of what was wrong before, and says that the field shows less', async () => {
    const house = await openHouse(engine)
    const { moon, first } = await inWindows(house)
    const { region = '', language = '', focus = '' } = VALUES
    const older = { region, language, focus, channels: SHORT, communities: '' }
    const wrong = await moon.submits(first.form.press, older)
    expect(wrong.refusal).toBe('lines-too-many')
    const open = await moon.presses(wrong.press({ act: 'ask', field: 'channels' }))
    expect(fieldsOf(open)[0]).toEqual(['channels', SHORT])
    expect(open.form.about).toBeUndefined()
    const long = await moon.submits(open.form.press, { channels: WORDY })
    expect(long.refusal).toBe('lines-too-many')
    const again = await moon.presses(long.press({ act: 'ask', field: 'channels' }))
    expect(fieldsOf(again)[0]).toEqual(['channels', WORDY])
    expect(again.form.about).toEqual([{ key: 'form-cut' }])
  })

  it('forgets what could not be taken once the answer of before is gone on with', async () => {
    const house = await openHouse(engine)
    const { inPrivate } = await house.person('Moon')
    const page = await fillIn(house, { inPrivate })
    const ways: Record<string, string>[] = [{ act: 'more' }, { act: 'ask', field: 'experience' }]
    for (const way of ways) {
      house.world.passes(60_000)
      const fresh = await inPrivate.types('/apply')
      await inPrivate.presses(fresh.press({ act: 'ask', field: 'email' }))
      const wrong = await inPrivate.types('wrong one')
      expect([wrong.refusal, wrong.awaits?.value]).toEqual(['email-malformed', 'wrong one'])
      const left = await inPrivate.presses(wrong.press(way))
      const { form = '', version = '' } = left.presses[0]?.values ?? {}
      const asked = { command: 'form', values: { form, version, act: 'ask', field: 'email' } }
      expect((await inPrivate.presses(asked)).awaits?.value, way.act).toBe('moon@example.com')
    }
    expect(page.refusal).toBeUndefined()
  })

  it('takes of a window of an earlier step what has no answer yet, and says so', async () => {
    const house = await openHouse(engine)
    const { moon, first } = await inWindows(house)
    const { region = '', language = '', focus = '', channels = '', communities = '' } = VALUES
    const one = await moon.submits(first.form.press, { region })
    expect(one.keys).toContain('question-language.ask')
    const late = { region: 'europe', language, focus, channels, communities: SHORT }
    const heard = await moon.submits(first.form.press, late)
    expect(heard.keys.slice(0, 2)).toEqual(['refusal-form-went-on', 'refusal-form-went-on.next'])
    expect(heard.keys).toContain('question-communities.ask')
    expect(heard.awaits?.value).toBe(SHORT)
    const mended = await moon.presses(heard.press({ act: 'ask', field: 'communities' }))
    const next = await moon.submits(mended.form.press, { communities })
    const back = await moon.presses(next.press({ act: 'ask', field: 'communities' }))
    expect(back.refusal).toBeUndefined()
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    // What was answered since is not taken back.
    expect(JSON.parse(row?.answers ?? '{}')).toMatchObject({ region, language, channels, communities })
    const empty = await moon.submits(first.form.press, { region: 'europe' })
    expect(empty.refusal).toBe('form-moved-on')
  })

  it('takes words for the question that was shown last, and for none that was left', async () => {
    const house = await openHouse(engine)
    const { inPrivate } = await house.person('Moon')
    const page = await fillIn(house, { inPrivate })
    const asked = await inPrivate.presses(page.press({ act: 'ask', field: 'why' }))
    expect(asked.awaits?.name).toBe('why')
    house.world.passes(60_000)
    await inPrivate.types('/help')
    house.world.passes(60_000)
    const said = 'hello, is anybody there? I have a question about all of this'
    expect((await inPrivate.types(said)).keys).toEqual(['nobody-asked'])
    expect(await motivationOf(house)).toBe(VALUES.why)
    const shown = await inPrivate.presses(page.press({ act: 'ask', field: 'why' }))
    expect(shown.awaits?.name).toBe('why')
    await inPrivate.types('I have taught people to keep their keys, and still do.')
    expect(await motivationOf(house)).toContain('and still do')
  })

  it('asks a question again that has no answer, where something else was shown after it', async () => {
    const house = await openHouse(engine)
    const { inPrivate } = await house.person('Moon')
    await fillIn(house, { inPrivate }, {}, 'email')
    for (const elsewhere of ['/help', '/role show']) {
      house.world.passes(60_000)
      await inPrivate.types(elsewhere)
      const again = await inPrivate.types('moon@example.com')
      expect([again.refusal, again.awaits?.name], elsewhere).toEqual(['question-left', 'email'])
    }
    const next = await answers(inPrivate, await inPrivate.types('moon@example.com'), 'uid', '10020030')
    expect(next.keys).toContain('question-why.ask')
    house.world.passes(60_000)
    await inPrivate.types('/help')
    expect((await inPrivate.types('/cancel')).keys).not.toContain('nobody-asked')
  })
})
