/** What a crowd's presses come to: two sums that come out, whatever is lost on the way. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { demoCommunity } from '../../src/sandbox/community.js'
import type { Outcome } from '../../src/sandbox/contract.js'
import type { RailBurst } from '../../src/sandbox/page-contract.js'
import type { KeptCall, NewRow, RailBook } from '../../src/sandbox/rail-book.js'
import { createBursts, endPress } from '../../src/sandbox/rail-burst.js'
import { type Doing, newDoing, newEntry } from '../../src/sandbox/rail-entry.js'
import { sendingOf } from '../../src/sandbox/sent.js'

const PACKET = '9f8tpb1e94cdn1ex'
const press = { do: 'press', room: 'r', message: 1, data: `1packet-claim:${PACKET}` } as const
const community = demoCommunity()

const kept = (said: string, isRefused = false): KeptCall => ({
  ...{ at: 1, isRefused, isForm: false, isSilent: false, said, answer: '{}' },
})
const PAID = kept('claim-paid')
const EMPTY = kept('refusal-packet-empty', true)
const ALREADY = kept('refusal-claimed-already', true)
const toast: Outcome = { kind: 'toast', text: 'x', alert: false }
const timeout: Outcome = { kind: 'timeout' }
const gone: Outcome = { kind: 'impossible', reason: { code: 'message-gone' } }

interface Told {
  person: string
  /** Undefined while nothing is known. */
  outcome?: Outcome
  row?: KeptCall
}

/** Presses one after another, all of one storm, and a look at the book when all are done. */
function tally(
  presses: readonly Told[],
  platform: 'telegram' | 'discord' = 'telegram',
  { after = 10_000, isTaken = true } = {},
) {
  const bursts = createBursts()
  const rows = new Map<string, KeptCall>()
  const book: Pick<RailBook, 'call' | 'member'> = {
    call: (_, id) => rows.get(id),
    member: (_, account) => Number(account) % 100_000,
  }
  let told: RailBurst | undefined
  presses.forEach(({ person, outcome, row }, n) => {
    const doing: Doing = newDoing(community.person(person), 0)
    const sent = sendingOf(
      () => ({}),
      undefined,
      () => isTaken,
    )
    doing.sent.push(sent)
    doing.call = `call-${n}`
    if (row) rows.set(doing.call, row)
    const burst = bursts.join(1, platform, press, doing, () => ({
      ...{ action: press, first: doing, ids: new Set([PACKET]), settled: new Set<string>(), isOpen: true },
      entry: newEntry({ id: 1, platform, action: press, first: doing, words: 'Claim' }),
    }))
    told = burst.told
    if (!outcome) return
    Object.assign(doing, { outcome, outcomeAt: 0 })
    endPress(burst, outcome, 0)
  })
  const rest = { news: () => [], outgoing: () => undefined, nameOf: () => undefined, close: () => {} }
  bursts.learn({ ...book, ...rest }, after, () => {})
  const learn = (now: number) => bursts.learn({ ...book, ...rest }, now, () => {})
  if (!told) throw new Error('nobody pressed')
  return { told, bursts, rows, learn }
}

const sumOf = ({ refused }: RailBurst) => Object.values(refused).reduce((sum: number, n = 0) => sum + n, 0)

