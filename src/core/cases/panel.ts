/** Who may decide about an appeal, and for whom a case has something to do. Never speaks. */
import type { Work } from '../../storage/storage.js'
import { STAFF } from '../partners/partners.js'
import { holdersOf, rolesHeld, rolesOf } from '../roles/roles.js'
import type { Heard } from './hearing.js'
import { type CaseRow, partsOf } from './moving.js'
import { GUARDS, whyNoHandler } from './transitions.js'

/** A warning may be looked at by any of the staff, a suspension by risk or admins, an end by an admin. */
export async function isPanel(work: Work, { verdict }: CaseRow, by: number): Promise<boolean> {
  const roles = await rolesOf(work, by)
  const isAdmin = roles.includes('admin')
  return {
    dismissed: false,
    warned: true,
    suspended: isAdmin || roles.includes('risk_officer'),
    terminated: isAdmin,
  }[verdict ?? 'dismissed']
}

/** Why somebody cannot decide about the appeal, as a key of a refusal; undefined for whoever can. */
export async function whyNoPanel(work: Work, { row, partner }: Heard, by: number) {
  const parts = await partsOf(work, row, partner, by)
  if (!parts.has('handler')) return whyNoHandler(parts)
  if (!parts.has('fresh')) return 'case-took-part'
  return (await isPanel(work, row, by)) ? undefined : GUARDS.panel
}

/** All of the staff who may work on the case: whoever it is about, brought them or reported it may not. */
export async function handlersOf(work: Work, { row, partner }: Heard): Promise<number[]> {
  const held = await rolesHeld(work)
  const staff = new Set(held.filter(({ role }) => STAFF.some((one) => one === role)).map((one) => one.member))
  const able: number[] = []
  for (const member of staff) {
    if ((await partsOf(work, row, partner, member)).has('handler')) able.push(member)
  }
  return able
}

/** Those of the staff who can decide about the appeal. */
export async function panelFor(work: Work, heard: Heard): Promise<number[]> {
  const able: number[] = []
  for (const member of await handlersOf(work, heard)) {
    if ((await whyNoPanel(work, heard, member)) === undefined) able.push(member)
  }
  return able
}

/**
 * The admins who help with an appeal that nobody can decide, by giving somebody the role: those who may work
 * on the case, or where there are none, all but its partner. Nobody where somebody can decide it.
 */
export async function helpersFor(work: Work, heard: Heard): Promise<number[]> {
  if ((await panelFor(work, heard)).length > 0) return []
  const admins = await holdersOf(work, 'admin')
  const able = await handlersOf(work, heard)
  const fit = admins.filter((member) => able.includes(member))
  return fit.length > 0 ? fit : admins.filter((member) => member !== heard.partner.member)
}

/**
 * Whether the case has something for somebody to do, who may work on it: to tell the partner, to decide, or
 * to answer an appeal. An appeal that nobody can answer is an admin's, who can give somebody the role.
 */
export async function waitsFor(work: Work, heard: Heard, by: number): Promise<boolean> {
  const { row, partner } = heard
  const parts = await partsOf(work, row, partner, by)
  if (!parts.has('handler')) return false
  if (row.state !== 'appealed') return row.state === 'open' || row.state === 'deciding'
  if ((await whyNoPanel(work, heard, by)) === undefined) return true
  return parts.has('admin') && (await panelFor(work, heard)).length === 0
}
