/** An application comes, or comes back, before those who decide about it. */
import { text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import {
  APPLICATION_CARD,
  type ApplicationRow,
  askerOf,
  partsOf,
  REVIEWERS,
} from '../applications/applications.js'
import { press } from '../applications/cards.js'
import { postOnDesk } from '../desks/desks.js'
import { nameOf } from '../members/members.js'
import { type Choose, tellHolders, tellMember } from '../notices/notices.js'
import { holdersOf } from '../roles/roles.js'

/** Puts an application before the reviewers: on the desk, or where there is none, before each of them. */
export async function putOnDesk(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const subject = String(row.id)
  if (await postOnDesk(work, 'applications', { kind: APPLICATION_CARD, subject })) return
  await tellReviewers(work, row, choose)
}

/** Puts it before each of the reviewers. `why`: told once more for it. */
export async function tellReviewers(
  work: Work,
  row: ApplicationRow,
  choose: Choose,
  why?: string,
): Promise<void> {
  const subject = String(row.id)
  const name = await nameOf(work, row.member)
  const asker = await askerOf(work, row)
  const view = {
    text: [text('review-arrived', { number: subject, name })],
    rows: [[press('application-open', text('review-open'), { application: subject })]],
  }
  const notice = {
    key: `application:${row.id}:arrived:${row.version}${why === undefined ? '' : `:${why}`}`,
    roles: REVIEWERS,
    region: row.region,
    // Who asked is told of the answer on their own.
    except: [row.member, ...(asker ? [asker.member] : [])],
    view,
  }
  await tellHolders(work, notice, choose)
}

/**
 * An appeal comes before those who took no part in the decision, each in private: a card that is on the desk
 * already calls nobody.
 */
export async function putAppeal(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const number = String(row.id)
  await postOnDesk(work, 'applications', { kind: APPLICATION_CARD, subject: number })
  const view = {
    text: [text('review-appealed', { number, name: await nameOf(work, row.member) })],
    rows: [[press('application-open', text('review-open'), { application: number })]],
  }
  const key = `application:${row.id}:appealed:${row.version}`
  for (const member of await panelOf(work, row)) await tellMember(work, { key, member, view }, choose)
}

/** Who may decide about an appeal; where nobody is left, all of the staff: an admin can give a role. */
async function panelOf(work: Work, row: ApplicationRow): Promise<number[]> {
  const staff = new Set<number>()
  for (const role of REVIEWERS)
    for (const member of await holdersOf(work, role, row.region)) staff.add(member)
  staff.delete(row.member)
  const able: number[] = []
  for (const member of staff) if ((await partsOf(work, row, member)).has('second')) able.push(member)
  return able.length > 0 ? able : [...staff]
}

/** Whoever asked hears that the answer has come, and has the way to it; nobody where nobody is kept for. */
export async function tellAsker(work: Work, row: ApplicationRow, choose: Choose): Promise<void> {
  const asker = await askerOf(work, row)
  if (!asker) return
  const number = String(row.id)
  const view = {
    text: [text('review-answered', { number, name: await nameOf(work, row.member) })],
    rows: [[press('application-open', text('review-open'), { application: number })]],
  }
  await tellMember(
    work,
    { key: `application:${row.id}:answered:${row.version}`, member: asker.member, view },
    choose,
  )
}
