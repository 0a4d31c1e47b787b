import { describe, expect, it } from 'vitest'
import { timekeeper } from '../../src/storage/clock.js'
import { recordingLog } from '../kit/lines.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const NOON = Date.UTC(2026, 10, 21, 12)

function begun({ newest = NOON, sure }: { newest?: number; sure?: number } = {}, wall = NOON) {
  const world = { wall, up: 0 }
  const { log, lines } = recordingLog()
  const time = timekeeper({ now: () => world.wall, monotonic: () => world.up }, log)
  time.begins(newest, sure)
  return {
    time,
    lines,
    state: () => time.trust().state,
    passes(ms: number) {
      world.wall += ms
      world.up += ms
    },
    jumps(ms: number) {
      world.wall += ms
    },
    wall: () => world.wall,
  }
}

describe('a clock that runs', () => {
  it('is the machine’s, never before what was committed, and may be set by a little', () => {
    const { time, passes, jumps, state, lines } = begun()
    passes(MINUTE)
    expect(time.now()).toBe(NOON + MINUTE)
    time.committed(NOON + MINUTE)
    jumps(-4 * MINUTE)
    expect(time.now()).toBe(NOON + MINUTE)
    jumps(4 * MINUTE)
    expect(time.now()).toBe(NOON + MINUTE)
    jumps(4 * MINUTE)
    expect(time.now()).toBe(NOON + 5 * MINUTE)
    expect(state()).toBe('right')
    expect(lines).toEqual([])
  })

  it.each([25 * HOUR, -25 * HOUR])('and jumps by %d ms goes on as if it had not', (jump) => {
    const { time, passes, jumps, state, lines } = begun()
    passes(MINUTE)
    time.committed(time.now())
    jumps(jump)
    expect(time.now()).toBe(NOON + MINUTE)
    expect(time.trust()).toEqual({ state: 'wrong', since: Number.POSITIVE_INFINITY })
    passes(HOUR)
    expect(time.now()).toBe(NOON + MINUTE + HOUR)
    time.committed(time.now())
    const jumped = 'the clock has jumped; what ends by time alone waits until it is right again'
    expect(lines).toEqual([{ level: 'error', message: jumped, fields: { aheadMs: jump } }])
    jumps(-jump)
    expect(state()).toBe('right')
    expect(time.now()).toBe(NOON + MINUTE + HOUR)
    passes(MINUTE)
    expect(time.now()).toBe(NOON + HOUR + 2 * MINUTE)
    expect(lines.at(-1)).toMatchObject({ level: 'info', message: 'the clock is taken for right again' })
  })
})

describe('a clock at a start', () => {
  it('is right on a database without a past, and after an absence of minutes', () => {
    expect(begun({ newest: 0 }).state()).toBe('right')
    expect(begun({ newest: NOON - 4 * MINUTE }).state()).toBe('right')
    expect(begun({ newest: NOON - 9 * HOUR, sure: NOON - MINUTE }).state()).toBe('right')
  })

  it('that is ahead is in doubt for a quarter of an hour, but not about what was made since', () => {
    const { time, passes, lines } = begun({ newest: NOON - 60 * HOUR })
    expect(time.trust()).toEqual({ state: 'in doubt', since: NOON })
    expect(time.now()).toBe(NOON)
    passes(15 * MINUTE - 1)
    expect(time.trust()).toEqual({ state: 'in doubt', since: NOON })
    passes(1)
    expect(time.trust()).toEqual({ state: 'right', since: 0 })
    expect(lines).toMatchObject([{ level: 'info', message: 'the clock is taken for right again' }])
  })

  it('that is set while in doubt leaves nothing of the wrong moments behind', () => {
    const { time, passes, jumps, state } = begun({ sure: NOON }, NOON + 25 * HOUR)
    passes(MINUTE)
    time.committed(time.now())
    expect(state()).toBe('in doubt')
    jumps(-25 * HOUR)
    expect(state()).toBe('right')
    expect(time.now()).toBe(NOON + MINUTE)
  })

  it('whose moments were written into the ledger is not held back by them after a restart', () => {
    const { time, state } = begun({ newest: NOON + 25 * HOUR, sure: NOON })
    expect(state()).toBe('right')
    expect(time.now()).toBe(NOON)
  })

  it('that is behind goes on from the last moment written down, until it is set', () => {
    const { time, passes, jumps, state, lines } = begun({ sure: NOON }, NOON - 25 * HOUR)
    passes(MINUTE)
    expect(state()).toBe('wrong')
    expect(time.now()).toBe(NOON + MINUTE)
    const behind = 'the clock is behind what is written down; what ends by time alone waits until it is set'
    expect(lines).toEqual([{ level: 'error', message: behind, fields: { aheadMs: -25 * HOUR } }])
    jumps(25 * HOUR)
    expect(state()).toBe('right')
  })

  it('that is behind and then set to after an absence is in doubt like any other', () => {
    const { time, passes, jumps, wall } = begun({ sure: NOON }, NOON - 25 * HOUR)
    passes(MINUTE)
    jumps(73 * HOUR)
    expect(time.trust()).toEqual({ state: 'in doubt', since: wall() })
    passes(15 * MINUTE)
    expect(time.trust().state).toBe('right')
  })
})

describe('a clock beside a server’s', () => {
  it('is right within two seconds, however long we were away', () => {
    const { time, wall } = begun({ newest: NOON - 60 * HOUR })
    time.compared(wall() - 2 * SECOND, wall(), wall())
    expect(time.trust()).toEqual({ state: 'right', since: 0 })
  })

  it('that is another goes by the server’s, and ends nothing until they agree', () => {
    const { time, passes, jumps, wall, lines, state } = begun()
    time.compared(NOON - 25 * HOUR, NOON, NOON)
    expect(time.trust().since).toBe(Number.POSITIVE_INFINITY)
    passes(MINUTE)
    expect(time.now()).toBe(NOON - 25 * HOUR + MINUTE)
    expect(lines).toMatchObject([{ level: 'error', fields: { aheadMs: 25 * HOUR } }])
    jumps(-25 * HOUR)
    expect(state()).toBe('wrong')
    time.compared(wall(), wall(), wall())
    expect(state()).toBe('right')
  })

  it('is not judged by an answer that took too long', () => {
    const { time, wall, state, jumps } = begun()
    time.compared(NOON, NOON - MINUTE, NOON + MINUTE)
    expect(state()).toBe('right')
    jumps(HOUR)
    expect(state()).toBe('wrong')
    time.compared(wall() - 30 * SECOND, wall() - MINUTE, wall())
    expect(state()).toBe('wrong')
  })
})
