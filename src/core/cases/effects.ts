/**
 * What a decision changes, line by line, before it is made. Pure. What is listed is what `deciding.ts` does:
 * a test compares the two for every verdict and every state of a partner.
 */

import { days } from '../../programme/applications.js'
import type { CasePolicy, CaseReason } from '../../programme/cases.js'
import type { PartnerRow, SanctionRow } from '../partners/partners.js'
import { stateIn } from '../partners/partners.js'

type PartnerState = PartnerRow['state']

/** One thing that changes. */
export type Effect =
  | { kind: 'warning'; until: number }
  | { kind: 'unwarning' }
  | { kind: 'review'; warnings: number }
  | { kind: 'state'; from: PartnerState; to: PartnerState; until?: number }
  | { kind: 'later'; to: PartnerState }
  | { kind: 'stop' }
  | { kind: 'unstop' }
  /** The role and what hangs on it is taken: now, or on a day. */
  | { kind: 'role'; at?: number }
  | { kind: 'unrole' }

/** What is decided: of a suspension with its days. */
export type Ruling =
  | { verdict: 'dismissed' | 'warned' | 'terminated' }
  | { verdict: 'suspended'; days: number }

/** What a decision looks at. */
export interface Standing {
  partner: PartnerRow
  /** Sanctions that hold, the oldest first. */
  held: readonly SanctionRow[]
  isStopped: boolean
  hasRole: boolean
  /** That count now, this case's own included if it is one. */
  warnings: number
  case: number
  isWarned: boolean
  reason: Pick<CaseReason, 'atOnce'>
  now: number
}

/** `impossible`: the partner is in no state in which this could follow. */
export function effectsOf(ruling: Ruling, standing: Standing, policy: CasePolicy): Effect[] | 'impossible' {
  const { verdict } = ruling
  if (verdict === 'suspended') return suspended(ruling.days, standing)
  if (verdict === 'terminated') return terminated(standing, policy)
  const undone = undoing(standing).effects
  return verdict === 'dismissed' ? undone : [...undone, ...warned(standing, policy)]
}

function warned({ warnings, now }: Standing, policy: CasePolicy): Effect[] {
  const count = warnings + 1
  const warning: Effect = { kind: 'warning', until: now + days(policy.warningDays) }
  return count >= policy.warningsMost ? [warning, { kind: 'review', warnings: count }] : [warning]
}

function suspended(length: number, standing: Standing): Effect[] | 'impossible' {
  const { to, isStopped } = undoing(standing)
  if (to !== 'active' && to !== 'paused') return 'impossible'
  const until = standing.now + days(length)
  const state: Effect = { kind: 'state', from: standing.partner.state, to: 'suspended', until }
  return isStopped || standing.isStopped ? [state] : [state, { kind: 'stop' }]
}

function terminated(standing: Standing, policy: CasePolicy): Effect[] | 'impossible' {
  const { partner, isStopped, hasRole, reason, now } = standing
  if (!['active', 'paused', 'suspended'].includes(partner.state)) return 'impossible'
  const until = endOf(reason, policy, now)
  const state: Effect = { kind: 'state', from: partner.state, to: 'terminating', until }
  const role: Effect[] = hasRole ? [reason.atOnce ? { kind: 'role' } : { kind: 'role', at: until }] : []
  return [state, ...(isStopped ? [] : [{ kind: 'stop' as const }]), ...role]
}

/** The day on which a terminated partner is none any more: never before the time to appeal is over. */
export function endOf({ atOnce }: Pick<CaseReason, 'atOnce'>, policy: CasePolicy, now: number): number {
  return now + days(atOnce ? policy.appealDays : policy.endDays)
}

/** Back to how it stood before this case: what its sanctions took is given back. */
export function overturning(standing: Standing): Effect[] {
  const { effects } = undoing(standing)
  return standing.isWarned ? [...effects, { kind: 'unwarning' }] : effects
}

/** A lesser one instead: back to before, and from there. */
export function reducing(ruling: Ruling, standing: Standing, policy: CasePolicy): Effect[] | 'impossible' {
  const { to, isStopped } = undoing(standing)
  const before = overturning(standing)
  const after = { ...standing, partner: { ...standing.partner, state: to }, held: [], isStopped }
  const warnings = standing.warnings - (standing.isWarned ? 1 : 0)
  const lesser = effectsOf(ruling, { ...after, warnings }, policy)
  return lesser === 'impossible' ? lesser : merged([...before, ...lesser])
}

/** What is taken and given in the same breath does not change. */
function merged(effects: Effect[]): Effect[] {
  const kinds = effects.map(({ kind }) => kind)
  const isMoot = kinds.includes('stop') && kinds.includes('unstop')
  const left = effects.filter(({ kind }) => !(isMoot && (kind === 'stop' || kind === 'unstop')))
  const moves = left.filter((one) => one.kind === 'state')
  const [first] = moves
  const last = moves.at(-1)
  if (!first || !last || first === last) return left
  const whole: Effect = { ...last, from: first.from }
  return left.filter((one) => !moves.includes(one as never)).toSpliced(0, 0, whole)
}

/** Undoes the sanctions of this case from the newest on. One that lies under another's waits for its turn. */
function undoing({ partner, held, isStopped, case: number }: Standing): {
  effects: Effect[]
  to: PartnerState
  isStopped: boolean
} {
  const own = held.filter((one) => one.case === number)
  const [oldest] = own
  if (!oldest) return { effects: [], to: partner.state, isStopped }
  const isBuried = held.at(-1)?.case !== number
  if (isBuried) {
    return { effects: [{ kind: 'later', to: stateIn(oldest) }], to: partner.state, isStopped }
  }
  const to = stateIn(oldest)
  const changed = own.flatMap((one) => JSON.parse(one.changed) as string[])
  const effects: Effect[] = [{ kind: 'state', from: partner.state, to }]
  if (changed.includes('stop')) effects.push({ kind: 'unstop' })
  if (changed.includes('role')) effects.push({ kind: 'unrole' })
  return { effects, to, isStopped: isStopped && !changed.includes('stop') }
}
