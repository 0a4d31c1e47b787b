/**
 * News that was true when it was queued and is not any more, or that is not for whoever would read it now:
 * they would be misled, or told of people who are no matter of theirs.
 */
import {
  appealPanel,
  applicationOf,
  askerOf,
  isAppealOpen,
  isSuiting,
  mayInviteAgain,
  partsOf,
  talkOf,
} from './core/applications/applications.js'
import { caseNumbered, casePartsOf, helpersFor, waitsFor, whyNoPanel } from './core/cases/cases.js'
import { maySecond, openChanges } from './core/changes/changes.js'
import { deskOf, type Queue } from './core/desks/desks.js'
import { memberOf } from './core/members/members.js'
import { partnerNumbered, partsOf as partnerPartsOf } from './core/partners/partners.js'
import { barTo, reportNumbered } from './core/reports/reports.js'
import { grantsOf, reaches } from './core/roles/roles.js'
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

type Check = (work: Work, number: number, reader: number) => Promise<boolean>

/** What the applicant said of the talk that is proposed, to those who may propose another. */
function saidOfTalk(suits: boolean): Check {
  return async (work, number, reader) => {
    const row = await applicationOf(work, number)
    const answer = (await talkOf(work, row))?.answer ?? null
    const isSo = answer !== null && isSuiting(answer) === suits
    return isSo && mayInviteAgain(row, await partsOf(work, row, reader), reader)
  }
}

/** Of an application, to those who are something to it. */
const review: Readonly<Record<string, Check>> = {
  async 'review-arrived'(work, number, reader) {
    const row = await applicationOf(work, number)
    return row.state === 'queued' && (await partsOf(work, row, reader)).has('reviewer')
  },
  async 'review-appealed'(work, number, reader) {
    const row = await applicationOf(work, number)
    return isAppealOpen(row) && (await appealPanel(work, row)).includes(reader)
  },
  'review-answered': async (work, number, reader) =>
    (await askerOf(work, await applicationOf(work, number)))?.member === reader,
  async 'hand-told'(work, number, reader) {
    const row = await applicationOf(work, number)
    return (await partsOf(work, row, reader)).has('holder')
  },
  async 'late-told'(work, number, reader) {
    const row = await applicationOf(work, number)
    const isLate = row.promisedAt !== null && row.promisedAt <= work.now
    return isLate && (await partsOf(work, row, reader)).has('manager')
  },
  async 'talk-told'(work, number, reader) {
    const row = await applicationOf(work, number)
    return row.state === 'interview' && (await partsOf(work, row, reader)).has('manager')
  },
  'talk-suits-told': saidOfTalk(true),
  'talk-unsuited-told': saidOfTalk(false),
  'proposal-wanted': async (work, number, reader) =>
    (await partsOf(work, await applicationOf(work, number), reader)).has('cosigner'),
}

/** Whether a case is in a state still, and for somebody who may work on it. */
function handled(...states: CaseState[]): Check {
  return async (work, number, reader) => {
    const { row, partner } = await caseNumbered(work, number)
    const parts = await casePartsOf(work, row, partner, reader)
    return parts.has('handler') && (states.length === 0 || states.includes(row.state))
  }
}

type CaseState = Awaited<ReturnType<typeof caseNumbered>>['row']['state']

/** Somebody who could agree to what is proposed. */
const seconds: Check = async (work, number, reader) => {
  const { row, partner } = await caseNumbered(work, number)
  const parts = await casePartsOf(work, row, partner, reader)
  const isOfTwo = parts.has('admin') || parts.has('risk')
  return row.proposal !== null && row.proposedBy !== reader && isOfTwo
}

/** A decision that nobody has changed on appeal, for somebody who may work on the case. */
const stands: Check = async (work, number, reader) => {
  const { row } = await caseNumbered(work, number)
  const isChanged = row.appealVerdict === 'reduced' || row.appealVerdict === 'overturned'
  return !isChanged && (await handled()(work, number, reader))
}

/** Of a case, to those who have something to do in it, or may work on it. */
const kase: Readonly<Record<string, Check>> = {
  'case-arrived': async (work, number, reader) => waitsFor(work, await caseNumbered(work, number), reader),
  'case-waits': seconds,
  'case-replied-told': handled('deciding'),
  async 'case-appealed-told'(work, number, reader) {
    const heard = await caseNumbered(work, number)
    return heard.row.state === 'appealed' && (await whyNoPanel(work, heard, reader)) === undefined
  },
  async 'case-appealed-nobody'(work, number, reader) {
    const heard = await caseNumbered(work, number)
    return heard.row.state === 'appealed' && (await helpersFor(work, heard)).includes(reader)
  },
  'case-remind-reply': handled('awaiting_partner'),
  'case-remind-hold': handled('deciding'),
  'case-remind-second': seconds,
  'case-hold-over': handled(),
  'case-told-declined': handled(),
  'case-told-replaced': handled(),
  'case-told-otherwise': stands,
  'case-told-agreed': stands,
  'case-told-on-appeal': handled(),
}

/** Whether what some news tells of, by its number, is still so for whoever reads it. */
const STILL_SO: Readonly<Record<string, Check>> = {
  ...review,
  ...kase,
  // By the number of the partner.
  async 'change-waits'(work, number, reader) {
    const partner = await partnerNumbered(work, number)
    for (const row of await openChanges(work, number)) {
      if (await maySecond(work, { row, partner }, reader)) return true
    }
    return false
  },
  async 'change-arrived'(work, number, reader) {
    const { region } = await partnerNumbered(work, number)
    const grants = await grantsOf(work, reader)
    return reaches(grants, 'regional_manager', region) || reaches(grants, 'reviewer', region)
  },
  async 'partner-wants-back'(work, number, reader) {
    const parts = await partnerPartsOf(work, await partnerNumbered(work, number), reader)
    return parts.has('admin') || parts.has('risk')
  },
  async 'report-arrived'(work, number, reader) {
    const row = await reportNumbered(work, number)
    return row.state === 'open' && (await barTo(work, row, reader)) === undefined
  },
}

export async function isStale(work: Work, { text: said }: View, reader: Reader): Promise<boolean> {
  for (const { key, params } of said) {
    const queue = NO_DESK[key]
    // One named since then shows it; one that was out of reach when it was told and is not now does not.
    const desk = queue === undefined ? undefined : await deskOf(work, queue)
    if (desk && desk.at >= reader.createdAt) return true
    const isStillSo = STILL_SO[key]
    if (!isStillSo) continue
    const member = await readerOf(work, reader)
    if (member === undefined || !(await isStillSo(work, Number(params?.number), member))) return true
  }
  return false
}

/** The person who would read it; undefined where nobody has the account any more. */
async function readerOf(work: Work, { platform, account }: Reader): Promise<number | undefined> {
  if (account === null || platform === 'mail') return undefined
  return memberOf(work, { platform, id: account })
}
