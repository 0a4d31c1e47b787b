/**
 * Sends updates to the bot [WebhookActor.cpp]: each delivery queue one at a time, different queues at once,
 * repeats at once and then after 2, 4, 8 … seconds, Retry-After honoured, a 2xx body with a method executed.
 */

import { type Clock, unixTime } from '../clock.js'
import type { Args } from './args.js'
import { readJson } from './body.js'
import { type Queued, type UpdateQueue, updateJson } from './updates.js'

export interface WebhookSettings {
  url: string
  secret: string
  maxConnections: number
  ip: string
}

export interface Webhook {
  settings(): WebhookSettings | undefined
  set(settings: WebhookSettings): void
  clear(): void
  lastError(): { date: number; message: string } | undefined
  stop(): void
}

/**
 * Longest wait between repeats: a random time from this to its double, seconds [WEBHOOK_MAX_RESEND_TIMEOUT].
 */
const MAX_RESEND_S = 60
/** Longest Retry-After that is honoured, seconds [on_update_error]. */
const MAX_RETRY_AFTER_S = 3_600
/** Time the bot has for an answer, milliseconds [HttpOutboundConnection idle timeout 60]. */
const ANSWER_MS = 60_000
/** The bot no longer wants this webhook. */
const GONE = 410
/** A webhook that has answered 410 for so long is removed, milliseconds [WEBHOOK_DROP_TIMEOUT, 23 h]. */
const GONE_MS = 23 * 3_600_000
/** Methods that are never executed from a webhook's answer [WebhookActor::handle]. */
const NOT_FROM_ANSWERS = /^(get.*|setwebhook|deletewebhook|close|logout)$/i

interface Lane {
  name: string
  updates: Queued[]
  /** Seconds waited before the last repeat. */
  delay: number
  fails: number
}

interface Attempt {
  failure?: string
  retryAfter: number
  /** Undefined when there was no answer. */
  status: number | undefined
}

export interface WebhookParts {
  clock: Clock
  updates: UpdateQueue
  /** 0 ≤ x < 1. */
  random: () => number
  execute: (method: string, args: Args) => Promise<unknown>
}

export function createWebhook(parts: WebhookParts): Webhook {
  return new Sender(parts)
}

class Sender implements Webhook {
  readonly #parts: WebhookParts
  #current: WebhookSettings | undefined
  /** Raised when the webhook changes: deliveries of the former one no longer count. */
  #generation = 0
  #lanes = new Map<string, Lane>()
  #ready: string[] = []
  #running = 0
  #error: { date: number; message: string } | undefined
  #goneSince: number | undefined
  #stopListening: (() => void) | undefined

  constructor(parts: WebhookParts) {
    this.#parts = parts
  }

  settings(): WebhookSettings | undefined {
    return this.#current
  }

  lastError(): { date: number; message: string } | undefined {
    return this.#error
  }

