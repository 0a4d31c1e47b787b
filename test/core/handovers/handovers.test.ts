/** Handing an application over, and one action for several. */
import { expect, it } from 'vitest'
import { identifier } from '../../../src/programme/words.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { applies, reviewerNamed, stateOf } from '../applications/kit.js'
import { staffNamed } from '../cases/kit.js'

describeStorage('handing over', (engine) => {
  it('gives an application to another reviewer of its region, by name or button, and to nobody else', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const rob = await reviewerNamed(house, 'Robert')
    const eve = await house.person('Eve')
    await eve.becomes('reviewer', 'europe')
    const moon = await house.person('Moon')
    const number = await applies(house, moon)
    const panel = await rita.types('/review')
    const asked = await rita.presses(panel.press({ command: 'application-hand' }))
    expect(asked.labels).toContain('Robert')
    expect(asked.labels).not.toContain('Eve')
    const values = { application: number }
    const hand = (to: string) => rita.presses({ command: 'application-hand', values: { ...values, to } })
    expect((await hand('Eve')).refusal).toBe('hand-nobody')
    expect((await hand(`#${eve.member}`)).refusal).toBe('application-hand-unfit')
    expect((await hand(`#${moon.member}`)).refusal).toBe('application-hand-unfit')
    expect((await hand(`#${rita.member}`)).refusal).toBe('application-hand-unfit')
    const done = await hand('rob')
    expect(done.params('review-handed')).toEqual({ number, name: 'Robert' })
    // Telegram carries nothing to somebody who never began a private chat.
    expect(done.keys).toEqual(['review-handed', 'told-later'])
    expect((await hand('rob')).refusal).toBe('hand-nobody')
    expect((await hand(`#${rob.member}`)).refusal).toBe('application-held')
    const old = panel.press({ command: 'application-approve' })
    expect((await rita.presses(old)).refusal).toBe('application-held')
    const told = (await house.told(rob)).at(-1)
    expect(told?.keys).toEqual(['hand-told'])
    const taken = await rob.types('/review')
    const preview = await rob.presses(taken.press({ command: 'application-approve' }))
    await rob.presses(preview.press({ act: 'confirm' }))
    expect(await stateOf(house, number)).toBe('approved')
    await rob.inPrivate.types('/start')
    await applies(house, await house.person('Sun'))
    const next = await rita.types('/review')
    const again = await rita.presses(next.press({ command: 'application-hand' }))
    const heard = await rita.presses(again.press({ act: 'set', field: 'to', value: `#${rob.member}` }))
    expect(heard.keys).toEqual(['review-handed', 'told-now'])
    expect(await house.audit()).toEqual([])
  })

  it('that was refused is not done by a word about something else', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const eve = await house.person('Eve')
    await eve.becomes('reviewer', 'europe')
    const number = await applies(house, await house.person('Moon'))
    const panel = await rita.inPrivate.types('/review')
    const asked = await rita.inPrivate.presses(panel.press({ command: 'application-hand' }))
    expect(asked.keys).not.toContain('review-handed')
    const set = { form: '', act: 'set', field: 'to', value: `#${eve.member}` }
    const form = (await house.look((work) => work.db.select().from(work.t.forms)))[0]
    const values = { ...set, form: String(form?.id), version: String(form?.version) }
    const refused = await rita.inPrivate.presses({ command: 'form', values })
    expect(refused.refusal).toBe('application-hand-unfit')
    await eve.becomes('reviewer')
    house.world.passes(10_000)
    expect((await rita.inPrivate.types('ok thanks')).refusal).toBe('press-instead')
    const [row] = await house.look((work) => work.db.select().from(work.t.applications))
    expect([String(row?.id), row?.reviewer]).toEqual([number, rita.member])
  })

  it('is refused when the time is over', async () => {
    const house = await openHouse(engine)
    const rita = await reviewerNamed(house, 'Rita')
    const rob = await reviewerNamed(house, 'Robert')
    const number = await applies(house, await house.person('Moon'))
    await rita.types('/review')
    house.world.passes(31 * 60_000)
    const values = { application: number, to: `#${rob.member}` }
    expect((await rita.presses({ command: 'application-hand', values })).refusal).toBe(
      'application-lease-over',
    )
  })
})

describeStorage('/review bulk', (engine) => {
  it('rejects several for one reason, each as one press would, with a line for each', async () => {
    const house = await openHouse(engine)
    const ada = await staffNamed(house, 'Ada', 'admin')
    const rita = await reviewerNamed(house, 'Rita')
    const people = [await house.person('Moon'), await house.person('Sun'), await house.person('Mars')]
    const numbers: string[] = []
    for (const person of people) numbers.push(await applies(house, person))
    const [first = '', second = '', third = ''] = numbers
    await rita.presses({ command: 'application-take', values: { application: second } })
    const begun = await ada.types('/review bulk')
    const way = begun.press({ command: 'review-bulk', what: 'incomplete' })
    const asked = await ada.presses(way)
    expect(asked.awaits?.name).toBe('numbers')
    const wrong = await ada.types('12, many')
    expect([wrong.refusal, wrong.awaits?.name]).toEqual(['bulk-numbers', 'numbers'])
    const preview = await ada.types(`${first}, ${second} ${third}, 999, ${first}`)
    expect(preview.words).toContain(
      [
        '4 applications',
        `• ${first}: Moon, waiting for a reviewer`,
        `• ${second}: Sun, with a reviewer`,
        `• ${third}: Mars, waiting for a reviewer`,
        '⚠️ 999: There is no application 999.',
      ].join('\n'),
    )
    const done = await ada.presses(preview.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['bulk-done', 'bulk-rejected', 'bulk-refused', 'bulk-rejected', 'bulk-refused'])
    expect(done.words).toContain(`${second}: Application ${second} is in the hands of Rita.`)
    expect(done.words).toContain('999: There is no application 999.')
    expect([await stateOf(house, first), await stateOf(house, second)]).toEqual(['rejected', 'in_review'])
    expect((await house.told(people[2] ?? ada)).at(-1)?.keys).toContain('reason-incomplete')
    expect((await rita.presses(way)).refusal).toBe('only-roles')
    // What others have is given back, by an admin.
    // No name that a reason of the programme could have.
    expect(identifier.safeParse('give_back').success).toBe(false)
    const release = { numbers: second, what: 'give_back' }
    const sure = await ada.presses({ command: 'review-bulk', values: release })
    expect((await ada.presses(sure.press({ act: 'confirm' }))).keys).toEqual(['bulk-done', 'bulk-released'])
    expect(await stateOf(house, second)).toBe('queued')
    expect(await house.audit()).toEqual([])
  })
})
