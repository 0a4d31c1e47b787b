/**
 * Refusals in the words of api.telegram.org. Texts are those of the open-source server
 * (tdlib/telegram-bot-api and tdlib/td); where a text comes from the closed part it is the one clients have
 * been seen to receive.
 */

export interface ResponseParameters {
  retry_after?: number
  migrate_to_chat_id?: number
}

/** A call that was answered with `ok: false`. `code` is both the HTTP status and `error_code`. */
export class ApiRefusal extends Error {
  readonly code: number
  readonly parameters: ResponseParameters | undefined
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** 400. The server lowers the first letter of its own sentences but leaves CODES_LIKE_THIS alone. */
export function badRequest(text: string, parameters?: ResponseParameters): ApiRefusal {
  return new ApiRefusal(400, `Bad Request: ${lowered(text)}`, parameters)
}

export const forbidden = (text: string): ApiRefusal => new ApiRefusal(403, `Forbidden: ${text}`)

export const conflict = (text: string): ApiRefusal => new ApiRefusal(409, `Conflict: ${text}`)

export const unauthorized = (): ApiRefusal => new ApiRefusal(401, 'Unauthorized')

export const methodNotFound = (): ApiRefusal => new ApiRefusal(404, 'Not Found: method not found')

/** 429; `seconds` is what the client must wait. */
export function tooManyRequests(seconds: number): ApiRefusal {
  return new ApiRefusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}

function lowered(text: string): string {
  return /^.[_A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