describe('a burst', () => {
  test('counts people once, by the best of their presses, and presses by how they ended', () => {
    const { told } = tally([
      { person: 'crowd-1', outcome: toast, row: PAID },
      { person: 'crowd-2', outcome: toast, row: EMPTY },
      // Paid, but the answer was lost; pressing again they are told that they have it.
      { person: 'crowd-3', outcome: timeout, row: PAID },
      { person: 'crowd-3', outcome: toast, row: ALREADY },
      // Told nothing, and then that there is nothing left.
      { person: 'crowd-4', outcome: timeout },
      { person: 'crowd-4', outcome: toast, row: EMPTY },
      { person: 'crowd-5', outcome: gone },
      { person: 'crowd-6', outcome: timeout },
      { person: 'crowd-7' },
    ])
    expect(told).toEqual({
      ...{ storm: 1, presses: 9, answered: 4, unanswered: 3, turnedAway: 1, waiting: 1 },
      ...{ people: 7, paid: 2, others: 0, open: 2, refused: { 'packet-empty': 2, 'turned-away': 1 } },
      totals: [],
      ...{ gains: [{ paid: 2, refused: 2 }], gainWidth: 100 },
    })
  })

  test('a no that left no row has a reason too, and an answer that is no share is none', () => {
    const { told } = tally([
      { person: 'crowd-1', outcome: toast },
      { person: 'crowd-2', outcome: toast, row: kept('claim-conditions', true) },
    ])
    expect(told).toMatchObject({ paid: 0, others: 1, refused: { unwritten: 1 }, open: 0 })
  })

  test('a press that nobody answered is lost when the bot has nothing of it for long', () => {
    const presses = [
      { person: 'crowd-1', outcome: timeout },
      { person: 'crowd-2', outcome: timeout },
      { person: 'crowd-3', outcome: timeout, row: PAID },
      { person: 'crowd-4' },
    ]
    const { told, rows, learn } = tally(presses, 'discord')
    expect([told.open, told.lost, told.paid]).toEqual([3, undefined, 1])
    rows.set('call-1', PAID)
    learn(14_000)
    expect([told.open, told.lost, told.paid]).toEqual([2, undefined, 2])
    learn(15_000)
    expect([told.open, told.lost, told.paid]).toEqual([1, 1, 2])
    // What the platform still has may reach the bot after all.
    const kept = tally(presses, 'telegram', { after: 60_000, isTaken: false })
    expect([kept.told.open, kept.told.lost]).toEqual([3, undefined])
  })

  test('somebody whose press was lost and who presses again is lost no more', () => {
    const { told, learn } = tally([{ person: 'crowd-1', outcome: timeout }], 'discord', { after: 15_000 })
    expect([told.open, told.lost]).toEqual([0, 1])
    learn(16_000)
    const presses = [
      { person: 'crowd-1', outcome: timeout },
      { person: 'crowd-1', outcome: toast, row: EMPTY },
    ]
    const both = tally(presses, 'discord', { after: 15_000 }).told
    expect([both.open, both.lost, both.refused]).toEqual([0, undefined, { 'packet-empty': 1 }])
  })

  test('comes out, whatever happens', () => {
    const one = fc.record({
      person: fc.integer({ min: 1, max: 6 }).map((n) => `crowd-${n}`),
      outcome: fc.constantFrom(undefined, toast, timeout, gone),
      row: fc.constantFrom(undefined, PAID, EMPTY, ALREADY),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (presses) => {
        const { told } = tally(
          presses.map(({ person, outcome, row }) => ({
            person,
            ...(outcome && { outcome }),
            ...(row && { row }),
          })),
        )
        expect(told.answered + told.turnedAway + told.unanswered + told.waiting).toBe(told.presses)
        expect(told.paid + told.others + told.open + sumOf(told)).toBe(told.people)
        const gained = (what: 'paid' | 'refused') => told.gains.reduce((sum, gain) => sum + gain[what], 0)
        expect(gained('paid')).toBe(told.paid)
        expect(gained('refused')).toBe(sumOf(told) - (told.refused['turned-away'] ?? 0))
        expect(told.presses).toBe(presses.length)
        expect(told.people).toBe(new Set(presses.map(({ person }) => person)).size)
      }),
    )
  })

  test('takes the rows of its own people, and of others only when nobody else comes for them', () => {
    const { bursts, told } = tally([{ person: 'crowd-1', outcome: toast, row: PAID }])
    const mine = Number(community.person('crowd-1').telegram.id) % 100_000
    const paidTo = (member: number): NewRow => ({
      ...{ at: 1, actor: `member:${member}`, names: `packet:claim:${PACKET}:${member}` },
      show: {
        kind: 'transfer',
        row: {
          ...{ id: 1, code: 'packet-claim', phase: 'single', debit: `packet:${PACKET}`, amount: '1.5' },
          ...{ credit: `member:${member}:available`, asset: 'USDT' },
        },
      },
    })
    expect(bursts.take(paidTo(mine), 2)).toBeDefined()
    expect(bursts.take(paidTo(mine + 1), 2)).toBeUndefined()
    expect(told.totals).toEqual([{ code: 'packet-claim', asset: 'USDT', rows: 1, amount: '1.5' }])
    expect(bursts.take(paidTo(mine + 1), 6_000)).toBeDefined()
    expect(told.totals[0]?.rows).toBe(2)
  })
})
