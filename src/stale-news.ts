/** News that was true when it was queued and is not any more: whoever gets it late would be misled. */
import { applicationOf, askerOf, isAppealOpen, openProposal } from './core/applications/applications.js'
import { caseNumbered } from './core/cases/cases.js'
import { openChanges } from './core/changes/changes.js'
import { deskOf, type Queue } from './core/desks/desks.js'
import { accountsOf } from './core/members/members.js'
import { reportNumbered } from './core/reports/reports.js'
import type { View } from './interaction/view.js'
import type { OutboxRow } from './scheduler/rows.js'
import type { Work } from './storage/storage.js'

/** News that is told because a queue has no desk. */
const NO_DESK: Readonly<Record<string, Queue>> = {
  'review-arrived': 'applications',
  'case-arrived': 'cases',
  'report-arrived': 'cases',
}

type Reader = Pick<OutboxRow, 'platform' | 'account' | 'createdAt'>

/** Whether what some news tells of, by its number, is still so for whoever reads it. */
const STILL_SO: Readonly<Record<string, (work: Work, number: number, reader: Reader) => Promise<boolean>>> = {
  async 'review-arrived'(work, number) {
    const row = await applicationOf(work, number)
    return row.state === 'queued' || isAppealOpen(row)
  },
  'review-appealed': async (work, number) => isAppealOpen(await applicationOf(work, number)),
  'review-answered': async (work, number) =>
    (await askerOf(work, await applicationOf(work, number))) !== undefined,
  async 'hand-told'(work, number, reader) {
    const { state, reviewer } = await applicationOf(work, number)
    if (state !== 'in_review' || reviewer === null) return false
    const accounts = await accountsOf(work, reviewer)
    return accounts.some((one) => one.platform === reader.platform && one.account === reader.account)
  },
  async 'late-told'(work, number) {
    const { promisedAt } = await applicationOf(work, number)
    return promisedAt !== null && promisedAt <= work.now
  },
  'proposal-wanted': async (work, number) => (await openProposal(work, number)) !== undefined,
  'case-arrived': async (work, number) => (await caseNumbered(work, number)).row.state !== 'closed',
  'case-waits': async (work, number) => (await caseNumbered(work, number)).row.proposal !== null,
  'case-replied-told': async (work, number) => (await caseNumbered(work, number)).row.state === 'deciding',
  'case-appealed-told': async (work, number) => (await caseNumbered(work, number)).row.state === 'appealed',
  'case-remind-reply': async (work, number) =>
    (await caseNumbered(work, number)).row.state === 'awaiting_partner',
  'case-remind-hold': async (work, number) => (await caseNumbered(work, number)).row.state === 'deciding',
  'case-remind-second': async (work, number) => (await caseNumbered(work, number)).row.proposal !== null,
  // By the number of the partner.
  'change-waits': async (work, number) =>
    (await openChanges(work, number)).some(({ state }) => state === 'proposed'),
  'report-arrived': async (work, number) => (await reportNumbered(work, number)).state === 'open',
}

export async function isStale(work: Work, { text: said }: View, reader: Reader): Promise<boolean> {
  for (const { key, params } of said) {
    const queue = NO_DESK[key]
    // One named since then shows it; one that was out of reach when it was told and is not now does not.
    const desk = queue === undefined ? undefined : await deskOf(work, queue)
    if (desk && desk.at >= reader.createdAt) return true
    const isStillSo = STILL_SO[key]
    if (isStillSo && !(await isStillSo(work, Number(params?.number), reader))) return true
  }
  return false
}
