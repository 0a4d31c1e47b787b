/**
 * A storm: people of the crowd press one button, or one on each platform, all at once. It runs in the server,
 * so that what is measured is the bot and the pretend platform, not a browser.
 */
import type { Action, Outcome, SandboxPlatform } from './contract.js'
import type { PlatformName, StormReport, StormRequest, StormTarget } from './page-contract.js'
import { createCourse, createLatencies } from './storm-figures.js'
import { createTold, endOf, kindOf, textOf } from './storm-told.js'

/** Presses outstanding at once. Both platform servers are built for 1,000. */
const OUTSTANDING_MAX = 1000

export interface Storm {
  report(): StormReport
  /** Starts no further press; those under way are still counted. */
  cancel(): void
  /** Resolves with the last report when every press has ended. */
  readonly done: Promise<StormReport>
}

interface Means {
  id: number
  platform(name: PlatformName): SandboxPlatform
  /** Milliseconds, monotonic. */
  now(): number
}

interface Press {
  person: string
  target: StormTarget
}

/**
 * The n-th press: people take the targets in turn, and everyone has pressed once before anyone presses again.
 */
export function pressAt(request: StormRequest, index: number): Press {
  const number = index % request.people
  const target = request.targets[number % request.targets.length]
  if (!target) throw new Error('a storm needs something to press')
  return { person: `crowd-${(request.from ?? 1) + number}`, target }
}

export function startStorm(request: StormRequest, means: Means): Storm {
  const presses = request.people * (request.taps ?? 1)
  const latencies = createLatencies(presses)
  const course = createCourse()
  const told = createTold()
  const kinds: StormReport['kinds'] = {}
  const begin = means.now()
  const ends = { answered: 0, refused: 0, failed: 0 }
  let [started, ended] = [0, 0]
  let state: StormReport['state'] = 'running'
  let elapsed = 0

  const count = (platform: PlatformName, outcome: Outcome, took: number): void => {
    const kind = kindOf(outcome)
    kinds[kind] = (kinds[kind] ?? 0) + 1
    ended++
    const end = endOf(kind)
    ends[end]++
    if (end === 'answered') latencies.add(took)
    elapsed = means.now() - begin
    course.add(elapsed, end)
    told.add(platform, kind, textOf(outcome))
  }
  const worker = async (): Promise<void> => {
    while (started < presses && state === 'running') {
      const { person, target } = pressAt(request, started++)
      const before = means.now()
      const outcome = await pressed(means.platform(target.platform), person, target)
      count(target.platform, outcome, means.now() - before)
    }
  }
  const report = (): StormReport => {
    const { rows, more } = told.top()
    return {
      ...{ id: means.id, request, presses, started, ended, ...ends, kinds: { ...kinds }, state },
      elapsed: state === 'running' ? means.now() - begin : elapsed,
      ...latencies.summary(),
      ...course.slices(),
      told: rows,
      toldMore: more,
    }
  }
  const workers = Array.from({ length: Math.min(OUTSTANDING_MAX, presses) }, worker)
  const done = Promise.all(workers).then(() => {
    if (state === 'running') state = 'done'
    return report()
  })
  return {
    report,
    cancel: () => {
      if (ended < presses) state = 'cancelled'
    },
    done,
  }
}

/** One press. A platform that throws counts as one that refuses: a storm always runs to its end. */
async function pressed(platform: SandboxPlatform, person: string, target: StormTarget): Promise<Outcome> {
  const action: Action = { do: 'press', room: target.room, message: target.message, data: target.data }
  try {
    return await platform.act(person, action)
  } catch (error) {
    return { kind: 'impossible', reason: error instanceof Error ? error.message : String(error) }
  }
}
