/**
 * Bursts: the presses of one button by the crowd of a storm are one entry with totals, however many they are.
 * How presses ended is what the people saw; what the people got is what the bot's database has of it.
 */
import type { Action, Outcome } from './contract.js'
import type { PlatformName, RailBurst, StormEnd } from './page-contract.js'
import { idsIn, type NewRow, type RailBook } from './rail-book.js'
import { accountOf, addToTotals, type Doing, type Growing, resultOf } from './rail-entry.js'
import { createGainCourse, type GainCourse } from './storm-figures.js'
import { endOf, kindOf } from './storm-told.js'

/** ms after the last press in which rows may still belong to it. */
const AFTER_MS = 30_000
/** ms after which a row of nobody who is known to be paid goes by the packet that it names alone. */
const UNCLAIMED_MS = 5_000
/**
 * ms after which a press that nobody answered, and of which the bot has nothing, is lost: it never reached
 * the bot, or the bot was killed before it could do anything. What comes late is late by seconds.
 */
const LOST_MS = 15_000
/** Calls looked up in one look: about 5 µs each. */
const LOOKS = 4_000
/** What somebody of the crowd is told who gets a share. */
const PAID = 'claim-paid'
const REFUSAL = 'refusal-'
/** What somebody is told of whom the packet asks for more: that is an answer, and they may press again. */
const CONDITIONS = 'claim-conditions'

/** What a person got, the best of all presses: the later in this list the better. */
const RANKS = ['open', 'lost', 'turned-away', 'refused', 'others', 'paid'] as const

interface Got {
  rank: (typeof RANKS)[number]
  /** Of `refused`: the key of the refusal. */
  reason: string
  /** Milliseconds after the burst began at which they saw it. */
  after: number
}

export interface Burst {
  readonly growing: Growing
  readonly told: RailBurst
  /** Presses that nobody has decided yet, in the order in which they came. */
  waiting: Set<Doing>
  people: Map<string, Got>
  course: GainCourse
  /** Those who were paid, as the house counts them. */
  paid: Set<number>
  lastAt: number
}

export interface Bursts {
  /** The burst of the storm that a press belongs to, or the one that it begins. */
  join(storm: number, platform: PlatformName, action: Action, doing: Doing, begin: () => Growing): Burst
  /** Learns from the book what became of presses. */
  learn(book: RailBook, now: number, changed: (burst: Burst) => void): void
  /** The burst whose totals the row went into. */
  take(row: NewRow, now: number): Burst | undefined
}

export function createBursts(): Bursts {
  const bursts = new Map<string, Burst>()
  return {
    join(storm, platform, action, doing, begin) {
      const button = action.do === 'press' ? [action.room, action.message, action.data] : []
      const key = [storm, platform, ...button].join(' ')
      const burst = bursts.get(key) ?? begun(storm, begin())
      bursts.set(key, burst)
      join(burst, doing)
      return burst
    },
    learn(book, now, changed) {
      for (const [key, burst] of bursts) {
        if (learn(burst, book, now)) changed(burst)
        if (burst.waiting.size === 0 && now - burst.lastAt > AFTER_MS) bursts.delete(key)
      }
    },
    take(row, now) {
      const burst = burstOf([...bursts.values()].reverse(), row, now)
      if (burst && row.show.kind === 'transfer') addToTotals(burst.growing.entry, row.show.row)
      return burst
    },
  }
}

/** The newest burst about the packet of a transfer whose people were paid by it. */
function burstOf(newest: Burst[], row: NewRow, now: number): Burst | undefined {
  if (row.show.kind !== 'transfer') return undefined
  const { credit } = row.show.row
  const named = idsIn(row.names)
  const meant = newest.filter(
    ({ growing, lastAt }) =>
      row.at >= growing.entry.at && row.at <= lastAt + AFTER_MS && named.some((id) => growing.ids.has(id)),
  )
  const member = Number(/^member:(\d+):/.exec(credit)?.[1])
  return meant.find(({ paid }) => paid.has(member)) ?? (now - row.at > UNCLAIMED_MS ? meant[0] : undefined)
}

