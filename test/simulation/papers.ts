/**
 * The independent auditor of the programme's papers: walks the record from its first fact with tables of its
 * own (`legal.ts`) and knows nothing of `src/core`. At the end every row stands where its facts led it.
 */
import type { Books } from './books.js'
import {
  APPLICATION,
  APPLICATION_ENDS,
  CASE,
  PANELS,
  PARTNER,
  type Part,
  type Step,
} from './legal.js'
import { TIERS_FOR_TWO } from './office-programme.js'
import { type Fact, type FactRow, memberIn, type PeopleThen, peopleThen } from './people-then.js'

interface Paper {
  state: string
  version: number
  /** Whose it is, by the number of then. */
  member: number
  region: string | null
}

interface Application extends Paper {
  holder?: number | undefined
  /** Who took part in a decision. */
  decided: number[]
  proposal?: { by: number; tier: string | undefined } | undefined
}

interface Partner extends Paper {
  /** The state before each sanction that holds, the newest last. */
  before: { id: string; state: string; case: unknown }[]
  backedBy?: number | undefined
}

interface Case extends Paper {
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

interface ReportRow {
  id: bigint
  case: bigint | null
  joins: bigint | null
}

/** What a walk has come to so far. */
interface Desk {
  people: PeopleThen
  applications: Map<number, Application>
  partners: Map<number, Partner>
  cases: Map<number, Case>
  reports: Map<number, { by: number; joins: number | undefined }>
  wrong: string[]
  regions: Map<string, string | null>
  rows: ReportRow[]
}

type Rows = Books['rows']

/** Everything that the papers say and must not. */
export function wrongPapers(rows: Rows): string[] {
  const desk: Desk = {
    people: peopleThen(),
    ...{ applications: new Map(), partners: new Map(), cases: new Map(), reports: new Map() },
    wrong: [],
    regions: regionsOf(rows),
    rows: rows<ReportRow>('select id, "case", joins from reports'),
  }
  for (const row of rows<FactRow>('select id, kind, actor, subject, details, at from facts order by id')) {
    const fact: Fact = { ...row, details: JSON.parse(row.details) as Record<string, unknown> }
    takers[fact.kind]?.(desk, fact)
    desk.wrong.push(...desk.people.takes(fact))
  }
  return [...desk.wrong, ...desk.people.left(), ...ends(rows, desk)]
}

function regionsOf(rows: Rows): Desk['regions'] {
  const of = (table: string) =>
    rows<{ id: bigint; region: string | null }>(`select id, region from ${table}s`).map(
      ({ id, region }) => [`${table}:${id}`, region] as const,
    )
  return new Map([...of('application'), ...of('partner')])
}

function numberIn(subject: string): number {
  return Number(subject.split(':')[1])
}

/** What a step must be, whoever's papers it is in; says what is wrong with it. */
function judgeStep(
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
function byRole({ people }: Desk, { region }: Paper, part: Part, actor: number): boolean {
  return people.is(actor, part, region)
}

const takers: Record<string, (desk: Desk, fact: Fact) => void> = {
  'application-moved': movesApplication,
  'application-proposed': proposesApproval,
  'application-declined': declinesApproval,
  'application-handed-over': handsOver,
  'application-appeal-refused': refusesAppeal,
  'partner-onboarded': onboards,
  'partner-moved': movesPartner,
  'partner-return-backed': backs,
  'case-moved': movesCase,
  'case-proposed': proposesRuling,
  'case-declined': declinesRuling,
  'report-made': reports,
  'report-decided': decidesReport,
  'people-joined': joins,
}

function applicationOf(desk: Desk, { subject, actor }: Fact): Application {
  const number = numberIn(subject)
  const known = desk.applications.get(number)
  if (known) return known
  const region = desk.regions.get(subject) ?? null
  const begun = { state: 'none', version: 0, member: memberIn(actor) ?? 0, region, decided: [] }
  desk.applications.set(number, begun)
  return begun
}

/** What somebody is to an application as it stands. */
function toApplication(desk: Desk, one: Application) {
  return (part: Part, actor: number): boolean => {
    const { people } = desk
    const isReviewer = byRole(desk, one, 'reviewer', actor)
    const hasDecided = one.decided.some((by) => people.isSame(by, actor))
    if (part === 'holder') return isReviewer && people.isSame(one.holder, actor)
    if (part === 'second') return isReviewer && !hasDecided
    if (part !== 'cosigner') return byRole(desk, one, part, actor)
    const isCosigner = people.is(actor, 'admin', one.region) || people.is(actor, 'risk', one.region)
    return isCosigner && !hasDecided && one.proposal !== undefined && !people.isSame(one.proposal.by, actor)
  }
}

function movesApplication(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const { transition, tier, proposedBy } = fact.details
  const what = `application ${numberIn(fact.subject)}`
  if (transition === 'A14') {
    const waits = one.proposal
    const signed = memberIn(String(proposedBy))
    if (waits && !desk.people.isSame(waits.by, signed))
      desk.wrong.push(`${what} was proposed by ${waits.by} and approved without them`)
    if (!waits && TIERS_FOR_TWO.includes(String(tier)))
      desk.wrong.push(`${what} was approved as ${tier} by one person`)
    if (waits && waits.tier !== tier) desk.wrong.push(`${what} was proposed as ${waits.tier}, is ${tier}`)
  }
  const fits = toApplication(desk, one)
  const isWaiting = one.proposal !== undefined
  judgeStep(desk, fact, APPLICATION, one, (part, actor) =>
    transition === 'A14' ? part === (isWaiting ? 'cosigner' : 'holder') && fits(part, actor) : fits(part, actor),
  )
  const by = memberIn(fact.actor)
  one.proposal = undefined
  if (transition === 'A7' || transition === 'A13') one.holder = by
  if (transition === 'A15' || transition === 'A18') one.decided.push(by ?? 0)
  if (!APPLICATION_ENDS.includes(one.state)) assertAlone(desk, one, what)
}

/** One that is open, and no other of the same person. */
function assertAlone({ applications, people, wrong }: Desk, one: Application, what: string): void {
  const others = [...applications].filter(
    ([, other]) =>
      other !== one && !APPLICATION_ENDS.includes(other.state) && people.isSame(other.member, one.member),
  )
  for (const [number] of others) wrong.push(`${what} is open beside ${number} of the same person`)
}

function proposesApproval(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  if (one.state !== 'in_review' || !toApplication(desk, one)('holder', by) || one.proposal)
    desk.wrong.push(`${fact.subject} was proposed by ${by}, who did not have it`)
  const tier = typeof fact.details.tier === 'string' ? fact.details.tier : undefined
  one.proposal = { by, tier }
}

function declinesApproval(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  if (!toApplication(desk, one)('cosigner', by)) desk.wrong.push(`${fact.subject} was declined by ${by}`)
  one.proposal = undefined
}

function handsOver(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const to = memberIn(String(fact.details.to)) ?? 0
  const fits = toApplication(desk, one)
  const isFit = fits('second', to) && !desk.people.isSame(to, one.member)
  if (!fits('holder', memberIn(fact.actor) ?? 0) || !isFit)
    desk.wrong.push(`${fact.subject} was handed to ${to} by ${fact.actor}`)
  one.holder = to
}

function refusesAppeal(desk: Desk, fact: Fact): void {
  const one = applicationOf(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  const isFit = toApplication(desk, one)('second', by) && !desk.people.isSame(by, one.member)
  if (one.state !== 'rejected' || !isFit)
    desk.wrong.push(`the appeal of ${fact.subject} was refused by ${by}, who may not`)
  one.decided.push(by)
}

function onboards(desk: Desk, { subject, details }: Fact): void {
  const application = desk.applications.get(Number(details.application))
  const member = memberIn(subject) ?? 0
  const partner = Number(details.partner)
  if (application?.state !== 'approved' || !desk.people.isSame(application.member, member))
    desk.wrong.push(`partner ${partner} comes of application ${details.application}, which is not approved`)
  const region = desk.regions.get(`partner:${partner}`) ?? null
  desk.partners.set(partner, { state: 'onboarding', version: 1, member, region, before: [] })
}

const NOBODY: Partner = { state: 'none', version: 0, member: 0, region: null, before: [] }

function movesPartner(desk: Desk, fact: Fact): void {
  const number = numberIn(fact.subject)
  const one = desk.partners.get(number) ?? { ...NOBODY }
  const { transition, from, to, case: kase } = fact.details
  judgeStep(desk, fact, PARTNER, one, (part, actor) => byRole(desk, one, part, actor))
  if (transition === 'P5' || transition === 'P7')
    one.before.push({ id: transition, state: String(from), case: kase })
  if (transition === 'P6' || transition === 'P8') {
    const undone = one.before.pop()
    if (undone?.state !== to || undone.id !== (transition === 'P6' ? 'P5' : 'P7'))
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

/** An admin and a risk officer, two people. */
function areTwoHands({ people }: Desk, one: number | undefined, other: number | undefined): boolean {
  if (one === undefined || other === undefined || people.isSame(one, other)) return false
  const is = (first: number, second: number) => people.is(first, 'admin') && people.is(second, 'risk')
  return is(one, other) || is(other, one)
}

function backs(desk: Desk, fact: Fact): void {
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

/** What somebody is to a case as it stands: nothing, to whoever reported it. */
function toCase(desk: Desk, one: Case) {
  return (part: Part, actor: number): boolean => {
    const { people } = desk
    if (one.reporters.some((by) => people.isSame(by, actor))) return false
    if (part !== 'fresh') return byRole(desk, one, part, actor)
    const isFresh = !one.took.some((by) => people.isSame(by, actor))
    return isFresh && (PANELS[one.verdict] ?? []).some((need) => byRole(desk, one, need, actor))
  }
}

function movesCase(desk: Desk, fact: Fact): void {
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

function proposesRuling(desk: Desk, fact: Fact): void {
  const one = stays(desk, fact)
  const by = memberIn(fact.actor) ?? 0
  one.proposal = { by, verdict: String(fact.details.verdict) }
  one.lastProposer = by
}

function declinesRuling(desk: Desk, fact: Fact): void {
  const one = stays(desk, fact)
  if (!one.proposal) desk.wrong.push(`${fact.subject} had nothing to decline`)
  one.proposal = undefined
}

function reports(desk: Desk, { subject, actor, details }: Fact): void {
  const number = numberIn(subject)
  const by = memberIn(actor) ?? 0
  const row = desk.rows.find(({ id }) => Number(id) === number)
  desk.reports.set(number, { by, joins: row?.joins ? Number(row.joins) : undefined })
  if (details.state === 'cased') desk.cases.get(Number(row?.case))?.reporters.push(by)
}

function decidesReport(desk: Desk, { subject, actor, details }: Fact): void {
  const number = numberIn(subject)
  const by = memberIn(actor) ?? 0
  const behind = [...desk.reports].filter(([id, { joins }]) => id === number || joins === number)
  if (behind.some(([, { by: reporter }]) => desk.people.isSame(reporter, by)))
    desk.wrong.push(`report ${number} was decided by ${by}, who made it`)
  if (!desk.people.is(by, 'staff')) desk.wrong.push(`report ${number} was decided by ${by}, who may not`)
  const kase = desk.cases.get(Number(details.case))
  kase?.reporters.push(...behind.map(([, { by: reporter }]) => reporter))
}

/** Whose papers they are is one number from now on. */
function joins(desk: Desk, { subject, details }: Fact): void {
  const stands = memberIn(subject) ?? 0
  for (const papers of [desk.applications, desk.partners, desk.cases])
    for (const paper of papers.values()) if (paper.member === Number(details.gone)) paper.member = stands
}

interface StandsRow {
  id: bigint
  state: string
  version: bigint
  member: bigint
}

/** How the rows stand in the end, against what their facts led to. */
function ends(rows: Rows, desk: Desk): string[] {
  const standing = (table: string, member: string) =>
    rows<StandsRow>(`select id, state, version, ${member} as member from ${table} t`)
  const of = `(select member from partners p where p.id = t.partner)`
  return [
    ...wrongRows('application', standing('applications', 'member'), desk.applications, desk),
    ...wrongRows('partner', standing('partners', 'member'), desk.partners, desk),
    ...wrongRows('case', standing('cases', of), desk.cases, desk),
    ...wrongRoles(rows, desk),
    ...wrongSanctions(rows, desk),
  ]
}

function wrongRows(
  what: string,
  rows: readonly StandsRow[],
  papers: ReadonlyMap<number, Paper>,
  { people }: Desk,
): string[] {
  const lost = [...papers.keys()].filter((number) => !rows.some(({ id }) => Number(id) === number))
  return [
    ...lost.map((number) => `${what} ${number} is in the record alone`),
    ...rows.flatMap(({ id, state, version, member }) => {
      const paper = papers.get(Number(id))
      if (!paper) return [`${what} ${id} is in no fact`]
      const isRight = paper.state === state && paper.version === Number(version)
      const said = `${paper.state} at version ${paper.version}`
      return [
        ...(isRight ? [] : [`${what} ${id} is ${state} at version ${version}, its facts led it to ${said}`]),
        ...(people.now(paper.member) === Number(member) ? [] : [`${what} ${id} is of ${member}`]),
      ]
    }),
  ]
}

/** Whoever holds a role was given it, and nobody took it; and a partner has the partner's. */
function wrongRoles(rows: Rows, { people, partners }: Desk): string[] {
  const held = rows<{ grant: string }>(
    `select trim(member || ' ' || role || ' ' || region) as "grant" from role_grants where revoked_at is null`,
  ).map(({ grant }) => grant)
  const told = people.grants()
  const wrong = [
    ...held.filter((one) => !told.includes(one)).map((one) => `the role ${one} is held and was never given`),
    ...told.filter((one) => !held.includes(one)).map((one) => `the role ${one} was given and is not held`),
  ]
  for (const [number, { member, state }] of partners) {
    const hasRole = held.includes(`${people.now(member)} partner`)
    if (state !== 'terminating' && hasRole === (state === 'terminated' || state === 'resigned'))
      wrong.push(`partner ${number} is ${state}, role: ${hasRole}`)
  }
  return wrong
}

/** Who is under a sanction cannot spend; who is not, can; and nothing is left of what was overturned. */
function wrongSanctions(rows: Rows, { people, partners, cases }: Desk): string[] {
  const stops = rows<{ scope: string }>(
    `select scope from freezes where scope like 'spender:%' and lifted_at is null`,
  ).map(({ scope }) => scope)
  const held = rows<{ partner: bigint; case: bigint | null; until: bigint | null }>(
    'select partner, "case", until from partner_sanctions where undone_at is null order by id',
  )
  const wrong: string[] = []
  for (const [number, { member, before }] of partners) {
    const isStopped = stops.includes(`spender:${people.now(member)}`)
    if (isStopped !== before.length > 0)
      wrong.push(`partner ${number} is under ${before.length} sanctions, stopped: ${isStopped}`)
    const own = held.filter(({ partner }) => Number(partner) === number)
    if (own.length !== before.length)
      wrong.push(`partner ${number} has ${own.length} sanctions, the record ${before.length}`)
    const top = own.at(-1)
    const kase = top?.case === null || top === undefined ? undefined : cases.get(Number(top.case))
    if (kase && ['dismissed', 'warned', 'overturned'].includes(kase.outcome))
      wrong.push(`partner ${number} is still under case ${top?.case}, which was ${kase.outcome}`)
  }
  return wrong
}
