/**
 * Plays histories, on all cores, and tells what was found:
 *
 *     npm run simulate -- --seeds 1000 --from 1
 *     npm run simulate -- --seed 123 --trace
 *
 * Ends with 1 when a promise was broken, and prints the seed that shows it.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { scratchFolder } from '../kit/scratch.js'
import type { Counts } from './history.js'
import { type Played, play } from './play.js'
import { makeTemplates } from './template.js'

const USAGE = `npm run simulate -- [--seeds N] [--from M] [--seed S] [--trace] [--stop-at-first] [--jobs J]\n`
/** Seeds between two lines of progress. */
const PROGRESS = 500
/** Seeds that one child plays: what histories leave behind in its memory slows it down. */
const SHIFT = 500
/** Violations that are printed at length. */
const PRINTED = 10
const EXIT = { fine: 0, violated: 1, usage: 64 }

/** What is told of a history. */
export type Outcome = Pick<Played, 'seed' | 'digest' | 'violations' | 'count'>

interface Wanted {
  seeds: number
  from: number
  seed: number | undefined
  isTraced: boolean
  stopsAtFirst: boolean
  jobs: number
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

function wanted(): Wanted | undefined {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    options: { seeds: text, from: text, seed: text, jobs: text, trace: flag, 'stop-at-first': flag },
  })
  const number = (given: string | undefined, otherwise: number) =>
    given === undefined ? otherwise : Number(given)
  const read = {
    seeds: number(values.seeds, 200),
    from: number(values.from, 1),
    seed: values.seed === undefined ? undefined : Number(values.seed),
    isTraced: values.trace === true,
    stopsAtFirst: values['stop-at-first'] === true,
    jobs: number(values.jobs, availableParallelism()),
  }
  const numbers = [read.seeds, read.from, read.seed ?? 0, read.jobs]
  return numbers.every((one) => Number.isSafeInteger(one) && one >= 0) && read.jobs > 0 ? read : undefined
}

/** Plays one history, twice over when nothing is wrong with it: the second must be the first to the bit. */
async function playOne(seed: number, isTraced: boolean): Promise<number> {
  const folder = scratchFolder('simulation')
  try {
    const templates = await makeTemplates(folder)
    const options = { templates, file: join(folder, 'history.sqlite'), isTraced }
    const first = await play(seed, options)
    for (const line of first.trace) say(line)
    tell(first)
    say(`seed ${seed}: ${first.digest} ${JSON.stringify(first.count)}`)
    const again = await play(seed, { ...options, isTraced: false })
    if (again.digest !== first.digest) say(`seed ${seed} does not repeat itself: ${again.digest}`)
    return first.violations.length > 0 || again.digest !== first.digest ? EXIT.violated : EXIT.fine
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell({ seed, violations }: Outcome): void {
  if (violations.length === 0) return
  say(`VIOLATION in seed ${seed}: npm run simulate -- --seed ${seed}`)
  for (const one of violations.slice(0, 3)) say(`  ${one}`)
}

/** Children take the next seed whenever they have done with one. */
async function playMany(plan: Wanted): Promise<number> {
  const began = performance.now()
  const outcomes: Outcome[] = []
  const bad: Outcome[] = []
  let next = plan.from
  let isStopped = false
  const end = plan.from + plan.seeds
  const heard = (outcome: Outcome) => {
    outcomes.push(outcome)
    if (outcome.violations.length > 0) {
      bad.push(outcome)
      if (bad.length <= PRINTED) tell(outcome)
      isStopped ||= plan.stopsAtFirst
    }
    if (outcomes.length % PROGRESS === 0) say(`${outcomes.length} seeds, ${bad.length} violated`)
  }
  const take = () => (isStopped || next >= end ? undefined : next++)
  await Promise.all(Array.from({ length: Math.min(plan.jobs, plan.seeds) }, () => employ(take, heard)))
  say(summary(outcomes, bad, (performance.now() - began) / 1000))
  return bad.length > 0 ? EXIT.violated : EXIT.fine
}

async function employ(take: () => number | undefined, heard: (outcome: Outcome) => void): Promise<void> {
  let isAnyLeft = true
  while (isAnyLeft) isAnyLeft = await shift(take, heard)
}

/** One child for {@link SHIFT} seeds at most. Answers whether there may be more of them. */
function shift(take: () => number | undefined, heard: (outcome: Outcome) => void): Promise<boolean> {
  const child: ChildProcess = fork(fileURLToPath(import.meta.url), ['worker'])
  let current: number | undefined
  let left = SHIFT
  const hand = () => {
    current = left-- > 0 ? take() : undefined
    if (current === undefined) child.disconnect()
    else child.send(current)
  }
  return new Promise((resolve) => {
    child.on('message', (message) => {
      if (message !== 'ready') heard(message as Outcome)
      hand()
    })
    child.on('exit', (code) => {
      if (code !== 0) heard(fallen(current ?? 0, code))
      resolve(code === 0 && left < 0)
    })
  })
}

function fallen(seed: number, code: number | null): Outcome {
  return { seed, digest: '', violations: [`the simulation died with ${code}`], count: NOTHING }
}

const NOTHING: Counts = {
  lives: 0,
  crashes: 0,
  commits: 0,
  calls: 0,
  duplicates: 0,
  links: 0,
  steps: [],
  sends: 0,
  repeated: 0,
  lost: 0,
}

function summary(outcomes: readonly Outcome[], bad: readonly Outcome[], seconds: number): string {
  const sum = (name: Exclude<keyof Counts, 'steps'>) =>
    outcomes.reduce((total, { count }) => total + count[name], 0).toLocaleString('en')
  return [
    `${outcomes.length.toLocaleString('en')} seeds in ${seconds.toFixed(1)} s: ${bad.length} violated`,
    `${sum('links')} links, ${sum('crashes')} crashes, ${sum('lives')} starts, ${sum('commits')} commits`,
    `steps in the papers: ${stepsMade(outcomes)}`,
    `${sum('calls')} calls brought, ${sum('duplicates')} of them again; ${sum('sends')} sends, ${sum('repeated')} seen twice`,
  ].join('\n')
}

/** In how many histories each was made: `A1 80, A2 75`. */
function stepsMade(outcomes: readonly Outcome[]): string {
  const made = new Map<string, number>()
  for (const { count } of outcomes) for (const step of count.steps) made.set(step, (made.get(step) ?? 0) + 1)
  const sorted = [...made].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
  return sorted.map(([step, times]) => `${step} ${times}`).join(', ')
}

async function work(): Promise<void> {
  const folder = scratchFolder('simulation')
  const templates = await makeTemplates(folder)
  process.on('disconnect', () => rmSync(folder, { recursive: true, force: true }))
  process.on('message', (seed: number) => {
    play(seed, { templates, file: join(folder, 'history.sqlite') }).then(
      ({ digest, violations, count }) =>
        process.send?.({ seed, digest, violations, count } satisfies Outcome),
      (error: unknown) => {
        throw error
      },
    )
  })
  process.send?.('ready')
}

async function main(): Promise<number> {
  const plan = wanted()
  if (!plan) {
    process.stderr.write(USAGE)
    return EXIT.usage
  }
  return plan.seed === undefined ? playMany(plan) : playOne(plan.seed, plan.isTraced)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv[2] === 'worker') await work()
  else process.exitCode = await main()
}
