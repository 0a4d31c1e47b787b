/**
 * From when on a person may apply again, by all that was ever decided about them: under whichever account it
 * was, and whatever was decided later.
 */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { ApplicationRow } from './moving.js'

/** A rejection that keeps somebody from applying: until when, or where it is null, for ever. */
export type Barring = Pick<ApplicationRow, 'id' | 'reapplyAt'>

/**
 * Of the rejections that still keep some people, who are one, from applying, the one that does longest;
 * undefined: none. `but`: an application whose own rejection is not meant. `appealed`: whether one counts
 * whose appeal nobody has decided.
 */
export async function barringRejection(
  work: Work,
  people: readonly number[],
  { but = 0, appealed = true }: { but?: number; appealed?: boolean } = {},
): Promise<Barring | undefined> {
  const { id, member, state, reapplyAt, appealedAt, appealDecidedAt } = work.t.applications
  const isSettled = appealed ? undefined : or(isNull(appealedAt), isNotNull(appealDecidedAt))
  const [row] = await work.db
    .select({ id, reapplyAt })
    .from(work.t.applications)
    .where(
      and(
        and(inArray(member, [...people]), eq(state, 'rejected'), ne(id, but), isSettled),
        or(isNull(reapplyAt), gt(reapplyAt, work.now)),
      ),
    )
    .orderBy(desc(isNull(reapplyAt)), desc(reapplyAt), asc(id))
    .limit(1)
  return row
}

/**
 * To the applicant: `apply-never`, `apply-too-soon`. To whoever decides: `application-barred-never`,
 * `application-barred`.
 */
export function refuseBarred(
  { id, reapplyAt }: Barring,
  application: number,
  to: 'applicant' | 'staff',
): never {
  const number = String(id)
  const at = reapplyAt === null ? undefined : { instant: reapplyAt, as: 'moment' as const }
  if (to === 'applicant') return at ? refuse('apply-too-soon', { at }) : refuse('apply-never', { number })
  const both = { number: String(application), rejected: number }
  return at ? refuse('application-barred', { ...both, at }) : refuse('application-barred-never', both)
}
