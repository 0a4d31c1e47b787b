/** How deeds about the groups of partners went, and who came into the groups. Never speaks. */
import type { DeedOutcome, GroupDeed, InviteDeed, RevokeDeed, ShowOutDeed } from '../../storage/deed.js'
import type { Work } from '../../storage/storage.js'
import { memberOf } from '../members/members.js'
import { lockPartner, type PartnerRow, partnerOf } from '../partners/partners.js'
import type { Noted } from './arrivals.js'
import {
  askRevoke,
  endInvite,
  type Following,
  follow,
  groupsNow,
  INVITED_IN,
  noteFact,
  nothingYet,
  SHOWN_OUT_IN,
  takeBack,
} from './inviting.js'
import type { InviteRow, Platform, StayKey } from './store.js'
import * as store from './store.js'

/** A platform's no, as it is kept. */
type Refused = Exclude<DeedOutcome, 'done' | 'absent' | 'foreign'>

/**
 * What somebody is to be told. `invited`: here is the link; `late`: it follows; `refused`: a person must look
 * after it; `stranger`: somebody else used a partner's link.
 */
export type GroupNews =
  | { what: 'invited' | 'late'; invite: InviteRow }
  | { what: 'refused'; deed: GroupDeed['do']; platform: Platform; chat: string; why: Refused }
  | { what: 'stranger'; member: number; invite: number; account: string }

/** Outcomes that are no refusal, of what is refused nevertheless. */
function refusedBy(outcome: DeedOutcome): Refused {
  return outcome === 'done' || outcome === 'absent' || outcome === 'foreign' ? 'unable' : outcome
}

/** Writes down how it went. `link`: of an invitation that was made. */
export async function groupDone(
  work: Work,
  deed: GroupDeed,
  { outcome, link }: { outcome: DeedOutcome; link?: string },
): Promise<GroupNews[]> {
  switch (deed.do) {
    case 'invite':
      return link === undefined ? notInvited(work, deed, refusedBy(outcome)) : invited(work, deed, link)
    case 'revoke':
      return revoked(work, deed, outcome)
    case 'show-out':
      return shownOut(work, deed, outcome)
  }
}

function newsOf(deed: GroupDeed, why: Refused): GroupNews {
  return { what: 'refused', deed: deed.do, platform: deed.platform, chat: deed.chat, why }
}

async function invited(work: Work, deed: InviteDeed, link: string): Promise<GroupNews[]> {
  const row = await store.lockInvite(work, deed.invite)
  if (!row) return []
  const made = { ...row, link, until: deed.until }
  const then = nothingYet()
  if (store.isOver(row)) {
    // It was taken back while it was being made.
    await store.writeInvite(work, row.id, { link, state: 'ending' })
    await takeBack(work, made, then)
    await follow(work, then)
    return []
  }
  await store.writeInvite(work, row.id, { link, until: deed.until, state: 'open' })
  noteFact(then, 'partner-invited', row)
  await follow(work, then)
  return [{ what: 'invited', invite: made }]
}

async function notInvited(work: Work, deed: InviteDeed, why: Refused): Promise<GroupNews[]> {
  const row = await store.lockInvite(work, deed.invite)
  if (!row || store.isOver(row)) return []
  await store.writeInvite(work, row.id, { state: why === 'above' ? 'no-right' : why })
  return [newsOf(deed, why), { what: 'late', invite: row }]
}

/** That somebody used it is known for good. What was refused is tried again by the hour while it lives. */
async function revoked(work: Work, deed: RevokeDeed, outcome: DeedOutcome): Promise<GroupNews[]> {
  const row = await store.lockInvite(work, deed.invite)
  const isDead = outcome === 'done' || (row !== undefined && row.until <= work.now)
  if (row?.state === 'ending' && isDead) await store.writeInvite(work, row.id, { state: 'ended' })
  return isDead ? [] : [newsOf(deed, refusedBy(outcome))]
}

async function shownOut(work: Work, deed: ShowOutDeed, outcome: DeedOutcome): Promise<GroupNews[]> {
  const { platform, account } = deed
  const stay = await store.stayAt(work, { platform, account })
  if (!stay) return []
  const { member } = stay
  const isOut = outcome === 'done' || outcome === 'absent'
  // Who came in again meanwhile is in, and looked at anew.
  if (stay.state !== 'in')
    await store.writeStay(work, { platform, account, member, state: isOut ? 'left' : refusedBy(outcome) })
  const then = nothingYet()
  if (outcome === 'done') noteFact(then, 'partner-shown-out', { member, platform })
  await follow(work, then)
  return isOut ? [] : [newsOf(deed, refusedBy(outcome))]
}

