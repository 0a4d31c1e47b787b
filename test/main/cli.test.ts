import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CommanderError } from 'commander'
import { afterEach, describe, expect, it } from 'vitest'
import { createProgram } from '../../src/cli/program.js'
import { readConfig } from '../../src/config.js'
import { ensureAssets } from '../../src/core/assets/assets.js'
import { hold, move } from '../../src/core/ledger/ledger.js'
import { introduce } from '../../src/core/linking/linking.js'
import { memberOf } from '../../src/core/members/members.js'
import { cancelPacket } from '../../src/core/packets/packets.js'
import { digestOf } from '../../src/core/programme/programme.js'
import { holdersOf } from '../../src/core/roles/roles.js'
import { silentLog } from '../../src/kit/log.js'
import { EXIT, StartError } from '../../src/kit/start-error.js'
import { realWorld, type World } from '../../src/kit/world.js'
import { readProgramme } from '../../src/programme/programme.js'
import { timekeeper } from '../../src/storage/clock.js'
import { enqueue, outboxCounts, setOutboxState } from '../../src/storage/outbox.js'
import type { Storage } from '../../src/storage/storage.js'
import { keepSureMoment } from '../../src/storage/sure-moment.js'
import { claim, drop } from '../core/packets/kit.js'
import { openHouse } from '../kit/house.js'
import { describeStorage, engineForTests, temporaryFolder } from '../kit/storage.js'
import { carrierOf } from '../scheduler/carrier.js'

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

describe('the clock', () => {
  const engine = engineForTests('sqlite')

  it('is taken for right from the next start on when an operator says so', async () => {
    const url = await engine.emptyDatabase()
    const before = await engine.open({ url, world: inTwoDays })
    await before.write((work) => keepSureMoment(work))
    await before.close()
    const stateAtStart = async () => {
      const time = timekeeper(realWorld(), silentLog)
      const storage = await engine.open({ url, clock: time })
      await storage.close()
      return time.trust().state
    }
    expect(await stateAtStart()).toBe('wrong')
    const { said, exitCode } = await run(url, ['confirm-clock'])
    expect(exitCode).toBe(0)
    expect(said).toEqual([expect.stringMatching(/^It is \d{4}-.*Z, and the bot will take that for right\.$/)])
    expect(await stateAtStart()).toBe('right')
  })
})

