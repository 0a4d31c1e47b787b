/** The last word of the account that was shown a code: without it whoever reads a code becomes its owner. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { memberText } from '../../../src/core/facts/facts.js'
import { memberOf } from '../../../src/core/members/members.js'
import { rolesOf } from '../../../src/core/roles/roles.js'
import { must } from '../../../src/kit/refusal.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { has } from '../packets/kit.js'
import { codeOf, confirms, erased, lastWord, link, offer, pair } from './kit.js'

const MINUTE = 60_000
const DAY = 86_400_000

const behind = (house: House, { account }: Person) => house.look((work) => memberOf(work, account))

/** Facts of links: kind, who, about whom. */
async function facts(house: House) {
  const rows = await house.look((work) => work.db.select().from(work.t.facts))
  return rows
    .filter(({ kind }) => kind.startsWith('link-') || kind === 'people-joined')
    .map(({ kind, actor, subject }) => [kind, actor, subject])
}

const keysTold = async (house: House, person: Person) => (await house.told(person)).map(({ keys }) => keys[0])

describeStorage('a code in the hands of a thief', (engine) => {
  it('makes nobody an admin: the admin’s account is asked, and says no', async () => {
    const house = await openHouse(engine)
    const { tele: admin, disco: thief } = await pair(house, ['50', '0'])
    await admin.becomes('admin')
    const offered = await offer(admin, thief)
    const confirm = offered.press({ command: 'link-confirm' })
    expect((await thief.inPrivate.presses(confirm)).keys).toEqual(['link-waits', 'link-waits-how'])
    // Neither the thief nor the very same press again has the last word.
    expect((await thief.inPrivate.presses(lastWord(confirm))).refusal).toBe('link-code-gone')
    expect((await thief.inPrivate.presses(confirm)).keys).toEqual(['link-waits', 'link-waits-how'])
    expect([await behind(house, admin), await behind(house, thief)]).toEqual([admin.member, thief.member])
    expect(await house.look((work) => rolesOf(work, thief.member))).toEqual([])
    expect(await keysTold(house, admin)).toEqual(['link-ask'])
    const asked = must((await house.told(admin))[0], 'a question')
    expect(asked.words).toContain(`mia#1 (discord:${thief.account.id})`)
    expect(asked.keys).toContain('link-ask-final')
    const no = await admin.inPrivate.presses(asked.press({ command: 'link-decline' }))
    expect(no.keys).toEqual(['link-dropped', 'link-not-me-next'])
    expect(await keysTold(house, thief)).toEqual(['link-declined'])
    expect((await thief.inPrivate.presses(confirm)).refusal).toBe('link-code-spent')
    expect((await admin.inPrivate.presses(lastWord(confirm))).refusal).toBe('link-code-spent')
    expect(await facts(house)).toEqual([
      ['link-asked', memberText(thief.member), memberText(admin.member)],
      ['link-declined', memberText(admin.member), memberText(thief.member)],
    ])
    expect(await has(house, admin.owner)).toBe(50_000_000n)
    expect(await house.audit()).toEqual([])
  })

  it('is of no use to the other account of its owner either, which was not shown it', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    await link(tele, disco)
    house.world.passes(31 * DAY)
    const thief = await house.person('Thief')
    const word = await confirms(tele, thief)
    expect((await disco.inPrivate.presses(word)).refusal).toBe('link-code-gone')
    expect((await disco.inPrivate.presses({ ...word, command: 'link-decline' })).refusal).toBe(
      'link-code-gone',
    )
    expect((await tele.inPrivate.presses(word)).keys).toEqual(['link-done'])
  })

  it('that the thief was shown needs the yes of whoever types it', async () => {
    const house = await openHouse(engine)
    const { tele: thief, disco: admin } = await pair(house)
    await admin.becomes('admin')
    const confirm = (await offer(thief, admin)).press({ command: 'link-confirm' })
    expect((await thief.inPrivate.presses(lastWord(confirm))).refusal).toBe('link-code-gone')
    await admin.inPrivate.presses(confirm)
    // Even then the admin may think better of it, until the other has said yes.
    expect((await admin.inPrivate.presses({ ...confirm, command: 'link-drop' })).keys).toEqual([
      'link-dropped',
    ])
    expect((await thief.inPrivate.presses(lastWord(confirm))).refusal).toBe('link-code-spent')
    expect(await behind(house, admin)).toBe(admin.member)
    expect(await house.look((work) => rolesOf(work, thief.member))).toEqual([])
  })
})

describeStorage('the account that was shown a code', (engine) => {
  it('has no word any more where somebody new is behind it, and is given a code of its own', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const fresh = await house.person('Fresh')
    const word = await confirms(tele, disco)
    // As where staff take it off its person in the same moment in which it is given the code.
    await house.storage.write(({ db, t }) =>
      db.update(t.identities).set({ member: fresh.member }).where(eq(t.identities.account, tele.account.id)),
    )
    for (const press of [word, { ...word, command: 'link-decline' }])
      expect((await tele.inPrivate.presses(press)).refusal).toBe('link-code-gone')
    expect((await tele.inPrivate.types('/link_account')).keys[0]).toBe('link-code')
    expect(await behind(house, disco)).toBe(disco.member)
    expect((await facts(house)).map(([kind]) => kind)).toEqual(['link-asked'])
  })
})

