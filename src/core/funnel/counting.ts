/**
 * The funnel of applications, from started over sent to decided, counted from what is stored of each. A
 * person is counted once at each stage of a span, with what they did last, however many applications they
 * began. Pure.
 */
import type { APPLICATION_STATES, VERDICTS } from '../../storage/tables/applications.js'
import { WEEK_MS } from './weeks.js'

/** How an application that was sent may end. */
const OUTCOMES = ['approved', 'rejected', 'withdrawn', 'expired'] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface Counted {
  id: number
  member: number
  source: string | null
  /** Of a draft: as far as it was answered. */
  region: string | null
  state: (typeof APPLICATION_STATES)[number]
  startedAt: number
  submittedAt: number | null
  changedAt: number
  /** The oldest first; `by` null: the rules. */
  decisions: readonly { verdict: (typeof VERDICTS)[number]; by: number | null; at: number }[]
}

/** From one moment up to, and not with, another. */
export interface Span {
  from: number
  until: number
}

export interface Figures {
  started: number
  sent: number
  decided: number
  /** Sent and not decided at the end of the span. */
  waiting: number
}

/** Of one region or source; null: of none. */
export interface Group extends Figures {
  key: string | null
}

export interface Funnel {
  whole: Figures
  outcomes: Record<Outcome, number>
  /** Ended without having been sent. */
  dropped: number
  /** ms from sending to a decision that a person made: the middle one of so many. */
  age: { median: number; of: number } | undefined
  /** The oldest first, each counted by itself. */
  weeks: (Figures & Span)[]
  /** The largest first. */
  regions: Group[]
  sources: Group[]
}

interface Step {
  stage: 'started' | 'sent' | 'decided' | 'dropped'
  at: number
  of: Counted
  outcome?: Outcome
  byPerson?: boolean
}

export function funnelFrom(applications: readonly Counted[], span: Span): Funnel {
  const steps = applications.flatMap(stepsOf).sort((a, b) => a.at - b.at || a.of.id - b.of.id)
  const found = lookAt(applications, steps, span)
  const decided = found.steps.filter(({ stage }) => stage === 'decided')
  return {
    whole: figuresOf(found),
    outcomes: outcomesOf(decided),
    dropped: found.steps.filter(({ stage }) => stage === 'dropped').length,
    age: middleOf(decided.filter(({ byPerson }) => byPerson).map(ageOf)),
    weeks: weeksOf(span).map((week) => ({ ...week, ...figuresOf(lookAt(applications, steps, week)) })),
    regions: grouped(found, ({ region }) => region),
    sources: grouped(found, ({ source }) => source),
  }
}

/** What happened to one. A rejection that an appeal has undone was one, too. */
function stepsOf(of: Counted): Step[] {
  const { state, startedAt, submittedAt, changedAt, decisions } = of
  const steps: Step[] = [{ stage: 'started', at: startedAt, of }]
  if (submittedAt !== null) steps.push({ stage: 'sent', at: submittedAt, of })
  for (const { verdict, by, at } of decisions) {
    if (verdict !== 'rejected') continue
    steps.push({ stage: 'decided', at, of, outcome: 'rejected', byPerson: by !== null })
  }
  if (state !== 'approved' && state !== 'withdrawn' && state !== 'expired') return steps
  const byPerson = state === 'approved'
  if (submittedAt === null) steps.push({ stage: 'dropped', at: changedAt, of })
  else steps.push({ stage: 'decided', at: changedAt, of, outcome: state, byPerson })
  return steps
}

interface Found {
  steps: readonly Step[]
  waiting: readonly Counted[]
}

/** What a span holds: of each person the last step of each stage. `steps` are in order. */
function lookAt(applications: readonly Counted[], steps: readonly Step[], { from, until }: Span): Found {
  const last = new Map<string, Step>()
  for (const step of steps) {
    if (step.at >= from && step.at < until) last.set(`${step.stage} ${step.of.member}`, step)
  }
  return { steps: [...last.values()], waiting: applications.filter((one) => isWaiting(one, until)) }
}

/** Whether it was sent and not decided at a moment. */
function isWaiting({ state, submittedAt, changedAt, decisions }: Counted, at: number): boolean {
  if (submittedAt === null || submittedAt >= at) return false
  const isOver = state === 'approved' || state === 'withdrawn' || state === 'expired'
  if (isOver && changedAt < at) return false
  const before = decisions.filter((one) => one.at < at && one.verdict !== 'approved')
  return before.length === 0 || before.at(-1)?.verdict === 'appeal-upheld'
}

function figuresOf({ steps, waiting }: Found): Figures {
  const figures = { started: 0, sent: 0, decided: 0, waiting: waiting.length }
  for (const { stage } of steps) if (stage !== 'dropped') figures[stage] += 1
  return figures
}

function outcomesOf(decided: readonly Step[]): Record<Outcome, number> {
  const outcomes = { approved: 0, rejected: 0, withdrawn: 0, expired: 0 }
  for (const { outcome } of decided) if (outcome) outcomes[outcome] += 1
  return outcomes
}

function ageOf({ at, of }: Step): number {
  return at - (of.submittedAt ?? at)
}

function middleOf(ages: number[]): { median: number; of: number } | undefined {
  const sorted = ages.sort((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  if (low === undefined || high === undefined) return undefined
  return { median: Math.round((low + high) / 2), of: sorted.length }
}

/** The weeks of a span, which begins with one; the last may not be over. */
function weeksOf({ from, until }: Span): Span[] {
  const weeks: Span[] = []
  for (let at = from; at < until; at += WEEK_MS) {
    weeks.push({ from: at, until: Math.min(until, at + WEEK_MS) })
  }
  return weeks
}

function grouped({ steps, waiting }: Found, keyOf: (one: Counted) => string | null): Group[] {
  const found = new Map<string | null, { steps: Step[]; waiting: Counted[] }>()
  const at = (one: Counted) => {
    const key = keyOf(one)
    const known = found.get(key) ?? { steps: [], waiting: [] }
    found.set(key, known)
    return known
  }
  for (const step of steps) at(step.of).steps.push(step)
  for (const one of waiting) at(one).waiting.push(one)
  return [...found]
    .map(([key, theirs]) => ({ key, ...figuresOf(theirs) }))
    .filter((one) => sizeOf(one) > 0)
    .sort((a, b) => sizeOf(b) - sizeOf(a) || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
}

export function sizeOf({ started, sent, decided, waiting }: Figures): number {
  return started + sent + decided + waiting
}

/** The largest, at most so many, and the others together. */
export function folded(
  groups: readonly Group[],
  most: number,
): { shown: Group[]; others?: Figures & { count: number } } {
  if (groups.length <= most) return { shown: [...groups] }
  const others = { started: 0, sent: 0, decided: 0, waiting: 0, count: groups.length - most }
  for (const { started, sent, decided, waiting } of groups.slice(most)) {
    others.started += started
    others.sent += sent
    others.decided += decided
    others.waiting += waiting
  }
  return { shown: groups.slice(0, most), others }
}
