import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { describe as describeError, failureOf, isUnchanged } from '../../../src/platforms/telegram/failure.js'
import { CANARY } from './setup.js'

const refused = (code: number, description: string, parameters?: object) =>
  new GrammyError(
    'Call to sendMessage failed!',
    { ok: false, error_code: code, description, parameters },
    'sendMessage',
    {
      chat_id: 1,
      text: 'private words',
    },
  )
const lost = (error: unknown) => new HttpError('Network request for sendMessage failed!', error)
const coded = (code: string) => Object.assign(new Error(`connect to /bot${CANARY}/sendMessage`), { code })

describe('what Telegram says', () => {
  test.each([
    [
      429,
      'Too Many Requests: retry after 7',
      { retry_after: 7 },
      { kind: 'later', retryAfter: 7000, everything: false },
    ],
    [
      429,
      'Too Many Requests: retry after 9',
      undefined,
      { kind: 'later', retryAfter: 9000, everything: false },
    ],
    [429, 'Too Many Requests', undefined, { kind: 'later', retryAfter: 1000, everything: false }],
    [
      500,
      'Internal Server Error: Request aborted',
      undefined,
      { kind: 'later', retryAfter: 1000, everything: false },
    ],
    [502, 'Bad Gateway', undefined, { kind: 'later', retryAfter: 1000, everything: false }],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -1009 },
      { kind: 'moved', to: '-1009' },
    ],
  ])('%d %s', (code, description, parameters, failure) => {
    expect(failureOf(refused(code, description, parameters))).toEqual(failure)
  })

  test.each([
    [403, 'Forbidden: bot was blocked by the user', 'unreachable'],
    [403, 'Forbidden: user is deactivated', 'unreachable'],
    [403, "Forbidden: bot can't initiate conversation with a user", 'unreachable'],
    [403, 'Forbidden: bot was kicked from the supergroup chat', 'unreachable'],
    [403, 'Forbidden: bot is not a member of the supergroup chat', 'unreachable'],
    [403, 'Forbidden: the group chat was deleted', 'unreachable'],
    [400, 'Bad Request: chat not found', 'unreachable'],
    [400, 'Bad Request: not enough rights to send text messages to the chat', 'forbidden'],
    [400, 'Bad Request: CHAT_WRITE_FORBIDDEN', 'forbidden'],
    [400, 'Bad Request: TOPIC_CLOSED', 'forbidden'],
    [400, 'Bad Request: CHAT_SEND_PLAIN_FORBIDDEN', 'forbidden'],
    [403, 'Forbidden: not enough rights to send text messages', 'forbidden'],
    [403, 'Forbidden: whatever comes next', 'forbidden'],
    [400, 'Bad Request: message to edit not found', 'gone'],
    [400, "Bad Request: message can't be edited", 'gone'],
    [400, 'Bad Request: MESSAGE_ID_INVALID', 'gone'],
    [400, 'Bad Request: message is too long', 'invalid'],
    [400, "Bad Request: can't parse entities: whatever", 'invalid'],
    [400, 'Bad Request: BUTTON_DATA_INVALID', 'invalid'],
    [400, 'Bad Request: reply markup is too long', 'invalid'],
    [404, 'Not Found: method not found', 'invalid'],
    [404, 'Not Found', 'unauthorised'],
    [401, 'Unauthorized', 'unauthorised'],
  ])('%d %s is %s', (code, description, kind) => {
    expect(failureOf(refused(code, description))).toEqual({ kind, detail: `${code} ${description}` })
  })

  test('an edit that changes nothing is known', () => {
    expect(
      isUnchanged(refused(400, 'Bad Request: message is not modified: specified new message content …')),
    ).toBe(true)
    expect(isUnchanged(refused(400, 'Bad Request: message to edit not found'))).toBe(false)
    expect(isUnchanged(new Error('message is not modified'))).toBe(false)
  })
})

describe('what gets lost', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s was never sent',
    (code) => {
      expect(failureOf(lost(coded(code)))).toEqual({ kind: 'later', retryAfter: 5000, everything: true })
    },
  )

  test.each([
    ['a reset', coded('ECONNRESET'), 'network: ECONNRESET'],
    ['a closed socket', coded('UND_ERR_SOCKET'), 'network: UND_ERR_SOCKET'],
    [
      'a time-out of ours',
      new Error("Request to 'sendMessage' timed out after 30 seconds"),
      'network: timeout',
    ],
    ['HTML instead of JSON', new SyntaxError(`Unexpected token < in /bot${CANARY}`), 'network: SyntaxError'],
    ['something odd', 'odd', 'network: unknown'],
  ])('%s may have been applied', (_, error, detail) => {
    expect(failureOf(lost(error))).toEqual({ kind: 'unknown', detail })
  })

  test('JSON that is not of the Bot API may have been applied', () => {
    const strange = new GrammyError('x', JSON.parse('{"ok":false}'), 'sendMessage', {})
    expect(failureOf(strange)).toEqual({ kind: 'unknown', detail: 'an answer that is not of the Bot API' })
  })
})

test('only what is on the list is told of an error', () => {
  const told = [refused(403, 'Forbidden: x'), lost(coded('ECONNRESET')), lost(new Error(CANARY))].map(
    describeError,
  )
  expect(told).toEqual([
    { name: 'GrammyError', method: 'sendMessage', code: 403, description: 'Forbidden: x' },
    { name: 'HttpError', code: 'ECONNRESET' },
    { name: 'HttpError', code: 'Error' },
  ])
  expect(describeError(new Error('ours'))).toEqual({ name: 'Error', message: 'ours' })
  expect(describeError('text')).toEqual({ name: 'string' })
})
