/** What speaks for care with an application, and the approval that waits for a second person. */
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  lastDeclined,
  openProposal,
  type Proposal,
  staffAs,
} from '../applications/applications.js'
import { press } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { nameOf, type PlatformWord } from '../members/members.js'
import { tierText } from '../memberships/cards.js'
import { tellMember } from '../notices/notices.js'
import { type Risk, risksOf } from '../risks/risks.js'

/** Each with how much it weighs and by what it is known; a line that says so where nothing was found. */
export async function riskLines(
  work: Work,
  row: ApplicationRow,
  { policy }: Pick<ApplicationDeps, 'policy'>,
): Promise<Text[]> {
  const risks = await risksOf(work, row, policy.risk)
  return risks.length === 0 ? [text('risk-none')] : [text('risk-title'), ...risks.map(riskLine)]
}

function riskLine({ severity, evidence }: Risk): Text {
  return text('risk-line', { severity: text(`risk-is-${severity}`), evidence })
}

/** The approval that waits, or why the last one was not confirmed. */
export async function proposalLines(
  work: Work,
  row: ApplicationRow,
  platform: PlatformWord,
  { tiers }: Pick<ApplicationDeps, 'tiers'>,
): Promise<Text[]> {
  if (row.state !== 'in_review') return []
  const waiting = await openProposal(work, row.id)
  if (waiting) {
    const name = await nameOf(work, waiting.by, platform)
    const at = { instant: waiting.at, as: 'relative' as const }
    return [text('proposal-waits', { name, at, tier: tierText(waiting, tiers) })]
  }
  const declined = await lastDeclined(work, row.id)
  return declined ? [text('proposal-declined', { note: { said: declined.note ?? '' } })] : []
}

/** What a second person can do about it. */
export function cosignRow({ id, application }: Pick<Proposal, 'id' | 'application'>): Button[] {
  const values = { application: String(application), proposal: String(id) }
  return [
    { ...press('application-confirm', text('review-confirm'), values), style: 'success' },
    { ...press('application-decline', text('review-decline'), values), style: 'danger' },
  ]
}

/** After something is done with an application: the next, or this one once more. */
export function decided(row: ApplicationRow, ...done: Text[]): View {
  const next = press('review', text('review-next'), {})
  const open = press('application-open', text('review-open'), { application: String(row.id) })
  return { text: done, rows: [[next, open]], tone: 'success', replace: true }
}

/** Whoever thinks better of it is a press away from the application. */
export async function backToApplication(
  _context: unknown,
  { application = '' }: Readonly<Record<string, string>>,
): Promise<View> {
  const open = press('application-open', text('review-back', { number: application }), { application })
  return { text: [text('form-cancelled')], rows: application === '' ? [] : [[open]], replace: true }
}

/** Everybody who could confirm it is told. */
export async function tellCosigners(
  work: Work,
  row: ApplicationRow,
  { choose }: Pick<ApplicationDeps, 'choose'>,
): Promise<void> {
  const waiting = await openProposal(work, row.id)
  if (!waiting) return
  const number = String(row.id)
  const view = {
    text: [text('proposal-wanted', { number, name: await nameOf(work, row.member) })],
    rows: [[press('application-open', text('review-open'), { application: number })]],
  }
  const key = `application:${row.id}:proposed:${waiting.id}`
  for (const member of await staffAs(work, row, 'cosigner'))
    await tellMember(work, { key, member, view }, choose)
}

/** Whoever proposed it is told how it ended. */
export async function tellProposer(
  work: Work,
  row: ApplicationRow,
  { proposal, member, what }: { proposal: number; member: number; what: Text },
  { choose }: Pick<ApplicationDeps, 'choose'>,
): Promise<void> {
  const open = press('application-open', text('review-open'), { application: String(row.id) })
  const key = `application:${row.id}:proposal:${proposal}`
  await tellMember(work, { key, member, view: { text: [what], rows: [[open]] } }, choose)
}
