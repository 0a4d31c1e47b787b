/**
 * The life of a case as a table: what leads from where to where, who may do it, and what must hold. Pure.
 * What is not in the table is refused with a reason.
 */
import * as machine from '../../kit/state-machine.js'
import type { CASE_STATES } from '../../storage/tables/cases.js'

export type State = (typeof CASE_STATES)[number]

/**
 * What somebody is to a case. `partner`: it is about them, and then they are nothing else to it. `handler`:
 * staff who may work on it and did not report it. `risk`, `admin`: handlers by that role. `fresh`: a handler
 * who took no part in it. `reporter`: staff who reported it, and `elsewhere`: staff of other regions; neither
 * is anything else to it. `system`: a clock or a rule.
 */
export type Part = 'partner' | 'handler' | 'risk' | 'admin' | 'fresh' | 'reporter' | 'elsewhere' | 'system'

/** What must hold besides, and the refusal of whoever tries without it. */
export const GUARDS = {
  reasoned: 'case-says-nothing',
  evident: 'case-says-nothing',
  replied: 'case-says-nothing',
  overdue: 'case-state',
  noted: 'case-says-nothing',
  seconded: 'case-own-proposal',
  'both-hands': 'case-two-hands',
  'in-time': 'case-appeal-late',
  first: 'case-appealed',
  panel: 'case-panel',
  lesser: 'case-no-lesser',
  final: 'case-state',
} as const
export type Guard = keyof typeof GUARDS

/** V1 … V13. */
export interface Transition extends machine.Transition<State, Part, Guard> {
  to: State
}

export const TRANSITIONS = {
  open: { id: 'V1', from: ['none'], to: 'open', who: ['handler', 'system'], guards: ['reasoned'] },
  notify: { id: 'V2', from: ['open'], to: 'awaiting_partner', who: ['handler'], guards: ['evident'] },
  reply: { id: 'V3', from: ['awaiting_partner'], to: 'deciding', who: ['partner'], guards: ['replied'] },
  lapse: { id: 'V4', from: ['awaiting_partner'], to: 'deciding', who: ['system'], guards: ['overdue'] },
  dismiss: { id: 'V5', from: ['deciding'], to: 'dismissed', who: ['handler'], guards: ['noted'] },
  warn: { id: 'V6', from: ['deciding'], to: 'warned', who: ['handler'], guards: ['noted'] },
  suspend: {
    id: 'V7',
    from: ['deciding'],
    to: 'suspended',
    who: ['risk', 'admin'],
    guards: ['noted', 'seconded'],
  },
  terminate: {
    id: 'V8',
    from: ['deciding'],
    to: 'terminated',
    who: ['risk', 'admin'],
    guards: ['noted', 'seconded', 'both-hands'],
  },
  appeal: {
    id: 'V9',
    from: ['warned', 'suspended', 'terminated'],
    to: 'appealed',
    who: ['partner'],
    guards: ['first', 'in-time'],
  },
  uphold: { id: 'V10', from: ['appealed'], to: 'upheld', who: ['fresh'], guards: ['panel'] },
  reduce: { id: 'V11', from: ['appealed'], to: 'reduced', who: ['fresh'], guards: ['panel', 'lesser'] },
  overturn: { id: 'V12', from: ['appealed'], to: 'overturned', who: ['fresh'], guards: ['panel'] },
  close: {
    id: 'V13',
    from: ['dismissed', 'warned', 'suspended', 'terminated', 'upheld', 'reduced', 'overturned'],
    to: 'closed',
    who: ['system'],
    guards: ['final'],
  },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof TRANSITIONS

/**
 * The transition, or the key of the refusal: `case-state` where the table leads nowhere from here, `case-own`
 * where somebody would decide about themself, `case-took-part` and `case-needs-risk` for staff who are not
 * the right ones, what {@link whyNoHandler} says of anybody else, and what {@link GUARDS} say.
 */
export function decideMove(act: Act, situation: machine.Situation<State, Part, Guard>): Transition | string {
  return machine.decide(TRANSITIONS[act], situation, { nowhere: 'case-state', whyNot, lacking: GUARDS })
}

/** `case-own`, `case-reported`, `case-other-region`; `case-not-yours` where it is for none of these. */
export function whyNoHandler(parts: ReadonlySet<Part>): string {
  if (parts.has('partner')) return 'case-own'
  if (parts.has('reporter')) return 'case-reported'
  return parts.has('elsewhere') ? 'case-other-region' : 'case-not-yours'
}

function whyNot({ who }: Transition, parts: ReadonlySet<Part>): string {
  if (!parts.has('handler')) return whyNoHandler(parts)
  if (who.includes('fresh')) return 'case-took-part'
  return who.includes('risk') ? 'case-needs-risk' : 'case-not-yours'
}
