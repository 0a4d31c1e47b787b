/**
 * What is to be said, written in the same unit of work as the fact it tells. The courier
 * (`scheduler/courier.ts`) sends it; see docs/operators.md.
 */
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { toJson } from '../kit/json.js'
import { insertMany } from './insert-many.js'
import { prepared } from './prepared.js'
import { countAll } from './sql.js'
import type { Work } from './storage.js'
import type { Tables } from './tables.js'

/**
 * Where to, and by what: a chat by its own number, or an account's private chat; both: a private word inside
 * a group. By mail the account is an address.
 */
export interface Destination {
  platform: 'telegram' | 'discord' | 'mail'
  chat?: number
  account?: string
}

export interface Outgoing {
  /** Derived from the fact. */
  key: string
  class: 'edit' | 'receipt' | 'post'
  to: Destination
  /** Plain data, see `interaction/content.ts`. */
  content: unknown
  /** Not to be sent sooner, ms since the epoch; now when left out. */
  notBefore?: number
  /** A private word of a group that goes to the private chat first, see {@link isAside}. */
  aside?: boolean
}

/** Queues it once: the same key again changes nothing. */
export async function enqueue(work: Work, outgoing: Outgoing): Promise<void> {
  await work.db.insert(work.t.outbox).values(rowOf(work, outgoing)).onConflictDoNothing()
}

/** What was queued for later, and never tried, need not be sent any more. */
export async function withdraw(work: Work, key: string): Promise<void> {
  const { outbox } = work.t
  const isUntried = and(eq(outbox.key, key), eq(outbox.state, 'queued'), eq(outbox.attempts, 0))
  await work.db.update(outbox).set({ state: 'sent', settledAt: work.now }).where(isUntried)
}

/** Queues many, like {@link enqueue}. */
export async function enqueueAll(work: Work, outgoing: readonly Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return
  await work.db
    .insert(work.t.outbox)
    .values(outgoing.map((one) => rowOf(work, one)))
    .onConflictDoNothing()
}

/** In the words of both engines. */
const NEWEST = `("key") do update set
  content = excluded.content, lane = excluded.lane, platform = excluded.platform,
  chat = excluded.chat, account = excluded.account,
  version = outbox.version + 1, attempts = 0, doubt_since = null, settled_at = null,
  state = case when outbox.state = 'leased' then 'leased' else 'queued' end,
  not_before = case when outbox.state in ('queued', 'leased') then outbox.not_before else excluded.not_before end,
  created_at = case when outbox.state in ('queued', 'leased') then outbox.created_at else excluded.created_at end`

/**
 * Queues edits that replace whatever of the same key waits or has been sent: the newest content is sent once
 * more, however many changes came in between, to where the newest says. What waits keeps its place and its
 * age; what was settled begins anew.
 */
export async function enqueueNewest(work: Work, outgoing: readonly Outgoing[]): Promise<void> {
  const rows = outgoing.map((one) => rowOf(work, one))
  await insertMany(work, work.t.outbox, rows, { name: 'newest', action: NEWEST })
}

/** In the words of both engines. What may have been seen where it was sent before stays in doubt. */
const ELSEWHERE = `("key") do update set
  content = excluded.content, lane = excluded.lane, platform = excluded.platform,
  chat = excluded.chat, account = excluded.account,
  version = outbox.version + 1, attempts = 0, settled_at = null,
  state = case when outbox.state = 'leased' then 'leased' else 'queued' end,
  doubt_since = case when outbox.state = 'queued' then outbox.doubt_since
    else coalesce(outbox.doubt_since, excluded.doubt_since) end,
  not_before = excluded.not_before, created_at = excluded.created_at`

/**
 * Queues messages once more because those of the same keys are, or may be, where they can be kept current no
 * longer. One that is under way is sent once more as well: it may have gone to the old place.
 */
export async function enqueueElsewhere(work: Work, outgoing: readonly Outgoing[]): Promise<void> {
  const rows = outgoing.map((one) => ({ ...rowOf(work, one), doubtSince: work.now }))
  await insertMany(work, work.t.outbox, rows, { name: 'elsewhere', action: ELSEWHERE })
}

/**
 * All messages for a chat are for another from now on, those under way and those that were sent, too: an edit
 * is queued again under its old row. What goes to a person aside, or waits for their private chat, stays in
 * that lane.
 */
export async function readdress(work: Work, from: number, to: number): Promise<void> {
  const { outbox } = work.t
  const lanes = (chat: number) => ({
    ...{ group: laneOf({ chat }), person: laneOf({ chat, account: '' }), returned: returnedLane(chat) },
  })
  const [before, after] = [lanes(from), lanes(to)]
  await work.db
    .update(outbox)
    .set({
      chat: to,
      lane: sql`case ${outbox.lane} when ${before.group} then ${after.group}
        when ${before.person} then ${after.person}
        when ${before.returned} then ${after.returned} else ${outbox.lane} end`,
    })
    .where(eq(outbox.chat, from))
}

/**
 * What waits under this key, for another message or for news of one, is due now; to be called when that is
 * settled.
 */
export async function hasten(work: Work, key: string): Promise<void> {
  await hastenByKey(work, { key, now: work.now })
}

const hastenByKey = prepared('outbox.hasten', (db, t, p: { key: string; now: number }) =>
  db
    .update(t.outbox)
    .set({
      notBefore: sql`case when ${t.outbox.notBefore} > ${p.now} then ${p.now} else ${t.outbox.notBefore} end`,
    })
    .where(and(eq(t.outbox.key, p.key), eq(t.outbox.state, 'queued'))),
)

