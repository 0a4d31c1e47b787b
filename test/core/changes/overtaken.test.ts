/** What staff were shown of a change is what is done, or it is shown to them again. */
import { expect, it } from 'vitest'
import type { Heard } from '../../kit/heard.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import { type Partner, partnerNamed, staffNamed, THINKING_MS } from '../cases/kit.js'

const NOTE = 'Agreed in the spring talk.'

async function scene(engine: EngineForTests) {
  const house = await openHouse(engine)
  const ana = await partnerNamed(house, 'Ana')
  const one = await staffNamed(house, 'One', 'admin')
  const two = await staffNamed(house, 'Two', 'admin')
  return { house, ana, one, two }
}

/** The preview of a change, up to its button. */
async function shownTo(house: House, staff: Person, { id }: Partner, what: 'tier' | 'region', to: string) {
  house.world.passes(THINKING_MS)
  const asked = await staff.presses({ command: `partner-${what}`, values: { partner: String(id) } })
  house.world.passes(THINKING_MS)
  await staff.presses(asked.press({ act: 'set', field: what, value: to }))
  house.world.passes(THINKING_MS)
  return staff.types(NOTE)
}

const changes = (house: House) =>
  house.look(async (work) => {
    const rows = await work.db.select().from(work.t.partnerChanges)
    return rows
      .sort((a, b) => a.id - b.id)
      .map(({ by, was, becomes, state }) => `${by}: ${was} → ${becomes}, ${state}`)
  })

const confirms = async (house: House, staff: Person, shown: Heard) => {
  house.world.passes(THINKING_MS)
  return staff.presses(shown.press({ act: 'confirm' }))
}

describeStorage('a change that was shown', (engine) => {
  it('as a raise does not become a demotion when the partner was raised higher meanwhile', async () => {
    const { house, ana, one, two } = await scene(engine)
    const three = await staffNamed(house, 'Three', 'admin')
    const shown = await shownTo(house, one, ana, 'tier', 'growth')
    expect(shown.keys[0]).toBe('change-preview-done')
    await confirms(house, two, await shownTo(house, two, ana, 'tier', 'ambassador'))
    const agreed = await three.presses({ command: 'change-agree', values: { change: '1' } })
    expect((await confirms(house, three, agreed)).keys[0]).toBe('change-now-done')
    const done = [`${two.member}: starter → ambassador, done`]
    expect(await changes(house)).toEqual(done)
    const before = (await house.told(ana.person)).length
    const again = await confirms(house, one, shown)
    expect(again.refusal).toBe('preview-overtaken')
    expect(again.keys).toContain('change-preview-pending')
    expect(again.words).toContain('Tier: Ambassador → Growth')
    expect(await changes(house)).toEqual(done)
    expect(await house.told(ana.person)).toHaveLength(before)
    const stale = await confirms(house, one, shown)
    expect(stale.refusal).toBe('form-moved-on')
    expect((await confirms(house, one, stale)).keys[0]).toBe('change-now-pending')
    expect(await changes(house)).toEqual([...done, `${one.member}: ambassador → growth, pending`])
    expect(await house.audit()).toEqual([])
  })

  it('from one region is not made from another', async () => {
    const { house, ana, one, two } = await scene(engine)
    const shown = await shownTo(house, one, ana, 'region', 'mena')
    expect(shown.words).toContain('Region: Latin America → Middle East and North Africa')
    const other = await shownTo(house, two, ana, 'region', 'europe')
    expect((await confirms(house, two, other)).keys[0]).toBe('change-now-done')
    const done = [`${two.member}: latam → europe, done`]
    const again = await confirms(house, one, shown)
    expect(again.refusal).toBe('preview-overtaken')
    expect(again.words).toContain('Region: Europe → Middle East and North Africa')
    expect(await changes(house)).toEqual(done)
    expect((await confirms(house, one, again)).keys[0]).toBe('change-now-done')
    expect(await changes(house)).toEqual([...done, `${one.member}: europe → mena, done`])
    expect(await house.audit()).toEqual([])
  })

  it('of two at once, each from the same region, is made once', async () => {
    const { house, ana, one, two } = await scene(engine)
    const shown = [
      [one, await shownTo(house, one, ana, 'region', 'mena')],
      [two, await shownTo(house, two, ana, 'region', 'europe')],
    ] as const
    house.world.passes(THINKING_MS)
    const heard = await Promise.all(
      shown.map(([staff, view]) => staff.presses(view.press({ act: 'confirm' }))),
    )
    expect(heard.filter(({ refusal }) => refusal === 'preview-overtaken')).toHaveLength(1)
    expect(await changes(house)).toHaveLength(1)
  })
})
