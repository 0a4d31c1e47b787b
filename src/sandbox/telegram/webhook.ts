/**
 * Sends updates to the bot [WebhookActor.cpp]: each delivery queue one at a time, different queues at once,
 * repeats at once and then after 2, 4, 8 … seconds, Retry-After honoured, a 2xx body with a method executed.
 */
import type { Args } from './args.js'
import { readJson } from './body.js'
import { type Clock, unixTime } from './clock.js'
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

/** Longest wait between repeats: a random time from this to its double, seconds [WEBHOOK_MAX_RESEND_TIMEOUT]. */
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

export function createWebhook({ clock, updates, random, execute }: WebhookParts): Webhook {
  let current: WebhookSettings | undefined
  let generation = 0
  let lanes = new Map<string, Lane>()
  let ready: string[] = []
  let running = 0
  let error: { date: number; message: string } | undefined
  let goneSince: number | undefined
  let stopListening: (() => void) | undefined

  const enqueue = (update: Queued) => {
    const lane = lanes.get(update.queue)
    if (lane) {
      lane.updates.push(update)
      return
    }
    lanes.set(update.queue, { updates: [update], delay: 1, fails: 0 })
    ready.push(update.queue)
  }

  const pump = () => {
    while (current && running < current.maxConnections && ready.length > 0) {
      const name = ready.shift() ?? ''
      const lane = lanes.get(name)
      const update = lane?.updates[0]
      if (!lane || !update) lanes.delete(name)
      else if (!updates.isAlive(update)) finish(name, lane, update)
      else void attempt(name, lane, update, current)
    }
  }

  /** The first update of the lane is done with, delivered or not. */
  const finish = (name: string, lane: Lane, update: Queued) => {
    updates.remove(update.id)
    lane.updates.shift()
    lane.delay = 1
    lane.fails = 0
    if (lane.updates.length > 0) ready.push(name)
    else lanes.delete(name)
  }

  const attempt = async (name: string, lane: Lane, update: Queued, settings: WebhookSettings) => {
    const mine = generation
    running++
    const result = await send(clock, settings, update, execute)
    if (mine !== generation) return
    running--
    if (result.failure === undefined) {
      goneSince = undefined
      finish(name, lane, update)
    } else repeat(name, lane, update, result)
    pump()
  }

  const repeat = (name: string, lane: Lane, update: Queued, result: Attempt) => {
    error = { date: unixTime(clock), message: result.failure ?? '' }
    if (result.status !== undefined)
      goneSince = result.status === GONE ? (goneSince ?? clock.now()) : undefined
    if (goneSince !== undefined && clock.now() > goneSince + GONE_MS) return clear()
    const wait = nextWait(lane, result.retryAfter, random)
    if (unixTime(clock) + wait > update.expires) return finish(name, lane, update)
    lane.fails++
    const mine = generation
    clock.after(wait * 1000, () => {
      if (mine !== generation) return
      ready.push(name)
      pump()
    })
  }

  const reset = () => {
    generation++
    lanes = new Map()
    ready = []
    running = 0
    stopListening?.()
    stopListening = undefined
  }

  const clear = () => {
    reset()
    current = undefined
    error = undefined
    goneSince = undefined
  }

  return {
    settings: () => current,
    set(settings) {
      clear()
      current = settings
      stopListening = updates.onPush((update) => {
        enqueue(update)
        pump()
      })
      for (const update of updates.read(0, Number.POSITIVE_INFINITY)) enqueue(update)
      pump()
    },
    clear,
    lastError: () => error,
    stop: reset,
  }
}

/** Seconds until the next try: none after the first failure, then doubled each time. */
function nextWait(lane: Lane, retryAfter: number, random: () => number): number {
  const asked = Math.min(MAX_RETRY_AFTER_S, Math.max(0, retryAfter))
  if (asked > 0 || lane.fails === 0) return asked
  lane.delay = Math.min(Math.floor(MAX_RESEND_S * (1 + random())), lane.delay * 2)
  return lane.delay
}

async function send(
  clock: Clock,
  settings: WebhookSettings,
  update: Queued,
  execute: WebhookParts['execute'],
): Promise<Attempt> {
  const abort = new AbortController()
  const stop = clock.after(ANSWER_MS, () => abort.abort())
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
    await executeAnswer(response, body, execute)
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
