/**
 * The databases that histories begin with: migrated, with people who have been met and have money; and one
 * in which the programme has staff, partners, applications and cases besides.
 */
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { silentLog } from '../../src/kit/log.js'
import { realWorld } from '../../src/kit/world.js'
import { openSqlite } from '../../src/storage/sqlite.js'
import { undone } from './ending.js'
import { watchEngine } from './engine.js'
import { furnishOffice } from './furnish.js'
import { historyOf, OFFICE_START, START } from './history.js'
import type { Line } from './lines.js'
import { CALM } from './mood.js'
import { OFFICE_PROGRAMME } from './office-programme.js'
import { programmeFileIn, type Stage, stageOf } from './stage.js'

/** ms before the histories begin: the bot is not away for long in between, or its clock would be in doubt. */
const BEFORE_MS = 200_000
const REST_MS = 5_000
const PACE_MS = 3_500

/** Paths of what histories begin with. */
export interface Templates {
  plain: string
  office: string
}

/** Makes them in the folder. Always the same, to the bit. */
export async function makeTemplates(folder: string): Promise<Templates> {
  const file = join(folder, 'making.sqlite')
  const beginning = START - BEFORE_MS
  await openSqlite({ file, world: { ...realWorld(), now: () => beginning }, log: silentLog }).close()
  const plain = join(folder, 'plain.sqlite')
  await made(file, plain, { start: beginning, end: START - REST_MS, isOffice: false }, furnish)
  writeFileSync(programmeFileIn(folder), JSON.stringify(OFFICE_PROGRAMME))
  copyFileSync(plain, file)
  const office = join(folder, 'office.sqlite')
  await made(file, office, { start: START, end: OFFICE_START - REST_MS, isOffice: true }, openOffice)
  return { plain, office }
}

interface Making {
  /** ms since the epoch. */
  start: number
  end: number
  isOffice: boolean
}

async function made(
  file: string,
  template: string,
  { start, end, isOffice }: Making,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const history = historyOf(0, { mood: CALM, start })
  const stage = stageOf(history, { file, isOffice })
  await until(stage, () => stage.app() !== undefined)
  await work(stage)
  const now = () => history.trueTime() + history.ahead
  await until(stage, () => undone(stage.books, now()).length === 0)
  await until(stage, () => history.trueTime() > end)
  await stopped(stage)
  if (history.violations.length > 0) throw new Error(history.violations.join('\n'))
  watchEngine(undefined)
  stage.books.close()
  foldIn(file)
  copyFileSync(file, template)
  for (const tail of ['', '-wal', '-shm', '.lock']) rmSync(file + tail, { force: true })
}

/** What there is of the programme comes about, and the platforms show it. */
async function openOffice(stage: Stage): Promise<void> {
  const { town } = stage
  stage.crowd.rest()
  let isDone = false
  const written = stage.app()?.storage.write((work) => furnishOffice(work, town))
  written?.then(
    () => {
      isDone = true
    },
    (error: unknown) => stage.history.violated(String(error)),
  )
  await until(stage, () => isDone)
}

/** Puts what stands in the log beside the database into it, so that one file is all. */
function foldIn(file: string): void {
  const db = new Database(file)
  db.pragma('wal_checkpoint(truncate)')
  db.close()
}

/** Everybody says hello, one owner asks for money for all, the other one approves; of their own by turns. */
async function furnish(stage: Stage): Promise<void> {
  const { crowd, town, books } = stage
  const [maker, checker] = town.people
  const [home] = town.groups
  if (!maker || !checker || !home) throw new Error('the town is empty')
  crowd.rest(true)
  for (const group of town.groups)
    for (const person of town.people)
      if (person.accounts[group.platform])
        crowd.types(person, group, { command: 'help', words: '', values: {} })
  await until(
    stage,
    () => stage.server('telegram').inward.isIdle() && stage.server('discord').inward.isIdle(),
  )
  const to = town.people.map(({ accounts }) => Object.entries(accounts)[0]?.join(':') ?? '')
  for (const [at, person] of to.entries()) {
    crowd.types(at === 1 ? checker : maker, home, depositLine({ amount: '400', to: 'person', person }))
    await passes(stage)
  }
  for (const group of town.groups) {
    crowd.types(maker, group, depositLine({ amount: '900', to: 'group' }))
    await passes(stage)
  }
  const count = to.length + town.groups.length
  const waiting = () =>
    books.rows<{ id: bigint }>(`select id from treasury_requests where state = 'asked' order by id`)
  await until(stage, () => waiting().length === count)
  for (const [at, { id }] of waiting().entries()) {
    crowd.presses(at === 1 ? maker : checker, home, `1treasury-approve:${id}`)
    await passes(stage)
  }
  await until(stage, () => waiting().length === 0)
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
