/** The courier's queries: heads of lanes, leases, settlements. */
import { and, asc, eq, inArray, lt, lte, sql } from 'drizzle-orm'
import { prepared } from '../storage/prepared.js'
import { among, type List, listOf } from '../storage/sql.js'
import type { Work } from '../storage/storage.js'
import type { Tables } from '../storage/tables.js'

export type OutboxRow = Tables['outbox']['$inferSelect']

/** A row that nobody can be sure of waits for a person, and its lane goes on without it. */
const WAITING = ['queued', 'leased'] as const

/**
 * The next row of every lane: messages of a lane leave in order, so only its first; edits are apart from them, one
 * at a time a lane.
 */
const heads = prepared('courier.heads', (db, t) =>
  db
    .select({ id: sql`min(${t.outbox.id})`.mapWith(Number) })
    .from(t.outbox)
    .where(inArray(t.outbox.state, [...WAITING]))
    .groupBy(t.outbox.lane, sql`case when ${t.outbox.class} = 'edit' then 1 else 0 end`),
)

const byIds = prepared('courier.by-ids', (db, t, p: { ids: List; now: number }) =>
  db
    .select()
    .from(t.outbox)
    .where(and(among(t.outbox.id, p.ids), eq(t.outbox.state, 'queued'), lte(t.outbox.notBefore, p.now)))
    .orderBy(asc(t.outbox.id)),
)

/** Rows that may be sent now, the oldest first. */
export async function dueHeads(work: Work): Promise<OutboxRow[]> {
  const ids = (await heads(work, {})).map(({ id }) => id)
  return ids.length === 0 ? [] : byIds(work, { ids: listOf(ids), now: work.now })
}

/** Takes a row for one attempt; undefined when somebody else was faster. */
export async function lease(work: Work, id: number, leaseMs: number): Promise<OutboxRow | undefined> {
  const { outbox } = work.t
  const [row] = await work.db
    .update(outbox)
    .set({
      state: 'leased',
      leaseUntil: work.now + leaseMs,
      fence: sql`${outbox.fence} + ${sql.param(1, outbox.fence)}`,
      attempts: sql`${outbox.attempts} + ${sql.param(1, outbox.attempts)}`,
    })
    .where(and(eq(outbox.id, id), eq(outbox.state, 'queued')))
    .returning()
  return row
}

/** Writes the end of an attempt down; false when the lease was lost meanwhile, and nothing is changed. */
export async function settle(
  work: Work,
  row: Pick<OutboxRow, 'id' | 'fence'>,
  change: Partial<OutboxRow>,
): Promise<boolean> {
  const { outbox } = work.t
  const rows = await work.db
    .update(outbox)
    .set({ leaseUntil: null, ...change })
    .where(and(eq(outbox.id, row.id), eq(outbox.fence, row.fence), eq(outbox.state, 'leased')))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** Whether the content changed while it was under way. */
export async function versionOf(work: Work, id: number): Promise<number> {
  const [row] = await work.db
    .select({ version: work.t.outbox.version })
    .from(work.t.outbox)
    .where(eq(work.t.outbox.id, id))
  return row?.version ?? 0
}

/** Rows whose courier never came back. */
export async function lostLeases(work: Work): Promise<OutboxRow[]> {
  const { outbox } = work.t
  return work.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.state, 'leased'), lt(outbox.leaseUntil, work.now)))
}

/** Rows under way in whatever life of whatever courier. */
export async function allLeases(work: Work): Promise<OutboxRow[]> {
  return work.db.select().from(work.t.outbox).where(eq(work.t.outbox.state, 'leased'))
}

/** Forgets what was settled long ago. */
export async function pruneOutbox(work: Work, keep: { postsMs: number; othersMs: number }): Promise<void> {
  const { outbox } = work.t
  const old = (ms: number) => lt(outbox.settledAt, work.now - ms)
  await work.db
    .delete(outbox)
    .where(and(eq(outbox.state, 'sent'), eq(outbox.class, 'post'), old(keep.postsMs)))
  await work.db
    .delete(outbox)
    .where(and(eq(outbox.state, 'sent'), inArray(outbox.class, ['edit', 'receipt']), old(keep.othersMs)))
}
