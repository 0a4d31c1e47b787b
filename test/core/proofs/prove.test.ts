/** Accounts are proven by a code in the profile, or a picture, and by who looked. */
import { expect, it } from 'vitest'
import { openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed } from '../applications/kit.js'
import { partnerNamed } from '../cases/kit.js'

const HOUR_MS = 3_600_000
const PICTURE = {
  native: 'f1',
  sentAs: 'photo' as const,
  name: 'me.png',
  mime: 'image/png',
  size: 900,
}

async function codeOf(moon: Person, account = '1') {
  const heard = await moon.inPrivate.presses({ command: 'prove', values: { account } })
  return { heard, code: String(heard.params('prove-code').code) }
}

describeStorage('/prove', (engine) => {
  it('asks which account, gives a code, the same until it runs out', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon)
    const asked = await moon.inPrivate.types('/prove')
    expect(asked.labels).toEqual(expect.arrayContaining(['youtube.com/@moon', 'x.com/moon']))
    const heard = await moon.inPrivate.presses(asked.press({ act: 'set', field: 'account', value: '1' }))
    const code = String(heard.params('prove-code').code)
    expect(code).toMatch(/^CP-[0-9A-Z]{8}$/)
    expect(heard.params('prove-code').place).toBe('youtube.com/@moon')
    expect((await codeOf(moon)).code).toBe(code)
    expect((await codeOf(moon, '2')).code).not.toBe(code)
    house.world.passes(168 * HOUR_MS)
    expect((await codeOf(moon)).code).not.toBe(code)
    const proofs = await house.look((work) => work.db.select().from(work.t.proofs).orderBy(work.t.proofs.id))
    expect(proofs.map(({ state }) => state)).toEqual(['replaced', 'open', 'open'])
  })

  it('the reviewer sees code and link side by side, and what they saw is kept with name and date', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon)
    const { code } = await codeOf(moon)
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    expect(panel.words).toContain(`youtube.com/@moon: look for ${code} in the profile`)
    expect(panel.view.rows?.flat()).toContainEqual(
      expect.objectContaining({ kind: 'link', url: 'https://youtube.com/@moon' }),
    )
    const asked = await rita.presses(panel.press({ command: 'proof-seen' }))
    expect(asked.awaits?.name).toBe('size')
    // The example is the one of the question.
    expect((await rita.types('many')).words).toContain('for example 12500 or 12.5K')
    const kept = await rita.types('11500')
    expect(kept.keys[0]).toBe('proof-kept')
    expect(kept.words).toContain(
      `✓ 500 followers on one account: youtube.com/@moon, 11,500, looked at by Rita`,
    )
    expect(kept.words).toContain(`${code} seen by Rita, 11,500 followers`)
    const [proof] = await house.look((work) => work.db.select().from(work.t.proofs))
    expect(proof).toMatchObject({ state: 'confirmed', size: 11_500, lookedBy: rita.member })
    expect(proof?.lookedAt).toBe(house.world.now())
    const twice = await rita.presses({ command: 'proof-unseen', values: { proof: String(proof?.id) } })
    expect(twice.refusal).toBe('proof-over')
    expect(await house.audit()).toEqual([])
  })

  it('fewer followers than are needed fail the rule; a code that is not there leaves it open', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon)
    await codeOf(moon)
    await codeOf(moon, '2')
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    const open = await rita.presses(panel.press({ command: 'proof-unseen' }))
    expect(open.words).toContain('? 500 followers on one account')
    await rita.presses(open.press({ command: 'proof-seen' }))
    expect((await rita.types('499')).words).toContain('✗ 500 followers on one account: x.com/moon, 499')
  })

  it('the followers are taken as the page shows them, and what is none is refused by the example of the question', async () => {
    for (const shown of ['12,5 тыс.', '12.5K']) {
      const house = await openHouse(engine)
      const moon = await house.person('Moon')
      await applies(house, moon)
      await codeOf(moon)
      const rita = await reviewerNamed(house, 'Rita')
      const panel = await rita.types('/review')
      await rita.presses(panel.press({ command: 'proof-seen' }))
      const refused = await rita.types('many')
      expect(refused.refusal).toBe('people-malformed')
      expect(refused.words).toContain('Write it as the page shows it, for example 12500')
      expect((await rita.types(shown)).keys[0]).toBe('proof-kept')
      const [proof] = await house.look((work) => work.db.select().from(work.t.proofs))
      expect(proof).toMatchObject({ state: 'confirmed', size: 12_500 })
    }
  })

  it('refuses what came too late, what is another’s, and who has not the application in hand', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    const eve = await house.person('Eve')
    expect((await eve.inPrivate.presses({ command: 'prove', values: { account: '1' } })).refusal).toBe(
      'prove-none',
    )
    await applies(house, moon)
    expect((await moon.inPrivate.presses({ command: 'prove', values: { account: '9' } })).refusal).toBe(
      'prove-none',
    )
    await codeOf(moon)
    const rita = await reviewerNamed(house, 'Rita')
    const seen = { command: 'proof-seen', values: { proof: '1', size: '600' } }
    expect((await rita.presses(seen)).refusal).toBe('application-held')
    expect((await eve.presses(seen)).refusal).toBe('only-roles')
    expect((await eve.presses({ command: 'proof-picture', values: { proof: '1' } })).refusal).toBe(
      'only-roles',
    )
    expect((await rita.presses({ ...seen, values: { proof: '9', size: '600' } })).refusal).toBe(
      'proof-unknown',
    )
    house.world.passes(168 * HOUR_MS)
    await rita.types('/review')
    expect((await rita.presses(seen)).refusal).toBe('proof-late')
    await moon.becomes('reviewer')
    expect((await moon.presses(seen)).refusal).toBe('application-own')
  })

  it('a picture takes the place of looking, also after the code has run out', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon)
    await codeOf(moon)
    await moon.inPrivate.presses({ command: 'prove-picture', values: { proof: '1' } })
    const taken = await house.hears(moon.inPrivate.call({ kind: 'answered', text: '', file: PICTURE }))
    expect(taken.keys).toEqual(['prove-picture-taken'])
    house.world.passes(168 * HOUR_MS)
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    const shown = await rita.presses(panel.press({ command: 'proof-picture' }))
    expect(shown.view.files?.map(({ name }) => name)).toEqual(['me.png'])
    await rita.presses(panel.press({ command: 'proof-seen' }))
    expect((await rita.types('700')).words).toContain('✓ 500 followers on one account')
  })

  it('shows nothing of an applicant to the reviewer who recruited them', async () => {
    const house = await openHouse(engine)
    const { person: rex, id } = await partnerNamed(house, 'Rex')
    await rex.becomes('reviewer')
    const moon = await house.person('Moon')
    await moon.inPrivate.opens(`apply_p${id}`)
    await applies(house, moon)
    await codeOf(moon)
    const shown = await rex.presses({ command: 'proof-picture', values: { proof: '1' } })
    expect(shown.refusal).toBe('application-recruited')
  })
})

