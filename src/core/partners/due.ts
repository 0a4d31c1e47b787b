/** What time ends in a partner's life. Safe to do twice. Never speaks. */
import { days } from '../../programme/applications.js'
import type { PartnerPolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { leaveIdle } from './life.js'
import { lockPartner, type PartnerRow } from './moving.js'
import { endTerminated, undo } from './sanctions.js'
import * as store from './store.js'

/** Partners settled in one look. */
const AT_ONCE = 100

/** Numbers of partners with a sanction that has come to its moment, after `after`. */
export async function dueSanctions(work: Work, after: string, since = 0): Promise<string[]> {
  return (await store.dueSanctions(work, Number(after), since, AT_ONCE)).map(String)
}

export type Settled = {
  what: 'lapsed' | 'expired' | 'served' | 'terminated' | 'left'
  row: PartnerRow
  /** The case in which nobody decided while it lasted, and the number of the suspension. */
  undecided?: { case: number; hold: number }
}

/**
 * Settles one of {@link dueSanctions}; undefined where nothing is due any more. Whoever is suspended without
 * a case that they were told of gets everything back; where there is one by now, it is of that, and ends by
 * the clock of the case unless a decision is proposed. A termination waits for its appeal.
 */
export async function settleSanction(work: Work, id: string): Promise<Settled | undefined> {
  const row = await lockPartner(work, Number(id))
  const newest = (await store.heldSanctions(work, row.id)).at(-1)
  if (!newest || newest.until === null || newest.until > work.now) return undefined
  if (newest.kind === 'termination') {
    if (row.state !== 'terminating') return undefined
    if (newest.case !== null && (await store.isAppealOpen(work, newest.case))) return undefined
    return { what: 'terminated', row: await endTerminated(work, row) }
  }
  if (row.state !== 'suspended') return undefined
  if (newest.case !== null) {
    const hearing = await store.undecided(work, newest.case)
    if (hearing === 'proposed') return undefined
    if (hearing === 'open') {
      const back = await undo(work, row, newest, 'system', 'expired')
      return { what: 'expired', row: back, undecided: { case: newest.case, hold: newest.id } }
    }
    return { what: 'served', row: await undo(work, row, newest, 'system', 'served') }
  }
  const told = (await store.toldCases(work, row.id)).find(({ isSpent }) => !isSpent)
  if (!told) return { what: 'lapsed', row: await undo(work, row, newest, 'system', 'lapsed') }
  // Where it could be decided when the suspension was laid, the end stays what it is.
  const isOver = told.decidingSince !== null && told.decidingSince <= newest.at
  await store.writeSanction(work, newest.id, { case: told.id, ...(isOver ? {} : { until: null }) })
  return undefined
}

/** Numbers of partners whose onboarding nobody went on with, after `after`. */
export async function idlePartners(
  work: Work,
  after: string,
  since: number,
  policy: PartnerPolicy,
): Promise<string[]> {
  for (let from = Number(after); ; ) {
    const before = work.now - days(policy.idleDays)
    const rows = await store.idlePartners(work, { after: from, since, before }, AT_ONCE)
    const due = rows.filter((row) => isIdle(row, work.now, policy))
    if (due.length > 0 || rows.length < AT_ONCE) return due.map(({ id }) => String(id))
    from = rows.at(-1)?.id ?? from
  }
}

/** A step of the checklist is a sign of life. */
function isIdle(row: PartnerRow, now: number, { idleDays }: PartnerPolicy): boolean {
  const last = Math.max(row.since, row.changedAt ?? 0, row.uidConfirmedAt ?? 0)
  return row.state === 'onboarding' && last + days(idleDays) <= now
}

export async function settleIdle(
  work: Work,
  id: string,
  policy: PartnerPolicy,
): Promise<Settled | undefined> {
  const row = await lockPartner(work, Number(id))
  return isIdle(row, work.now, policy) ? { what: 'left', row: await leaveIdle(work, row) } : undefined
}
