/** The sandbox as `npm start` opens it: the real bot behind pretend platforms, killed and started again. */
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { EXIT } from '../../src/kit/start-error.js'
import { readProgramme } from '../../src/programme/programme.js'
import type { BotStatus } from '../../src/sandbox/page-contract.js'
import { folderForTest, startProgram } from './program.js'

// Each test starts programs, and other tests run beside it.
vi.setConfig({ testTimeout: 60_000 })

const ADDRESS = /^Sandbox: (http:\/\/127\.0\.0\.1:\d+)$/m

/** ms: a restarted bot waits five seconds for its turn to identify itself, as Discord wants it. */
const PATIENT = { timeout: 30_000 }

async function openSandbox(folder: string, env: Record<string, string> = {}) {
  const program = startProgram({ HTTP_PORT: '0', LOG_LEVEL: 'info', LOG_FORMAT: 'json', ...env }, folder)
  const [, address = ''] = await program.said(ADDRESS)
  return { program, address }
}

async function get<T>(address: string): Promise<T> {
  const response = await fetch(address)
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

async function post(address: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  expect(response.status).toBe(200)
  return response.json()
}

const GROUP = '-1001000000001'
const say = (address: string, text: string) =>
  post(`${address}/api/act`, {
    platform: 'telegram',
    person: 'olivia',
    action: { do: 'say', room: GROUP, text },
  })
const history = (address: string) =>
  get<{ text?: string }[]>(`${address}/api/history?platform=telegram&person=olivia&room=${GROUP}`)

describe('the sandbox', () => {
  it('opens without any setting, says that the money is play money, and ends well', async () => {
    const folder = folderForTest()
    const { program, address } = await openSandbox(folder)
    await program.said(/^Everything in it is play money, kept in data\/sandbox/m)
    expect(program.stdout).toContain(
      'Running: Telegram by long polling, Discord by gateway; SQLite data/sandbox/bot.sqlite',
    )
    expect(await get<BotStatus>(`${address}/api/bot`)).toMatchObject({ running: true, restarts: 0 })
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
    expect(program.stderr).toBe('')
    expect(readdirSync(join(folder, 'data/sandbox')).sort()).toEqual([
      'bot.sqlite',
      'bot.sqlite.lock',
      'platforms.json',
    ])
  })

  it('goes on with the accepted programme where its file has a mistake, and ends where there is none', async () => {
    const folder = folderForTest()
    const file = join(folder, 'programme.json')
    const env = { PROGRAMME_FILE: file }
    writeFileSync(file, '{')
    const never = startProgram({ HTTP_PORT: '0', ...env }, folder)
    expect(await never.ended).toBe(EXIT.configuration)
    expect(never.stderr).toContain(`PROGRAMME_FILE ${file} is not JSON: see line 1`)
    writeFileSync(file, JSON.stringify(readProgramme(undefined).raw))
    const { program } = await openSandbox(folder, env)
    await program.said(/^Everything in it is play money/m)
    program.child.kill('SIGINT')
    expect(await program.ended).toBe(0)
    writeFileSync(file, '{ "version": 1 }')
    const again = await openSandbox(folder, env)
    await again.program.said(/^Everything in it is play money/m)
    expect(await get<BotStatus>(`${again.address}/api/bot`)).toMatchObject({ running: true })
    await again.program.said(/cannot come into force; the programme that was accepted last is kept/)
  })

  it('starts a killed bot again, which still knows everybody', async () => {
    const { address } = await openSandbox(folderForTest())
    const killed = (await post(`${address}/api/bot/kill`, {})) as BotStatus
    expect(killed.restarts).toBe(0)
    await expect
      .poll(() => get<BotStatus>(`${address}/api/bot`), PATIENT)
      .toMatchObject({ running: true, restarts: 1 })
    await say(address, '/wallet')
    await expect.poll(async () => (await history(address)).length, PATIENT).toBe(2)
  })

  it('takes the bot along when it is killed itself', async () => {
    const folder = folderForTest()
    const { program } = await openSandbox(folder)
    program.child.kill('SIGKILL')
    // The outputs of the two are one: they end when the bot has ended, too.
    await program.ended
    expect(program.stdout).toContain('"msg":"stopping"')
    const again = await openSandbox(folder)
    expect(again.program.stderr).toBe('')
  })

  it('remembers the chats from one run to the next', async () => {
    const folder = folderForTest()
    const first = await openSandbox(folder)
    await say(first.address, 'Good morning!')
    first.program.child.kill('SIGTERM')
    expect(await first.program.ended).toBe(0)
    const second = await openSandbox(folder)
    expect((await history(second.address)).map(({ text }) => text)).toContain('Good morning!')
  })

  it('puts aside what another version has kept', async () => {
    const folder = folderForTest()
    mkdirSync(join(folder, 'data/sandbox'), { recursive: true })
    writeFileSync(join(folder, 'data/sandbox/platforms.json'), '{"telegram":{"form":-1}}')
    const { program } = await openSandbox(folder)
    const [, aside = ''] = await program.said(/was put aside in (data\/sandbox\.before-\d+)\.$/m)
    expect(readFileSync(join(folder, aside, 'platforms.json'), 'utf8')).toBe('{"telegram":{"form":-1}}')
  })

  it('gives the bot nothing of .env', async () => {
    const folder = folderForTest()
    writeFileSync(
      join(folder, '.env'),
      'PUBLIC_URL=https://bot.example.org\nDATABASE_URL=file:precious.sqlite\nOWNERS=telegram:1\n',
    )
    const { program } = await openSandbox(folder)
    expect(program.stdout).toContain(
      'Running: Telegram by long polling, Discord by gateway; SQLite data/sandbox/bot.sqlite',
    )
    expect(existsSync(join(folder, 'precious.sqlite'))).toBe(false)
  })

  it('takes the next port, unless one was asked for', async () => {
    const usual = createServer().listen(8080, '127.0.0.1')
    // Somebody else may have it, which does as well.
    await Promise.race([once(usual, 'listening'), once(usual, 'error')])
    onTestFinished(() => void usual.close())
    const { address } = await openSandbox(folderForTest(), { HTTP_PORT: '' })
    expect(Number(new URL(address).port)).toBeGreaterThan(8080)
    const other = startProgram({ HTTP_PORT: '8080' })
    expect(await other.ended).toBe(EXIT.unavailable)
    expect(other.stderr).toMatch(/^HTTP_PORT 8080 is taken by another program: [^\n]*\n$/)
  })

  it('is one at a time in a folder', async () => {
    const folder = folderForTest()
    await openSandbox(folder)
    const second = startProgram({ HTTP_PORT: '0' }, folder)
    expect(await second.ended).toBe(EXIT.unavailable)
    expect(second.stderr).toMatch(
      /^Another process has the database data\/sandbox\/bot\.sqlite open\.[^\n]*\n$/,
    )
  })
})
