/** A partner as staff see them: how they stand, what became of them, and what this person may do about it. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { fromJson } from '../../kit/json.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { press } from '../applications/cards.js'
import { outcomeText } from '../cases/cards.js'
import { type CaseRow, casesOf, deedsOf, liveWarnings, mayHandle } from '../cases/cases.js'
import { type Answer, answersOf, type ChangeRow, openChanges } from '../changes/changes.js'
import { nameOf } from '../members/members.js'
import { type MembershipDeps, sanctionLines, tierText } from '../memberships/cards.js'
import { regionsOf, regionText } from '../regions/regions.js'
import { rolesOf } from '../roles/roles.js'
import {
  heldSanctions,
  historyOf,
  isBound,
  type PartnerRow,
  partsOf,
  returnAt,
  stateText,
} from './partners.js'

/** Entries of the history, and cases, that are shown. */
const HISTORY_SHOWN = 10
const CASES_SHOWN = 5
/** States of somebody who is no partner any more. */
const LEFT: readonly string[] = ['terminated', 'resigned']

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
  const changes = await openChanges(work, row.id)
  return {
    text: [
      ...notes,
      text('partner-title', { number: String(row.id), name, person: `#${row.member}` }),
      text('partner-stands', {
        state: stateText(row.state),
        at: { instant: row.changedAt ?? row.since, as: 'moment' },
      }),
      text('partner-tier', { tier: tierText(row, deps.tiers), region: partnerRegion(row, deps) }),
      ...(await changeTexts(context, changes, deps)),
      ...(tags.length > 0 ? [text('partner-tags', { tags: tags.join(', ') })] : []),
      ...(await sanctionLines(work, row)),
      ...(deps.cases ? await caseLines(context, row, deps.cases) : []),
      ...(row.returnAskedAt === null ? [] : [text('partner-asks-back')]),
      ...(await historyLines(context, row)),
    ],
    rows: [...(await rowsFor(context, row, deps)), ...(await changeRows(context, row, changes, deps))],
    replace: true,
  }
}

/** The region in words; one that the programme does not know any more is shown by its name. */
export function partnerRegion({ region }: Pick<PartnerRow, 'region'>, deps: MembershipDeps): Text {
  return region === null ? text('partner-no-region') : regionText(deps, region)
}

/** What waits for a day or a second person. */
async function changeTexts(
  { work, platform }: Context,
  changes: readonly ChangeRow[],
  deps: MembershipDeps,
): Promise<Text[]> {
  const lines: Text[] = []
  for (const { kind, state, becomes, by, dueAt, acknowledgedAt } of changes) {
    const to =
      kind === 'tier' ? tierText({ tier: becomes }, deps.tiers) : partnerRegion({ region: becomes }, deps)
    const name = await nameOf(work, by, platform)
    const at = { instant: dueAt ?? 0, as: 'moment' as const }
    lines.push(
      state === 'proposed'
        ? text(`partner-${kind}-proposed`, { to, name })
        : text('partner-tier-pending', { to, name, at, read: acknowledgedAt === null ? 'no' : 'yes' }),
    )
  }
  return lines
}

async function caseLines(
  { work, actor }: Context,
  row: PartnerRow,
  policy: NonNullable<MembershipDeps['cases']>,
): Promise<Text[]> {
  const warnings = await liveWarnings(work, row.id, policy)
  const mayHandleThem = await mayHandle(work, row, actor.member)
  // Of a case that the partner was not told of yet only those know who work on it.
  const known = (await casesOf(work, row.id)).filter(({ state }) => mayHandleThem || state !== 'open')
  const cases = known.slice(0, CASES_SHOWN)
  return [
    ...(warnings > 0 ? [text('membership-warnings', { count: warnings, most: policy.warningsMost })] : []),
    ...cases.map((one) => text('partner-case', { number: String(one.id), state: outcomeText(one) })),
  ]
}

async function historyLines({ work, platform }: Context, { id }: PartnerRow): Promise<Text[]> {
  const lines: Text[] = []
  const cases = new Map((await casesOf(work, id)).map((row) => [row.id, row]))
  for (const { kind, details: json, at, actor } of await historyOf(work, id, HISTORY_SHOWN)) {
    const details = fromJson<Details>(json)
    const undone = await undoneBy(work, details)
    const member = undone ?? Number(/^member:([0-9]+)$/.exec(actor)?.[1] ?? 0)
    const name = member > 0 ? await nameOf(work, member, platform) : text('case-by-rule')
    const what = inCase(historyText(kind, details), details, cases.get(details.case ?? 0))
    lines.push(text('partner-history', { what, name, at: { instant: at, as: 'moment' } }))
  }
  return lines
}

