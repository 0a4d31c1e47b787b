/** What somebody sees who starts the program wrongly: one line, an exit code, and never a stack. */
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { summaryOf } from '../../src/bot.js'
import { readConfig } from '../../src/config.js'
import { refuseOldNode } from '../../src/kit/node-version.js'
import { EXIT } from '../../src/kit/start-error.js'
import { realWorld } from '../../src/kit/world.js'
import { demoCommunity } from '../../src/sandbox/community.js'
import { createDiscordSandbox } from '../../src/sandbox/discord/discord.js'
import { createTelegramSandbox } from '../../src/sandbox/telegram/server.js'
import { JOURNAL, knownMigrations } from '../../src/storage/migrations.js'
import { openStorage } from '../../src/storage/open.js'
import { forbidStrangeCalls } from '../kit/strange.js'
import { folderForTest, startProgram } from './program.js'

// Each test starts programs, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const community = demoCommunity()

async function telegramEnv(): Promise<Record<string, string>> {
  const telegram = createTelegramSandbox({ community })
  forbidStrangeCalls(telegram)
  await telegram.listen()
  onTestFinished(() => telegram.close())
  return { TELEGRAM_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, HTTP_PORT: '0' }
}

async function discordEnv({ isOpen = false } = {}): Promise<Record<string, string>> {
  const discord = createDiscordSandbox({ community })
  forbidStrangeCalls(discord)
  await discord.listen()
  onTestFinished(() => discord.close())
  const key = { DISCORD_PUBLIC_KEY: discord.publicKey }
  return {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_ROOT: discord.root,
    HTTP_PORT: '0',
    ...(isOpen ? key : {}),
  }
}

/** The one line, after it was checked that there is nothing else. */
async function refusal(env: Record<string, string>, exitCode: number, cwd?: string): Promise<string> {
  const program = startProgram({ LOG_LEVEL: 'error', ...env }, cwd)
  const code = await program.ended
  expect(program.stderr).toMatch(/^[^\n]+\n$/)
  expect(program.stderr + program.stdout).not.toMatch(/^\s+at /m)
  expect(code).toBe(exitCode)
  return program.stderr.trimEnd()
}

describe('a setting', () => {
  it('that is wrong', async () => {
    expect(await refusal({ HTTP_PORT: 'eighty' }, EXIT.configuration)).toBe(
      'HTTP_PORT is no port from 0 to 65535. Example: 8080',
    )
  })

  it('in .env that is wrong', async () => {
    const folder = folderForTest()
    writeFileSync(join(folder, '.env'), 'TELEGRAM_TOKEN=hunter2\n')
    const line = await refusal({}, EXIT.configuration, folder)
    expect(line).toMatch(/^TELEGRAM_TOKEN is no token/)
    expect(line).not.toContain('hunter2')
  })

  it('file that cannot be read', async () => {
    const folder = folderForTest()
    mkdirSync(join(folder, '.env'))
    expect(await refusal({}, EXIT.configuration, folder)).toBe('.env cannot be read (EISDIR)')
  })

  it('that is missing in production', async () => {
    expect(await refusal({ NODE_ENV: 'production' }, EXIT.configuration)).toMatch(
      /^TELEGRAM_TOKEN and DISCORD_TOKEN are both missing/,
    )
  })

  it('that names no programme file', async () => {
    const line = await refusal({ ...(await telegramEnv()), PROGRAMME_FILE: 'none.json' }, EXIT.configuration)
    expect(line).toBe('PROGRAMME_FILE none.json cannot be read')
  })

  it('that names a broken programme file is told before the database is migrated', async () => {
    const folder = folderForTest()
    const [file, base] = [join(folder, 'p.json'), join(folder, 'bot.sqlite')]
    writeFileSync(file, '{\n  "name": "Moon",\n  version: 1\n}\n')
    const [initial] = knownMigrations('sqlite')
    const db = new Database(base)
    db.exec(`${JOURNAL}; ${initial?.text}`)
    db.prepare('insert into schema_migrations values (?, ?, 1)').run(initial?.name, initial?.hash)
    db.close()
    const env = { ...(await telegramEnv()), PROGRAMME_FILE: file, DATABASE_URL: base }
    expect(await refusal(env, EXIT.configuration)).toBe(`PROGRAMME_FILE ${file} is not JSON: see line 3`)
    const after = new Database(base, { readonly: true })
    expect(after.prepare('select count(*) from schema_migrations').pluck().get()).toBe(1)
    after.close()
  })

  it('named several times is told several times', async () => {
    const program = startProgram({ HTTP_PORT: 'x', LOG_LEVEL: 'x' })
    expect(await program.ended).toBe(EXIT.configuration)
    expect(program.stderr.trimEnd().split('\n')).toHaveLength(2)
  })
})

