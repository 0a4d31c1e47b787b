/** What must hold of cases: each is where its recorded facts led it. */
import { and, asc, gt } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Check, paged } from '../ledger/ledger.js'
import type { CaseRow } from './moving.js'
import { TRANSITIONS, type Transition } from './transitions.js'

/** Cases in one look. */
const PAGE = 100

const TABLE: readonly Transition[] = Object.values(TRANSITIONS)

export const casesCheck: Check = paged('cases-moved', async (work, after) => {
  const { cases } = work.t
  const page = await work.db
    .select()
    .from(cases)
    .where(gt(cases.id, Number(after)))
    .orderBy(asc(cases.id))
    .limit(PAGE)
  const steps = await stepsOf(work, page)
  for (const row of page) {
    const subject = `case:${row.id}`
    const detail = wrongWith(row, steps.get(subject) ?? [])
    if (detail) return { findings: [{ check: 'cases-moved', detail, subject }], next: undefined }
  }
  return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
})

/** A move, or a proposal made or declined, which has no transition. */
interface Step {
  transition?: string
  from?: string
  to?: string
}

async function stepsOf(work: Work, page: readonly CaseRow[]): Promise<Map<string, Step[]>> {
  const { facts } = work.t
  const subjects = listOf(page.map(({ id }) => `case:${id}`))
  const kinds = listOf(['case-moved', 'case-proposed', 'case-declined'])
  const rows = await work.db
    .select({ subject: facts.subject, details: facts.details })
    .from(facts)
    .where(and(among(facts.kind, kinds), among(facts.subject, subjects)))
    .orderBy(asc(facts.id))
  const steps = new Map<string, Step[]>()
  for (const { subject, details } of rows) {
    steps.set(subject, [...(steps.get(subject) ?? []), fromJson<Step>(details)])
  }
  return steps
}

function wrongWith({ state, version }: CaseRow, steps: Step[]): string | undefined {
  let at = 'none'
  for (const { transition, from = at, to = at } of steps) {
    const listed = TABLE.find(({ id }) => id === transition)
    const isListed = listed?.to === to && listed.from.some((one) => one === from)
    if (transition !== undefined && (from !== at || !isListed)) {
      return `moved from ${from} to ${to} by ${transition}, being ${at}`
    }
    at = to
  }
  if (at !== state) return `is ${state}, and its facts led it to ${at}`
  return steps.length === version ? undefined : `has version ${version} after ${steps.length} steps`
}
