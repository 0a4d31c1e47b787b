/**
 * Telegram's errors in the courier's words. Texts: server, Client.cpp, and those that bots have met.
 * grammY's own errors hold the token (in a URL) and the payload (people's words): they are read by an
 * allow-list here and go no further.
 */
import { GrammyError, HttpError } from 'grammy'
import type { DeliveryFailure } from '../../interaction/platform.js'

/** ms to wait when Telegram names no time. */
const RETRY_DEFAULT = 1_000
/** ms to wait when nobody listens at the address. */
const RETRY_CONNECT = 5_000

/** Errors of the connection that happen before a byte of the request is sent: certainly not applied. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])

const GONE =
  /message to edit not found|message can't be edited|MESSAGE_ID_INVALID|message identifier is not specified/i
/** The chat is there and so are we, but this may not be sent: that says nothing about any other message. */
const FORBIDDEN = new RegExp(
  [
    'TOPIC_CLOSED|CHAT_WRITE_FORBIDDEN|CHAT_SEND_[A-Z]+_FORBIDDEN|CHAT_RESTRICTED',
    'not enough rights|have no rights|need administrator rights',
  ].join('|'),
  'i',
)
const UNREACHABLE = new RegExp(
  [
    'chat not found|user not found|PEER_ID_INVALID|USER_IS_BLOCKED|INPUT_USER_DEACTIVATED',
    'was kicked|was blocked|is deactivated|was deactivated|was deleted|is not a member',
    "can't initiate conversation|can't send messages to",
  ].join('|'),
  'i',
)

/** The failure behind any error that a call to the Bot API or a renderer can throw. */
export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof GrammyError) return refusalOf(error)
  if (error instanceof HttpError) return lossOf(error)
  return { kind: 'invalid', detail: error instanceof Error ? error.message : 'an unknown error' }
}

function refusalOf(error: GrammyError): DeliveryFailure {
  const { error_code: code, description, parameters } = error
  const detail = `${code} ${description}`
  const isStrange = typeof code !== 'number' || typeof description !== 'string'
  if (isStrange) return { kind: 'unknown', detail: 'an answer that is not of the Bot API' }
  if (parameters.migrate_to_chat_id) return { kind: 'moved', to: String(parameters.migrate_to_chat_id) }
  if (code === 429) return { kind: 'later', retryAfter: waitOf(error), everything: false }
  if (code >= 500 || code === 409) return { kind: 'later', retryAfter: RETRY_DEFAULT, everything: false }
  if (code === 401 || isBadToken(error)) return { kind: 'unauthorised', detail }
  if (GONE.test(description)) return { kind: 'gone', detail }
  if (FORBIDDEN.test(description)) return { kind: 'forbidden', detail }
  if (UNREACHABLE.test(description)) return { kind: 'unreachable', detail }
  if (code === 403) return { kind: 'forbidden', detail }
  return { kind: 'invalid', detail }
}

/** A token without a bot is a path that does not exist; an unknown method says so. */
function isBadToken(error: GrammyError): boolean {
  return error.error_code === 404 && !/method/i.test(error.description)
}

/** ms to wait after a 429. */
export function waitOf(error: GrammyError): number {
  const seconds = error.parameters?.retry_after ?? Number(/retry after (\d+)/i.exec(error.description)?.[1])
  return seconds > 0 ? seconds * 1000 : RETRY_DEFAULT
}

function lossOf(error: HttpError): DeliveryFailure {
  const code = networkCode(error)
  if (NEVER_SENT.has(code)) return { kind: 'later', retryAfter: RETRY_CONNECT, everything: true }
  return { kind: 'unknown', detail: `network: ${code}` }
}

/** `ECONNRESET` and the like, `timeout`, or the bare name of the error; never its message. */
function networkCode(error: HttpError): string {
  const inner: unknown = error.error
  if (!(inner instanceof Error)) return 'unknown'
  if ('code' in inner && typeof inner.code === 'string') return inner.code
  return /timed out/.test(inner.message) ? 'timeout' : inner.name
}

/** Telegram's own words for its no; undefined when it said nothing. */
export function descriptionOf(error: unknown): string | undefined {
  return error instanceof GrammyError ? error.description : undefined
}

/** The edit would change nothing: the message already is as we want it. */
export function isUnchanged(error: unknown): boolean {
  return /message is not modified/i.test(descriptionOf(error) ?? '')
}

/** The message has a file, and its words are the caption. */
export function isCaptioned(error: unknown): boolean {
  return /there is no text in the message to edit/i.test(descriptionOf(error) ?? '')
}

/** Telegram cannot show it as a photo; as a document it takes it. */
export function isNoPhoto(error: unknown): boolean {
  return /IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS|too big for a photo/i.test(descriptionOf(error) ?? '')
}

/** Telegram knows no file by this id (any more). */
export function isFileGone(error: unknown): boolean {
  return /wrong (?:remote )?file|file_?id|FILE_REFERENCE|FILE_ID_INVALID/i.test(descriptionOf(error) ?? '')
}

/** The topic was deleted. */
export function isTopicGone(error: unknown): boolean {
  return /message thread not found|TOPIC_DELETED/i.test(descriptionOf(error) ?? '')
}

/** What may be logged of an error: its name, and of a Telegram error its method, code and description. */
export function describe(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError) {
    return { name: error.name, method: error.method, code: error.error_code, description: error.description }
  }
  if (error instanceof HttpError) return { name: error.name, code: networkCode(error) }
  return error instanceof Error ? { name: error.name, message: error.message } : { name: typeof error }
}
