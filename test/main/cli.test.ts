import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommanderError } from 'commander'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.js'
import { readConfig } from '../../src/config.js'
import { ensureAssets } from '../../src/core/assets/assets.js'
import { hold } from '../../src/core/ledger/ledger.js'
import { memberOf } from '../../src/core/members/members.js'
import { holdersOf } from '../../src/core/roles/roles.js'
import { silentLog } from '../../src/kit/log.js'
import { EXIT, StartError } from '../../src/kit/start-error.js'
import { realWorld, type World } from '../../src/kit/world.js'
import { enqueue, outboxCounts, setOutboxState } from '../../src/storage/outbox.js'
import type { Storage } from '../../src/storage/storage.js'
import { describeStorage, engineForTests, temporaryFolder } from '../kit/storage.js'

interface Said {
  said: string[]
  exitCode: number
}

const inTwoDays: World = { ...realWorld(), now: () => realWorld().now() + 2 * 86_400_000 }

/** Runs one command as the command line does: what it said, and its exit code. */
async function run(databaseUrl: string, args: string[], world: World = realWorld()): Promise<Said> {
  const said: string[] = []
  let exitCode = Number.NaN
  const config = readConfig({ DATABASE_URL: databaseUrl }, { purpose: 'administer' })
  const desk = { config, world, log: silentLog, say: (line: string) => void said.push(line) }
  const program = createProgram(
    () => desk,
    (code) => {
      exitCode = code
    },
  )
  const quiet = {
    writeOut: (text: string) => void said.push(text),
    writeErr: (text: string) => void said.push(text),
  }
  for (const command of [program, ...program.commands, ...program.commands.flatMap((one) => one.commands)]) {
    command.configureOutput(quiet)
  }
  await program.parseAsync(args, { from: 'user' })
  return { said, exitCode }
}

async function refusal(databaseUrl: string, ...args: string[]): Promise<StartError> {
  const error: unknown = await run(databaseUrl, args).then(
    ({ said }) => expect.unreachable(said.join('\n')),
    (rejected: unknown) => rejected,
  )
  expect(error).toBeInstanceOf(StartError)
  return error as StartError
}

/** Two messages, the first given up, the second on its way. */
async function withDeadMessage(storage: Storage): Promise<number> {
  return storage.write(async (work) => {
    for (const key of ['a', 'b']) {
      const to = { platform: 'telegram' as const, account: '1' }
      await enqueue(work, { key, class: 'receipt', to, content: { kind: 'view' } })
    }
    const [first] = await work.db.select().from(work.t.outbox).orderBy(work.t.outbox.id)
    await work.db.update(work.t.outbox).set({ state: 'unknown' })
    const { id = 0 } = first ?? {}
    await setOutboxState(work, [id], 'dead')
    return id
  })
}

