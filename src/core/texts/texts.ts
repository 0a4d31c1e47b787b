/**
 * Texts that bind, by version: what each version said stays readable for ever, who accepted it stays on
 * record, and whoever accepted an older one is told of a newer once. Never speaks.
 */
import { and, asc, eq, gt, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { canonicalJson, fromJson, toJson } from '../../kit/json.js'
import { inForce, TEXT_KINDS, type TextKind, type Texts, type Version } from '../../programme/texts.js'
import type { Prose } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'

export { joinTexts } from './joining.js'

/** A version of a text, by its name. */
export interface Named {
  kind: TextKind
  version: string
}

/** A line for each version of a programme that says something else than what somebody has accepted. */
export async function bindingProblems(work: Work, texts: Texts): Promise<string[]> {
  const problems: string[] = []
  for (const { kind, said, path } of listedIn(texts)) {
    const named = { kind, version: said.id }
    const kept = await versionOf(work, named)
    const what = kept && changedIn(kept, said)
    if (what === undefined || !(await isAccepted(work, named))) continue
    problems.push(
      `${path} says something else than the version "${said.id}" that people have accepted (${what}). ` +
        'Put it back, and add a version with a later day. Example: {"id":"2026-01","from":"2026-01-01",…}',
    )
  }
  return problems
}

/** Keeps every version of a programme of which {@link bindingProblems} had nothing to say. */
export async function keepVersions(work: Work, texts: Texts): Promise<void> {
  for (const { kind, said } of listedIn(texts)) {
    const named = { kind, version: said.id }
    const kept = await versionOf(work, named)
    if (!kept) await insertVersion(work, named, said)
    else if (canonicalJson(kept) !== canonicalJson(said)) await writeVersion(work, named, said)
  }
}

function listedIn(texts: Texts): { kind: TextKind; said: Version; path: string }[] {
  return TEXT_KINDS.flatMap((kind) =>
    (texts[kind] ?? []).map((said, at) => ({ kind, said, path: `texts.${kind}[${at}]` })),
  )
}

/** What people would not find again: words of a language, or the day. A language more is no change. */
function changedIn(kept: Version, next: Version): string | undefined {
  const isGone = (before: Prose = {}, after: Prose = {}) =>
    Object.entries(before).some(([language, words]) => after[language] !== words)
  if (isGone(kept.words, next.words) || isGone(kept.brief, next.brief)) return 'its words'
  return kept.from === next.from ? undefined : 'its day'
}

async function insertVersion(work: Work, { kind, version }: Named, said: Version): Promise<void> {
  const row = { kind, version, body: toJson(said), seenAt: work.now }
  await work.db.insert(work.t.textVersions).values(row).onConflictDoNothing()
}

async function writeVersion(work: Work, named: Named, said: Version): Promise<void> {
  const { textVersions } = work.t
  const isIt = and(eq(textVersions.kind, named.kind), eq(textVersions.version, named.version))
  await work.db
    .update(textVersions)
    .set({ body: toJson(said) })
    .where(isIt)
}

/** A version as it was first said, whatever the programme holds by now. */
export async function versionOf(work: Work, { kind, version }: Named): Promise<Version | undefined> {
  const { textVersions } = work.t
  const [row] = await work.db
    .select({ body: textVersions.body })
    .from(textVersions)
    .where(and(eq(textVersions.kind, kind), eq(textVersions.version, version)))
  return row && fromJson<Version>(row.body)
}

async function isAccepted(work: Work, { kind, version }: Named): Promise<boolean> {
  const { textAcceptances } = work.t
  const [row] = await work.db
    .select({ member: textAcceptances.member })
    .from(textAcceptances)
    .where(and(eq(textAcceptances.kind, kind), eq(textAcceptances.version, version)))
    .limit(1)
  return row !== undefined
}

/** When a person accepted a version, ms since the epoch; undefined: not yet. */
export async function acceptedAt(
  work: Work,
  member: number,
  { kind, version }: Named,
): Promise<number | undefined> {
  const { textAcceptances: marks } = work.t
  const [row] = await work.db
    .select({ at: marks.at })
    .from(marks)
    .where(and(eq(marks.kind, kind), eq(marks.member, member), eq(marks.version, version)))
  return row?.at
}

/** The person accepts versions, on record; again is no change, and the first moment stays. */
export async function accept(work: Work, member: number, ...texts: readonly Named[]): Promise<void> {
  const added: Named[] = []
  for (const named of texts) if (await insertMark(work, member, named)) added.push(named)
  // All rows before the first fact: the head of the facts is locked late.
  for (const { kind, version } of added) {
    const subject = `text:${kind}:${version}`
    await record(work, { kind: 'text-accepted', actor: memberText(member), subject })
  }
}

async function insertMark(work: Work, member: number, named: Named): Promise<boolean> {
  // On SQLite what was accepted may not be written again, not even to be ignored.
  if ((await acceptedAt(work, member, named)) !== undefined) return false
  const { kind, version } = named
  const { textAcceptances } = work.t
  const rows = await work.db
    .insert(textAcceptances)
    .values({ member, kind, version, at: work.now })
    .onConflictDoNothing()
    .returning({ at: textAcceptances.at })
  return rows.length > 0
}

/** People that a page of news is about. */
const PAGE = 200

/**
 * People, ascending after `after`, who accepted a version of this kind, not this one, and were not told of
 * it.
 */
export async function untold(work: Work, { kind, version }: Named, after: number): Promise<number[]> {
  const { textAcceptances: marks, textNotices: told } = work.t
  const newer = alias(marks, 'newer')
  const isOf = (table: typeof newer | typeof told) =>
    and(eq(table.kind, kind), eq(table.version, version), eq(table.member, marks.member))
  const one = { one: sql`1` }
  const rows = await work.db
    .selectDistinct({ member: marks.member })
    .from(marks)
    .where(
      and(
        eq(marks.kind, kind),
        gt(marks.member, after),
        notExists(work.db.select(one).from(newer).where(isOf(newer))),
        notExists(work.db.select(one).from(told).where(isOf(told))),
      ),
    )
    .orderBy(asc(marks.member))
    .limit(PAGE)
  return rows.map(({ member }) => member)
}

/** True once: this person is to be told of this version now. */
export async function markTold(work: Work, member: number, { kind, version }: Named): Promise<boolean> {
  const { textNotices } = work.t
  const [added] = await work.db
    .insert(textNotices)
    .values({ member, kind, version, at: work.now })
    .onConflictDoNothing()
    .returning({ member: textNotices.member })
  return added !== undefined
}

/** The version in force of each kind that a programme has. */
export function versionsInForce(texts: Texts, now: number): Named[] {
  return TEXT_KINDS.flatMap((kind) => {
    const version = inForce(texts[kind], now)
    return version ? [{ kind, version: version.id }] : []
  })
}
