/**
 * A partner's tier: up at once, or by two people where the programme says so; down on a day that is told long
 * before. Rates of followers who are bound already go by their own grants and are not touched from here.
 */
import { refuse } from '../../kit/refusal.js'
import { days } from '../../programme/applications.js'
import type { Role } from '../../programme/roles.js'
import type { Tiers } from '../../programme/tiers.js'
import type { Work } from '../../storage/storage.js'
import { isTierForTwo, lowestTier, rankOf, rolesGranting, tiersFor } from '../applications/applications.js'
import { type PartnerRow, writeAttributes } from '../partners/partners.js'
import { rolesText } from '../roles/roles.js'
import {
  assertAsSeen,
  assertLive,
  assertMayRise,
  assertMove,
  basisOf,
  begin,
  type Changed,
  lockedPartner,
  paramsOf,
  partsOf,
} from './changing.js'
import * as store from './store.js'
import type { Act, Guard, Part, Transition } from './transitions.js'

/** By what a change of tier is judged. */
export interface TierRules {
  tiers: Tiers
  /** The lowest tier that needs two people. */
  tierFrom: string | undefined
  noticeDays: number
}

export interface NewTier {
  partner: number
  tier: string
  /** Why, for the partner. */
  note: string
  by: number
  /** What was shown of it. */
  seen?: string | undefined
}

/** What a change of tier would be. */
interface TierPlan {
  move: Transition
  /** Of whoever has none the lowest that there is. */
  was: string | null
  becomes: string
  /** When it comes, where not at once. */
  dueAt: number | null
  basis: string
}

/** The tier somebody is in; the lowest where nobody has said. Null: the programme has none. */
function tierOf({ tier }: Pick<PartnerRow, 'tier'>, tiers: Tiers): string | null {
  return tier ?? lowestTier(tiers)?.id ?? null
}

/**
 * All that {@link changeTier} would refuse, without writing. A tier that the programme does not know any more
 * counts as higher than any, so that nobody loses something unannounced; what takes two people takes them
 * from there, too.
 */
export async function planTier(
  work: Work,
  row: PartnerRow,
  { tier, by }: Pick<NewTier, 'tier' | 'by'>,
  rules: TierRules,
): Promise<TierPlan> {
  assertLive(row)
  const { tiers, noticeDays } = rules
  const rank = rankOf(tiers, tier) ?? refuse('tier-unknown', { typed: tier })
  const was = tierOf(row, tiers)
  if (was === tier) refuse('change-same', paramsOf(row))
  if ((await store.openOf(work, row.id)).some(({ kind }) => kind === 'tier'))
    refuse('change-open', paramsOf(row))
  const before = rankOf(tiers, was ?? '')
  const isForTwo = isTierForTwo(rules, tier)
  const isLower = before === undefined ? !isForTwo : rank < before
  if (!isLower) assertMayRise(row)
  const act: Act = isLower ? 'lower' : isForTwo ? 'propose-tier' : 'raise'
  const parts = await partsOf(work, row, by, { kind: 'tier', becomes: tier })
  const holds: Guard[] = ['noticed', ...(await limitOf(work, row, { by, parts, names: [was, tier] }, tiers))]
  const roles = rolesText(rolesChanging(tiers, row, { rank }))
  const move = assertMove(act, { kind: 'tier', state: 'none', parts, holds }, { ...paramsOf(row), roles })
  const dueAt = act === 'lower' ? work.now + days(noticeDays) : null
  return { move, was, becomes: tier, dueAt, basis: basisOf(move, was) }
}

/** The role that may change any tier. */
export const WHO_MAY_ALL = 'admin'

/** Roles that may change somebody's tier to one of this rank: managers need to reach both. */
export function rolesChanging(
  tiers: Tiers,
  row: Pick<PartnerRow, 'tier'>,
  { rank }: { rank: number },
): Role[] {
  const before = rankOf(tiers, tierOf(row, tiers) ?? '') ?? Number.POSITIVE_INFINITY
  const isManager = rolesGranting(tiers, Math.max(rank, before)).includes('regional_manager')
  return isManager ? [WHO_MAY_ALL, 'regional_manager'] : [WHO_MAY_ALL]
}

/**
 * The tiers that somebody can choose for a partner; undefined where there is none: then it is told why.
 */
export async function tiersOffered(
  work: Work,
  row: PartnerRow,
  by: number,
  tiers: Tiers,
): Promise<string[] | undefined> {
  const was = tierOf(row, tiers)
  const parts = await partsOf(work, row, by, { kind: 'tier', becomes: was ?? '' })
  const fit: string[] = []
  for (const { id } of tiers.list) {
    const names = [was, id]
    if (id !== was && (await limitOf(work, row, { by, parts, names }, tiers)).length > 0) fit.push(id)
  }
  return fit.length > 0 ? fit : undefined
}

/** An admin may change any tier, others those that they may grant, from one to the other. */
export async function limitOf(
  work: Work,
  { region }: Pick<PartnerRow, 'region'>,
  { by, parts, names }: { by: number; parts: ReadonlySet<Part>; names: readonly (string | null)[] },
  tiers: Tiers,
): Promise<'within'[]> {
  if (parts.has('admin')) return ['within']
  const granted = (await tiersFor(work, by, region, tiers)).map(({ id }) => id)
  return names.every((name) => name !== null && granted.includes(name)) ? ['within'] : []
}

/**
 * Changes the tier, announces that it will, or proposes it. Refuses what the table refuses, `partner-state`,
 * `tier-unknown`, `change-same`, `change-open`, `change-limit`, `preview-overtaken`.
 */
export async function changeTier(
  work: Work,
  { partner: id, tier, note, by, seen }: NewTier,
  rules: TierRules,
): Promise<Changed> {
  const partner = await lockedPartner(work, id)
  const { move, basis, ...plan } = await planTier(work, partner, { tier, by }, rules)
  assertAsSeen(basis, seen)
  const after = move.to === 'done' ? await writeAttributes(work, partner, { tier }) : partner
  const row = await begin(work, move, { partner: id, kind: 'tier', ...plan, note, by })
  return { row, partner: after }
}