describe('the port', () => {
  it('is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const line = await refusal({ ...(await telegramEnv()), HTTP_PORT: String(port) }, EXIT.unavailable)
    expect(line).toMatch(new RegExp(`^HTTP_PORT ${port} is taken by another program: `))
  })
})

describe('the database', () => {
  const withDatabase = async (DATABASE_URL: string) => ({ ...(await telegramEnv()), DATABASE_URL })

  it('is a folder', async () => {
    const folder = folderForTest()
    const line = await refusal(await withDatabase(`file:${folder}`), EXIT.io)
    expect(line).toMatch(/^The database .* cannot be opened for writing \(/)
  })

  it('is no database', async () => {
    const file = join(folderForTest(), 'bot.sqlite')
    writeFileSync(file, 'It was a dark and stormy night. '.repeat(400))
    expect(await refusal(await withDatabase(file), EXIT.data)).toContain('is no SQLite database')
  })

  it('is newer than the program', async () => {
    const file = join(folderForTest(), 'bot.sqlite')
    await (await openStorage({ url: file, world: realWorld() })).close()
    const db = new Database(file)
    db.prepare('insert into schema_migrations (name, hash, at) values (?, ?, ?)').run('9999_future', 'x', 1)
    db.close()
    expect(await refusal(await withDatabase(file), EXIT.configuration)).toMatch(
      /^The database is newer than this program: it has the migration 9999_future/,
    )
  })

  it('belongs to another process', async () => {
    const file = join(folderForTest(), 'bot.sqlite')
    const storage = await openStorage({ url: file, world: realWorld() })
    onTestFinished(() => storage.close())
    expect(await refusal(await withDatabase(file), EXIT.unavailable)).toMatch(
      /^Another process has the database .* open\./,
    )
  })

  it('does not answer', async () => {
    const line = await refusal(await withDatabase('postgres://bot:hunter2@127.0.0.1:1/bot'), EXIT.unavailable)
    expect(line).toBe('The database server cannot be reached: connect ECONNREFUSED 127.0.0.1:1.')
  })
})

describe('the platform', () => {
  it('has revoked the Telegram token', async () => {
    const env = { ...(await telegramEnv()), TELEGRAM_TOKEN: '7000000001:revoked_revoked_revoked_revoked_rev' }
    const line = await refusal(env, EXIT.configuration)
    expect(line).toMatch(/^Telegram refuses TELEGRAM_TOKEN \(401 Unauthorized\)/)
    expect(line).not.toContain('revoked_revoked')
  })

  it('has revoked the Discord token', async () => {
    const env = {
      ...(await discordEnv()),
      DISCORD_TOKEN: 'ODAwMDAwMDAwMDAwMDAwMDAw.GrEvOk.revoked_revoked_revoked_revoked',
    }
    const line = await refusal(env, EXIT.configuration)
    expect(line).toMatch(/DISCORD_TOKEN/)
    expect(line).not.toContain('revoked_revoked')
  })

  it('gives the updates to a second poller', async () => {
    const env = await telegramEnv()
    const first = startProgram(env)
    await first.said(/"msg":"Running: Telegram by long polling/)
    const second = startProgram(env)
    await second.said(/"msg":"Running: Telegram by long polling/)
    expect(await first.ended).toBe(EXIT.unavailable)
    expect(first.stderr).toBe(
      'Telegram: another program is receiving for this bot (409): stop it, or give this one its own token\n',
    )
  })
})

describe('a good start', () => {
  it('says in one line what runs where, and ends well when told to', async () => {
    const env = { ...(await telegramEnv()), ...(await discordEnv()) }
    const program = startProgram(env)
    const [, message] = await program.said(/"msg":"(Running: [^"]*)"/)
    expect(message).toMatch(
      /^Running: Telegram by long polling, Discord by gateway; SQLite data\/bot\.sqlite; http:\/\/127\.0\.0\.1:\d+$/,
    )
    const address = message?.split('; ').at(-1) ?? ''
    expect(await (await fetch(`${address}/readyz`)).json()).toMatchObject({
      ready: true,
      platforms: ['telegram', 'discord'],
    })
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('partner_bot_ready 1')
    program.child.kill('SIGTERM')
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.stderr).toBe('')
    for (const secret of [env.TELEGRAM_TOKEN, env.DISCORD_TOKEN]) expect(program.stdout).not.toContain(secret)
  })

  it('shows figures apart where they have a port, and nowhere else where the world comes in', async () => {
    const program = startProgram({ ...(await discordEnv({ isOpen: true })), METRICS_PORT: '0' })
    const found = await program.said(/"msg":"Running: [^"]*; (http:[^"]*), figures at (http:[^"]*)"/)
    const [, main = '', aside = ''] = found
    const ready = { ready: true, database: true, platforms: ['discord'] }
    expect(await (await fetch(`${aside}/readyz`)).json()).toMatchObject(ready)
    expect(await (await fetch(`${aside}/metrics`)).text()).toContain('partner_bot_ready 1')
    expect(await (await fetch(`${main}/readyz`)).json()).toEqual({ ready: true })
    expect((await fetch(`${main}/metrics`)).status).toBe(404)
    expect((await fetch(`${main}/healthz`)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const closed = startProgram(await discordEnv({ isOpen: true }))
    const [, only = ''] = await closed.said(/"msg":"Running: [^"]*; (http:[^",]*)"/)
    expect(await (await fetch(`${only}/readyz`)).json()).toEqual({ ready: true })
    expect((await fetch(`${only}/metrics`)).status).toBe(404)
  })

  it('names the setting of the port for figures when it is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const env = { ...(await telegramEnv()), METRICS_PORT: String(port) }
    const line = await refusal(env, EXIT.unavailable)
    taken.close()
    expect(line).toMatch(new RegExp(`^METRICS_PORT ${port} is taken by another program: `))
  })

  it('takes updates by webhook where there is a public address', async () => {
    const free = createServer().listen(0, '127.0.0.1')
    await once(free, 'listening')
    const { port } = free.address() as AddressInfo
    await new Promise((resolve) => free.close(resolve))
    const secret = 'a-webhook-secret-of-32-characters'
    const env = {
      ...(await telegramEnv()),
      HTTP_PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TELEGRAM_WEBHOOK_SECRET: secret,
    }
    const program = startProgram(env)
    await program.said(/"msg":"Running: Telegram by webhook; /)
    const knock = (given: string) =>
      fetch(`${env.PUBLIC_URL}/hooks/telegram`, {
        method: 'POST',
        headers: { 'x-telegram-bot-api-secret-token': given },
        body: '{"update_id":1}',
      })
    expect((await knock('wrong')).status).toBe(401)
    expect((await knock(secret)).status).toBe(200)
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(program.stdout).not.toContain(secret)
  })
})

describe('an error that nobody caught', () => {
  /** Breaks a promise as soon as the program says that it runs. */
  const saboteur = `
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = (text) => {
      if (String(text).includes('Running:')) 
        setImmediate(() => Promise.reject(new Error('lost ' + process.env.TELEGRAM_TOKEN)))
      return write(text)
    }`

  it('ends the program at once, is logged, and gives no secret away', async () => {
    const env = await telegramEnv()
    const program = startProgram({
      ...env,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(saboteur)}`,
    })
    expect(await program.ended).toBe(1)
    expect(program.stderr).toBe('This program failed by a mistake of its own: the log says more\n')
    expect(program.stdout).toContain('"message":"lost <hidden>"')
    expect(program.stdout).toContain('"msg":"an error that nobody caught"')
    expect(program.stdout).not.toContain(env.TELEGRAM_TOKEN)
  })
})

describe('the start line', () => {
  it('names of a PostgreSQL database only where it is', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'ODAwMDAwMDAwMDAwMDAwMDAw.GrEvOk.revoked_revoked_revoked_revoked',
      DISCORD_PUBLIC_KEY: '0'.repeat(64),
      DATABASE_URL: 'postgres://user:hunter2@db.example.org:5432/bot?sslmode=require',
    })
    expect(summaryOf(config, 'http://127.0.0.1:8080')).toBe(
      'Running: Discord by gateway and HTTP; PostgreSQL db.example.org:5432/bot; http://127.0.0.1:8080',
    )
  })
})

describe('refuseOldNode', () => {
  it.each(['18.20.8', '20.18.3', '16.0.0'])('refuses %s', (version) => {
    expect(() => refuseOldNode(version)).toThrow(
      `Node.js ${version} is too old: this program needs 20.19 or newer. Get it from https://nodejs.org.`,
    )
  })

  it.each(['20.19.0', '22.0.0', '24.11.1', process.versions.node])('takes %s', (version) => {
    expect(() => refuseOldNode(version)).not.toThrow()
  })
})

describe('a platform that is away', () => {
  const AWAY = { DISCORD_TOKEN: 'x'.repeat(60), DISCORD_API_ROOT: 'http://127.0.0.1:1/api' }

  it('keeps the other from nothing, and the program from no good end', async () => {
    const program = startProgram({ ...(await telegramEnv()), ...AWAY, LOG_LEVEL: 'info', LOG_FORMAT: 'json' })
    await program.said(/menus published/)
    expect(program.stdout).not.toContain('Running: ')
    program.child.kill('SIGTERM')
    expect([await program.ended, program.stderr]).toEqual([0, ''])
  })

  it('does not hide that the other refuses us', async () => {
    const line = await refusal(
      { ...(await telegramEnv()), ...AWAY, TELEGRAM_TOKEN: `7000000009:${'A'.repeat(35)}` },
      EXIT.configuration,
    )
    expect(line).toMatch(/^Telegram refuses TELEGRAM_TOKEN \(401 /)
  })
})
