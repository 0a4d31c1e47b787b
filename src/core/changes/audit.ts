/**
 * What must hold of changes: each is where its recorded facts led it, and what came about last is what the
 * partner has.
 */
import { and, asc, eq, gt } from 'drizzle-orm'
import { fromJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Check, paged } from '../ledger/ledger.js'
import { partnerNumbered } from '../partners/partners.js'
import { type ChangeRow, lastDone } from './store.js'
import { TRANSITIONS, type Transition } from './transitions.js'

/** Changes in one look. */
const PAGE = 100

const TABLE: readonly Transition[] = Object.values(TRANSITIONS)

export const changesCheck: Check = paged('partners-changed', async (work, after) => {
  const { partnerChanges } = work.t
  const page = await work.db
    .select()
    .from(partnerChanges)
    .where(gt(partnerChanges.id, Number(after)))
    .orderBy(asc(partnerChanges.id))
    .limit(PAGE)
  const steps = await stepsOf(work, page)
  for (const row of page) {
    const detail = wrongWith(row, steps.get(row.id) ?? []) ?? (await wrongPartner(work, row))
    const subject = `partner:${row.partner}`
    if (detail) return { findings: [{ check: 'partners-changed', detail, subject }], next: undefined }
  }
  return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
})

interface Step {
  transition: string
  change: number
  from: string
  to: string
}

async function stepsOf(work: Work, page: readonly ChangeRow[]): Promise<Map<number, Step[]>> {
  const { facts } = work.t
  const subjects = listOf([...new Set(page.map(({ partner }) => `partner:${partner}`))])
  const rows = await work.db
    .select({ details: facts.details })
    .from(facts)
    .where(and(eq(facts.kind, 'partner-change-moved'), among(facts.subject, subjects)))
    .orderBy(asc(facts.id))
  const steps = new Map<number, Step[]>()
  for (const { details } of rows) {
    const step = fromJson<Step>(details)
    steps.set(step.change, [...(steps.get(step.change) ?? []), step])
  }
  return steps
}

function wrongWith({ id, kind, state }: ChangeRow, steps: readonly Step[]): string | undefined {
  let at = 'none'
  for (const { transition, from, to } of steps) {
    const listed = TABLE.find((one) => one.id === transition && one.of.includes(kind))
    const isListed = listed?.to === to && listed.from.some((one) => one === from)
    if (from !== at || !isListed) {
      return `change ${id} moved from ${from} to ${to} by ${transition}, being ${at}`
    }
    at = to
  }
  return at === state ? undefined : `change ${id} is ${state}, and its facts led it to ${at}`
}

async function wrongPartner(
  work: Work,
  { id, partner, kind, becomes }: ChangeRow,
): Promise<string | undefined> {
  if ((await lastDone(work, partner, kind))?.id !== id) return undefined
  const has = (await partnerNumbered(work, partner))[kind]
  return has === becomes ? undefined : `has the ${kind} ${has}, and change ${id} made it ${becomes}`
}
