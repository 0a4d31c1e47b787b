/**
 * Whether an applicant meets the programme's thresholds: one account with enough followers, or one community
 * with enough members that they moderate. What people state of themselves proves nothing until somebody has
 * looked; but nobody states less than they have. Pure.
 */

/** A line of the form: an account or a community, and how many people it reaches. */
export interface Audience {
  /** A link, or a platform and a name. */
  place: string
  /** Undefined where none was given. */
  size?: number
}

export const RULES = ['followers', 'community'] as const
export type RuleName = (typeof RULES)[number]
export type Verdict = 'pass' | 'fail' | 'unproven'

export interface RuleResult {
  rule: RuleName
  /** The threshold. */
  least: number
  verdict: Verdict
  /** The largest that was stated; none was stated where it is missing. */
  evidence?: Audience
  /** Who looked at it; as stated by the applicant where it is missing. */
  by?: number
  /** When it was stated, looked at or measured, ms since the epoch. */
  at: number
  /** What the bot found out itself, and why that proves nothing, if so. */
  measured?: { name: string; isAdmin: boolean; but?: 'lost' | 'claimed' }
}

/** A community as the bot measured it. */
export interface MeasuredAudience extends Audience {
  size: number
  at: number
  /** The applicant, as the platform knows them. */
  name: string
  isAdmin: boolean
  /** The bot was shown out since. */
  isLost: boolean
  /** It counts for this applicant, and not for somebody who had it measured before. */
  isHeld: boolean
}

export interface Stated {
  channels: readonly Audience[]
  communities: readonly Audience[]
}

export function judge(
  { channels, communities }: Stated,
  least: { followers: number; community: number },
  at: number,
): RuleResult[] {
  return [
    resultOf('followers', channels, least.followers, at),
    resultOf('community', communities, least.community, at),
  ]
}

/** A line without a number leaves the rule open, where those with one are too small. */
function resultOf(rule: RuleName, stated: readonly Audience[], least: number, at: number): RuleResult {
  const best = largest(stated)
  const isEnough = (best?.size ?? -1) >= least
  const evidence = isEnough ? best : (stated.find(({ size }) => size === undefined) ?? best)
  const isOpen = isEnough || (evidence !== undefined && evidence.size === undefined)
  return { rule, least, verdict: isOpen ? 'unproven' : 'fail', at, ...(evidence ? { evidence } : {}) }
}

function largest(stated: readonly Audience[]): Audience | undefined {
  return [...stated].sort((a, b) => (b.size ?? -1) - (a.size ?? -1))[0]
}

/** One of the rules is enough. */
export function verdictOf(rules: readonly Pick<RuleResult, 'verdict'>[]): Verdict {
  if (rules.some(({ verdict }) => verdict === 'pass')) return 'pass'
  return rules.some(({ verdict }) => verdict === 'unproven') ? 'unproven' : 'fail'
}

/** Somebody has looked at the evidence of a rule, and it is as stated, or is not. */
export function lookedAt(
  rules: readonly RuleResult[],
  rule: RuleName,
  { isSo, by, at }: { isSo: boolean; by: number; at: number },
): RuleResult[] {
  return rules.map((one) =>
    one.rule === rule ? { ...one, verdict: isSo ? ('pass' as const) : ('fail' as const), by, at } : one,
  )
}

/** Whether one of the rules may be met by a number that was stated, or is. */
export function isMetByNumber(rules: readonly RuleResult[]): boolean {
  return rules.some(
    ({ verdict, evidence }) => verdict === 'pass' || (verdict === 'unproven' && evidence?.size !== undefined),
  )
}

/** Stated without a number: nobody can tell by it. */
export function unsized({ channels, communities }: Stated): Audience[] {
  return [...channels, ...communities].filter(({ size }) => size === undefined)
}

/**
 * What was measured takes the place of what was stated: the largest that can be relied on decides, and where
 * none can, the rule stays open.
 */
export function withMeasured(
  rules: readonly RuleResult[],
  communities: readonly MeasuredAudience[],
): RuleResult[] {
  const sorted = [...communities].sort((a, b) => b.size - a.size)
  const best = sorted.find((one) => one.isAdmin && !one.isLost && one.isHeld) ?? sorted[0]
  if (!best) return [...rules]
  return rules.map((rule) => (rule.rule === 'community' ? measuredResult(rule, best) : rule))
}

function measuredResult({ rule, least }: RuleResult, best: MeasuredAudience): RuleResult {
  const { place, size, at, name, isAdmin, isLost, isHeld } = best
  const but = isLost ? 'lost' : isHeld ? undefined : 'claimed'
  const isMet = isAdmin && size >= least
  return {
    ...{ rule, least, at, evidence: { place, size } },
    verdict: but ? 'unproven' : isMet ? 'pass' : 'fail',
    measured: { name, isAdmin, ...(but ? { but } : {}) },
  }
}
