/** Queries about changes of partners. */
import { and, asc, eq, gt, gte, inArray, lte, or } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import type { State } from './transitions.js'

export type ChangeRow = Tables['partnerChanges']['$inferSelect']

const OPEN: State[] = ['proposed', 'pending']
/** A partner who is gone has no tier or region to be changed. */
const GONE = ['terminated', 'resigned'] as const

export async function byId(work: Work, id: number): Promise<ChangeRow | undefined> {
  const { partnerChanges: t } = work.t
  const [row] = await work.db.select().from(t).where(eq(t.id, id))
  return row
}

/** What waits for a day or a second person: one of each kind at most. */
export async function openOf(work: Work, partner: number): Promise<ChangeRow[]> {
  const { partnerChanges: t } = work.t
  const isOpen = and(eq(t.partner, partner), inArray(t.state, OPEN))
  return work.db.select().from(t).where(isOpen).orderBy(asc(t.kind))
}

/** The partner is locked. */
export async function insert(
  work: Work,
  row: Pick<ChangeRow, 'partner' | 'kind' | 'state' | 'was' | 'becomes' | 'note' | 'by' | 'dueAt'>,
): Promise<ChangeRow> {
  const isOver = !OPEN.includes(row.state)
  const ended = isOver ? { endedAt: work.now, endedBy: row.by } : {}
  const [made] = await work.db
    .insert(work.t.partnerChanges)
    .values({ ...row, at: work.now, ...ended })
    .returning()
  return made as ChangeRow
}

/** Ends it, as it was looked at. Refuses `change-moved-on`. */
export async function end(
  work: Work,
  { id, state, by }: ChangeRow,
  { to, endedBy }: { to: State; endedBy: number | null },
): Promise<ChangeRow> {
  const { partnerChanges: t } = work.t
  const [row] = await work.db
    .update(t)
    .set({ state: to, endedBy, endedAt: work.now })
    .where(and(eq(t.id, id), eq(t.state, state), eq(t.by, by)))
    .returning()
  return row ?? refuse('change-moved-on')
}

export async function acknowledge(work: Work, id: number): Promise<void> {
  const { partnerChanges: t } = work.t
  await work.db.update(t).set({ acknowledgedAt: work.now }).where(eq(t.id, id))
}

/** Numbers of those whose day has come, or whose partner is gone, after `after`; made since a moment. */
export async function due(
  work: Work,
  { after, since }: { after: number; since: number },
  most: number,
): Promise<number[]> {
  const { partnerChanges: t, partners } = work.t
  const rows = await work.db
    .select({ id: t.id })
    .from(t)
    .innerJoin(partners, eq(partners.id, t.partner))
    .where(
      and(
        inArray(t.state, OPEN),
        or(lte(t.dueAt, work.now), inArray(partners.state, [...GONE])),
        gte(t.at, since),
        gt(t.id, after),
      ),
    )
    .orderBy(asc(t.id))
    .limit(most)
  return rows.map(({ id }) => id)
}
