/** What a preview showed is what is done; under another programme it is shown again instead. */
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { applies, fillIn, reviewerNamed, stateOf } from '../applications/kit.js'

const RAW = JSON.parse(canonicalJson(programmeSchema.parse(bitmart)))
type Raw = typeof RAW

/** A house by the shipped programme, and an admin who brings a changed one into force. */
async function stage(engine: EngineForTests) {
  const file: { holds: Raw } = { holds: RAW }
  const programme = programmeSchema.parse(bitmart)
  const house = await openHouse(engine, { programme, raw: RAW, read: () => file.holds })
  const admin = await house.person('Olivia')
  await admin.becomes('admin')
  const reloads = async (change: (raw: Raw) => void) => {
    file.holds = structuredClone(file.holds)
    change(file.holds)
    const shown = await admin.inPrivate.types('/program reload')
    const done = await admin.inPrivate.presses(shown.press({ command: 'program-accept' }))
    expect(done.keys).toEqual(['program-accepted'])
  }
  return { house, admin, reloads }
}

/** An application in the hands of a reviewer, with the panel. */
async function inHand(house: House): Promise<{ rita: Person; number: string; panel: Heard }> {
  const number = await applies(house, await house.person('Moon'))
  const rita = await reviewerNamed(house, 'Rita')
  const take = { command: 'application-take', values: { application: number } }
  return { rita, number, panel: await rita.presses(take) }
}

const tiersOf = async (house: House) =>
  (await house.look((work) => work.db.select().from(work.t.partners))).map(({ tier }) => tier)

