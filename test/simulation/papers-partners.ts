/** Partners, cases and reports in the record: who moved, proposed and backed what. */
import { CASE, PANELS, PARTNER, type Part } from './legal.js'
import {
  areTwoHands,
  byRole,
  type Case,
  type Desk,
  judgeStep,
  numberIn,
  type Partner,
  regionThen,
} from './papers-desk.js'
import { type Fact, memberIn } from './people-then.js'

export function onboards(desk: Desk, { subject, details }: Fact): void {
  const application = desk.applications.get(Number(details.application))
  const member = memberIn(subject) ?? 0
  const partner = Number(details.partner)
  // The partner is made just before the approval is told.
  const isApproved = application?.state === 'in_review' || application?.state === 'approved'
  if (!application || !isApproved || !desk.people.isSame(application.member, member))
    desk.wrong.push(`partner ${partner} comes of application ${details.application}, which is not approved`)
  const region = regionThen(desk, `partner:${partner}`)
  desk.partners.set(partner, { state: 'onboarding', version: 1, member, region, before: [] })
}

const NOBODY: Partner = { state: 'none', version: 0, member: 0, region: null, before: [] }

export function movesPartner(desk: Desk, fact: Fact): void {
  const number = numberIn(fact.subject)
  const one = desk.partners.get(number) ?? { ...NOBODY }
  const { transition, from, to, case: kase } = fact.details
  judgeStep(desk, fact, PARTNER, one, (part, actor) => byRole(desk, one, part, actor))
  if (transition === 'P5' || transition === 'P7')
    one.before.push({ id: transition, state: String(from), case: kase })
  if (transition === 'P6' || transition === 'P8') {
    const undone = one.before.pop()
    if (undone?.state !== to || undone?.id !== (transition === 'P6' ? 'P5' : 'P7'))
      desk.wrong.push(`partner ${number} stood as ${undone?.state} and was restored to ${to}`)
  }
  if (transition === 'P7') assertTwoHands(desk, number, Number(kase), fact.actor)
  if (transition !== 'P11') return
  if (from === 'terminated' && !areTwoHands(desk, one.backedBy, memberIn(fact.actor)))
    desk.wrong.push(`partner ${number} came back by one person`)
  one.before = []
  one.backedBy = undefined
}

function assertTwoHands(desk: Desk, partner: number, kase: number, actor: string): void {
  const proposer = desk.cases.get(kase)?.lastProposer
  if (!areTwoHands(desk, proposer, memberIn(actor)))
    desk.wrong.push(`partner ${partner} was terminated by ${actor} and ${proposer}, not by two`)
}

export function backs(desk: Desk, fact: Fact): void {
  const one = desk.partners.get(numberIn(fact.subject))
  const by = memberIn(fact.actor) ?? 0
  if (one) one.backedBy = by
  const isStaff = desk.people.is(by, 'admin') || desk.people.is(by, 'risk')
  if (!one || !isStaff || desk.people.isSame(by, one.member))
    desk.wrong.push(`the return of ${fact.subject} was backed by ${by}`)
}

function caseOf(desk: Desk, { subject, details }: Fact): Case {
  const number = numberIn(subject)
  const known = desk.cases.get(number)
  if (known) return known
  const partner = Number(details.partner)
  const of = desk.partners.get(partner)
  const opened: Case = {
    ...{ state: 'none', version: 0, member: of?.member ?? 0, region: of?.region ?? null, partner },
    ...{ took: [], reporters: [], verdict: '', outcome: '', appeals: 0 },
  }
  desk.cases.set(number, opened)
  return opened
}

/** What somebody is to a case as it stands, where its partner is by now: nothing, to whoever reported it. */
function toCase(desk: Desk, kase: Case) {
  const of = desk.partners.get(kase.partner)
  const one = { ...kase, region: of ? of.region : kase.region }
  return (part: Part, actor: number): boolean => {
    const { people } = desk
    if (one.reporters.some((by) => people.isSame(by, actor))) return false
    if (part !== 'fresh') return byRole(desk, one, part, actor)
    const isFresh = !one.took.some((by) => people.isSame(by, actor))
    return isFresh && (PANELS[one.verdict] ?? []).some((need) => byRole(desk, one, need, actor))
  }
}

export function movesCase(desk: Desk, fact: Fact): void {
  const one = caseOf(desk, fact)
  const { transition, to } = fact.details
  const by = memberIn(fact.actor)
  const what = `case ${numberIn(fact.subject)}`
  if (transition === 'V7' || transition === 'V8') {
    const { proposal } = one
    if (proposal?.verdict !== to || desk.people.isSame(proposal?.by, by))
      desk.wrong.push(`${what} was decided as ${to} by ${by} alone`)
    if (transition === 'V8' && !areTwoHands(desk, proposal?.by, by))
      desk.wrong.push(`${what} was decided as ${to} by ${by} and ${proposal?.by}, not by two`)
  }
  judgeStep(desk, fact, CASE, one, toCase(desk, one))
  if (transition === 'V9') one.appeals += 1
  if (to !== 'closed') one.outcome = String(to)
  if (one.appeals > 1) desk.wrong.push(`${what} was appealed twice`)
  if (['V5', 'V6', 'V7', 'V8'].includes(String(transition))) one.verdict = String(to)
  if (by !== undefined && !['V3', 'V9'].includes(String(transition))) one.took.push(by)
  if (['V5', 'V6', 'V7', 'V8'].includes(String(transition))) one.proposal = undefined
}

/** A step in a case that leads nowhere else. */
function stays(desk: Desk, fact: Fact): Case {
  const one = caseOf(desk, fact)
  const by = memberIn(fact.actor)
  const { version } = fact.details
  const isOwn = desk.people.isSame(by, one.member)
  if (by !== undefined && (isOwn || !toCase(desk, one)('staff', by)))
    desk.wrong.push(`${fact.kind} in case ${numberIn(fact.subject)} by ${by}, who may not`)
  if (version !== one.version + 1)
    desk.wrong.push(`${fact.subject} has version ${version} after ${one.version}`)
  one.version = Number(version)
  if (by !== undefined) one.took.push(by)
  return one
}

export function proposesRuling(desk: Desk, fact: Fact): void {
  const one = stays(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  one.proposal = { by, verdict: String(fact.details.verdict) }
  one.lastProposer = by
}

export function declinesRuling(desk: Desk, fact: Fact): void {
  const one = stays(desk, fact)
  if (!one.proposal) desk.wrong.push(`${fact.subject} had nothing to decline`)
  one.proposal = undefined
}

export function reports(desk: Desk, { subject, actor, details }: Fact): void {
  const number = numberIn(subject)
  const by = memberIn(actor) ?? 0
  const row = desk.rows.find(({ id }) => Number(id) === number)
  desk.reports.set(number, { by, joins: row?.joins ? Number(row.joins) : undefined })
  if (details.state === 'cased') desk.cases.get(Number(row?.case))?.reporters.push(by)
}

export function decidesReport(desk: Desk, { subject, actor, details }: Fact): void {
  const number = numberIn(subject)
  const by = memberIn(actor) ?? 0
  const behind = [...desk.reports].filter(([id, { joins }]) => id === number || joins === number)
  if (behind.some(([, { by: reporter }]) => desk.people.isSame(reporter, by)))
    desk.wrong.push(`report ${number} was decided by ${by}, who made it`)
  if (!desk.people.is(by, 'staff')) desk.wrong.push(`report ${number} was decided by ${by}, who may not`)
  const kase = desk.cases.get(Number(details.case))
  kase?.reporters.push(...behind.map(([, { by: reporter }]) => reporter))
}
