/**
 * What must hold of partners: each is where their recorded facts led them, and exactly those are suspended or
 * being terminated over whom a sanction holds.
 */
import { and, asc, eq, gt } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Check, paged } from '../ledger/ledger.js'
import type { PartnerRow } from './moving.js'
import { heldSanctions } from './store.js'
import { TRANSITIONS, type Transition } from './transitions.js'

/** Partners in one look. */
const PAGE = 100

const TABLE: readonly Transition[] = Object.values(TRANSITIONS)

export const partnersCheck: Check = paged('partners-moved', async (work, after) => {
  const { partners } = work.t
  const page = await work.db
    .select()
    .from(partners)
    .where(gt(partners.id, Number(after)))
    .orderBy(asc(partners.id))
    .limit(PAGE)
  const moves = await movesOf(work, page)
  for (const row of page) {
    const subject = `partner:${row.id}`
    const detail = wrongWith(row, moves.get(subject) ?? []) ?? (await wrongSanctions(work, row))
    if (detail) return { findings: [{ check: 'partners-moved', detail, subject }], next: undefined }
  }
  return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
})

interface Move {
  transition: string
  from: string
  to: string
}

async function movesOf(work: Work, page: readonly PartnerRow[]): Promise<Map<string, Move[]>> {
  const { facts } = work.t
  const subjects = listOf(page.map(({ id }) => `partner:${id}`))
  const rows = await work.db
    .select({ subject: facts.subject, details: facts.details })
    .from(facts)
    .where(and(eq(facts.kind, 'partner-moved'), among(facts.subject, subjects)))
    .orderBy(asc(facts.id))
  const moves = new Map<string, Move[]>()
  for (const { subject, details } of rows) {
    moves.set(subject, [...(moves.get(subject) ?? []), fromJson<Move>(details)])
  }
  return moves
}

/** The first step, into onboarding, is recorded with the application. */
function wrongWith({ state, version }: PartnerRow, moves: Move[]): string | undefined {
  let at = 'onboarding'
  for (const { transition, from, to } of moves) {
    const isListed = TABLE.some(
      ({ id, from: sources, to: targets }) =>
        id === transition && sources.some((one) => one === from) && targets.some((one) => one === to),
    )
    if (from !== at || !isListed) return `moved from ${from} to ${to} by ${transition}, being ${at}`
    at = to
  }
  if (at !== state) return `is ${state}, and their facts led them to ${at}`
  return moves.length + 1 === version ? undefined : `has version ${version} after ${moves.length} moves`
}

async function wrongSanctions(work: Work, { id, state }: PartnerRow): Promise<string | undefined> {
  const kinds = (await heldSanctions(work, id)).map(({ kind }) => kind)
  const isLeft = state === 'terminated'
  const wanted = { suspended: 'suspension', terminating: 'termination' }[state as string]
  if (wanted !== undefined && kinds.at(-1) !== wanted) return `is ${state} without a ${wanted}`
  if (wanted === undefined && !isLeft && kinds.length > 0) return `is ${state} under a ${kinds.at(-1)}`
  return undefined
}
