/**
 * How often one person may send an application, under whichever accounts: each is a card on the desk, work
 * for a reviewer, and a letter to an address that nobody has proven to be theirs. Counted from the
 * applications themselves; what was counted outlives an erasure by a keyed digest of each account, as the
 * brakes of linking do, or whoever wants to be fast would erase themself and come back. Never speaks.
 */
import { createHmac } from 'node:crypto'
import { and, desc, gt, inArray, max } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { type ApplicationPolicy, days } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, numbersOf, type PlatformWord } from '../members/members.js'

type Limits = ApplicationPolicy['limits']
type Account = { platform: PlatformWord; account: string }

/** Each limit, and for how long what was sent counts against it. */
function spansOf({ perDay, perMonth }: Limits): { most: number; ms: number }[] {
  return [
    { most: perDay, ms: days(1) },
    { most: perMonth, ms: days(30) },
  ]
}

/** When some people, who are one, sent applications that may still count, the newest first. */
async function sentBy(work: Work, numbers: readonly number[]): Promise<number[]> {
  const { member, submittedAt, id } = work.t.applications
  const rows = await work.db
    .select({ at: submittedAt })
    .from(work.t.applications)
    .where(and(inArray(member, [...numbers]), gt(submittedAt, work.now - days(30))))
    .orderBy(desc(submittedAt), desc(id))
  return rows.map(({ at }) => at ?? 0)
}

/** Refuses `apply-often`, with from when on another may be sent. `key`: bytes that are in no database. */
export async function assertNotTooOften(
  work: Work,
  member: number,
  limits: Limits,
  key: Uint8Array,
): Promise<void> {
  const sent = await sentBy(work, await numbersOf(work, member))
  const free = spansOf(limits).map(({ most, ms }) => {
    // The oldest of those that fill the limit has to be over.
    const first = sent[most - 1]
    return first === undefined ? 0 : first + ms
  })
  const at = Math.max(...free, await bracedUntil(work, member, key))
  if (at <= work.now) return
  const { perDay, perMonth } = limits
  refuse('apply-often', { day: perDay, month: perMonth, at: { instant: at, as: 'moment' } })
}

/** Until when somebody behind one of these accounts waits who had everything erased; 0: nobody does. */
async function bracedUntil(work: Work, member: number, key: Uint8Array): Promise<number> {
  const { linkBrakes: t } = work.t
  const digests = (await accountsOf(work, member)).map((account) => digestOf(key, account))
  if (digests.length === 0) return 0
  const [row] = await work.db
    .select({ until: max(t.pausedUntil) })
    .from(t)
    .where(inArray(t.digest, digests))
  return Number(row?.until ?? 0)
}

/** Hex; another than that of linking. */
function digestOf(key: Uint8Array, { platform, account }: Account): string {
  return createHmac('sha256', key).update(`applying ${platform}:${account}`).digest('hex')
}

/**
 * What somebody sent who is about to be erased, under any of their numbers: whoever comes back by one of
 * their accounts waits as long as that many take by the limits. Of who sent nothing lately nothing is kept.
 */
export async function keepPace(
  work: Work,
  { member, numbers, accounts }: { member: number; numbers: readonly number[]; accounts: readonly Account[] },
  limits: Limits,
  key: Uint8Array,
): Promise<void> {
  const sent = await sentBy(work, numbers)
  const waits = spansOf(limits).map(({ most, ms }) => {
    const counted = sent.filter((at) => at > work.now - ms).length
    // Never longer than who stayed would wait: several accounts, or limits that were wider, make it no more.
    return (sent[0] ?? 0) + Math.min(ms, Math.ceil((counted * ms) / most))
  })
  const before = await bracedUntil(work, member, key)
  const pausedUntil = Math.max(before, ...(sent.length === 0 ? [] : waits))
  if (pausedUntil <= work.now) return
  const { linkBrakes } = work.t
  const row = { pausedUntil, since: 0, wrong: 0, forgetAt: pausedUntil }
  for (const digest of accounts.map((account) => digestOf(key, account)).sort())
    await work.db
      .insert(linkBrakes)
      .values({ digest, ...row })
      .onConflictDoUpdate({ target: linkBrakes.digest, set: row })
}
