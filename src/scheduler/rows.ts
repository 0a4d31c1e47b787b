/** The courier's queries: heads of lanes, leases, settlements. */
import { and, asc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { CarrierName } from '../interaction/call.js'
import { DELIVERY_MS } from '../interaction/platform.js'
import { ANSWERS, isAside, RETURNED } from '../storage/outbox.js'
import { prepared } from '../storage/prepared.js'
import { among, type List, listOf } from '../storage/sql.js'
import type { Work } from '../storage/storage.js'
import type { Tables } from '../storage/tables.js'

/** How long an attempt may take, with the writing down of how it went. After it the row is anybody's. */
export const LEASE_MS = DELIVERY_MS + 15_000

export type OutboxRow = Tables['outbox']['$inferSelect']

/** What is next in a lane, without its words. */
export interface Head {
  id: number
  lane: string
  class: OutboxRow['class']
  platform: CarrierName
  /** Since when it may be sent, ms since the epoch. */
  notBefore: number
  /** Who hears it, for pacing: the native chat, else the account. */
  spot: string
  isGroup: boolean
  /** To one person inside a group. */
  isAnswer: boolean
  /** An answer that came back from where there is no private chat. */
  isReturned: boolean
  /** An answer that has waited for its group too long, and was not tried yet. */
  isLate: boolean
}

/**
 * ms that an answer waits for room in a group; then it goes to the private chat. Longer, and the person has
 * asked again or gone away.
 */
const ANSWER_PATIENCE_MS = 20_000

/**
 * Conditions in the very words of the indexes `outbox_messages` and `outbox_edits`: SQLite recognises a
 * partial index by them. A row that nobody can be sure of waits for a person, and its lane goes on without
 * it.
 */
const MESSAGE = sql.raw(`o.state in ('queued', 'leased') and o.class <> 'edit'`)
const EDIT = sql.raw(`o.state = 'queued' and o.class = 'edit'`)

/**
 * The next row of every lane, found by skipping from lane to lane through an index: as many steps as lanes,
 * however many rows wait. Messages of a lane leave in order, so only its first counts, and it counts while it
 * is under way. Edits concern different messages, so the one that waits longest goes first and none keeps
 * another from its turn.
 */
const heads = prepared('courier.heads', (db, t, p: { now: number; platforms: List }) =>
  db
    .select({
      id: t.outbox.id,
      lane: t.outbox.lane,
      class: t.outbox.class,
      platform: t.outbox.platform,
      notBefore: t.outbox.notBefore,
      account: t.outbox.account,
      chat: t.outbox.chat,
      createdAt: t.outbox.createdAt,
      attempts: t.outbox.attempts,
      native: t.chats.native,
      kind: t.chats.kind,
    })
    .from(t.outbox)
    .leftJoin(t.chats, eq(t.chats.id, t.outbox.chat))
    .where(
      and(
        // Found once: PostgreSQL, which may have measured an empty table, would find them anew for each row.
        sql`${t.outbox.id} in (
          with heads(id) as materialized (
            select id from (${firstOfLanes(MESSAGE, sql.raw('o.id'))}) as messages
            union all
            select id from (${firstOfLanes(EDIT, sql.raw('o.not_before, o.id'))}) as edits
          )
          select id from heads)`,
        eq(t.outbox.state, 'queued'),
        lte(t.outbox.notBefore, p.now),
        among(t.outbox.platform, p.platforms),
      ),
    )
    .orderBy(asc(t.outbox.id)),
)

function firstOfLanes(which: SQL, order: SQL): SQL {
  return sql`
    with recursive lanes(lane) as (
      select min(o.lane) from outbox o where ${which}
      union all
      select (select min(o.lane) from outbox o where o.lane > lanes.lane and ${which})
      from lanes where lanes.lane is not null
    )
    select (select o.id from outbox o where o.lane = lanes.lane and ${which} order by ${order} limit 1) as id
    from lanes where lanes.lane is not null`
}

/** Rows of these platforms that may be sent now, the oldest first. */
export async function dueHeads(work: Work, platforms: readonly CarrierName[]): Promise<Head[]> {
  const rows = await heads(work, { now: work.now, platforms: listOf(platforms) })
  return rows.map(({ native, account, chat, kind, createdAt, attempts, ...head }) => {
    const isGroup = kind === 'group' && !isAside({ chat, account, lane: head.lane })
    const isAnswer = isGroup && head.lane.endsWith(ANSWERS)
    const isReturned = isAnswer && head.lane.endsWith(RETURNED)
    const isLate = isAnswer && attempts === 0 && work.now - createdAt >= ANSWER_PATIENCE_MS
    const spot = `${head.platform}:${isGroup ? native : (account ?? native)}`
    return { ...head, spot, isGroup, isAnswer, isReturned, isLate }
  })
}

/** Answers of these lanes that have waited too long leave them: the private chat of each person has room. */
export async function putAside(work: Work, lanes: readonly string[]): Promise<void> {
  const { outbox } = work.t
  await work.db
    .update(outbox)
    .set({ lane: sql`${outbox.platform} || ':' || ${outbox.account}` })
    .where(
      and(
        // The words of the index `outbox_messages`.
        sql`${outbox.state} in ('queued', 'leased') and ${outbox.class} <> 'edit'`,
        inArray(outbox.lane, [...lanes]),
        eq(outbox.state, 'queued'),
        eq(outbox.attempts, 0),
        lte(outbox.createdAt, work.now - ANSWER_PATIENCE_MS),
      ),
    )
}

const takeLease = prepared('courier.lease', (db, t, p: { id: number; now: number; until: number }) =>
  db
    .update(t.outbox)
    .set({
      state: 'leased',
      leaseUntil: p.until,
      fence: sql`${t.outbox.fence} + 1`,
      attempts: sql`${t.outbox.attempts} + 1`,
    })
    .where(and(eq(t.outbox.id, p.id), eq(t.outbox.state, 'queued'), lte(t.outbox.notBefore, p.now)))
    .returning(),
)

/** Takes a row for one attempt; undefined when somebody else was faster. */
export async function lease(work: Work, id: number): Promise<OutboxRow | undefined> {
  const [row] = await takeLease(work, { id, now: work.now, until: work.now + LEASE_MS })
  return row
}

/** Writes the end of an attempt down; false when the lease was lost meanwhile, and nothing is changed. */
export async function settle(
  work: Work,
  row: Pick<OutboxRow, 'id' | 'fence'>,
  change: Partial<OutboxRow>,
): Promise<boolean> {
  return settleWhere(work, row, change)
}

/**
 * As {@link settle}, unless what it says has changed since it was leased: then the newest is queued
 * (`newer`). Two statements of which each judges by itself, because PostgreSQL lets a change slip between a
 * look and an update.
 */
export async function settleUnlessNewer(
  work: Work,
  row: OutboxRow,
  change: Partial<OutboxRow>,
): Promise<'settled' | 'newer' | 'lost'> {
  const isSame = eq(work.t.outbox.version, row.version)
  if (await settleWhere(work, row, change, isSame)) return 'settled'
  const { message } = change
  const again = { state: 'queued' as const, notBefore: work.now, attempts: 0, lastError: null, message }
  return (await settleWhere(work, row, again)) ? 'newer' : 'lost'
}

/** Writes down that it was sent, like {@link settleUnlessNewer}: once a message, so it is prepared. */
export async function settleSent(
  work: Work,
  row: OutboxRow,
  message: string | null,
): Promise<'settled' | 'newer' | 'lost'> {
  const { id, fence, version } = row
  const settled = await markSent(work, { id, fence, version, message, now: work.now })
  return settled.length > 0 ? 'settled' : settleUnlessNewer(work, row, { ...sentAt(work.now), message })
}

/** What a row that was sent becomes. */
const sentAt = (now: number) => ({ state: 'sent' as const, settledAt: now, lastError: null })

const markSent = prepared(
  'courier.sent',
  (db, t, p: { id: number; fence: number; version: number; message: string | null; now: number }) =>
    db
      .update(t.outbox)
      .set({ ...sentAt(p.now), message: p.message, leaseUntil: null })
      .where(
        and(
          eq(t.outbox.id, p.id),
          eq(t.outbox.fence, p.fence),
          eq(t.outbox.version, p.version),
          eq(t.outbox.state, 'leased'),
        ),
      )
      .returning({ id: t.outbox.id }),
)

/** Whether it says something else by now than when it was leased. */
export async function isNewer(work: Work, { id, version }: OutboxRow): Promise<boolean> {
  const [now] = await versionOf(work, { id })
  return now?.version !== version
}

const versionOf = prepared('courier.version', (db, t, p: { id: number }) =>
  db.select({ version: t.outbox.version }).from(t.outbox).where(eq(t.outbox.id, p.id)),
)

async function settleWhere(
  work: Work,
  { id, fence }: Pick<OutboxRow, 'id' | 'fence'>,
  change: Partial<OutboxRow>,
  also?: SQL,
): Promise<boolean> {
  const { outbox } = work.t
  const rows = await work.db
    .update(outbox)
    .set({ leaseUntil: null, ...change })
    .where(and(eq(outbox.id, id), eq(outbox.fence, fence), eq(outbox.state, 'leased'), also))
    .returning({ id: outbox.id })
  return rows.length > 0
}

/** Rows whose courier never came back. */
export async function lostLeases(work: Work): Promise<OutboxRow[]> {
  return leasesUntil(work, { now: work.now })
}

const leasesUntil = prepared('courier.lost', (db, t, p: { now: number }) =>
  db
    .select()
    .from(t.outbox)
    .where(and(isUnderWay(t), or(isNull(t.outbox.leaseUntil), lt(t.outbox.leaseUntil, p.now)))),
)

/** Rows under way in whatever life of whatever courier. */
export async function allLeases(work: Work): Promise<OutboxRow[]> {
  return work.db.select().from(work.t.outbox).where(isUnderWay(work.t))
}

/** With the words of the index `outbox_open`. */
function isUnderWay(t: Tables): SQL {
  return sql`${t.outbox.state} = 'leased' and ${t.outbox.state} <> 'sent'`
}

/** Rows deleted in one unit of work. */
const PRUNED_AT_ONCE = 1000

/**
 * Forgets what was settled long ago, a part at a time until it says `done`. What was given up is kept as long
 * as posts are, for whoever asks why.
 */
export async function pruneOutbox(
  work: Work,
  keep: { postsMs: number; othersMs: number },
): Promise<'done' | 'more'> {
  const { state, class: kind } = work.t.outbox
  const others = and(eq(state, 'sent'), inArray(kind, ['edit', 'receipt']))
  const rest = or(and(eq(state, 'sent'), eq(kind, 'post')), eq(state, 'dead'))
  const counts = [await prune(work, others, keep.othersMs), await prune(work, rest, keep.postsMs)]
  return Math.max(...counts) < PRUNED_AT_ONCE ? 'done' : 'more'
}

async function prune(work: Work, which: SQL | undefined, keepMs: number): Promise<number> {
  const { outbox } = work.t
  const isOld = and(which, lt(outbox.settledAt, work.now - keepMs))
  const old = work.db.select({ id: outbox.id }).from(outbox).where(isOld).limit(PRUNED_AT_ONCE)
  const rows = await work.db.delete(outbox).where(inArray(outbox.id, old)).returning({ id: outbox.id })
  return rows.length
}
