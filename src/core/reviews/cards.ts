/** An application as its reviewer sees it: all of it, and what they can do with it. */
import type { Context } from '../../interaction/command.js'
import { receivedFile, shownFile } from '../../interaction/received-files.js'
import { fitted, paged } from '../../interaction/room.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  applicationOf,
  isAppealOpen,
  mayInviteAgain,
  openAppeals,
  openProposal,
  openProposals,
  openTalks,
  type Proposal,
  partsOf,
  rulesOf,
  summaryOf,
  talkOf,
} from '../applications/applications.js'
import { answerLines, decisionLines, headLines, press, roundLines, ruleLines } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { cosignRow, proposalLines, riskLines } from '../approvals/cards.js'
import { againRows, communityLines } from '../measuring/cards.js'
import { pictureRows, proofLines, proofRows } from '../proofs/cards.js'

/** Appeals that are shown under the queue. */
const APPEALS_SHOWN = 4
/** Of one kind that waits, in one row: so many Discord takes. */
const BUTTONS_MOST = 5

/** Everything about an application. For people who may review it. */
export async function reviewView(
  context: Context,
  row: ApplicationRow,
  deps: ApplicationDeps,
  ...notes: Text[]
): Promise<View> {
  const { work, actor, platform } = context
  const parts = await partsOf(work, row, actor.member)
  const { lines, isWhole } = fitted([
    ...notes,
    ...(await headLines(work, row, platform)),
    ...othersLines(row, parts),
    ...answerLines(summaryOf(row)),
    ...(await ruleLines(work, row, platform)),
    ...(await riskLines(work, row, deps)),
    ...(await proposalLines(work, row, platform, deps)),
    ...(await foundLines(work, row)),
    ...(await laterLines(work, row)),
  ])
  return {
    text: lines,
    rows: [
      ...rowsFor(row, parts, await openProposal(work, row.id)),
      ...(await talkRows(work, row, parts, actor.member)),
      ...readingRow(row, isWhole),
      ...(await foundRows(work, row, parts)),
    ],
    replace: true,
  }
}

/** Why an appeal has no buttons for somebody who took part in the decision. */
function othersLines(row: ApplicationRow, parts: ReadonlySet<string>): Text[] {
  if (!isAppealOpen(row) || parts.has('second')) return []
  const refused = 'refusal-application-appeal-other'
  return [text(refused, { number: String(row.id) }), text(`${refused}.next`)]
}

/** What the bot found out itself, and codes in profiles. */
async function foundLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  return [...(await communityLines(work, row)), ...(await proofLines(work, row.id))]
}

async function foundRows(work: Work, row: ApplicationRow, parts: ReadonlySet<string>): Promise<Button[][]> {
  // What an appeal rests on is seen by whoever decides it.
  if (isAppealOpen(row) && parts.has('second')) return pictureRows(work, row.id)
  if (row.state !== 'in_review' || !parts.has('holder')) return []
  return [...(await proofRows(work, row.id)), ...(await againRows(work, row))]
}

/** What was said since it was sent. */
async function laterLines(work: Work, row: ApplicationRow): Promise<Text[]> {
  return [
    ...(await roundLines(work, row)),
    ...(await decisionLines(work, row)),
    ...(row.appeal === null ? [] : [text('application-appeal-line', { appeal: { evidence: row.appeal } })]),
  ]
}

/**
 * What was sent along, and what is too long for the page, is looked at in a message of its own: this one
 * changes with every press.
 */
function readingRow(row: ApplicationRow, isWhole: boolean): Button[][] {
  const count = summaryOf(row).filter(({ file }) => file !== undefined).length
  const values = { application: String(row.id) }
  const buttons = [
    ...(isWhole ? [] : [press('application-answers', text('review-whole'), values)]),
    ...(count === 0 ? [] : [press('application-files', text('review-files', { count }), values)]),
  ]
  return buttons.length === 0 ? [] : [buttons]
}

/** All that was written, uncut, in as many messages as it takes; `page` counts from 1. */
export async function wholeView(work: Work, row: ApplicationRow, page: number): Promise<View> {
  const number = String(row.id)
  const pages = paged([...answerLines(summaryOf(row)), ...(await laterLines(work, row))])
  const lines = pages[page - 1] ?? []
  const next = { application: number, page: String(page + 1) }
  return {
    text: [text('review-whole-of', { number, page, pages: Math.max(1, pages.length) }), ...lines],
    rows: page < pages.length ? [[press('application-answers', text('review-whole-next'), next)]] : [],
  }
}

/** The pictures of an application, each after its question. */
export async function filesView(work: Work, row: ApplicationRow): Promise<View> {
  const answered = summaryOf(row).filter(({ file }) => file !== undefined)
  const found = await Promise.all(answered.map(({ file = '' }) => receivedFile(work, file)))
  const files = found.filter((one) => one !== undefined).map(shownFile)
  const number = String(row.id)
  return {
    text: [text('review-files-of', { number }), ...answered.map(({ label }) => label)],
    ...(files.length > 0 ? { files } : { text: [text('review-files-gone', { number })] }),
  }
}

