/** A gateway session: what it subscribed to, what it was sent, and what it can be sent again. */
import { INTENT } from '../protocol.js'
import type { GatewayEvent } from '../realm.js'
import { shardOf } from '../snowflake.js'

/** Events kept for a resume. A client that is further behind must identify anew. */
const REPLAY_KEPT = 12_000
/** A session without a connection can be resumed this long ("timeout after a few minutes"). */
export const RESUMABLE_MS = 3 * 60_000

export interface Session {
  readonly id: string
  readonly shard: readonly [id: number, count: number]
  readonly intents: number
  seq: number
  /** Events the client has not confirmed by a heartbeat yet, oldest first. */
  unconfirmed: { seq: number; text: string }[]
  /** Set while a connection carries the session. */
  send: ((text: string) => void) | undefined
  /** Ends the connection that carries the session. */
  close: ((code: number, reason: string) => void) | undefined
  lostAt: number | undefined
}

/** Gives the event to the session if it asked for it; without a connection it waits for a resume. */
export function deliverTo(session: Session, event: GatewayEvent): void {
  if (!concerns(session, event)) return
  const blank = event.withoutContent !== undefined && !(session.intents & INTENT.messageContent)
  const json = blank ? JSON.stringify(event.withoutContent) : (event.json ?? JSON.stringify(event.data))
  emit(session, event.name, json)
}

/** Numbers an event, keeps it for a resume, and sends it. */
export function emit(session: Session, name: string, json: string): void {
  session.seq += 1
  const text = `{"t":"${name}","s":${session.seq},"op":0,"d":${json}}`
  session.unconfirmed.push({ seq: session.seq, text })
  if (session.unconfirmed.length > REPLAY_KEPT) session.unconfirmed.splice(0, REPLAY_KEPT / 2)
  session.send?.(text)
}

/** Whether it asked for it. */
export function concerns(session: Session, event: GatewayEvent): boolean {
  const [id, count] = session.shard
  const shard = event.guild === undefined ? 0 : shardOf(event.guild, count)
  return shard === id && (event.intents === 0 || (session.intents & event.intents) !== 0)
}

/** A heartbeat says what has arrived; that need not be kept any longer. */
export function confirm(session: Session, seq: unknown): void {
  if (typeof seq !== 'number') return
  const first = session.unconfirmed.findIndex((sent) => sent.seq > seq)
  session.unconfirmed = first < 0 ? [] : session.unconfirmed.slice(first)
}

/** Whether everything after `seq` is still here. */
export function canReplay(session: Session, seq: number): boolean {
  const oldest = session.unconfirmed[0]?.seq ?? session.seq + 1
  return seq >= oldest - 1
}