/** It was given up: nobody knows how it went. It is tried again by the hour, and staff hear of it. */
export async function groupDeedDead(work: Work, deed: GroupDeed): Promise<GroupNews[]> {
  return groupDone(work, deed, { outcome: 'away' })
}

/** Somebody came into a group, went, or said something there, as the platform told. */
export async function noteArrival(work: Work, noted: Noted): Promise<GroupNews[]> {
  const { platform, chat, account, what } = noted
  const groups = await groupsNow(work)
  if (!groups.some((one) => one.platform === platform && one.native === chat)) return []
  const member = await memberOf(work, { platform, id: account })
  const partner = member === undefined ? undefined : await partnerOf(work, member)
  const row = partner && (await lockPartner(work, partner.id))
  const { link } = noted
  await store.lockStanding(work, { member, accounts: [noted], link })
  const then = nothingYet()
  const news = link === undefined ? [] : await used(work, link, { account, by: member }, then)
  if (what === 'went') await wentFrom(work, noted)
  else if (row && SHOWN_OUT_IN.has(row.state)) await noteReturned(work, row, noted)
  else if (row) await joined(work, row, { platform, account, hasSpoken: what === 'wrote' }, then)
  await follow(work, then)
  return news
}

async function wentFrom(work: Work, { platform, account }: StayKey): Promise<void> {
  const stay = await store.stayAt(work, { platform, account })
  if (stay) await store.writeStay(work, { platform, account, member: stay.member, state: 'left' })
}

/** A platform says that an account is not in the group, which it may have left without our hearing of it. */
export async function noteLeft(
  work: Work,
  { member }: Pick<PartnerRow, 'member'>,
  { platform, account }: StayKey,
): Promise<void> {
  await store.lockStanding(work, { member, accounts: [{ platform, account }] })
  const stay = await store.stayAt(work, { platform, account })
  if (stay?.state === 'in') await wentFrom(work, { platform, account })
}

/**
 * A former partner is in the group, however they came: they are shown out within seconds. Of somebody who is
 * being shown out already a word may be one from before. On Discord they see nothing, and talk nowhere.
 */
async function noteReturned(
  work: Work,
  { id, member }: PartnerRow,
  { platform, account, what }: Noted,
): Promise<void> {
  if (platform !== 'telegram') return
  const stay = await store.stayAt(work, { platform, account })
  if (what === 'wrote' && stay && stay.state !== 'left') return
  await store.writeStay(work, { platform, account, member, state: 'in' })
  await store.markStaleOf(work, id)
}

/**
 * The link is used, by whoever it was, and taken back: Telegram counts who is in by it now, and lets another
 * in once they have gone. Whoever it is not for is told of, one by one, and written down once.
 */
async function used(
  work: Work,
  link: string,
  { account, by }: { account: string; by: number | undefined },
  then: Following,
): Promise<GroupNews[]> {
  const invite = await store.inviteBy(work, link)
  if (!invite) return []
  const { member, id } = invite
  if (invite.state !== 'used') {
    await store.writeInvite(work, id, { state: 'used' })
    await askRevoke(work, invite, then)
  }
  if (member === by) return []
  if (!(await store.isMisuseNoted(work, invite))) noteFact(then, 'partner-misused', invite)
  return [{ what: 'stranger', member, invite: id, account }]
}

/**
 * A partner's account is in the group: whatever else could still let somebody in is taken back. False for
 * whoever does not belong there now.
 */
export async function noteJoined(
  work: Work,
  row: Pick<PartnerRow, 'member' | 'state'>,
  where: StayKey & { hasSpoken: boolean },
): Promise<boolean> {
  await store.lockStanding(work, { member: row.member, accounts: [where] })
  const then = nothingYet()
  const isWelcome = await joined(work, row, where, then)
  await follow(work, then)
  return isWelcome
}

async function joined(
  work: Work,
  { member, state }: Pick<PartnerRow, 'member' | 'state'>,
  { platform, account, hasSpoken }: StayKey & { hasSpoken: boolean },
  then: Following,
): Promise<boolean> {
  if (!INVITED_IN.has(state)) return false
  const before = await store.stayAt(work, { platform, account })
  const known = before?.state === 'in' ? before : undefined
  const introducedAt = before?.introducedAt ?? (hasSpoken ? work.now : null)
  const joinedAt = known?.joinedAt ?? work.now
  await store.writeStay(work, { platform, account, member, state: 'in', joinedAt, introducedAt })
  if (known) return true
  noteFact(then, 'partner-joined', { member, platform })
  for (const invite of await store.invitesOf(work, member))
    if (invite.platform === platform && !store.isOver(invite)) await endInvite(work, invite.id, then)
  return true
}
