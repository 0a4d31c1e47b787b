/**
 * What is taken from a partner, and given back exactly. A sanction remembers how everything stood before it
 * and what it changed; undoing it goes back to that and touches nothing else. A suspension may lie under a
 * termination: the newer is undone first.
 *
 * Stopped are budgets, by a stop over the partner. Tasks, links and rewards of the programme ask the same
 * stop once there are any; commission that the exchange pays is never touched from here.
 */
import { fromJson, toJson } from '../../kit/json.js'
import { must, refuse } from '../../kit/refusal.js'
import { hours } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { memberText } from '../facts/facts.js'
import { freeze, freezesOver, lift } from '../freezes/freezes.js'
import { grantRole, revokeRole, rolesOf } from '../roles/roles.js'
import { assertMove, type Mover, move, type PartnerRow, paramsOf } from './moving.js'
import { snapshotOf, spenderScope } from './snapshot.js'
import * as store from './store.js'
import type { Guard, State } from './transitions.js'

const GROUNDED = ['grounded'] as const

export interface Sanctioned {
  by: number
  /** Null: there is no case yet. */
  case: number | null
  /** The reason's name in the programme file. */
  reason: string
  /** Of a suspension null where it lasts until the case is decided. */
  until: number | null
}

/** Suspends. Refuses what the table refuses. */
export async function suspend(work: Work, row: PartnerRow, sanctioned: Sanctioned): Promise<PartnerRow> {
  const before = await snapshotOf(work, row)
  const { by, until } = sanctioned
  const details = { reason: sanctioned.reason, case: sanctioned.case }
  const moved = await move(work, 'suspend', row, by, { holds: GROUNDED, details })
  const changed = await stop(work, row, sanctioned)
  await store.insertSanction(work, {
    ...{ partner: row.id, kind: 'suspension', case: sanctioned.case, reason: sanctioned.reason },
    ...{ until, by, changed: toJson(changed), snapshot: before },
  })
  return moved
}

/**
 * Terminates, from `until` on: a paused partner by way of a suspension. `atOnce`: everything is taken now,
 * and the day is only the end of the time to appeal. Refuses what the table refuses.
 */
export async function terminate(
  work: Work,
  row: PartnerRow,
  sanctioned: Sanctioned & { case: number; until: number },
  { atOnce, holds }: { atOnce: boolean; holds: readonly Guard[] },
): Promise<PartnerRow> {
  if (row.state === 'paused') row = await suspend(work, row, { ...sanctioned, until: null })
  const before = await snapshotOf(work, row)
  const { by, until, reason } = sanctioned
  const details = { reason, case: sanctioned.case, until }
  const moved = await move(work, 'terminate', row, by, { holds, details })
  const changed = await stop(work, row, sanctioned)
  if (atOnce && (await takeRole(work, row, memberText(by)))) changed.push('role')
  await store.insertSanction(work, {
    ...{ partner: row.id, kind: 'termination', case: sanctioned.case, reason, until, by },
    ...{ changed: toJson(changed), snapshot: before },
  })
  return moved
}

/** What a sanction changed beside the state. */
type Changed = 'stop' | 'role'

/** Lays the stop, where none is laid by an earlier sanction. */
async function stop(work: Work, row: PartnerRow, sanctioned: Sanctioned): Promise<Changed[]> {
  const scope = spenderScope(row)
  if ((await freezesOver(work, [scope])).size > 0) return []
  const { by } = sanctioned
  await freeze(work, scope, sanctioned.case === null ? '' : String(sanctioned.case), memberText(by))
  return ['stop']
}

/** The day has come, or the appeal was refused: a terminated partner is none any more. */
export async function endTerminated(work: Work, row: PartnerRow): Promise<PartnerRow> {
  const moved = await move(work, 'end', row, 'system', { holds: ['over'] })
  await takeRole(work, row, 'system')
  return moved
}

/** Whether it was there to be taken. */
export async function takeRole(work: Work, { member }: PartnerRow, by: string): Promise<boolean> {
  if (!(await rolesOf(work, member)).includes('partner')) return false
  await revokeRole(work, member, 'partner', by)
  return true
}

/**
 * Undoes every sanction of a case, the newest first: afterwards all is as it stood before them. One on which
 * the sanction of another case lies is over as soon as that is undone. `why` is for the record.
 */
