/** Reports of two people who turn out to be one. */
import { asc, eq, inArray, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'

/** Nobody else decides what these people reported, or what is told of them, until the commit. */
export async function lockReportsOf(work: Work, people: readonly number[]): Promise<void> {
  const { partners, reports } = work.t
  const theirs = work.db
    .select({ id: partners.id })
    .from(partners)
    .where(inArray(partners.member, [...people]))
  await work.lock(
    work.db
      .select({ id: reports.id })
      .from(reports)
      .where(or(inArray(reports.reporter, [...people]), inArray(reports.partner, theirs)))
      .orderBy(asc(reports.id)),
  )
}

/**
 * What either reported is the person's: they decide nothing about it, and are told how it ended. A report of
 * what turns out to be themself stays, for others to decide: it may be true.
 */
export async function joinReports(work: Work, gone: number, stays: number): Promise<void> {
  const { reports } = work.t
  await work.db.update(reports).set({ reporter: stays }).where(eq(reports.reporter, gone))
}
