/**
 * The independent auditor of the programme's papers: walks the record from its first fact with tables of its
 * own (`legal.ts`) and knows nothing of `src/core`. At the end every row stands where its facts led it.
 */
import type { Books } from './books.js'
import {
  declinesApproval,
  handsOver,
  movesApplication,
  proposesApproval,
  refusesAppeal,
} from './papers-applications.js'
import { firstRegions, movedAlong, movesChange, wrongChanges } from './papers-changes.js'
import type { Desk, Paper, ReportRow } from './papers-desk.js'
import {
  backs,
  decidesReport,
  declinesRuling,
  movesCase,
  movesPartner,
  onboards,
  proposesRuling,
  reports,
} from './papers-partners.js'
import { type Fact, type FactRow, memberIn, peopleThen } from './people-then.js'

type Rows = Books['rows']

const takers: Record<string, (desk: Desk, fact: Fact) => void> = {
  'application-moved': movesApplication,
  'application-proposed': proposesApproval,
  'application-declined': declinesApproval,
  'application-handed-over': handsOver,
  'application-appeal-refused': refusesAppeal,
  'partner-onboarded': onboards,
  'partner-moved': movesPartner,
  'partner-change-moved': movesChange,
  'partner-return-backed': backs,
  'case-moved': movesCase,
  'case-proposed': proposesRuling,
  'case-declined': declinesRuling,
  'report-made': reports,
  'report-decided': decidesReport,
  'people-joined': joins,
}

/** Whose papers they are is one number from now on. */
function joins(desk: Desk, { subject, details }: Fact): void {
  const stands = memberIn(subject) ?? 0
  for (const papers of [desk.applications, desk.partners, desk.cases])
    for (const paper of papers.values()) if (paper.member === Number(details.gone)) paper.member = stands
}

/** Everything that the papers say and must not. */
export function wrongPapers(rows: Rows): string[] {
  const facts = rows<FactRow>('select id, kind, actor, subject, details, at from facts order by id')
  const desk: Desk = {
    people: peopleThen(),
    ...{ applications: new Map(), partners: new Map(), cases: new Map() },
    ...{ changes: new Map(), reports: new Map() },
    wrong: [],
    regions: regionsOf(rows, facts),
    rows: rows<ReportRow>('select id, "case", joins from reports'),
  }
  for (const row of facts) {
    const fact: Fact = { ...row, details: JSON.parse(row.details) as Record<string, unknown> }
    takers[fact.kind]?.(desk, fact)
    desk.wrong.push(...desk.people.takes(fact))
  }
  return [...desk.wrong, ...desk.people.left(), ...ends(rows, desk)]
}

function regionsOf(rows: Rows, facts: readonly FactRow[]): Desk['regions'] {
  const of = (table: string) =>
    rows<{ id: bigint; region: string | null }>(`select id, region from ${table}s`).map(
      ({ id, region }) => [`${table}:${id}`, region] as const,
    )
  const unknown = movedAlong(rows).map((subject) => [subject, undefined] as const)
  return new Map<string, string | null | undefined>([
    ...of('application'),
    ...of('partner'),
    ...firstRegions(facts),
    ...unknown,
  ])
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
    ...wrongChanges(rows, desk),
    ...unapproved(rows),
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

function unapproved(rows: Rows): string[] {
  return rows<{ id: bigint }>(
    `select p.id from partners p left join applications a on a.id = p.application
     where coalesce(a.state, '') <> 'approved'`,
  ).map(({ id }) => `partner ${id} was never approved`)
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
