/** Partners are invited to their private group, one link a person, and shown out of it when they leave. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { memberText, record } from '../../../src/core/facts/facts.js'
import { groupsJob, hearArrival } from '../../../src/core/groups/cards.js'
import { type Noted, unseenPartners } from '../../../src/core/groups/groups.js'
import { joinPeople } from '../../../src/core/linking/joining.js'
import { moveChat } from '../../../src/core/members/members.js'
import type { Place } from '../../../src/interaction/call.js'
import type { Content } from '../../../src/interaction/content.js'
import { fromJson } from '../../../src/kit/json.js'
import { must } from '../../../src/kit/refusal.js'
import { deedDone, rowDead } from '../../../src/outgoing.js'
import { bitmart } from '../../../src/programme/bitmart.js'
import { parseProgramme, programmeSchema } from '../../../src/programme/programme.js'
import type { Deed, DeedOutcome } from '../../../src/storage/deed.js'
import { type House, openHouse, type Person } from '../../kit/house.js'
import { describeStorage, type EngineForTests } from '../../kit/storage.js'
import {
  DAY_MS,
  does,
  HOUR_MS,
  lastTold,
  type Partner,
  partnerNamed,
  staffNamed,
  stateOf,
  THINKING_MS,
} from '../cases/kit.js'

const GROUP: Place = { platform: 'telegram', chat: '-1001000000777', kind: 'group', title: 'Partners' }
const CHANNEL: Place = {
  ...{ platform: 'discord', chat: '800000000000000777', kind: 'group', title: 'partners' },
  guild: '800000000000001000',
}
const OUTSIDE = { membership: 'outsider' } as const

async function open(engine: EngineForTests, checklist?: object[]) {
  const { partners } = bitmart
  const programme = programmeSchema.parse({
    ...bitmart,
    ...(checklist ? { partners: { ...partners, checklist } } : {}),
  })
  const house = await openHouse(engine, { programme })
  const root = await staffNamed(house, 'Root', 'admin')
  return { house, root }
}

/** The group is named before anybody is a partner. */
async function openWithPartner(engine: EngineForTests) {
  const { house, root } = await open(engine)
  await root.in(GROUP).types('/desk here partners')
  const ana = await partnerNamed(house, 'Ana')
  ana.person.stands(OUTSIDE, GROUP)
  await house.beats()
  return { house, root, ana }
}

/** The courier's part: what waits is done, as the platform would answer; links are numbered. */
async function carried(house: House, outcome: DeedOutcome = 'done'): Promise<Deed[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.outbox))
  const waiting = rows.filter(({ state, content }) => {
    return state === 'queued' && fromJson<Content>(content).kind === 'deed'
  })
  const done: Deed[] = []
  for (const row of waiting.sort((a, b) => a.id - b.id)) {
    const said = fromJson<Content>(row.content)
    const deed = must(said.kind === 'deed' ? said.deed : undefined, 'a deed')
    done.push(deed)
    const link = deed.do === 'invite' && outcome === 'done' ? { link: linkOf(deed.invite) } : {}
    await house.storage.write(async (work) => {
      await deedDone(work, row, { outcome, ...link }, () => 'en')
      const { outbox } = work.t
      await work.db.update(outbox).set({ state: 'sent' }).where(eq(outbox.id, row.id))
    })
  }
  return done
}

const linkOf = (invite: number) => `https://t.me/+made${invite}`
const kinds = (deeds: Deed[]) => deeds.map((deed) => deed.do)

const arrives = (house: House, noted: Partial<Noted> & Pick<Noted, 'account'>) =>
  house.storage.write((work) =>
    hearArrival(work, { platform: 'telegram', chat: GROUP.chat, what: 'came', ...noted }, () => 'en'),
  )

const linksIn = ({ view }: { view: { rows?: { kind: string }[][] | undefined } }) =>
  (view.rows ?? []).flat().flatMap((button) => ('url' in button ? [button.url] : []))

async function membership(house: House, { person }: Partner, voice = person.inPrivate) {
  house.world.passes(THINKING_MS)
  return voice.types('/membership')
}

