/**
 * A change of a partner's tier or region as a table: what leads from where to where, who may do it, and what
 * must hold. Pure. What is not in the table is refused with a reason. No state comes twice in one change.
 */
import * as machine from '../../kit/state-machine.js'
import type { CHANGE_KINDS, CHANGE_STATES } from '../../storage/tables/changes.js'

export type Kind = (typeof CHANGE_KINDS)[number]
export type State = (typeof CHANGE_STATES)[number]

/**
 * What somebody is to a change. `self`: it is about them, and then they are nothing else. `manager`: a
 * regional manager of the partner's region, or of the one that it is to be. `risk`, `admin`: by role.
 * `proposer`: whoever proposed it. `system`: a clock.
 */
export type Part = 'self' | 'manager' | 'risk' | 'admin' | 'proposer' | 'system'

/** What must hold besides, and the refusal of whoever tries without it. */
export const GUARDS = {
  within: 'change-limit',
  noticed: 'change-state',
  due: 'change-state',
  moot: 'change-state',
  seconded: 'change-own-proposal',
  'both-sides': 'change-other-side',
} as const
export type Guard = keyof typeof GUARDS

/** As the design counts them, P12 and P13, with a number for each. */
export interface Transition extends machine.Transition<State, Part, Guard> {
  of: readonly Kind[]
  to: State
}

const TIER = ['tier'] as const
const REGION = ['region'] as const
const BOTH = ['tier', 'region'] as const

export const TRANSITIONS = {
  raise: { id: 'P12.1', of: TIER, from: ['none'], to: 'done', who: ['manager', 'admin'], guards: ['within'] },
  'propose-tier': {
    ...{ id: 'P12.2', of: TIER, from: ['none'], to: 'proposed' },
    ...{ who: ['manager', 'admin'], guards: ['within'] },
  },
  'agree-tier': {
    ...{ id: 'P12.3', of: TIER, from: ['proposed'], to: 'done' },
    ...{ who: ['risk', 'admin'], guards: ['seconded'] },
  },
  lower: {
    ...{ id: 'P12.4', of: TIER, from: ['none'], to: 'pending' },
    ...{ who: ['manager', 'admin'], guards: ['within', 'noticed'] },
  },
  arrive: { id: 'P12.5', of: TIER, from: ['pending'], to: 'done', who: ['system'], guards: ['due'] },
  move: { id: 'P13.1', of: REGION, from: ['none'], to: 'done', who: ['admin'], guards: [] },
  'propose-region': {
    ...{ id: 'P13.2', of: REGION, from: ['none'], to: 'proposed' },
    ...{ who: ['manager'], guards: [] },
  },
  'agree-region': {
    ...{ id: 'P13.3', of: REGION, from: ['proposed'], to: 'done' },
    ...{ who: ['manager', 'admin'], guards: ['seconded', 'both-sides'] },
  },
  decline: {
    ...{ id: 'P12.6', of: BOTH, from: ['proposed'], to: 'declined' },
    ...{ who: ['manager', 'risk', 'admin'], guards: ['seconded'] },
  },
  withdraw: {
    ...{ id: 'P12.7', of: BOTH, from: ['proposed', 'pending'], to: 'withdrawn' },
    ...{ who: ['proposer', 'manager', 'admin'], guards: ['within'] },
  },
  drop: {
    ...{ id: 'P12.8', of: BOTH, from: ['proposed', 'pending'], to: 'dropped' },
    ...{ who: ['system'], guards: ['moot'] },
  },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof TRANSITIONS

interface Situation extends machine.Situation<State, Part, Guard> {
  kind: Kind
}

/**
 * The transition, or the key of the refusal: `change-state` where the table does not lead there from here,
 * `partner-own` where somebody would decide about themself, `partner-not-yours` for anybody else who may not,
 * and what {@link GUARDS} say.
 */
export function decideMove(act: Act, { kind, ...situation }: Situation): Transition | string {
  const move: Transition = TRANSITIONS[act]
  if (!move.of.includes(kind)) return 'change-state'
  return machine.decide(move, situation, { nowhere: 'change-state', whyNot, lacking: GUARDS })
}

function whyNot(_: Transition, parts: ReadonlySet<Part>): string {
  return parts.has('self') ? 'partner-own' : 'partner-not-yours'
}
