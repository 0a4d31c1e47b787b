/** How a change of tier or region looks: what it changes, to the partner and to those who decide. */
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Work } from '../../storage/storage.js'
import { noteText, press } from '../applications/cards.js'
import { contactRows, managerLines } from '../certificates/cards.js'
import { nameOf } from '../members/members.js'
import { type MembershipDeps, readButton, tierText } from '../memberships/cards.js'
import { tellHolders, tellMember } from '../notices/notices.js'
import { partnerRegion } from '../partners/cards.js'
import type { PartnerRow } from '../partners/partners.js'
import type { Role } from '../roles/roles.js'
import { type Changed, type ChangeRow, maySecond, type OpenItems } from './changes.js'

/** What a change is told by, before it is a row and after. */
export type Told = Pick<ChangeRow, 'kind' | 'was' | 'becomes' | 'dueAt' | 'note'>

/** Staff read of another what a partner reads of themself. */
type Reader = 'partner' | 'staff'

/** What changes, a line each, and when. */
export function changeLines(
  { kind, was, becomes, dueAt, note }: Told,
  deps: MembershipDeps,
  reader: Reader = 'staff',
): Text[] {
  const lines = kind === 'tier' ? tierLines(was, becomes, deps, reader) : [regionLine(was, becomes, deps)]
  const at = { instant: dueAt ?? 0, as: 'moment' as const }
  return [
    ...lines,
    ...(dueAt === null ? [] : [text('change-due', { at })]),
    ...(note === null ? [] : [noteText(note)]),
  ]
}

function regionLine(was: string | null, becomes: string, deps: MembershipDeps): Text {
  const to = partnerRegion({ region: becomes }, deps)
  return text('change-region', { from: partnerRegion({ region: was }, deps), to })
}

/** The tier, the most that it gives, what of it is shown, and what stays. */
function tierLines(was: string | null, becomes: string, deps: MembershipDeps, reader: Reader): Text[] {
  const { tiers, badges, rates } = deps
  const [from, to] = [was, becomes].map((name) => tiers?.list.find(({ id }) => id === name))
  const isDown = !from || !to || to.rank < from.rank
  const isShown = [...badges.discord, ...badges.telegram].some(
    ({ tier }) => tier !== undefined && (tier === was || tier === becomes),
  )
  return [
    text('change-tier', {
      from: tierText({ tier: was }, tiers),
      to: tierText({ tier: becomes }, tiers),
    }),
    ...(from && to ? [text('change-spot', { from: from.spotMost, to: to.spotMost })] : []),
    ...(from && to ? [text('change-futures', { from: from.futuresMost, to: to.futuresMost })] : []),
    ...(isDown && rates?.forLife ? [text(`change-for-life-${reader}`)] : []),
    text(isShown ? `change-shown-badges-${reader}` : `change-shown-${reader}`),
  ]
}

/** The partner hears of a change, with a button that says that they have read it. */
export async function tellOfChange(
  work: Work,
  { row, partner }: Changed,
  what: string,
  deps: MembershipDeps,
): Promise<void> {
  const isRegion = row.kind === 'region'
  const isComing = row.state === 'pending' || row.state === 'done'
  const view: View = {
    text: [
      text(what),
      ...(isComing ? changeLines(row, deps, 'partner') : []),
      ...(isRegion && row.state === 'done' ? await managerLines(work, partner) : []),
      ...(isComing && !isRegion ? [text(`change-read-${row.state}`)] : []),
    ],
    rows: [
      ...(isRegion && row.state === 'done' ? contactRows(partner.region, deps.regions) : []),
      ...(isComing && row.acknowledgedAt === null ? [[readButton(row)]] : []),
    ],
    tone: row.state === 'pending' ? 'warning' : 'info',
  }
  const key = `change:${row.id}:${row.state}`
  await tellMember(work, { key, member: partner.member, view }, deps.choose)
}

/** Those whose word it takes hear of a proposal, once each: of a region both sides, and admins. */
export async function tellOfProposal(
  work: Work,
  { row, partner }: Changed,
  deps: MembershipDeps,
): Promise<void> {
  const view: View = {
    text: [text('change-waits', await named(work, partner)), ...changeLines(row, deps)],
    rows: [[pageButton(partner)]],
  }
  const isFor = (member: number) => maySecond(work, { row, partner }, member)
  const isTier = row.kind === 'tier'
  const roles: readonly Role[] = isTier ? ['admin', 'risk_officer'] : ['regional_manager', 'admin']
  const regions = isTier ? [partner.region] : [row.was, row.becomes]
  for (const region of regions) {
    const notice = { key: `change:${row.id}:waits`, roles, region, except: [], isFor, view }
    await tellHolders(work, notice, deps.choose)
  }
}

/** Why a proposal is declined, in the words of whoever declines it. */
export function declinedWhy(why: string): Text {
  return text('change-declined-why', { note: { said: why } })
}

/** Whoever proposed it hears what the other said. */
export async function tellProposer(
  work: Work,
  { row, partner }: Changed,
  deps: MembershipDeps,
  why?: string,
): Promise<void> {
  const view: View = {
    text: [
      text(`change-was-${row.state}`, await named(work, partner)),
      ...changeLines(row, deps),
      ...(why === undefined ? [] : [declinedWhy(why)]),
    ],
    rows: [[pageButton(partner)]],
  }
  await tellMember(work, { key: `change:${row.id}:answer`, member: row.by, view }, deps.choose)
}

/** Items that have a button: each is a row, and one more opens the partner. */
const ITEMS_SHOWN = 4

/** Who looks after the region from now on hears of the partner and of all that is open about them. */
export async function tellNewRegion(
  work: Work,
  { row, partner }: Changed,
  { cases, reports, appeals }: OpenItems,
  deps: MembershipDeps,
): Promise<void> {
  const items = [
    ...cases.map(String).map((number) => itemButton('case', number)),
    ...reports.map(String).map((number) => itemButton('report', number)),
    ...appeals.map(String).map((number) => itemButton('application', number)),
  ]
  const counts = { cases: cases.length, reports: reports.length, appeals: appeals.length }
  const view: View = {
    text: [
      text('change-arrived', await named(work, partner)),
      ...changeLines(row, deps),
      text(items.length > 0 ? 'change-comes-along' : 'change-nothing-along', counts),
    ],
    rows: [...items.slice(0, ITEMS_SHOWN).map((button) => [button]), [pageButton(partner)]],
  }
  const roles = ['regional_manager', 'reviewer'] as const
  const notice = { key: `change:${row.id}:arrived`, roles, region: partner.region, view }
  await tellHolders(work, { ...notice, except: [partner.member] }, deps.choose)
}

function itemButton(what: 'case' | 'report' | 'application', number: string): Button {
  if (what === 'case') return press('case-page', text('case-open-one', { number }), { case: number })
  if (what === 'report') return press('report-page', text('report-open-one', { number }), { report: number })
  return press('application-open', text('review-appeal', { number }), { application: number })
}

function pageButton({ id }: Pick<PartnerRow, 'id'>): Button {
  return press('partner-page', text('case-open'), { partner: String(id) })
}

async function named(work: Work, { id, member }: PartnerRow): Promise<{ number: string; name: string }> {
  return { number: String(id), name: await nameOf(work, member) }
}
