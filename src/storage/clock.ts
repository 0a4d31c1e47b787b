/**
 * The moment of a unit of work, and whether money may go by it. A machine's clock can be wrong from the start
 * or be set while we run; what ends by time ends for ever. So the clock is compared with something that
 * cannot be set: monotonic time while we run, the last moment a trusted clock wrote down over a restart, and
 * the server's clock on PostgreSQL.
 *
 * - `right`: it keeps pace. `now` is the machine's, and all that is due by time happens.
 * - `in doubt`: after a start it is ahead of the last moment written down, so we were away, or it is wrong.
 *   `now` is the machine's; only what was made since the start ends by time, for {@link DOUBT_MS}.
 * - `wrong`: it jumped, is behind, or is not the server's. `now` goes on from the last right moment by
 *   monotonic time, or is the server's; nothing ends by time.
 */
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'

/** What a storage asks of its clock. */
export interface Clock {
  now(): number
  /** A unit at this moment was committed: no later one may be earlier. */
  committed(at: number): void
  /**
   * The storage is open. `newest` is the latest moment of its ledger; `sure` the latest one that a trusted
   * clock wrote down, for a database that knows.
   */
  begins(newest: number, sure?: number): void
}

export type ClockState = 'right' | 'in doubt' | 'wrong'

export interface Trust {
  state: ClockState
  /** What was made at this moment or later may end by time; Infinity: nothing may. */
  since: number
}

export interface Timekeeper extends Clock {
  trust(): Trust
  /** What a server's clock said, asked and answered at these moments of ours. */
  compared(server: number, asked: number, answered: number): void
}

/** ms that this machine's clock may differ from the database server's. */
export const CLOCK_TOLERANCE_MS = 2_000
/**
 * ms that the clock may part from monotonic time, or over a restart from what was written down.
 */
const APART_MOST_MS = 5 * 60_000
/**
 * ms for which a start after a longer absence is doubted. A clock that is wrong at boot is set within a
 * minute or two by NTP; the rest is for whoever reads the alarm. No absence is too long: nobody can tell a
 * wrong clock from a weekend off, and a bot that waited for a person after each would keep everybody's rest.
 */
const DOUBT_MS = 15 * 60_000

/** Moments that follow each other at the pace of monotonic time. */
interface Line {
  wall: number
  monotonic: number
}

const WAITS = 'what ends by time alone waits'

export function timekeeper(world: Pick<World, 'now' | 'monotonic'>, log: Log): Timekeeper {
  return new JudgedClock(world, log)
}

class JudgedClock implements Timekeeper {
  #world: Pick<World, 'now' | 'monotonic'>
  #log: Log
  /** The moments that are believed. */
  #line: Line
  #state: ClockState = 'right'
  #startedAt = 0
  #last = 0
  #wasRight = false
  #hasServer = false
  /** The clock of a start that is doubted, from when it was last set. */
  #doubted: Line | undefined

  constructor(world: Pick<World, 'now' | 'monotonic'>, log: Log) {
    this.#world = world
    this.#log = log
    this.#line = this.#lineFrom(world.now())
  }

  now(): number {
    const wall = this.#look()
    if (this.#state === 'in doubt') return wall
    return Math.max(this.#state === 'right' ? wall : this.#at(this.#line), this.#last)
  }

  committed(moment: number): void {
    if (this.#state !== 'in doubt') this.#last = Math.max(this.#last, moment)
  }

  begins(newest: number, sure = newest): void {
    const wall = this.#world.now()
    this.#line = this.#lineFrom(sure === 0 ? wall : sure)
    this.#look()
    if (this.#state === 'right' && newest <= wall + APART_MOST_MS) this.#last = newest
  }

  trust(): Trust {
    this.#look()
    const since = { right: 0, 'in doubt': this.#startedAt, wrong: Number.POSITIVE_INFINITY }
    return { state: this.#state, since: since[this.#state] }
  }

  compared(server: number, asked: number, answered: number): void {
    this.#hasServer = true
    // What we took for the time before we asked is no floor.
    this.#last = Math.min(this.#last, server + CLOCK_TOLERANCE_MS)
    const aheadMs = asked > server ? asked - server : Math.min(0, answered - server)
    if (Math.abs(aheadMs) > CLOCK_TOLERANCE_MS) {
      this.#turn('wrong', `the clock is not the database server's, which counts; ${WAITS} here`, aheadMs)
      this.#line = this.#lineFrom(server)
    } else if (answered - asked <= CLOCK_TOLERANCE_MS) this.#believe(this.#world.now())
  }

  #lineFrom(wall: number): Line {
    return { wall, monotonic: this.#world.monotonic() }
  }

  #at({ wall, monotonic }: Line): number {
    return Math.round(wall + this.#world.monotonic() - monotonic)
  }

  #look(): number {
    const wall = this.#world.now()
    if (this.#wasRight || this.#hasServer) this.#judgePace(wall)
    else this.#judgeStart(wall)
    return wall
  }

  #judgePace(wall: number): void {
    const aheadMs = wall - this.#at(this.#line)
    const keepsPace = Math.abs(aheadMs) <= APART_MOST_MS
    if (!keepsPace) this.#turn('wrong', `the clock has jumped; ${WAITS} until it is right again`, aheadMs)
    else if (this.#state === 'right' || !this.#hasServer) this.#believe(wall)
  }

  /** Before the clock has ever been right in this life: it is judged by what was written down. */
  #judgeStart(wall: number): void {
    const aheadMs = wall - this.#at(this.#line)
    if (Math.abs(aheadMs) <= APART_MOST_MS) this.#believe(wall)
    else if (aheadMs > 0) this.#doubt(wall, aheadMs)
    else {
      this.#doubted = undefined
      this.#turn('wrong', `the clock is behind what is written down; ${WAITS} until it is set`, aheadMs)
    }
  }

  #doubt(wall: number, aheadMs: number): void {
    if (!this.#doubted || Math.abs(wall - this.#at(this.#doubted)) > APART_MOST_MS) {
      this.#doubted = this.#lineFrom(wall)
      this.#startedAt = wall
    }
    this.#turn('in doubt', 'we were away for long, or the clock is wrong', aheadMs)
    if (this.#world.monotonic() - this.#doubted.monotonic >= DOUBT_MS) this.#believe(wall)
  }

  /** From here on these moments follow each other, as long as the clock keeps pace with them. */
  #believe(wall: number): void {
    this.#turn('right', 'the clock is taken for right again', wall - this.#at(this.#line))
    this.#line = this.#lineFrom(wall)
    this.#doubted = undefined
  }

  /** A doubt is told by whoever starts the program: the command line looks at old copies all the time. */
  #turn(to: ClockState, why: string, aheadMs: number): void {
    if (to !== this.#state && to !== 'in doubt')
      this.#log[to === 'right' ? 'info' : 'error'](why, { aheadMs })
    this.#state = to
    this.#wasRight ||= to === 'right'
  }
}
