/** How somebody's own partnership looks to them, and what they can do about it. */
import type { Offered } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { BadgePolicy } from '../../programme/badges.js'
import type { CasePolicy, PartnerPolicy } from '../../programme/cases.js'
import type { Region } from '../../programme/regions.js'
import type { Role } from '../../programme/roles.js'
import type { Rates, Tiers } from '../../programme/tiers.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import { noteText, press } from '../applications/cards.js'
import { ownWays } from '../cases/cards.js'
import { type CaseRow, casesOf, liveWarnings, reasonOf } from '../cases/cases.js'
import { type ChangeRow, openChanges } from '../changes/changes.js'
import { inviteText, joinButton } from '../groups/cards.js'
import { groupsToJoin, groupsUnintroduced, openInvites } from '../groups/groups.js'
import { type Choose, tellMember } from '../notices/notices.js'
import {
  type Checklist,
  checklistOf,
  heldSanctions,
  isStepDone,
  type PartnerRow,
  returnAt,
  type SanctionRow,
} from '../partners/partners.js'
import { rolesText } from '../roles/roles.js'

export interface MembershipDeps {
  applications: ApplicationPolicy
  partners: PartnerPolicy
  cases: CasePolicy | undefined
  tiers: Tiers | undefined
  /** The lowest tier that needs two people. */
  tierFrom: string | undefined
  rates: Rates | undefined
  /** What of it is shown on the platforms. */
  badges: BadgePolicy
  /** Whom and what the welcome introduces. */
  regions: readonly Region[]
  hasGuides: boolean
  /** Whether /guidelines shows every word of what is accepted. */
  hasRules: boolean
  /** Under which it is known that somebody had bound a UID before they were erased. */
  digestKey: Uint8Array
  choose: Choose
}

/** Cases that are shown: each has a row of buttons, what can be done another, and Discord takes five. */
const CASES_SHOWN = 3
/** Digits of a UID that are enough to know one's own by. */
const UID_SHOWN = 4

/** States in which somebody belongs to the group. */
const WELCOME: readonly PartnerRow['state'][] = ['onboarding', 'active', 'paused']

/** Where somebody's partnership stands. `isPrivate`: nobody else reads it, so that links may stand there. */
export async function membershipView(
  work: Work,
  row: PartnerRow,
  deps: MembershipDeps,
  { isPrivate, notes }: { isPrivate: boolean; notes: readonly Text[] },
): Promise<View> {
  const checklist = await checklistOf(work, row, deps.applications)
  const announced = (await openChanges(work, row.id)).find(({ state }) => state === 'pending')
  const group = isPrivate && WELCOME.includes(row.state) ? await groupParts(work, row, deps) : NO_GROUP
  const told = (await casesOf(work, row.id)).filter(({ state }) => state !== 'open')
  const held = await heldParts(work, row, deps, { isPrivate, told, isSaid: notes.some(isToldHeld) })
  return {
    text: [
      ...notes,
      text('membership-title', { number: String(row.id), state: text(`membership-own-${row.state}`) }),
      text('membership-tier', { tier: tierText(row, deps.tiers) }),
      ...(announced ? [announcedLine(announced, deps)] : []),
      ...checklistLines(row, checklist, deps.partners),
      ...group.text,
      ...held.why,
      ...(await sanctionLines(work, row)),
      ...held.text,
      ...(deps.cases ? await warningLines(work, row, deps.cases) : []),
      ...returnLines(row, work.now, deps.partners),
    ],
    rows: [
      ...withRead(ownRows(row, checklist, group.buttons, { now: work.now, deps }), announced),
      ...(held.buttons.length > 0 ? [held.buttons] : []),
      ...caseRows(told.slice(0, CASES_SHOWN)),
    ],
  }
}

/** That the tier changes, and when. */
function announcedLine({ becomes, dueAt }: ChangeRow, { tiers }: MembershipDeps): Text {
  const at = { instant: dueAt ?? 0, as: 'moment' as const }
  return text('membership-tier-changes', { tier: tierText({ tier: becomes }, tiers), at })
}

/**
 * Tiers that somebody may give, and who may give the others (`givers`: approving and changing have rules of
 * their own); what nobody may give is for no others either. `now` is no choice and needs no word.
 */
export function offeredTiers(
  values: readonly string[],
  tiers: Tiers,
  { givers, now }: { givers: (tier: Tiers['list'][number]) => readonly Role[]; now?: string | undefined },
): Offered {
  const list = tiers.list.flatMap((tier) => {
    const roles = tier.id === now || values.includes(tier.id) ? [] : givers(tier)
    return roles.length === 0 ? [] : [text('tier-by', { tier: textOf(tier.words), roles: rolesText(roles) })]
  })
  if (list.length === 0) return { values }
  return { values, hint: text('tier-others', { others: { list } }) }
}

