/**
 * Roles of the programme. `admin` may do everything staff may; `finance_maker` asks for money,
 * `finance_checker` decides about it, one person never both for the same request; `risk_officer` may freeze;
 * `reviewer` and `regional_manager` decide about applications; `auditor` reads the record and changes
 * nothing; `partner` may nothing yet that members may not.
 */
export const ROLES = [
  'admin',
  'finance_maker',
  'finance_checker',
  'risk_officer',
  'reviewer',
  'regional_manager',
  'auditor',
  'partner',
] as const
export type Role = (typeof ROLES)[number]

/** Roles that staff give each other. A partner becomes one by an application. */
export const STAFF_ROLES = ROLES.filter((role) => role !== 'partner')
