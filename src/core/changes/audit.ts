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
import type { ChangeRow } from './store.js'
import { type Kind, TRANSITIONS, type Transition } from './transitions.js'

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
  const { steps, lastDone } = await stepsOf(work, page)
  for (const row of page) {
    const isLast = lastDone.get(`${row.partner} ${row.kind}`) === row.id
    const own = isLast ? await wrongPartner(work, row) : undefined
    const detail = wrongWith(row, steps.get(row.id) ?? []) ?? own
    const subject = `partner:${row.partner}`
    if (detail) return { findings: [{ check: 'partners-changed', detail, subject }], next: undefined }
  }
  return { findings: [], next: page.length === PAGE ? String(page.at(-1)?.id) : undefined }
})

interface Step {
  transition: string
  change: number
  kind: Kind
  from: string
  to: string
}

/** What the record says of some partners' changes, in its own order: clocks can be set back. */
interface Told {
  /** By the number of the change. */
  steps: Map<number, Step[]>
  /** The change that came about last, by partner and kind: `7 tier`. */
  lastDone: Map<string, number>
}

async function stepsOf(work: Work, page: readonly ChangeRow[]): Promise<Told> {
  const { facts } = work.t
  const subjects = listOf([...new Set(page.map(({ partner }) => `partner:${partner}`))])
  const rows = await work.db
    .select({ subject: facts.subject, details: facts.details })
    .from(facts)
    .where(and(eq(facts.kind, 'partner-change-moved'), among(facts.subject, subjects)))
    .orderBy(asc(facts.id))
  const told: Told = { steps: new Map(), lastDone: new Map() }
  for (const { subject, details } of rows) {
    const step = fromJson<Step>(details)
    told.steps.set(step.change, [...(told.steps.get(step.change) ?? []), step])
    if (step.to === 'done') told.lastDone.set(`${subject.slice('partner:'.length)} ${step.kind}`, step.change)
  }
  return told
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

/** Of the change that came about last. */
async function wrongPartner(
  work: Work,
  { id, partner, kind, becomes }: ChangeRow,
): Promise<string | undefined> {
  const has = (await partnerNumbered(work, partner))[kind]
  return has === becomes ? undefined : `has the ${kind} ${has}, and change ${id} made it ${becomes}`
}
