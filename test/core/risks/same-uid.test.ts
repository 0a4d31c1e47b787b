/** One UID at the exchange is one person's, whatever it weighs in the programme. */
import { expect, it } from 'vitest'
import { bindUid, changeUid } from '../../../src/core/uids/uids.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { programmeSchema } from '../../../src/programme/programme.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { applies, reviewerNamed, stateOf } from '../applications/kit.js'

/** A programme to which nothing weighs anything. */
function careless() {
  const severities = { uid: 'off', email: 'off', channel: 'off', community: 'off' }
  return programmeSchema.parse({
    ...bitmart,
    applications: { ...bitmart.applications, risk: { severities } },
  })
}

/** Two applications with one UID, each in the hands of a reviewer. */
async function twins(house: House) {
  const [moon, sun] = [await house.person('Moon'), await house.person('Sun')]
  const [rita, olga] = [await reviewerNamed(house, 'Rita'), await reviewerNamed(house, 'Olga')]
  const [first, second] = [await applies(house, moon), await applies(house, sun, { uid: '0010020030' })]
  return { moon, sun, rita, olga, first, second }
}

const takes = (person: Person, application: string) =>
  person.presses({ command: 'application-take', values: { application } })

/** The preview of an approval. */
async function meant(person: Person, application: string): Promise<Heard> {
  const panel = await takes(person, application)
  return person.presses(panel.press({ command: 'application-approve' }))
}

const sure = (person: Person, preview: Heard) => person.presses(preview.press({ act: 'confirm' }))

const openCareless = (engine: EngineForTests) => openHouse(engine, { programme: careless() })

describeStorage('of two applications with one UID', (engine) => {
  it('one is approved, and the other when its applicant has bound another one', async () => {
    const house = await openCareless(engine)
    const { sun, rita, olga, first, second } = await twins(house)
    await sure(rita, await meant(rita, first))
    expect(await stateOf(house, first)).toBe('approved')
    const preview = await meant(olga, second)
    const refused = await sure(olga, preview)
    expect(refused.refusal).toBe('application-uid-named')
    expect(refused.params('refusal-application-uid-named').other).toBe(first)
    expect(await stateOf(house, second)).toBe('in_review')
    await house.storage.write((work) => bindUid(work, sun.member, '777888'))
    await sure(
      olga,
      await olga.presses({ command: 'application-approve', values: await seen(house, second) }),
    )
    expect(await stateOf(house, second)).toBe('approved')
    const bound = await house.look((work) => work.db.select().from(work.t.exchangeUids))
    expect(bound.map(({ member, uid }) => [member, uid])).toEqual([[sun.member, '777888']])
  })

  it('one is approved when both are in the same moment', async () => {
    const house = await openCareless(engine)
    const { rita, olga, first, second } = await twins(house)
    const previews = [await meant(rita, first), await meant(olga, second)] as const
    const heard = await Promise.all([sure(rita, previews[0]), sure(olga, previews[1])])
    const states = [await stateOf(house, first), await stateOf(house, second)]
    expect(states.sort()).toEqual(['approved', 'in_review'])
    expect(heard.map(({ refusal }) => refusal).sort()).toEqual(['application-uid-named', undefined])
  })

  it('neither is approved while a third person has it bound, and staff who look read whose it is', async () => {
    const house = await openHouse(engine)
    const { moon, rita, first } = await twins(house)
    const eve = await house.person('Eve')
    await house.storage.write((work) => bindUid(work, eve.member, '10020030'))
    const panel = await takes(rita, first)
    expect(panel.words).toContain(`🔴 High: the same UID is bound to #${eve.member} here`)
    const preview = await rita.presses(panel.press({ command: 'application-approve' }))
    const refused = await sure(rita, preview)
    expect(refused.refusal).toBe('application-uid-bound')
    expect(refused.params('refusal-application-uid-bound').who).toBe(`#${eve.member}`)
    // What is bound is the truth: once it is the applicant's, nothing is against it.
    await house.storage.write(async (work) => {
      const by = rita.member
      const digestKey = new Uint8Array(32)
      await changeUid(work, { member: eve.member, uid: undefined, by, reason: 'a slip', digestKey })
      await bindUid(work, moon.member, '10020030')
    })
    const again = await rita.presses(panel.press({ command: 'application-approve' }))
    expect((await sure(rita, again)).keys).toEqual(['review-proposed'])
  })
})

async function seen(house: House, application: string): Promise<Record<string, string>> {
  const rows = await house.look((work) => work.db.select().from(work.t.applications))
  const row = rows.find(({ id }) => String(id) === application)
  return { application, version: String(row?.version ?? '') }
}

describeStorage('a UID', (engine) => {
  it('is the same with zeros before it, and bound once', async () => {
    const house = await openHouse(engine)
    const [moon, sun] = [await house.person('Moon'), await house.person('Sun')]
    const shown = await moon.inPrivate.types('/uid 0012345 0012345')
    expect((await moon.inPrivate.presses(shown.press({ act: 'confirm' }))).keys).toEqual(['uid-done'])
    for (const typed of ['12345', '0012345', '000012345'])
      expect((await sun.inPrivate.types(`/uid ${typed} ${typed}`)).refusal).toBe('uid-taken')
    const rows = await house.look((work) => work.db.select().from(work.t.exchangeUids))
    expect(rows.map(({ uid }) => uid)).toEqual(['12345'])
  })
})
