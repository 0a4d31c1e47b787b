/** What must hold of rows whose states only recorded moves change: each is where its facts led it. */
import { and, asc } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { lists, type Move, type Transition } from '../../kit/state-machine.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Check, paged } from '../ledger/ledger.js'
import type { FactKind } from './facts.js'

/** Rows in one look. */
const PAGE = 100

/** What the record says of a subject, in its own order: clocks can be set back. */
interface Trace<Made extends Move> {
  moves: Made[]
  /** How many facts, those that are no moves among them. */
  steps: number
}

interface Retraced<Row, Made extends Move> {
  /** The kind of the facts that are moves. */
  moved: FactKind
  /** Kinds of steps that lead nowhere: a proposal, say. */
  besides?: readonly FactKind[]
  rowsAfter(work: Work, id: number, most: number): PromiseLike<Row[]>
  /** Under which its facts were recorded. */
  subjectOf(row: Row): string
  wrongWith(work: Work, row: Row, trace: Trace<Made>): string | undefined | Promise<string | undefined>
}

/** Walks rows through what was recorded of them, and names the first with which something is wrong. */
export function retraced<Row extends { id: number }, Made extends Move = Move>(
  check: string,
  { moved, besides = [], rowsAfter, subjectOf, wrongWith }: Retraced<Row, Made>,
): Check {
  return paged(check, async (work, after) => {
    const page = await rowsAfter(work, Number(after), PAGE)
    const traces = await tracesOf<Made>(work, page.map(subjectOf), moved, besides)
    for (const row of page) {
      const subject = subjectOf(row)
      const detail = await wrongWith(work, row, traces.get(subject) ?? { moves: [], steps: 0 })
      if (detail) return { findings: [{ check, detail, subject }], next: undefined }
    }
    return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
  })
}

async function tracesOf<Made extends Move>(
  work: Work,
  subjects: readonly string[],
  moved: FactKind,
  besides: readonly FactKind[],
): Promise<Map<string, Trace<Made>>> {
  const { facts } = work.t
  const kinds = among(facts.kind, listOf([moved, ...besides]))
  const rows = await work.db
    .select({ kind: facts.kind, subject: facts.subject, details: facts.details })
    .from(facts)
    .where(and(kinds, among(facts.subject, listOf(new Set(subjects)))))
    .orderBy(asc(facts.id))
  const traces = new Map<string, Trace<Made>>()
  for (const { kind, subject, details } of rows) {
    const trace = traces.get(subject) ?? { moves: [], steps: 0 }
    if (kind === moved) trace.moves.push(fromJson<Made>(details))
    trace.steps += 1
    traces.set(subject, trace)
  }
  return traces
}

/** The moves of one subject, in the order of the record. */
export async function movesOf<Made extends Move>(
  work: Work,
  moved: FactKind,
  subject: string,
): Promise<Made[]> {
  return (await tracesOf<Made>(work, [subject], moved, [])).get(subject)?.moves ?? []
}

interface End {
  table: readonly Transition<string, string, string>[]
  /** Where it is. */
  state: string
  /** Before the first move. */
  begins?: string
  /** How a finding says that it was led. */
  led?: string
}

/** What is wrong with a way: a move that the table does not have, one from elsewhere, or another end. */
export function wrongWay(
  moves: readonly Move[],
  { table, state, begins = 'none', led = 'its facts led it' }: End,
): string | undefined {
  let at = begins
  for (const move of moves) {
    const { transition, from, to } = move
    if (from !== at || !lists(table, move)) return `moved from ${from} to ${to} by ${transition}, being ${at}`
    at = to
  }
  return at === state ? undefined : `is ${state}, and ${led} to ${at}`
}
