/**
 * Telegram's webhook: the update is committed before we answer, and the answer's body carries the reply to a
 * press, which saves a request. Whatever is wrong with the content is logged and answered 200, because
 * anything else makes Telegram send it again and hold up everything behind it.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Hook, HookReply } from '../../kit/hook.js'
import type { Log } from '../../kit/log.js'
import { StartError } from '../../kit/start-error.js'
import type { QueryReply } from './answer.js'
import { describe } from './failure.js'
import { HOOK_LIMIT_BYTES, SECRET_PATTERN } from './limits.js'

const TELEGRAM_HOOK_PATH = '/hooks/telegram'

/** Header in which Telegram repeats the secret. Bot API, setWebhook. */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/**
 * Seconds until Telegram shall try again while we start, stop or miss the database. It honours up to 3600.
 */
const AGAIN_SECONDS = '5'

const AGAIN: HookReply = { status: 503, headers: { 'retry-after': AGAIN_SECONDS } }
const DONE: HookReply = { status: 200 }

export interface WebhookOptions {
  secret: string
  /** Whether updates can be taken now. */
  isOpen(): boolean
  /**
   * Resolves when the update is committed or given up, with the reply to a press. Rejects: it must come
   * again.
   */
  take(update: unknown): Promise<QueryReply | undefined>
  log: Log
}

/** Throws a StartError for a secret that could be guessed or that Telegram would refuse. */
export function createHook({ secret, isOpen, take, log }: WebhookOptions): Hook {
  checkSecret(secret)
  const expected = Buffer.from(secret)
  return {
    path: TELEGRAM_HOOK_PATH,
    limitBytes: HOOK_LIMIT_BYTES,
    admits(headers) {
      const given = headers[SECRET_HEADER]
      return typeof given === 'string' && isSame(Buffer.from(given), expected)
    },
    async handle(_headers: IncomingHttpHeaders, body: Buffer): Promise<HookReply> {
      if (!isOpen()) return AGAIN
      const update = parse(body, log)
      if (update === undefined) return DONE
      return take(update).then(replyOf, (error: unknown) => {
        log.warn('an update could not be kept; Telegram shall send it again', describe(error))
        return AGAIN
      })
    },
  }
}

function replyOf(reply: QueryReply | undefined): HookReply {
  if (!reply) return DONE
  return { status: 200, body: JSON.stringify({ method: 'answerCallbackQuery', ...reply }) }
}

function checkSecret(secret: string): void {
  if (SECRET_PATTERN.test(secret)) return
  throw new StartError(
    'TELEGRAM_WEBHOOK_SECRET needs 32 to 256 characters of A-Z a-z 0-9 _ -, for example from `openssl rand -hex 32`',
    'configuration',
  )
}

/** In the same time wherever they differ; how long the secret is, is none. */
function isSame(given: Buffer, expected: Buffer): boolean {
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** A body that is no JSON is a dead letter: its hash may find it elsewhere, its words stay out of our log. */
function parse(body: Buffer, log: Log): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    const sha256 = createHash('sha256').update(body).digest('hex')
    log.error('a webhook body is no JSON and was dropped', { bytes: body.length, sha256 })
    return undefined
  }
}
