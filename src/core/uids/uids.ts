/**
 * The number of a person's account at the exchange: one a person, and one person a number, whatever accounts
 * they use here. Its owner binds it once; staff alone change it.
 */
import { eq, sql } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'

/** As it is kept; undefined where none is bound. */
export async function uidOf(work: Work, member: number): Promise<string | undefined> {
  const { exchangeUids } = work.t
  const [row] = await work.db.select().from(exchangeUids).where(eq(exchangeUids.member, member))
  return row?.uid
}

/** As it is kept and compared: zeros before it say nothing. */
export function plainUid(uid: string): string {
  return uid.replace(/^0+(?=.)/, '')
}

/** Digits of a UID that are shown: enough to know one's own by. */
const SHOWN = 2

/** For people's eyes: `•••••42`. */
export function masked(uid: string): string {
  const shown = uid.length > SHOWN * 2 ? SHOWN : 1
  return '•'.repeat(uid.length - shown) + uid.slice(-shown)
}

/**
 * Binds it for the person themself, once. Refuses `uid-bound` (they have one), `uid-taken` (somebody else
 * has it). The record does not hold the number: it could never be erased there.
 */
export async function bindUid(work: Work, member: number, uid: string): Promise<void> {
  await assertUidFree(work, member, uid)
  const by = memberText(member)
  const { exchangeUids } = work.t
  const bound = await work.db
    .insert(exchangeUids)
    .values({ member, uid: plainUid(uid), at: work.now, by })
    .onConflictDoNothing()
    .returning({ member: exchangeUids.member })
  // Somebody was faster: which of the two keys it was is seen anew.
  if (bound.length === 0) return assertUidFree(work, member, uid)
  await record(work, { kind: 'uid-bound', actor: by, subject: by })
}

/** All that {@link bindUid} would refuse. */
export async function assertUidFree(work: Work, member: number, uid: string): Promise<void> {
  const own = await uidOf(work, member)
  if (own) refuse('uid-bound', { uid: masked(own) })
  const owner = await ownerOf(work, uid)
  if (owner !== undefined) refuse('uid-taken')
}

/** Whose it is; undefined: nobody's. Rows of before that was asked may begin with zeros. */
export async function ownerOf(work: Work, uid: string): Promise<number | undefined> {
  const { exchangeUids } = work.t
  const [row] = await work.db
    .select()
    .from(exchangeUids)
    .where(sql`ltrim(${exchangeUids.uid}, '0') = ${plainUid(uid).replace(/^0$/, '')}`)
  return row?.member
}

/**
 * Staff set another number, or take it away (`uid` undefined), and say why. Refuses `uid-own` (nobody changes
 * their own), `uid-taken`, `uid-none` (there is none to be taken away).
 */
export async function changeUid(
  work: Work,
  { member, uid, by, reason }: { member: number; uid: string | undefined; by: number; reason: string },
): Promise<void> {
  if (member === by) refuse('uid-own')
  const { exchangeUids } = work.t
  const own = await uidOf(work, member)
  if (uid === undefined) {
    if (own === undefined) refuse('uid-none')
    await work.db.delete(exchangeUids).where(eq(exchangeUids.member, member))
  } else {
    const owner = await ownerOf(work, uid)
    if (owner !== undefined && owner !== member) refuse('uid-taken')
    const row = { uid: plainUid(uid), at: work.now, by: memberText(by) }
    await work.db
      .insert(exchangeUids)
      .values({ member, ...row })
      .onConflictDoUpdate({ target: exchangeUids.member, set: row })
  }
  const details = { reason, had: own !== undefined, has: uid !== undefined }
  await record(work, { kind: 'uid-changed', actor: memberText(by), subject: memberText(member), details })
}

/** The UID of somebody who has become another is theirs under the number that stays; one of two has none. */
export async function joinUids(work: Work, gone: number, stays: number): Promise<void> {
  const { exchangeUids } = work.t
  await work.db.update(exchangeUids).set({ member: stays }).where(eq(exchangeUids.member, gone))
}
