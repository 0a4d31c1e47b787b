/**
 * What others said of somebody who is erased: reports of them, what staff wrote in their cases, and the cards
 * in chats that showed their name. Of what is closed nothing is needed but that it was, and how it ended.
 */
import { and, inArray, isNull, ne, or, type SQL } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { APPLICATION_CARD } from '../applications/applications.js'
import { touchCards } from '../cards/cards.js'
import { CASE_CARD } from '../cases/cases.js'
import type { PlatformWord } from '../members/members.js'
import { PACKET_CARD, WITHDRAWN_CARD } from '../packets/packets.js'
import { REPORT_CARD } from '../reports/reports.js'

type Account = { platform: PlatformWord; account: string }

/** Cards by the numbers of what they show. */
export interface Shown {
  applications: readonly number[]
  cases: readonly number[]
  reports: readonly number[]
  packets: readonly string[]
}

const theirPartners = ({ db, t }: Work, numbers: readonly number[]) =>
  db
    .select({ id: t.partners.id })
    .from(t.partners)
    .where(inArray(t.partners.member, [...numbers]))

/**
 * What they told us of others, and others of them: of a partner by the number, of others by the account that
 * was typed. What a case of somebody else says that came of it is that case's. Answers the numbers.
 */
export async function eraseReports(
  work: Work,
  numbers: readonly number[],
  accounts: readonly Account[],
): Promise<number[]> {
  const { reports: t } = work.t
  const about = spellingsOf(numbers, accounts)
  const isTheirs = inArray(t.partner, theirPartners(work, numbers))
  // Who says the same need not have named them.
  const same = work.db.select({ id: t.id }).from(t).where(isTheirs)
  const isOfThem = or(isTheirs, inArray(t.joins, same), and(isNull(t.partner), inArray(t.about, about)))
  const isClosed = ne(t.state, 'open')
  const rows = await work.db
    .update(t)
    .set({ about: '', words: '', link: null, file: null, note: null })
    .where(or(inArray(t.reporter, [...numbers]), and(isOfThem, isClosed)))
    .returning({ id: t.id })
  return rows.map(({ id }) => id)
}

/** How somebody is named where no partner was known. A name is no such thing: anybody may take another's. */
function spellingsOf(numbers: readonly number[], accounts: readonly Account[]): string[] {
  const handles = accounts.flatMap(({ platform, account }) => [account, `${platform}:${account}`])
  return [...handles, ...numbers.map((number) => `#${number}`)]
}

/**
 * What is held against them, what they said to it and what staff wrote of it; of a decision its kind and
 * reason stay. And why their tier or region was changed. Answers the numbers of the cases.
 */
export async function eraseCases(work: Work, numbers: readonly number[]): Promise<number[]> {
  const { db, t } = work
  const theirs = theirPartners(work, numbers)
  const said = { words: '', link: null, file: null, reply: null, appeal: null }
  const rows = await db
    .update(t.cases)
    .set({ ...said, note: null, appealNote: null, proposal: null, proposedBy: null })
    .where(inArray(t.cases.partner, theirs))
    .returning({ id: t.cases.id })
  const cases = rows.map(({ id }) => id)
  if (cases.length > 0)
    await db.update(t.caseDeeds).set({ note: null }).where(inArray(t.caseDeeds.case, cases))
  await db.update(t.partnerChanges).set({ note: null }).where(inArray(t.partnerChanges.partner, theirs))
  await db
    .update(t.partners)
    .set({ tags: '[]' })
    .where(inArray(t.partners.member, [...numbers]))
  return cases
}

/** Applications that name them: as the applicant, or as one of the staff that they were. */
export async function applicationsNaming(work: Work, numbers: readonly number[]): Promise<number[]> {
  const { applications: t, applicationDecisions } = work.t
  const decided = work.db
    .select({ id: applicationDecisions.application })
    .from(applicationDecisions)
    .where(inArray(applicationDecisions.by, [...numbers]))
  return idsOf(
    await work.db
      .select({ id: t.id })
      .from(t)
      .where(or(inArray(t.member, [...numbers]), inArray(t.reviewer, [...numbers]), inArray(t.id, decided))),
  )
}

/** Packets whose cards name them: they dropped one, or have a share of it. */
export async function packetsNaming(work: Work, numbers: readonly number[]): Promise<string[]> {
  const { packets: t, packetClaims } = work.t
  const claimed = work.db
    .select({ id: packetClaims.packet })
    .from(packetClaims)
    .where(inArray(packetClaims.member, [...numbers]))
  const isNaming: SQL | undefined = or(inArray(t.sender, [...numbers]), inArray(t.id, claimed))
  const rows = await work.db.select({ id: t.id }).from(t).where(isNaming)
  return rows.map(({ id }) => id)
}

function idsOf(rows: readonly { id: number }[]): number[] {
  return rows.map(({ id }) => id)
}

/** Cards of ours in whatever chat are drawn again, without the name. After all that is recorded. */
export async function redraw(work: Work, { applications, cases, reports, packets }: Shown): Promise<void> {
  await touchCards(work, APPLICATION_CARD, applications.map(String))
  await touchCards(work, CASE_CARD, cases.map(String))
  await touchCards(work, REPORT_CARD, reports.map(String))
  await touchCards(work, PACKET_CARD, packets)
  await touchCards(work, WITHDRAWN_CARD, packets)
}
