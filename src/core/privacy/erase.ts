/**
 * What is personal goes; what others rely on stays under a number without a name: money that moved, claims,
 * decisions and the record. Whatever is still open has to end first, for it needs somebody behind it.
 */
import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { Again } from '../../kit/again.js'
import { fromJson, toJson } from '../../kit/json.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { keepPace, lockApplicationsOf } from '../applications/applications.js'
import { lockCasesOf } from '../cases/cases.js'
import { memberText, record } from '../facts/facts.js'
import { keepLetters } from '../letters/letters.js'
import { keepBrakes, lockCodesOf, lockGuessesOf, recallBrakes } from '../linking/linking.js'
import { accountsOf, assertStillOne, lockPrivateChats, numbersOf, seizePeople } from '../members/members.js'
import { lettersTo } from '../notices/notices.js'
import { lockPartnersOf } from '../partners/partners.js'
import { lockReportsOf } from '../reports/reports.js'
import { sealUid } from '../uids/uids.js'
import { assertErasable } from './bars.js'
import { applicationsNaming, eraseCases, eraseReports, packetsNaming, redraw } from './told.js'

interface ErasePolicy {
  digestKey: Uint8Array
  /** How long warnings count, where the programme has any. */
  cases: CasePolicy | undefined
  /** How often somebody may apply, where they may. */
  limits: ApplicationPolicy['limits'] | undefined
}

/**
 * Erases for ever what is personal. `chat` is the private chat in which it is asked for. What slows linking
 * and applying down, and letters to a mailbox, is kept for its time by digests under `digestKey`, and without
 * an end that a UID was bound. Refuses `privacy-barred`.
 */
export async function erase(
  work: Work,
  { member, chat }: { member: number; chat: number | undefined },
  { digestKey, cases, limits }: ErasePolicy,
): Promise<void> {
  const numbers = await numbersOf(work, member)
  const accounts = await accountsOf(work, member)
  await recallBrakes(work, member, digestKey)
  await lockGuessesOf(work, numbers)
  await lockCodesOf(work, numbers)
  await lockApplicationsOf(work, numbers)
  await eraseAsked(work, numbers)
  await lockReportsOf(work, numbers)
  await lockCasesOf(work, numbers)
  await lockPartnersOf(work, numbers)
  // Before any chat and person is locked; undone where something bars it.
  const told = {
    reports: await eraseReports(work, numbers, accounts),
    cases: await eraseCases(work, numbers),
  }
  await eraseStays(work, numbers)
  const own = await lockPrivateChats(work, accounts, chat)
  await seizePeople(work, numbers)
  await assertUnchanged(work, member, accounts)
  await assertErasable(work, member, cases)
  await keepBrakes(work, { numbers, accounts }, digestKey)
  if (limits) await keepPace(work, { member, numbers, accounts }, limits, digestKey)
  await keepLetters(work, numbers, digestKey)
  await sealUid(work, { numbers, accounts }, digestKey)
  const shown = {
    applications: await applicationsNaming(work, numbers),
    packets: await packetsNaming(work, numbers),
    ...told,
  }
  await eraseTraces(work, numbers)
  const { member: given, typedBy } = work.t.linkCodes
  await eraseCodes(work, or(inArray(given, numbers), inArray(typedBy, numbers)))
  await eraseApplications(work, numbers)
  await eraseGreetings(work, numbers)
  const by = memberText(member)
  // A courier that gives one of their letters up holds the record before it comes to the row.
  await record(work, { kind: 'person-erased', actor: by, subject: by })
  await eraseLetters(work, numbers)
  for (const { platform, account } of accounts) await eraseAccount(work, platform, account)
  for (const id of own) await eraseChat(work, id)
  await work.db.insert(work.t.erasures).values({ member, at: work.now })
  await redraw(work, shown)
}

/** Who became another, or got or lost an account before they were seized, is looked at once more. */
async function assertUnchanged(
  work: Work,
  member: number,
  accounts: readonly { platform: string; account: string }[],
): Promise<void> {
  await assertStillOne(work, member)
  const names = (rows: typeof accounts) =>
    rows
      .map(({ platform, account }) => `${platform}:${account}`)
      .sort()
      .join()
  if (names(await accountsOf(work, member)) !== names(accounts)) throw new Again('another account by now')
}

/** With the partner, and before any chat is locked. */
async function eraseStays({ db, t }: Work, numbers: number[]): Promise<void> {
  await db.delete(t.groupInvites).where(inArray(t.groupInvites.member, numbers))
  await db.delete(t.groupStays).where(inArray(t.groupStays.member, numbers))
  await db.delete(t.badges).where(inArray(t.badges.member, numbers))
}

