/**
 * A storm: people of the crowd press one button, or one on each platform, all at once. It runs in the server,
 * so that what is measured is the bot and the pretend platform, not a browser.
 */
import type { Action, Outcome, SandboxPlatform } from './contract.js'
import type { PlatformName, StormEnd, StormReport, StormRequest, StormTarget } from './page-contract.js'
import { Denied } from './reasons.js'
import { createCourse, createLatencies } from './storm-figures.js'
import { createTold, endOf, kindOf } from './storm-told.js'

/** Presses outstanding at once. Both platform servers are built for 1,000. */
const OUTSTANDING_MAX = 1000
/** Share of the presses that has ended when the bot is killed: it has begun, and is far from done. */
const KILL_AT = 1 / 3

export interface Storm {
  report(): StormReport
  /** Starts no further press; those under way are still counted. */
  cancel(): void
  /** The bot was killed by another hand; no news once every press has ended. */
  noteKill(): void
  /** Resolves with the last report when every press has ended. */
  readonly done: Promise<StormReport>
}

interface Means {
  id: number
  platform(name: PlatformName): SandboxPlatform
  kill?(): void
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
  const first = request.people * (request.taps ?? 1)
  const tally = createTally(request.again ? 2 * first : first)
  const toldAgain = createTold()
  const unanswered: Press[] = []
  const begin = means.now()
  let again: number | undefined
  /** Milliseconds after the start. */
  const kills: number[] = []
  let hasKilled = false
  let started = 0
  let state: StormReport['state'] = 'running'
  let elapsed = 0
  const presses = (): number => first + (again === undefined ? 0 : unanswered.length)

  const killInTime = (): void => {
    if (!request.kill || hasKilled || tally.ended() < first * KILL_AT) return
    hasKilled = true
    kills.push(elapsed)
    means.kill?.()
  }
  const press = async ({ person, target }: Press): Promise<Outcome> => {
    started++
    const before = means.now()
    const outcome = await pressed(means.platform(target.platform), person, target)
    elapsed = means.now() - begin
    tally.count(target.platform, outcome, { took: means.now() - before, elapsed })
    killInTime()
    return outcome
  }
  const pressFirst = async (index: number): Promise<void> => {
    const one = pressAt(request, index)
    const outcome = await press(one)
    if (endOf(kindOf(outcome)) === 'unanswered') unanswered.push(one)
  }
  const pressOnceMore = async (index: number): Promise<void> => {
    const one = unanswered[index]
    if (!one) return
    again = (again ?? 0) + 1
    const outcome = await press(one)
    toldAgain.add(one.target.platform, outcome)
  }
  const pressAgain = async (): Promise<void> => {
    if (!request.again || unanswered.length === 0 || state !== 'running') return
    await inTurn(unanswered.length, pressOnceMore, () => state === 'running')
  }
  const report = (): StormReport => ({
    ...{ id: means.id, request, presses: presses(), started, state, ...tally.report() },
    elapsed: state === 'running' && tally.ended() < presses() ? means.now() - begin : elapsed,
    ...killsOf(kills),
    ...(again === undefined ? {} : { again: { presses: again, told: toldAgain.top().rows } }),
  })
  const done = inTurn(first, pressFirst, () => state === 'running')
    .then(pressAgain)
    .then(() => {
      if (state === 'running') state = 'done'
      return report()
    })
  return {
    report,
    cancel: () => {
      if (tally.ended() < presses()) state = 'cancelled'
    },
    noteKill: () => {
      if (state === 'running' && tally.ended() < presses()) kills.push(means.now() - begin)
    },
    done,
  }
}

function killsOf([killed, ...killedAgain]: readonly number[]): Pick<StormReport, 'killed' | 'killedAgain'> {
  if (killed === undefined) return {}
  return killedAgain.length === 0 ? { killed } : { killed, killedAgain }
}

/** Does the first to the `count`-th, as many at a time as may be outstanding, while it shall go on. */
async function inTurn(
  count: number,
  work: (index: number) => Promise<void>,
  goesOn: () => boolean,
): Promise<void> {
  let next = 0
  const worker = async (): Promise<void> => {
    while (next < count && goesOn()) await work(next++)
  }
  await Promise.all(Array.from({ length: Math.min(OUTSTANDING_MAX, count) }, worker))
}

type Counted = Pick<
  StormReport,
  'ended' | StormEnd | 'kinds' | 'p50' | 'p99' | 'slowest' | 'slices' | 'sliceWidth' | 'told' | 'toldMore'
>

/** Counts how presses of both rounds ended, when, after how long, and what people were told. */
function createTally(presses: number) {
  const latencies = createLatencies(presses)
  const course = createCourse()
  const told = createTold()
  const kinds: StormReport['kinds'] = {}
  const ends: Record<StormEnd, number> = { answered: 0, turnedAway: 0, unanswered: 0 }
  const ended = (): number => ends.answered + ends.turnedAway + ends.unanswered
  return {
    ended,
    count(platform: PlatformName, outcome: Outcome, { took, elapsed }: Timing): void {
      const kind = kindOf(outcome)
      const end = endOf(kind)
      kinds[kind] = (kinds[kind] ?? 0) + 1
      ends[end]++
      if (end === 'answered') latencies.add(took)
      course.add(elapsed, end, took)
      told.add(platform, outcome)
    },
    report(): Counted {
      const { rows, more } = told.top()
      return {
        ...{ ended: ended(), ...ends, kinds: { ...kinds } },
        ...latencies.summary(),
        ...course.slices(),
        ...{ told: rows, toldMore: more },
      }
    },
  }
}

interface Timing {
  took: number
  elapsed: number
}

/** One press. A platform that throws counts as one that refuses: a storm always runs to its end. */
async function pressed(platform: SandboxPlatform, person: string, target: StormTarget): Promise<Outcome> {
  const action: Action = { do: 'press', room: target.room, message: target.message, data: target.data }
  try {
    return await platform.act(person, action)
  } catch (error) {
    return { kind: 'impossible', reason: error instanceof Denied ? error.reason : { code: 'mistake' } }
  }
}