  set(settings: WebhookSettings): void {
    const { updates } = this.#parts
    this.clear()
    this.#current = settings
    this.#stopListening = updates.onPush((update) => {
      this.#enqueue(update)
      this.#pump()
    })
    for (const update of updates.read(0, Number.POSITIVE_INFINITY)) this.#enqueue(update)
    this.#pump()
  }

  clear(): void {
    this.stop()
    this.#current = undefined
    this.#error = undefined
    this.#goneSince = undefined
  }

  stop(): void {
    this.#generation++
    this.#lanes = new Map()
    this.#ready = []
    this.#running = 0
    this.#stopListening?.()
    this.#stopListening = undefined
  }

  #enqueue(update: Queued): void {
    const lane = this.#lanes.get(update.queue)
    if (lane) {
      lane.updates.push(update)
      return
    }
    this.#lanes.set(update.queue, { name: update.queue, updates: [update], delay: 1, fails: 0 })
    this.#ready.push(update.queue)
  }

  #pump(): void {
    while (this.#current && this.#running < this.#current.maxConnections && this.#ready.length > 0) {
      const lane = this.#lanes.get(this.#ready.shift() ?? '')
      const update = lane?.updates[0]
      if (!lane || !update) continue
      if (this.#parts.updates.isAlive(update)) void this.#attempt(lane, update, this.#current)
      else this.#finish(lane, update)
    }
  }

  async #attempt(lane: Lane, update: Queued, settings: WebhookSettings): Promise<void> {
    const generation = this.#generation
    this.#running++
    const result = await send(this.#parts, settings, update)
    if (generation !== this.#generation) return
    this.#running--
    if (result.failure === undefined) {
      this.#goneSince = undefined
      this.#finish(lane, update)
    } else this.#repeat(lane, update, result)
    this.#pump()
  }

  /** The first update of the lane is done with, delivered or not. */
  #finish(lane: Lane, update: Queued): void {
    this.#parts.updates.remove(update.id)
    lane.updates.shift()
    lane.delay = 1
    lane.fails = 0
    if (lane.updates.length > 0) this.#ready.push(lane.name)
    else this.#lanes.delete(lane.name)
  }

  #repeat(lane: Lane, update: Queued, result: Attempt): void {
    const { clock, random } = this.#parts
    this.#error = { date: unixTime(clock), message: result.failure ?? '' }
    if (this.#isGone(result.status)) {
      this.clear()
      return
    }
    const wait = nextWait(lane, result.retryAfter, random)
    if (unixTime(clock) + wait > update.expires) {
      this.#finish(lane, update)
      return
    }
    lane.fails++
    const generation = this.#generation
    clock.after(wait * 1000, () => {
      if (generation !== this.#generation) return
      this.#ready.push(lane.name)
      this.#pump()
    })
  }

  /**
   * Whether the bot has said 410 for so long that its webhook is removed. A hang-up says nothing either way.
   */
  #isGone(status: number | undefined): boolean {
    const now = this.#parts.clock.now()
    if (status !== undefined) this.#goneSince = status === GONE ? (this.#goneSince ?? now) : undefined
    return this.#goneSince !== undefined && now > this.#goneSince + GONE_MS
  }
}

/** Seconds until the next try: none after the first failure, then doubled each time. */
function nextWait(lane: Lane, retryAfter: number, random: () => number): number {
  const asked = Math.min(MAX_RETRY_AFTER_S, Math.max(0, retryAfter))
  if (asked > 0 || lane.fails === 0) return asked
  lane.delay = Math.min(Math.floor(MAX_RESEND_S * (1 + random())), lane.delay * 2)
  return lane.delay
}

async function send(parts: WebhookParts, settings: WebhookSettings, update: Queued): Promise<Attempt> {
  const abort = new AbortController()
  const stop = parts.clock.after(ANSWER_MS, () => abort.abort())
  try {
    const response = await fetch(settings.url, {
      method: 'POST',
      redirect: 'manual',
      signal: abort.signal,
      headers: {
        'content-type': 'application/json',
        ...(settings.secret ? { 'x-telegram-bot-api-secret-token': settings.secret } : {}),
      },
      body: updateJson(update),
    })
    const body = await response.text()
    if (!response.ok) return refused(response)
    await executeAnswer(response, body, parts.execute)
    return { retryAfter: 0, status: response.status }
  } catch (error) {
    return { failure: connectionError(error, abort.signal.aborted), retryAfter: 0, status: undefined }
  } finally {
    stop()
  }
}

function refused(response: Response): Attempt {
  const retryAfter = Number(response.headers.get('retry-after') ?? 0)
  return {
    failure: `Wrong response from the webhook: ${response.status} ${response.statusText}`,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : 0,
    status: response.status,
  }
}

function connectionError(error: unknown, timedOut: boolean): string {
  if (timedOut) return 'Read timeout expired'
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return code === 'ECONNREFUSED' ? 'Connection refused' : 'Webhook connection closed'
}

/** Runs the call in a webhook's answer; nobody learns how it ended. */
async function executeAnswer(
  response: Response,
  body: string,
  execute: WebhookParts['execute'],
): Promise<void> {
  const values = readAnswer(response.headers.get('content-type') ?? '', body)
  const method = values.get('method') ?? ''
  values.delete('method')
  if (method === '' || NOT_FROM_ANSWERS.test(method)) return
  await execute(method, { values, files: new Map() }).catch(() => undefined)
}

function readAnswer(type: string, body: string): Map<string, string> {
  const values = new Map<string, string>()
  if (type.startsWith('application/x-www-form-urlencoded')) return new Map(new URLSearchParams(body))
  if (!type.startsWith('application/json') || body.trim() === '') return values
  try {
    readJson(values, body)
    return values
  } catch {
    return new Map()
  }
}
