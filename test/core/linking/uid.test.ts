/** The exchange UID: typed twice, one a person, changed by staff alone; and what else staff do. */
import { expect, it } from 'vitest'
import { memberText } from '../../../src/core/facts/facts.js'
import { brakesJob } from '../../../src/core/linking/linking.js'
import { memberOf } from '../../../src/core/members/members.js'
import { ownersOf, uidOf } from '../../../src/core/uids/uids.js'
import { openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { claim, drop, factKinds } from '../packets/kit.js'
import { erased, link, offer, pair } from './kit.js'

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

describeStorage('a UID that was bound', (engine) => {
  it('outlives an erasure: nobody binds another by coming back, and staff alone let them', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const ada = await house.person('Ada')
    await ada.becomes('admin')
    const shown = await tele.inPrivate.types('/uid 700009 700009')
    await tele.inPrivate.presses(shown.press({ act: 'confirm' }))
    await link(tele, disco)
    expect((await erased(tele)).keys).toEqual(['privacy-erased'])
    const kept = JSON.stringify(await house.dump('calls', 'outbox'))
    for (const trace of ['700009', tele.account.id, disco.account.id]) expect(kept).not.toContain(trace)
    for (const one of [tele, disco]) {
      expect((await one.inPrivate.types('/uid')).refusal).toBe('uid-sealed')
      expect((await one.inPrivate.types('/uid 700010 700010')).refusal).toBe('uid-sealed')
      expect((await one.inPrivate.types('/uid 700009 700009')).refusal).toBe('uid-sealed')
    }
    // Nor by being erased once more, nor after however long.
    expect((await erased(tele)).keys).toEqual(['privacy-erased'])
    house.world.passes(400 * DAY)
    await house.storage.write((work) => brakesJob.run(work, { name: 'today', dueAt: work.now }))
    expect((await tele.inPrivate.types('/uid 700010 700010')).refusal).toBe('uid-sealed')
    // It is nobody's meanwhile: whose it is may bind it.
    const mia = await house.person('Mia')
    const own = await mia.inPrivate.types('/uid 700009 700009')
    expect((await mia.inPrivate.presses(own.press({ act: 'confirm' }))).keys).toEqual(['uid-done'])
    const fresh = async (one: Person) => house.look((work) => memberOf(work, one.account))
    const none = await ada.inPrivate.types(`/person uid #${await fresh(tele)} none they asked for it`)
    await ada.inPrivate.presses(none.press({ act: 'confirm' }))
    const again = await tele.inPrivate.types('/uid 700010 700010')
    expect((await tele.inPrivate.presses(again.press({ act: 'confirm' }))).keys).toEqual(['uid-done'])
    const set = await ada.inPrivate.types(`/person uid #${await fresh(disco)} 700011 they asked for it`)
    await ada.inPrivate.presses(set.press({ act: 'confirm' }))
    expect((await disco.inPrivate.types('/uid')).params('uid-is').uid).toBe('••••11')
    expect(await house.audit()).toEqual([])
  })

  it('is nobody else’s with zeros before it or without, also where old rows have both', async () => {
    const house = await openHouse(engine)
    const [ben, eve, mia] = [await house.person('Ben'), await house.person('Eve'), await house.person('Mia')]
    const ada = await house.person('Ada')
    await ada.becomes('admin')
    await house.storage.write(({ db, t, now: at }) =>
      db.insert(t.exchangeUids).values([
        { member: eve.member, uid: '7777', at, by: memberText(eve.member) },
        { member: ben.member, uid: '007777', at, by: memberText(ben.member) },
      ]),
    )
    for (const spelt of ['7777', '07777', '007777', '0007777'])
      expect(await house.look((work) => ownersOf(work, spelt))).toEqual([ben.member, eve.member])
    expect(await house.look((work) => ownersOf(work, '70777'))).toEqual([])
    expect((await mia.inPrivate.types('/uid 0007777 0007777')).refusal).toBe('uid-taken')
    // Each of the two has what the other has: staff settle it.
    const line = `/person uid #${ben.member} 7777 a slip`
    expect((await ada.inPrivate.types(line)).refusal).toBe('uid-taken')
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
    expect(own.refusal).toBe('uid-own')
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
