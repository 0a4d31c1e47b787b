/** What all parts of a simulated history share. */
import { type Chance, chanceOf } from './chance.js'
import { type Mood, moodOf } from './mood.js'
import { type Scheduler, schedulerOf } from './scheduler.js'
import { type Trace, traceOf } from './trace.js'

/** Where every history begins, ms since the epoch: after the template was made (`template.ts`). */
export const START = Date.UTC(2026, 10, 21, 12)
/** The same for those in which the programme is at work. */
export const OFFICE_START = START + 120_000

export interface Counts {
  lives: number
  crashes: number
  commits: number
  calls: number
  duplicates: number
  /** Two people who became one. */
  links: number
  /** Transitions of applications, partners and cases that were made, each once: `A7`. */
  steps: string[]
  sends: number
  /** Effects of a message beyond its first. */
  repeated: number
  /** Answers, messages and payments that should be there and are not. */
  lost: number
}

export interface History {
  readonly seed: number
  readonly scheduler: Scheduler
  readonly trace: Trace
  readonly count: Counts
  /** What went wrong, the first first. */
  readonly violations: string[]
  /** Changed by the closing phase, in which nothing fails. */
  mood: Mood
  /** ms that the machine's clock is ahead of the platforms'. */
  ahead: number
  /** The furthest it ever was. */
  furthest: number
  hasJumped: boolean
  /** A stream of chance by its name. */
  chance(stream: string): Chance
  /** The platforms' clock, ms since the epoch. */
  trueTime(): number
  violated(what: string): void
}

export function historyOf(
  seed: number,
  options: { mood?: Mood; isTraced?: boolean; start?: number } = {},
): History {
  const { start = START } = options
  const trace = traceOf(options.isTraced ?? false)
  const scheduler = schedulerOf(chanceOf(seed, 'order'), trace)
  const violations: string[] = []
  const count: Counts = {
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
  return {
    seed,
    scheduler,
    trace,
    violations,
    count,
    mood: options.mood ?? moodOf(chanceOf(seed, 'mood')),
    ahead: 0,
    furthest: 0,
    hasJumped: false,
    chance: (stream) => chanceOf(seed, stream),
    trueTime: () => start + scheduler.now(),
    violated(what) {
      trace.add(`VIOLATION ${what}`)
      count.lost += 1
      violations.push(what)
    },
  }
}
