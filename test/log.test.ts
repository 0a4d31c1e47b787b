import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { Api, BotError, type Context, GrammyError, type HttpError } from 'grammy'
import { describe, expect, it } from 'vitest'
import { Outage } from '../src/kit/outage.js'
import { must, Refusal } from '../src/kit/refusal.js'
import { createLog } from '../src/pino.js'

/** Canaries: each stands for a secret, and none may be found in any output. */
const TELEGRAM_TOKEN = '987654321:AAcanaryAAcanaryAAcanaryAAcanaryAAc'
const STRANGE_TOKEN = '123456789:BBcanaryBBcanaryBBcanaryBBcanaryBBc'
const DISCORD_TOKEN = 'Y2FuYXJ5Y2FuYXJ5Y2FuYXJ5.Canary.CCcanaryCCcanaryCCcanaryCCcanary'
const WEBHOOK_SECRET = 'canary/secret with "quotes" and ünicode'
const PASSWORD = 'canary-password'
const INTERACTION_TOKEN = `aW50ZXJhY3Rpb246${'canary'.repeat(12)}`
const PASSPHRASE = 'canary-passphrase'

const SECRETS = [TELEGRAM_TOKEN, DISCORD_TOKEN, WEBHOOK_SECRET, PASSWORD]

function recording(format: 'json' | 'pretty' = 'json') {
  const lines: string[] = []
  const log = createLog({
    level: 'debug',
    format,
    secrets: SECRETS,
    write: (text) => lines.push(text),
  })
  const entry = () => JSON.parse(lines.at(-1) ?? '') as Record<string, unknown>
  return { log, lines, entry }
}

/** What grammY really throws when the network fails: its inner error holds the URL, and with it the token. */
async function networkFailure(): Promise<HttpError> {
  const fetch = () =>
    Promise.reject(new Error(`request to https://api.telegram.org/bot${TELEGRAM_TOKEN}/getMe failed`))
  const api = new Api(TELEGRAM_TOKEN, { fetch: fetch as never, sensitiveLogs: true })
  return api.getMe().then(
    () => expect.unreachable(),
    (error: HttpError) => error,
  )
}

function telegramRefusal(): GrammyError {
  const answer = { ok: false as const, error_code: 400, description: `Bad Request at bot${STRANGE_TOKEN}` }
  return new GrammyError('Call to sendMessage failed!', answer, 'sendMessage', {
    chat_id: 1,
    text: PASSPHRASE,
  })
}

const interactionUrl = `https://discord.com/api/v10/webhooks/800000000000000001/${INTERACTION_TOKEN}/messages/@original`
const request = { files: undefined, body: { content: PASSPHRASE, token: INTERACTION_TOKEN } }

const discordErrors: Error[] = [
  new DiscordAPIError(
    { code: 10062, message: 'Unknown interaction' },
    10062,
    404,
    'POST',
    interactionUrl,
    request,
  ),
  new HTTPError(502, 'Bad Gateway', 'POST', interactionUrl, request),
  new RateLimitError({
    timeToReset: 1,
    limit: 1,
    method: 'POST',
    hash: 'x',
    url: interactionUrl,
    route: '/webhooks/800000000000000001/:token',
    majorParameter: INTERACTION_TOKEN,
    global: false,
    retryAfter: 1,
    sublimitTimeout: 0,
    scope: 'user',
  }),
]

function everyError(http: HttpError): unknown[] {
  const inBot = new BotError(http, { update: { message: { text: PASSPHRASE } } } as unknown as Context)
  const query = new DrizzleQueryError('insert into packets', [PASSPHRASE], new Error('disk I/O error'))
  const caused = new Error('outer', { cause: new Error('inner', { cause: http }) })
  return [
    http,
    telegramRefusal(),
    inBot,
    ...discordErrors,
    query,
    caused,
    new AggregateError([http], `all failed for ${DISCORD_TOKEN}`),
    new Outage('away', { cause: new Error(`connect to postgres://bot:${PASSWORD}@db:5432/bot`) }),
    JSON.stringify(inBot, Object.getOwnPropertyNames(inBot)),
    JSON.stringify({ cause: { cause: { url: `https://x/bot${TELEGRAM_TOKEN}/getMe` } } }),
    `https://x/?token=${encodeURIComponent(TELEGRAM_TOKEN)}&s=${encodeURIComponent(WEBHOOK_SECRET)}`,
    { headers: { authorization: `Bot ${DISCORD_TOKEN}`, 'x-telegram-bot-api-secret-token': WEBHOOK_SECRET } },
    { deep: [{ deeper: { secret: WEBHOOK_SECRET, words: WEBHOOK_SECRET } }] },
    http.error,
  ]
}

