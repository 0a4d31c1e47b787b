/** A partner as staff see them: how they stand, what became of them, and what this person may do about it. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { fromJson } from '../../kit/json.js'
import { type Text, text } from '../../kit/text.js'
import { press } from '../applications/cards.js'
import { caseStateText, casesOf, liveWarnings } from '../cases/cases.js'
import { nameOf } from '../members/members.js'
import { type MembershipDeps, sanctionLines, tierText } from '../memberships/cards.js'
import { heldSanctions, historyOf, type PartnerRow, partsOf, returnAt, stateText } from './partners.js'

/** Entries of the history, and cases, that are shown. */
const HISTORY_SHOWN = 10
const CASES_SHOWN = 5

/** Everything about a partner. */
export async function partnerView(
  context: Context,
  row: PartnerRow,
  deps: MembershipDeps,
  ...notes: Text[]
): Promise<View> {
  const { work, platform } = context
  const name = await nameOf(work, row.member, platform)
  const tags = fromJson<string[]>(row.tags)
  return {
    text: [
      ...notes,
      text('partner-title', { number: String(row.id), name, person: `#${row.member}` }),
      text('partner-stands', {
        state: stateText(row.state),
        at: { instant: row.changedAt ?? row.since, as: 'moment' },
      }),
      text('partner-tier', { tier: tierText(row, deps.tiers), region: regionText(row, deps) }),
      ...(tags.length > 0 ? [text('partner-tags', { tags: tags.join(', ') })] : []),
      ...(await sanctionLines(work, row)),
      ...(deps.cases ? await caseLines(context, row, deps.cases) : []),
      ...(row.returnAskedAt === null ? [] : [text('partner-asks-back')]),
      ...(await historyLines(context, row)),
    ],
    rows: await rowsFor(context, row, deps),
    replace: true,
  }
}

/** The region as the application's question words it. */
function regionText({ region }: PartnerRow, { applications }: MembershipDeps): Text {
  if (region === null) return text('partner-no-region')
  const question = applications.questions.find(({ kind }) => kind === 'region')
  const found =
    question && 'choices' in question ? question.choices.find(({ value }) => value === region) : undefined
  if (!found) return text('form-literal', { value: region })
  return typeof found.words === 'string'
    ? text(found.words)
    : text('form-literal', { value: { words: found.words } })
}

async function caseLines(
  { work }: Context,
  { id }: PartnerRow,
  policy: NonNullable<MembershipDeps['cases']>,
): Promise<Text[]> {
  const warnings = await liveWarnings(work, id, policy)
  const cases = (await casesOf(work, id)).slice(0, CASES_SHOWN)
  return [
    ...(warnings > 0 ? [text('membership-warnings', { count: warnings, most: policy.warningsMost })] : []),
    ...cases.map(({ id: number, state, verdict }) =>
      text('partner-case', { number: String(number), state: caseStateText(verdict ?? state) }),
    ),
  ]
}

async function historyLines({ work, platform }: Context, { id }: PartnerRow): Promise<Text[]> {
  const lines: Text[] = []
  for (const { kind, details, at, actor } of await historyOf(work, id, HISTORY_SHOWN)) {
    const { to } = fromJson<{ to?: PartnerRow['state'] }>(details)
    const what = kind === 'partner-moved' && to ? stateText(to) : text(`history-${kind}`)
    const member = /^member:([0-9]+)$/.exec(actor)?.[1]
    const name = member ? await nameOf(work, Number(member), platform) : text('case-by-rule')
    lines.push(text('partner-history', { what, name, at: { instant: at, as: 'moment' } }))
  }
  return lines
}

/** What this member of staff may do; the press is asked again whether it may. */
async function rowsFor({ work, actor }: Context, row: PartnerRow, deps: MembershipDeps): Promise<Button[][]> {
  const parts = await partsOf(work, row, actor.member)
  const values = { partner: String(row.id) }
  if (parts.has('self')) return []
  const isHolder = parts.has('admin') || parts.has('risk') || parts.has('manager')
  const newest = (await heldSanctions(work, row.id)).at(-1)
  const isHeld = row.state === 'suspended' && newest !== undefined && newest.case === null
  const isLive = row.state !== 'terminated' && row.state !== 'resigned'
  const mayHold = isHolder && (row.state === 'active' || row.state === 'paused')
  const mayReturn = row.returnAskedAt !== null && (returnAt(row, deps.partners) ?? Infinity) <= work.now
  const first: Button[] = [
    ...(deps.cases && isLive ? [press('case-new', text('partner-new-case'), values)] : []),
    ...(deps.cases && mayHold
      ? [{ ...press('partner-hold', text('partner-hold'), values), style: 'danger' as const }]
      : []),
    ...(isHeld && (parts.has('admin') || parts.has('risk'))
      ? [press('partner-lift', text('partner-lift'), values)]
      : []),
    ...(mayReturn && (parts.has('admin') || parts.has('risk'))
      ? [press('partner-back', text('partner-back'), values)]
      : []),
  ]
  return first.length > 0 ? [first] : []
}
