/**
 * The life of a partner as a table: what leads from where to where, who may do it, and what must hold. Pure.
 * What is not in the table is refused with a reason. Tier, region and tags are attributes and not in it.
 */
import * as machine from '../../kit/state-machine.js'
import type { PARTNER_STATES } from '../../storage/tables/applications.js'

export type State = (typeof PARTNER_STATES)[number]

/**
 * What somebody is to a partner. `self`: it is they, and then they are nothing else. `manager`: a regional
 * manager of their region. `risk`, `admin`: by role. `system`: a clock, a rule, or the approval of an
 * application.
 */
export type Part = 'self' | 'manager' | 'risk' | 'admin' | 'system'

/** What must hold besides, and the refusal of whoever tries without it. */
export const GUARDS = {
  unique: 'apply-partner',
  bound: 'partner-unbound',
  accepted: 'partner-unaccepted',
  meant: 'resign-not-typed',
  'no-case': 'partner-case-open',
  grounded: 'partner-groundless',
  undone: 'partner-state',
  decided: 'partner-state',
  'both-hands': 'case-two-hands',
  overturned: 'partner-state',
  over: 'partner-state',
  cooled: 'return-too-soon',
  backed: 'return-unbacked',
} as const
export type Guard = keyof typeof GUARDS

/** As the design counts them: P1 … P11. */
export interface Transition extends machine.Transition<State, Part, Guard> {
  to: readonly State[]
}

export const TRANSITIONS = {
  begin: { id: 'P1', from: ['none'], to: ['onboarding'], who: ['system'], guards: ['unique'] },
  activate: {
    id: 'P2',
    from: ['onboarding'],
    to: ['active'],
    who: ['system'],
    guards: ['bound', 'accepted'],
  },
  leave: { id: 'P3', from: ['onboarding'], to: ['resigned'], who: ['self', 'system'], guards: ['meant'] },
  pause: { id: 'P4', from: ['active'], to: ['paused'], who: ['self'], guards: [] },
  resume: { id: 'P4', from: ['paused'], to: ['active'], who: ['self'], guards: [] },
  suspend: {
    id: 'P5',
    from: ['active', 'paused'],
    to: ['suspended'],
    who: ['manager', 'risk', 'admin'],
    guards: ['grounded'],
  },
  restore: {
    id: 'P6',
    from: ['suspended'],
    to: ['active', 'paused'],
    who: ['risk', 'admin', 'system'],
    guards: ['undone'],
  },
  terminate: {
    id: 'P7',
    from: ['active', 'suspended'],
    to: ['terminating'],
    who: ['risk', 'admin'],
    guards: ['decided', 'both-hands'],
  },
  reprieve: {
    id: 'P8',
    from: ['terminating'],
    to: ['active', 'suspended'],
    who: ['admin'],
    guards: ['overturned'],
  },
  end: { id: 'P9', from: ['terminating'], to: ['terminated'], who: ['system'], guards: ['over'] },
  resign: {
    id: 'P10',
    from: ['active', 'paused'],
    to: ['resigned'],
    who: ['self'],
    guards: ['meant', 'no-case'],
  },
  return: {
    id: 'P11',
    from: ['terminated', 'resigned'],
    to: ['onboarding'],
    who: ['risk', 'admin'],
    guards: ['cooled', 'accepted', 'backed'],
  },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof TRANSITIONS

interface Situation extends machine.Situation<State, Part, Guard> {
  /** Where it is to lead; the only place there is, where nothing is said. */
  to?: State
}

/**
 * The transition, or the key of the refusal: `partner-state` where the table does not lead there from here,
 * `partner-own` where somebody would decide about themself, `partner-not-yours` for anybody else who may
 * not, and what {@link GUARDS} say.
 */
export function decideMove(act: Act, { to, ...situation }: Situation): Transition | string {
  const move: Transition = TRANSITIONS[act]
  const isThere = to === undefined ? move.to.length === 1 : move.to.includes(to)
  if (!isThere) return 'partner-state'
  return machine.decide(move, situation, { nowhere: 'partner-state', whyNot, lacking: GUARDS })
}

function whyNot(_: Transition, parts: ReadonlySet<Part>): string {
  return parts.has('self') ? 'partner-own' : 'partner-not-yours'
}
