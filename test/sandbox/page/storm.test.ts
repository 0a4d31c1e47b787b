import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoCommunity } from '../../../src/sandbox/community.js'
import type { Outcome } from '../../../src/sandbox/contract.js'
import { killsIn, reckonStorm } from '../../../src/sandbox/page/storm/reckoning.js'
import type { StormReport, StormRequest } from '../../../src/sandbox/page-contract.js'
import { pressAt, startStorm } from '../../../src/sandbox/storm.js'
import { createStormDesk } from '../../../src/sandbox/storm-desk.js'
import { fakePlatform } from './fake-platform.js'

const here = { platform: 'telegram', room: '-1', message: 1, data: 'claim' } as const
const there = { platform: 'discord', room: '2', message: '3', data: 'claim' } as const

function setUp(answer: (person: string, press: number) => Outcome | Promise<Outcome>) {
  const community = demoCommunity()
  const platforms = {
    telegram: fakePlatform('telegram', community),
    discord: fakePlatform('discord', community),
  }
  let press = 0
  let clock = 0
  for (const platform of Object.values(platforms)) platform.answer(({ id }) => answer(id, ++press))
  const means = { platform: (name: 'telegram' | 'discord') => platforms[name], now: () => clock }
  const start = (request: StormRequest) => startStorm(request, { ...means, id: 1 })
  return { ...platforms, means, start, pass: (milliseconds: number) => (clock += milliseconds) }
}

/** Answers that are given when the test says so. */
function held() {
  const waiting: ((outcome: Outcome) => void)[] = []
  return { waiting, answer: () => new Promise<Outcome>((resolve) => waiting.push(resolve)) }
}

const toast: Outcome = { kind: 'toast', text: 'You got 1 USDT', alert: false }

const OUTCOMES: Outcome[] = [
  toast,
  { kind: 'toast', text: 'Nothing left', alert: true },
  { kind: 'timeout' },
  { kind: 'impossible', reason: { code: 'message-gone' } },
  { kind: 'none' },
]

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

function assertOneAccount(report: StormReport): void {
  const { slices, kinds, told, toldMore, ended, started } = report
  for (const end of ['answered', 'turnedAway', 'unanswered'] as const) {
    expect(sumOf(slices.map((slice) => slice[end]))).toBe(report[end])
  }
  expect(report.answered + report.turnedAway + report.unanswered).toBe(ended)
  expect(sumOf(Object.values(kinds))).toBe(ended)
  expect(sumOf(told.map(({ count }) => count)) + toldMore.count).toBe(ended)
  const { presses, waiting, answered, turnedAway, unanswered } = reckonStorm(report, [])
  expect([presses, waiting]).toEqual([started, started - ended])
  expect(answered + turnedAway + unanswered).toBe(ended)
}

