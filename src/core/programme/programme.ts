/**
 * The programme that is in force, for every process: the newest row. Files are read by whoever starts or
 * reloads; what was read is kept whole, so that others need no file. Never speaks.
 */
import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { cut } from '../../kit/cut.js'
import { canonicalJson } from '../../kit/json.js'
import { type Difference, differencesOf } from '../../programme/difference.js'
import type { Reading } from '../../programme/programme.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { allAssets, ensureAssets } from '../assets/assets.js'
import { owedToCases } from '../cases/cases.js'
import { memberText, record } from '../facts/facts.js'
import { bindingProblems, keepVersions } from '../texts/texts.js'

type Row = Tables['programmes']['$inferSelect']
/** Without the whole text. */
export type InForce = Omit<Row, 'body' | 'follows'>

/** SHA-256 over the canonical JSON of what was read, hex. */
export function digestOf(raw: unknown): string {
  return createHash('sha256').update(canonicalJson(raw)).digest('hex')
}

/** The newest; undefined before the first start. */
export async function programmeInForce(work: Work): Promise<InForce | undefined> {
  const { id, digest, origin, by, at } = work.t.programmes
  const { programmes } = work.t
  const [row] = await work.db
    .select({ id, digest, origin, by, at })
    .from(programmes)
    .orderBy(desc(id))
    .limit(1)
  return row
}

/** What was read when this programme came into force. */
export async function programmeRead(work: Work, number: number): Promise<unknown> {
  const { programmes } = work.t
  const [row] = await work.db
    .select({ body: programmes.body })
    .from(programmes)
    .where(eq(programmes.id, number))
  return row && JSON.parse(row.body)
}

/** What came of it: the number in force, or why it cannot be; `overtaken`: another one came first. */
export type Outcome = { number: number; changed: boolean } | { problems: string[] } | 'overtaken'

/**
 * Brings what was read into force after the programme numbered `follows` (0: after none). The same again is
 * no change; with problems nothing is.
 */
export async function bringIntoForce(
  work: Work,
  { raw, programme }: Reading,
  { follows, by }: { follows: number; by: number | null },
): Promise<Outcome> {
  const former = await programmeInForce(work)
  if ((former?.id ?? 0) !== follows) return 'overtaken'
  const digest = digestOf(raw)
  if (former?.digest === digest) return { number: former.id, changed: false }
  const problems = await owedProblems(work, programme)
  if (problems.length > 0) return { problems }
  await keepVersions(work, programme.texts)
  await ensureAssets(work, programme.assets)
  const before = former && (await programmeRead(work, former.id))
  const origin = by === null ? ('start' as const) : ('reload' as const)
  const [row] = await work.db
    .insert(work.t.programmes)
    .values({ follows, digest, body: canonicalJson(raw), origin, by, at: work.now })
    .onConflictDoNothing()
    .returning({ id: work.t.programmes.id })
  if (!row) return 'overtaken'
  // The first is no change of anything.
  if (former) {
    const differences = differencesOf(before, raw)
    const sections = [...new Set(differences.map(({ section }) => section))]
    const actor = by === null ? 'operator' : memberText(by)
    const details = { from: former.digest, to: digest, sections, ...changesOf(differences) }
    await record(work, { kind: 'programme-changed', actor, subject: `programme:${row.id}`, details })
  }
  return { number: row.id, changed: true }
}

/**
 * A line for each thing that a programme would change and may not, because something hangs on it: the scale
 * of an asset, a version that was accepted, what open cases go by.
 */
export async function owedProblems(work: Work, programme: Reading['programme']): Promise<string[]> {
  const { assets, texts } = programme
  const kept = new Map((await allAssets(work)).map(({ code, scale }) => [code, scale]))
  const scales = assets.flatMap(({ code, scale }, at) => {
    const before = kept.get(code) ?? scale
    if (before === scale) return []
    return [
      `assets[${at}].scale of ${code} must stay ${before}, in which its amounts are kept. Example: ${before}`,
    ]
  })
  return [...scales, ...(await bindingProblems(work, texts)), ...(await owedToCases(work, programme))]
}

/** What a start makes of what it read. */
export type Start =
  /** It is in force; with what it changed, where it did. */
  | { number: number; differences: Difference[]; digest: string }
  /** It cannot be, and the programme with this number stays in force. */
  | { kept: number; problems: string[] }
  /** It cannot be, and there is none that could stay: the very first start. */
  | { problems: string[] }
  | 'overtaken'

/**
 * As {@link bringIntoForce}, after whatever is in force. What cannot be read, or would change what something
 * hangs on, leaves in force what was accepted last: a bot that is up with yesterday's programme is better
 * than none.
 */
export async function startWith(work: Work, read: Reading | { problems: string[] }): Promise<Start> {
  const former = await programmeInForce(work)
  const kept = (problems: string[]): Start => (former ? { kept: former.id, problems } : { problems })
  if ('problems' in read) return kept(read.problems)
  const before = former && (await programmeRead(work, former.id))
  const outcome = await bringIntoForce(work, read, { follows: former?.id ?? 0, by: null })
  if (outcome === 'overtaken') return outcome
  if ('problems' in outcome) return kept(outcome.problems)
  const differences = former && outcome.changed ? differencesOf(before, read.raw) : []
  return { number: outcome.number, differences, digest: digestOf(read.raw) }
}

/** Changes that a fact names, and characters of a value: the programme itself is kept whole beside it. */
const CHANGES_MOST = 20
const VALUE_MOST = 60

/** For the record: `packets.most.USDT: "500" → "50"`. */
function changesOf(differences: readonly Difference[]): { changes: string[]; more: number } {
  const short = (value = '–') => cut(value, VALUE_MOST)
  const changes = differences
    .slice(0, CHANGES_MOST)
    .map(({ path, before, after }) => `${path}: ${short(before)} → ${short(after)}`)
  return { changes, more: differences.length - changes.length }
}
