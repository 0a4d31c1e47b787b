/** The one reply that a partner has is shown before it is given, and can be changed until then. */
import { expect, it } from 'vitest'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { caseNow, does, HOUR_MS, lastTold, opensCase, scene, THINKING_MS } from './kit.js'

/** A partner who was told of a case and has typed a reply. */
async function written(engine: EngineForTests) {
  const { house, ana, rita } = await scene(engine, 'rita')
  const number = await opensCase(house, rita, ana)
  await does(house, rita, await rita.types(`/case ${number}`), 'case-notify')
  const { inPrivate } = ana.person
  await inPrivate.presses((await lastTold(house, ana.person)).press({ command: 'case-reply' }))
  house.world.passes(THINKING_MS)
  const preview = await inPrivate.types('A mistake of min')
  house.world.passes(THINKING_MS)
  return { house, ana, rita, number, inPrivate, preview }
}

describeStorage('a reply to a case', (engine) => {
  it('is shown before it is given, and said to be the only one', async () => {
    const { house, rita, number, inPrivate, preview } = await written(engine)
    expect(preview.keys).toEqual(['case-reply-preview', 'case-own-reply-line', 'case-own-reply'])
    expect(preview.words).toContain('It is the only one you have')
    expect(preview.words).toContain('Your reply: A mistake of min')
    expect(await caseNow(house, number)).toMatchObject({ state: 'awaiting_partner', reply: null })
    expect((await house.told(rita)).flatMap(({ keys }) => keys)).not.toContain('case-replied-told')
    const done = await inPrivate.presses(preview.press({ act: 'confirm' }))
    expect(done.keys[0]).toBe('case-replied')
    expect(await caseNow(house, number)).toMatchObject({ state: 'deciding', reply: 'A mistake of min' })
  })

  it('can be changed before it is given', async () => {
    const { house, number, inPrivate, preview } = await written(engine)
    const asked = await inPrivate.presses(preview.press({ act: 'ask', field: 'words' }))
    expect(asked.form.fields).toMatchObject([{ name: 'words', value: 'A mistake of min' }])
    house.world.passes(THINKING_MS)
    const again = await inPrivate.types('A mistake of mine.')
    expect(again.words).toContain('Your reply: A mistake of mine.')
    house.world.passes(THINKING_MS)
    await inPrivate.presses(again.press({ act: 'confirm' }))
    expect((await caseNow(house, number)).reply).toBe('A mistake of mine.')
  })

  it('is still to be given after it was thought better of', async () => {
    const { house, number, inPrivate, preview } = await written(engine)
    const back = await inPrivate.presses(preview.press({ act: 'cancel' }))
    expect([back.keys[0], back.offers({ command: 'case-reply' })]).toEqual(['form-cancelled', true])
    expect(await caseNow(house, number)).toMatchObject({ state: 'awaiting_partner', reply: null })
  })

  it('that comes too late is refused, with nothing offered to be changed', async () => {
    const { house, number, inPrivate, preview } = await written(engine)
    const asked = await inPrivate.presses(preview.press({ act: 'ask', field: 'words' }))
    house.world.passes(73 * HOUR_MS)
    await house.beats()
    expect((await caseNow(house, number)).state).toBe('deciding')
    const late = await inPrivate.submits(asked.form.press, { words: 'A mistake of mine.' })
    expect([late.refusal, late.offers({ act: 'cancel' })]).toEqual(['case-state', false])
    expect((await caseNow(house, number)).reply).toBeNull()
    const forms = await house.look((work) => work.db.select().from(work.t.forms))
    expect(forms.filter(({ command }) => command === 'case-reply')).toEqual([])
  })
})
