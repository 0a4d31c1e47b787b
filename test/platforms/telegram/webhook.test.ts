import { describe, expect, test } from 'vitest'
import { Outage } from '../../../src/kit/outage.js'
import { createHook, type WebhookOptions } from '../../../src/platforms/telegram/webhook.js'
import { recordingLog } from './setup.js'

const SECRET = 'aA0_-'.repeat(8)
const HEADER = 'x-telegram-bot-api-secret-token'

function stage(options: Partial<WebhookOptions> = {}) {
  const log = recordingLog()
  const taken: unknown[] = []
  const take = async (update: unknown) => {
    taken.push(update)
    return undefined
  }
  const hook = createHook({ secret: SECRET, isOpen: () => true, take, log, ...options })
  return { hook, taken, log, send: (body: string | Buffer) => hook.handle({}, Buffer.from(body)) }
}

describe('the secret', () => {
  test('opens the door, and nothing else does', () => {
    const { hook } = stage()
    expect(hook.path).toBe('/hooks/telegram')
    expect(hook.limitBytes).toBe(1_048_576)
    expect(hook.admits({ [HEADER]: SECRET })).toBe(true)
    const wrong = [`${SECRET}x`, SECRET.slice(1), SECRET.toLowerCase(), '', 'é'.repeat(40), [SECRET] as never]
    for (const given of wrong) expect(hook.admits({ [HEADER]: given })).toBe(false)
    expect(hook.admits({})).toBe(false)
    expect(hook.admits({ authorization: SECRET })).toBe(false)
  })

  test.each([[''], ['short'], ['x'.repeat(31)], ['x'.repeat(257)], [`${'x'.repeat(40)} `], ['é'.repeat(40)]])(
    '%j is refused at once',
    (secret) => {
      expect(() => stage({ secret })).toThrow('TELEGRAM_WEBHOOK_SECRET needs 32 to 256 characters')
    },
  )
})

describe('the body', () => {
  test.each([
    ['nothing', ''],
    ['half of it', '{"update_id":1,"message":{"te'],
    ['HTML', '<html>'],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('%s is a dead letter: told, dropped, and answered well', async (_, body) => {
    const { send, taken, log } = stage()
    expect(await send(body)).toEqual({ status: 200 })
    expect(taken).toEqual([])
    expect(log.lines).toMatchObject(
      [
        {
          level: 'error',
          message: 'a webhook body is no JSON and was dropped',
          fields: { bytes: body.length, sha256: /^[0-9a-f]{64}$/ },
        },
      ].map((line) => ({
        ...line,
        fields: { bytes: line.fields.bytes, sha256: expect.stringMatching(line.fields.sha256) },
      })),
    )
  })

  test('a hundred thousand brackets do no harm', async () => {
    const { send } = stage()
    expect(await send('['.repeat(100_000) + ']'.repeat(100_000))).toEqual({ status: 200 })
  })

  test('an update is answered when it is committed, with the reply to its press', async () => {
    let commit = () => {}
    const committed = new Promise<void>((resolve) => {
      commit = resolve
    })
    const { send } = stage({
      take: () => committed.then(() => ({ callback_query_id: '9', text: 'Yours', show_alert: true })),
    })
    let isAnswered = false
    const answer = send('{"update_id":1}').finally(() => {
      isAnswered = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(isAnswered).toBe(false)
    commit()
    expect(await answer).toEqual({
      status: 200,
      body: '{"method":"answerCallbackQuery","callback_query_id":"9","text":"Yours","show_alert":true}',
    })
  })

  test('what could not be kept comes again', async () => {
    const { send, log } = stage({ take: () => Promise.reject(new Outage('the database is away')) })
    expect(await send('{"update_id":1}')).toEqual({ status: 503, headers: { 'retry-after': '5' } })
    expect(log.lines).toMatchObject([{ level: 'warn', fields: { message: 'the database is away' } }])
  })

  test('before the start and after the stop it comes again', async () => {
    const { send, taken } = stage({ isOpen: () => false })
    expect(await send('{"update_id":1}')).toEqual({ status: 503, headers: { 'retry-after': '5' } })
    expect(taken).toEqual([])
  })
})
