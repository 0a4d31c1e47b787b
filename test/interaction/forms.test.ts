/** From a half-typed command to a finished one, with everything that can happen on the way. */
import { expect, it } from 'vitest'
import { FORM_LIFE_MS, forgetOldForms, QUESTION_LIFE_MS } from '../../src/interaction/forms.js'
import type { Press } from '../../src/interaction/view.js'
import { toJson } from '../../src/kit/json.js'
import type { Heard } from '../kit/heard.js'
import { type House, openHouse, type Person } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

const rowsOf = {
  packets: (house: House) => house.look((work) => work.db.select().from(work.t.packets)),
  forms: (house: House) => house.look((work) => work.db.select().from(work.t.forms)),
}

/** The preview of 50 USDT in 20 shares, got by typing. */
async function previewOf(pavel: Person): Promise<Heard> {
  await pavel.types('/redpacket')
  await pavel.types('50')
  return pavel.types('20')
}

describeStorage('a form', (engine) => {
  it('goes step by step from /redpacket to a packet that was confirmed', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const first = await pavel.types('/redpacket')
    expect(first).toMatchObject({ keys: ['argument-redpacket-amount.ask', 'argument-redpacket-amount.hint'] })
    expect(first.awaits?.name).toBe('amount')
    const second = await pavel.types('50')
    expect(second.awaits?.name).toBe('shares')
    const preview = await pavel.presses(second.press({ act: 'set', value: '20' }))
    expect(preview.keys.slice(0, 3)).toEqual(['redpacket-preview', 'redpacket-split-lucky', 'redpacket-life'])
    expect(preview.params('redpacket-preview')).toEqual({
      amount: { amount: 50_000_000n, asset: 'USDT' },
      shares: 20,
    })
    expect(preview.params('redpacket-source')).toMatchObject({
      before: { amount: 500_000_000n },
      after: { amount: 450_000_000n },
    })
    expect(await rowsOf.packets(house)).toEqual([])
    const done = await pavel.presses(preview.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['redpacket-dropped'])
    const [packet] = await rowsOf.packets(house)
    expect(packet).toMatchObject({ total: 50_000_000n, shares: 20, split: 'lucky' })
    expect(await rowsOf.forms(house)).toEqual([])
  })

  it('asks in one modal what it can, where there are modals', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500', { at: house.groupNamed('Moon', 'discord') })
    const asked = await pavel.fills('redpacket', {})
    expect(asked.form.fields.map(({ name }) => name)).toEqual(['amount', 'shares'])
    const preview = await pavel.submits(asked.form.press, { amount: '50', shares: '20' })
    expect(preview.keys[0]).toBe('redpacket-preview')
  })

  it('repeats the amounts on the confirm button, and drops what was shown and nothing else', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const preview = await previewOf(pavel)
    const confirm = preview.view.rows?.[0]?.[0]
    expect(confirm?.label).toEqual({
      key: 'redpacket-confirm',
      params: { amount: { amount: 50_000_000n, asset: 'USDT' }, shares: 20 },
    })
    const asked = await pavel.presses(preview.press({ act: 'ask', field: 'amount' }))
    const changed = await pavel.presses(asked.press({ act: 'set', value: '100' }))
    // The button of the old preview says 50: it must not drop 100.
    const stale = await pavel.presses(preview.press({ act: 'confirm' }))
    expect(stale.refusal).toBe('form-moved-on')
    expect(stale.params('redpacket-preview').amount).toEqual({ amount: 100_000_000n, asset: 'USDT' })
    expect(await rowsOf.packets(house)).toEqual([])
    const late = await pavel.presses(changed.press({ act: 'confirm' }))
    expect(late.refusal).toBe('form-moved-on')
    await pavel.presses(late.press({ act: 'confirm' }))
    expect(await rowsOf.packets(house)).toMatchObject([{ total: 100_000_000n }])
  })

  it('lets every option be changed in the preview, and shows what it is', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    let heard = await previewOf(pavel)
    const change = async (field: string, act: (asked: Heard) => Promise<Heard>) => {
      house.world.passes(60_000)
      if (!heard.offers({ act: 'ask', field })) heard = await pavel.presses(heard.press({ act: 'more' }))
      heard = await act(await pavel.presses(heard.press({ act: 'ask', field })))
      expect(heard.refusal, field).toBeUndefined()
    }
    await change('split', (asked) => pavel.presses(asked.press({ act: 'set', value: 'equal' })))
    await change('window', () => pavel.types('90s'))
    await change('passphrase', () => pavel.types('open sesame'))
    await change('members', (asked) => pavel.presses(asked.press({ act: 'set', value: 'yes' })))
    await change('age', (asked) => pavel.presses(asked.press({ act: 'set', value: '30' })))
    await change('greeting', () => pavel.types('Happy new year'))
    expect(heard.labels).toEqual(expect.arrayContaining(['Window: 90s', 'Passphrase: •••', 'Age: 30']))
    const buttons = heard.view.rows?.flat() ?? []
    const alone = buttons.filter((button) => button.kind === 'press' && button.option !== true)
    expect(alone.map((button) => button.kind === 'press' && button.press.values.act)).toEqual([
      'confirm',
      'cancel',
      'more',
    ])
    expect(heard.keys).toEqual([
      'redpacket-preview',
      'redpacket-split-equal',
      'redpacket-window',
      'redpacket-passphrase',
      'redpacket-conditions',
      'packet-card-greeting',
      'redpacket-source',
    ])
    expect(toJson(heard.view.rows)).not.toContain('sesame')
    await pavel.presses(heard.press({ act: 'confirm' }))
    expect(await rowsOf.packets(house)).toMatchObject([
      { split: 'equal', draw: 'window', greeting: 'Happy new year' },
    ])
  })

  it.each([
    ['0', 'amount-not-positive'],
    ['-5', 'amount-not-positive'],
    ['1e3', 'amount-not-a-number'],
    ['０.５', 'amount-not-a-number'],
    ['1,5', 'amount-comma'],
    ['NaN', 'amount-not-a-number'],
    ['9'.repeat(30), 'amount-too-large'],
    ['1.0000000001', 'amount-too-precise'],
  ])('asks again with the reason: %s', async (typed, refusal) => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.types('/redpacket')
    const again = await pavel.types(typed)
    expect(again.refusal).toBe(refusal)
    expect(again.awaits?.name).toBe('amount')
    expect((await pavel.types('50')).awaits?.name).toBe('shares')
    const wrong = await pavel.types('1000000')
    expect(wrong).toMatchObject({ refusal: 'count-out-of-range', awaits: { name: 'shares' } })
    expect((await pavel.types('20')).keys[0]).toBe('redpacket-preview')
  })

  it('refuses decimals that the asset does not have at once, and not after the other questions', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.types('/redpacket')
    const wrong = await pavel.types('0.0000001')
    expect(wrong.params('refusal-amount-too-precise')).toMatchObject({ asset: 'USDT', places: 6 })
    expect([wrong.refusal, wrong.awaits?.name]).toEqual(['amount-too-precise', 'amount'])
    expect((await pavel.types('0.5')).awaits?.name).toBe('shares')
    // Of an asset that has them they are taken.
    await pavel.types('/redpacket BMX')
    expect((await pavel.types('0.0000001')).awaits?.name).toBe('shares')
  })

  it('tells all mistakes of a modal at once, each by its field, and asks for them in one', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const { form } = await pavel.fills('redpacket', {})
    const wrong = await pavel.submits(form.press, { amount: 'fifty', shares: '0', window: 'soon' })
    expect(wrong.words.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^• Amount: “fifty” is not an amount\. \S/),
      expect.stringMatching(/^• Shares: .*0.* \S/),
      expect.stringMatching(/^• Window: .*soon.* \S/),
    ])
    expect(wrong.view.tone).toBe('refusal')
    expect(wrong.form.fields.map(({ name, value }) => [name, value])).toEqual([
      ['amount', 'fifty'],
      ['shares', '0'],
      ['window', 'soon'],
    ])
    const again = await pavel.presses(wrong.press({ act: 'set', value: '50' }))
    expect(again.keys.slice(0, 2)).toEqual(['form-mistake', 'form-mistake'])
    expect(again.form.fields.map(({ name }) => name)).toEqual(['shares', 'window'])
    const last = await pavel.submits(again.form.press, { shares: '20', window: ' ' })
    expect(last.keys[0]).toBe('redpacket-preview')
    expect(await rowsOf.forms(house)).toMatchObject([{ answers: '{"amount":"50","shares":"20"}' }])
  })

  it('opens one modal for all that is wrong when somebody wants to type', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const { form } = await pavel.fills('redpacket', {})
    const wrong = await pavel.submits(form.press, { amount: 'fifty', shares: '0' })
    const [type] = (wrong.view.rows ?? []).flat().filter(({ kind }) => kind === 'type')
    if (type?.kind !== 'type') throw new Error('nothing to type with')
    const asked = await pavel.presses(type.press)
    expect(asked.form.fields.map(({ name }) => name)).toEqual(['amount', 'shares'])
    const right = await pavel.submits(asked.form.press, { amount: '50', shares: '20' })
    expect(right.keys[0]).toBe('redpacket-preview')
  })

  it('tells all mistakes of what was typed or filled in whole, and nothing happens', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const typed = await pavel.types('/redpacket amount=fifty shares=0')
    expect([typed.keys, typed.refused]).toEqual([['form-mistake', 'form-mistake'], true])
    house.world.passes(60_000)
    const filled = await pavel.fills('redpacket', { amount: 'fifty', shares: '0' })
    expect(filled.words).toBe(typed.words)
    house.world.passes(60_000)
    expect((await pavel.types('/redpacket amount=fifty shares=20')).keys).toEqual([
      'refusal-amount-not-a-number',
      'refusal-amount-not-a-number.next',
    ])
    expect(await rowsOf.packets(house)).toEqual([])
    expect(await rowsOf.forms(house)).toEqual([])
  })

  it('does not keep an answer that is too long', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const { form } = await pavel.fills('redpacket', {})
    const long = await pavel.submits(form.press, { amount: '9'.repeat(5_000), shares: '0' })
    expect(long.keys.slice(0, 2)).toEqual(['form-mistake', 'form-mistake'])
    expect(await rowsOf.forms(house)).toMatchObject([{ answers: '{"shares":"0"}' }])
  })

  it('asks again for what only the asset can tell is wrong, and for the right one of two amounts', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.types('/redpacket most=1.1234567')
    await pavel.types('50')
    const again = await pavel.types('20')
    expect(again).toMatchObject({ refusal: 'amount-too-precise', awaits: { name: 'most' } })
    expect((await pavel.types('10')).keys[0]).toBe('redpacket-preview')
  })

  it('shows a refusal of the preview with the means to change the answers', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '40')
    const preview = await previewOf(pavel)
    expect(preview.refusal).toBe('ledger-insufficient')
    expect(preview.offers({ act: 'confirm' })).toBe(false)
    const asked = await pavel.presses(preview.press({ act: 'ask', field: 'amount' }))
    const better = await pavel.presses(asked.press({ act: 'set', value: '20' }))
    expect(better.keys[0]).toBe('redpacket-preview')
  })

  it('refused when it is confirmed, stays open to be changed', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '60')
    const preview = await previewOf(pavel)
    house.world.passes(60_000)
    await pavel.types('/redpacket 50 5')
    house.world.passes(60_000)
    const refused = await pavel.presses(preview.press({ act: 'confirm' }))
    expect(refused).toMatchObject({ refusal: 'ledger-insufficient', refused: true })
    const asked = await pavel.presses(refused.press({ act: 'ask', field: 'amount' }))
    const better = await pavel.presses(asked.press({ act: 'set', value: '10' }))
    expect((await pavel.presses(better.press({ act: 'confirm' }))).keys).toEqual(['redpacket-dropped'])
    expect(await house.audit()).toEqual([])
  })

  it('is nobody else’s', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const mia = await house.rich('Mia', '500')
    const preview = await previewOf(pavel)
    for (const act of ['confirm', 'cancel']) {
      expect((await mia.presses(preview.press({ act }))).refusal).toBe('form-of-another')
    }
    const { form = '' } = preview.press({ act: 'confirm' }).values
    expect((await mia.inPrivate.opens(`form_${form}`)).refusal).toBe('form-of-another')
    expect((await mia.types('7')).said).toBe(false)
    expect((await pavel.presses(preview.press({ act: 'confirm' }))).keys).toEqual(['redpacket-dropped'])
  })

  it('takes nothing of a text too long for one message: its end is no answer of its own', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.inPrivate.types('/redpacket')
    const at = house.world.now()
    // Telegram's apps cut at 4,096 and send the rest at once.
    const refused = await pavel.inPrivate.types('9'.repeat(4096), { at })
    expect([refused.refusal, refused.params('refusal-words-too-long')]).toEqual([
      'words-too-long',
      { max: 40, length: 4096 },
    ])
    expect((await pavel.inPrivate.types('50', { at: at + 1_000 })).keys).toEqual([])
    expect((await rowsOf.forms(house)).map(({ answers }) => answers)).toEqual(['{}'])
    // Whoever reads and answers takes longer.
    house.world.passes(5_000)
    expect((await pavel.inPrivate.types('50', { at: at + 5_000 })).refusal).toBeUndefined()
    expect((await rowsOf.forms(house)).map(({ answers }) => answers)).toEqual(['{"amount":"50"}'])
  })

  it('is cancelled by its button, by the word, and by a step of long ago; then it is gone', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    for (const cancel of [
      (asked: Heard) => pavel.presses(asked.press({ act: 'cancel' })),
      () => pavel.types('/cancel'),
      () => pavel.types(' Cancel '),
    ]) {
      house.world.passes(60_000)
      const asked = await pavel.types('/redpacket')
      expect((await cancel(asked)).keys).toEqual(['form-cancelled'])
      expect((await pavel.presses(asked.press({ act: 'set', value: '50' }))).refusal).toBe('form-gone')
      expect(await rowsOf.forms(house)).toEqual([])
    }
    expect((await pavel.inPrivate.types('/cancel')).keys).toEqual(['nobody-asked'])
  })

  it('outlives a restart in the middle', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    await pavel.types('/redpacket')
    await pavel.types('50')
    const after = await openHouse(engine, { storage: house.storage, world: house.world })
    const preview = await after.hears(pavel.call({ kind: 'answered', text: '20' }))
    expect(preview.keys[0]).toBe('redpacket-preview')
    const again = await openHouse(engine, { storage: house.storage, world: house.world })
    const confirm = pavel.call({ kind: 'pressed', data: packed(preview.press({ act: 'confirm' })) })
    expect((await again.hears(confirm)).keys).toEqual(['redpacket-dropped'])
  })

  it('is confirmed once, by however many presses at once', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    for (let round = 0; round < 5; round++) {
      house.world.passes(60_000)
      const preview = await previewOf(pavel)
      const press = preview.press({ act: 'confirm' })
      const heard = await Promise.all([pavel.presses(press), pavel.presses(press), pavel.presses(press)])
      const keys = heard.map(({ keys: [first] }) => first).sort()
      expect(keys).toEqual(['redpacket-dropped', 'refusal-form-gone', 'refusal-form-gone'])
      expect(await rowsOf.packets(house)).toHaveLength(round + 1)
    }
  })

  it('of a command whose role was lost meanwhile goes no further', async () => {
    const house = await openHouse(engine)
    const maker = await house.person('Maker')
    await maker.becomes('finance_maker')
    const asked = await maker.types('/treasury deposit 100 me')
    expect(asked.awaits?.name).toBe('reason')
    await maker.loses('finance_maker')
    expect((await maker.types('for the party')).refusal).toBe('only-roles')
    await maker.becomes('finance_maker')
    const preview = await maker.types('for the party')
    expect(preview.keys).toContain('treasury-deposit')
    await maker.loses('finance_maker')
    expect((await maker.presses(preview.press({ act: 'confirm' }))).refusal).toBe('only-roles')
    expect(await house.look((work) => work.db.select().from(work.t.treasuryRequests))).toEqual([])
  })

  it('begun in a group goes on in private and takes effect in the group', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const preview = await previewOf(pavel)
    const { form = '' } = preview.press({ act: 'confirm' }).values
    const there = await pavel.inPrivate.opens(`form_${form}`)
    expect(there.keys[0]).toBe('redpacket-preview')
    expect((await pavel.inPrivate.presses(there.press({ act: 'confirm' }))).keys).toEqual([
      'redpacket-dropped',
      'redpacket-in',
    ])
    const [packet] = await rowsOf.packets(house)
    expect(packet?.origin).toBe(await house.chatId(house.group))
    const [card] = await house.look((work) => work.db.select().from(work.t.cards))
    expect(card?.chat).toBe(packet?.origin)
  })

  it('asks for a secret where only its owner reads, and keeps it from the group', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const heard = await previewOf(pavel)
    const more = await pavel.presses(heard.press({ act: 'more' }))
    const asked = await pavel.presses(more.press({ act: 'ask', field: 'passphrase' }))
    expect(asked.awaits).toBeUndefined()
    const link = asked.view.rows?.flat().find(({ kind }) => kind === 'private')
    const payload = link?.kind === 'private' ? link.payload : ''
    const there = await pavel.inPrivate.opens(payload)
    expect(there.keys[0]).toBe('argument-redpacket-passphrase.ask')
    expect(there.awaits?.name).toBe('passphrase')
    expect(there.view.rows?.flat().some(({ kind }) => kind === 'private')).toBe(false)
    const done = await pavel.inPrivate.types('open sesame')
    expect(done.keys).toContain('redpacket-passphrase')
  })

  it('begun in private asks for the group, offers those where the person was met, and no other', async () => {
    const house = await openHouse(engine)
    const other = house.groupNamed('Other')
    const pavel = await house.rich('Pavel', '500')
    await house.person('Mia', { at: other })
    const asked = await pavel.inPrivate.types('/redpacket 50 20')
    expect(asked.keys[0]).toBe('argument-redpacket-chat.ask')
    const here = String(await house.chatId(house.group))
    const offered = asked.presses
      .filter(({ values }) => values.act === 'set')
      .map(({ values }) => values.value)
    expect(offered).toEqual([here])
    const step = asked.press({ act: 'set', value: here })
    const elsewhere = { ...step, values: { ...step.values, value: String(await house.chatId(other)) } }
    expect((await pavel.inPrivate.presses(elsewhere)).refusal).toBe('chat-unknown')
    house.world.passes(60_000)
    const again = await pavel.inPrivate.types('/redpacket 50 20')
    const preview = await pavel.inPrivate.presses(again.press({ act: 'set', value: here }))
    expect(preview.keys[0]).toBe('redpacket-preview')
  })

  it.each(['Other (Telegram)', 'other', 'OTHER (TELEGRAM)'])(
    'asks for the group, which may be typed as its button says it: %s',
    async (typed) => {
      const house = await openHouse(engine)
      const other = house.groupNamed('Other')
      const pavel = await house.rich('Pavel', '500')
      await pavel.in(other).types('/help')
      expect((await pavel.inPrivate.types('/redpacket 50 20')).keys[0]).toBe('argument-redpacket-chat.ask')
      expect((await pavel.inPrivate.types('none of these')).refusal).toBe('code-malformed')
      const preview = await pavel.inPrivate.types(typed)
      expect(preview.keys[0]).toBe('redpacket-preview')
      await pavel.inPrivate.presses(preview.press({ act: 'confirm' }))
      const places = await house.look((work) => work.db.select().from(work.t.packetChats))
      expect(places).toMatchObject([{ chat: await house.chatId(other) }])
    },
  )

  it('takes the name of a group that has a twin only with its platform', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500', { at: house.groupNamed('Twin') })
    await house.person('Pavel', { at: house.groupNamed('Twin', 'discord') })
    // One person with two accounts.
    await house.storage.write(async (work) => {
      await work.db.update(work.t.identities).set({ member: pavel.member })
      await work.db.update(work.t.sightings).set({ member: pavel.member })
    })
    await pavel.inPrivate.types('/redpacket 50 20')
    expect((await pavel.inPrivate.types('Twin')).refusal).toBe('chat-unknown')
    house.world.passes(60_000)
    await pavel.inPrivate.types('/redpacket 50 20')
    expect((await pavel.inPrivate.types('Twin (Telegram)')).keys[0]).toBe('redpacket-preview')
  })

  it('of the other platform cannot be finished here', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const preview = await previewOf(pavel)
    const same = await house.person('Pavel', { at: house.groupNamed('Moon', 'discord') })
    // One person with two accounts.
    await house.storage.write((work) => work.db.update(work.t.identities).set({ member: pavel.member }))
    expect((await same.presses(preview.press({ act: 'confirm' }))).refusal).toBe('form-elsewhere')
    expect(await rowsOf.packets(house)).toEqual([])
  })

  it('in a group is answered by what is said in that group alone', async () => {
    const house = await openHouse(engine)
    const other = house.groupNamed('Other')
    const pavel = await house.rich('Pavel', '500')
    await pavel.types('/redpacket')
    expect((await pavel.in(other).types('50')).said).toBe(false)
    expect((await pavel.types('50')).awaits?.name).toBe('shares')
    expect((await pavel.inPrivate.types('20')).keys[0]).toBe('redpacket-preview')
  })

  it('is forgotten: its question after a day, itself after a week', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const asked = await pavel.types('/redpacket')
    house.world.passes(QUESTION_LIFE_MS)
    expect((await pavel.inPrivate.types('50')).keys).toEqual(['nobody-asked'])
    const next = await pavel.presses(asked.press({ act: 'set', value: '50' }))
    expect(next.awaits?.name).toBe('shares')
    house.world.passes(FORM_LIFE_MS + 1)
    expect((await pavel.presses(next.press({ act: 'set', value: '20' }))).refusal).toBe('form-gone')
    await house.storage.write(forgetOldForms)
    expect(await rowsOf.forms(house)).toEqual([])
  })

  it('of a command that is no more is gone', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const asked = await pavel.types('/redpacket')
    await house.storage.write((work) => work.db.update(work.t.forms).set({ command: 'gone' }))
    expect((await pavel.presses(asked.press({ act: 'set', value: '50' }))).refusal).toBe('form-gone')
    expect(house.lines).toEqual([])
  })

  it('answers forged steps with a reason or with where it is, never with a mistake', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '500')
    const asked = await pavel.inPrivate.types('/redpacket')
    const step: Press = asked.press({ act: 'set', value: '50' })
    const forged = (more: Record<string, string>): Press => {
      const { form = '', version = '' } = step.values
      return { command: 'form', values: { form, version, ...more } }
    }
    const tries: [Record<string, string>, string | undefined][] = [
      [{ act: 'ask' }, 'button-unknown'],
      [{ act: 'ask', field: 'toString' }, 'button-unknown'],
      [{ act: 'steal' }, 'button-unknown'],
      [{ act: 'confirm', version: '-1' }, 'button-unknown'],
      [{ act: 'confirm', version: '1e9' }, 'button-unknown'],
      [{ act: 'confirm', version: '999999' }, 'form-moved-on'],
      [{ act: 'confirm', form: 'nothere' }, 'form-gone'],
    ]
    for (const [more, refusal] of tries) {
      house.world.passes(60_000)
      expect((await pavel.inPrivate.presses(forged(more))).refusal, JSON.stringify(more)).toBe(refusal)
    }
    for (const act of ['confirm', 'more', 'set', 'fill', 'show']) {
      house.world.passes(60_000)
      const now = await rowsOf.forms(house)
      const heard = await pavel.inPrivate.presses(forged({ act, version: String(now[0]?.version) }))
      expect(['argument-redpacket-amount.ask', 'refusal-form-gone'], act).toContain(heard.keys[0])
    }
    expect(await rowsOf.packets(house)).toEqual([])
    expect(house.lines).toEqual([])
  })
})

function packed({ command, values }: Press): string {
  return `1${command}:${['form', 'version', 'act'].map((name) => values[name]).join(':')}`
}
