/** Partners are invited to their private group, one link a person, and shown out of it when they leave. */
import { expect, it } from 'vitest'
import { memberText, record } from '../../../src/core/facts/facts.js'
import { hearArrival } from '../../../src/core/groups/cards.js'
import { joinPeople } from '../../../src/core/linking/joining.js'
import { moveChat } from '../../../src/core/members/members.js'
import type { Place } from '../../../src/interaction/call.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { parseProgramme } from '../../../src/programme/programme.js'
import { describeStorage } from '../../kit/storage.js'
import { HOUR_MS, lastTold, partnerNamed, stateOf, THINKING_MS } from '../cases/kit.js'
import {
  arrives,
  asks,
  CHANNEL,
  carried,
  facts,
  GROUP,
  invites,
  kinds,
  leaves,
  linkOf,
  linksIn,
  membership,
  namesGroup,
  OUTSIDE,
  open,
  openWithPartner,
  stays,
} from './kit.js'

describeStorage('the group of partners', (engine) => {
  it('is named by whoever has read what that means, and how many there are no partners', async () => {
    const { house, root } = await open(engine)
    const ana = await partnerNamed(house, 'Ana')
    await ana.person.in(GROUP).types('/help')
    await (await house.person('Kofi')).in(GROUP).types('/help')
    const asked = await root.in(GROUP).types('/desk here partners')
    expect(asked.keys).toEqual(['desk-partners-preview', 'desk-partners-outsiders'])
    expect(asked.params('desk-partners-outsiders')).toEqual({ count: 1 })
    await house.beats()
    expect(await carried(house)).toEqual([])
  })

  it('invites once somebody is approved: one link, told to them alone', async () => {
    const { house, root } = await open(engine)
    const named = await namesGroup(root.in(GROUP))
    expect(named.keys).toEqual(['desk-named-partners', 'desk-partners-rights-telegram'])
    const ana = await partnerNamed(house, 'Ana', { onboarding: true })
    await house.beats()
    const [deed, ...more] = await carried(house)
    expect(deed).toMatchObject({ do: 'invite', platform: 'telegram', chat: GROUP.chat })
    expect(deed?.do === 'invite' && deed.until - house.world.now()).toBe(72 * HOUR_MS)
    expect(more).toEqual([])
    const told = await lastTold(house, ana.person)
    expect(told.keys).toEqual(['group-invited'])
    expect(linksIn(told)).toEqual([linkOf(1)])
    await house.beats()
    expect(await carried(house)).toEqual([])
    expect(await invites(house)).toEqual(['telegram open'])
    expect(await facts(house)).toEqual(['partner-invited'])
  })

  it('shows the link in private only, and no other while it lives', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const page = await membership(house, ana)
    expect(linksIn(page)).toEqual([linkOf(1)])
    expect(page.keys).toContain('membership-next-group')
    const open = await membership(house, ana, ana.person)
    expect(linksIn(open)).toEqual([])
    expect(open.offers({ command: 'membership-group' })).toBe(false)
  })

  it('makes a new one on asking once the old one is over, and not before', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    house.world.passes(73 * HOUR_MS)
    await house.beats()
    expect(await carried(house)).toEqual([])
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
    expect(await invites(house)).toEqual(['telegram ended', 'telegram asked'])
    house.world.passes(THINKING_MS)
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
    expect(kinds(await carried(house))).toEqual(['invite'])
    expect(linksIn(await membership(house, ana))).toEqual([linkOf(2)])
  })

  it('ticks who came by the link and who said something, and both once', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await arrives(house, { account, link: linkOf(1) })
    expect(await invites(house)).toEqual(['telegram used'])
    // Telegram counts who is in by it now: once they go it would let another in.
    expect(await carried(house)).toEqual([
      { do: 'revoke', platform: 'telegram', chat: GROUP.chat, invite: 1, link: linkOf(1) },
    ])
    expect(await invites(house)).toEqual(['telegram used'])
    const page = await membership(house, ana)
    expect(page.keys).toContain('membership-next-introduce')
    expect(page.offers({ command: 'membership-introduced' })).toBe(true)
    expect(linksIn(page)).toEqual([])
    await arrives(house, { account, what: 'wrote' })
    const after = await membership(house, ana)
    expect(after.keys).not.toContain('membership-checklist')
    expect(await facts(house)).toEqual(['partner-invited', 'partner-joined'])
    expect(await house.audit()).toEqual([])
  })

  it('of somebody who was let in by hand takes the link back', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: ana.person.account.id })
    expect(await carried(house)).toEqual([
      { do: 'revoke', platform: 'telegram', chat: GROUP.chat, invite: 1, link: linkOf(1) },
    ])
    expect(await invites(house)).toEqual(['telegram ended'])
  })

  it('tells staff of a stranger who used a link, and gives no other for a while', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: '666', link: linkOf(1) })
    expect((await lastTold(house, root)).keys).toEqual(['group-stranger'])
    expect(await invites(house)).toEqual(['telegram used'])
    const refused = await asks(house, ana)
    expect(refused.refusal).toBe('group-used')
    house.world.passes(73 * HOUR_MS)
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
    expect(await facts(house)).toEqual(['partner-invited', 'partner-misused'])
  })

  it('tells staff of whoever else comes by a link that was used, each once, and writes it down once', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(1) })
    const misuses = async () =>
      (await house.told(root)).filter(({ keys }) => keys.includes('group-stranger')).length
    expect(await misuses()).toBe(0)
    for (const account of ['666', '666', '667']) await arrives(house, { account, link: linkOf(1) })
    expect(await misuses()).toBe(2)
    expect(await facts(house)).toEqual(['partner-invited', 'partner-joined', 'partner-misused'])
    expect(kinds(await carried(house))).toEqual(['revoke'])
    expect(await invites(house)).toEqual(['telegram used'])
  })

  it('gives no other to whoever has been in before and hands a link on, either', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    house.world.passes(HOUR_MS)
    await arrives(house, { account, what: 'went' })
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
    await carried(house)
    await arrives(house, { account: '666', link: linkOf(2) })
    expect((await asks(house, ana)).refusal).toBe('group-used')
    house.world.passes(73 * HOUR_MS)
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
  })

  it('lets somebody who went by mistake come back at once', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await arrives(house, { account, what: 'went' })
    expect(await stays(house)).toEqual(['telegram left'])
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
  })

  it('counts nobody as in once another group is named, and as before when the same is named again', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await arrives(house, { account, what: 'wrote' })
    await carried(house)
    house.world.passes(THINKING_MS)
    await namesGroup(root.in(GROUP))
    expect(await stays(house)).toEqual(['telegram in'])
    const other: Place = { ...GROUP, chat: '-1001000000778', title: 'New partners' }
    ana.person.stands(OUTSIDE, other)
    house.world.passes(THINKING_MS)
    await namesGroup(root.in(other))
    expect(await stays(house)).toEqual(['telegram left'])
    await house.beats()
    expect(await carried(house)).toEqual([])
    const page = await membership(house, ana)
    expect(page.keys).toContain('membership-next-group')
    const asked = await ana.person.inPrivate.presses(page.press({ command: 'membership-group' }))
    expect(asked.keys).toEqual(['group-invite-comes'])
    expect(await carried(house)).toMatchObject([{ do: 'invite', chat: other.chat }])
    await arrives(house, { account, chat: other.chat, link: linkOf(2) })
    expect((await membership(house, ana)).keys).toContain('membership-next-introduce')
  })

  it('knows a group that became a supergroup as the same', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(1) })
    await house.storage.write((work) => moveChat(work, 'telegram', GROUP.chat, '-1001000000779'))
    house.world.passes(THINKING_MS)
    await namesGroup(root.in({ ...GROUP, chat: '-1001000000779' }))
    expect(await stays(house)).toEqual(['telegram in'])
  })

  it('invites an account that was linked, and knows by the platform who is in a server', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const rooty = await house.person('Rooty', { platform: 'discord', id: '800000000000000051' })
    await rooty.becomes('admin')
    expect((await namesGroup(rooty.in(CHANNEL))).keys).toEqual([
      'desk-named-partners',
      'desk-partners-rights-discord',
    ])
    const abroad = await house.person('Ana', { platform: 'discord', id: '800000000000000052' })
    const people = { one: ana.person.member, other: abroad.member, by: 'operator' }
    await house.storage.write((work) => joinPeople(work, people))
    await house.beats()
    expect(await carried(house)).toMatchObject([{ do: 'invite', platform: 'discord', chat: CHANNEL.chat }])
    expect(linksIn(await lastTold(house, abroad))).toEqual([linkOf(2)])
    abroad.stands(OUTSIDE, CHANNEL)
    const page = await membership(house, { person: abroad, id: ana.id })
    expect(linksIn(page)).toHaveLength(2)
    const chat = String(await house.chatId(CHANNEL))
    const check = { command: 'membership-group', chat }
    expect(linksIn(await abroad.inPrivate.presses(page.press(check)))).toEqual([linkOf(2)])
    abroad.stands({ membership: 'member' }, CHANNEL)
    house.world.passes(THINKING_MS)
    expect((await abroad.inPrivate.presses(page.press(check))).keys[0]).toBe('group-is-in')
    house.world.passes(THINKING_MS)
    const inside = await abroad.inPrivate.types('/membership')
    const said = await abroad.inPrivate.presses(inside.press({ command: 'membership-introduced', chat }))
    expect(said.keys).not.toContain('membership-checklist')
    expect(await stays(house)).toEqual(['discord in'])
    await carried(house)
    // Whoever left the server unheard gets another way in.
    abroad.stands(OUTSIDE, CHANNEL)
    house.world.passes(THINKING_MS)
    const outside = await abroad.inPrivate.types('/membership')
    expect((await abroad.inPrivate.presses(outside.press(check))).keys).toEqual(['group-invite-comes'])
    expect(await stays(house)).toEqual(['discord left'])
    expect(await carried(house)).toMatchObject([{ do: 'invite', platform: 'discord' }])
    abroad.stands({ membership: 'member' }, CHANNEL)
    house.world.passes(THINKING_MS)
    const back = await abroad.inPrivate.types('/membership')
    expect((await abroad.inPrivate.presses(back.press(check))).keys[0]).toBe('group-is-in')
    expect(await stays(house)).toEqual(['discord in'])
    await leaves(house, ana)
    expect(kinds(await carried(house))).not.toContain('invite')
    expect(await stays(house)).toEqual(['discord left', 'telegram left'])
  })

  it('believes nobody who says that they are in and is not', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(1) })
    const page = await membership(house, ana)
    const refused = await ana.person.inPrivate.presses(page.press({ command: 'membership-introduced' }))
    expect(refused.refusal).toBe('group-outside')
    const wrong = { command: 'membership-group', values: { chat: '999999' } }
    house.world.passes(THINKING_MS)
    expect((await ana.person.inPrivate.presses(wrong)).refusal).toBe('group-none')
  })

  it('can be demanded: then nobody is active before they are in', async () => {
    const steps = [{ kind: 'uid' }, { kind: 'terms' }, { kind: 'group', required: true }]
    const { house, root } = await open(engine, steps)
    const early = await partnerNamed(house, 'Early')
    expect(await stateOf(house, early)).toBe('active')
    await namesGroup(root.in(GROUP))
    const ana = await partnerNamed(house, 'Ana')
    ana.person.stands(OUTSIDE, GROUP)
    expect(await stateOf(house, ana)).toBe('onboarding')
    await house.beats()
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(2) })
    const page = await membership(house, ana)
    expect(page.keys).not.toContain('membership-introduce')
    expect(await stateOf(house, ana)).toBe('active')
  })

  it('waits for invitations and stays before the head of the facts, so that no unit is repeated', async () => {
    const { house } = await openWithPartner(engine)
    const kim = await partnerNamed(house, 'Kim')
    kim.person.stands(OUTSIDE, GROUP)
    await house.beats()
    await carried(house)
    const account = kim.person.account.id
    await arrives(house, { account })
    let runs = 0
    const subject = memberText(kim.person.member)
    const going = house.storage.write(async (work) => {
      runs += 1
      await work.lock(work.db.select().from(work.t.groupStays))
      await new Promise((resolve) => setTimeout(resolve, 100))
      await record(work, { kind: 'partner-shown-out', actor: 'system', subject })
    })
    const coming = house.storage.write((work) => {
      runs += 1
      const noted = {
        platform: 'telegram',
        chat: GROUP.chat,
        account,
        what: 'came',
        link: linkOf(1),
      } as const
      return hearArrival(work, noted, () => 'en')
    })
    await Promise.all([going, coming])
    expect(runs).toBe(2)
    expect(await facts(house)).toEqual(
      expect.arrayContaining(['partner-joined', 'partner-shown-out', 'partner-misused']),
    )
  })

  it('is no business of anybody who is no partner, wherever they talk', async () => {
    const { house } = await openWithPartner(engine)
    const guest = await house.person('Guest')
    await arrives(house, { account: guest.account.id, what: 'wrote' })
    await arrives(house, { account: guest.account.id, chat: '-100999', what: 'came' })
    expect(await stays(house)).toEqual([])
  })
})

it.each([
  [[{ kind: 'uid' }], 'without "terms" nobody becomes active'],
  [[{ kind: 'uid' }, { kind: 'terms', required: false }], '"terms" is always required'],
  [[{ kind: 'uid' }, { kind: 'terms' }, { kind: 'link' }], 'partners.checklist[2].kind'],
  [[{ kind: 'uid' }, { kind: 'terms' }, { kind: 'uid' }], 'is there twice'],
])('the programme file is told what is wrong with %j', (checklist, said) => {
  const read = parseProgramme({ ...bitmart, partners: { ...bitmart.partners, checklist } })
  expect('problems' in read && read.problems.join('\n')).toContain(said)
})
