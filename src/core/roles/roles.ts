/** Roles of the programme: held by the person on every platform, granted and revoked with a record. */
import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import { record } from '../facts/facts.js'
import { type AccountSeen, introduce } from '../members/members.js'

/**
 * `admin` may do everything staff may; `finance_maker` asks for money, `finance_checker` decides about it,
 * one person never both for the same request; `risk_officer` may freeze; `partner` may drop from a budget.
 */
export const ROLES = ['admin', 'finance_maker', 'finance_checker', 'risk_officer', 'partner'] as const
export type Role = (typeof ROLES)[number]

/** Grants a role; again is no change. Refuses `role-unknown`. */
export async function grantRole(work: Work, member: number, role: string, by: string): Promise<void> {
  const known = ROLES.find((one) => one === role) ?? refuse('role-unknown', { role, roles: ROLES.join(', ') })
  const inserted = await work.db
    .insert(work.t.roleGrants)
    .values({ member, role: known, grantedBy: by, grantedAt: work.now })
    .onConflictDoNothing()
    .returning({ id: work.t.roleGrants.id })
  if (inserted.length > 0)
    await record(work, { kind: 'role-granted', actor: by, subject: `member:${member}`, details: { role } })
}

/** Takes a role away; not holding it is no change. */
export async function revokeRole(work: Work, member: number, role: string, by: string): Promise<void> {
  const { roleGrants } = work.t
  const revoked = await work.db
    .update(roleGrants)
    .set({ revokedBy: by, revokedAt: work.now })
    .where(and(eq(roleGrants.member, member), eq(roleGrants.role, role), isNull(roleGrants.revokedAt)))
    .returning({ id: roleGrants.id })
  if (revoked.length > 0)
    await record(work, { kind: 'role-revoked', actor: by, subject: `member:${member}`, details: { role } })
}

/** People who hold a role now. */
export async function holdersOf(work: Work, role: Role): Promise<number[]> {
  const { roleGrants } = work.t
  const rows = await work.db
    .select({ member: roleGrants.member })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, role), isNull(roleGrants.revokedAt)))
  return rows.map(({ member }) => member)
}

/**
 * The people of the setting OWNERS hold `admin` from the start. Each is a list of accounts that are one
 * person: otherwise one operator with two accounts would be maker and checker at once.
 */
export async function installOwners(work: Work, owners: readonly (readonly AccountSeen[])[]): Promise<void> {
  for (const accounts of owners) await grantRole(work, await introduce(work, accounts), 'admin', 'operator')
}