function rowsFor(row: ApplicationRow, parts: ReadonlySet<string>, waiting: Proposal | undefined): Button[][] {
  const values = { application: String(row.id) }
  if (waiting) return proposedRows(waiting, parts, values)
  const seen = { ...values, version: String(row.version) }
  if (row.state === 'in_review' && parts.has('holder')) return holderRows(row, values, seen)
  if (row.state === 'in_review' && parts.has('admin')) {
    return [[press('application-release', text('review-take-away'), values)]]
  }
  if (row.state === 'queued' && parts.has('second')) {
    return [[press('application-take', text('review-take'), values)]]
  }
  return isAppealOpen(row) && parts.has('second') ? [appealRow(values)] : []
}

/** What came of a talk, and another time for it. */
async function talkRows(
  work: Work,
  row: ApplicationRow,
  parts: ReadonlySet<string>,
  actor: number,
): Promise<Button[][]> {
  const talk = await talkOf(work, row)
  const values = { application: String(row.id) }
  const isLed = row.state === 'interview' && parts.has('manager')
  const buttons = [
    ...(isLed ? [press('application-met', text('review-met'), values)] : []),
    ...(talk && mayInviteAgain(row, parts, actor)
      ? [
          press('talk-again', text('review-invite-again'), {
            ...values,
            talk: String(talk.number),
            said: String(row.revision),
          }),
        ]
      : []),
  ]
  return buttons.length === 0 ? [] : [buttons]
}

/** While an approval waits, it is confirmed, declined, or the application given back. */
function proposedRows(
  waiting: Proposal,
  parts: ReadonlySet<string>,
  values: Record<string, string>,
): Button[][] {
  const back = press('application-release', text('review-release'), values)
  return [
    ...(parts.has('cosigner') ? [cosignRow(waiting)] : []),
    ...(parts.has('holder') || parts.has('admin') ? [[back]] : []),
  ]
}

function holderRows(
  row: ApplicationRow,
  values: Record<string, string>,
  seen: Record<string, string>,
): Button[][] {
  const checks = rulesOf(row)
    .filter(({ evidence }) => evidence !== undefined)
    .flatMap(({ rule, verdict, by }) => {
      const isSo = press('application-check', text(`review-check-${rule}`), { ...values, rule, so: 'yes' })
      const isNot = press('application-check', text(`review-doubt-${rule}`), { ...values, rule, so: 'no' })
      if (verdict === 'unproven') return [isSo, isNot]
      // Whoever has looked at it may have pressed the wrong one.
      return by === undefined ? [] : [verdict === 'pass' ? isNot : isSo]
    })
  return [
    [
      { ...press('application-approve', text('review-approve'), seen), style: 'success' },
      { ...press('application-reject', text('review-reject'), seen), style: 'danger' },
    ],
    [
      press('application-ask', text('review-ask'), seen),
      press('application-invite', text('review-invite'), values),
    ],
    ...(checks.length > 0 ? [checks] : []),
    [
      press('application-hand', text('review-hand'), values),
      press('application-release', text('review-release'), values),
    ],
  ]
}

function appealRow(values: Record<string, string>): Button[] {
  return [
    press('application-uphold', text('review-uphold'), values),
    press('application-stand', text('review-stand'), values),
  ]
}

/** What waits for somebody besides the queue, of each kind a line and a row of buttons. */
export async function waitingBesides(context: Context): Promise<{ notes: Text[]; rows: Button[][] }> {
  const kinds = [
    { what: 'review-second', numbers: await waitingSeconds(context) },
    { what: 'review-talk', numbers: await waitingTalks(context) },
  ].filter(({ numbers }) => numbers.length > 0)
  return {
    notes: kinds.map(({ what, numbers }) => text(`${what}s`, { count: numbers.length })),
    rows: kinds.map(({ what, numbers }) =>
      numbers
        .slice(0, BUTTONS_MOST)
        .map(String)
        .map((number) => press('application-open', text(what, { number }), { application: number })),
    ),
  }
}

/** Numbers of the applications whose talk this person may note the outcome of, the longest waiting first. */
async function waitingTalks({ work, actor }: Context): Promise<number[]> {
  const waiting: number[] = []
  for (const row of await openTalks(work)) {
    if ((await partsOf(work, row, actor.member)).has('manager')) waiting.push(row.id)
  }
  return waiting
}

/** Numbers of the applications whose approval this person may confirm, the longest waiting first. */
async function waitingSeconds({ work, actor }: Context): Promise<number[]> {
  const waiting: number[] = []
  for (const { application } of await openProposals(work)) {
    const row = await applicationOf(work, application)
    if ((await partsOf(work, row, actor.member)).has('cosigner')) waiting.push(application)
  }
  return waiting
}

/** Appeals that this person may decide, a button in a row each. */
export async function waitingAppeals({ work, actor }: Context): Promise<Button[][]> {
  const appeals: Button[][] = []
  for (const row of await openAppeals(work)) {
    if (appeals.length === APPEALS_SHOWN) break
    if (!(await partsOf(work, row, actor.member)).has('second')) continue
    const number = String(row.id)
    appeals.push([press('application-open', text('review-appeal', { number }), { application: number })])
  }
  return appeals
}
