/** What becomes of a message that was not, or not surely, delivered. Pure but for a little jitter. */

import type { Content } from '../interaction/content.js'
import type { DeliveryFailure } from '../interaction/platform.js'
import { fromJson, toJson } from '../kit/json.js'
import { text } from '../kit/text.js'
import type { World } from '../kit/world.js'
import { isAside, laneInPrivate, laneOfReturned } from '../storage/outbox.js'
import { LEASE_MS, type OutboxRow } from './rows.js'

/** A message is given up after a day: news that old is no news. */
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

export type DeathReason = 'gone' | 'unreachable' | 'forbidden' | 'other'

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
      return isAside(row) ? backToGroup(row, world) : unreachable(row, failure.detail, world)
    case 'waits':
      return afterWait(row, world)
    case 'forbidden':
    case 'gone':
      return dead(row, failure.kind, failure.detail, world)
    case 'invalid':
      return { ...dead(row, 'other', failure.detail, world), tell: 'error' }
    case 'unauthorised':
      return {
        change: { state: 'queued', notBefore: world.now(), lastError: noted(row, failure.detail) },
        halt: true,
        tell: 'error',
      }
  }
}

/** It is known without asking the platform that nobody would hear it. */
export function afterLeft(row: OutboxRow, world: Clock): Verdict {
  return dead(row, 'unreachable', 'the bot has left the chat', world)
}

/**
 * There is no private chat for an answer that is for one person alone: given up in the lane of that chat,
 * where `reviveFor` finds it as soon as there is one.
 */
export function afterWait(row: OutboxRow, world: Clock): Verdict {
  const { change, ...verdict } = dead(row, 'unreachable', NO_PRIVATE_CHAT, world)
  return { ...verdict, change: { ...change, lane: laneInPrivate(row) } }
}

/** What was for one person in a group and found no way there either waits for their private chat. */
function unreachable(row: OutboxRow, detail: string, world: Clock): Verdict {
  if (row.chat !== null && row.account !== null) return afterWait(row, world)
  return dead(row, 'unreachable', detail, world)
}

/** Our own code failed before anything was sent. */
export function afterMistake(row: OutboxRow, world: Clock): Verdict {
  const detail = 'it could not be drawn'
  if (row.attempts >= BROKEN_ATTEMPTS) return { ...dead(row, 'other', detail, world), tell: 'error' }
  const notBefore = world.now() + backoff(row.attempts, world)
  return { change: { state: 'queued', notBefore, lastError: noted(row, detail) } }
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
  const lastError = noted(row, 'not accepted yet')
  const change = { state: 'queued' as const, notBefore: world.now() + ms, lastError }
  return { change, pause: { ms: asked, everything } }
}

/** Whoever has no private chat with the bot waits for their turn in the group after all. */
function backToGroup(row: OutboxRow, world: Clock): Verdict {
  const change = { state: 'queued' as const, notBefore: world.now(), lane: laneOfReturned(row) }
  return { change: { ...change, lastError: NO_PRIVATE_CHAT } }
}

/** The error of an answer that was put aside in vain. */
export const NO_PRIVATE_CHAT = 'there is no private chat'

/**
 * The error of a row that is tried again. That there is no private chat stays, whatever else goes wrong in
 * the group: by it the answer is left out there when it is only noise.
 */
export function noted({ lastError }: Pick<OutboxRow, 'lastError'>, detail: string): string {
  return lastError === NO_PRIVATE_CHAT ? NO_PRIVATE_CHAT : detail
}

/** The same message to the chat's new id; a chat that moves for ever is a mistake of the platform's. */
function moved(row: OutboxRow, to: string, world: Clock): Verdict {
  if (row.attempts >= ATTEMPTS_MOST) return dead(row, 'other', 'the chat moves for ever', world)
  const lastError = noted(row, 'the chat has moved')
  return { change: { state: 'queued', notBefore: world.now(), lastError }, moved: to }
}

function unknown(row: OutboxRow, detail: string, world: Clock): Verdict {
  const notBefore = world.now() + backoff(row.attempts, world)
  const sentAt = row.leaseUntil === null ? world.now() : row.leaseUntil - LEASE_MS
  const doubtSince = row.doubtSince ?? sentAt
  const again = { state: 'queued' as const, notBefore, lastError: noted(row, detail), doubtSince }
  // A letter that may have been taken goes once more under the same Message-ID.
  const isHarmless = row.class === 'edit' || isCard(row) || row.platform === 'mail'
  if (isHarmless) return isTired(row, world) ? inDoubt(row, detail, doubtSince, world) : { change: again }
  if (row.platform === 'discord' && notBefore - doubtSince < NONCE_MS) return { change: again }
  if (row.class === 'post') {
    return { change: { state: 'unknown', lastError: detail, doubtSince }, tell: 'error' }
  }
  const content = marked(row)
  return content ? { change: { ...again, content } } : inDoubt(row, detail, doubtSince, world)
}

/** Given up, and nobody will ever know whether it arrived. */
function inDoubt(row: OutboxRow, detail: string, doubtSince: number, world: Clock): Verdict {
  const verdict = dead(row, 'other', detail, world)
  return { ...verdict, change: { ...verdict.change, doubtSince } }
}

/**
 * An edit shows how things stand when it is sent, so it is no old news after days in which we were away: a
 * card that says for ever that it can be claimed would be worse. It is given up when it was tried in vain.
 */
function isTired({ class: kind, attempts, createdAt }: OutboxRow, world: Clock): boolean {
  const age = world.now() - createdAt
  const isWorn = attempts >= ATTEMPTS_MOST
  return kind === 'edit'
    ? isWorn && age > AGE_MOST_MS
    : age > AGE_MOST_MS || (isWorn && age > ATTEMPTS_AGE_MS)
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