describeStorage('the command line', (engine) => {
  it('finds nothing wrong with a new database, check by check', async () => {
    const { said, exitCode } = await run(await engine.emptyDatabase(), ['audit'])
    expect(said).toContain('✓ ledger-chain')
    expect(said).toContain('✓ schema')
    expect(said.at(-1)).toMatch(/^\d+ checks, 0 findings$/)
    expect(said.slice(0, -1).every((line) => line.startsWith('✓ '))).toBe(true)
    expect(exitCode).toBe(0)
  })

  it('names what is wrong, and says so by its exit code', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await storage.write(async (work) => {
      await ensureAssets(work, [{ code: 'USDT', scale: 6 }])
      const [from, to] = [{ kind: 'treasury' as const }, { kind: 'member' as const, id: 1 }]
      const actor = 'member:1'
      await hold(work, [{ key: 'test:hold', from, to, asset: 'USDT', amount: 1n, code: 'test', actor }])
    })
    await storage.close()
    const { said, exitCode } = await run(url, ['audit'], inTwoDays)
    const at = said.indexOf('✗ ledger-holds')
    expect(said[at + 1]).toMatch(/^ {4}transfer:1: test:hold has been on hold since \d+$/)
    expect(said.at(-1)).toMatch(/checks, [1-9] findings?$/)
    expect(exitCode).toBe(1)
  })

  it('gives and takes roles, also of people nobody has met', async () => {
    const url = await engine.emptyDatabase()
    expect((await run(url, ['role', 'grant', 'telegram:123', 'admin'])).said).toEqual([
      'Person 1 (telegram:123) is admin.',
    ])
    expect((await run(url, ['role', 'grant', 'telegram:123', 'admin'])).exitCode).toBe(0)
    const holders = async () => {
      const storage = await engine.open({ url })
      const found = await storage.read(async (work) => ({
        admins: await holdersOf(work, 'admin'),
        member: await memberOf(work, { platform: 'telegram', id: '123' }),
      }))
      await storage.close()
      return found
    }
    expect(await holders()).toEqual({ admins: [1], member: 1 })
    expect((await run(url, ['role', 'revoke', 'telegram:123', 'admin'])).said).toEqual([
      'Person 1 (telegram:123) is not admin.',
    ])
    expect((await holders()).admins).toEqual([])
    expect(await run(url, ['role', 'revoke', 'discord:9', 'admin'])).toEqual({
      said: ['Nobody is known by discord:9.'],
      exitCode: 1,
    })
  })

  it('shows messages that need a decision, sends them again or drops them', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    const first = await withDeadMessage(storage)
    const listed = await run(url, ['outbox', 'list'])
    expect(listed.said).toHaveLength(3)
    expect(listed.said[0]).toMatch(
      new RegExp(`^${first}  dead  receipt for telegram:1 on telegram, \\d{4}-.*Z, 0 attempts: no error$`),
    )
    expect(listed.said[2]).toBe('2 messages need a decision.')
    await storage.close()
    expect((await run(url, ['outbox', 'retry', String(first), '99'])).said).toEqual([
      `Message ${first} will be sent again.`,
      'Message 99 is not one that needs a decision.',
    ])
    expect((await run(url, ['outbox', 'drop', String(first + 1)])).exitCode).toBe(0)
    const again = await engine.open({ url })
    expect(await again.read(outboxCounts)).toEqual({ queued: 1, dead: 1 })
  })

  it('fills an empty database with the demo, and no other', async () => {
    const url = await engine.emptyDatabase()
    const { said, exitCode } = await run(url, ['seed-demo'])
    expect(said[0]).toContain('The demo community is in the database.')
    expect(exitCode).toBe(0)
    expect((await run(url, ['audit'])).exitCode).toBe(0)
    expect((await refusal(url, 'seed-demo')).message).toBe(
      'The database knows people already; the demo is for an empty one.',
    )
  })
})

