/** Cases as their staff see them: what waits, and all of one with what each of them can do with it. */
import { type Context, Missing, type Preview } from '../../interaction/command.js'
import { fitted, paged } from '../../interaction/room.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { CasePolicy } from '../../programme/cases.js'
import { noteText, press } from '../applications/cards.js'
import { chargeLines, decisionLines, headLines, outcomeText } from '../cases/cards.js'
import {
  type CaseRow,
  caseNumbered,
  casePartsOf,
  caseStateText,
  deedsOf,
  type Heard,
  liveCases,
  liveWarnings,
  panelFor,
  proposalOf,
  type Ruled,
  type Ruling,
  takesTwo,
  waitsFor,
  whyNoPanel,
} from '../cases/cases.js'
import { nameOf, namesOf } from '../members/members.js'
import { type Choose, tellMember } from '../notices/notices.js'
import { stateText as partnerStateText, STAFF } from '../partners/partners.js'
import { reportRows } from '../reports/cards.js'
import { grantsOf, regionsHeld } from '../roles/roles.js'

/** Everything about a case. For staff who may work on it. */
export async function caseView(
  context: Context,
  { row, partner }: Heard,
  policy: CasePolicy,
  ...notes: Text[]
): Promise<View> {
  const { work, actor, platform } = context
  const parts = await casePartsOf(work, row, partner, actor.member)
  const warnings = await liveWarnings(work, partner.id, policy)
  const whyNot = await appealOthers(context, { row, partner })
  const { lines, isWhole } = fitted([
    ...notes,
    ...(await headLines(work, { row, partner }, platform)),
    text('case-partner', { state: partnerStateText(partner.state), count: warnings }),
    ...(await writtenLines(context, row)),
    ...whyNot.lines,
  ])
  return {
    text: lines,
    rows: [
      ...(whyNot.key === undefined ? rowsFor(row, parts, actor.member) : []),
      ...readingRow(row, isWhole),
    ],
    replace: true,
  }
}

/** What people have said in it, and done. */
async function writtenLines(context: Context, row: CaseRow): Promise<Text[]> {
  return [
    ...chargeLines(row),
    ...(row.reply === null ? [] : [text('case-reply-line', { reply: { evidence: row.reply } })]),
    ...(await proposalLines(context, row)),
    ...(await decisionLines(context.work, row)),
    ...(await deedLines(context, row)),
  ]
}

/** All that was written, uncut, in as many messages as it takes; `page` counts from 1. */
export async function wholeView(context: Context, row: CaseRow, page: number): Promise<View> {
  const number = String(row.id)
  const pages = paged(await writtenLines(context, row))
  const lines = pages[page - 1] ?? []
  const next = { case: number, page: String(page + 1) }
  return {
    text: [text('case-whole-of', { number, page, pages: Math.max(1, pages.length) }), ...lines],
    rows: page < pages.length ? [[press('case-whole', text('review-whole-next'), next)]] : [],
  }
}

/** Why an appeal is not for whoever looks at it, and for whom it is; no key where it is for them. */
async function appealOthers({ work, actor, platform }: Context, heard: Heard) {
  const key = heard.row.state === 'appealed' ? await whyNoPanel(work, heard, actor.member) : undefined
  if (key === undefined) return { lines: [] }
  const able = await panelFor(work, heard)
  const names = [...(await namesOf(work, able, platform)).values()].join(', ')
  const whose = able.length === 0 ? text('case-appeal-nobody') : text('case-appeal-for', { names })
  return { key, lines: [text(`refusal-${key}`, { number: String(heard.row.id) }), whose] }
}

async function proposalLines({ work, platform }: Context, row: CaseRow): Promise<Text[]> {
  const proposal = proposalOf(row)
  if (!proposal || row.proposedBy === null) return []
  const name = await nameOf(work, row.proposedBy, platform)
  const length = proposal.verdict === 'suspended' ? proposal.days : 0
  return [
    text('case-proposed', { name, verdict: caseStateText(proposal.verdict), days: length }),
    noteText(proposal.note),
  ]
}

async function deedLines({ work, platform }: Context, { id }: CaseRow): Promise<Text[]> {
  const lines: Text[] = []
  for (const { deed, by, at, note } of await deedsOf(work, id)) {
    const name = by === null ? text('case-by-rule') : await nameOf(work, by, platform)
    lines.push(text('case-deed', { deed: text(`deed-${deed}`), name, at: { instant: at, as: 'moment' } }))
    if (deed === 'declined' && note !== null) lines.push(declinedWhy(note))
  }
  return lines
}

/** Whoever declines what another proposed says why; asked for before anything is written. */
export function assertReasoned({ proposedBy }: CaseRow, by: number, why: string | undefined): void {
  if (proposedBy !== by && why === undefined) throw new Missing('note')
}

/** The proposal that is to go, and why. */
export async function declinePreview(
  context: Context,
  row: CaseRow,
  why: string | undefined,
): Promise<Preview> {
  assertReasoned(row, context.actor.member, why)
  const what = row.proposedBy === context.actor.member ? 'case-take-back' : 'case-decline'
  const head = text(`${what}-preview`, { number: String(row.id) })
  const lines = [head, ...(await proposalLines(context, row)), ...(why ? [declinedWhy(why)] : [])]
  return { view: { text: lines, tone: 'warning' }, confirm: text(what) }
}

function declinedWhy(note: string): Text {
  return text('case-declined-why', { note: { said: note } })
}

type Proposed = Heard & { proposer?: number }

