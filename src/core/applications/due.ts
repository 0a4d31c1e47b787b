/** What time ends: a lease, an idle draft, a question that nobody answers. Safe to do twice. Never speaks. */
import { type ApplicationPolicy, days } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { type ApplicationRow, lockApplication, move } from './moving.js'
import * as store from './store.js'

/** Applications ended in one look. */
const AT_ONCE = 100

/** Numbers of those that are due, the lowest first, after `after`; made or changed at `since` or later. */
export async function dueApplications(work: Work, after: string, since = 0): Promise<string[]> {
  return (await store.due(work, Number(after), since, AT_ONCE)).map(String)
}

export type Ended = { what: 'released' | 'expired' | 'forgotten'; row: ApplicationRow }

/** Ends one of {@link dueApplications}; undefined where it is not due any more. */
export async function endDueApplication(work: Work, id: string): Promise<Ended | undefined> {
  const row = await lockApplication(work, Number(id))
  if (row.dueAt === null || row.dueAt > work.now) return undefined
  if (row.state === 'in_review') {
    const details = { lapsed: true }
    return {
      what: 'released',
      row: await move(work, 'release', row, 'system', { set: { reviewer: null }, details }),
    }
  }
  if (row.state === 'needs_info') {
    return { what: 'expired', row: await move(work, 'fade', row, 'system', { holds: ['overdue'] }) }
  }
  return { what: 'forgotten', row: await move(work, 'forget', row, 'system', { holds: ['overdue'] }) }
}

/** Numbers of those whose applicant is to be reminded of a question, after `after`. */
export async function dueReminders(work: Work, after: string, policy: ApplicationPolicy): Promise<string[]> {
  for (let from = Number(after); ; ) {
    const waiting = await store.waiting(work, from, AT_ONCE)
    const due = waiting.filter((row) => isToRemind(row, work.now, policy))
    if (due.length > 0 || waiting.length < AT_ONCE) return due.map(({ id }) => String(id))
    from = waiting.at(-1)?.id ?? from
  }
}

function isToRemind(
  { reminded, changedAt }: ApplicationRow,
  now: number,
  policy: ApplicationPolicy,
): boolean {
  const day = policy.reminderDays[reminded]
  return day !== undefined && now >= changedAt + days(day)
}

/** Counts the reminder; undefined where none is due any more. After a silence of ours, one stands for all. */
export async function remind(
  work: Work,
  id: string,
  policy: ApplicationPolicy,
): Promise<{ row: ApplicationRow; number: number } | undefined> {
  const row = await lockApplication(work, Number(id))
  if (row.state !== 'needs_info' || !isToRemind(row, work.now, policy)) return undefined
  const passed = policy.reminderDays.filter((day) => work.now >= row.changedAt + days(day)).length
  await store.writeReminded(work, row.id, passed)
  return { row, number: passed }
}
