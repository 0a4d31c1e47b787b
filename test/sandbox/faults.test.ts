import { describe, expect, test } from 'vitest'
import type { FaultId } from '../../src/sandbox/contract.js'
import { createFaultLane, type FaultLane } from '../../src/sandbox/fault-lane.js'
import { createFaults, FAULT_IDS, type Faults } from '../../src/sandbox/faults.js'
import type { RailStruck } from '../../src/sandbox/page-contract.js'
import { chanceOf } from './chance.js'
import { handClock } from './telegram/setup.js'

const faultsWith = (chance: () => number = () => 0): Faults => createFaults({ chance, now: () => 7 })
const stateOf = (faults: Faults, id: FaultId) => faults.answer().faults.find((one) => one.id === id)

describe('the switchboard', () => {
  test('everything is off at first, and nothing strikes', () => {
    const faults = faultsWith()
    expect(FAULT_IDS.filter((id) => faults.strikes(id))).toEqual([])
    expect(faults.answer().faults.every(({ level, struck }) => level === 'off' && struck === 0)).toBe(true)
    expect(faults.answer().faults).toHaveLength(FAULT_IDS.length)
  })

  test('each has its platform and what it befalls', () => {
    const faults = faultsWith()
    const count = (what: string) => faults.answer().faults.filter((one) => one.what === what).length
    expect({ call: count('call'), update: count('update'), gateway: count('gateway') }).toEqual({
      ...{ call: 14, update: 6, gateway: 4 },
    })
    for (const { id, platform } of faults.answer().faults) expect(id.startsWith(`${platform}-`)).toBe(true)
  })

  test('the next one strikes once and goes off', () => {
    const faults = faultsWith()
    faults.set({ 'telegram-limit': 'next' })
    expect([1, 2].map(() => faults.strikes('telegram-limit', 'sendMessage'))).toEqual([true, false])
    expect(stateOf(faults, 'telegram-limit')).toEqual({
      ...{ id: 'telegram-limit', platform: 'telegram', what: 'call', level: 'off', struck: 1 },
      last: { at: 7, on: 'sendMessage' },
      seconds: 3,
    })
  })

  test('a share strikes that share of the times, and the same times for the same seed', () => {
    const thrown = (seed: number) => {
      const faults = faultsWith(chanceOf(seed))
      faults.set({ 'discord-stall': 0.1 })
      return Array.from({ length: 10_000 }, () => faults.strikes('discord-stall'))
    }
    const first = thrown(1)
    expect(first).toEqual(thrown(1))
    expect(first).not.toEqual(thrown(2))
    const struck = first.filter(Boolean).length
    expect(struck).toBeGreaterThan(900)
    expect(struck).toBeLessThan(1_100)
  })

  test('what is set leaves the others, all off leaves none, counts stay', () => {
    const faults = faultsWith()
    let told = 0
    const stop = faults.onChange(() => {
      told += 1
    })
    faults.set({ 'telegram-late': 0.5, 'discord-late': 1 })
    faults.set({ 'telegram-late': 'off' })
    expect([faults.level('telegram-late'), faults.level('discord-late')]).toEqual(['off', 1])
    expect(faults.first(['telegram-late', 'discord-late'])).toBe('discord-late')
    faults.allOff()
    expect(faults.first(FAULT_IDS)).toBeUndefined()
    expect(stateOf(faults, 'discord-late')).toMatchObject({ level: 'off', struck: 1 })
    stop()
    faults.allOff()
    expect(told).toBe(4)
  })
})

describe('the way of updates', () => {
  const setUp = () => {
    const clock = handClock()
    const faults = faultsWith()
    const lane = createFaultLane('telegram', clock, faults)
    const given: string[] = []
    return { clock, faults, given, pass: passer(lane, given) }
  }
  const passer = (lane: FaultLane, given: string[]) => (queue: string, name: string) =>
    lane.pass({ queue, give: () => given.push(name), again: () => given.push(`${name} again`) })

  test('is straight while nothing is switched on', () => {
    const { pass, given } = setUp()
    pass('a', 'one')
    pass('b', 'two')
    expect(given).toEqual(['one', 'two'])
  })

  test('twice: the same once more, behind it', () => {
    const { pass, given, faults } = setUp()
    faults.set({ 'telegram-duplicate': 'next' })
    pass('a', 'one')
    pass('a', 'two')
    expect(given).toEqual(['one', 'one again', 'two'])
  })

  test('late: its own queue waits behind it, others do not', () => {
    const { pass, given, faults, clock } = setUp()
    faults.set({ 'telegram-late': 'next' })
    pass('a', 'late')
    pass('a', 'behind')
    pass('b', 'other')
    expect(given).toEqual(['other'])
    clock.advance(4_999)
    expect(given).toEqual(['other'])
    clock.advance(1)
    expect(given).toEqual(['other', 'late', 'behind'])
  })

  test('overtaken by the next of another queue, or given after a second when nobody comes', () => {
    const { pass, given, faults, clock } = setUp()
    faults.set({ 'telegram-reorder': 'next' })
    pass('a', 'first')
    pass('a', 'second')
    pass('b', 'third')
    expect(given).toEqual(['third', 'first', 'second'])
    faults.set({ 'telegram-reorder': 'next' })
    pass('c', 'alone')
    clock.advance(1_000)
    expect(given.at(-1)).toBe('alone')
  })

  test('whoever sent it is told what befell it, and what waited behind it', () => {
    const { clock, faults } = setUp()
    const lane = createFaultLane('telegram', clock, faults)
    const told: [string, RailStruck][] = []
    const pass = (queue: string, name: string) =>
      lane.pass({ queue, give: () => {}, again: () => {}, struck: (struck) => told.push([name, struck]) })
    faults.set({ 'telegram-late': 'next' })
    pass('a', 'late')
    pass('a', 'behind')
    clock.advance(5_000)
    faults.set({ 'telegram-reorder': 'next' })
    pass('a', 'overtaken')
    pass('b', 'straight')
    faults.set({ 'telegram-reorder': 'next' })
    pass('c', 'alone')
    clock.advance(1_000)
    expect(told).toEqual([
      ['late', { what: 'late', seconds: 5 }],
      ['behind', { what: 'behind' }],
      ['overtaken', { what: 'overtaken' }],
      ['alone', { what: 'not-overtaken' }],
    ])
  })

  test('all off lets go of what is held when its time has come, and loses nothing', () => {
    const { pass, given, faults, clock } = setUp()
    faults.set({ 'telegram-late': 1, 'telegram-duplicate': 1 })
    for (const queue of ['a', 'b', 'c']) pass(queue, queue)
    faults.allOff()
    pass('a', 'a2')
    clock.advance(5_000)
    expect(given).toEqual(['a', 'a2', 'b', 'c'])
  })
})