describe('the log', () => {
  it.each(['json', 'pretty'] as const)('shows no secret, whatever it is given, in %s', async (format) => {
    const { log, lines } = recording(format)
    const http = await networkFailure()
    expect(JSON.stringify(http, Object.getOwnPropertyNames(http))).toContain('failed')
    for (const error of everyError(http)) {
      log.error('something failed', { error, nested: { error } })
      log.warn(String(error), { [String(error)]: 1 })
      log.child({ error }).info('again')
    }
    expect(lines.length).toBe(everyError(http).length * 3)
    expect(lines.filter((line) => /canary/i.test(line))).toEqual([])
  })

  it('still says what happened', async () => {
    const { log, entry } = recording()
    log.error('a send failed', { error: telegramRefusal() })
    expect(entry()).toMatchObject({
      level: 'error',
      msg: 'a send failed',
      error: { name: 'GrammyError', error_code: 400, method: 'sendMessage' },
    })
    log.error('a send failed', { error: discordErrors[0] })
    expect(entry().error).toMatchObject({ name: 'DiscordAPIError[10062]', code: 10062, status: 404 })
    log.error('no network', { error: await networkFailure() })
    expect(entry().error).toMatchObject({
      name: 'HttpError',
      cause: { message: 'request to https://api.telegram.org/bot<hidden>/getMe failed' },
    })
  })

  it('tells where a mistake of ours was made, and no stack of anything expected', () => {
    const { log, entry } = recording()
    const stackOf = (error: unknown) => {
      log.error('x', { error })
      return (entry().error as Record<string, unknown>).stack
    }
    expect(stackOf(new TypeError('of undefined'))).toMatch(/^at .*log\.test\.ts/)
    expect(stackOf(thrown(() => must(undefined, 'a row')))).toMatch(/^at must /)
    expect(stackOf(new Refusal('packet-empty'))).toBeUndefined()
    expect(stackOf(telegramRefusal())).toBeUndefined()
  })

  it('keeps each entry on one line of valid JSON, also under hostile fields', () => {
    const { log, lines, entry } = recording()
    const circle: Record<string, unknown> = { name: 'x' }
    circle.self = circle
    const trap = Object.defineProperty({}, 'x', { enumerable: true, get: () => expect.unreachable() })
    log.info('two\nlines\u2028%s %o', {
      circle,
      big: 2n ** 70n,
      map: new Map([['a', 1]]),
      msg: 'taken',
      level: 9,
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd()).not.toContain('\n')
    expect(entry()).toMatchObject({
      msg: 'two lines %s %o',
      big: '1180591620717411303424',
      map: '[Map]',
      msg_: 'taken',
      level_: 9,
    })
    log.info('a trap', { trap })
    expect(entry()).toMatchObject({ msg: 'a trap', unreadable: true })
    log.info('long', { words: 'x'.repeat(100_000) })
    expect(lines.at(-1)?.length).toBeLessThan(3_000)
  })

  it('leaves words alone that a very short password happens to be', () => {
    const lines: string[] = []
    const log = createLog({
      level: 'info',
      format: 'json',
      secrets: ['bot'],
      write: (text) => lines.push(text),
    })
    log.info('the bot runs', { url: 'postgres://bot:bot@db/bot' })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'the bot runs',
      url: 'postgres://<hidden>@db/bot',
    })
  })

  it('says nothing below its level', () => {
    const lines: string[] = []
    const log = createLog({ level: 'warn', format: 'json', secrets: [], write: (text) => lines.push(text) })
    log.debug('a')
    log.child({ x: 1 }).info('b')
    log.warn('c')
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['c'])
  })
})

function thrown(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return expect.unreachable()
}
