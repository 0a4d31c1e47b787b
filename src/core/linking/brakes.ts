/**
 * What slows linking down outlives an erasure for its time, or whoever wants to be fast would erase themself
 * and come back: the pause after a link or a parting, and tries of codes. They wait by a keyed digest of the
 * account, and are the person's again as soon as the account links.
 */
import { createHmac } from 'node:crypto'
import { and, inArray, isNull, lte } from 'drizzle-orm'
import type { Job } from '../../storage/job.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, type PlatformWord } from '../members/members.js'
import * as store from './code-store.js'
import { pause } from './pauses.js'

const HOUR_MS = 3_600_000

type Account = { platform: PlatformWord; account: string }

/** Hex. `key`: bytes that are in no database. */
function digestOf(key: Uint8Array, { platform, account }: Account): string {
  return createHmac('sha256', key).update(`link brakes ${platform}:${account}`).digest('hex')
}

/**
 * Keeps the brakes of somebody who is about to be erased, under any of their numbers, for each of their
 * accounts; nothing where they have none. After {@link recallBrakes}.
 */
export async function keepBrakes(
  work: Work,
  { numbers, accounts }: { numbers: readonly number[]; accounts: readonly Account[] },
  key: Uint8Array,
): Promise<void> {
  const { linkPauses, linkGuesses, linkBrakes } = work.t
  const pauses = await work.db
    .select()
    .from(linkPauses)
    .where(inArray(linkPauses.member, [...numbers]))
  const guesses = await work.db
    .select()
    .from(linkGuesses)
    .where(inArray(linkGuesses.member, [...numbers]))
  const until = Math.max(0, ...pauses.map((one) => one.until))
  const pausedUntil = until > work.now ? until : 0
  const fresh = guesses.filter(({ since, wrong }) => wrong > 0 && since + HOUR_MS > work.now)
  const since = Math.max(0, ...fresh.map((one) => one.since))
  const wrong = Math.max(0, ...fresh.map((one) => one.wrong))
  const forgetAt = Math.max(pausedUntil, since === 0 ? 0 : since + HOUR_MS)
  if (forgetAt === 0) return
  const row = { pausedUntil, since, wrong, forgetAt }
  for (const digest of digestsOf(key, accounts))
    await work.db
      .insert(linkBrakes)
      .values({ digest, ...row })
      .onConflictDoUpdate({ target: linkBrakes.digest, set: row })
}

/** In one order, as rows are locked. */
function digestsOf(key: Uint8Array, accounts: readonly Account[]): string[] {
  return accounts.map((account) => digestOf(key, account)).sort()
}

/**
 * Brakes that an erased person left behind for one of these accounts are those of whoever is behind it now.
 * Before any code is locked.
 */
export async function recallBrakes(work: Work, member: number, key: Uint8Array): Promise<void> {
  const { linkBrakes } = work.t
  const digests = digestsOf(key, await accountsOf(work, member))
  if (digests.length === 0) return
  const rows = await work.lock(
    work.db.select().from(linkBrakes).where(inArray(linkBrakes.digest, digests)).orderBy(linkBrakes.digest),
  )
  if (rows.length === 0) return
  await work.db.delete(linkBrakes).where(inArray(linkBrakes.digest, digests))
  const left = Math.max(0, ...rows.map(({ pausedUntil }) => pausedUntil - work.now))
  if (left > 0) await pause(work, member, left)
  const own = await store.lockGuesses(work, member)
  const tries = [own, ...rows].filter(({ since, wrong }) => wrong > 0 && since + HOUR_MS > work.now)
  if (tries.length === 0) return
  await store.writeGuesses(work, member, {
    since: Math.max(...tries.map(({ since }) => since)),
    wrong: Math.max(...tries.map(({ wrong }) => wrong)),
  })
}

/** ms for which a code of no use any more is kept, to say so to whoever presses a button of it. */
const CODES_KEPT_MS = 86_400_000

/** Nothing is kept of brakes whose time is over, nor of codes by which nobody is to be told any more. */
export const brakesJob: Job = {
  name: 'forget-brakes',
  cron: '55 3 * * *',
  zone: 'UTC',
  catchUp: 'run_latest',
  needsTrueClock: true,
  async run(work, { dueAt }) {
    const { linkBrakes, linkCodes } = work.t
    await work.db.delete(linkBrakes).where(lte(linkBrakes.forgetAt, dueAt))
    const isLongOver = lte(linkCodes.expiresAt, dueAt - CODES_KEPT_MS)
    await work.db.delete(linkCodes).where(and(isLongOver, isNull(linkCodes.waitsSince)))
    return 'done'
  },
}
