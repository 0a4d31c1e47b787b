/** Partners of two people who turn out to be one. */
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { carryStop } from '../freezes/freezes.js'
import { spenderScope } from './snapshot.js'

/** Nobody else moves the partners that these people are, or are for, until the commit. */
export async function lockPartnersOf(work: Work, people: readonly number[]): Promise<void> {
  const { partners } = work.t
  const isTheirs = or(inArray(partners.member, [...people]), inArray(partners.returnBackedBy, [...people]))
  await work.lock(
    work.db.select({ id: partners.id }).from(partners).where(isTheirs).orderBy(asc(partners.id)),
  )
}

/**
 * A partner who turned out to be another person, too, is one under the number that stays, with the stop that
 * a sanction laid. Who was for somebody's return is the number that stays, so that one person is not two; and
 * nobody is for their own.
 */
export async function joinPartners(work: Work, gone: number, stays: number): Promise<void> {
  const { partners } = work.t
  await work.db.update(partners).set({ member: stays }).where(eq(partners.member, gone))
  const { badges, groupInvites, groupStays, groupChecks } = work.t
  await work.db.update(badges).set({ member: stays }).where(eq(badges.member, gone))
  await work.db.update(groupInvites).set({ member: stays }).where(eq(groupInvites.member, gone))
  await work.db.update(groupStays).set({ member: stays }).where(eq(groupStays.member, gone))
  // They have accounts that were not invited yet.
  const theirs = work.db.select({ id: partners.id }).from(partners).where(eq(partners.member, stays))
  await work.db.update(groupChecks).set({ stale: true }).where(inArray(groupChecks.partner, theirs))
  await work.db.update(partners).set({ returnBackedBy: stays }).where(eq(partners.returnBackedBy, gone))
  await work.db
    .update(partners)
    .set({ returnBackedBy: null })
    .where(and(eq(partners.member, stays), eq(partners.returnBackedBy, stays)))
  await carryStop(work, { from: spenderScope({ member: gone }), to: spenderScope({ member: stays }) })
}
