/** An application comes, or comes back, before those who decide about it. */
import { text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  appealPanel,
  askerOf,
  isAppealOpen,
  staffAs,
  talkHosts,
  talkLeaders,
} from '../applications/applications.js'
import { press } from '../applications/cards.js'
import { postOnDesk } from '../desks/desks.js'
import { nameOf } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'

/** Puts an application before the reviewers: on the desk, or where there is none, before each of them. */
export async function putOnDesk(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const subject = String(row.id)
  if (await postOnDesk(work, 'applications', { kind: APPLICATION_CARD, subject })) return
  await tellReviewers(work, row, choose)
}

/** Puts it before each of the reviewers. `why`: told once more for it. */
async function tellReviewers(work: Work, row: ApplicationRow, choose: Choose, why?: string): Promise<void> {
  // Who asked is told of the answer on their own.
  const asker = (await askerOf(work, row))?.member
  const key = `application:${row.id}:arrived:${row.version}${why === undefined ? '' : `:${why}`}`
  for (const member of await staffAs(work, row, 'reviewer')) {
    if (member !== asker) await tellOne(work, row, { key, member, what: 'review-arrived' }, choose)
  }
}

/**
 * Tells those of the staff whom an application waits for: who can decide the appeal, or all who review it.
 * Nobody where it waits for nobody of them. `why`: told once more for it.
 */
export async function tellOfApplication(
  work: Work,
  row: ApplicationRow,
  choose: Choose,
  why?: string,
): Promise<void> {
  if (isAppealOpen(row)) return tellPanel(work, row, choose)
  if (row.state === 'queued') await tellReviewers(work, row, choose, why)
}

/**
 * An appeal comes before those who took no part in the decision, each in private: a card that is on the desk
 * already calls nobody.
 */
export async function putAppeal(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  await postOnDesk(work, 'applications', { kind: APPLICATION_CARD, subject: String(row.id) })
  await tellPanel(work, row, choose)
}

async function tellPanel(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const key = `application:${row.id}:appealed:${row.version}`
  for (const member of await appealPanel(work, row)) {
    await tellOne(work, row, { key, member, what: 'review-appealed' }, choose)
  }
}

/** Whoever asked hears that the answer has come, and has the way to it; nobody where nobody is kept for. */
export async function tellAsker(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const asker = await askerOf(work, row)
  if (!asker) return
  const key = `application:${row.id}:answered:${row.version}`
  await tellOne(work, row, { key, member: asker.member, what: 'review-answered' }, choose)
}

/** A talk is arranged: whoever notes what came of it is told, but for whoever arranged it. */
export async function tellLeaders(
  work: Work,
  row: ApplicationRow,
  by: number,
  choose: Choose,
): Promise<void> {
  const key = `application:${row.id}:talk:${row.version}:${row.revision}`
  for (const member of await talkLeaders(work, row)) {
    if (member !== by) await tellOne(work, row, { key, member, what: 'talk-told' }, choose)
  }
}

/** What the applicant says of a talk is for whoever invited them, and for those who lead it. */
export async function tellHosts(
  work: Work,
  row: ApplicationRow,
  suits: boolean,
  choose: Choose,
): Promise<void> {
  const key = `application:${row.id}:talk-answered:${row.version}:${row.revision}`
  const what = suits ? 'talk-suits-told' : 'talk-unsuited-told'
  for (const member of await talkHosts(work, row)) await tellOne(work, row, { key, member, what }, choose)
}

/** With the way to it. */
async function tellOne(
  work: Work,
  row: ApplicationRow,
  { key, member, what }: { key: string; member: number; what: string },
  choose: Choose,
): Promise<void> {
  const number = String(row.id)
  const view = {
    text: [text(what, { number, name: await nameOf(work, row.member) })],
    rows: [[press('application-open', text('review-open'), { application: number })]],
  }
  await tellMember(work, { key, member, view }, choose)
}