/** Says that a change was read. */
export function readButton({ id }: Pick<ChangeRow, 'id'>): Button {
  return press('membership-read', text('change-read'), { change: String(id) })
}

/** In a row that is there: cases take the others. */
function withRead(rows: Button[][], announced: ChangeRow | undefined): Button[][] {
  if (!announced || announced.acknowledgedAt !== null) return rows
  const last = rows.at(-1) ?? []
  return [...rows.slice(0, -1), [...last, readButton(announced)]]
}

/** The words of a tier; one that the programme file has no more is shown by its name. */
export function tierText({ tier }: Pick<PartnerRow, 'tier'>, tiers: Tiers | undefined): Text {
  if (tier === null) return text('tier-none')
  const found = tiers?.list.find(({ id }) => id === tier)
  return found ? textOf(found.words) : text('form-literal', { value: tier })
}

/** The programme's list with its ticks and what comes next; of an active partner until it is done. */
function checklistLines(
  { state }: PartnerRow,
  checklist: Checklist,
  { checklist: steps }: PartnerPolicy,
): Text[] {
  const own = steps.flatMap((step) => {
    const isDone = isStepDone(checklist, step.kind)
    return isDone === undefined ? [] : [{ ...step, isDone }]
  })
  const next = own.find(({ isDone }) => !isDone)
  const isShown = state === 'onboarding' || (WELCOME.includes(state) && next !== undefined)
  if (!isShown) return []
  const uid = checklist.uid?.slice(-UID_SHOWN) ?? ''
  return [
    text('membership-checklist'),
    ...own.map(({ kind, isDone }) =>
      text(STEPS[kind], { mark: text(isDone ? 'rule-pass' : 'membership-open'), uid }),
    ),
    ...(next ? [text(`membership-next-${next.kind}`)] : []),
  ]
}

const STEPS = {
  uid: 'membership-uid',
  terms: 'membership-texts',
  group: 'membership-group',
  introduce: 'membership-introduce',
} as const

interface GroupParts {
  text: Text[]
  buttons: Button[]
}
const NO_GROUP: GroupParts = { text: [], buttons: [] }

/** The way into the group of each platform, and for whoever is in, that they have introduced themself. */
async function groupParts(
  work: Work,
  { member }: PartnerRow,
  { partners }: MembershipDeps,
): Promise<GroupParts> {
  const open = await openInvites(work, member)
  const missing = await groupsToJoin(work, member)
  const links = open.filter(({ platform }) => missing.some((one) => one.platform === platform))
  const unasked = missing.filter(({ platform }) => !links.some((one) => one.platform === platform))
  const asksWords = partners.checklist.some(({ kind }) => kind === 'introduce')
  const silent = asksWords ? await groupsUnintroduced(work, member) : []
  return {
    text: links.slice(0, 1).map(inviteText),
    buttons: [
      ...links.map(joinButton),
      // Whoever came in where nobody tells us presses the same.
      ...unasked.map(({ platform, chat }) =>
        press('membership-group', text(`group-ask-${platform}`), { chat: String(chat) }),
      ),
      ...missing
        .filter(({ platform }) => platform === 'discord' && !unasked.some((one) => one.platform === platform))
        .map(({ chat }) => press('membership-group', text('group-check'), { chat: String(chat) })),
      ...silent
        .slice(0, 1)
        .map(({ chat }) =>
          press('membership-introduced', text('membership-introduced'), { chat: String(chat) }),
        ),
    ],
  }
}

/** Until when what was decided lasts. */
export async function sanctionLines(work: Work, { id, state }: PartnerRow): Promise<Text[]> {
  const newest = (await heldSanctions(work, id)).at(-1)
  if (!newest || (state !== 'suspended' && state !== 'terminating')) return []
  if (newest.until === null || newest.until <= work.now) return [text('membership-until-decided')]
  const at = { instant: newest.until, as: 'moment' as const }
  return [text(state === 'suspended' ? 'membership-suspended-until' : 'membership-ends', { at })]
}

interface HeldParts extends GroupParts {
  why: Text[]
}
const NOT_HELD: HeldParts = { why: [], ...NO_GROUP }

/** That somebody is suspended is told with the reason, which is not repeated below it. */
const isToldHeld = ({ key }: Text): boolean => key === 'membership-told-held'