describeStorage('/status of somebody who named accounts', (engine) => {
  it('says of each how its proof stands', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon, { channels: 'youtube.com/@moon 12000\nx.com/moon 300\nt.me/moon 900' })
    const stands = async () => {
      const { view, words } = await moon.inPrivate.types('/status')
      expect(words).not.toMatch(/CP-|Rita/)
      return view.text.flatMap(({ key, params }) =>
        key.startsWith('status-proof-') ? [`${key.slice(13)} ${String(params?.place)}`] : [],
      )
    }
    const [tube, x, chat] = ['youtube.com/@moon', 'x.com/moon', 't.me/moon']
    expect(await stands()).toEqual([`none ${tube}`, `none ${x}`, `none ${chat}`])
    await codeOf(moon)
    const until = { instant: house.world.now() + 168 * HOUR_MS, as: 'moment' }
    expect(await stands()).toEqual([`code ${tube}`, `none ${x}`, `none ${chat}`])
    expect((await moon.inPrivate.types('/status')).params('status-proof-code').at).toEqual(until)
    const sent = await codeOf(moon, '2')
    await moon.inPrivate.presses(sent.heard.press({ command: 'prove-picture' }))
    await house.hears(moon.inPrivate.call({ kind: 'answered', text: '', file: PICTURE }))
    expect(await stands()).toEqual([`code ${tube}`, `picture ${x}`, `none ${chat}`])
    house.world.passes(168 * HOUR_MS)
    expect(await stands()).toEqual([`late ${tube}`, `picture ${x}`, `none ${chat}`])

    await codeOf(moon)
    const rita = await reviewerNamed(house, 'Rita')
    const panel = await rita.types('/review')
    const [ofX, ofTube] = panel.presses.filter(({ command }) => command === 'proof-unseen')
    await rita.presses(ofX ?? '')
    await rita.presses({ command: 'proof-seen', values: { ...ofTube?.values, size: '11500' } })
    expect(await stands()).toEqual([`confirmed ${tube}`, `refused ${x}`, `none ${chat}`])
    const status = await moon.inPrivate.types('/status')
    expect(status.words).toContain('youtube.com/@moon: seen by a reviewer, 11,500 followers')
    // What was seen counts still; what was not is proven anew.
    await codeOf(moon)
    await codeOf(moon, '2')
    expect(await stands()).toEqual([`confirmed ${tube}`, `code ${x}`, `none ${chat}`])
  })

  it('names none in a group, and none once it is decided', async () => {
    const house = await openHouse(engine)
    const moon = await house.person('Moon')
    await applies(house, moon)
    const inGroup = await moon.types('/status')
    expect(inGroup.keys).toContain('status-proofs-private')
    expect(inGroup.words).not.toContain('youtube.com')
    const preview = await moon.inPrivate.presses(inGroup.press({ command: 'application-withdraw' }))
    await moon.inPrivate.presses(preview.press({ act: 'confirm' }))
    for (const voice of [moon, moon.inPrivate])
      expect((await voice.types('/status')).keys.join()).not.toContain('status-proof')
  })
})
