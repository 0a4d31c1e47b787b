/** Queries about the groups of partners. */
import { and, asc, desc, eq, gte, inArray, ne, notExists, notInArray, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { memberText } from '../facts/facts.js'

type GroupRow = Tables['partnerGroups']['$inferSelect']
export type InviteRow = Tables['groupInvites']['$inferSelect']
export type StayRow = Tables['groupStays']['$inferSelect']
export type Platform = GroupRow['platform']
type PartnerState = Tables['partners']['$inferSelect']['state']
export type StayKey = Pick<StayRow, 'platform' | 'account'>

/** Invitations that can come to nothing any more. */
const OVER: InviteRow['state'][] = ['used', 'ending', 'ended']

export async function groups(work: Work): Promise<GroupRow[]> {
  const { partnerGroups: t } = work.t
  return work.db.select().from(t).orderBy(asc(t.platform))
}

export async function writeGroup(work: Work, row: Omit<GroupRow, 'at'>): Promise<void> {
  const { platform, ...rest } = row
  const set = { ...rest, at: work.now }
  await work.db
    .insert(work.t.partnerGroups)
    .values({ platform, ...set })
    .onConflictDoUpdate({ target: work.t.partnerGroups.platform, set })
}

export async function deleteGroup(work: Work, platform: Platform): Promise<GroupRow | undefined> {
  const { partnerGroups: t } = work.t
  const [gone] = await work.db.delete(t).where(eq(t.platform, platform)).returning()
  return gone
}

/** All invitations that a person ever got, the newest first. */
export async function invitesOf(work: Work, member: number): Promise<InviteRow[]> {
  const { groupInvites: t } = work.t
  return work.db.select().from(t).where(eq(t.member, member)).orderBy(desc(t.id))
}

export function isOver({ state }: Pick<InviteRow, 'state'>): boolean {
  return OVER.includes(state)
}

export async function lockInvite(work: Work, id: number): Promise<InviteRow | undefined> {
  const { groupInvites: t } = work.t
  const [row] = await work.lock(work.db.select().from(t).where(eq(t.id, id)))
  return row
}

export async function inviteBy(work: Work, link: string): Promise<InviteRow | undefined> {
  const { groupInvites: t } = work.t
  const [row] = await work.lock(work.db.select().from(t).where(eq(t.link, link)))
  return row
}

/** Whether it was written down already that somebody else used this invitation, or a later one of theirs. */
export async function isMisuseNoted(work: Work, { member, at }: InviteRow): Promise<boolean> {
  const { facts: t } = work.t
  const isIt = and(eq(t.kind, 'partner-misused'), eq(t.subject, memberText(member)), gte(t.at, at))
  return (await work.db.select({ id: t.id }).from(t).where(isIt).limit(1)).length > 0
}

export async function insertInvite(
  work: Work,
  invite: Pick<InviteRow, 'member' | 'platform' | 'account' | 'chat' | 'until'>,
): Promise<InviteRow | undefined> {
  const [row] = await work.db
    .insert(work.t.groupInvites)
    .values({ ...invite, state: 'asked', at: work.now })
    .returning()
  return row
}

export async function writeInvite(
  work: Work,
  id: number,
  set: Partial<Pick<InviteRow, 'state' | 'link' | 'until'>>,
): Promise<void> {
  const { groupInvites: t } = work.t
  await work.db.update(t).set(set).where(eq(t.id, id))
}

export async function staysOf(work: Work, member: number): Promise<StayRow[]> {
  const { groupStays: t } = work.t
  return work.db.select().from(t).where(eq(t.member, member)).orderBy(asc(t.platform), asc(t.account))
}

export async function stayAt(work: Work, { platform, account }: StayKey): Promise<StayRow | undefined> {
  const { groupStays: t } = work.t
  const which = and(eq(t.platform, platform), eq(t.account, account))
  const [row] = await work.lock(work.db.select().from(t).where(which))
  return row
}

/**
 * All invitations and stays that one unit of work may write: of a person, of these accounts, whosever they
 * were, and the invitation with this link. In one order, before the unit waits for anything else.
 */
export async function lockStanding(
  work: Work,
  {
    member,
    accounts,
    link,
  }: { member: number | undefined; accounts: readonly StayKey[]; link?: string | undefined },
): Promise<void> {
  const { groupInvites, groupStays } = work.t
  const invites = or(
    member === undefined ? undefined : eq(groupInvites.member, member),
    link === undefined ? undefined : eq(groupInvites.link, link),
  )
  if (invites)
    await work.lock(
      work.db.select({ id: groupInvites.id }).from(groupInvites).where(invites).orderBy(asc(groupInvites.id)),
    )
  const stays = or(
    member === undefined ? undefined : eq(groupStays.member, member),
    ...accounts.map(({ platform, account }) =>
      and(eq(groupStays.platform, platform), eq(groupStays.account, account)),
    ),
  )
  const { platform, account } = groupStays
  if (stays)
    await work.lock(
      work.db.select({ account }).from(groupStays).where(stays).orderBy(asc(platform), asc(account)),
    )
}

export async function writeStay(
  work: Work,
  {
    platform,
    account,
    ...more
  }: StayKey & Pick<StayRow, 'member' | 'state'> & Partial<Pick<StayRow, 'joinedAt' | 'introducedAt'>>,
): Promise<void> {
  const { groupStays: t } = work.t
  const set = { ...more, at: work.now }
  await work.db
    .insert(t)
    .values({ platform, account, ...set })
    .onConflictDoUpdate({ target: [t.platform, t.account], set })
}

/** Nobody is in the group of this platform any more, for it is another. */
export async function forgetStays(work: Work, platform: Platform): Promise<void> {
  const { groupStays: t } = work.t
  const isHere = eq(t.platform, platform)
  // In order, like whoever locks those of one person.
  await work.lock(work.db.select({ account: t.account }).from(t).where(isHere).orderBy(asc(t.account)))
  await work.db
    .update(t)
    .set({ state: 'left', joinedAt: null, introducedAt: null, at: work.now })
    .where(isHere)
}

export async function noteSeen(work: Work, partner: number, version: number): Promise<void> {
  const { groupChecks: t } = work.t
  const set = { version, stale: false }
  await work.db
    .insert(t)
    .values({ partner, ...set })
    .onConflictDoUpdate({ target: t.partner, set })
}

/** One partner is looked at anew. */
export async function markStaleOf(work: Work, partner: number): Promise<void> {
  const { groupChecks: t } = work.t
  await work.db.update(t).set({ stale: true }).where(eq(t.partner, partner))
}

/** Whatever a change of the group bears on: partners who may still be let in, or shown out. */
export async function markStale(work: Work): Promise<void> {
  const { groupInvites, groupStays } = work.t
  await touch(work, {
    invites: notInArray(groupInvites.state, ['used', 'ended']),
    stays: ne(groupStays.state, 'left'),
  })
}

/**
 * What a deed did not bring about, invitations being taken back, and whoever is in and should not be:
 * partners who have left, and accounts that are somebody else's now.
 */
export async function markUnsettled(work: Work, shownOut: readonly PartnerState[]): Promise<void> {
  const { groupInvites, groupStays, identities, partners } = work.t
  const own = work.db
    .select({ account: identities.account })
    .from(identities)
    .where(
      and(
        eq(identities.platform, groupStays.platform),
        eq(identities.account, groupStays.account),
        eq(identities.member, groupStays.member),
      ),
    )
  await touch(work, {
    invites: notInArray(groupInvites.state, ['asked', 'open', 'used', 'ended']),
    stays: or(
      notInArray(groupStays.state, ['in', 'leaving', 'left']),
      and(eq(groupStays.state, 'in'), or(inArray(partners.state, [...shownOut]), notExists(own))),
    ),
  })
}

/** Partners with such an invitation, or such a stay, are looked at anew. */
async function touch(work: Work, which: { invites: SQL; stays: SQL | undefined }): Promise<void> {
  const { groupChecks: t, groupInvites, groupStays, partners } = work.t
  const invited = work.db
    .select({ id: partners.id })
    .from(partners)
    .innerJoin(groupInvites, eq(groupInvites.member, partners.member))
    .where(which.invites)
  const staying = work.db
    .select({ id: partners.id })
    .from(partners)
    .innerJoin(groupStays, eq(groupStays.member, partners.member))
    .where(which.stays)
  await work.db
    .update(t)
    .set({ stale: true })
    .where(or(inArray(t.partner, invited), inArray(t.partner, staying)))
}
