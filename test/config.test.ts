import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readConfig, SETTING_NAMES, secretsOf } from '../src/config.js'
import { EXIT, StartError } from '../src/kit/start-error.js'

const TELEGRAM_TOKEN = '123456789:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0'
const DISCORD_TOKEN = 'MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs'
const SECRET = 'a-webhook-secret-of-32-characters'

/** The lines an operator sees. */
function problems(env: Record<string, string>, circumstances = {}): string[] {
  try {
    readConfig(env, circumstances)
  } catch (error) {
    expect(error).toBeInstanceOf(StartError)
    expect((error as StartError).exitCode).toBe(EXIT.configuration)
    return (error as StartError).message.split('\n')
  }
  throw new Error('nothing was wrong')
}

describe('readConfig', () => {
  it('needs nothing: without a token it is the sandbox', () => {
    expect(readConfig({})).toEqual({
      mode: 'sandbox',
      databaseUrl: 'data/bot.sqlite',
      owners: [],
      http: { host: '127.0.0.1', port: 8080, isDefaultPort: true },
      log: { level: 'warn', format: 'json' },
    })
  })

  it('takes a blank value for one that is left out', () => {
    expect(readConfig({ TELEGRAM_TOKEN: '', HTTP_PORT: '  ', OWNERS: '' })).toEqual(readConfig({}))
  })

  it('polls by default and takes webhooks when PUBLIC_URL is set', () => {
    expect(readConfig({ TELEGRAM_TOKEN }).telegram).toEqual({ token: TELEGRAM_TOKEN })
    const config = readConfig({
      TELEGRAM_TOKEN,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'https://bot.example.org/',
    })
    expect(config.telegram?.webhook).toEqual({ secret: SECRET })
    expect(config.publicUrl).toBe('https://bot.example.org')
  })

  it('runs with either platform alone', () => {
    expect(readConfig({ DISCORD_TOKEN })).toMatchObject({ mode: 'bot', discord: { token: DISCORD_TOKEN } })
    expect(readConfig({ DISCORD_TOKEN }).telegram).toBeUndefined()
  })

  it('reads owners of both platforms', () => {
    expect(readConfig({ OWNERS: 'telegram:123 + discord:9, discord:456,' }).owners).toEqual([
      [
        { platform: 'telegram', id: '123' },
        { platform: 'discord', id: '9' },
      ],
      [{ platform: 'discord', id: '456' }],
    ])
  })

  it('says more of itself outside the sandbox', () => {
    expect(readConfig({ TELEGRAM_TOKEN }).log.level).toBe('info')
    expect(readConfig({ LOG_LEVEL: 'debug' }).log.level).toBe('debug')
  })

  it('logs for people on a terminal, unless told otherwise or in production', () => {
    const format = (env: Record<string, string>) => readConfig(env, { isTerminal: true }).log.format
    expect(format({})).toBe('pretty')
    expect(format({ TELEGRAM_TOKEN, NODE_ENV: 'production' })).toBe('json')
    expect(format({ LOG_FORMAT: 'json' })).toBe('json')
  })

  it.each([
    [
      'TELEGRAM_TOKEN',
      'hunter2hunter2',
      'is no token as @BotFather gives it. Example: 123456789:AAHfiqksKZ8…',
    ],
    [
      'TELEGRAM_API_ROOT',
      'api.telegram.org',
      'is no http or https address without user, ? and #. Example: https://api.telegram.org',
    ],
    ['DISCORD_TOKEN', 'hunter2 hunter2 hunter2', 'is no token as the Discord developer portal gives it.'],
    ['DISCORD_API_ROOT', 'https://user:hunter2@discord.com', 'is no http or https address without user'],
    ['DISCORD_PUBLIC_KEY', 'hunter2', 'needs 64 hexadecimal digits.'],
    [
      'DATABASE_URL',
      'mysql://user:hunter2@host/bot',
      'is no SQLite file and no PostgreSQL address. Example: file:data/bot.sqlite or postgres://',
    ],
    ['DATABASE_URL', 'postgres://user:hunter2@:::', 'is no SQLite file and no PostgreSQL address.'],
    [
      'OWNERS',
      'telegram:hunter2',
      'has an entry that is not telegram: or discord: with a numeric account id. Example: telegram:123+discord:456',
    ],
    [
      'PUBLIC_URL',
      'http://bot.example.org',
      'must begin with https:// (http:// is for this machine alone). Example: https://bot.example.org',
    ],
    ['HTTP_HOST', 'hunter2 hunter2', 'is no host name or IP address. Example: 0.0.0.0'],
    ['HTTP_PORT', '70000', 'is no port from 0 to 65535. Example: 8080'],
    ['HTTP_PORT', '80 80', 'is no port from 0 to 65535.'],
    ['METRICS_HOST', 'hunter2 hunter2', 'is no host name or IP address. Example: 0.0.0.0'],
    ['METRICS_PORT', '70000', 'is no port from 0 to 65535. Example: 9090'],
    ['METRICS_PORT', '8080', 'is the port of HTTP_PORT: figures need one of their own. Example: 9090'],
    ['LOG_LEVEL', 'hunter2', 'is none of debug, info, warn, error, silent. Example: info'],
    ['LOG_FORMAT', 'hunter2', 'is none of pretty, json. Example: json'],
  ])('says in one line what is wrong with %s=%s, and does not repeat it', (name, value, words) => {
    const lines = problems({ [name]: value })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(`${name} ${words}`)
    expect(lines[0]).not.toContain('hunter2')
  })

  it('names everything that is wrong at once', () => {
    const lines = problems({
      TELEGRAM_TOKEN: 'x',
      PUBLIC_URL: 'https://bot.example.org:9000',
      HTTP_PORT: 'x',
      LOG_LEVEL: 'x',
    })
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      'TELEGRAM_TOKEN',
      'HTTP_PORT',
      'LOG_LEVEL',
      'TELEGRAM_WEBHOOK_SECRET',
      'PUBLIC_URL',
    ])
  })

  it('insists on a webhook secret that cannot be guessed, where there is a webhook', () => {
    const env = { TELEGRAM_TOKEN, PUBLIC_URL: 'https://bot.example.org' }
    expect(problems(env)).toEqual([
      'TELEGRAM_WEBHOOK_SECRET is missing: where PUBLIC_URL is set, Telegram proves itself by it. Example: the output of `openssl rand -hex 32`',
    ])
    expect(problems({ ...env, TELEGRAM_WEBHOOK_SECRET: SECRET.slice(0, 31) })).toEqual([
      'TELEGRAM_WEBHOOK_SECRET needs 32 to 256 characters of A-Z a-z 0-9 _ -. Example: the output of `openssl rand -hex 32`',
    ])
    expect(readConfig({ DISCORD_TOKEN, PUBLIC_URL: env.PUBLIC_URL }).publicUrl).toBe(env.PUBLIC_URL)
  })

  it('shows figures apart where it is told a port for them, to this machine unless told otherwise', () => {
    expect(readConfig({ METRICS_HOST: '0.0.0.0' }).figures).toBeUndefined()
    expect(readConfig({ METRICS_PORT: '9090' }).figures).toEqual({ host: '127.0.0.1', port: 9090 })
    const own = { METRICS_HOST: '10.0.0.7', METRICS_PORT: '8080', HTTP_PORT: '8081' }
    expect(readConfig(own).figures).toEqual({ host: '10.0.0.7', port: 8080 })
    expect(readConfig({ METRICS_PORT: '0', HTTP_PORT: '0' }).figures).toEqual({ host: '127.0.0.1', port: 0 })
    expect(problems({ METRICS_PORT: '09', HTTP_PORT: '9' })).toHaveLength(1)
  })

  it('accepts a plain address and any port for a platform on this machine', () => {
    const env = {
      TELEGRAM_TOKEN,
      TELEGRAM_API_ROOT: 'http://127.0.0.1:9000',
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'http://127.0.0.1:9001',
    }
    expect(readConfig(env).telegram?.webhook).toEqual({ secret: SECRET })
  })

  it('does not play in production', () => {
    const [line, ...more] = problems({ NODE_ENV: 'production' })
    expect(line).toContain('TELEGRAM_TOKEN and DISCORD_TOKEN are both missing')
    expect(line).toContain('the sandbox does not run where NODE_ENV=production')
    expect(more).toEqual([])
    expect(readConfig({ NODE_ENV: 'production' }, { purpose: 'administer' }).mode).toBe('sandbox')
  })
})

describe('secretsOf', () => {
  it('names the tokens, the webhook secret and the password in both spellings', () => {
    const config = readConfig({
      TELEGRAM_TOKEN,
      DISCORD_TOKEN,
      TELEGRAM_WEBHOOK_SECRET: SECRET,
      PUBLIC_URL: 'https://bot.example.org',
      DATABASE_URL: 'postgres://bot:pa%40ss@host:5432/bot',
    })
    expect(secretsOf(config)).toEqual([TELEGRAM_TOKEN, SECRET, DISCORD_TOKEN, 'pa%40ss', 'pa@ss'])
  })
})

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const documented = [...example.matchAll(/^#? ?([A-Z_]+)=(.*)$/gm)]

  it('documents every setting, and no other', () => {
    const names = documented.map(([, name]) => name)
    expect([...new Set(names)].sort()).toEqual([...SETTING_NAMES].sort())
  })

  it('sets nothing by itself, so that a copy of it starts the sandbox', () => {
    const active = example.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(active.every((line) => line.endsWith('='))).toBe(true)
    expect(readConfig(Object.fromEntries(active.map((line) => [line.slice(0, -1), '']))).mode).toBe('sandbox')
  })
})
