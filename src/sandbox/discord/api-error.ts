/**
 * Errors as Discord's HTTP API gives them: a status, a JSON error code, a text, sometimes a tree of fields.
 */
import type { ErrorTree } from './rules/rule.js'

export class ApiError extends Error {
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.errors = errors
  }

  /** The JSON body that goes with it. */
  body(): { message: string; code: number; errors?: ErrorTree } {
    const { message, code, errors } = this
    return errors ? { message, code, errors } : { message, code }
  }
}

/**
 * JSON error codes in use here: [HTTP status, text].
 * Source: developers/topics/opcodes-and-status-codes "JSON Error Codes"; the texts and statuses as the API
 * sends them, which differ in case and wording from that page (discord.js and discord-api-docs issue
 * threads).
 */
const KNOWN = {
  0: [401, '401: Unauthorized'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10006: [404, 'Unknown Invite'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10011: [404, 'Unknown Role'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  20012: [403, 'You are not authorized to perform this action on this application'],
  30003: [400, 'Maximum number of pins reached for the channel (250)'],
  30010: [400, 'Maximum number of reactions reached (20)'],
  30015: [400, 'Maximum number of attachments in a message reached (10)'],
  30032: [400, 'Maximum number of application commands reached (100).'],
  30034: [400, 'Maximum number of daily application command creates has been reached (200)'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  50001: [403, 'Missing Access'],
  50003: [403, 'Cannot execute action on a DM channel'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50021: [403, 'Cannot execute action on a system message'],
  50027: [401, 'Invalid Webhook Token'],
  50028: [400, 'Invalid role'],
  50033: [400, 'Invalid Recipient(s)'],
  50041: [400, 'Invalid API version provided'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [403, 'Cannot reply without permission to read message history'],
} as const satisfies Record<number, readonly [number, string]>

export type KnownCode = keyof typeof KNOWN

export function apiError(code: KnownCode): ApiError {
  const [status, message] = KNOWN[code]
  return new ApiError(status, code, message)
}

/** 400 with code 50035 and the nested tree of what was wrong in which field. */
export function invalidForm(errors: ErrorTree): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', errors)
}

export const noSuchRoute = () => new ApiError(404, 0, '404: Not Found')
export const wrongMethod = () => new ApiError(405, 0, '405: Method Not Allowed')