/** Whoever proposed it hears what the other said. */
export async function tellDeclined(
  context: Context,
  declined: Proposed,
  why: string | undefined,
  choose: Choose,
): Promise<void> {
  const lines = why === undefined ? [] : [declinedWhy(why)]
  await tellProposer(context, declined, { what: 'case-told-declined', lines }, choose)
}

/**
 * Whoever proposed it hears what came of it: it was agreed to, another was proposed or something else decided
 * instead, or it was looked at once more on appeal.
 */
export async function tellOutcome(context: Context, ruled: Ruled, choose: Choose): Promise<void> {
  const { row, isProposed } = ruled
  const proposal = isProposed ? proposalOf(row) : undefined
  const what = isProposed
    ? 'case-told-replaced'
    : row.appealVerdict !== null
      ? 'case-told-on-appeal'
      : row.verdict !== null && takesTwo({ verdict: row.verdict })
        ? 'case-told-agreed'
        : 'case-told-otherwise'
  const note = proposal?.note ?? row.appealNote ?? row.note
  // Whoever proposed it and is agreed to wrote the note.
  const lines = note === null || what === 'case-told-agreed' ? [] : [noteText(note)]
  const verdict = proposal ? caseStateText(proposal.verdict) : outcomeText(row)
  await tellProposer(context, ruled, { what, params: { verdict }, lines }, choose)
}

async function tellProposer(
  { work, actor, platform }: Context,
  { row, partner, proposer }: Proposed,
  said: { what: string; params?: Record<string, Text>; lines: Text[] },
  choose: Choose,
): Promise<void> {
  if (proposer === undefined) return
  const number = String(row.id)
  const name = await nameOf(work, actor.member, platform)
  const about = await nameOf(work, partner.member, platform)
  const view: View = {
    text: [text(said.what, { number, name, about, ...said.params }), ...said.lines],
    rows: [[press('case-page', text('case-open-one', { number }), { case: number })]],
  }
  const key = `case:${number}:${said.what}:${row.version}`
  await tellMember(work, { key, member: proposer, view }, choose)
}

/** What a decision can be reduced to. */
export function lessersOf({ suspensionDays }: CasePolicy): string[] {
  return ['warned', ...suspensionDays.map(String)]
}

/** `warned`, or the days of a suspension. */
export function lesserText(value: string): Text {
  return value === 'warned' ? caseStateText('warned') : text('case-days', { days: Number(value) })
}

export function lesserOf(value: unknown): Ruling {
  return value === 'warned' ? { verdict: 'warned' } : { verdict: 'suspended', days: Number(value) }
}

function rowsFor(row: CaseRow, parts: ReadonlySet<string>, actor: number): Button[][] {
  const seen = { case: String(row.id), version: String(row.version) }
  if (!parts.has('handler')) return []
  if (row.state === 'open') return [[press('case-notify', text('case-notify'), seen)]]
  if (row.state === 'appealed') return [appealRow(row, seen)]
  if (row.state !== 'deciding') return []
  const isOfTwo = parts.has('admin') || parts.has('risk')
  const mine = row.proposedBy === actor
  const waiting =
    row.proposal === null
      ? []
      : [
          [
            ...(mine || !isOfTwo ? [] : [press('case-agree', text('case-agree'), seen)]),
            press('case-decline', text(mine ? 'case-take-back' : 'case-decline'), seen),
          ],
        ]
  return [...waiting, ...rulingRows(seen, isOfTwo)]
}

function readingRow({ id, file }: CaseRow, isWhole: boolean): Button[][] {
  const values = { case: String(id) }
  const buttons = [
    ...(isWhole ? [] : [press('case-whole', text('review-whole'), values)]),
    ...(file === null ? [] : [press('case-picture', text('evidence-picture'), values)]),
  ]
  return buttons.length === 0 ? [] : [buttons]
}

/** `isOfTwo`: whether the reader may be one of the two whom an end takes. */
function rulingRows(seen: Record<string, string>, isOfTwo: boolean): Button[][] {
  return [
    [
      press('case-dismiss', text('case-dismiss'), seen),
      { ...press('case-warn', text('case-warn'), seen), style: 'danger' },
    ],
    [
      { ...press('case-suspend', text('case-suspend'), seen), style: 'danger' },
      ...(isOfTwo
        ? [{ ...press('case-terminate', text('case-terminate'), seen), style: 'danger' as const }]
        : []),
    ],
  ]
}

function appealRow({ verdict }: CaseRow, seen: Record<string, string>): Button[] {
  return [
    press('case-uphold', text('review-stand'), seen),
    ...(verdict === 'warned' ? [] : [press('case-reduce', text('case-reduce'), seen)]),
    press('case-overturn', text('case-overturn'), seen),
  ]
}

/** Cases and reports in a list: each has a row of buttons, and Discord takes five. */
const LISTED = 5

/** What waits and somebody may work on: reports and cases. */
export async function listView({ work, actor, platform }: Context): Promise<View> {
  const lines: Text[] = []
  const rows = await reportRows(work, actor.member, LISTED - 1)
  const regions = regionsHeld(await grantsOf(work, actor.member), STAFF)
  for (const row of await liveCases(work, regions)) {
    const { partner } = await caseNumbered(work, row.id)
    if (!(await waitsFor(work, { row, partner }, actor.member))) continue
    const name = await nameOf(work, partner.member, platform)
    const params = { number: String(row.id), name, state: outcomeText(row) }
    lines.push(text('case-line', params))
    if (rows.length < LISTED) {
      rows.push([
        press('case-page', text('case-open-one', { number: params.number }), { case: params.number }),
      ])
    }
  }
  if (lines.length === 0 && rows.length === 0) return { text: [text('case-none')] }
  return { text: [text('case-list'), ...lines], rows }
}
