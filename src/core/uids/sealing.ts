/**
 * That somebody bound a UID outlives an erasure, or whoever wants another one would erase themself and come
 * back: staff alone change it. It is kept by a keyed digest of each account, beside what slows linking down
 * (`link_brakes`), but without an end: until staff set a UID or say that there is none.
 */
import { createHmac } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, type PlatformWord } from '../members/members.js'

type Account = { platform: PlatformWord; account: string }

/** The daily job forgets what is over: this never is. */
const NEVER = Number.MAX_SAFE_INTEGER

/** Hex, in one order, as rows are locked. `key`: bytes that are in no database. */
function digestsOf(key: Uint8Array, accounts: readonly Account[]): string[] {
  const digestOf = ({ platform, account }: Account) =>
    createHmac('sha256', key).update(`uid bound ${platform}:${account}`).digest('hex')
  return accounts.map(digestOf).sort()
}

/**
 * Keeps that somebody who is about to be erased has bound a UID, under any of their numbers, or had before an
 * earlier erasure; nothing where they have not.
 */
export async function sealUid(
  work: Work,
  { numbers, accounts }: { numbers: readonly number[]; accounts: readonly Account[] },
  key: Uint8Array,
): Promise<void> {
  const { exchangeUids, linkBrakes } = work.t
  const digests = digestsOf(key, accounts)
  const bound = await work.db
    .select({ member: exchangeUids.member })
    .from(exchangeUids)
    .where(inArray(exchangeUids.member, [...numbers]))
  if (bound.length === 0 && !(await isAnySealed(work, digests))) return
  const row = { pausedUntil: 0, since: 0, wrong: 0, forgetAt: NEVER }
  for (const digest of digests)
    await work.db
      .insert(linkBrakes)
      .values({ digest, ...row })
      .onConflictDoNothing()
}

async function isAnySealed({ db, t: { linkBrakes } }: Work, digests: readonly string[]): Promise<boolean> {
  if (digests.length === 0) return false
  const rows = await db
    .select({ digest: linkBrakes.digest })
    .from(linkBrakes)
    .where(inArray(linkBrakes.digest, [...digests]))
    .limit(1)
  return rows.length > 0
}

/** Whether behind one of a person's accounts somebody had bound a UID and was erased. */
export async function isUidSealed(work: Work, member: number, key: Uint8Array): Promise<boolean> {
  return isAnySealed(work, digestsOf(key, await accountsOf(work, member)))
}

/** Refuses `uid-sealed`: they had bound one before they were erased, and only staff bind another. */
export async function assertUidUnsealed(work: Work, member: number, key: Uint8Array): Promise<void> {
  if (await isUidSealed(work, member, key)) refuse('uid-sealed')
}

/** Staff have said what holds from now on. */
export async function unsealUid(work: Work, member: number, key: Uint8Array): Promise<void> {
  const { linkBrakes } = work.t
  const digests = digestsOf(key, await accountsOf(work, member))
  if (digests.length > 0) await work.db.delete(linkBrakes).where(inArray(linkBrakes.digest, digests))
}
