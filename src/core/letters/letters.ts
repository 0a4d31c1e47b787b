/**
 * No mailbox gets more than a few letters a day, whoever names it: nobody has proven that it is theirs.
 * Counted from the outbox; each letter that was counted outlives an erasure for its day by keyed digests of
 * the mailbox and of itself, as the brakes of linking do, or a stranger's mailbox would be filled by
 * applying, erasing oneself and coming back. Never speaks.
 */
import { createHmac } from 'node:crypto'
import { and, between, gt } from 'drizzle-orm'
import { type ApplicationPolicy, days } from '../../programme/applications.js'
import { createdSince } from '../../storage/outbox.js'
import { countAll } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import type { ApplicationRow } from '../applications/applications.js'
import { mailboxesOf, mailboxOf, namingMailbox } from '../risks/risks.js'

/** Of the letter about how an application stood in this version. */
export const letterKey = (application: number, version: number): string =>
  `letter:application:${application}:${version}`

/** Of all letters about an application so far. */
function letterKeys({ id, version }: Pick<ApplicationRow, 'id' | 'version'>): string[] {
  return Array.from({ length: version + 1 }, (_, at) => letterKey(id, at))
}

/**
 * Whether a mailbox gets no more letters for now, whoever's application names it. `digestKey`: bytes that are
 * in no database.
 */
export async function isFull(
  work: Work,
  address: string,
  { limits: { lettersPerDay } }: Pick<ApplicationPolicy, 'limits'>,
  digestKey: Uint8Array,
): Promise<boolean> {
  const since = work.now - days(1)
  const keys = (await namingMailbox(work, address, since)).flatMap(letterKeys)
  const { length } = await createdSince(work, keys, since)
  return length + (await keptOf(work, digestOf(digestKey, mailboxOf(address)))) >= lettersPerDay
}

/** How many letters that still count were written of which nothing else is known any more. */
async function keptOf(work: Work, mailbox: string): Promise<number> {
  const { linkBrakes: t } = work.t
  const ofMailbox = between(t.digest, mailbox + '0'.repeat(OF_LETTER), mailbox + '9'.repeat(OF_LETTER))
  const [row] = await work.db
    .select({ count: countAll() })
    .from(t)
    .where(and(ofMailbox, gt(t.forgetAt, work.now)))
  return row?.count ?? 0
}

/**
 * What was written to the mailboxes of somebody who is about to be erased, under any of their numbers, counts
 * for the rest of its day: each letter has a row of its own, with the moment at which it was written. Of
 * mailboxes that got nothing lately nothing is kept.
 */
export async function keepLetters(
  work: Work,
  numbers: readonly number[],
  digestKey: Uint8Array,
): Promise<void> {
  const rows: { digest: string; since: number }[] = []
  for (const { mailbox, ...application } of await mailboxesOf(work, numbers))
    for (const { key, at } of await createdSince(work, letterKeys(application), work.now - days(1)))
      rows.push({ digest: digestOf(digestKey, mailbox) + numberOf(digestKey, key), since: at })
  for (const { digest, since } of rows.sort((one, other) => (one.digest < other.digest ? -1 : 1)))
    await work.db
      .insert(work.t.linkBrakes)
      .values({ digest, since, forgetAt: since + days(1), pausedUntil: 0, wrong: 1 })
      .onConflictDoNothing()
}

/** Hex; another than those of accounts. */
function digestOf(digestKey: Uint8Array, mailbox: string): string {
  return createHmac('sha256', digestKey).update(`letters ${mailbox}`).digest('hex')
}

/** Digits of a letter behind the digest of its mailbox: all that begin alike are found by their range. */
const OF_LETTER = 20

/** Of digits alone: in whichever order a database has its letters, these are between the bounds. */
function numberOf(digestKey: Uint8Array, key: string): string {
  const digest = createHmac('sha256', digestKey).update(key).digest()
  return digest.readBigUInt64BE().toString().padStart(OF_LETTER, '0')
}
