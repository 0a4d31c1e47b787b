/** What becomes of a message that was not, or not surely, delivered. Pure but for a little jitter. */

import type { Content } from '../interaction/content.js'
import { DeliveryError, type DeliveryFailure } from '../interaction/platform.js'
import { fromJson, toJson } from '../kit/json.js'
import { text } from '../kit/text.js'
import type { World } from '../kit/world.js'
import type { OutboxRow } from './rows.js'

/** A message is given up after so many attempts or so long. Source: page "Reliability", section 5. */
const ATTEMPTS_MOST = 12
const AGE_MOST_MS = 24 * 3_600_000
/** Back-off: doubling from one second, at most five minutes. */
const BACKOFF_FIRST_MS = 1000
const BACKOFF_MOST_MS = 300_000
/** Discord compares nonces "in the past few minutes"; within this a repetition is surely recognised. */
const NONCE_MS = 120_000

export interface Verdict {
  change: Partial<OutboxRow>
  pause?: { ms: number; everything: boolean }
  /** Given up, and why. */
  dead?: 'gone' | 'unreachable' | 'other'
  moved?: string
  halt?: boolean
  tell?: 'warn' | 'error'
}

type Clock = Pick<World, 'now' | 'random'>

export function afterFailure(row: OutboxRow, error: unknown, world: Clock): Verdict {
  const failure: DeliveryFailure =
    error instanceof DeliveryError ? error.failure : { kind: 'unknown', detail: 'an adapter failed' }
  switch (failure.kind) {
    case 'later':
      return later(row, failure, world)
    case 'unknown':
      return unknown(row, failure.detail, world)
    case 'moved':
      return { change: { state: 'queued', notBefore: world.now() }, moved: failure.to }
    case 'unreachable':
      return dead(row, 'unreachable', failure.detail, world)
    case 'gone':
      return dead(row, 'gone', failure.detail, world)
    case 'invalid':
      return { ...dead(row, 'other', failure.detail, world), tell: 'error' }
    case 'unauthorised':
      return {
        change: { state: 'queued', notBefore: world.now() + BACKOFF_MOST_MS, lastError: failure.detail },
        halt: true,
        tell: 'error',
      }
  }
}

function dead(row: OutboxRow, why: 'gone' | 'unreachable' | 'other', detail: string, world: Clock): Verdict {
  const tell = row.class === 'post' ? 'warn' : undefined
  return { change: { state: 'dead', lastError: detail, settledAt: world.now() }, dead: why, tell }
}

/** Not applied: again when the platform says, not counted against a message that only had to queue. */
function later(
  row: OutboxRow,
  { retryAfter, everything }: DeliveryFailure & { kind: 'later' },
  world: Clock,
): Verdict {
  const tooOld = world.now() - row.createdAt > AGE_MOST_MS
  if (tooOld) return dead(row, 'other', 'not accepted for a day', world)
  const ms = retryAfter > 0 ? retryAfter : backoff(row.attempts, world)
  return { change: { state: 'queued', notBefore: world.now() + ms }, pause: { ms, everything } }
}

function unknown(row: OutboxRow, detail: string, world: Clock): Verdict {
  if (row.attempts >= ATTEMPTS_MOST || world.now() - row.createdAt > AGE_MOST_MS) {
    return { ...dead(row, 'other', detail, world), tell: 'warn' }
  }
  const again = {
    state: 'queued' as const,
    notBefore: world.now() + backoff(row.attempts, world),
    lastError: detail,
  }
  if (row.class === 'edit' || isCard(row)) return { change: again }
  if (row.platform === 'discord' && world.now() - row.createdAt < NONCE_MS) return { change: again }
  if (row.class === 'post') {
    return { change: { state: 'unknown', lastError: detail }, tell: 'error' }
  }
  return row.attempts >= 2
    ? dead(row, 'other', detail, world)
    : { change: { ...again, content: marked(row) } }
}

/** A second card of a packet shows the same and opens nothing new, so it is better than none. */
function isCard({ content }: OutboxRow): boolean {
  return fromJson<Content>(content).kind === 'card'
}

/** A receipt that may have arrived is sent once more and says so: the money is untouched, the code is the same. */
function marked(row: OutboxRow): string {
  const content = fromJson<Content>(row.content)
  if (content.kind !== 'view') return row.content
  const note = text('receipt-again', { code: `RC-${row.id}` })
  return toJson({ ...content, view: { ...content.view, text: [...content.view.text, note] } })
}

function backoff(attempts: number, world: Clock): number {
  const [chance = 0] = world.random(1)
  const base = Math.min(BACKOFF_MOST_MS, BACKOFF_FIRST_MS * 2 ** Math.max(0, attempts - 1))
  return Math.round(base * (1 + chance / 512))
}
