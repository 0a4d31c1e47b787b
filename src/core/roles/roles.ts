/** Roles of the programme: held by the person on every platform, granted and revoked with a record. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { type Param, type Text, text } from '../../kit/text.js'
import { ROLES, type Role, STAFF_ROLES } from '../../programme/roles.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'

export { ROLES, type Role, STAFF_ROLES }

/** Roles that may hold in one region of the programme only. */
export const REGIONAL_ROLES: readonly string[] = ['reviewer', 'regional_manager'] satisfies Role[]

/** A grant's region where it holds in all of them. */
export const EVERYWHERE = ''

/** Who gave a role that comes from the setting OWNERS, and takes it when the setting does not name one. */
export const SETTING = 'owners'

/** A grant as it stands. */
export interface Held {
  member: number
  role: string
  /** Empty: in all regions. */
  region: string
  grantedBy: string
}

export interface HowGranted {
  /** Left out or empty: everywhere. Only {@link REGIONAL_ROLES} have one. */
  region?: string
  /** For the record. */
  reason?: string
}

/**
 * Grants a role and answers whether that changed anything; again is no change, but that one which came from
 * the setting OWNERS stays from now on whatever the setting says. Refuses `role-unknown`.
 */
export async function grantRole(
  work: Work,
  member: number,
  role: string,
  by: string,
  { region = EVERYWHERE, reason }: HowGranted = {},
): Promise<boolean> {
  const { roleGrants } = work.t
  const known = ROLES.find((one) => one === role) ?? refuse('role-unknown', { role, roles: rolesText(ROLES) })
  const inserted = await work.db
    .insert(roleGrants)
    .values({ member, role: known, region, grantedBy: by, grantedAt: work.now })
    .onConflictDoNothing()
    .returning({ id: roleGrants.id })
  const changed = inserted.length > 0 || by === SETTING ? inserted : await makeLasting(work, member, role, by)
  if (changed.length > 0) await recordChange(work, 'role-granted', { member, role, region, by, reason })
  return changed.length > 0
}

function makeLasting(work: Work, member: number, role: string, by: string): Promise<{ id: number }[]> {
  const { roleGrants } = work.t
  const isLive = and(eq(roleGrants.role, role), isNull(roleGrants.revokedAt))
  return work.db
    .update(roleGrants)
    .set({ grantedBy: by })
    .where(and(eq(roleGrants.member, member), eq(roleGrants.grantedBy, SETTING), isLive))
    .returning({ id: roleGrants.id })
}

/**
 * Takes a role away, in the region that is named or wherever it is held, and answers whether it was held
 * there; not holding it is no change.
 */
export async function revokeRole(
  work: Work,
  member: number,
  role: string,
  by: string,
  { region, reason }: HowGranted = {},
): Promise<boolean> {
  const { roleGrants } = work.t
  const where = region === undefined ? undefined : eq(roleGrants.region, region)
  const revoked = await work.db
    .update(roleGrants)
    .set({ revokedBy: by, revokedAt: work.now })
    .where(and(eq(roleGrants.member, member), eq(roleGrants.role, role), isNull(roleGrants.revokedAt), where))
    .returning({ region: roleGrants.region })
  for (const one of revoked) {
    await recordChange(work, 'role-revoked', { member, role, region: one.region, by, reason })
  }
  return revoked.length > 0
}

interface Changed {
  member: number
  role: string
  region: string
  by: string
  reason: string | undefined
}

function recordChange(
  work: Work,
  kind: 'role-granted' | 'role-revoked',
  { member, role, region, by, reason }: Changed,
): Promise<void> {
  const details = {
    role,
    ...(region === EVERYWHERE ? {} : { region }),
    ...(reason === undefined ? {} : { reason }),
  }
  return record(work, { kind, actor: by, subject: memberText(member), details })
}

/** The roles a person holds now. */
export async function rolesOf(work: Work, member: number): Promise<string[]> {
  const grants = await grantsOf(work, member)
  return [...new Set(grants.map(({ role }) => role))]
}

/** What a person was granted and still holds, the longest held first. */
export function grantsOf(work: Work, member: number): Promise<Held[]> {
  return liveGrants(work, eq(work.t.roleGrants.member, member))
}

/** All roles that are held now, the longest held first. */
export function rolesHeld(work: Work): Promise<Held[]> {
  return liveGrants(work)
}

/** Whether one of some grants is of this role and holds in a region (null: where nobody has said which). */
export function reaches(grants: readonly Held[], role: Role, region: string | null): boolean {
  return grants.some((one) => one.role === role && (one.region === EVERYWHERE || one.region === region))
}

/**
 * People who hold a role now, the longest first; with `region` (null: where nobody has said which) only those
 * whose grant reaches it.
 */
export async function holdersOf(work: Work, role: Role, region?: string | null): Promise<number[]> {
  const grants = await liveGrants(work, eq(work.t.roleGrants.role, role))
  const there = region === undefined ? grants : grants.filter((one) => reaches([one], role, region))
  return [...new Set(there.map(({ member }) => member))]
}

/** The regions in which some grants give one of these roles; undefined: all, and where there is none. */
export function regionsHeld(grants: readonly Held[], roles: readonly string[]): string[] | undefined {
  const held = grants.filter(({ role }) => roles.includes(role))
  return held.some(({ region }) => region === EVERYWHERE) ? undefined : held.map(({ region }) => region)
}

/**
 * These hold `admin` by the setting OWNERS; whoever held it by this setting alone and is not among them loses
 * it.
 */
export async function holdBySetting(work: Work, owners: readonly number[]): Promise<void> {
  for (const member of owners) await grantRole(work, member, 'admin', SETTING)
  for (const { member, role } of await liveGrants(work, eq(work.t.roleGrants.grantedBy, SETTING)))
    if (!owners.includes(member)) await revokeRole(work, member, role, SETTING)
}

/**
 * What was granted to somebody who has become another goes along. What came from the setting alone does not,
 * where the setting itself says who they are.
 */
export async function joinRoles(
  work: Work,
  { gone, stays, by }: { gone: number; stays: number; by: string },
): Promise<void> {
  for (const { role, region, grantedBy } of await grantsOf(work, gone)) {
    await revokeRole(work, gone, role, by, { region })
    if (by !== SETTING || grantedBy !== SETTING) await grantRole(work, stays, role, grantedBy, { region })
  }
}

/** A role in words. */
export function roleText(role: string): Text {
  return text(role === 'partner' ? 'role-partner' : `choice-${role}`)
}

/** Roles in words, one after the other. */
export function rolesText(roles: readonly string[]): Param {
  return { list: roles.map(roleText) }
}

/** Whether the setting OWNERS alone gives a person this role: then only the setting can take it. */
export function isFromSetting({ grantedBy }: Held): boolean {
  return grantedBy === SETTING
}

function liveGrants(work: Work, which?: SQL): Promise<Held[]> {
  const { roleGrants } = work.t
  const { member, role, region, grantedBy } = roleGrants
  return work.db
    .select({ member, role, region, grantedBy })
    .from(roleGrants)
    .where(and(which, isNull(roleGrants.revokedAt)))
    .orderBy(asc(roleGrants.id))
}
