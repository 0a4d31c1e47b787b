/** Links are taken back and former partners shown out, again and again where a platform refuses. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { unseenPartners } from '../../../src/core/groups/groups.js'
import { must } from '../../../src/kit/refusal.js'
import { deedDone, rowDead } from '../../../src/outgoing.js'
import { describeStorage } from '../../kit/storage.js'
import { DAY_MS, does, HOUR_MS, lastTold, partnerNamed, staffNamed, THINKING_MS } from '../cases/kit.js'
import {
  arrives,
  asks,
  carried,
  erases,
  facts,
  GROUP,
  hour,
  invites,
  kinds,
  leaves,
  linkOf,
  linksIn,
  membership,
  namesGroup,
  OUTSIDE,
  openWithPartner,
  stays,
} from './kit.js'

describeStorage('the way out of the group of partners', (engine) => {
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
    await namesGroup(root.in(GROUP))
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
})