describe('a storm', () => {
  it('lets people take the targets in turn, and everyone press once before anyone presses twice', () => {
    const request = { targets: [here, there], people: 3, from: 10, taps: 2 }
    const presses = [0, 1, 2, 3, 4, 5].map((index) => pressAt(request, index))
    expect(presses.map(({ person }) => person)).toEqual([
      ...['crowd-10', 'crowd-11', 'crowd-12'],
      ...['crowd-10', 'crowd-11', 'crowd-12'],
    ])
    expect(presses.map(({ target }) => target.platform)).toEqual([
      ...['telegram', 'discord', 'telegram'],
      ...['telegram', 'discord', 'telegram'],
    ])
  })

  it('presses the same button of the same message for everyone, and counts each press once', async () => {
    const { start, telegram, discord } = setUp(() => toast)
    const report = await start({ targets: [here, there], people: 1000, taps: 2 }).done
    expect(report).toMatchObject({
      ...{ presses: 2000, started: 2000, ended: 2000, answered: 2000, unanswered: 0 },
      ...{ kinds: { toast: 2000 }, state: 'done' },
    })
    expect(report.told).toMatchObject([{ pattern: 'You got 1 USDT', count: 2000 }])
    expect(telegram.acts).toHaveLength(1000)
    expect(discord.acts).toHaveLength(1000)
    expect(discord.acts[0]?.action).toEqual({ do: 'press', room: '2', message: '3', data: 'claim' })
    expect(new Set(telegram.acts.map(({ person }) => person)).size).toBe(500)
  })

  it('kills the bot once when a third is answered', async () => {
    const { means, pass } = setUp(() => {
      pass(1)
      return toast
    })
    const kills: number[] = []
    const storm = startStorm(
      { targets: [here], people: 30, kill: true },
      { ...means, id: 1, kill: () => kills.push(storm.report().answered) },
    )
    const report = await storm.done
    expect(kills).toEqual([10])
    expect(report.killed).toBeGreaterThan(0)
    expect(report.answered).toBe(30)
  })

  it('tells of kills by another hand as of its own, and of none when it is over', async () => {
    const { waiting, answer } = held()
    const { start, pass } = setUp(answer)
    const storm = start({ targets: [here], people: 3, kill: true })
    expect(killsIn(storm.report())).toEqual([])
    pass(5)
    storm.noteKill()
    expect(storm.report()).toMatchObject({ killed: 5 })
    pass(2)
    waiting.shift()?.(toast)
    await Promise.resolve()
    for (const settle of waiting) settle(toast)
    const report = await storm.done
    expect(killsIn(report)).toEqual([5, 7])
    storm.noteKill()
    expect(killsIn(storm.report())).toEqual([5, 7])
  })

  it('lets those press again who got no answer, and tells apart what became of them', async () => {
    const { start, telegram } = setUp((_person, press) => {
      if (press > 10) return { kind: 'toast', text: 'You have 1 USDT already', alert: true }
      return press > 8 ? { kind: 'timeout' } : toast
    })
    const report = await start({ targets: [here], people: 10, again: true }).done
    expect(report).toMatchObject({ presses: 12, ended: 12, answered: 10, unanswered: 2, state: 'done' })
    expect(report.again).toMatchObject({
      presses: 2,
      told: [{ pattern: 'You have 1 USDT already', count: 2 }],
    })
    expect(telegram.acts.slice(10).map(({ person }) => person)).toEqual(['crowd-9', 'crowd-10'])
    expect((await start({ targets: [here], people: 1 }).done).again).toBeUndefined()
  })

  it('is one account: what its chart, its table and its forms say is what its totals say, at any moment', async () => {
    const storms = fc.record({
      people: fc.integer({ min: 1, max: 60 }),
      taps: fc.constantFrom(1, 2),
      again: fc.boolean(),
      outcomes: fc.array(fc.constantFrom<Outcome>(...OUTCOMES), { minLength: 1, maxLength: 40 }),
      waits: fc.array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 40 }),
      stopAt: fc.option(fc.nat(100)),
    })
    await fc.assert(
      fc.asyncProperty(storms, async ({ outcomes, waits, stopAt, ...request }) => {
        const { start, pass } = setUp(async (_person, press) => {
          for (let turn = press % 3; turn > 0; turn--) await Promise.resolve()
          pass(waits[press % waits.length] ?? 0)
          if (press === stopAt) storm.cancel()
          assertOneAccount(storm.report())
          return outcomes[press % outcomes.length] ?? { kind: 'none' }
        })
        const storm = start({ targets: [here, there], ...request })
        const report = await storm.done
        assertOneAccount(report)
        if (report.state !== 'done') return
        const first = request.people * request.taps
        expect(report.presses).toBe(first + (report.again?.presses ?? 0))
        expect([report.started, report.ended]).toEqual([report.presses, report.presses])
        // Each second press is there because a first one had no answer.
        expect(report.unanswered).toBeGreaterThanOrEqual(report.again?.presses ?? 0)
        expect(sumOf(report.again?.told.map(({ count }) => count) ?? [])).toBe(report.again?.presses ?? 0)
      }),
    )
  })

  it('never has more than a thousand presses outstanding', async () => {
    const { waiting, answer } = held()
    const { start } = setUp(answer)
    const storm = start({ targets: [here], people: 2500 })
    let most = 0
    for (let answered = 0; answered < 2500; answered++) {
      const { started, ended } = storm.report()
      most = Math.max(most, started - ended)
      waiting.shift()?.(toast)
      await new Promise(setImmediate)
    }
    expect(most).toBe(1000)
    expect((await storm.done).ended).toBe(2500)
  })

  it('tells answers from refusals and failures, and measures the answers only', async () => {
    const { start, pass } = setUp((_person, press) => {
      pass(press === 1 ? 40 : 15_000)
      if (press === 1) return toast
      if (press === 2) return { kind: 'timeout' }
      throw new Error('the platform broke')
    })
    const report = await start({ targets: [here], people: 3 }).done
    expect(report).toMatchObject({
      ...{ answered: 1, turnedAway: 1, unanswered: 1, slowest: report.p50 },
      kinds: { toast: 1, timeout: 1, impossible: 1 },
    })
    expect(report.told).toContainEqual(expect.objectContaining({ reason: { code: 'mistake' } }))
  })

  it('starts no further press when it is cancelled, and counts those under way', async () => {
    const { waiting, answer } = held()
    const { start } = setUp(answer)
    const storm = start({ targets: [here], people: 3000 })
    storm.cancel()
    for (const settle of waiting) settle(toast)
    expect(await storm.done).toMatchObject({ started: 1000, ended: 1000, state: 'cancelled' })
    storm.cancel()
  })
})

describe('the desk where storms are started', () => {
  it('runs one at a time, and keeps the last report', async () => {
    const { waiting, answer } = held()
    const { means } = setUp(answer)
    const desk = createStormDesk(means)
    expect(desk.latest()).toBeUndefined()
    expect(desk.start({ targets: [here], people: 2 })).toMatchObject({ id: 1, state: 'running' })
    expect(desk.start({ targets: [here], people: 2 })).toBeUndefined()
    const reports: string[] = []
    desk.onReport(({ state }) => reports.push(state))
    for (const settle of waiting) settle(toast)
    await desk.settled()
    expect(reports.at(-1)).toBe('done')
    expect(desk.latest()).toMatchObject({ id: 1, ended: 2, state: 'done' })
    expect(desk.start({ targets: [here], people: 1 })).toMatchObject({ id: 2 })
    waiting.at(-1)?.(toast)
    await desk.settled()
  })
})
