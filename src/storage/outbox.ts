/**
 * What is to be said, written in the same unit of work as the fact it tells. The courier
 * (`scheduler/courier.ts`) sends it; see page "Operators": delivery.
 */
import { and, inArray, sql } from 'drizzle-orm'
import { toJson } from '../kit/json.js'
import { countAll } from './sql.js'
import type { Work } from './storage.js'

/** Where to: a chat by its own number, or an account's private chat; both: a private word inside a group. */
export interface Destination {
  platform: 'telegram' | 'discord'
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
}

/** Queues it once: the same key again changes nothing. */
export async function enqueue(work: Work, outgoing: Outgoing): Promise<void> {
  await work.db.insert(work.t.outbox).values(rowOf(work, outgoing)).onConflictDoNothing()
}

/** Queues many, like {@link enqueue}. */
export async function enqueueAll(work: Work, outgoing: readonly Outgoing[]): Promise<void> {
  if (outgoing.length === 0) return
  await work.db
    .insert(work.t.outbox)
    .values(outgoing.map((one) => rowOf(work, one)))
    .onConflictDoNothing()
}

/**
 * Queues an edit that replaces whatever of the same key waits or has been sent: the newest content is sent
 * once more, however many changes came in between.
 */
export async function enqueueNewest(work: Work, outgoing: Outgoing): Promise<void> {
  const { outbox } = work.t
  const stillOpen = sql`${outbox.state} in ('queued', 'leased')`
  await work.db
    .insert(outbox)
    .values(rowOf(work, outgoing))
    .onConflictDoUpdate({
      target: outbox.key,
      set: {
        content: toJson(outgoing.content),
        version: sql`${outbox.version} + 1`,
        attempts: 0,
        doubtSince: null,
        settledAt: null,
        state: sql`case when ${outbox.state} = 'leased' then 'leased' else 'queued' end`,
        // What waits keeps its place and its age; what was settled begins anew.
        notBefore: sql`case when ${stillOpen} then ${outbox.notBefore} else excluded.not_before end`,
        createdAt: sql`case when ${stillOpen} then ${outbox.createdAt} else excluded.created_at end`,
      },
    })
}

/** Messages that nobody can be sure of, or that were given up; for staff. */
export async function setOutboxState(
  work: Work,
  ids: readonly number[],
  state: 'queued' | 'dead',
): Promise<void> {
  if (ids.length === 0) return
  const { outbox } = work.t
  const change =
    state === 'dead'
      ? { settledAt: work.now }
      : { settledAt: null, notBefore: work.now, createdAt: work.now, attempts: 0, doubtSince: null }
  await work.db
    .update(outbox)
    .set({ state, ...change })
    .where(and(inArray(outbox.id, [...ids]), inArray(outbox.state, ['unknown', 'dead'])))
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

function rowOf(work: Work, { key, class: kind, to, content }: Outgoing) {
  return {
    key,
    class: kind,
    lane: laneOf(to),
    platform: to.platform,
    chat: to.chat ?? null,
    account: to.account ?? null,
    content: toJson(content),
    notBefore: work.now,
    createdAt: work.now,
  }
}

/**
 * Answers to people in a group wait apart from what is for the whole group: one person who types and types
 * must not keep a packet's card from appearing.
 */
function laneOf({ platform, chat, account }: Destination): string {
  if (chat === undefined) return `${platform}:${account}`
  return account === undefined ? `chat:${chat}` : `chat:${chat}${ANSWERS}`
}

/** Ends the lane of answers in a group. */
export const ANSWERS = ' answers'