/** What facts of a partner say, as far as it is shown. */
interface Details {
  kind?: string
  to?: string
  case?: number | null
  /** Of what was undone: by which ruling. */
  why?: string
}

/** Who decided that it be undone: the step itself is taken by the rules. */
async function undoneBy(work: Work, { case: number, why }: Details): Promise<number | undefined> {
  if (!number || !why) return undefined
  return (await deedsOf(work, number)).findLast(({ deed }) => deed === why)?.by ?? undefined
}

/** A step that a case led to names it, and that an appeal has undone it since. */
function inCase(what: Text, { why }: Details, row: CaseRow | undefined): Text {
  if (!row) return what
  const number = String(row.id)
  const isOverturned = row.appealVerdict === 'overturned'
  if (why === undefined) return text(isOverturned ? 'history-overturned' : 'history-case', { what, number })
  return text(isOverturned ? 'history-undone-overturned' : 'history-case', { what, number })
}

function historyText(kind: string, { kind: of = '', to = '' }: Details): Text {
  if (kind === 'partner-moved') return stateText(to as PartnerRow['state'])
  if (kind !== 'partner-change-moved') return text(`history-${kind}`)
  return text('history-partner-change', { what: of, state: text(`change-is-${to}`) })
}

/** Changing the tier and the region, and answering what waits. */
async function changeRows(
  { work, actor }: Context,
  row: PartnerRow,
  changes: readonly ChangeRow[],
  deps: MembershipDeps,
): Promise<Button[][]> {
  const parts = await partsOf(work, row, actor.member)
  if (parts.has('self') || (await isBound(work, actor.member, row))) return []
  const { partner, isLive } = { partner: String(row.id), isLive: !LEFT.includes(row.state) }
  const kinds = changes.map(({ kind }) => kind)
  const isManager = (await rolesOf(work, actor.member)).includes('regional_manager')
  const mayTier = deps.tiers && (parts.has('admin') || parts.has('manager')) && !kinds.includes('tier')
  const mayRegion = regionsOf(deps).length > 0 && (parts.has('admin') || isManager)
  const begin = [
    ...(isLive && mayTier ? [press('partner-tier', text('partner-tier-change'), { partner })] : []),
    ...(isLive && mayRegion && !kinds.includes('region')
      ? [press('partner-region', text('partner-region-change'), { partner })]
      : []),
  ]
  const waiting: Button[][] = []
  for (const one of changes) {
    const may = await answersOf(work, { row: one, partner: row }, actor.member, deps.tiers)
    // Of another's proposal there is a way to say no already.
    const isTakenBack = one.state === 'pending' || one.by === actor.member
    const mayWithdraw = isTakenBack && (parts.has('admin') || isManager)
    const shown = may.filter((answer) => (answer === 'withdraw' ? mayWithdraw : !isTakenBack))
    waiting.push(shown.map((answer) => answerButton(answer, one)))
  }
  return [begin, ...waiting].filter((buttons) => buttons.length > 0)
}

function answerButton(answer: Answer, { id }: ChangeRow): Button {
  const change = { change: String(id) }
  if (answer === 'agree') return press('change-agree', text('change-agree'), change)
  if (answer === 'decline') return press('change-decline', text('change-decline'), change)
  return press('change-withdraw', text('change-withdraw'), change)
}

/** What this member of staff may do; the press is asked again whether it may. */
async function rowsFor({ work, actor }: Context, row: PartnerRow, deps: MembershipDeps): Promise<Button[][]> {
  const parts = await partsOf(work, row, actor.member)
  const values = { partner: String(row.id) }
  if (parts.has('self')) return []
  const isHolder = parts.has('admin') || parts.has('risk') || parts.has('manager')
  const newest = (await heldSanctions(work, row.id)).at(-1)
  const isHeld = row.state === 'suspended' && newest !== undefined && newest.case === null
  const isLive = !LEFT.includes(row.state)
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
