/** A talk that is proposed to an applicant: who invites, whether it suits, and another time. */
import { expect, it } from 'vitest'
import { isStale } from '../../../src/stale-news.js'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person, type PersonOptions } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { applies, movesOf, reviewerNamed, stateOf } from '../applications/kit.js'

const SLOT = 'Tuesday 18:00 UTC, here'
const WHEN = 'Not before Friday, 20:00 UTC'

interface Scene {
  house: House
  moon: Person
  rita: Person
  number: string
  open(person: Person): Promise<Heard>
}

/** Rita, who reviews, has invited Moon to a talk. */
async function invited(
  engine: EngineForTests,
  before?: (house: House) => Promise<void>,
  at: PersonOptions = {},
): Promise<Scene> {
  const house = await openHouse(engine)
  await before?.(house)
  const moon = await house.person('Moon', at)
  const rita = await reviewerNamed(house, 'Rita')
  const number = await applies(house, moon)
  const panel = await rita.types('/review')
  await rita.presses(panel.press({ command: 'application-invite' }))
  await rita.types(SLOT)
  const open = (person: Person) =>
    person.presses({ command: 'application-open', values: { application: number } })
  return { house, moon, rita, number, open }
}

async function lastTold(house: House, person: Person): Promise<Heard> {
  const last = (await house.told(person)).at(-1)
  if (!last) throw new Error(`${person.account.name} was told nothing`)
  return last
}

/** How often somebody was told something. */
async function timesTold(house: House, person: Person, key: string): Promise<number> {
  return (await house.told(person)).filter(({ keys }) => keys.includes(key)).length
}

async function managerNamed(house: House, name: string): Promise<Person> {
  const person = await house.person(name)
  await person.becomes('regional_manager')
  return person
}

