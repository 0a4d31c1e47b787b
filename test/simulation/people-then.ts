/** Who was whom, and who held which role where, at each moment of the record. */
import { type Part, ROLES_OF } from './legal.js'

export interface FactRow {
  id: bigint
  kind: string
  actor: string
  subject: string
  details: string
  at: bigint
}

/** A fact with its details read. */
export interface Fact extends Omit<FactRow, 'details'> {
  details: Record<string, unknown>
}

export interface PeopleThen {
  /** The number that stands for somebody now. */
  now(member: number): number
  isSame(one: number | undefined, other: number | undefined): boolean
  /** Whether they hold a role that makes them this, in a region; undefined: anywhere. */
  is(member: number, part: Part, region?: string | null): boolean
  /** Grants as they are now: `7 reviewer cis`. */
  grants(): string[]
  takes(fact: Fact): string[]
  /** What was never explained. */
  left(): string[]
}

/** The number of a person in a fact: `member:7`. */
export function memberIn(text: string): number | undefined {
  const found = /^member:(\d+)$/.exec(text)?.[1]
  return found === undefined ? undefined : Number(found)
}

export function peopleThen(): PeopleThen {
  const became = new Map<number, number>()
  const grants = new Map<string, { member: number; role: string; region: string }>()
  /** Changes of roles that nobody explains yet: those of two who become one come just before it is said. */
  let doubtful: { member: number; at: bigint; what: string }[] = []

  const now = (member: number): number => {
    const next = became.get(member)
    return next === undefined ? member : now(next)
  }

  function is(member: number, part: Part, region?: string | null): boolean {
    const roles = ROLES_OF[part] ?? []
    return [...grants.values()].some(
      (one) =>
        one.member === now(member) &&
        roles.includes(one.role) &&
        (one.region === '' || region === undefined || one.region === region),
    )
  }

  function changes({ kind, actor, subject, details, at }: Fact): void {
    const member = memberIn(subject) ?? 0
    const role = String(details.role)
    const region = String(details.region ?? '')
    const by = memberIn(actor)
    if (by !== undefined && role !== 'partner') {
      const what = `the role ${role} of ${member}: ${kind} by ${by}`
      if (now(by) === now(member)) doubtful.push({ member, at, what: `${what}, who is the same` })
      else if (!is(by, 'admin')) doubtful.push({ member, at, what: `${what}, who is no admin` })
      else if (!details.reason) doubtful.push({ member, at, what: `${what}, without a reason` })
    }
    const key = `${member} ${role} ${region}`
    if (kind === 'role-granted') grants.set(key, { member, role, region })
    else grants.delete(key)
  }

  function joins({ subject, details, at }: Fact): void {
    const stays = memberIn(subject) ?? 0
    const gone = Number(details.gone)
    became.set(gone, stays)
    doubtful = doubtful.filter((one) => one.at !== at || ![stays, gone].includes(one.member))
  }

  return {
    left: () => doubtful.map(({ what }) => what),
    now,
    is,
    isSame: (one, other) => one !== undefined && other !== undefined && now(one) === now(other),
    grants: () => [...grants.keys()].map((key) => key.trim()).sort(),
    takes(fact) {
      if (fact.kind === 'role-granted' || fact.kind === 'role-revoked') changes(fact)
      if (fact.kind === 'people-joined') joins(fact)
      // Whatever is not of the same moment is not explained any more.
      const [due, young] = [
        doubtful.filter(({ at }) => at !== fact.at),
        doubtful.filter(({ at }) => at === fact.at),
      ]
      doubtful = young
      const actor = memberIn(fact.actor)
      const isGone = actor !== undefined && now(actor) !== actor && fact.kind !== 'people-joined'
      return [
        ...due.map(({ what }) => what),
        ...(isGone ? [`fact ${fact.id} is by ${actor}, who became another`] : []),
      ]
    },
  }
}