describeStorage('the command line', (engine) => {
  it('finds nothing wrong with a new database, check by check', async () => {
    const { said, exitCode } = await run(await engine.emptyDatabase(), ['audit'])
    expect(said).toContain('✓ ledger-chain')
    expect(said).toContain('✓ schema')
    expect(said.at(-1)).toMatch(/^\d+ checks, 0 findings$/)
    expect(said.slice(0, -1).every((line) => line.startsWith('✓ '))).toBe(true)
    expect(exitCode).toBe(0)
  })

  it('audits amounts that do not fit 64 bits together, as a finance maker and a checker can book them', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    await storage.write(async (work) => {
      await ensureAssets(work, [{ code: 'BMX', scale: 8 }])
      const booked = { asset: 'BMX', amount: 5_000_000_000_000_000_000n, code: 'test', actor: 'member:1' }
      const [treasury, person] = [{ kind: 'treasury' as const }, { kind: 'member' as const, id: 1 }]
      await move(work, [{ key: 'test:deposit', from: treasury, to: person, ...booked }])
      await move(work, [{ key: 'test:withdrawal', from: person, to: treasury, ...booked }])
    })
    await storage.close()
    const { said, exitCode } = await run(url, ['audit'])
    expect(said.at(-1)).toMatch(/^\d+ checks, 0 findings$/)
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

  it('shows and lifts stops, also where every admin is stopped', async () => {
    const url = await engine.ownDatabase()
    const house = await openHouse(engine, { storage: await engine.open({ url }) })
    const admin = await house.person('Admin')
    await admin.becomes('admin')
    const account = `telegram:${admin.account.id}`
    await admin.types(`/freeze person stop ${account} reason="account was stolen"`)
    expect((await admin.types(`/freeze person lift ${account}`)).refusal).toBe('frozen-staff')
    await house.storage.close()
    const { said } = await run(url, ['stop', 'list'])
    expect(said[0]).toMatch(/^member:\d+ {2}by member:\d+, \S+: account was stolen$/)
    expect(said[1]).toBe('1 stop holds.')
    expect(await run(url, ['stop', 'lift', account])).toEqual({
      said: [`member:${admin.member} goes on.`],
      exitCode: 0,
    })
    expect(await run(url, ['stop', 'lift', `member:${admin.member}`])).toEqual({
      said: [`member:${admin.member} is not stopped.`],
      exitCode: 1,
    })
    expect((await run(url, ['stop', 'lift', 'everything'])).said).toEqual(['programme is not stopped.'])
    expect((await run(url, ['stop', 'lift', 'discord:99'])).said).toEqual([
      'Nobody is known by that account.',
    ])
    const storage = await engine.open({ url })
    const facts = await storage.read((work) => work.db.select().from(work.t.facts))
    expect(facts.at(-1)).toMatchObject({
      kind: 'lifted',
      actor: 'operator',
      subject: `member:${admin.member}`,
    })
    await storage.close()
  })

  it('shows who holds which role, and says of whom nobody was ever seen', async () => {
    const url = await engine.emptyDatabase()
    await run(url, ['migrate'])
    expect((await run(url, ['role', 'list'])).said).toEqual(['Nobody holds a role.'])
    const storage = await engine.open({ url })
    await storage.write((work) =>
      introduce(work, [
        { platform: 'telegram', id: '5', name: 'Mia' },
        { platform: 'discord', id: '8', name: 'Mia' },
      ]),
    )
    await storage.close()
    await run(url, ['role', 'grant', 'telegram:6', 'admin'])
    const known = await run(url, ['role', 'grant', 'telegram:5', 'reviewer'])
    expect(known.said).toEqual(['Person 1 (telegram:5) is reviewer.'])
    await run(url, ['role', 'grant', 'telegram:5', 'admin'])
    await run(url, ['role', 'revoke', 'telegram:5', 'admin'])
    expect(await run(url, ['role', 'list'])).toEqual({
      said: ['admin: person 2 (telegram:6) was never seen', 'reviewer: person 1 (telegram:5, discord:8) Mia'],
      exitCode: 0,
    })
  })

  it('gives and takes roles, also of people nobody has met', async () => {
    const url = await engine.emptyDatabase()
    expect((await run(url, ['role', 'grant', 'telegram:123', 'admin'])).said).toEqual([
      'Person 1 (telegram:123) is admin.',
      'Nobody with telegram:123 was ever seen by the bot. If a digit is wrong: npm run cli -- role revoke telegram:123 admin',
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

  it('posts the card of a living packet again, and says of the others why not', async () => {
    const url = await engine.emptyDatabase()
    const storage = await engine.open({ url })
    const house = await openHouse(engine, { storage })
    const { carries, row } = carrierOf(house)
    const mia = await house.person('Mia')
    for (const [at, name] of ['Pavel', 'Olga', 'Zoe'].entries()) {
      const place = at === 2 ? house.groupNamed('Left') : house.group
      const packet = await drop((await house.rich(name, '50')).in(place), '50 20')
      await mia.in(place).presses(claim(packet))
      const kind = at === 2 ? ('unreachable' as const) : ('forbidden' as const)
      await carries(`card:${at + 1}`, { ends: { kind, detail: 'no' } })
      if (at === 1) await storage.write((work) => cancelPacket(work, packet, 'operator'))
    }
    const ids = await Promise.all([1, 2, 3].map(async (card) => (await row(`card:${card}`)).id))
    await storage.close()
    const [lives, over, left] = ids
    const { said, exitCode } = await run(url, ['outbox', 'retry', ...ids.map(String)])
    expect(said).toEqual([
      `Message ${lives} will be sent again.`,
      `Message ${over} is not sent: it is the card of a packet that is over, and there is nothing more to say.`,
      `Message ${left} is not sent: the bot is not in the group any more. Add it there again, then retry.`,
    ])
    expect(exitCode).toBe(1)
    const after = await openHouse(engine, { storage: await engine.open({ url }) })
    expect(await carrierOf(after).carries('card:1', { ends: '3' })).toMatchObject({ key: 'card:1' })
    expect(await carrierOf(after).row('card:1')).toMatchObject({ state: 'sent', message: '3' })
    expect(await after.audit()).toEqual([])
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

it("says where the sandbox's database is when there is no other", async () => {
  const folder = temporaryFolder()
  const [own, sandbox] = [join(folder, 'bot.sqlite'), join(folder, 'sandbox', 'bot.sqlite')]
  expect((await refusal(own, 'audit')).message).toBe(`There is no database ${own}.`)
  mkdirSync(dirname(sandbox))
  writeFileSync(sandbox, '')
  const { message, exitCode } = await refusal(own, 'audit')
  expect(message).toBe(
    `There is no database ${own}. The sandbox keeps its own in ${sandbox}: set DATABASE_URL=${sandbox} to look at that.`,
  )
  expect(exitCode).toBe(EXIT.configuration)
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
    expect(error.message).toBe(`${garbage} is no SQLite database: file is not a database.`)
    const empty = join(folder(), 'zero.bak')
    writeFileSync(empty, '')
    expect((await refusal(url, 'restore', '--replace', empty)).message).toBe(
      `${empty} is empty: it holds no database. Take another backup.`,
    )
    expect((await refusal(url, 'restore', '--replace', `${garbage}.none`)).message).toBe(
      `There is no database ${garbage}.none.`,
    )
    expect(readFileSync(url).equals(before)).toBe(true)
    expect(readdirSync(dirname(url)).filter((name) => name.includes('restoring'))).toEqual([])
  })
})

describe('the programme', () => {
  it('is printed as a file that is right, and is the shipped one', async () => {
    const { said } = await run('data/none.sqlite', ['programme'])
    const file = join(temporaryFolder(), 'programme.json')
    writeFileSync(file, said.join('\n'))
    const { raw } = readProgramme(undefined)
    expect(readProgramme(file).raw).toEqual(JSON.parse(JSON.stringify(raw)))
    const checked = await run('data/none.sqlite', ['programme-check', file])
    expect(checked.said[0]).toContain(`is right: BitMart Community Partner Program, edition 2025-11, digest`)
    expect(checked.said[0]).toContain(digestOf(raw).slice(0, 12))
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
    [['stop', 'lift', 'mallory'], 'It is everything, telegram:… or discord:…, member:… or chat:….'],
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