describeStorage('a button of before that is pressed after the link', (engine) => {
  it('is told that the code was used, and not that nothing was changed', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const word = await confirms(tele, disco)
    expect((await tele.inPrivate.presses(word)).keys).toEqual(['link-done'])
    const late = { cancel: { ...word, command: 'link-drop' }, no: { ...word, command: 'link-decline' } }
    expect((await disco.inPrivate.presses(late.cancel)).refusal).toBe('link-code-used')
    expect((await tele.inPrivate.presses(late.no)).refusal).toBe('link-code-used')
    expect(await behind(house, disco)).toBe(tele.member)
    expect(await house.audit()).toEqual([])
  })
})

describeStorage('the question to the account that was shown a code', (engine) => {
  it('ends with the code: nothing happened, both are told once, and the record says so', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const word = await confirms(tele, disco)
    await house.beats()
    expect(await keysTold(house, disco)).toEqual([])
    house.world.passes(10 * MINUTE)
    expect((await tele.inPrivate.presses(word)).refusal).toBe('link-code-late')
    for (let times = 0; times < 2; times++) await house.beats()
    expect(await keysTold(house, tele)).toEqual(['link-ask', 'link-lapsed'])
    expect(await keysTold(house, disco)).toEqual(['link-lapsed'])
    expect((await tele.inPrivate.presses(word)).refusal).toBe('link-code-spent')
    expect(await behind(house, disco)).toBe(disco.member)
    expect(await facts(house)).toEqual([
      ['link-asked', memberText(disco.member), memberText(tele.member)],
      ['link-lapsed', 'system', memberText(tele.member)],
    ])
  })

  it('is asked again by /link_account there, and no other code is given meanwhile', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    await confirms(tele, disco)
    const again = await tele.inPrivate.types('/link_account')
    expect(again.keys[0]).toBe('link-ask')
    const done = await tele.inPrivate.presses(again.press({ command: 'link-accept' }))
    expect(done.keys).toEqual(['link-done'])
    await house.beats()
    expect(await keysTold(house, disco)).toEqual(['link-told'])
  })

  it('is what who typed the code waits for: another code is not given meanwhile, but after a cancel', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const word = await confirms(tele, disco)
    const again = await disco.inPrivate.types('/link_account')
    expect(again.keys).toEqual(['link-waits', 'link-waits-how'])
    expect(again.params('link-waits').name).toBe('Mia')
    expect((await tele.inPrivate.types('/link_account')).keys[0]).toBe('link-ask')
    await disco.inPrivate.presses(again.press({ command: 'link-drop' }))
    expect((await disco.inPrivate.types('/link_account')).keys[0]).toBe('link-code')
    expect((await tele.inPrivate.presses(word)).refusal).toBe('link-code-spent')
  })

  it('that who typed the code takes back is told as over, and the record says so', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const word = await confirms(tele, disco)
    for (let times = 0; times < 2; times++) {
      const drop = await disco.inPrivate.presses({ ...word, command: 'link-drop' })
      expect(drop.keys).toEqual(['link-dropped'])
      await house.beats()
    }
    expect(await keysTold(house, tele)).toEqual(['link-ask', 'link-over'])
    expect(await keysTold(house, disco)).toEqual([])
    expect((await tele.inPrivate.presses(word)).refusal).toBe('link-code-spent')
    expect(await facts(house)).toEqual([
      ['link-asked', memberText(disco.member), memberText(tele.member)],
      ['link-lapsed', memberText(disco.member), memberText(tele.member)],
    ])
  })

  it('is over when one of the two is erased: the other is told, and no account is kept', async () => {
    const house = await openHouse(engine)
    for (const isGiver of [true, false]) {
      const { tele, disco } = await pair(house)
      const word = await confirms(tele, disco)
      const [gone, left] = isGiver ? [tele, disco] : [disco, tele]
      expect((await erased(gone)).keys).toEqual(['privacy-erased'])
      expect(JSON.stringify((await house.dump()).linkCodes)).not.toContain(gone.account.id)
      expect((await tele.inPrivate.presses(word)).refusal).toBe('link-code-gone')
      for (let times = 0; times < 2; times++) await house.beats()
      expect((await keysTold(house, left)).at(-1)).toBe('link-over')
      expect(await keysTold(house, gone)).not.toContain('link-over')
      expect((await facts(house)).slice(-1)).toEqual([['link-lapsed', 'system', memberText(tele.member)]])
    }
    expect(await house.audit()).toEqual([])
  })

  it('that became needless by another link is told as over', async () => {
    const house = await openHouse(engine)
    const { tele, disco } = await pair(house)
    const third = await house.person('Third')
    const first = await confirms(third, disco)
    const code = await codeOf(tele)
    const second = (await disco.inPrivate.types(`/link_account ${code}`)).press({ command: 'link-confirm' })
    await disco.inPrivate.presses(second)
    expect((await tele.inPrivate.presses(lastWord(second))).keys).toEqual(['link-done'])
    expect((await third.inPrivate.presses(first)).refusal).toBe('link-code-spent')
    await house.beats()
    expect(await keysTold(house, third)).toEqual(['link-ask', 'link-over'])
    expect(await house.audit()).toEqual([])
  })
})
