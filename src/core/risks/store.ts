/** Queries behind the risks of an application. */
import { and, asc, eq, gt, inArray, isNotNull, isNull, ne, notInArray, or, type SQL } from 'drizzle-orm'
import { insertMany } from '../../storage/insert-many.js'
import type { Work } from '../../storage/storage.js'
import type { Mark } from './marks.js'

export async function insertMarks(work: Work, application: number, marks: readonly Mark[]): Promise<void> {
  if (marks.length === 0) return
  await insertMany(
    work,
    work.t.applicationMarks,
    marks.map((mark) => ({ application, ...mark })),
  )
}

/** Rows that are looked at: more prove no more. */
const SHARED_MOST = 50

function isOneOf(t: Work['t']['applicationMarks'], marks: readonly Mark[]): SQL | undefined {
  return or(...marks.map(({ kind, mark }) => and(eq(t.kind, kind), eq(t.mark, mark))))
}

/** Applications of other people that were sent and hold one of the marks of this one. */
export async function sharedWith(work: Work, application: number, member: number) {
  const { applicationMarks: t, applications } = work.t
  const own = await work.db.select().from(t).where(eq(t.application, application))
  if (own.length === 0) return []
  return work.db
    .select({ kind: t.kind, mark: t.mark, application: t.application, member: applications.member })
    .from(t)
    .innerJoin(applications, eq(applications.id, t.application))
    .where(and(isOneOf(t, own), ne(applications.member, member)))
    .orderBy(asc(t.application), asc(t.kind), asc(t.mark))
    .limit(SHARED_MOST)
}

/** Whose application, open or approved, holds one of the marks of this one; of other people. */
export async function rivalsOf(work: Work, application: number, member: number): Promise<number[]> {
  const { applicationMarks: t, applications } = work.t
  const own = await work.db.select().from(t).where(eq(t.application, application))
  if (own.length === 0) return []
  const rows = await work.db
    .selectDistinct({ member: applications.member })
    .from(t)
    .innerJoin(applications, eq(applications.id, t.application))
    .where(
      and(
        isOneOf(t, own),
        ne(applications.member, member),
        notInArray(applications.state, ['rejected', 'withdrawn', 'expired']),
      ),
    )
  return rows.map(({ member }) => member)
}

/** Those of some people who are partners that were suspended or shown out. */
export async function fallenAmong(work: Work, members: readonly number[]): Promise<number[]> {
  const { partners } = work.t
  const rows = await work.db
    .select({ member: partners.member })
    .from(partners)
    .where(
      and(
        inArray(partners.member, [...members]),
        inArray(partners.state, ['suspended', 'terminating', 'terminated']),
      ),
    )
  return rows.map(({ member }) => member)
}

/** Sent applications that hold a mark and were changed since. */
export async function marked({ db, t }: Work, { kind, mark }: Mark, since: number) {
  const { applicationMarks: marks, applications } = t
  return db
    .select({ id: applications.id, version: applications.version })
    .from(marks)
    .innerJoin(applications, eq(applications.id, marks.application))
    .where(and(eq(marks.kind, kind), eq(marks.mark, mark), gt(applications.changedAt, since)))
    .orderBy(asc(applications.id))
}

/** Numbers of a person's other applications that were turned away, the oldest first. */
export async function rejectedBefore(work: Work, member: number, but: number): Promise<number[]> {
  const { applications, applicationDecisions } = work.t
  const rows = await work.db
    .selectDistinct({ id: applications.id })
    .from(applications)
    .innerJoin(applicationDecisions, eq(applicationDecisions.application, applications.id))
    .where(
      and(
        eq(applications.member, member),
        ne(applications.id, but),
        eq(applicationDecisions.verdict, 'rejected'),
        isNotNull(applications.submittedAt),
      ),
    )
    .orderBy(asc(applications.id))
  return rows.map(({ id }) => id)
}

/** The mailboxes that sent applications of some people lead to. */
export async function mailboxesOf({ db, t }: Work, numbers: readonly number[]) {
  const { applicationMarks: marks, applications } = t
  return db
    .select({ id: applications.id, version: applications.version, mailbox: marks.mark })
    .from(marks)
    .innerJoin(applications, eq(applications.id, marks.application))
    .where(and(eq(marks.kind, 'email'), inArray(applications.member, [...numbers])))
    .orderBy(asc(applications.id))
}

/** The UID that a sent application names, as it is compared. */
export async function uidNamed(work: Work, application: number): Promise<string | undefined> {
  const { applicationMarks: t } = work.t
  const [row] = await work.db
    .select({ mark: t.mark })
    .from(t)
    .where(and(eq(t.application, application), eq(t.kind, 'uid')))
  return row?.mark
}

/** Sent applications that name the same UID, this one too; nobody else changes them until the commit. */
export async function lockNamesakes(work: Work, application: number): Promise<void> {
  const { applicationMarks: t, applications } = work.t
  const uid = await uidNamed(work, application)
  if (uid === undefined) return
  const named = work.db
    .select({ id: t.application })
    .from(t)
    .where(and(eq(t.kind, 'uid'), eq(t.mark, uid)))
  await work.lock(
    work.db
      .select({ id: applications.id })
      .from(applications)
      .where(inArray(applications.id, named))
      .orderBy(asc(applications.id)),
  )
}

/** An approved application of another person by the same UID, who is a partner and has none bound. */
export async function approvedBy(
  work: Work,
  { id, member }: { id: number; member: number },
): Promise<number | undefined> {
  const { applicationMarks: t, applications, partners, exchangeUids } = work.t
  const uid = await uidNamed(work, id)
  if (uid === undefined) return undefined
  const [row] = await work.db
    .select({ id: applications.id })
    .from(t)
    .innerJoin(applications, eq(applications.id, t.application))
    .innerJoin(partners, eq(partners.application, applications.id))
    .leftJoin(exchangeUids, eq(exchangeUids.member, partners.member))
    .where(
      and(
        and(eq(t.kind, 'uid'), eq(t.mark, uid), ne(applications.member, member)),
        notInArray(partners.state, ['terminated', 'resigned']),
        isNull(exchangeUids.uid),
      ),
    )
    .orderBy(asc(applications.id))
    .limit(1)
  return row?.id
}
