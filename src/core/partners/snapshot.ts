/** How a partner stands, to the byte: what a sanction is measured by, and an appeal restores. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { canonicalJson } from '../../kit/json.js'
import { among, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { memberText } from '../facts/facts.js'
import type { Scope } from '../freezes/freezes.js'
import { rolesOf } from '../roles/roles.js'
import type { PartnerRow } from './moving.js'

/** The stop that a sanction lays: what a partner does with budgets, and later with tasks and links. */
export function spenderScope({ member }: Pick<PartnerRow, 'member'>): Scope {
  return `spender:${member}`
}

/**
 * State, attributes, roles and stops of a partner as canonical JSON: the same standing is the same bytes.
 * Counters of changes and their moments are not in it, for what happened is not undone.
 */
export async function snapshotOf(work: Work, partner: PartnerRow): Promise<string> {
  const { version: _version, changedAt: _at, ...standing } = partner
  const { freezes, partnerSanctions } = work.t
  const scopes = listOf([spenderScope(partner), memberText(partner.member)])
  const stops = await work.db
    .select({ scope: freezes.scope, byStaff: freezes.byStaff, reason: freezes.reason, by: freezes.by })
    .from(freezes)
    .where(and(among(freezes.scope, scopes), isNull(freezes.liftedAt)))
    .orderBy(asc(freezes.scope))
  const held = await work.db
    .select({ kind: partnerSanctions.kind, case: partnerSanctions.case, until: partnerSanctions.until })
    .from(partnerSanctions)
    .where(and(eq(partnerSanctions.partner, partner.id), isNull(partnerSanctions.undoneAt)))
    .orderBy(asc(partnerSanctions.id))
  const roles = (await rolesOf(work, partner.member)).sort()
  return canonicalJson({ standing, roles, stops, held })
}
