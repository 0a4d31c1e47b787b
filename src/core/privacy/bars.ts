/** What has to end before a person can be erased: whatever is open needs somebody behind it. */
import { and, eq, gt, inArray, isNotNull, isNull, max, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { days } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { ENDED } from '../applications/applications.js'
import { memberText } from '../facts/facts.js'
import { freezesOver } from '../freezes/freezes.js'
import { isLeaving } from '../groups/groups.js'
import { accountsOf as balancesOf } from '../ledger/ledger.js'
import { accountsOf, numbersOf } from '../members/members.js'
import { inPacketsUntil } from '../packets/packets.js'
import { partnerOf, spenderScope } from '../partners/partners.js'
import { rolesOf, rolesText } from '../roles/roles.js'

/** States of a partner who is none any more. */
const LEFT: readonly string[] = ['terminated', 'resigned']

/**
 * What has to end before a person can be erased, in words: `privacy-bar-wallet`, `-packets`, `-requests`,
 * `-application`, `-case`, `-report`, `-reported`, `-warnings` (until when), `-partner`, `-group`,
 * `-terminated`, `-roles`, `-stop`, `-rejection` (until when), `-never`.
 */
async function barsOf(work: Work, member: number, cases: CasePolicy | undefined): Promise<Text[]> {
  const numbers = await numbersOf(work, member)
  const bars: Text[] = []
  if (await hasMoney(work, numbers)) bars.push(text('privacy-bar-wallet'))
  if ((await inPacketsUntil(work, numbers)) !== undefined) bars.push(text('privacy-bar-packets'))
  if (await hasRequests(work, numbers)) bars.push(text('privacy-bar-requests'))
  bars.push(...(await applicationBars(work, numbers)))
  bars.push(...(await caseBars(work, numbers)))
  if (cases) bars.push(...(await warningBars(work, numbers, cases)))
  const partner = await partnerOf(work, member)
  if (partner && !LEFT.includes(partner.state)) bars.push(text('privacy-bar-partner'))
  else if ((await isLeaving(work, numbers)) || (await isStillIn(work, member)))
    bars.push(text('privacy-bar-group'))
  if (partner?.state === 'terminated') bars.push(text('privacy-bar-terminated'))
  const roles = (await rolesOf(work, member)).filter((role) => role !== 'partner')
  if (roles.length > 0) bars.push(text('privacy-bar-roles', { roles: rolesText(roles) }))
  const scopes = [memberText(member), spenderScope({ member })]
  if ((await freezesOver(work, scopes)).size > 0) bars.push(text('privacy-bar-stop'))
  return bars
}

async function hasMoney(work: Work, numbers: readonly number[]): Promise<boolean> {
  for (const id of numbers)
    for (const pocket of ['available', 'held'] as const)
      for (const { available, onHold, incoming } of await balancesOf(work, { kind: 'member', id, pocket }))
        if (available + onHold + incoming > 0n) return true
  return false
}

async function isThere(work: Work, table: Tables[keyof Tables], which: SQL | undefined): Promise<boolean> {
  return (await work.db.select({ one: sql`1` }).from(table).where(which).limit(1)).length > 0
}

/** An account that was taken off a partner is in the group until it was shown out. */
async function isStillIn(work: Work, member: number): Promise<boolean> {
  const { groupStays: t } = work.t
  for (const { platform, account } of await accountsOf(work, member)) {
    const isTheirs = and(eq(t.platform, platform), eq(t.account, account))
    if (await isThere(work, t, and(isTheirs, inArray(t.state, ['in', 'leaving'])))) return true
  }
  return false
}

async function hasRequests(work: Work, numbers: number[]): Promise<boolean> {
  const { packetRequests, treasuryRequests } = work.t
  const packets = and(eq(packetRequests.state, 'asked'), inArray(packetRequests.maker, numbers))
  const treasury = and(eq(treasuryRequests.state, 'asked'), inArray(treasuryRequests.maker, numbers))
  return (await isThere(work, packetRequests, packets)) || isThere(work, treasuryRequests, treasury)
}

async function applicationBars(work: Work, numbers: number[]): Promise<Text[]> {
  const { applications } = work.t
  const isTheirs = inArray(applications.member, numbers)
  const isOpen = or(
    notInArray(applications.state, [...ENDED]),
    and(
      eq(applications.state, 'rejected'),
      isNotNull(applications.appealedAt),
      isNull(applications.appealDecidedAt),
    ),
  )
  const bars: Text[] = []
  if (await isThere(work, applications, and(isTheirs, isOpen))) bars.push(text('privacy-bar-application'))
  const rejected = await work.db
    .select({ at: applications.reapplyAt })
    .from(applications)
    .where(and(isTheirs, eq(applications.state, 'rejected')))
  const never = rejected.some(({ at }) => at === null)
  const until = Math.max(0, ...rejected.map(({ at }) => at ?? 0))
  if (never) bars.push(text('privacy-bar-never'))
  else if (until > work.now)
    bars.push(text('privacy-bar-rejection', { at: { instant: until, as: 'moment' } }))
  return bars
}

/** A case about them that is not closed; what was told by them, and of them, and nobody has looked at. */
async function caseBars(work: Work, numbers: number[]): Promise<Text[]> {
  const { cases, partners, reports } = work.t
  const theirs = work.db.select({ id: partners.id }).from(partners).where(inArray(partners.member, numbers))
  const isLive = and(ne(cases.state, 'closed'), inArray(cases.partner, theirs))
  const isUnread = and(eq(reports.state, 'open'), inArray(reports.reporter, numbers))
  const isOfThem = and(eq(reports.state, 'open'), inArray(reports.partner, theirs))
  return [
    ...((await isThere(work, cases, isLive)) ? [text('privacy-bar-case')] : []),
    ...((await isThere(work, reports, isUnread)) ? [text('privacy-bar-report')] : []),
    ...((await isThere(work, reports, isOfThem)) ? [text('privacy-bar-reported')] : []),
  ]
}

/**
 * Warnings that count do so too when whoever left comes back or applies anew: until the last of them is over
 * it must be known whose they are. Nobody gets rid of them by leaving and being erased.
 */
async function warningBars(work: Work, numbers: number[], { warningDays }: CasePolicy): Promise<Text[]> {
  const { cases, partners } = work.t
  const theirs = work.db.select({ id: partners.id }).from(partners).where(inArray(partners.member, numbers))
  const isLive = gt(cases.warnedAt, work.now - days(warningDays))
  const [row] = await work.db
    .select({ last: max(cases.warnedAt) })
    .from(cases)
    .where(and(inArray(cases.partner, theirs), isLive))
  if (row?.last === undefined || row.last === null) return []
  const until = Number(row.last) + days(warningDays)
  return [text('privacy-bar-warnings', { at: { instant: until, as: 'moment' } })]
}

/** Refuses `privacy-barred` and says what has to end first. */
export async function assertErasable(
  work: Work,
  member: number,
  cases: CasePolicy | undefined,
): Promise<void> {
  const bars = await barsOf(work, member, cases)
  if (bars.length > 0) refuse('privacy-barred', { what: { list: bars, apart: true } })
}
