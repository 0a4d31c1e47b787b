/** Cases as their staff see them: what waits, and all of one with what each of them can do with it. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { CasePolicy } from '../../programme/cases.js'
import { press } from '../applications/cards.js'
import { chargeLines, decisionLines, headLines } from '../cases/cards.js'
import {
  type CaseRow,
  caseNumbered,
  casePartsOf,
  caseStateText,
  deedsOf,
  type Heard,
  liveCases,
  liveWarnings,
  mayHandle,
  proposalOf,
} from '../cases/cases.js'
import { nameOf } from '../members/members.js'
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
  return {
    text: [
      ...notes,
      ...(await headLines(work, { row, partner }, platform)),
      text('case-partner', { state: partnerStateText(partner.state), count: warnings }),
      ...chargeLines(row),
      ...(row.reply === null ? [] : [text('case-reply-line', { reply: row.reply })]),
      ...(await proposalLines(context, row)),
      ...decisionLines(row),
      ...(await deedLines(context, row)),
    ],
    rows: [...rowsFor(row, parts, actor.member), ...pictureRow(row)],
    replace: true,
  }
}

async function proposalLines({ work, platform }: Context, row: CaseRow): Promise<Text[]> {
  const proposal = proposalOf(row)
  if (!proposal || row.proposedBy === null) return []
  const name = await nameOf(work, row.proposedBy, platform)
  const length = proposal.verdict === 'suspended' ? proposal.days : 0
  return [
    text('case-proposed', { name, verdict: caseStateText(proposal.verdict), days: length }),
    text('application-note', { note: proposal.note }),
  ]
}

async function deedLines({ work, platform }: Context, { id }: CaseRow): Promise<Text[]> {
  const lines: Text[] = []
  for (const { deed, by, at } of await deedsOf(work, id)) {
    const name = by === null ? text('case-by-rule') : await nameOf(work, by, platform)
    lines.push(text('case-deed', { deed: text(`deed-${deed}`), name, at: { instant: at, as: 'moment' } }))
  }
  return lines
}

function rowsFor(row: CaseRow, parts: ReadonlySet<string>, actor: number): Button[][] {
  const seen = { case: String(row.id), version: String(row.version) }
  if (!parts.has('handler')) return []
  if (row.state === 'open') return [[press('case-notify', text('case-notify'), seen)]]
  if (row.state === 'appealed' && parts.has('fresh')) return [appealRow(row, seen)]
  if (row.state !== 'deciding') return []
  const mine = row.proposedBy === actor
  const waiting =
    row.proposal === null
      ? []
      : [
          [
            ...(mine ? [] : [press('case-agree', text('case-agree'), seen)]),
            press('case-decline', text(mine ? 'case-take-back' : 'case-decline'), seen),
          ],
        ]
  return [...waiting, ...rulingRows(seen, parts)]
}

function pictureRow({ id, file }: CaseRow): Button[][] {
  return file === null ? [] : [[press('case-picture', text('evidence-picture'), { case: String(id) })]]
}

function rulingRows(seen: Record<string, string>, parts: ReadonlySet<string>): Button[][] {
  const isOfTwo = parts.has('admin') || parts.has('risk')
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
    if (!(await mayHandle(work, partner, actor.member))) continue
    const name = await nameOf(work, partner.member, platform)
    const params = { number: String(row.id), name, state: caseStateText(row.state) }
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