function begun(storm: number, growing: Growing): Burst {
  const told: RailBurst = {
    ...{ storm, presses: 0, answered: 0, turnedAway: 0, unanswered: 0, waiting: 0 },
    ...{ people: 0, paid: 0, others: 0, refused: {}, open: 0, totals: [] },
    ...createGainCourse().slices(),
  }
  growing.entry.burst = told
  const course = createGainCourse()
  const people = new Map<string, Got>()
  return { growing, told, waiting: new Set(), people, course, paid: new Set(), lastAt: growing.entry.at }
}

function join(burst: Burst, doing: Doing): void {
  const { told, people, waiting } = burst
  waiting.add(doing)
  burst.lastAt = doing.at
  burst.growing.touchedAt = doing.at
  told.presses += 1
  told.waiting += 1
  if (people.has(doing.person.id)) return
  people.set(doing.person.id, { rank: 'open', reason: '', after: 0 })
  told.people += 1
  told.open += 1
}

/** The press has ended for whoever pressed. */
export function endPress(burst: Burst, outcome: Outcome, now: number): void {
  const end: StormEnd = endOf(kindOf(outcome))
  burst.told[end] += 1
  burst.told.waiting -= 1
  burst.lastAt = now
  burst.growing.touchedAt = now
}

/** Whether anything has become known. */
function learn(burst: Burst, book: RailBook, now: number): boolean {
  const { growing, waiting } = burst
  let looks = 0
  let learnt = false
  for (const doing of waiting) {
    if (!doing.outcome) continue
    if (doing.call !== undefined && !doing.row) {
      if (looks++ === LOOKS) break
      const row = book.call(growing.entry.platform, doing.call)
      // Of the many only the first is shown in full.
      if (row) doing.row = doing === growing.first ? row : { ...row, answer: '' }
    }
    const result = resultOf(doing, now)
    if (result === 'waiting') continue
    if (doing === growing.first) growing.entry.result = result
    if (result === 'unanswered' && !isLost(doing, now)) continue
    waiting.delete(doing)
    learnt = true
    const got = { ...gotBy(doing, result), after: (doing.outcomeAt ?? now) - growing.entry.at }
    if (got.rank === 'paid') notePaid(burst, book, doing)
    better(burst, doing.person.id, got)
  }
  if (learnt) Object.assign(burst.told, burst.course.slices())
  return learnt
}

const isLost = ({ outcomeAt = 0, sent }: Doing, now: number): boolean =>
  now - outcomeAt >= LOST_MS && sent.every((one) => one.isTaken())

function gotBy({ row }: Doing, result: string): Omit<Got, 'after'> {
  if (result === 'impossible') return { rank: 'turned-away', reason: 'turned-away' }
  if (result === 'unheard') return { rank: 'open', reason: '' }
  if (result === 'unanswered') return { rank: 'lost', reason: '' }
  if (result !== 'refused' || row?.said === CONDITIONS)
    return { rank: row?.said === PAID ? 'paid' : 'others', reason: '' }
  const said = row?.said ?? ''
  return { rank: 'refused', reason: said.startsWith(REFUSAL) ? said.slice(REFUSAL.length) : 'unwritten' }
}

function notePaid({ paid, growing }: Burst, book: RailBook, { person }: Doing): void {
  const member = book.member(growing.entry.platform, accountOf(growing.entry.platform, person))
  if (member !== undefined) paid.add(member)
}

/** Counts the person where the better of both belongs. */
function better({ told, people, course }: Burst, person: string, got: Got): void {
  const before = people.get(person)
  if (before && RANKS.indexOf(got.rank) <= RANKS.indexOf(before.rank)) return
  people.set(person, got)
  if (before) count(told, course, before, -1)
  count(told, course, got, 1)
}

function count(told: RailBurst, course: GainCourse, { rank, reason, after }: Got, by: 1 | -1): void {
  if (rank === 'paid' || rank === 'refused') course.add(after, rank, by)
  if (rank === 'paid' || rank === 'others' || rank === 'open') {
    told[rank] += by
    return
  }
  if (rank === 'lost') {
    const lost = (told.lost ?? 0) + by
    if (lost > 0) told.lost = lost
    else delete told.lost
    return
  }
  const now = (told.refused[reason] ?? 0) + by
  if (now > 0) told.refused[reason] = now
  else delete told.refused[reason]
}