/** Why somebody is suspended or about to end, as told, and what they can do; in a group, where to look. */
async function heldParts(
  work: Work,
  { id, state }: PartnerRow,
  { cases }: MembershipDeps,
  { isPrivate, told, isSaid }: { isPrivate: boolean; told: readonly CaseRow[]; isSaid: boolean },
): Promise<HeldParts> {
  if (!cases || (state !== 'suspended' && state !== 'terminating')) return NOT_HELD
  const newest = (await heldSanctions(work, id)).at(-1)
  if (!newest) return NOT_HELD
  if (!isPrivate) return { ...NOT_HELD, why: [text('membership-why-private')] }
  const kase = told.find((one) => one.id === newest.case)
  const leave = state === 'suspended' ? [text('membership-no-leave')] : []
  if (!kase) {
    const why = isSaid ? [] : [text('membership-why', { reason: reasonText(newest, cases) })]
    return { why, text: [text('membership-no-appeal'), ...leave], buttons: [] }
  }
  const reason = kase.reason === newest.reason ? reasonOf(kase) : reasonText(newest, cases)
  const ways = ownWays(kase, work.now, cases)
  // What is in force since it was reduced is why they are suspended.
  const note = kase.appealVerdict === 'reduced' ? kase.appealNote : kase.note
  return {
    why: [
      text('membership-why-case', { reason, number: String(kase.id) }),
      ...(note === null ? [] : [noteText(note)]),
    ],
    text: [
      ...[...ways.reply, ...ways.appeal],
      ...(kase.state === 'appealed' ? [text(`membership-appealed-${state}`)] : []),
      ...leave,
    ],
    buttons: ways.buttons,
  }
}

/** The words of a reason; one that the programme file has no more is shown by its name. */
function reasonText({ reason }: Pick<SanctionRow, 'reason'>, { reasons }: CasePolicy): Text {
  const found = reasons.find(({ id }) => id === reason)
  return found ? textOf(found.words) : text('form-literal', { value: reason })
}

async function warningLines(work: Work, { id }: PartnerRow, cases: CasePolicy): Promise<Text[]> {
  const count = await liveWarnings(work, id, cases)
  return count === 0 ? [] : [text('membership-warnings', { count, most: cases.warningsMost })]
}

function returnLines(row: PartnerRow, now: number, policy: PartnerPolicy): Text[] {
  const at = returnAt(row, policy)
  if (at === undefined) return []
  if (row.returnAskedAt !== null) return [text('membership-return-asked')]
  return [
    at > now ? text('return-from', { at: { instant: at, as: 'moment' } }) : text('membership-may-return'),
  ]
}

function ownRows(
  row: PartnerRow,
  checklist: Checklist,
  group: readonly Button[],
  { now, deps }: { now: number; deps: MembershipDeps },
): Button[][] {
  const values = { partner: String(row.id) }
  const resign: Button = { ...press('membership-resign', text('membership-resign'), values), style: 'danger' }
  const certificate = [press('membership-certificate', text('membership-certificate'), {}), ...group]
  switch (row.state) {
    case 'onboarding':
      return [...onboardingRows(checklist, deps), ...(group.length > 0 ? [[...group]] : []), [resign]]
    case 'active':
      return [[press('membership-pause', text('membership-pause'), {}), resign], certificate]
    case 'paused':
      return [[press('membership-resume', text('membership-resume'), {}), resign], certificate]
    case 'terminated':
    case 'resigned': {
      const at = returnAt(row, deps.partners) ?? 0
      const isOpen = row.returnAskedAt === null && at <= now
      return isOpen ? [[press('membership-return', text('membership-return'), textsOf(deps))]] : []
    }
    case 'suspended':
    case 'terminating':
      return []
  }
}

function onboardingRows({ uid, isConfirmed, isAccepted }: Checklist, deps: MembershipDeps): Button[][] {
  const steps = [
    ...(uid === undefined || isConfirmed ? [] : [press('membership-uid', text('membership-confirm'), {})]),
    ...(isAccepted ? [] : [press('membership-accept', text('membership-read'), textsOf(deps))]),
  ]
  return steps.length > 0 ? [steps] : []
}

/** The versions that are accepted: another than was read is none of them. */
function textsOf({ applications: { guidelines, disclosure } }: MembershipDeps): Record<string, string> {
  return { guidelines: guidelines.version, disclosure: disclosure.version }
}

function caseRows(rows: readonly CaseRow[]): Button[][] {
  return rows.map(({ id }) => {
    const number = String(id)
    return [press('case-mine', text('case-open-one', { number }), { case: number })]
  })
}

/** News for a partner, in their language, wherever they are. Each change is told once. */
export async function tellOfMembership(
  work: Work,
  row: PartnerRow,
  what: Text,
  deps: MembershipDeps,
): Promise<void> {
  const view = await membershipView(work, row, deps, { isPrivate: true, notes: [what] })
  const key = `partner:${row.id}:${row.version}:${what.key}`
  await tellMember(work, { key, member: row.member, view }, deps.choose)
}
