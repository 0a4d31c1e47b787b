/**
 * One history: the app lives, is cut short and starts again while people do what they do and everything that
 * may fail fails; then a quiet time in which nothing fails, and after it all promises are checked.
 */
import { copyFileSync, rmSync } from 'node:fs'
import { closeDown } from './closing.js'
import { watchEngine } from './engine.js'
import { type Counts, type History, historyOf, OFFICE_START } from './history.js'
import type { Mood } from './mood.js'
import { type Stage, type StageOptions, stageOf } from './stage.js'
import type { Templates } from './template.js'

export interface Played {
  seed: number
  /** Of the trace and of the database at the end. */
  digest: string
  violations: readonly string[]
  count: Counts
  trace: readonly string[]
  /** Real ms. */
  ms: number
}

export interface PlayOptions extends StageOptions {
  /** One of them is copied to `file`, which is deleted at the end. */
  templates: Templates
  isTraced?: boolean
  mood?: Mood
  /** ms of the history in which things fail; left out, chance decides. */
  roughMs?: number
}

/** ms of a history in which things fail. */
const ROUGH = { least: 15_000, most: 60_000 }
/** ms between two things that people do of their own accord. */
const BUSY_MS = { least: 800, most: 6_000 }
/** The machine's clock is ahead or behind by so much at most. */
const JUMP_MS = 600_000
/** Of histories: somebody makes one person of two accounts. */
const LINKED = 0.7
/** ms between two who begin to. */
const LINK_MS = 8_000
/** ms between two things that people do about the programme, where it is at work. */
const OFFICE_MS = { least: 1_500, most: 4_000 }
/** ms of such a history: an application has many questions. */
const OFFICE_ROUGH = { least: 40_000, most: 110_000 }
/** Of histories: the app is also stopped in good order. */
const STOPPED = 0.25

const STEPS = `select distinct json_extract(details, '$.transition') as step from facts
  where id > ? and kind in ('application-moved', 'partner-moved', 'case-moved') order by step`

/** One seed in five: the programme is at work besides. */
function isOfficeSeed(seed: number): boolean {
  return seed % 5 === 4
}

export async function play(seed: number, options: PlayOptions): Promise<Played> {
  const began = process.cpuUsage()
  const isOffice = options.isOffice ?? isOfficeSeed(seed)
  copyFileSync(options.templates[isOffice ? 'office' : 'plain'], options.file)
  const history = historyOf(seed, isOffice ? { ...options, start: OFFICE_START } : options)
  const stage = stageOf(history, { ...options, isOffice })
  try {
    const { least, most } = isOffice ? OFFICE_ROUGH : ROUGH
    const end = options.roughMs ?? history.chance('length').between(least, most)
    schedule(stage, history, end)
    await history.scheduler.run(() => history.violations.length > 0 || history.scheduler.now() >= end)
    if (history.violations.length === 0) await closeDown(stage)
  } catch (error) {
    history.violated(`the simulation fails: ${error instanceof Error ? error.stack : error}`)
  }
  history.count.links = stage.books.rows('select 1 from member_links').length
  history.count.steps = stage.books.rows<{ step: string }>(STEPS, stage.firstFact).map(({ step }) => step)
  watchEngine(undefined)
  stage.life()?.end('the history is over')
  stage.books.close()
  for (const tail of ['', '-wal', '-shm', '.lock']) rmSync(options.file + tail, { force: true })
  const { violations, count, trace } = history
  return { seed, digest: trace.digest(), violations, count, trace: trace.lines, ms: cpuMs(began) }
}

function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** People, clocks, and stops in good order. */
function schedule({ crowd, stop, isOffice }: Stage, history: History, end: number): void {
  const { mood } = history
  const { scheduler } = history
  const chance = history.chance('schedule')
  const again = (ms: number, what: string, go: () => void) => {
    scheduler.later(ms * (0.3 + 1.4 * chance.real()), what, () => {
      if (scheduler.now() >= end) return
      go()
      again(ms, what, go)
    })
  }
  for (const voice of ['one', 'another'])
    again(chance.between(BUSY_MS.least, BUSY_MS.most), `${voice} acts`, crowd.act)
  if (isOffice) {
    const busy = history.chance('office')
    again(busy.between(OFFICE_MS.least, OFFICE_MS.most), 'the programme is asked for', crowd.office)
  }
  if (chance.happens(LINKED)) again(LINK_MS, 'somebody links accounts', crowd.links)
  if (mood.jumps > 0)
    again(60_000 / mood.jumps, 'the clock jumps', () => {
      history.ahead = chance.between(-JUMP_MS, JUMP_MS)
      history.hasJumped = true
      history.furthest = Math.max(history.furthest, history.ahead)
    })
  if (mood.crashes > 0 && chance.happens(STOPPED))
    scheduler.later(chance.below(ROUGH.least), 'is stopped', () => void stop())
}
