/**
 * The life of an application as a table: what leads from where to where, who may do it, and what must hold.
 * Pure. What is not in the table is refused with a reason.
 */
import * as machine from '../../kit/state-machine.js'
import type { APPLICATION_STATES } from '../../storage/tables/applications.js'

export type State = (typeof APPLICATION_STATES)[number]

/**
 * What somebody is to an application. `applicant`: it is theirs, and then they are nothing else to it.
 * `recruiter`: their link brought the applicant, and they are nothing else to it either. `rival`: their own
 * application names the same account or community, and so they are nothing else to it.
 * `elsewhere`: may review, but in other regions. `reviewer`: may review in its region. `second`: and took no
 * part in a decision about it. `holder`: has it now. `manager`: a regional manager or admin who may review
 * it. `cosigner`: an admin or risk officer who did not propose the approval that waits, and does not have it.
 * `system`: a clock or a rule.
 */
export type Part =
  | 'applicant'
  | 'recruiter'
  | 'rival'
  | 'elsewhere'
  | 'reviewer'
  | 'holder'
  | 'manager'
  | 'cosigner'
  | 'second'
  | 'admin'
  | 'system'

/**
 * What must hold besides, and the refusal of whoever tries without it. Those of the system are never seen by
 * people: it tries nothing that is not due. `may-reapply`, and `not-barred` where somebody else decides: no
 * other application of the person, under whichever account, was rejected for a time that is not over.
 */
export const GUARDS = {
  'none-open': 'apply-open',
  'not-blocked': 'apply-blocked',
  'not-partner': 'apply-partner',
  'may-reapply': 'apply-too-soon',
  'not-barred': 'application-barred',
  'not-too-often': 'apply-often',
  complete: 'apply-incomplete',
  accepted: 'apply-incomplete',
  passable: 'application-state',
  'proof-missing': 'application-state',
  'proven-unfit': 'application-state',
  'lease-live': 'application-lease-over',
  'risk-cleared': 'application-needs-second',
  'given-back': 'application-state',
  asks: 'application-asks-nothing',
  answers: 'application-asks-nothing',
  overdue: 'application-state',
  noted: 'application-asks-nothing',
  reasoned: 'application-asks-nothing',
  appealed: 'application-no-appeal',
  alone: 'application-another',
} as const
export type Guard = keyof typeof GUARDS

/** As the design counts them: A1 … A18. */
export interface Transition extends machine.Transition<State, Part, Guard> {
  to: State
}

export const TRANSITIONS = {
  begin: {
    id: 'A1',
    from: ['none'],
    to: 'draft',
    who: ['applicant'],
    guards: ['none-open', 'not-partner', 'not-blocked', 'may-reapply'],
  },
  submit: {
    id: 'A2',
    from: ['draft'],
    to: 'submitted',
    who: ['applicant'],
    guards: ['not-blocked', 'may-reapply', 'not-too-often', 'complete', 'accepted'],
  },
  screen: { id: 'A3', from: ['submitted'], to: 'screening', who: ['system'], guards: [] },
  enqueue: {
    id: 'A4',
    from: ['screening'],
    to: 'queued',
    who: ['system'],
    guards: ['passable', 'may-reapply'],
  },
  lack: { id: 'A5', from: ['screening'], to: 'needs_info', who: ['system'], guards: ['proof-missing'] },
  bar: { id: 'A6', from: ['screening'], to: 'rejected', who: ['system'], guards: ['proven-unfit'] },
  take: { id: 'A7', from: ['queued'], to: 'in_review', who: ['second'], guards: [] },
  release: {
    id: 'A8',
    from: ['in_review'],
    to: 'queued',
    who: ['holder', 'admin', 'system'],
    guards: ['given-back'],
  },
  ask: {
    id: 'A9',
    from: ['in_review'],
    to: 'needs_info',
    who: ['holder'],
    guards: ['lease-live', 'asks'],
  },
  answer: {
    id: 'A10',
    from: ['needs_info'],
    to: 'queued',
    who: ['applicant'],
    guards: ['may-reapply', 'answers'],
  },
  fade: { id: 'A11', from: ['needs_info'], to: 'expired', who: ['system'], guards: ['overdue'] },
  invite: {
    id: 'A12',
    from: ['in_review'],
    to: 'interview',
    who: ['holder'],
    guards: ['lease-live', 'noted'],
  },
  debrief: { id: 'A13', from: ['interview'], to: 'in_review', who: ['manager'], guards: ['noted'] },
  approve: {
    id: 'A14',
    from: ['in_review'],
    to: 'approved',
    who: ['holder', 'cosigner'],
    guards: ['lease-live', 'not-barred', 'risk-cleared'],
  },
  reject: {
    id: 'A15',
    from: ['in_review'],
    to: 'rejected',
    who: ['holder'],
    guards: ['lease-live', 'reasoned'],
  },
  withdraw: {
    id: 'A16',
    from: ['draft', 'submitted', 'screening', 'queued', 'needs_info', 'in_review', 'interview'],
    to: 'withdrawn',
    who: ['applicant'],
    guards: [],
  },
  forget: { id: 'A17', from: ['draft'], to: 'expired', who: ['system'], guards: ['overdue'] },
  uphold: {
    id: 'A18',
    from: ['rejected'],
    to: 'queued',
    who: ['second'],
    guards: ['appealed', 'alone', 'not-barred'],
  },
} as const satisfies Record<string, Transition>

export type Act = keyof typeof TRANSITIONS

/** States that lead nowhere by themselves: another application may be begun. */
export const ENDED: readonly State[] = ['approved', 'rejected', 'withdrawn', 'expired']

/**
 * The transition, or the key of the refusal: `application-state` where the table leads nowhere from here,
 * `application-own` where somebody would decide about themself,
 * `application-recruited` about whom they brought, `application-rival` where their own application names the
 * same, `application-held` where another has it,
 * `application-other-region` for a reviewer of others, `application-not-yours` for anybody else who may
 * not, and what {@link GUARDS} say.
 */
export function decideMove(act: Act, situation: machine.Situation<State, Part, Guard>): Transition | string {
  return machine.decide(TRANSITIONS[act], situation, {
    nowhere: 'application-state',
    whyNot,
    lacking: GUARDS,
  })
}

function whyNot({ who }: Transition, parts: ReadonlySet<Part>): string {
  if (parts.has('applicant')) return 'application-own'
  if (parts.has('recruiter')) return 'application-recruited'
  if (parts.has('rival')) return 'application-rival'
  if (parts.has('elsewhere')) return 'application-other-region'
  if (who.includes('holder') && parts.has('reviewer')) return 'application-held'
  if (who.includes('second') && parts.has('reviewer')) return 'application-appeal-other'
  return 'application-not-yours'
}
