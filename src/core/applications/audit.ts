/**
 * What must hold of applications: each is where its recorded facts led it, and who was approved is a partner.
 */
import { and, asc, eq, gt } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Check, paged } from '../ledger/ledger.js'
import type { ApplicationRow } from './moving.js'
import { TRANSITIONS, type Transition } from './transitions.js'

/** Applications in one look. */
const PAGE = 100

const TABLE: readonly Transition[] = Object.values(TRANSITIONS)

export const applicationsCheck: Check = paged('applications-moved', async (work, after) => {
  const { applications } = work.t
  const page = await work.db
    .select()
    .from(applications)
    .where(gt(applications.id, Number(after)))
    .orderBy(asc(applications.id))
    .limit(PAGE)
  const moves = await movesOf(work, page)
  const partners = await partnersOf(work, page)
  for (const row of page) {
    const detail = wrongWith(row, moves.get(subjectOf(row)) ?? [], partners.has(row.id))
    if (detail) {
      return { findings: [{ check: 'applications-moved', detail, subject: subjectOf(row) }], next: undefined }
    }
  }
  return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
})

function subjectOf({ id }: Pick<ApplicationRow, 'id'>): string {
  return `application:${id}`
}

interface Move {
  transition: string
  from: string
  to: string
}

async function movesOf(work: Work, page: readonly ApplicationRow[]): Promise<Map<string, Move[]>> {
  const { facts } = work.t
  const rows = await work.db
    .select({ subject: facts.subject, details: facts.details })
    .from(facts)
    .where(and(eq(facts.kind, 'application-moved'), among(facts.subject, listOf(page.map(subjectOf)))))
    .orderBy(asc(facts.id))
  const moves = new Map<string, Move[]>()
  for (const { subject, details } of rows) {
    moves.set(subject, [...(moves.get(subject) ?? []), fromJson<Move>(details)])
  }
  return moves
}

async function partnersOf(work: Work, page: readonly ApplicationRow[]): Promise<Set<number>> {
  const { partners } = work.t
  const rows = await work.db
    .select({ application: partners.application })
    .from(partners)
    .where(among(partners.application, listOf(page.map(({ id }) => id))))
  return new Set(rows.map(({ application }) => application))
}

function wrongWith(
  { state, version }: ApplicationRow,
  moves: Move[],
  isPartner: boolean,
): string | undefined {
  let at = 'none'
  for (const { transition, from, to } of moves) {
    const listed = TABLE.find(({ id }) => id === transition)
    const isListed = listed?.to === to && listed.from.some((one) => one === from)
    if (from !== at || !isListed) return `moved from ${from} to ${to} by ${transition}, being ${at}`
    at = to
  }
  if (at !== state) return `is ${state}, and its facts led it to ${at}`
  if (moves.length !== version) return `has version ${version} after ${moves.length} moves`
  return isPartner === (state === 'approved') ? undefined : `is ${state}, partner: ${isPartner}`
}