/** Whether one of these was sent without anybody knowing whether it arrived. */
export async function isAnyDoubtful({ db, t }: Work, keys: readonly string[]): Promise<boolean> {
  const doubtful = and(inArray(t.outbox.key, [...keys]), isNotNull(t.outbox.doubtSince))
  const rows = await db.select({ id: t.outbox.id }).from(t.outbox).where(doubtful).limit(1)
  return rows.length > 0
}

/**
 * Messages that nobody can be sure of, or that were given up; for staff. Who sends one again that may have
 * arrived has looked; one that was given up in doubt may still have been seen.
 */
export async function setOutboxState(
  work: Work,
  ids: readonly number[],
  state: 'queued' | 'dead',
): Promise<void> {
  if (ids.length === 0) return
  const { outbox } = work.t
  const stillInDoubt = sql`case when ${outbox.state} = 'dead' then ${outbox.doubtSince} end`
  const change =
    state === 'dead'
      ? { settledAt: work.now }
      : { settledAt: null, notBefore: work.now, createdAt: work.now, attempts: 0, doubtSince: stillInDoubt }
  await work.db
    .update(outbox)
    .set({ state, ...change })
    .where(and(inArray(outbox.id, [...ids]), inArray(outbox.state, ['unknown', 'dead'])))
}

/** A private word that nobody heard is worth saying for so long. */
const WORTH_SAYING_MS = 48 * 3_600_000
const REVIVED_MOST = 20

/**
 * What was given up because the account had no private chat with us, or had blocked us, is said now, the
 * newest of it; to be called when there is one (again). What may have arrived is not.
 */
export async function reviveFor(
  work: Work,
  { platform, account }: Pick<Destination, 'platform'> & { account: string },
): Promise<void> {
  const { outbox } = work.t
  const unheard = work.db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        // The words of the index `outbox_open`.
        sql`${outbox.state} <> 'sent'`,
        eq(outbox.state, 'dead'),
        eq(outbox.lane, laneOf({ platform, account })),
        eq(outbox.class, 'receipt'),
        isNull(outbox.doubtSince),
        gt(outbox.createdAt, work.now - WORTH_SAYING_MS),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(REVIVED_MOST)
  await work.db
    .update(outbox)
    .set({ state: 'queued', settledAt: null, notBefore: work.now, attempts: 0, lastError: null })
    .where(inArray(outbox.id, unheard))
}

/** How far a message has come; undefined where there is none. */
export async function rowOfKey({ db, t }: Work, key: string) {
  const { state, settledAt, createdAt, key: own } = t.outbox
  const [row] = await db.select({ state, settledAt, createdAt }).from(t.outbox).where(eq(own, key))
  return row
}

/** When rows with one of these keys were queued, since then; the newest first. */
export async function createdSince(
  { db, t }: Work,
  keys: readonly string[],
  since: number,
): Promise<{ key: string; at: number }[]> {
  const { key, createdAt, id } = t.outbox
  return db
    .select({ key, at: createdAt })
    .from(t.outbox)
    .where(and(inArray(key, [...keys]), gt(createdAt, since)))
    .orderBy(desc(createdAt), desc(id))
}

/** How many wait, are uncertain, were given up. */
export async function outboxCounts(work: Work): Promise<Record<string, number>> {
  const { outbox } = work.t
  const rows = await work.db
    .select({ state: outbox.state, count: countAll() })
    .from(outbox)
    // The words of the index `outbox_open`.
    .where(sql`${outbox.state} <> 'sent'`)
    .groupBy(outbox.state)
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
}

function rowOf(work: Work, { key, class: kind, to, content, notBefore = work.now, aside }: Outgoing) {
  return {
    key,
    class: kind,
    lane: laneOf(aside ? { ...to, chat: undefined } : to),
    platform: to.platform,
    chat: to.chat ?? null,
    account: to.account ?? null,
    content: toJson(content),
    notBefore,
    createdAt: work.now,
  }
}

/**
 * Answers to people in a group wait apart from what is for the whole group: one person who types and types
 * must not keep a packet's card from appearing.
 */
function laneOf({ platform, chat, account }: Partial<Destination>): string {
  if (chat === undefined) return `${platform}:${account}`
  return account === undefined ? `chat:${chat}` : `chat:${chat}${ANSWERS}`
}

/** Ends the lanes of answers in a group. */
export const ANSWERS = ' answers'
/** Ends the lane of those whose people have no private chat: nobody else's answer waits behind them. */
export const RETURNED = ` returned${ANSWERS}`

const returnedLane = (chat: number): string => `chat:${chat}${RETURNED}`

/** Whether it was put aside: it answers something in a group, and goes to the person's private chat. */
export function isAside({ chat, account, lane }: Aside): boolean {
  return chat !== null && account !== null && !lane.endsWith(ANSWERS)
}

type Aside = { chat: number | null; account: string | null; lane: string }

/** The lane of its group for what was put aside, where there is no way to the private chat. */
export function laneOfReturned({ chat, lane }: Aside): string {
  return chat === null ? lane : returnedLane(chat)
}

/** The lane of the person's private chat. */
export function laneInPrivate({ platform, account }: Aside & Pick<Destination, 'platform'>): string {
  return laneOf({ platform, account: account ?? undefined })
}

/** Rows that go, or went, by mail and are still kept, the oldest first. */
export async function mailRows({ db, t }: Work): Promise<Tables['outbox']['$inferSelect'][]> {
  return db.select().from(t.outbox).where(eq(t.outbox.platform, 'mail')).orderBy(asc(t.outbox.id))
}
