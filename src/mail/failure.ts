/**
 * What a server's no means. Its words may repeat the address or the letter, so that only codes are kept.
 * Codes: RFC 5321, 4.2; enhanced ones: RFC 3463.
 */
import type { DeliveryFailure } from '../interaction/platform.js'

/** ms to wait when the server cannot be reached, puts us off, or does not know us. */
const AWAY_MS = 30_000
const LATER_MS = 60_000
const AUTH_MS = 300_000

interface SmtpError {
  code?: unknown
  command?: unknown
  response?: unknown
  responseCode?: unknown
}

/** `isSent`: the whole letter had left when it failed. */
export function failureOf(error: unknown, isSent: boolean): DeliveryFailure {
  const { code, command, response, responseCode } = (error instanceof Error ? error : {}) as SmtpError
  const detail = `SMTP ${word(command)} ${codesOf(responseCode, response) || word(code)}`.trim()
  if (code === 'EAUTH') return { kind: 'later', retryAfter: AUTH_MS, everything: true }
  if (typeof responseCode !== 'number') {
    return isSent
      ? { kind: 'unknown', detail }
      : { kind: 'later', retryAfter: AWAY_MS, everything: code !== 'EMESSAGE' }
  }
  if (responseCode < 500) {
    // A recipient who is put off (greylisting, a full box) says nothing about others.
    const isOfOne = command === 'RCPT TO' || code === 'EENVELOPE'
    return { kind: 'later', retryAfter: LATER_MS, everything: !isOfOne }
  }
  if (command === 'RCPT TO' || isRecipient(error)) return { kind: 'unreachable', detail }
  return { kind: command === 'DATA' ? 'forbidden' : 'invalid', detail }
}

function isRecipient(error: unknown): boolean {
  return (
    error instanceof Error &&
    'rejected' in error &&
    Array.isArray(error.rejected) &&
    error.rejected.length > 0
  )
}

function codesOf(responseCode: unknown, response: unknown): string {
  if (typeof responseCode !== 'number') return ''
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(String(response))?.[1]
  return [responseCode, enhanced].filter(Boolean).join(' ')
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[A-Z][A-Z ]{1,20}$/.test(value) ? value : ''
}