describeStorage('a preview that was drawn before another programme came into force', (engine) => {
  it('makes nobody a partner of another tier than it showed', async () => {
    const { house, reloads } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const before = await rita.presses(panel.press({ command: 'application-approve' }))
    expect(before.words).toContain('Tier: Starter')
    await reloads((raw) => {
      raw.tiers.list = raw.tiers.list.filter(({ id }: { id: string }) => id !== 'starter')
      raw.tiers.grants = { admin: 'ambassador', regional_manager: 'ambassador', reviewer: 'growth' }
      raw.tiers.list.forEach((one: { rank: number }, at: number) => {
        one.rank = at + 1
      })
    })
    const again = await rita.presses(before.press({ act: 'confirm' }))
    expect(again.refusal).toBe('form-outdated')
    expect(again.words).toContain('Tier: Growth')
    expect([await stateOf(house, number), await tiersOf(house)]).toEqual(['in_review', []])
    // What is shown now is done now, and the button of before is of no use.
    expect((await rita.presses(before.press({ act: 'confirm' }))).refusal).toBe('form-moved-on')
    const newest = await rita.presses(again.press({ act: 'confirm' }))
    expect(newest.refusal).toBe('form-moved-on')
    await rita.presses(newest.press({ act: 'confirm' }))
    expect([await stateOf(house, number), await tiersOf(house)]).toEqual(['approved', ['growth']])
  })

  it('rejects nobody for longer than it showed', async () => {
    const { house, reloads } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    const before = await rita.presses(asked.press({ act: 'set', value: 'audience' }))
    expect(before.keys).toContain('reapply-at')
    await reloads((raw) => {
      const reason = raw.applications.reasons.find(({ id }: { id: string }) => id === 'audience')
      must(reason, 'the reason').reapply = 'never'
    })
    const again = await rita.presses(before.press({ act: 'confirm' }))
    expect(again.refusal).toBe('form-outdated')
    expect(again.keys).toContain('reapply-never')
    expect(await stateOf(house, number)).toBe('in_review')
    await rita.presses(again.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('rejected')
  })

  it('is asked anew where the programme no longer has what was chosen', async () => {
    const { house, reloads } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const asked = await rita.presses(panel.press({ command: 'application-reject' }))
    const before = await rita.presses(asked.press({ act: 'set', value: 'audience' }))
    await reloads((raw) => {
      raw.applications.reasons = raw.applications.reasons.filter(
        ({ id }: { id: string }) => id !== 'audience',
      )
      raw.applications.screening = {}
    })
    const again = await rita.presses(before.press({ act: 'confirm' }))
    expect(again.refusal).toBe('choice-unknown')
    expect(await stateOf(house, number)).toBe('in_review')
  })

  it('moves no money: a packet, and what a treasurer asked for', async () => {
    const { house, reloads } = await stage(engine)
    const pavel = await house.rich('Pavel', '500')
    const tess = await house.person('Tess')
    await tess.becomes('finance_maker')
    await pavel.types('/redpacket')
    await pavel.types('50')
    const shown = await pavel.types('10')
    let deposit = await tess.inPrivate.types('/treasury deposit')
    for (const answer of ['100', 'me', 'a prize']) deposit = await tess.inPrivate.types(answer)
    expect([shown, deposit].map((one) => one.offers({ act: 'confirm' }))).toEqual([true, true])
    const before = await house.dump('forms', 'outbox', 'callResults', 'facts', 'programmes')
    await reloads((raw) => {
      raw.version = 'spring'
      raw.packets.lifeHours = 1
    })
    for (const [person, preview] of [
      [pavel, shown],
      [tess.inPrivate, deposit],
    ] as const)
      expect((await person.presses(preview.press({ act: 'confirm' }))).refusal).toBe('form-outdated')
    const after = await house.dump('forms', 'outbox', 'callResults', 'facts', 'programmes')
    expect([after.transfers, after.packets]).toEqual([before.transfers, before.packets])
    expect(after.treasuryRequests).toEqual(before.treasuryRequests)
  })

  it('sends no application: its page is shown again, as it would be sent', async () => {
    const { house, reloads } = await stage(engine)
    const ann = await house.person('Ann')
    const page = await fillIn(house, ann)
    await reloads((raw) => {
      raw.version = 'spring'
    })
    const again = await ann.inPrivate.presses(page.press({ act: 'confirm' }))
    expect(again.refusal).toBe('form-outdated')
    const sent = await ann.inPrivate.presses(again.press({ act: 'confirm' }))
    expect(sent.keys).toContain('apply-sent')
  })

  it('is confirmed as ever where the same programme is read again', async () => {
    const { house, admin } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const before = await rita.presses(panel.press({ command: 'application-approve' }))
    expect((await admin.inPrivate.types('/program reload')).keys).toEqual(['program-same'])
    await rita.presses(before.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('approved')
  })

  it('is confirmed beside an open question as it was shown, and not under another programme', async () => {
    const { house, reloads } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    await rita.presses(preview.press({ act: 'ask', field: 'tier' }))
    await reloads((raw) => {
      raw.applications.infoDays += 1
    })
    const late = await rita.presses(preview.press({ act: 'confirm' }))
    expect(late.refusal).toBe('form-outdated')
    expect(await stateOf(house, number)).toBe('in_review')
    await rita.presses(late.press({ act: 'ask', field: 'tier' }))
    await rita.presses(late.press({ act: 'confirm' }))
    expect([await stateOf(house, number), await tiersOf(house)]).toEqual(['approved', ['starter']])
  })

  it('cannot be confirmed by a forged press where a question took its place', async () => {
    const { house } = await stage(engine)
    const { rita, number, panel } = await inHand(house)
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    const beside = await rita.presses(preview.press({ act: 'ask', field: 'tier' }))
    const { form } = beside.press({ act: 'cancel' }).values
    const asked = await rita.inPrivate.opens(`form_${form}`)
    const { values } = asked.press({ act: 'cancel' })
    const forged = await rita.presses({ command: 'form', values: { ...values, act: 'confirm' } })
    expect(forged.refusal).toBe('form-outdated')
    expect(await stateOf(house, number)).toBe('in_review')
  })
})
