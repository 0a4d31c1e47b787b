/**
 * The record of what happened: append-only rows, each holding the hash of the one before, so that a changed
 * or missing row is found. A fact is written in the unit of work of what it tells. Claims are
 * not facts: the ledger and the claims table hold them.
 *
 * A unit comes to the facts after the ledger and before the outbox: see ARCHITECTURE.md, the order of locks.
 */
import { createHash } from 'node:crypto'
import { asc, desc, eq, gt, lt } from 'drizzle-orm'
import { canonicalJson } from '../../kit/json.js'
import { must } from '../../kit/refusal.js'
import { insertMany } from '../../storage/insert-many.js'
import { prepared } from '../../storage/prepared.js'
import type { Work } from '../../storage/storage.js'
import { type Check, type Finding, paged } from '../ledger/ledger.js'

export { movesOf, retraced, wrongWay } from './retracing.js'
export { sealFrom, sealHolds } from './sealing.js'

/** Every kind of fact there is. Its words are `fact-<kind>`. */
export const FACT_KINDS = [
  'packet-dropped',
  'packet-asked',
  'packet-approved',
  'packet-rejected',
  'packet-request-expired',
  'packet-draw-trimmed',
  'packet-closed',
  'packet-expired',
  'packet-cancelled',
  'packet-extended',
  'packet-topped-up',
  'packet-paused',
  'packet-resumed',
  'packet-posted-here',
  'packet-withdrawn',
  'packet-card-lost',
  'treasury-asked',
  'treasury-approved',
  'treasury-rejected',
  'frozen',
  'lifted',
  'role-granted',
  'role-revoked',
  'chat-language',
  'chat-merged',
  'application-moved',
  'application-checked',
  'application-measured',
  'application-lost',
  'application-code-made',
  'application-code-looked-at',
  'application-appealed',
  'application-appeal-refused',
  'application-proposed',
  'application-declined',
  'application-escalated',
  'application-handed-over',
  'application-talk-proposed',
  'application-talk-answered',
  'desk-named',
  'desk-closed',
  'partner-invited',
  'partner-joined',
  'partner-misused',
  'partner-onboarded',
  'partner-shown-out',
  'partner-uninvited',
  'programme-changed',
  'text-accepted',
  'partner-moved',
  'partner-uid-confirmed',
  'partner-return-asked',
  'partner-return-backed',
  'partner-change-moved',
  'partner-change-acknowledged',
  'case-moved',
  'case-proposed',
  'case-declined',
  'case-reminded',
  'report-made',
  'report-decided',
  'people-joined',
  'account-parted',
  'link-asked',
  'link-declined',
  'link-lapsed',
  'uid-bound',
  'uid-changed',
  'person-erased',
  'badge-given',
  'badge-taken',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

export interface Fact {
  kind: FactKind
  /** `member:7`, `operator`, `owners` (the setting), `system`. */
  actor: string
  /** What it is about: `packet:6f3k…`, `chat:3`. */
  subject: string
  details?: Record<string, unknown>
}

/** A person as facts, transfers and stops name them. */
export function memberText(member: number): `member:${number}` {
  return `member:${member}`
}

const lockedHead = prepared('facts.locked-head', (db, t, _: object, lock) =>
  lock(db.select().from(t.factHead)),
)

/** Adds a fact to the chain; the head follows by itself (`migrations/<engine>/*_guards.sql`). */
export async function record(work: Work, { kind, actor, subject, details = {} }: Fact): Promise<void> {
  const { facts } = work.t
  const [head] = await lockedHead(work, {})
  const { lastFact, hash: previousHash } = must(head, 'the head of the facts')
  const row = {
    id: lastFact + 1,
    kind,
    actor,
    subject,
    details: canonicalJson(details),
    at: work.now,
    previousHash,
  }
  await insertMany(work, facts, [{ ...row, hash: hashOf(row) }])
}

interface Linked {
  id: number
  kind: string
  actor: string
  subject: string
  details: string
  at: number
  previousHash: Uint8Array
}

/** SHA-256 over the canonical JSON of the row, the previous hash in hex. */
function hashOf({ previousHash, ...row }: Linked): Buffer {
  const previous = Buffer.from(previousHash).toString('hex')
  return createHash('sha256')
    .update(canonicalJson({ ...row, previous }))
    .digest()
}

/** Facts looked at in one look. */
const PAGE = 1000

/** Who did the newest thing that the record has of a subject; nobody where that was a clock or a rule. */
export async function lastHandOn({ db, t }: Work, subject: string): Promise<number | undefined> {
  const { facts } = t
  const [row] = await db
    .select({ actor: facts.actor })
    .from(facts)
    .where(eq(facts.subject, subject))
    .orderBy(desc(facts.id))
    .limit(1)
  const member = /^member:([0-9]+)$/.exec(row?.actor ?? '')?.[1]
  return member === undefined ? undefined : Number(member)
}

/**
 * Walks the chain, all of it or from the newest fact before `since`; names the first row that is missing or
 * was changed.
 */
export const factsCheck: Check = paged('facts-chain', async (work, after, since) => {
  const { facts, factHead } = work.t
  const previous = after === '' ? await startOf(work, since) : linkFrom(after)
  const page = await work.db
    .select()
    .from(facts)
    .where(gt(facts.id, previous.id))
    .orderBy(asc(facts.id))
    .limit(PAGE)
  const bad = firstBroken(page, previous)
  if (bad !== undefined) return { findings: [broken(bad)], next: undefined }
  const end = page.at(-1) ?? previous
  if (page.length === PAGE)
    return { findings: [], next: `${end.id} ${Buffer.from(end.hash).toString('hex')}` }
  const [head] = await work.db.select().from(factHead).where(eq(factHead.one, 1))
  const whole = head && head.lastFact === end.id && equal(head.hash, end.hash)
  return { findings: whole ? [] : [broken(end.id + 1)], next: undefined }
})

function linkFrom(text: string): Link {
  const [id = '', hash = ''] = text.split(' ')
  return { id: Number(id), hash: Buffer.from(hash, 'hex') }
}

interface Link {
  id: number
  hash: Uint8Array
}

async function startOf(work: Work, since?: number): Promise<Link> {
  const genesis = { id: 0, hash: new Uint8Array(32) }
  if (since === undefined) return genesis
  const { facts } = work.t
  const [row] = await work.db
    .select({ id: facts.id, hash: facts.hash })
    .from(facts)
    .where(lt(facts.at, since))
    .orderBy(desc(facts.id))
    .limit(1)
  return row ?? genesis
}

function firstBroken(page: readonly (Linked & Link)[], start: Link): number | undefined {
  let previous = start
  for (const row of page) {
    const { hash, ...linked } = row
    if (row.id !== previous.id + 1) return previous.id + 1
    if (!equal(row.previousHash, previous.hash) || !equal(hashOf(linked), hash)) return row.id
    previous = row
  }
  return undefined
}

function broken(id: number): Finding {
  return { check: 'facts-chain', detail: `fact ${id} is missing or was changed`, subject: `fact:${id}` }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}
