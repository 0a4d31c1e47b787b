/**
 * Who may claim. A condition is data on the drop; judging it is pure: facts in, verdicts out. `unknown` (the
 * platform could not tell) is never a yes: the person is told to try again, not that they failed.
 */
import type { Programme } from '../../programme/programme.js'

export type Condition = Programme['packets']['conditions'][number]

/** What is known of a person at the press. */
export interface Person {
  platform: 'telegram' | 'discord'
  isSender: boolean
  membership: 'member' | 'outsider' | 'unknown'
  isPremium: boolean
  /** When the account was made, where the platform tells; else when this house first met it. */
  since: number | undefined
  /** Native role ids (Discord). */
  roles: readonly string[]
}

export interface Verdict {
  condition: Condition
  result: 'met' | 'unmet' | 'unknown'
}

const DAY_MS = 86_400_000

export function judgeAll(conditions: readonly Condition[], person: Person, now: number): Verdict[] {
  return conditions.map((condition) => ({ condition, result: judge(condition, person, now) }))
}

function judge(condition: Condition, person: Person, now: number): Verdict['result'] {
  switch (condition.kind) {
    case 'not-sender':
      return person.isSender ? 'unmet' : 'met'
    case 'member':
      return person.membership === 'unknown' ? 'unknown' : person.membership === 'member' ? 'met' : 'unmet'
    case 'premium':
      return person.isPremium ? 'met' : 'unmet'
    case 'account-age':
      if (person.since === undefined) return 'unknown'
      return now - person.since >= condition.days * DAY_MS ? 'met' : 'unmet'
    case 'discord-role':
      return person.platform === 'discord' && person.roles.includes(condition.role) ? 'met' : 'unmet'
  }
}

/** Conditions that are about one platform: nobody on another one can meet them. */
const ABOUT: Partial<Record<Condition['kind'], Person['platform']>> = {
  premium: 'telegram',
  'discord-role': 'discord',
}

/** Those that nobody on a platform can meet. */
export function impossibleOn(platform: Person['platform'], conditions: readonly Condition[]): Condition[] {
  return conditions.filter(({ kind }) => (ABOUT[kind] ?? platform) !== platform)
}

/** Whether the platform must be asked about the person before these can be judged. */
export function needStanding(conditions: readonly Condition[]): boolean {
  return conditions.some(({ kind }) => kind === 'member' || kind === 'discord-role')
}
