/** Whoever staff were shown is who it is done to, whoever is called so at the yes. */
import { expect, it } from 'vitest'
import { partAccount } from '../../../src/core/members/members.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { DAY_MS, staffNamed, THINKING_MS } from '../cases/kit.js'
import { link, pair } from '../linking/kit.js'

/** A person is heard under another name. */
async function renames(house: House, { account, inPrivate }: Person, name: string): Promise<void> {
  house.world.passes(THINKING_MS)
  const call = inPrivate.call({ kind: 'typed', command: 'help', words: '' })
  await house.hears({ ...call, actor: { ...account, name } })
  house.world.passes(THINKING_MS)
}

/** One person gives their name up, and another takes it. */
async function swap(house: House, from: Person, to: Person): Promise<void> {
  await renames(house, from, 'Mia Rose')
  await renames(house, to, from.account.name)
}

describeStorage('a person who was shown', (engine) => {
  it('gets the role that was shown for them, and nobody who took their name', async () => {
    const house = await openHouse(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const [mia, mal] = [await house.person('Mia'), await house.person('Mal')]
    const grant = { action: 'grant', person: 'Mia', role: 'finance_checker', reason: 'for the treasury' }
    const shown = await root.fills('role', grant)
    expect(shown.words).toContain(`Make Mia (#${mia.member}) finance checker`)
    await swap(house, mia, mal)
    const done = await root.presses(shown.press({ act: 'confirm' }))
    expect(done.words).toContain(`Mia Rose (#${mia.member}) is finance checker now`)
    const held = await house.look((work) => work.db.select().from(work.t.roleGrants))
    const checkers = held.filter(({ role }) => role === 'finance_checker').map(({ member }) => member)
    expect(checkers).toEqual([mia.member])
    house.world.passes(THINKING_MS)
    const revoke = { action: 'revoke', person: 'Mia Rose', role: 'finance_checker', reason: 'no more' }
    const second = await root.fills('role', revoke)
    expect(second.words).toContain(`from Mia Rose (#${mia.member})`)
    await renames(house, mia, 'Rose')
    expect((await root.presses(second.press({ act: 'confirm' }))).keys[0]).toBe('role-done-revoke')
  })

  it('stays who it is while the preview is shown again', async () => {
    const house = await openHouse(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const [mia, mal] = [await house.person('Mia'), await house.person('Mal')]
    const grant = { action: 'grant', person: 'Mia', role: 'auditor', reason: 'looks on' }
    const { command, values } = (await root.fills('role', grant)).press({ act: 'confirm' })
    await swap(house, mia, mal)
    const again = await root.presses({ command, values: { ...values, version: '1' } })
    expect(again.refusal).toBe('form-moved-on')
    expect(again.words).toContain(`Make Mia Rose (#${mia.member}) auditor`)
  })

  it('gets the UID', async () => {
    const house = await openHouse(engine)
    const root = await staffNamed(house, 'Root', 'admin')
    const [mia, mal] = [await house.person('Mia'), await house.person('Mal')]
    const shown = await root.inPrivate.fills('person', {
      ...{ action: 'uid', person: 'Mia', uid: '5551234', reason: 'as she asked' },
    })
    expect(shown.words).toContain(`UID of Mia (#${mia.member})`)
    await swap(house, mia, mal)
    const done = await root.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.words).toContain(`UID of Mia Rose (#${mia.member})`)
    const rows = await house.look((work) => work.db.select().from(work.t.exchangeUids))
    expect(rows.map(({ member }) => member)).toEqual([mia.member])
  })

  it('loses the account, and nobody whose it has become', async () => {
    const house = await openHouse(engine)
    const first = await house.person('First')
    const root = await staffNamed(house, 'Root', 'admin')
    const { tele, disco } = await pair(house)
    await link(tele, disco)
    house.world.passes(31 * DAY_MS)
    const account = `discord:${disco.account.id}`
    const shown = await root.inPrivate.types(`/person part ${account} it is his sister’s`)
    expect(shown.words).toContain(`Take ${account} off Mia (#${tele.member})?`)
    await link(first, tele)
    const again = await root.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(again.refusal).toBe('preview-overtaken')
    expect(again.words).toContain(`(#${first.member})?`)
    const done = await root.inPrivate.presses(again.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['person-parted'])
  })

  it('is whose wallet the treasury is asked for, whosever the account is by then', async () => {
    const house = await openHouse(engine)
    const maker = await staffNamed(house, 'Maker', 'finance_maker')
    const { tele, disco } = await pair(house)
    await link(tele, disco)
    await maker.types(`/treasury deposit 100 person discord:${disco.account.id}`)
    const shown = await maker.types('prize of the week')
    expect(shown.keys).toContain('treasury-deposit')
    await house.storage.write((work) => partAccount(work, disco.account))
    house.world.passes(THINKING_MS)
    expect((await maker.presses(shown.press({ act: 'confirm' }))).keys).toEqual(['treasury-asked'])
    const [request] = await house.look((work) => work.db.select().from(work.t.treasuryRequests))
    expect(request?.owner).toBe(`member:${tele.member}:available`)
  })
})
