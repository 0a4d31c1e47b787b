/** Of the document about a person what the programme has of them: partner, cases, reports, files, letters. */
import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import type { Work } from '../../storage/storage.js'
import { lettersTo } from '../notices/notices.js'
import { moment, type PrivacyDocument } from './moment.js'

/** As a partner, and which texts they accepted or were told of. */
export async function belongingOf({ db, t }: Work, numbers: number[]): Promise<PrivacyDocument> {
  const partners = await db.select().from(t.partners).where(inArray(t.partners.member, numbers))
  const theirs = db.select({ id: t.partners.id }).from(t.partners).where(inArray(t.partners.member, numbers))
  const changes = await db
    .select()
    .from(t.partnerChanges)
    .where(and(inArray(t.partnerChanges.partner, theirs), ne(t.partnerChanges.state, 'proposed')))
    .orderBy(asc(t.partnerChanges.id))
  const marksOf = async (marks: typeof t.textAcceptances | typeof t.textNotices) => {
    const rows = await db
      .select()
      .from(marks)
      .where(inArray(marks.member, numbers))
      .orderBy(asc(marks.at), asc(marks.kind), asc(marks.version), asc(marks.member))
    return rows.map(({ kind, version, at }) => ({ kind, version, at: moment(at) }))
  }
  const invites = await db
    .select()
    .from(t.groupInvites)
    .where(inArray(t.groupInvites.member, numbers))
    .orderBy(asc(t.groupInvites.id))
  const stays = await db
    .select()
    .from(t.groupStays)
    .where(inArray(t.groupStays.member, numbers))
    .orderBy(asc(t.groupStays.platform), asc(t.groupStays.account))
  return {
    partnerGroupInvitations: invites.map(({ platform, account, state, at, until }) => ({
      ...{ platform, account, state },
      ...{ at: moment(at), until: moment(until) },
    })),
    partnerGroups: stays.map(({ platform, account, state, joinedAt, introducedAt }) => ({
      ...{ platform, account, state },
      ...{ joined: moment(joinedAt), introduced: moment(introducedAt) },
    })),
    partner: partners.map((row) => ({
      ...{ number: row.id, state: row.state, region: row.region, tier: row.tier, spell: row.spell },
      tags: fromJson(row.tags),
      ...{ since: moment(row.since), changed: moment(row.changedAt) },
      ...{ uidConfirmed: moment(row.uidConfirmedAt), returnAsked: moment(row.returnAskedAt) },
    })),
    partnerChanges: changes.map((row) => ({
      ...{ kind: row.kind, state: row.state, was: row.was, becomes: row.becomes, note: row.note },
      ...{ at: moment(row.at), due: moment(row.dueAt), ended: moment(row.endedAt) },
      acknowledged: moment(row.acknowledgedAt),
    })),
    textsAccepted: await marksOf(t.textAcceptances),
    textsToldOf: await marksOf(t.textNotices),
  }
}

/** Cases about them, once they were told of one; nothing of who reported it. And what was taken from them. */
export async function judgedOf({ db, t }: Work, numbers: number[]): Promise<PrivacyDocument> {
  const theirs = db.select({ id: t.partners.id }).from(t.partners).where(inArray(t.partners.member, numbers))
  const cases = await db
    .select()
    .from(t.cases)
    .where(and(inArray(t.cases.partner, theirs), ne(t.cases.state, 'open')))
    .orderBy(asc(t.cases.id))
  const sanctions = await db
    .select()
    .from(t.partnerSanctions)
    .where(inArray(t.partnerSanctions.partner, theirs))
    .orderBy(asc(t.partnerSanctions.id))
  return {
    cases: cases.map((row) => ({
      ...{ number: row.id, state: row.state, reason: row.reason, words: row.words, link: row.link },
      ...{ reply: row.reply, verdict: row.verdict, days: row.days, note: row.note },
      ...{ appeal: row.appeal, appealVerdict: row.appealVerdict, appealNote: row.appealNote },
      ...{ opened: moment(row.openedAt), replied: moment(row.repliedAt), decided: moment(row.decidedAt) },
      appealed: moment(row.appealedAt),
    })),
    sanctions: sanctions.map(({ kind, reason, case: number, at, until, undoneAt }) => ({
      ...{ kind, reason, case: number },
      ...{ at: moment(at), until: moment(until), undone: moment(undoneAt) },
    })),
  }
}

/** What was found out for applications: communities that were measured, and codes in profiles. */
export async function foundOutOf(
  { db, t }: Work,
  applications: number[],
): Promise<(application: number) => PrivacyDocument> {
  const measured = await db
    .select({ row: t.communities, title: t.chats.title })
    .from(t.communities)
    .innerJoin(t.chats, eq(t.chats.id, t.communities.chat))
    .where(inArray(t.communities.application, applications))
    .orderBy(asc(t.communities.id))
  const proofs = await db
    .select()
    .from(t.proofs)
    .where(inArray(t.proofs.application, applications))
    .orderBy(asc(t.proofs.id))
  return (application) => ({
    communitiesMeasured: measured
      .filter(({ row }) => row.application === application)
      .map(({ row: { size, isAdmin, measuredAt }, title }) => ({
        ...{ title, members: size, isAdmin },
        at: moment(measuredAt),
      })),
    codesInProfiles: proofs
      .filter((row) => row.application === application)
      .map(({ place, code, state, size, picture, ...times }) => ({
        ...{ account: place, code, state, followers: size, hasPicture: picture !== null },
        ...{ at: moment(times.madeAt), until: moment(times.expiresAt), looked: moment(times.lookedAt) },
      })),
  })
}

/** What they reported, files they sent, and letters to them that are still here. */
export async function sentOf(work: Work, numbers: number[]): Promise<PrivacyDocument> {
  const { db, t } = work
  const reports = await db
    .select()
    .from(t.reports)
    .where(inArray(t.reports.reporter, numbers))
    .orderBy(asc(t.reports.id))
  const files = await db
    .select()
    .from(t.receivedFiles)
    .where(inArray(t.receivedFiles.member, numbers))
    .orderBy(asc(t.receivedFiles.receivedAt), asc(t.receivedFiles.id))
  const letters = await lettersTo(work, numbers)
  return {
    reports: reports.map(({ id, about, reason, words, link, state, at }) => ({
      ...{ number: id, about, reason, words, link, state },
      at: moment(at),
    })),
    files: files.map(({ name, mime, size, platform, sha256, receivedAt }) => ({
      ...{ name, mime, size, platform, sha256 },
      at: moment(receivedAt),
    })),
    letters: letters.map(({ address, state, at }) => ({ to: address, state, at: moment(at) })),
  }
}
