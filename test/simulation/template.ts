/** The database that every history begins with: migrated, with people who have been met and have money. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import { openSqlite } from '../../src/storage/sqlite.js'
import { undone } from './ending.js'
import { watchEngine } from './engine.js'
import { historyOf, START } from './history.js'
import type { Line } from './lines.js'
import { CALM } from './mood.js'
import { type Stage, stageOf } from './stage.js'

/** In memory where the system has such a folder: an fsync is real work on a disk. */
const MEMORY = '/dev/shm'
/** ms before the histories begin: the bot is not away for long in between, or its clock would be in doubt. */
const BEFORE_MS = 200_000
const REST_MS = 5_000
const PACE_MS = 3_500

/** A folder for the databases of one process. */
export function scratchFolder(): string {
  return mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'simulation-'))
}

/** Makes it in the folder and gives its path. Always the same, to the bit. */
export async function makeTemplate(folder: string): Promise<string> {
  const file = join(folder, 'making.sqlite')
  await openSqlite({ file, world: { ...realWorld(), now: () => START - BEFORE_MS }, log: silentLog }).close()
  const history = historyOf(0, { mood: CALM, start: START - BEFORE_MS })
  const stage = stageOf(history, { file })
  await furnish(stage)
  if (history.violations.length > 0) throw new Error(history.violations.join('\n'))
  watchEngine(undefined)
  stage.books.close()
  foldIn(file)
  const template = join(folder, 'template.sqlite')
  copyFileSync(file, template)
  for (const tail of ['', '-wal', '-shm', '.lock']) rmSync(file + tail, { force: true })
  return template
}

/** Puts what stands in the log beside the database into it, so that one file is all. */
function foldIn(file: string): void {
  const db = new Database(file)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

/** Everybody says hello, one owner asks for money for all, the other one approves. */
async function furnish(stage: Stage): Promise<void> {
  const { history, crowd, town, books } = stage
  const [maker, checker] = town.people
  const [home] = town.groups
  if (!maker || !checker || !home) throw new Error('the town is empty')
  crowd.rest(true)
  await until(stage, () => stage.app() !== undefined)
  for (const group of town.groups)
    for (const person of town.people)
      if (person.accounts[group.platform])
        crowd.types(person, group, { command: 'help', words: '', values: {} })
  await until(
    stage,
    () => stage.server('telegram').inward.isIdle() && stage.server('discord').inward.isIdle(),
  )
  const to = town.people.map(({ accounts }) => Object.entries(accounts)[0]?.join(':') ?? '')
  for (const person of to) {
    crowd.types(maker, home, depositLine({ amount: '400', to: 'person', person }))
    await passes(stage)
  }
  for (const group of town.groups) {
    crowd.types(maker, group, depositLine({ amount: '900', to: 'group' }))
    await passes(stage)
  }
  const count = to.length + town.groups.length
  const waiting = () => books.rows<{ id: bigint }>(`select id from treasury_requests where state = 'asked'`)
  await until(stage, () => waiting().length === count)
  for (const { id } of waiting()) {
    crowd.presses(checker, home, `1treasury-approve:${id}`)
    await passes(stage)
  }
  await until(stage, () => waiting().length === 0)
  const now = () => history.trueTime() + history.ahead
  await until(stage, () => undone(books, now()).length === 0)
  await until(stage, () => history.scheduler.now() > BEFORE_MS - REST_MS)
  await stopped(stage)
}

function depositLine(named: Record<string, string>): Line {
  const { amount, to, ...rest } = { ...named, reason: 'January' } as Record<string, string>
  const more = Object.entries(rest).map(([name, value]) => `${name}=${value}`)
  const words = ['deposit', amount, to, ...more].join(' ')
  return { command: 'treasury', words, values: { ...named, action: 'deposit', reason: 'January' } }
}

/** As long as a person needs who is not to be told to be slower. */
function passes(stage: Stage): Promise<void> {
  const end = stage.history.scheduler.now() + PACE_MS
  return until(stage, () => stage.history.scheduler.now() >= end)
}

async function stopped(stage: Stage): Promise<void> {
  let isDone = false
  stage
    .app()
    ?.stop()
    .then(
      () => {
        isDone = true
      },
      (error: unknown) => stage.history.violated(String(error)),
    )
  await until(stage, () => isDone)
}

async function until({ history }: Stage, holds: () => boolean): Promise<void> {
  await history.scheduler.run(
    () => history.violations.length > 0 || history.scheduler.now() > BEFORE_MS || holds(),
  )
  const [wrong] = history.violations
  if (wrong || !holds()) throw new Error(wrong ?? 'the template cannot be made')
}