async function asks(house: House, partner: Partner) {
  const page = await membership(house, partner)
  return partner.person.inPrivate.presses(page.press({ command: 'membership-group' }))
}

async function leaves(house: House, partner: Partner): Promise<void> {
  const { inPrivate } = partner.person
  const page = await membership(house, partner)
  await inPrivate.presses(page.press({ command: 'membership-resign' }))
  const preview = await inPrivate.types(`#${partner.id}`)
  await inPrivate.presses(preview.press({ act: 'confirm' }))
  await house.beats()
}

async function invites(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.groupInvites))
  return rows.sort((a, b) => a.id - b.id).map(({ platform, state }) => `${platform} ${state}`)
}

async function stays(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.groupStays))
  return rows.map(({ platform, state }) => `${platform} ${state}`).sort()
}

async function facts(house: House): Promise<string[]> {
  const rows = await house.look((work) => work.db.select().from(work.t.facts))
  return rows
    .sort((a, b) => a.id - b.id)
    .flatMap(({ kind }) =>
      /^partner-(invited|uninvited|joined|misused|shown-out)$/.test(kind) ? [kind] : [],
    )
}

const hour = (house: House) =>
  house.storage.write((work) => groupsJob.run(work, { name: 'x', dueAt: house.world.now() }))

describeStorage('the group of partners', (engine) => {
  it('invites once somebody is approved: one link, told to them alone', async () => {
    const { house, root } = await open(engine)
    const named = await root.in(GROUP).types('/desk here partners')
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

  it('takes the link back from whoever leaves, shows them out, and only then forgets them', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    await leaves(house, ana)
    expect(await invites(house)).toEqual(['telegram ending'])
    expect(await stays(house)).toEqual(['telegram leaving'])
    house.world.passes(THINKING_MS)
    const barred = await erases(house, ana.person)
    expect(barred.refusal).toBe('privacy-barred')
    expect(barred.words).toContain('removed from the partner group')
    const account = ana.person.account.id
    expect(await carried(house)).toEqual([
      { do: 'revoke', platform: 'telegram', chat: GROUP.chat, invite: 1, link: linkOf(1) },
      { do: 'show-out', platform: 'telegram', chat: GROUP.chat, account },
    ])
    await house.beats()
    expect(await carried(house)).toEqual([])
    expect(await facts(house)).toEqual(['partner-invited', 'partner-uninvited', 'partner-shown-out'])
    house.world.passes(THINKING_MS)
    expect((await erases(house, ana.person)).keys).toContain('privacy-erased')
    expect([...(await invites(house)), ...(await stays(house))]).toEqual([])
    expect(await house.audit()).toEqual([])
  })

  it.each(['came', 'wrote'] as const)('shows a former partner out again who %s', async (what) => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await leaves(house, ana)
    expect(kinds(await carried(house))).toEqual(['revoke', 'show-out'])
    expect(await stays(house)).toEqual(['telegram left'])
    await arrives(house, { account, what })
    expect(await stays(house)).toEqual(['telegram in'])
    await house.beats()
    expect(await carried(house)).toEqual([
      { do: 'show-out', platform: 'telegram', chat: GROUP.chat, account },
    ])
    expect(await stays(house)).toEqual(['telegram left'])
    await house.beats()
    expect(await carried(house)).toEqual([])
  })

  it('shows a former partner out once more who came in while they were shown out', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await leaves(house, ana)
    // A word from before changes nothing, for they are on their way out.
    await arrives(house, { account, what: 'wrote' })
    expect(await stays(house)).toEqual(['telegram leaving'])
    await arrives(house, { account })
    expect(kinds(await carried(house))).toContain('show-out')
    expect(await stays(house)).toEqual(['telegram in'])
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['show-out'])
    expect(await stays(house)).toEqual(['telegram left'])
  })

  it('takes a link back that was only being made when its person left', async () => {
    const { house, ana } = await openWithPartner(engine)
    const rows = await house.look((work) => work.db.select().from(work.t.outbox))
    const row = must(
      rows.find(({ key }) => key === 'group-invite:1'),
      'the invitation',
    )
    await house.storage.write((work) =>
      work.db.update(work.t.outbox).set({ state: 'leased', attempts: 1 }).where(eq(work.t.outbox.id, row.id)),
    )
    await leaves(house, ana)
    expect(await invites(house)).toEqual(['telegram ended'])
    const before = (await house.told(ana.person)).length
    await house.storage.write((work) => deedDone(work, row, { outcome: 'done', link: linkOf(1) }, () => 'en'))
    expect(await invites(house)).toEqual(['telegram ending'])
    expect(await house.told(ana.person)).toHaveLength(before)
    expect(kinds(await carried(house))).toContain('revoke')
    expect(await invites(house)).toEqual(['telegram ended'])
  })

  it('leaves whoever is suspended in, and takes their unused link', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    house.world.passes(THINKING_MS)
    await does(house, risk, await risk.types(`/partner ${ana.id}`), 'partner-hold', { reason: 'spam' })
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['revoke'])
    expect(await stays(house)).toEqual([])
    expect((await membership(house, ana)).offers({ command: 'membership-group' })).toBe(false)
    house.world.passes(3 * DAY_MS + HOUR_MS)
    await house.beats()
    await house.beats()
    expect(await carried(house)).toEqual([])
    expect((await asks(house, ana)).keys).toEqual(['group-invite-comes'])
  })

  it('that the bot may not invite to is told to staff and to the partner, once, and tried again', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house, 'no-right')
    expect(await invites(house)).toEqual(['telegram no-right'])
    const told = await lastTold(house, root)
    expect(told.keys).toEqual(['group-refused-invite', 'group-why-telegram-no-right', 'group-refused-next'])
    expect((await lastTold(house, ana.person)).keys).toEqual(['group-invite-late'])
    const counts = async () => [(await house.told(root)).length, (await house.told(ana.person)).length]
    const before = await counts()
    await hour(house)
    await house.beats()
    expect(kinds(await carried(house, 'no-right'))).toEqual(['invite'])
    expect(await counts()).toEqual(before)
    await root.in(GROUP).types('/desk here partners')
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['invite'])
    expect(linksIn(await lastTold(house, ana.person))).toEqual([linkOf(1)])
    expect(await invites(house)).toEqual(['telegram open'])
  })

  it('that a former partner is an admin of, whom only people can show out, is told to staff', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(1) })
    await carried(house)
    await leaves(house, ana)
    expect(kinds(await carried(house, 'above'))).toEqual(['show-out'])
    expect((await lastTold(house, root)).keys).toEqual([
      ...['group-refused-show-out', 'group-why-above', 'group-refused-by-hand'],
    ])
    expect(await stays(house)).toEqual(['telegram above'])
  })

  it('takes a link back again by the hour while it lives, tells staff, and then forgets the person', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await leaves(house, ana)
    expect(kinds(await carried(house, 'no-right'))).toEqual(['revoke', 'show-out'])
    expect(await invites(house)).toEqual(['telegram ending'])
    const told = (await house.told(root)).flatMap(({ keys }) => keys)
    expect(told).toContain('group-refused-revoke')
    await hour(house)
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['revoke', 'show-out'])
    expect(await invites(house)).toEqual(['telegram ended'])
    await hour(house)
    await house.beats()
    expect(await carried(house)).toEqual([])
    expect(await facts(house)).toEqual(['partner-invited', 'partner-uninvited', 'partner-shown-out'])
  })

  it('lets a link end by itself that could not be taken back in its time', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    await leaves(house, ana)
    await carried(house, 'away')
    house.world.passes(73 * HOUR_MS)
    await hour(house)
    await house.beats()
    expect(await invites(house)).toEqual(['telegram ended'])
    expect(kinds(await carried(house))).toEqual(['show-out'])
    expect((await erases(house, ana.person)).keys).toContain('privacy-erased')
  })

  it('tells staff of what was given up, which is tried again by the hour', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    await leaves(house, ana)
    const rows = await house.look((work) => work.db.select().from(work.t.outbox))
    const row = must(
      rows.find(({ key }) => key === 'group-revoke:1'),
      'the revoking',
    )
    await house.storage.write(async (work) => {
      await rowDead(work, row, 'other', () => 'en')
      const { outbox } = work.t
      await work.db.update(outbox).set({ state: 'dead' }).where(eq(outbox.id, row.id))
    })
    expect(await invites(house)).toEqual(['telegram ending'])
    expect((await house.told(root)).flatMap(({ keys }) => keys)).toContain('group-refused-revoke')
    expect(kinds(await carried(house))).toEqual(['show-out'])
    await hour(house)
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['revoke'])
    expect(await invites(house)).toEqual(['telegram ended'])
  })

  it('looks by the hour at nobody with whom all is well', async () => {
    const { house, ana } = await openWithPartner(engine)
    const kim = await partnerNamed(house, 'Kim')
    kim.person.stands(OUTSIDE, GROUP)
    await house.beats()
    await carried(house)
    await arrives(house, { account: ana.person.account.id, link: linkOf(1) })
    await carried(house)
    expect(await invites(house)).toEqual(['telegram used', 'telegram open'])
    const looked = () => house.look((work) => unseenPartners(work, '0'))
    await hour(house)
    expect(await looked()).toEqual([])
    // Her account is somebody else's now, without our having been told.
    const { identities } = await house.look(async ({ t }) => t)
    await house.storage.write((work) =>
      work.db
        .update(identities)
        .set({ member: kim.person.member })
        .where(eq(identities.account, ana.person.account.id)),
    )
    await hour(house)
    expect(await looked()).toEqual([String(ana.id)])
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['show-out'])
  })

  it('takes the links of a group that is none any more', async () => {
    const { house, root } = await openWithPartner(engine)
    await carried(house)
    house.world.passes(THINKING_MS)
    expect((await root.in(GROUP).types('/desk none partners')).keys).toEqual(['desk-closed'])
    await house.beats()
    expect(kinds(await carried(house))).toEqual(['revoke'])
    house.world.passes(THINKING_MS)
    expect((await root.in(GROUP).types('/desk none partners')).refusal).toBe('desk-none')
  })

  it('counts nobody as in once another group is named, and as before when the same is named again', async () => {
    const { house, root, ana } = await openWithPartner(engine)
    await carried(house)
    const account = ana.person.account.id
    await arrives(house, { account, link: linkOf(1) })
    await arrives(house, { account, what: 'wrote' })
    await carried(house)
    house.world.passes(THINKING_MS)
    await root.in(GROUP).types('/desk here partners')
    expect(await stays(house)).toEqual(['telegram in'])
    const other: Place = { ...GROUP, chat: '-1001000000778', title: 'New partners' }
    ana.person.stands(OUTSIDE, other)
    house.world.passes(THINKING_MS)
    await root.in(other).types('/desk here partners')
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
    await root.in({ ...GROUP, chat: '-1001000000779' }).types('/desk here partners')
    expect(await stays(house)).toEqual(['telegram in'])
  })

  it('invites an account that was linked, and knows by the platform who is in a server', async () => {
    const { house, ana } = await openWithPartner(engine)
    await carried(house)
    const rooty = await house.person('Rooty', { platform: 'discord', id: '800000000000000051' })
    await rooty.becomes('admin')
    expect((await rooty.in(CHANNEL).types('/desk here partners')).keys).toEqual([
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
    await root.in(GROUP).types('/desk here partners')
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

async function erases(house: House, person: Person) {
  const page = await person.inPrivate.types('/privacy erase')
  house.world.passes(THINKING_MS)
  return page.offers({ act: 'confirm' }) ? person.inPrivate.presses(page.press({ act: 'confirm' })) : page
}

it.each([
  [[{ kind: 'uid' }], 'without "terms" nobody becomes active'],
  [[{ kind: 'uid' }, { kind: 'terms', required: false }], '"terms" is always required'],
  [[{ kind: 'uid' }, { kind: 'terms' }, { kind: 'link' }], 'partners.checklist[2].kind'],
  [[{ kind: 'uid' }, { kind: 'terms' }, { kind: 'uid' }], 'is there twice'],
])('the programme file is told what is wrong with %j', (checklist, said) => {
  const read = parseProgramme({ ...bitmart, partners: { ...bitmart.partners, checklist } })
  expect('problems' in read && read.problems.join('\n')).toContain(said)
})
