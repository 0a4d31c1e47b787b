/** Changes of partners' tiers and regions in the record: who brought them about, and where that led. */
import type { Books } from './books.js'
import { CHANGE, type Part } from './legal.js'
import { TIERS_FOR_TWO } from './office-programme.js'
import { byRole, type Change, type Desk, numberIn, type Partner } from './papers-desk.js'
import { type Fact, type FactRow, memberIn } from './people-then.js'

type Rows = Books['rows']

/** Where partners were before the first change of their region; rows say only where they are in the end. */
export function firstRegions(facts: readonly FactRow[]): [subject: string, region: string | null][] {
  const first = new Map<string, string | null>()
  for (const { kind, subject, details } of facts) {
    if (kind !== 'partner-change-moved' || first.has(subject)) continue
    const { kind: of, was } = JSON.parse(details) as { kind: string; was: string | null }
    if (of === 'region') first.set(subject, was)
  }
  return [...first]
}

/** Applications of which a partner's change may have moved an appeal: no fact tells their region of then. */
export function movedAlong(rows: Rows): string[] {
  return rows<{ id: bigint }>(
    `select distinct a.id from applications a join partners p on p.member = a.member
     join partner_changes c on c.partner = p.id
     where a.appealed_at is not null and c.kind = 'region' and c.state = 'done'`,
  ).map(({ id }) => `application:${id}`)
}

/** What somebody is to a change: a region has managers on both sides. */
function toChange(desk: Desk, of: Partner, { by, kind, becomes }: Change) {
  return (part: Part, actor: number): boolean => {
    if (part === 'proposer') return desk.people.isSame(by, actor)
    const isOfNext = part === 'manager' && kind === 'region' && desk.people.is(actor, part, becomes)
    return isOfNext || byRole(desk, of, part, actor)
  }
}

export function movesChange(desk: Desk, fact: Fact): void {
  const { subject, actor, details } = fact
  const { transition, from, to, kind, was, becomes, dueAt } = details
  const of = desk.partners.get(numberIn(subject))
  const what = `change ${details.change} moved from ${from} to ${to} by ${transition}`
  if (!of) {
    desk.wrong.push(`${what}, of no partner`)
    return
  }
  const by = memberIn(actor)
  const begun: Change = { state: 'none', kind: String(kind), becomes: String(becomes), by: by ?? 0 }
  const one = desk.changes.get(Number(details.change)) ?? begun
  desk.changes.set(Number(details.change), one)
  const listed = CHANGE.find(
    (step) => step.id === transition && step.from.includes(String(from)) && step.to.includes(String(to)),
  )
  const isOwn = by !== undefined && desk.people.isSame(by, of.member)
  const fits = toChange(desk, of, one)
  const isFit = (part: Part) =>
    part === 'system' ? actor === 'system' : by !== undefined && !isOwn && fits(part, by)
  const wrong = [
    ...(listed ? [] : [', which leads nowhere']),
    ...(from === one.state ? [] : [`, and was ${one.state}`]),
    ...(kind === one.kind && becomes === one.becomes ? [] : [', and is another']),
    ...(listed && !listed.who.some(isFit) ? [` by ${actor}, who may not`] : []),
    ...(isAlone(desk, transition, one, by) ? [` by ${actor} alone`] : []),
    ...(transition === 'P12.5' && Number(dueAt) > Number(fact.at) ? [', before its day'] : []),
    ...(kind === 'region' && from === 'none' && was !== of.region ? [`, being in ${of.region}`] : []),
    ...(transition === 'P13.3' && !areBothSides(desk, of, one, by) ? [' by one side'] : []),
  ]
  desk.wrong.push(...wrong.map((sign) => what + sign))
  one.state = String(to)
  if (to === 'done' && kind === 'region') of.region = one.becomes
}

/** What takes two, by one. */
function isAlone({ people }: Desk, transition: unknown, { by, becomes }: Change, actor: number | undefined) {
  if (transition === 'P12.1') return TIERS_FOR_TWO.includes(becomes)
  return ['P12.3', 'P12.6', 'P13.3'].includes(String(transition)) && people.isSame(by, actor)
}

/** An admin, or of two managers one of the region that gives and the other of the one that takes. */
function areBothSides({ people }: Desk, of: Partner, { by, becomes }: Change, actor: number | undefined) {
  if (actor === undefined) return false
  const are = (giver: number, taker: number) =>
    people.is(giver, 'manager', of.region) && people.is(taker, 'manager', becomes)
  return people.is(actor, 'admin') || are(by, actor) || are(actor, by)
}

/** How changes and partners' regions stand in the end, against what their facts led to. */
export function wrongChanges(rows: Rows, { changes, partners }: Desk): string[] {
  const standing = rows<{ id: bigint; state: string }>('select c.id, c.state from partner_changes c')
  const there = rows<{ id: bigint; region: string | null }>('select p.id, p.region from partners p')
  return [
    ...standing.flatMap(({ id, state }) => {
      const led = changes.get(Number(id))?.state
      return led === state ? [] : [`change ${id} is ${state}, its facts led it to ${led}`]
    }),
    ...there.flatMap(({ id, region }) => {
      const led = partners.get(Number(id))?.region
      return led === region ? [] : [`partner ${id} is in ${region}, the facts led to ${led}`]
    }),
  ]
}
