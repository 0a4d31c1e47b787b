/**
 * The private groups of partners, one a platform: who is invited, by a link for one person and one use, and
 * who is shown out. The database says what is to be, deeds bring it about. Never speaks.
 */
import { refuse } from '../../kit/refusal.js'
import type { PartnerPolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { accountsOf, chatOf } from '../members/members.js'
import { lockPartner, type PartnerRow, paramsOf, uncheckedPartners } from '../partners/partners.js'
import {
  ask,
  endAgain,
  endInvite,
  type Following,
  follow,
  type Group,
  groupsNow,
  INVITED_IN,
  invite,
  isRefused,
  nothingYet,
  retry,
  SHOWN_OUT_IN,
  standingIn,
  untilFor,
} from './inviting.js'
import type { InviteRow, Platform } from './store.js'
import * as store from './store.js'

export { createArrivals, type Noted } from './arrivals.js'
export { groupsNow } from './inviting.js'
export {
  type GroupNews,
  groupDeedDead,
  groupDone,
  noteArrival,
  noteJoined,
  noteLeft,
} from './outcomes.js'
export type { InviteRow } from './store.js'

/** Partners looked at in one look. */
const AT_ONCE = 100

/**
 * Names a chat the group of partners of its platform, instead of any other, in which nobody is known to be
 * then. Partners from before ask for their invitation; whatever was refused is tried again.
 */
export async function nameGroup(
  work: Work,
  { platform, chat, by }: { platform: Platform; chat: number; by: number },
): Promise<void> {
  const before = (await groupsNow(work)).find((one) => one.platform === platform)
  await store.writeGroup(work, { platform, chat, by })
  if (before && before.chat !== (await chatOf(work, chat)).id) await store.forgetStays(work, platform)
  await store.markStale(work)
  await noteDesk(work, 'desk-named', { platform, chat, by })
}

/** There is no group on this platform any more, and nobody is in it. Refuses `desk-none`. */
export async function closeGroup(work: Work, platform: Platform, by: number): Promise<void> {
  const gone = await store.deleteGroup(work, platform)
  if (!gone) return refuse('desk-none')
  await store.forgetStays(work, platform)
  await store.markStale(work)
  await noteDesk(work, 'desk-closed', { platform, chat: gone.chat, by })
}

async function noteDesk(
  work: Work,
  kind: 'desk-named' | 'desk-closed',
  { platform, chat, by }: { platform: Platform; chat: number; by: number },
): Promise<void> {
  const details = { queue: 'partners', platform }
  await record(work, { kind, actor: memberText(by), subject: `chat:${chat}`, details })
}

/** Whoever something is still to be done about is looked at anew. */
export async function recheckGroups(work: Work): Promise<void> {
  await store.markUnsettled(work, [...SHOWN_OUT_IN])
}

/** Numbers of partners who are to be looked at, after `after`. */
export async function unseenPartners(work: Work, after: string): Promise<string[]> {
  return uncheckedPartners(work, work.t.groupChecks, { after, most: AT_ONCE })
}

/** Asks for what is to be, of one partner, and for the end of what is not to be. */
export async function settleGroups(work: Work, id: string, policy: PartnerPolicy): Promise<void> {
  const row = await lockPartner(work, Number(id))
  await store.lockStanding(work, { member: row.member, accounts: await accountsOf(work, row.member) })
  const groups = await groupsNow(work)
  const then = nothingYet()
  await endWrong(work, row, groups, then)
  const until = untilFor(work, policy)
  if (INVITED_IN.has(row.state))
    for (const group of groups) await inviteNew(work, row, { group, until }, then)
  await showOutStrangers(work, row, groups, then)
  await store.noteSeen(work, row.id, row.version)
  await follow(work, then)
}

/**
 * Invitations of whoever is not to come, or to where the group is no more; and those once more that could not
 * be taken back, until they are over by themselves.
 */
async function endWrong(
  work: Work,
  row: PartnerRow,
  groups: readonly Group[],
  then: Following,
): Promise<void> {
  for (const invite of await store.invitesOf(work, row.member)) {
    if (invite.state === 'ending') await endAgain(work, invite, then)
    if (store.isOver(invite)) continue
    const { id: chat } = await chatOf(work, invite.chat)
    const isRight = groups.some((one) => one.platform === invite.platform && one.chat === chat)
    if (!isRight || !INVITED_IN.has(row.state)) await endInvite(work, invite.id, then)
  }
}

/**
 * The first invitation of each account, one after the other, and once more what was refused. Whoever let it
 * pass asks for another.
 */
async function inviteNew(
  work: Work,
  row: PartnerRow,
  { group, until }: { group: Group; until: number },
  then: Following,
): Promise<void> {
  const { accounts, invites, stays } = await standingIn(work, row, group.platform)
  const living = invites.find((one) => !store.isOver(one))
  if (living) return isRefused(living) ? retry(work, living, { group, until }, then) : undefined
  const fresh = accounts.find(
    (account) =>
      !stays.some((one) => one.account === account && one.state === 'in') &&
      !invites.some((one) => one.account === account && one.at >= row.since),
  )
  if (fresh !== undefined) await invite(work, row, { group, account: fresh, until }, then)
}

/**
 * Accounts that are not to be in the group: all of whoever has left, and those that are somebody else's now.
 * On Discord the role is what lets somebody see the channel, and it goes by itself.
 */
async function showOutStrangers(
  work: Work,
  row: PartnerRow,
  groups: readonly Group[],
  { deeds }: Following,
): Promise<void> {
  const accounts = await accountsOf(work, row.member)
  const stays = await store.staysOf(work, row.member)
  const isGone = SHOWN_OUT_IN.has(row.state)
  const strange = stays.filter(
    (stay) => !accounts.some((own) => own.platform === stay.platform && own.account === stay.account),
  )
  for (const { platform, account } of [...strange, ...(isGone ? accounts : [])]) {
    const known = stays.find((one) => one.platform === platform && one.account === account)
    if (known?.state === 'left' || known?.state === 'leaving') continue
    const group = groups.find((one) => one.platform === platform)
    const isShown = platform === 'telegram' && group !== undefined
    if (!isShown && !known) continue
    const state = isShown ? 'leaving' : 'left'
    await store.writeStay(work, { platform, account, member: row.member, state })
    if (isShown) {
      const deed = { do: 'show-out', platform, chat: group.native, account } as const
      deeds.push(() => ask(work, `group-out:${platform}:${account}`, account, deed))
    }
  }
}

/** How somebody who asks to be let in stands. `wait`: the last one was used, and not by them. */
type Asked = { how: 'open'; invite: InviteRow } | { how: 'asked' | 'late' } | { how: 'wait'; until: number }

/**
 * A partner asks for their invitation: the one that lives, or a new one. Refuses `group-none`, and
 * `partner-state` where they are not to come.
 */
export async function askInvite(
  work: Work,
  row: PartnerRow,
  { chat, account }: { chat: number; account: string },
  policy: PartnerPolicy,
): Promise<Asked> {
  if (!INVITED_IN.has(row.state)) return refuse('partner-state', paramsOf(row))
  const group = (await groupsNow(work)).find((one) => one.chat === chat)
  if (!group) return refuse('group-none')
  await store.lockStanding(work, { member: row.member, accounts: [] })
  const then = nothingYet()
  const asked = await askedIn(work, row, { group, account, until: untilFor(work, policy) }, then)
  await follow(work, then)
  return asked
}

async function askedIn(
  work: Work,
  row: PartnerRow,
  { group, account, until: ends }: { group: Group; account: string; until: number },
  then: Following,
): Promise<Asked> {
  const { accounts, invites, stays } = await standingIn(work, row, group.platform)
  const living = invites.find((one) => !store.isOver(one))
  if (living?.state === 'asked') return { how: 'asked' }
  if (living && isRefused(living)) {
    await retry(work, living, { group, until: ends }, then)
    return { how: 'late' }
  }
  if (living && living.until > work.now) return { how: 'open', invite: living }
  if (living) await endInvite(work, living.id, then)
  const until = await spentUntil(work, group, { invites, stays })
  if (until !== undefined) return { how: 'wait', until }
  const to = accounts.find((one) => one === account) ?? accounts[0]
  if (to === undefined) return refuse('group-none')
  await invite(work, row, { group, account: to, until: ends }, then)
  return { how: 'asked' }
}

/**
 * Until when there is no other link: the newest into this group was used, and none of their accounts came in
 * since it was made. Whoever hands links on lets in no more than one person in that time.
 */
async function spentUntil(
  work: Work,
  { chat }: Group,
  { invites: [newest], stays }: Pick<Awaited<ReturnType<typeof standingIn>>, 'invites' | 'stays'>,
): Promise<number | undefined> {
  if (newest?.state !== 'used' || newest.until <= work.now) return undefined
  if ((await chatOf(work, newest.chat)).id !== chat) return undefined
  return stays.some(({ joinedAt }) => (joinedAt ?? 0) >= newest.at) ? undefined : newest.until
}

/** Links that a person can use now, for their own eyes. */
export async function openInvites(work: Work, member: number): Promise<InviteRow[]> {
  const rows = await store.invitesOf(work, member)
  return rows.filter(({ state, until }) => state === 'open' && until > work.now)
}

/**
 * Groups of platforms on which somebody has an account and is not in the group, with that account. Discord
 * does not tell us who left a server, so that the way in is shown to whoever was in, too.
 */
export async function groupsToJoin(work: Work, member: number): Promise<Group[]> {
  const [accounts, stays] = [await accountsOf(work, member), await store.staysOf(work, member)]
  return (await groupsNow(work)).filter(
    ({ platform }) =>
      accounts.some((one) => one.platform === platform) &&
      (platform === 'discord' || !stays.some((one) => one.platform === platform && one.state === 'in')),
  )
}

/** Groups that somebody is in and has said nothing in, as far as it is known. */
export async function groupsUnintroduced(work: Work, member: number): Promise<Group[]> {
  const stays = (await store.staysOf(work, member)).filter(({ state }) => state === 'in')
  if (stays.some(({ introducedAt }) => introducedAt !== null)) return []
  return (await groupsNow(work)).filter(({ platform }) => stays.some((one) => one.platform === platform))
}

/** Whether something of them is still under way, so that they cannot be erased. */
export async function isLeaving(work: Work, members: readonly number[]): Promise<boolean> {
  for (const member of members) {
    const invites = await store.invitesOf(work, member)
    if (invites.some((one) => one.state === 'ending' || !store.isOver(one))) return true
    if ((await store.staysOf(work, member)).some(({ state }) => state === 'in' || state === 'leaving'))
      return true
  }
  return false
}
