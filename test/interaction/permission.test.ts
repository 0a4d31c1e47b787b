/** Who may do what where: asked at every call, at every press, at every step. */
import { expect, it } from 'vitest'
import { z } from 'zod'
import { command } from '../../src/interaction/command.js'
import { packPress } from '../../src/interaction/press.js'
import { text } from '../../src/kit/text.js'
import { openHouse } from '../kit/house.js'
import { describeStorage } from '../kit/storage.js'

/** Says hello, where it may be said. */
function hello(name: string, where: 'private' | 'group') {
  const args = z.object({})
  return command({ name, who: 'anyone', where, args, handle: async () => ({ text: [text('claims-none')] }) })
}

describeStorage('permission', (engine) => {
  it('of a place: typed, filled in, pressed and linked alike', async () => {
    const extra = [hello('inside', 'private'), hello('outside', 'group')]
    const house = await openHouse(engine, { extra })
    const mia = await house.person('Mia')
    expect((await mia.types('/outside')).keys).toEqual(['claims-none'])
    expect((await mia.inPrivate.types('/inside')).keys).toEqual(['claims-none'])
    const there = [mia.types('/inside'), mia.fills('inside', {}), mia.presses('1inside')]
    for (const heard of await Promise.all(there)) expect(heard.refusal).toBe('only-in-private')
    const here = [mia.inPrivate.types('/outside'), mia.inPrivate.presses('1outside')]
    for (const heard of await Promise.all(here)) expect(heard.refusal).toBe('only-in-group')
  })

  it('of a moderator is the word of the platform about this chat', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    expect((await mia.types('/freeze here stop')).refusal).toBe('only-moderators')
    mia.stands({ isAdmin: true })
    expect((await mia.types('/freeze here stop')).keys).toEqual(['freeze-stop-here'])
    const elsewhere = house.groupNamed('Elsewhere')
    expect((await mia.in(elsewhere).types('/freeze here stop')).refusal).toBe('only-moderators')
    expect((await mia.inPrivate.types('/freeze here stop')).refusal).toBe('only-moderators')
  })

  it('of a moderator ends with the platform’s word, and is the role’s everywhere', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    await mia.types('/freeze here stop')
    mia.stands({ isAdmin: false })
    expect((await mia.types('/freeze here lift')).refusal).toBe('only-moderators')
    await mia.becomes('risk_officer')
    expect((await mia.types('/freeze here lift')).keys).toEqual(['freeze-lift-here'])
    await mia.loses('risk_officer')
    expect((await mia.types('/freeze here stop')).refusal).toBe('only-moderators')
  })

  it('of a role is asked again at the press of a button that was got with it', async () => {
    const house = await openHouse(engine)
    const maker = await house.person('Maker')
    const checker = await house.person('Checker')
    await maker.becomes('finance_maker')
    await checker.becomes('finance_checker')
    await maker.types('/treasury deposit 100 me start')
    const list = await checker.inPrivate.types('/treasury list')
    const press = list.press({ command: 'treasury-approve' })
    await checker.loses('finance_checker')
    expect((await checker.inPrivate.presses(press)).refusal).toBe('only-roles')
    expect((await maker.inPrivate.presses(press)).refusal).toBe('only-roles')
    const stranger = await house.person('Stranger')
    expect((await stranger.presses(press)).refusal).toBe('only-roles')
    const [request] = await house.look((work) => work.db.select().from(work.t.treasuryRequests))
    expect(request?.state).toBe('asked')
  })

  it('is not asked of the platform where nothing hangs on it', async () => {
    const house = await openHouse(engine)
    const pavel = await house.rich('Pavel', '100')
    const dropped = await pavel.types('/redpacket 10 5')
    const packet = String(dropped.params('redpacket-dropped').packet)
    const mia = await house.person('Mia')
    await mia.presses(`1packet-claim:${packet}`)
    await mia.types('/wallet')
    expect(house.asked).toEqual([])
    await mia.types('/wallet group')
    expect(house.asked).toEqual([`${mia.account.id} in ${house.group.chat}`])
  })

  it('a choice is a choice in any spelling, also where the platform must be asked because of it', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    mia.stands({ isAdmin: true })
    expect((await mia.types('/wallet GROUP')).keys).toEqual(['wallet-group', 'wallet-empty'])
    expect((await mia.types('/wallet whose=Group')).keys).toEqual(['wallet-group', 'wallet-empty'])
  })

  it('of a moderator is not carried into another group by what the platform sent along', async () => {
    const house = await openHouse(engine)
    const ours = house.groupNamed('Ours', 'discord')
    const theirs = house.groupNamed('Theirs', 'discord')
    const eve = await house.person('Eve', { at: ours })
    eve.stands({ isAdmin: false }, ours)
    eve.stands({ isAdmin: true }, theirs)
    const standing = { membership: 'member' as const, isAdmin: true, roles: [] }
    const asked = await eve.in(ours).types('/language')
    const step = asked.press({ act: 'set', value: 'ru' })
    const fill = {
      ...step,
      values: { form: step.values.form ?? '', version: step.values.version ?? '', act: 'fill' },
    }
    const answers = { language: 'ru', whose: 'group' }
    const call = eve
      .in(theirs)
      .call({ kind: 'submitted', form: packPress(fill, house.catalogue.order), values: answers })
    expect((await house.hears({ ...call, standing })).refusal).toBe('only-moderators')
    const chats = await house.look((work) => work.db.select().from(work.t.chats))
    expect(chats.map(({ language }) => language)).toEqual(chats.map(() => null))
  })

  it('of a step counts for what that very step chooses', async () => {
    const house = await openHouse(engine)
    const mia = await house.rich('Mia', '10')
    const id = await house.chatId(house.group)
    await house.pays({ kind: 'chat', id }, '100')
    mia.stands({ isAdmin: true })
    const asked = await mia.types('/redpacket')
    const form = asked.form
    const preview = await mia.submits(form.press, { amount: '50', shares: '5' })
    expect(preview.refusal).toBe('ledger-insufficient')
    const more = await mia.presses(preview.press({ act: 'more' }))
    expect(more.refusal).toBe('ledger-insufficient')
    const from = await mia.presses(more.press({ act: 'ask', field: 'from' }))
    const chosen = await mia.presses(from.press({ act: 'set', value: 'group' }))
    expect(chosen.refusal).toBeUndefined()
    expect(chosen.keys).toContain('redpacket-source')
    const done = await mia.presses(chosen.press({ act: 'confirm' }))
    expect(done.keys).toEqual(['redpacket-dropped'])
  })

  it('/help lists what this person may do here', async () => {
    const house = await openHouse(engine)
    const mia = await house.person('Mia')
    const commands = async (voice = mia.types) =>
      (await voice('/help')).view.text.flatMap(({ key, params }) =>
        key === 'help-line' ? [Object(params?.command).said] : [],
      )
    const slashed = (names: string) => names.split(' ').map((name) => `/${name}`)
    const first = slashed('start help language wallet claims link_account')
    const alone = slashed('uid privacy')
    const drops = slashed('redpacket packets verify apply status')
    const partners = slashed('measure membership report')
    const partnersAlone = slashed('measure prove membership report')
    const texts = slashed('guidelines precheck faq guide contact disclaimer')
    expect(await commands()).toEqual([...first, ...drops, ...partners, ...texts])
    mia.stands({ isAdmin: true })
    expect(await commands()).toEqual([...first, ...drops, ...partners, ...texts, '/freeze'])
    const inPrivate = [...first, ...alone, ...drops, ...partnersAlone, ...texts]
    expect(await commands(mia.inPrivate.types)).toEqual(inPrivate)
    await mia.becomes('admin')
    const desk = slashed('review measure prove region funnel membership partner report case')
    const rest = slashed('treasury freeze role audit program person')
    const staff = [...first, ...alone, ...drops, ...desk, ...texts, ...rest]
    expect(await commands(mia.inPrivate.types)).toEqual(staff)
  })
})