describe('the command line beside a running bot on SQLite', () => {
  const engine = engineForTests('sqlite')

  it('looks at a copy', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await withDeadMessage(storage)
    expect((await run(url, ['audit'])).exitCode).toBe(0)
    expect((await run(url, ['outbox', 'list'])).said.at(-1)).toBe('2 messages need a decision.')
    expect((await run(url, ['backup', `${url}.copy`])).said).toEqual([`Copied to ${url}.copy.`])
    expect((await run(`${url}.copy`, ['outbox', 'list'])).said.at(-1)).toBe('2 messages need a decision.')
    expect(readdirSync(dirname(url)).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it.each([
    [['migrate']],
    [['role', 'grant', 'telegram:1', 'admin']],
    [['outbox', 'retry', '1']],
    [['seed-demo']],
    [['restore', '--replace', 'copy.sqlite']],
  ])('does not do %j', async (args) => {
    const url = await engine.emptyDatabase()
    await engine.open({ url })
    const error = await refusal(url, ...args)
    expect(error.message).toBe(
      `Another process has the database ${url} open. Stop it first, or give this one its own DATABASE_URL.`,
    )
    expect(error.exitCode).toBe(EXIT.unavailable)
  })
})

describe('restoring on SQLite', () => {
  const engine = engineForTests('sqlite')
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })
  const folder = () => {
    const made = temporaryFolder()
    folders.push(made)
    return made
  }

  it('brings the state of the backup back and keeps what was there', async () => {
    const url = await engine.emptyDatabase()
    const copy = join(folder(), 'copy.sqlite')
    await run(url, ['role', 'grant', 'telegram:1', 'admin'])
    await run(url, ['backup', copy])
    await run(url, ['role', 'grant', 'telegram:2', 'admin'])
    expect((await refusal(url, 'restore', copy)).message).toBe(
      `There is a database ${url} already. To put the backup in its place, add --replace: the old one is kept under another name.`,
    )
    const { said, exitCode } = await run(url, ['restore', '--replace', copy])
    expect(exitCode).toBe(0)
    expect(said).toContain(`Restored ${url} from ${copy}.`)
    const kept = /kept in (.*)\.$/.exec(
      said
        .join('\n')
        .split('\n')
        .find((line) => line.includes('kept in')) ?? '',
    )?.[1]
    const admins = async (file: string) => {
      const storage = await engine.open({ url: file })
      const found = await storage.read((work) => holdersOf(work, 'admin'))
      await storage.close()
      return found
    }
    expect(await admins(url)).toEqual([1])
    expect(await admins(kept ?? '')).toEqual([1, 2])
    expect(existsSync(copy)).toBe(true)
    expect(readdirSync(dirname(url)).filter((name) => name.includes('restoring'))).toEqual([])
  })

  it('makes the database where there is none', async () => {
    const url = await engine.emptyDatabase()
    const place = folder()
    await run(url, ['backup', join(place, 'copy.sqlite')])
    const { said } = await run(join(place, 'bot.sqlite'), ['restore', join(place, 'copy.sqlite')])
    expect(said.some((line) => line.includes('kept in'))).toBe(false)
    expect((await run(join(place, 'bot.sqlite'), ['audit'])).exitCode).toBe(0)
  })

  it('touches nothing when the backup is no backup', async () => {
    const url = await engine.emptyDatabase()
    const before = readFileSync(url)
    const garbage = join(folder(), 'garbage.sqlite')
    writeFileSync(garbage, 'x'.repeat(8192))
    const error = await refusal(url, 'restore', '--replace', garbage)
    expect(error.message).toMatch(/could not be copied|is no SQLite database/)
    expect((await refusal(url, 'restore', '--replace', `${garbage}.none`)).message).toBe(
      `There is no database ${garbage}.none.`,
    )
    expect(readFileSync(url).equals(before)).toBe(true)
    expect(readdirSync(dirname(url)).filter((name) => name.includes('restoring'))).toEqual([])
  })
})

describe('what nobody understands', () => {
  const failure = (...args: string[]) =>
    run('data/none.sqlite', args).then(
      () => expect.unreachable(),
      (error: unknown) => error as CommanderError,
    )

  it.each([
    [['nonsense'], "error: unknown command 'nonsense'"],
    [['role', 'grant', 'mallory', 'admin'], 'It is telegram: or discord: with a numeric account id.'],
    [['role', 'grant', 'telegram:1', 'king'], 'Allowed choices are admin, finance_maker,'],
    [['outbox', 'retry', '1', '-1'], 'It is a number.'],
    [['outbox', 'drop', '1.5'], 'It is a number.'],
    [['backup'], "error: missing required argument 'file'"],
  ])('%j', async (args, words) => {
    const error = await failure(...args)
    expect(error).toBeInstanceOf(CommanderError)
    expect(error.message).toContain(words)
  })

  it('copies and restores PostgreSQL with its own tools', async () => {
    const url = 'postgres://bot:hunter2@127.0.0.1:1/bot'
    expect((await refusal(url, 'backup', 'x')).message).toContain('pg_dump --format=custom --file=x')
    expect((await refusal(url, 'restore', 'x')).message).toContain('pg_restore --dbname="$DATABASE_URL" x')
    const away = await refusal(url, 'audit')
    expect(away.message).toBe('The database server cannot be asked: connect ECONNREFUSED 127.0.0.1:1.')
    expect(away.exitCode).toBe(EXIT.unavailable)
  })
})