export async function undoSanctionsOf(
  work: Work,
  row: PartnerRow,
  { case: number, by, why }: { case: number; by: Mover; why: string },
): Promise<PartnerRow> {
  let now = row
  const held = (await store.heldSanctions(work, row.id)).toReversed()
  const isBuried = held[0]?.case !== number
  for (const sanction of held) {
    if (sanction.case !== number) continue
    // Another's lies on it: it is over as soon as that is undone.
    if (isBuried) await store.writeSanction(work, sanction.id, { until: work.now })
    else now = await undo(work, now, sanction, sanction.kind === 'termination' ? by : 'system', why)
  }
  return now
}

/** Undoes one, which must be the newest. */
export async function undo(
  work: Work,
  row: PartnerRow,
  sanction: store.SanctionRow,
  by: Mover,
  why: string,
): Promise<PartnerRow> {
  const to = stateIn(sanction)
  const details = { case: sanction.case, why }
  const moved =
    sanction.kind === 'termination'
      ? await move(work, 'reprieve', row, by, { to, holds: ['overturned'], details })
      : await move(work, 'restore', row, by, { to, holds: ['undone'], details })
  const changed = fromJson<Changed[]>(sanction.changed)
  const actor = by === 'system' ? 'system' : memberText(by)
  const scope = spenderScope(row)
  if (changed.includes('stop') && (await freezesOver(work, [scope])).size > 0) {
    await lift(work, scope, actor, true)
  }
  if (changed.includes('role')) await grantRole(work, row.member, 'partner', actor)
  await store.writeSanction(work, sanction.id, { undoneAt: work.now })
  return moved
}

/** The state before it. */
export function stateIn({ snapshot }: Pick<store.SanctionRow, 'snapshot'>): State {
  return must(fromJson<{ standing?: { state?: State } }>(snapshot).standing?.state, 'a state in the snapshot')
}

/** Somebody comes back: what was laid is over, and nothing of it is restored. */
export async function forgiveAll(work: Work, row: PartnerRow, by: string): Promise<void> {
  const scope = spenderScope(row)
  if ((await freezesOver(work, [scope])).size > 0) await lift(work, scope, by, true)
  for (const { id } of await store.heldSanctions(work, row.id)) {
    await store.writeSanction(work, id, { undoneAt: work.now })
  }
}

/**
 * That somebody may suspend before there is a case, without writing. Refuses what the table refuses, and
 * `partner-hold-spent`: in the case that the partner was told of, such a suspension has ended already
 * because nobody decided. One after the other, one person's word would last for ever.
 */
export async function assertMayHold(work: Work, row: PartnerRow, by: number): Promise<void> {
  await assertMove(work, 'suspend', row, by, { holds: GROUNDED })
  const told = await store.toldCases(work, row.id)
  const [first] = told
  if (first && told.every(({ isSpent }) => isSpent)) {
    refuse('partner-hold-spent', { ...paramsOf(row), case: String(first.id) })
  }
}

/** Somebody who is suspended without a case was told of one: from now on the suspension is of that. */
export async function bindHold(work: Work, partner: number, kase: number): Promise<void> {
  for (const { id, case: bound } of await store.heldSanctions(work, partner)) {
    if (bound === null) await store.writeSanction(work, id, { case: kase, until: null })
  }
}

/** The suspension that a case took over from one person and that nobody has decided about. */
export async function holdOf(
  work: Work,
  partner: number,
  kase: number,
): Promise<store.SanctionRow | undefined> {
  const newest = (await store.heldSanctions(work, partner)).at(-1)
  return newest?.kind === 'suspension' && newest.case === kase ? newest : undefined
}

/**
 * Gives such a suspension its end, once its case can be decided: so many hours after it began, but never
 * sooner than staff can be reminded of it. Answers it; undefined where there is none, or it has an end.
 */
export async function clockHold(
  work: Work,
  partner: number,
  kase: number,
  { holdHours, remindHours }: Pick<CasePolicy, 'holdHours' | 'remindHours'>,
): Promise<store.SanctionRow | undefined> {
  const hold = await holdOf(work, partner, kase)
  if (!hold || hold.until !== null) return undefined
  const until = Math.max(hold.at + hours(holdHours), work.now + hours(remindHours))
  await store.writeSanction(work, hold.id, { until })
  return { ...hold, until }
}

/**
 * Nobody decides after all: one whose end is near or past lasts as long as staff need to be reminded of it.
 * Answers it; undefined where there is none, or its end is neither.
 */
export async function prolongHold(
  work: Work,
  partner: number,
  kase: number,
  { remindHours }: Pick<CasePolicy, 'remindHours'>,
): Promise<{ id: number; until: number } | undefined> {
  const hold = await holdOf(work, partner, kase)
  const until = work.now + hours(remindHours)
  if (!hold || hold.until === null || hold.until > until) return undefined
  await store.writeSanction(work, hold.id, { until })
  return { id: hold.id, until }
}
