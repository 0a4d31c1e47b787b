/** What becomes of a message that was not, or not surely, delivered. Pure but for a little jitter. */

import type { Content } from '../interaction/content.js'
import type { DeliveryFailure } from '../interaction/platform.js'
import { fromJson, toJson } from '../kit/json.js'
import { text } from '../kit/text.js'
import type { World } from '../kit/world.js'
import { LEASE_MS, type OutboxRow } from './rows.js'

/** A message is given up after a day. Source: page "Reliability", section 5. */
const AGE_MOST_MS = 24 * 3_600_000
/**
 * Or after so many attempts (same source), but not within the first hour: twelve attempts take 25 minutes,
 * and platforms and networks have been away for longer without anything being wrong with the message.
 */
const ATTEMPTS_MOST = 12
const ATTEMPTS_AGE_MS = 3_600_000
/** A message that our own code cannot even draw is given up sooner: it holds up its lane. */
const BROKEN_ATTEMPTS = 5
/** Back-off: doubling from one second, at most five minutes. Same source. */
const BACKOFF_FIRST_MS = 1000
const BACKOFF_MOST_MS = 300_000
/** Attempts that take the platform's own word for the wait; after them the back-off counts too. */
const PATIENT_ATTEMPTS = 3
/** Discord compares nonces "in the past few minutes"; within this a repetition is surely recognised. */
const NONCE_MS = 120_000

export type DeathReason = 'gone' | 'unreachable' | 'other'

export interface Verdict {
  change: Partial<OutboxRow>
  pause?: { ms: number; everything: boolean }
  /** Given up, and why. */
  dead?: DeathReason
  moved?: string
  halt?: boolean
  tell?: 'warn' | 'error'
}

type Clock = Pick<World, 'now' | 'random'>

/** `row` as it was leased. */
export function afterFailure(row: OutboxRow, failure: DeliveryFailure, world: Clock): Verdict {
  switch (failure.kind) {
    case 'later':
      return later(row, failure, world)
    case 'unknown':
      return unknown(row, failure.detail, world)
    case 'moved':
      return moved(row, failure.to, world)
    case 'unreachable':
      return dead(row, 'unreachable', failure.detail, world)
    case 'gone':
      return dead(row, 'gone', failure.detail, world)
    case 'invalid':
      return { ...dead(row, 'other', failure.detail, world), tell: 'error' }
    case 'unauthorised':
      return {
        change: { state: 'queued', notBefore: world.now(), lastError: failure.detail },
        halt: true,
        tell: 'error',
      }
  }
}

/** Our own code failed before anything was sent. */
export function afterMistake(row: OutboxRow, world: Clock): Verdict {
  const lastError = 'it could not be drawn'
  if (row.attempts >= BROKEN_ATTEMPTS) return { ...dead(row, 'other', lastError, world), tell: 'error' }
  return { change: { state: 'queued', notBefore: world.now() + backoff(row.attempts, world), lastError } }
}

function dead(row: OutboxRow, why: DeathReason, detail: string, world: Clock): Verdict {
  const tell = row.class === 'post' || why === 'other' ? 'warn' : undefined
  return { change: { state: 'dead', lastError: detail, settledAt: world.now() }, dead: why, tell }
}

/** Not applied: again when the platform says. */
function later(
  row: OutboxRow,
  { retryAfter, everything }: DeliveryFailure & { kind: 'later' },
  world: Clock,
): Verdict {
  if (isTired(row, world)) return dead(row, 'other', 'not accepted in all this time', world)
  const asked = retryAfter > 0 ? retryAfter : BACKOFF_FIRST_MS
  const isTrusted = row.attempts <= PATIENT_ATTEMPTS
  const ms = isTrusted ? asked : Math.max(asked, backoff(row.attempts - PATIENT_ATTEMPTS, world))
  const change = { state: 'queued' as const, notBefore: world.now() + ms, lastError: 'not accepted yet' }
  return { change, pause: { ms: asked, everything } }
}

/** The same message to the chat's new id; a chat that moves for ever is a mistake of the platform's. */
function moved(row: OutboxRow, to: string, world: Clock): Verdict {
  if (row.attempts >= ATTEMPTS_MOST) return dead(row, 'other', 'the chat moves for ever', world)
  return { change: { state: 'queued', notBefore: world.now(), lastError: 'the chat has moved' }, moved: to }
}

function unknown(row: OutboxRow, detail: string, world: Clock): Verdict {
  const notBefore = world.now() + backoff(row.attempts, world)
  const sentAt = row.leaseUntil === null ? world.now() : row.leaseUntil - LEASE_MS
  const doubtSince = row.doubtSince ?? sentAt
  const again = { state: 'queued' as const, notBefore, lastError: detail, doubtSince }
  const isHarmless = row.class === 'edit' || isCard(row)
  if (isHarmless) return isTired(row, world) ? dead(row, 'other', detail, world) : { change: again }
  if (row.platform === 'discord' && notBefore - doubtSince < NONCE_MS) return { change: again }
  if (row.class === 'post') {
    return { change: { state: 'unknown', lastError: detail, doubtSince }, tell: 'error' }
  }
  const content = marked(row)
  return content ? { change: { ...again, content } } : dead(row, 'other', detail, world)
}

function isTired(row: OutboxRow, world: Clock): boolean {
  const age = world.now() - row.createdAt
  return age > AGE_MOST_MS || (row.attempts >= ATTEMPTS_MOST && age > ATTEMPTS_AGE_MS)
}

/** A second card of a packet shows the same and opens nothing new, so it is better than none. */
function isCard({ content }: OutboxRow): boolean {
  return fromJson<Content>(content).kind === 'card'
}

const AGAIN = 'receipt-again'

/**
 * A receipt that may have arrived is sent once more and says so: the money is untouched, the code is the
 * same. Undefined when it says so already.
 */
function marked(row: OutboxRow): string | undefined {
  const content = fromJson<Content>(row.content)
  if (content.kind !== 'view' || content.view.text.some(({ key }) => key === AGAIN)) return undefined
  const note = text(AGAIN, { code: `RC-${row.id}` })
  return toJson({ ...content, view: { ...content.view, text: [...content.view.text, note] } })
}

/**
 * ms; 1 s, 2 s, 4 s … and up to half as much again, so that what failed together does not come back together.
 */
function backoff(attempts: number, world: Clock): number {
  const [chance = 0] = world.random(1)
  const base = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.min(BACKOFF_MOST_MS, Math.round(base * (1 + chance / 512)))
}
