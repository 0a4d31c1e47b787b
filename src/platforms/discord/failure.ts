/** What an error of a request to Discord means, and what of it may be logged. */
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js'
import type { DeliveryFailure } from '../../interaction/platform.js'
import type { LogFields } from '../../kit/log.js'
import { BLOCKED_PAUSE_MS, DM_PAUSE_MS, SERVER_TROUBLE_MS } from './limits.js'
import { Braked } from './transport.js'

/** Error codes after Discord's documentation, topics/opcodes-and-status-codes, JSON error codes. */
const UNREACHABLE = new Set<unknown>([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
])
/**
 * The channel is there and so are we, but this may not be sent: that says nothing about any other message.
 */
const FORBIDDEN = new Set<unknown>([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
])
/** Discord asks for patience by these codes, with 429 or without. */
const LATER = new Set<unknown>([
  RESTJSONErrorCodes.OpeningDirectMessagesTooFast,
  RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached,
  RESTJSONErrorCodes.APIResourceOverloaded,
])

/** `revoked`: Discord has refused our token before, so that the client no longer holds it. */
export function deliveryFailure(error: unknown, revoked: boolean): DeliveryFailure {
  const detail = summary(error)
  if (error instanceof Braked) return { kind: 'later', retryAfter: error.retryAfter, everything: true }
  if (error instanceof RateLimitError) {
    return { kind: 'later', retryAfter: Math.max(0, Math.ceil(error.retryAfter)), everything: error.global }
  }
  if (revoked) return { kind: 'unauthorised', detail }
  if (error instanceof DiscordAPIError) return refusal(error, detail)
  if (error instanceof HTTPError) return { kind: 'later', retryAfter: SERVER_TROUBLE_MS, everything: false }
  return { kind: 'unknown', detail }
}

function refusal({ code, status }: DiscordAPIError, detail: string): DeliveryFailure {
  if (status === 401) return { kind: 'unauthorised', detail }
  // Not Discord's API but what stands before it: it turns the whole bot away, not this chat.
  if (typeof code !== 'number') return { kind: 'later', retryAfter: BLOCKED_PAUSE_MS, everything: true }
  if (code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'gone', detail }
  if (UNREACHABLE.has(code)) return { kind: 'unreachable', detail }
  if (FORBIDDEN.has(code)) return { kind: 'forbidden', detail }
  if (LATER.has(code)) return { kind: 'later', retryAfter: pauseFor(code), everything: false }
  if (status === 403) return { kind: 'forbidden', detail }
  return { kind: 'invalid', detail }
}

function pauseFor(code: number | string): number {
  return code === RESTJSONErrorCodes.OpeningDirectMessagesTooFast ? DM_PAUSE_MS : SERVER_TROUBLE_MS
}

/** The interaction was answered before: nothing is left to do about it. */
export function isAlreadyAnswered(error: unknown): boolean {
  return isOf(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
}

/** Discord has given up on the interaction: its answer must go another way. */
export function isExpired(error: unknown): boolean {
  return isOf(error, RESTJSONErrorCodes.UnknownInteraction)
}

function isOf(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code
}

/**
 * What may be logged: the errors themselves carry the request's URL and body, and in the URL of an answer
 * stands the interaction's token.
 */
export function safeFields(error: unknown): LogFields {
  if (error instanceof DiscordAPIError) {
    return { error: 'DiscordAPIError', code: error.code, status: error.status, detail: error.message }
  }
  if (error instanceof HTTPError) return { error: 'HTTPError', status: error.status }
  if (error instanceof RateLimitError) return { error: 'RateLimitError', retryAfter: error.retryAfter }
  if (!(error instanceof Error)) return { error: 'unknown' }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { error: error.name, ...code }
}

/** The same in a few words. */
export function summary(error: unknown): string {
  return Object.values(safeFields(error)).join(' ')
}
