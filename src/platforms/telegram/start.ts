/** The first words with Telegram, and the errors that end it all, each in one line for the operator. */
import { GrammyError, type RawApi } from 'grammy'
import type { Log } from '../../kit/log.js'
import { StartError } from '../../kit/start-error.js'
import type { World } from '../../kit/world.js'
import { describe, failureOf, waitOf } from './failure.js'
import { integer, object, string } from './native.js'
import type { Self } from './receive.js'

/** Tries at start before giving up, and the first wait between them in ms; it doubles. */
const TRIES = 4
const FIRST_WAIT = 1_000

const TOKEN_FORM = /^\d{1,20}:[A-Za-z0-9_-]{10,100}$/

/** Throws a StartError for what cannot be a token, before it is put into any URL. */
export function checkToken(token: string): void {
  if (TOKEN_FORM.test(token)) return
  throw new StartError(
    'TELEGRAM_TOKEN has the wrong form: it should look like 123456789:AbCdEf…, as @BotFather gives it',
    'configuration',
  )
}

/** Runs a call that the start needs, again while Telegram is merely away or busy. Throws a StartError. */
export async function insist<T>(world: World, log: Log, call: () => Promise<T>): Promise<T> {
  for (let left = TRIES, wait = FIRST_WAIT; ; left--, wait *= 2) {
    try {
      return await call()
    } catch (error) {
      const end = startErrorOf(error)
      if (end) throw end
      if (left <= 1) throw unreachable(error)
      log.warn('Telegram does not answer; trying again', describe(error))
      await world.sleep(isTooFast(error) ? waitOf(error) : wait)
    }
  }
}

function isTooFast(error: unknown): error is GrammyError {
  return error instanceof GrammyError && error.error_code === 429
}

/** Who we are. Throws a StartError. */
export async function introduce(api: Pick<RawApi, 'getMe'>, world: World, log: Log): Promise<Self> {
  const me = object(await insist(world, log, () => api.getMe()))
  const id = integer(me?.id)
  const username = string(me?.username)
  const readsAll = me?.can_read_all_group_messages === true
  if (id !== undefined && username) return { id, username, ...(readsAll ? { readsAll } : {}) }
  throw new StartError('TELEGRAM_API_ROOT answers, but not as a Bot API server does', 'configuration')
}

/** The end that an error means: a bad token, a second poller, a request that can never work; or undefined. */
export function startErrorOf(error: unknown): StartError | undefined {
  if (error instanceof StartError) return error
  if (!(error instanceof GrammyError)) return undefined
  if (error.error_code === 409) return conflict(error.description)
  switch (failureOf(error).kind) {
    case 'unauthorised':
      return new StartError(
        `Telegram refuses TELEGRAM_TOKEN (${error.error_code} ${error.description}): ask @BotFather for a new one`,
        'configuration',
      )
    case 'invalid':
      return new StartError(`Telegram refuses ${error.method}: ${error.description}`, 'configuration')
    default:
      return undefined
  }
}

function conflict(description: string): StartError {
  const what = /webhook/i.test(description)
    ? 'somebody set a webhook for this bot while it was polling: run one of them only'
    : 'another program is receiving for this bot (409): stop it, or give this one its own token'
  return new StartError(`Telegram: ${what}`, 'unavailable')
}

function unreachable(error: unknown): StartError {
  const { code, name } = describe(error)
  const message = `Telegram cannot be reached (${code ?? name}): check the network and TELEGRAM_API_ROOT`
  return new StartError(message, 'unavailable')
}
