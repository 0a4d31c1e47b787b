/** A window over a message is closed without a word: whatever it was opened by is as good as before. */
import { expect, it } from 'vitest'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

describeStorage('a window', (engine) => {
  it('over a preview is closed, and opened and closed again, and the preview is confirmed', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500', { at: house.groupNamed('Moon', 'discord') })
    const asked = await pavel.fills('redpacket', {})
    const preview = await pavel.submits(asked.form.press, { amount: '50', shares: '20' })
    const amount = preview.press({ act: 'ask', field: 'amount' })
    for (const press of [amount, amount, preview.press({ act: 'ask', field: 'shares' })]) {
      house.world.passes(10_000)
      const open = await pavel.presses(press)
      expect([open.refusal, open.form.press.values.version]).toEqual([undefined, press.values.version])
    }
    expect((await pavel.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['redpacket-dropped'])
  })

  it('over a question is closed and opened again', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500', { at: house.groupNamed('Moon', 'discord') })
    const asked = await pavel.fills('redpacket', {})
    const wrong = await pavel.submits(asked.form.press, { amount: 'many', shares: '20' })
    expect(wrong.refusal).toBe('amount-not-a-number')
    const type = wrong.press({ act: 'ask', field: 'amount' })
    const closed = await pavel.presses(type)
    const open = await pavel.presses(type)
    expect([open.refusal, open.form]).toEqual([undefined, closed.form])
    expect((await pavel.submits(open.form.press, { amount: '50' })).keys[0]).toBe('redpacket-preview')
    // What was answered since is not overtaken by what was shown before.
    house.world.passes(10_000)
    const stale = await pavel.presses(type)
    expect(stale.refusal).toBe('form-moved-on')
    const late = await pavel.submits(open.form.press, { amount: '70' })
    expect([late.refusal, late.params('redpacket-preview').amount]).toEqual([
      'form-moved-on',
      { amount: 50_000_000n, asset: 'USDT' },
    ])
  })

  it('over a question of a long form is closed and opened again', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon', { at: house.groupNamed('Moon', 'discord') })
    const first = await moon.fills('apply', {})
    const asked = await moon.submits(first.form.press, { region: 'latam' })
    const type = asked.press({ act: 'ask', field: 'language' })
    const closed = await moon.presses(type)
    const open = await moon.presses(type)
    expect([open.refusal, open.form]).toEqual([undefined, closed.form])
    // And the choices under it are good.
    expect((await moon.presses(asked.press({ act: 'set', value: 'es' }))).keys).toContain(
      'question-focus.ask',
    )
    expect((await moon.presses(asked.press({ act: 'set', value: 'ru' }))).refusal).toBe('form-moved-on')
  })

  it('says above its fields why the press that opened it did something else', async () => {
    const house = await openHouse(engine)
    const rita = await house.person('Rita', { at: house.groupNamed('Moon', 'discord') })
    await rita.becomes('admin')
    const asked = await rita.fills('role', {})
    const grant = asked.press({ act: 'set', field: 'action', value: 'grant' })
    const open = await rita.presses(grant)
    expect([open.awaits?.name, open.form.about]).toEqual(['person', undefined])
    house.world.passes(10_000)
    const stale = await rita.presses(grant)
    expect(stale.form.about?.map(({ key }) => key)).toEqual([
      'refusal-form-moved-on',
      'refusal-form-moved-on.next',
    ])
  })
})
