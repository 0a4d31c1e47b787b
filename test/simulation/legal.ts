/**
 * The auditor's own tables of what may happen to applications, partners and cases, and who may do it: written
 * from the design, not from `src`. Whoever reads both must find the same; the program may not.
 */

/**
 * What somebody has to be. `own`: it is theirs. `reviewer`, `manager`, `risk`, `admin`: by a role that
 * reaches its region. `holder`: has it in hand. `second`: a reviewer who decided nothing about it.
 * `cosigner`: an admin or risk officer who did not propose it. `fresh`: staff who took no part. `staff`:
 * anybody who may work on cases there. `proposer`: whoever proposed it. `system`: a clock or a rule.
 */
export type Part =
  | 'own'
  | 'reviewer'
  | 'manager'
  | 'risk'
  | 'admin'
  | 'holder'
  | 'second'
  | 'cosigner'
  | 'fresh'
  | 'staff'
  | 'proposer'
  | 'system'

export interface Step {
  id: string
  from: readonly string[]
  to: readonly string[]
  who: readonly Part[]
  /** Must be told in the fact. */
  reason?: boolean
}

const step = (id: string, from: string, to: string, who: string, more: Partial<Step> = {}): Step => ({
  ...{ id, from: from.split(' '), to: to.split(' ') },
  ...{ who: who.split(' ') as Part[], ...more },
})

const reasoned = { reason: true }

export const APPLICATION: readonly Step[] = [
  step('A1', 'none', 'draft', 'own'),
  step('A2', 'draft', 'submitted', 'own'),
  step('A3', 'submitted', 'screening', 'system'),
  step('A4', 'screening', 'queued', 'system'),
  step('A5', 'screening', 'needs_info', 'system'),
  step('A6', 'screening', 'rejected', 'system', reasoned),
  step('A7', 'queued', 'in_review', 'second'),
  step('A8', 'in_review', 'queued', 'holder admin system'),
  step('A9', 'in_review', 'needs_info', 'holder'),
  step('A10', 'needs_info', 'queued', 'own'),
  step('A11', 'needs_info', 'expired', 'system'),
  step('A12', 'in_review', 'interview', 'holder'),
  step('A13', 'interview', 'in_review', 'manager admin'),
  step('A14', 'in_review', 'approved', 'holder cosigner'),
  step('A15', 'in_review', 'rejected', 'holder', reasoned),
  step('A16', 'draft submitted screening queued needs_info in_review interview', 'withdrawn', 'own'),
  step('A17', 'draft', 'expired', 'system'),
  step('A18', 'rejected', 'queued', 'second'),
]

export const PARTNER: readonly Step[] = [
  step('P2', 'onboarding', 'active', 'system'),
  step('P3', 'onboarding', 'resigned', 'own system'),
  step('P4', 'active', 'paused', 'own'),
  step('P4', 'paused', 'active', 'own'),
  step('P5', 'active paused', 'suspended', 'risk admin manager', reasoned),
  step('P6', 'suspended', 'active paused', 'risk admin system'),
  step('P7', 'active suspended', 'terminating', 'admin risk', reasoned),
  step('P8', 'terminating', 'active suspended', 'admin'),
  step('P9', 'terminating', 'terminated', 'system'),
  step('P10', 'active paused', 'resigned', 'own'),
  step('P11', 'terminated resigned', 'onboarding', 'admin risk'),
]

/** Of a partner's tier (P12) and region (P13). A manager of a region is one of either side. */
export const CHANGE: readonly Step[] = [
  step('P12.1', 'none', 'done', 'manager admin'),
  step('P12.2', 'none', 'proposed', 'manager admin'),
  step('P12.3', 'proposed', 'done', 'risk admin'),
  step('P12.4', 'none', 'pending', 'manager admin'),
  step('P12.5', 'pending', 'done', 'system'),
  step('P12.6', 'proposed', 'declined', 'manager risk admin'),
  step('P12.7', 'proposed pending', 'withdrawn', 'proposer manager admin'),
  step('P12.8', 'proposed pending', 'dropped', 'system'),
  step('P13.1', 'none', 'done', 'admin'),
  step('P13.2', 'none', 'proposed', 'manager'),
  step('P13.3', 'proposed', 'done', 'manager admin'),
]

const DECIDED = 'warned suspended terminated'

export const CASE: readonly Step[] = [
  step('V1', 'none', 'open', 'staff system', reasoned),
  step('V2', 'open', 'awaiting_partner', 'staff'),
  step('V3', 'awaiting_partner', 'deciding', 'own'),
  step('V4', 'awaiting_partner', 'deciding', 'system'),
  step('V5', 'deciding', 'dismissed', 'staff'),
  step('V6', 'deciding', 'warned', 'staff'),
  step('V7', 'deciding', 'suspended', 'risk admin'),
  step('V8', 'deciding', 'terminated', 'risk admin'),
  step('V9', DECIDED, 'appealed', 'own'),
  step('V10', 'appealed', 'upheld', 'fresh'),
  step('V11', 'appealed', 'reduced', 'fresh'),
  step('V12', 'appealed', 'overturned', 'fresh'),
  step('V13', `dismissed ${DECIDED} upheld reduced overturned`, 'closed', 'system'),
]

/** Of an application: where the person has another way to a second one. */
export const APPLICATION_ENDS: readonly string[] = ['approved', 'rejected', 'withdrawn', 'expired']

/** Who may look at the appeal of what. */
export const PANELS: Readonly<Record<string, readonly Part[]>> = {
  warned: ['staff'],
  suspended: ['risk', 'admin'],
  terminated: ['admin'],
}

/** Roles by what they make of somebody. */
export const ROLES_OF: Readonly<Partial<Record<Part, readonly string[]>>> = {
  reviewer: ['admin', 'regional_manager', 'reviewer'],
  manager: ['regional_manager'],
  risk: ['risk_officer'],
  admin: ['admin'],
  staff: ['admin', 'risk_officer', 'regional_manager', 'reviewer'],
}
