/** The papers of the programme as the auditor's walk has come to know them, and how a step is judged. */
import type { Part, Step } from './legal.js'
import { type Fact, memberIn, type PeopleThen } from './people-then.js'

export interface Paper {
  state: string
  version: number
  /** Whose it is, by the number of then. */
  member: number
  /** Undefined: nothing tells, and whoever fits by role anywhere does. */
  region: string | null | undefined
}

export interface Application extends Paper {
  holder?: number | undefined
  /** Who took part in a decision. */
  decided: number[]
  proposal?: { by: number; tier: string | undefined } | undefined
}

export interface Partner extends Paper {
  /** The state before each sanction that holds, the newest last. */
  before: { id: string; state: string; case: unknown }[]
  backedBy?: number | undefined
}

export interface Case extends Paper {
  partner: number
  /** Who took part, and who reported it. */
  took: number[]
  reporters: number[]
  verdict: string
  /** The state before it was closed. */
  outcome: string
  appeals: number
  proposal?: { by: number; verdict: string } | undefined
  lastProposer?: number
}

export interface Change {
  state: string
  /** Of a tier or a region, and which it is to be. */
  kind: string
  becomes: string
  /** Who began it. */
  by: number
}

export interface ReportRow {
  id: bigint
  case: bigint | null
  joins: bigint | null
}

/** What a walk has come to so far. */
export interface Desk {
  people: PeopleThen
  applications: Map<number, Application>
  partners: Map<number, Partner>
  cases: Map<number, Case>
  changes: Map<number, Change>
  reports: Map<number, { by: number; joins: number | undefined }>
  wrong: string[]
  /** Of applications and partners when they began, as far as anything tells. */
  regions: Map<string, string | null | undefined>
  rows: ReportRow[]
}

/** What a step must be, whoever's papers it is in; says what is wrong with it. */
export function judgeStep(
  desk: Desk,
  fact: Fact,
  table: readonly Step[],
  paper: Paper,
  parts: (part: Part, actor: number) => boolean,
): void {
  const { subject, actor, details } = fact
  const { from, to, transition, version } = details
  const what = `${subject.replace(':', ' ')} moved from ${from} to ${to} by ${transition}`
  const listed = table.find(
    (one) => one.id === transition && one.from.includes(String(from)) && one.to.includes(String(to)),
  )
  if (!listed) desk.wrong.push(`${what}, which leads nowhere`)
  if (from !== paper.state) desk.wrong.push(`${what}, and was ${paper.state}`)
  if (version !== paper.version + 1) desk.wrong.push(`${what} to version ${version} after ${paper.version}`)
  if (listed?.reason && typeof details.reason !== 'string') desk.wrong.push(`${what} without a reason`)
  const by = memberIn(actor)
  const isOwn = by !== undefined && desk.people.isSame(by, paper.member)
  const isFit = (part: Part) => {
    if (part === 'system') return actor === 'system'
    if (by === undefined) return false
    // Whose it is, is nothing else to it.
    if (part === 'own' || isOwn) return part === 'own' && isOwn
    return parts(part, by)
  }
  if (listed && !listed.who.some(isFit))
    desk.wrong.push(`${what} by ${actor}, who ${isOwn ? 'decides about themself' : 'may not'}`)
  paper.state = String(to)
  paper.version = Number(version)
}

/** What somebody is by their roles. */
export function byRole({ people }: Desk, { region }: Paper, part: Part, actor: number): boolean {
  return people.is(actor, part, region)
}

/** Where something began: null where nobody has said, undefined where nothing tells. */
export function regionThen({ regions }: Desk, subject: string): string | null | undefined {
  return regions.has(subject) ? regions.get(subject) : null
}

/** The number in a subject: `case:7`. */
export function numberIn(subject: string): number {
  return Number(subject.split(':')[1])
}

/** An admin and a risk officer, two people. */
export function areTwoHands({ people }: Desk, one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined || people.isSame(one, other)) return false
  const is = (first: number, second: number) => people.is(first, 'admin') && people.is(second, 'risk')
  return is(one, other) || is(other, one)
}
