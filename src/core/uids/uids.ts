/**
 * The number of a person's account at the exchange: one a person, and one person a number, whatever accounts
 * they use here. Its owner binds it once; staff alone change it.
 */
import { asc, eq, inArray } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import { isUidSealed, unsealUid } from './sealing.js'

export { assertUidUnsealed, sealUid } from './sealing.js'

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
  if ((await ownersOf(work, uid)).length > 0) refuse('uid-taken')
}

/** Characters of the longest UID that a programme may take. */
const SPELT_MOST = 20

/**
 * Whose it is, the lowest first; empty: nobody's. Rows of before zeros were left out may begin with some, so
 * that two people may have what is one number: all of them have it.
 */
export async function ownersOf(work: Work, uid: string): Promise<number[]> {
  const { exchangeUids } = work.t
  const plain = plainUid(uid)
  const more = Math.max(0, SPELT_MOST - plain.length)
  // Each spelling is looked up by the index.
  const spelt = Array.from({ length: more + 1 }, (_, zeros) => '0'.repeat(zeros) + plain)
  const rows = await work.db
    .select({ member: exchangeUids.member })
    .from(exchangeUids)
    .where(inArray(exchangeUids.uid, spelt))
    .orderBy(asc(exchangeUids.member))
  return rows.map(({ member }) => member)
}

interface UidChange {
  member: number
  /** Undefined: there is to be none. */
  uid: string | undefined
  by: number
  digestKey: Uint8Array
}

/**
 * All that {@link changeUid} would refuse, without writing. Answers the UID that they have, and whether one
 * that they had before they were erased holds still.
 */
export async function assertUidChangeable(
  work: Work,
  { member, uid, by, digestKey }: UidChange,
): Promise<{ own: string | undefined; isSealed: boolean }> {
  if (member === by) refuse('uid-own')
  const own = await uidOf(work, member)
  const isSealed = await isUidSealed(work, member, digestKey)
  if (uid === undefined && own === undefined && !isSealed) refuse('uid-none')
  const isTaken = uid !== undefined && (await ownersOf(work, uid)).some((owner) => owner !== member)
  if (isTaken) refuse('uid-taken')
  return { own, isSealed }
}

/**
 * Staff set another number, or take it away (`uid` undefined), and say why. Refuses `uid-own` (nobody changes
 * their own), `uid-taken`, `uid-none` (there is none to be taken away).
 */
export async function changeUid(
  work: Work,
  { reason, ...change }: UidChange & { reason: string },
): Promise<void> {
  const { member, uid, by, digestKey } = change
  const { own, isSealed } = await assertUidChangeable(work, change)
  const { exchangeUids } = work.t
  if (isSealed) await unsealUid(work, member, digestKey)
  if (uid === undefined) {
    await work.db.delete(exchangeUids).where(eq(exchangeUids.member, member))
  } else {
    const row = { uid: plainUid(uid), at: work.now, by: memberText(by) }
    await work.db
      .insert(exchangeUids)
      .values({ member, ...row })
      .onConflictDoUpdate({ target: exchangeUids.member, set: row })
  }
  const details = { reason, had: own !== undefined || isSealed, has: uid !== undefined }
  await record(work, { kind: 'uid-changed', actor: memberText(by), subject: memberText(member), details })
}

/** The UID of somebody who has become another is theirs under the number that stays; one of two has none. */
export async function joinUids(work: Work, gone: number, stays: number): Promise<void> {
  const { exchangeUids } = work.t
  await work.db.update(exchangeUids).set({ member: stays }).where(eq(exchangeUids.member, gone))
}
