/** The exchange UID: typed twice, one a person, changed by staff alone; and what else staff do. */
import { expect, it } from 'vitest'
import { memberText } from '../../../src/core/facts/facts.js'
import { memberOf } from '../../../src/core/members/members.js'
import { uidOf } from '../../../src/core/uids/uids.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, drop, factKinds } from '../packets/kit.js'
import { link, offer, pair } from './kit.js'

const DAY = 86_400_000

describeStorage('/uid', (engine) => {
  it('is asked twice, shown masked, and is never in the record', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    expect((await mia.inPrivate.types('/uid')).keys[0]).toBe('argument-uid-uid.ask')
    expect((await mia.inPrivate.types('9876543')).keys[0]).toBe('argument-uid-again.ask')
    const shown = await mia.inPrivate.types('9876543')
    expect(shown.params('uid-preview').uid).toBe('•••••43')
    expect(await house.look((work) => uidOf(work, mia.member))).toBeUndefined()
    const done = await mia.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['uid-done'])
    expect(await house.look((work) => uidOf(work, mia.member))).toBe('9876543')
    expect((await mia.inPrivate.types('/uid')).params('uid-is').uid).toBe('•••••43')
    const { facts } = await house.dump()
    expect(facts).toHaveLength(1)
    expect(JSON.stringify(facts)).not.toContain('9876543')
  })

  it('is refused where it differs, is somebody else’s, is bound, or is no number', async () => {
    const house = await openHouse(engine)
    const [mia, ben] = [await house.person('Mia'), await house.person('Ben')]
    expect((await mia.inPrivate.types('/uid 9876543 9876544')).refusal).toBe('uid-differs')
    const first = await mia.inPrivate.types('/uid 9876543 9876543')
    const second = await ben.inPrivate.types('/uid 9876543 9876543')
    await mia.inPrivate.presses(first.press({ act: 'confirm' }))
    const late = await ben.inPrivate.presses(second.press({ act: 'confirm' }))
    expect(late.refusal).toBe('uid-taken')
    expect((await mia.inPrivate.types('/uid 1234567 1234567')).refusal).toBe('uid-bound')
    expect((await ben.inPrivate.types('/uid 123')).refusal).toBe('digits-malformed')
    expect((await ben.types('/uid 9876543 9876543')).refusal).toBe('only-in-private')
    expect(await house.look((work) => uidOf(work, ben.member))).toBeUndefined()
  })

  it('is the person’s after a link', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const shown = await disco.inPrivate.types('/uid 9876543 9876543')
    await disco.inPrivate.presses(shown.press({ act: 'confirm' }))
    await link(tele, disco)
    expect(await house.look((work) => uidOf(work, tele.member))).toBe('9876543')
    expect((await tele.inPrivate.types('/uid')).keys[0]).toBe('uid-is')
  })
})

describeStorage('/person', (engine) => {
  it('is for those who keep people, and changes a UID with a reason and a record', async () => {
    const house = await openHouse(engine)
    const [ada, mia] = [await house.person('Ada'), await house.person('Mia')]
    expect((await mia.inPrivate.types(`/person show #${ada.member}`)).refusal).toBe('only-roles')
    await ada.becomes('admin')
    const line = `/person uid #${mia.member} 5551234`
    expect((await ada.inPrivate.types(line)).keys[0]).toBe('argument-person-reason.ask')
    const shown = await ada.inPrivate.types(`${line} the old one was a slip`)
    expect(shown.params('person-uid-preview').after).toBe('•••••34')
    await ada.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(await house.look((work) => uidOf(work, mia.member))).toBe('5551234')
    expect(await factKinds(house, memberText(mia.member))).toEqual(['uid-changed'])
    const own = await ada.inPrivate.types(`/person uid #${ada.member} 5551235 because`)
    expect((await ada.inPrivate.presses(own.press({ act: 'confirm' }))).refusal).toBe('uid-own')
    const none = await ada.inPrivate.types(`/person uid #${mia.member} none asked for it`)
    await ada.inPrivate.presses(none.press({ act: 'confirm' }))
    expect(await house.look((work) => uidOf(work, mia.member))).toBeUndefined()
    const seen = await ada.inPrivate.types(`/person show #${mia.member}`)
    expect(seen.keys).toEqual(['person-title', 'person-account', 'person-uid', 'person-roles'])
  })

  it('takes an account off a person: it is somebody new with nothing, and neither links for a while', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house, ['5', '0'])
    const ada = await house.person('Ada')
    await ada.becomes('admin')
    const account = `discord:${disco.account.id}`
    expect((await ada.inPrivate.types(`/person part ${account} why not`)).refusal).toBe('part-last')
    await link(tele, disco)
    const giver = await house.rich('Giver', '20')
    const packet = await drop(giver, '10 5')
    expect((await tele.presses(claim(packet))).keys).toEqual(['claim-paid'])
    const early = await ada.inPrivate.types(`/person part ${account} it is his sister’s`)
    expect(early.refusal).toBe('part-packets')
    expect(early.words).toContain('/freeze')
    expect((await disco.in(house.group).presses(claim(packet))).refusal).toBe('claimed-already')
    house.world.passes(25 * 3_600_000)
    await house.beats()
    expect((await ada.inPrivate.types(`/person part #${tele.member} x`)).refusal).toBe('person-malformed')
    const shown = await ada.inPrivate.types(`/person part ${account} it is his sister’s`)
    const done = await ada.inPrivate.presses(shown.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['person-parted'])
    const fresh = await house.look((work) => memberOf(work, disco.account))
    expect([tele.member, disco.member]).not.toContain(fresh)
    expect((await disco.inPrivate.types('/wallet')).keys).toContain('wallet-empty')
    const next = await drop(giver, '5 5')
    expect((await disco.in(house.group).presses(claim(next))).keys).toEqual(['claim-paid'])
    expect((await disco.inPrivate.types('/link_account')).refusal).toBe('link-pause')
    house.world.passes(31 * DAY)
    expect((await offer(tele, disco)).keys[0]).toBe('link-offer')
    expect(await house.audit()).toEqual([])
  })
})