describeStorage('an invitation to a talk', (engine) => {
  it('says by role who invites and who leads it, and names nobody', async () => {
    const { house, moon } = await invited(engine, async (house) => {
      await managerNamed(house, 'Rene')
    })
    const told = await lastTold(house, moon)
    expect(told.keys.slice(0, 6)).toEqual([
      ...['application-told-invited', 'status-sent', 'application-slot'],
      ...['talk-invited', 'talk-led', 'talk-asked'],
    ])
    expect(told.params('application-slot')).toEqual({ slot: { said: SLOT } })
    expect(told.words).toContain('A reviewer of the programme invites you.')
    expect(told.words).toContain('You will talk with a regional manager of the programme.')
    const status = await moon.inPrivate.types('/status')
    expect(status.keys.slice(1, 4)).toEqual(['application-slot', 'talk-invited', 'talk-led'])
    for (const { words } of [told, status]) expect(words).not.toMatch(/Rita|Rene/)
  })

  it('says so of one who leads it themself; without managers an admin leads it', async () => {
    const { house, moon, rita, number, open } = await invited(engine)
    const olga = await house.person('Olga')
    await olga.becomes('admin')
    expect((await moon.inPrivate.types('/status')).words).toContain('You will talk with an admin')
    await olga.presses((await open(olga)).press({ command: 'talk-again' }))
    await olga.types('Monday 9:00 UTC, a call')
    const told = await lastTold(house, moon)
    expect(told.keys[0]).toBe('talk-told-again')
    expect(told.params('talk-hosted')).toEqual({ role: 'admin' })
    // Whoever has invited anew is the one who does.
    await moon.inPrivate.presses(told.press({ command: 'talk-suits' }))
    expect(await timesTold(house, olga, 'talk-suits-told')).toBe(1)
    expect(await timesTold(house, rita, 'talk-suits-told')).toBe(0)
    expect((await open(rita)).offers({ command: 'talk-again' })).toBe(false)
    expect(await stateOf(house, number)).toBe('interview')
  })

  it('is answered that it suits: news for whoever invited and who leads it, and on the page', async () => {
    let rene: Person | undefined
    const { house, moon, rita, number, open } = await invited(engine, async (house) => {
      rene = await managerNamed(house, 'Rene')
    })
    const told = await lastTold(house, moon)
    const suits = told.press({ command: 'talk-suits' })
    expect((await moon.inPrivate.presses(suits)).keys).toContain('talk-own-suits')
    await moon.inPrivate.presses(suits)
    const status = await moon.inPrivate.types('/status')
    expect(status.labels[0]).toBe('🕑 It does not suit me')
    expect([status.offers({ command: 'talk-suits' }), status.offers({ command: 'talk-unsuited' })]).toEqual([
      false,
      true,
    ])
    for (const one of [rita, rene]) {
      if (!one) throw new Error('there is a manager')
      expect(await timesTold(house, one, 'talk-suits-told')).toBe(1)
      const news = await lastTold(house, one)
      expect(news.params('talk-suits-told')).toEqual({ number, name: 'Moon' })
      expect((await one.presses(news.press({ command: 'application-open' }))).keys).toContain(
        'talk-said-suits',
      )
    }
    expect((await open(rita)).offers({ command: 'application-met' })).toBe(false)
    const facts = await house.look((work) => work.db.select().from(work.t.facts))
    const said = facts.filter(({ kind }) => kind === 'application-talk-answered')
    expect(said.map(({ details }) => details)).toEqual(['{"suits":true}'])
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A12')
    expect(await house.audit()).toEqual([])
  })

  it('is answered that it does not, in words, and whoever invited invites anew', async () => {
    const { house, moon, rita, number, open } = await invited(engine)
    const told = await lastTold(house, moon)
    const asked = await moon.inPrivate.presses(told.press({ command: 'talk-unsuited' }))
    expect(asked.keys[0]).toBe('application-slot')
    expect(asked.awaits?.name).toBe('words')
    const said = await moon.inPrivate.types(WHEN)
    expect(said.params('talk-own-unsuited')).toEqual({ answer: { evidence: WHEN } })
    expect(said.labels.slice(0, 2)).toEqual(['✅ It suits me', '🕑 Say it differently'])
    const news = await lastTold(house, rita)
    expect(news.keys).toEqual(['talk-unsuited-told'])
    const page = await rita.presses(news.press({ command: 'application-open' }))
    expect(page.params('talk-said-unsuited')).toEqual({ answer: { evidence: WHEN } })
    expect(page.keys).not.toContain('application-answer-line')
    const anew = await rita.presses(page.press({ command: 'talk-again' }))
    expect(anew.keys.slice(0, 2)).toEqual(['application-slot', 'talk-said-unsuited'])
    expect((await rita.types('Friday 20:00 UTC, here')).keys).toEqual(['review-invited'])
    const again = await lastTold(house, moon)
    expect(again.keys.slice(0, 3)).toEqual(['talk-told-again', 'status-sent', 'application-slot'])
    expect(again.params('application-slot')).toEqual({ slot: { said: 'Friday 20:00 UTC, here' } })
    expect(again.keys).toContain('talk-asked')
    // What was proposed before is not answered any more, nor is it proposed anew from an older page.
    for (const old of [told.press({ command: 'talk-suits' }), told.press({ command: 'talk-unsuited' })])
      expect((await moon.inPrivate.presses(old)).refusal).toBe('application-talk-over')
    expect((await rita.presses(page.press({ command: 'talk-again' }))).refusal).toBe('application-talk-over')
    await moon.inPrivate.presses(again.press({ command: 'talk-suits' }))
    const whole = await open(rita)
    expect(whole.words.indexOf(WHEN)).toBeLessThan(whole.words.indexOf('Friday 20:00 UTC, here'))
    expect(whole.keys).toContain('talk-said-suits')
    expect(await movesOf(house, number)).toBe('A1 A2 A3 A4 A7 A12')
    expect(await house.audit()).toEqual([])
  })

  it('is answered on Discord by a form, and once in ten seconds', async () => {
    const { house, moon, rita } = await invited(engine, undefined, { platform: 'discord' })
    const told = await lastTold(house, moon)
    const asked = await moon.inPrivate.presses(told.press({ command: 'talk-unsuited' }))
    expect(asked.awaits?.name).toBe('words')
    const said = await moon.inPrivate.submits(asked.form.press, { words: WHEN })
    expect(said.params('talk-own-unsuited')).toEqual({ answer: { evidence: WHEN } })
    expect((await lastTold(house, rita)).keys).toEqual(['talk-unsuited-told'])
    const again = await moon.inPrivate.presses(told.press({ command: 'talk-unsuited' }))
    const soon = await moon.inPrivate.submits(again.form.press, { words: 'Or on Monday' })
    expect([soon.refusal, await timesTold(house, rita, 'talk-unsuited-told')]).toEqual(['cooldown', 1])
    house.world.passes(10_000)
    expect((await moon.inPrivate.presses(told.press({ command: 'talk-suits' }))).keys).toContain(
      'talk-own-suits',
    )
    expect(await house.audit()).toEqual([])
  })

  it('can be answered otherwise afterwards, and news of what was said before is not told', async () => {
    const { house, moon, rita, open } = await invited(engine)
    const told = await lastTold(house, moon)
    const suits = await moon.inPrivate.presses(told.press({ command: 'talk-suits' }))
    const first = await lastTold(house, rita)
    const stale = (heard: Heard) =>
      house.look((work) =>
        isStale(work, heard.view, { platform: 'telegram', account: rita.account.id, createdAt: work.now }),
      )
    expect(await stale(first)).toBe(false)
    const seen = await open(rita)
    await moon.inPrivate.presses(suits.press({ command: 'talk-unsuited' }))
    await moon.inPrivate.types(WHEN)
    const second = await lastTold(house, rita)
    expect([second.keys, await stale(first), await stale(second)]).toEqual([
      ['talk-unsuited-told'],
      true,
      false,
    ])
    // Nothing else is proposed by somebody who has not read what was answered meanwhile.
    expect((await rita.presses(seen.press({ command: 'talk-again' }))).refusal).toBe('application-talk-over')
    const preview = await moon.inPrivate.types('/status')
    const sure = await moon.inPrivate.presses(preview.press({ command: 'application-withdraw' }))
    await moon.inPrivate.presses(sure.press({ act: 'confirm' }))
    expect(await stale(second)).toBe(true)
    house.world.passes(10_000)
    expect((await moon.inPrivate.presses(told.press({ command: 'talk-suits' }))).refusal).toBe(
      'application-state',
    )
  })

  it('is answered by nobody else, and proposed anew by nobody who has no part in it', async () => {
    const { house, moon, rita, number } = await invited(engine)
    const talk = { application: number, talk: '1' }
    const eve = await house.person('Eve')
    for (const person of [eve, rita])
      expect((await person.inPrivate.presses({ command: 'talk-suits', values: talk })).refusal).toBe(
        'application-not-yours',
      )
    const again = { command: 'talk-again', values: { ...talk, said: '0', slot: 'Now, here' } }
    const rob = await reviewerNamed(house, 'Rob')
    expect((await rob.presses(again)).refusal).toBe('application-not-yours')
    expect((await moon.inPrivate.presses(again)).refusal).toBe('only-roles')
    await moon.becomes('reviewer')
    expect((await moon.inPrivate.presses(again)).refusal).toBe('application-own')
    expect((await rita.presses(again)).keys).toEqual(['review-invited'])
  })

  it('is for those who lead it where whoever invited may not review any more', async () => {
    const { house, moon, rita } = await invited(engine)
    const rene = await managerNamed(house, 'Rene')
    await rita.loses('reviewer')
    expect((await moon.inPrivate.types('/status')).keys).not.toContain('talk-invited')
    await moon.inPrivate.presses((await lastTold(house, moon)).press({ command: 'talk-suits' }))
    expect(await timesTold(house, rita, 'talk-suits-told')).toBe(0)
    expect(await timesTold(house, rene, 'talk-suits-told')).toBe(1)
  })
})