async function eraseTraces({ db, t }: Work, numbers: number[]): Promise<void> {
  await db.update(t.members).set({ language: null }).where(inArray(t.members.id, numbers))
  await db.delete(t.exchangeUids).where(inArray(t.exchangeUids.member, numbers))
  await db.delete(t.sightings).where(inArray(t.sightings.member, numbers))
  await db.delete(t.forms).where(inArray(t.forms.member, numbers))
  await db.delete(t.receivedFiles).where(inArray(t.receivedFiles.member, numbers))
  await db.delete(t.linkGuesses).where(inArray(t.linkGuesses.member, numbers))
  await db.delete(t.linkPauses).where(inArray(t.linkPauses.member, numbers))
}

/**
 * A code by which somebody waits is of no use any more, and stays without its account until a beat has told
 * the other of the two (`lapseJoining`).
 */
async function eraseCodes({ db, t: { linkCodes } }: Work, which: SQL | undefined): Promise<void> {
  await db
    .update(linkCodes)
    .set({ state: 'spent', account: null })
    .where(and(which, isNotNull(linkCodes.waitsSince)))
  await db.delete(linkCodes).where(and(which, isNull(linkCodes.waitsSince)))
}

async function eraseApplications({ db, t }: Work, numbers: number[]): Promise<void> {
  const isTheirs = inArray(t.applications.member, numbers)
  const empty = { answers: '{}', summary: '[]', rules: '[]', appeal: null, source: null }
  await db.update(t.applications).set(empty).where(isTheirs)
  const ids = db.select({ id: t.applications.id }).from(t.applications).where(isTheirs)
  await db
    .update(t.applicationDecisions)
    .set({ note: null })
    .where(inArray(t.applicationDecisions.application, ids))
  await db
    .update(t.applicationRounds)
    .set({ questions: '[]', answer: null })
    .where(inArray(t.applicationRounds.application, ids))
  await db
    .update(t.applicationProposals)
    .set({ note: null })
    .where(inArray(t.applicationProposals.application, ids))
  await db.delete(t.applicationMarks).where(inArray(t.applicationMarks.application, ids))
  await db.delete(t.proofs).where(inArray(t.proofs.application, ids))
}

/** Letters to them, at whatever address. */
async function eraseLetters(work: Work, numbers: number[]): Promise<void> {
  const { outbox } = work.t
  for (const { id } of await lettersTo(work, numbers)) await work.db.delete(outbox).where(eq(outbox.id, id))
}

/** Words on cards of packets. */
async function eraseGreetings(work: Work, numbers: number[]): Promise<void> {
  const { db, t } = work
  const greeted = and(inArray(t.packets.sender, numbers), isNotNull(t.packets.greeting))
  await work.lock(db.select({ id: t.packets.id }).from(t.packets).where(greeted).orderBy(asc(t.packets.id)))
  await db.update(t.packets).set({ greeting: null }).where(greeted)
}

/** Words for cards of packets that were asked for. */
async function eraseAsked({ db, t }: Work, numbers: number[]): Promise<void> {
  const asked = await db
    .select({ id: t.packetRequests.id, terms: t.packetRequests.terms })
    .from(t.packetRequests)
    .where(inArray(t.packetRequests.maker, numbers))
    .orderBy(asc(t.packetRequests.id))
  for (const { id, terms } of asked) {
    const { greeting, ...rest } = fromJson<Record<string, unknown>>(terms)
    if (greeting === undefined) continue
    await db
      .update(t.packetRequests)
      .set({ terms: toJson(rest) })
      .where(eq(t.packetRequests.id, id))
  }
}

/** Wherever it is named, under the number of whoever had it before it was taken off them, too. */
async function eraseAccount(work: Work, platform: 'telegram' | 'discord', account: string) {
  const { db, t } = work
  for (const table of [t.identities, t.outbox, t.groupInvites, t.groupStays, t.badges])
    await db.delete(table).where(and(eq(table.platform, platform), eq(table.account, account)))
  await eraseCodes(work, and(eq(t.linkCodes.platform, platform), eq(t.linkCodes.account, account)))
}

/** The number of a private chat stays; whose it is does not. */
async function eraseChat(work: Work, id: number): Promise<void> {
  const { chats } = work.t
  const gone = { native: `erased-${id}`, title: '', language: null, appLanguage: null, guild: null }
  await work.db
    .update(chats)
    .set({ ...gone, state: 'left' })
    .where(eq(chats.id, id))
}
