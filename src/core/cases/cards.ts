/** How a case looks: on the card in the staff chat, and to the partner it is about. */
import type { Button, View } from '../../interaction/view.js'
import { type Param, type Text, text } from '../../kit/text.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { noteText, press } from '../applications/cards.js'
import { postOnDesk } from '../desks/desks.js'
import { nameOf, type PlatformWord } from '../members/members.js'
import { type Choose, tellHolders, tellMember } from '../notices/notices.js'
import { holdOf, stateText as partnerStateText, STAFF } from '../partners/partners.js'
import type { Role } from '../roles/roles.js'
import {
  appealUntil,
  CASE_CARD,
  type CaseRow,
  caseNumbered,
  caseStateText,
  type Effect,
  firstVerdict,
  type Heard,
  handlersOf,
  helpersFor,
  mayAppeal,
  noticedBy,
  panelFor,
  reasonOf,
  reportsBehind,
} from './cases.js'

export interface CaseDeps {
  cases: CasePolicy
  choose: Choose
}

const moment = (instant: number) => ({ instant, as: 'moment' as const })
const relative = (instant: number) => ({ instant, as: 'relative' as const })

/** The case as staff see it in the chat that is its desk. */
export async function caseCard(work: Work, subject: string, platform: PlatformWord): Promise<View> {
  const heard = await caseNumbered(work, Number(subject))
  const { row } = heard
  return {
    text: [...(await headLines(work, heard, platform)), ...chargeLines(row)],
    rows: [[press('case-page', text('case-open'), { case: subject })]],
    tone: TONES[row.state] ?? 'info',
    audience: 'everyone',
  }
}

const TONES: Partial<Record<CaseRow['state'], View['tone']>> = {
  deciding: 'warning',
  appealed: 'warning',
  warned: 'refusal',
  suspended: 'refusal',
  terminated: 'refusal',
  dismissed: 'success',
  overturned: 'success',
}

/** Whom it is about, since when, where it stands and until when. */
export async function headLines(
  work: Work,
  { row, partner }: Heard,
  platform?: PlatformWord,
): Promise<Text[]> {
  const name = await nameOf(work, partner.member, platform)
  const reports = await reportsBehind(work, row.id)
  return [
    text('case-title', { number: String(row.id), name, partner: String(partner.id) }),
    text('case-since', { state: outcomeText(row), at: relative(row.openedAt) }),
    ...dueLines(row),
    ...(await holdLines(work, row)),
    ...(reports > 0 ? [text('case-reports', { count: reports })] : []),
  ]
}

function dueLines({ state, dueAt }: CaseRow): Text[] {
  if (dueAt === null) return []
  if (state === 'awaiting_partner') return [text('case-reply-due', { at: moment(dueAt) })]
  return ['warned', 'suspended', 'terminated'].includes(state)
    ? [text('case-appeal-due', { at: moment(dueAt) })]
    : []
}

/** Until when a suspension holds that nobody has decided. */
async function holdLines(work: Work, { id, partner, state }: CaseRow): Promise<Text[]> {
  if (state !== 'deciding') return []
  const until = (await holdOf(work, partner, id))?.until ?? null
  // Past it lasts only because of what is proposed.
  return until === null || until <= work.now ? [] : [text('case-hold-due', { at: moment(until) })]
}

/** What is held against the partner. */
export function chargeLines(row: CaseRow): Text[] {
  return [
    text('case-reason', { reason: reasonOf(row) }),
    ...(row.words === '' ? [] : [text('case-words', { words: { evidence: row.words } })]),
    ...(row.link === null ? [] : [text('case-link', { link: { evidence: row.link } })]),
  ]
}

/** What a decision changes, a line each; said also where it changes nothing. */
export function effectLines(effects: readonly Effect[]): Text[] {
  if (effects.length === 0) return [text('effect-none')]
  const isTaken = effects.some(({ kind }) => kind === 'stop' || kind === 'role')
  return [...effects.map(effectText), ...(isTaken ? [text('effect-mirrored')] : [])]
}

function effectText(effect: Effect): Text {
  switch (effect.kind) {
    case 'warning':
      return text('effect-warning', { at: moment(effect.until) })
    case 'review':
      return text('effect-review', { count: effect.warnings })
    case 'state': {
      const states = { from: partnerStateText(effect.from), to: partnerStateText(effect.to) }
      return effect.until === undefined
        ? text('effect-state', states)
        : text(`effect-until-${effect.to === 'suspended' ? 'suspended' : 'terminating'}`, {
            ...states,
            at: moment(effect.until),
          })
    }
    case 'later':
      return text('effect-later', { to: partnerStateText(effect.to) })
    case 'role':
      return effect.at === undefined ? text('effect-role') : text('effect-role-at', { at: moment(effect.at) })
    case 'unwarning':
    case 'stop':
    case 'unstop':
    case 'unrole':
      return text(`effect-${effect.kind}`)
  }
}

/** A case as its partner sees it, with what they can do about it. */
export async function ownCaseView(
  work: Work,
  row: CaseRow,
  policy: CasePolicy,
  ...notes: Text[]
): Promise<View> {
  const ways = ownWays(row, work.now, policy)
  return {
    text: [
      ...notes,
      text('case-own', { number: String(row.id), state: ownStateText(row) }),
      ...chargeLines(row),
      ...ways.reply,
      ...(row.reply === null ? [] : [text('case-own-reply-line', { reply: { evidence: row.reply } })]),
      ...(await decisionLines(work, row)),
      ...ways.appeal,
    ],
    rows: ways.buttons.map((one) => [one]),
  }
}

/** What a partner can do about a case, and until when. */
export function ownWays(
  row: CaseRow,
  now: number,
  policy: CasePolicy,
): { reply: Text[]; appeal: Text[]; buttons: Button[] } {
  const values = { case: String(row.id) }
  const isAsked = row.state === 'awaiting_partner'
  const isAppealable = mayAppeal(row, now, policy)
  return {
    reply: replyDue(row),
    appeal: isAppealable ? [text('case-own-appeal', { at: moment(appealUntil(row, policy)) })] : [],
    buttons: [
      ...(isAsked ? [press('case-reply', text('case-answer'), values)] : []),
      ...(isAppealable ? [press('case-appeal', text('case-appeal'), values)] : []),
    ],
  }
}

function replyDue({ state, dueAt }: CaseRow): Text[] {
  return state === 'awaiting_partner' && dueAt !== null ? [text('case-own-reply', { at: moment(dueAt) })] : []
}

/** The one reply that a partner has, before it is given: what it says, and until when it can be. */
export function replyPreview(row: CaseRow, words: string): View {
  return {
    text: [
      text('case-reply-preview', { number: String(row.id) }),
      text('case-own-reply-line', { reply: { evidence: words } }),
      ...replyDue(row),
    ],
    tone: 'warning',
  }
}

/** That it is closed says less than what it was closed with. */
function ownStateText({ state, verdict, appealVerdict }: CaseRow): Text {
  if (state === 'awaiting_partner') return text('case-own-awaiting')
  if (state !== 'closed') return caseStateText(state)
  return caseStateText(appealVerdict ?? verdict ?? state)
}

/** What has become of a case, for staff: what an appeal has undone is no guilt any more. */
export function outcomeText({ state, verdict, appealVerdict }: CaseRow): Text {
  if (verdict === null) return caseStateText(state)
  const was = { verdict: caseStateText(verdict) }
  if (state === 'appealed') return text('case-outcome-appealed', was)
  return appealVerdict === null ? caseStateText(verdict) : text(`case-outcome-${appealVerdict}`, was)
}

/** What was decided; and on appeal, which may have made something lesser of it. */
export async function decisionLines(work: Work, row: CaseRow): Promise<Text[]> {
  const { note, appeal, appealNote } = row
  const first = await firstVerdict(work, row)
  return [
    ...(first === null ? [] : [text('case-verdict', { verdict: caseStateText(first) })]),
    ...(note === null ? [] : [noteText(note)]),
    ...(appeal === null ? [] : [text('application-appeal-line', { appeal: { evidence: appeal } })]),
    ...appealedLines(row),
    ...(appealNote === null ? [] : [noteText(appealNote)]),
  ]
}

function appealedLines({ verdict, appealVerdict }: CaseRow): Text[] {
  if (appealVerdict === null) return []
  return appealVerdict === 'reduced' && verdict !== null
    ? [text('case-appeal-reduced', { verdict: caseStateText(verdict) })]
    : [text('case-appeal-verdict', { verdict: caseStateText(appealVerdict) })]
}

/** News for the partner, in their language, wherever they are. Each change is told once. */
export async function tellPartner(
  work: Work,
  { row, partner }: Heard,
  { cases, choose }: CaseDeps,
  ...what: Text[]
): Promise<void> {
  const view = await ownCaseView(work, row, cases, ...what)
  const key = `case:${row.id}:${row.version}:${what[0]?.key}`
  await tellMember(work, { key, member: partner.member, view }, choose)
}

/** Puts a case before the staff: on the desk, or where there is none, before each whom it waits for. */
export async function putOnDesk(work: Work, heard: Heard, choose: Choose): Promise<void> {
  if (!(await postCase(work, heard))) await tellOfCase(work, heard, choose)
}

/** It comes back from its partner: whoever it waits for is told, whether its card is on a desk or not. */
export async function putBack(work: Work, heard: Heard, choose: Choose): Promise<void> {
  await postCase(work, heard)
  await tellOfCase(work, heard, choose)
}

function postCase(work: Work, { row }: Heard): Promise<boolean> {
  return postOnDesk(work, 'cases', { kind: CASE_CARD, subject: String(row.id) })
}

/**
 * Tells those of the staff whom a case waits for: who can decide the appeal; whoever told the partner, of the
 * reply; else all who may work on it. Nobody where it waits for nobody of them. `why`: told once more for it.
 */
export async function tellOfCase(work: Work, heard: Heard, choose: Choose, why?: string): Promise<void> {
  const { row } = heard
  if (row.state === 'appealed') return tellOfAppeal(work, heard, choose)
  const news = { roles: STAFF, except: [] }
  if (row.state === 'deciding' && row.repliedAt !== null && row.proposal === null) {
    const owner = await noticedBy(work, row.id)
    return tellStaff(work, heard, { ...news, what: 'case-replied-told', owner }, choose)
  }
  if (row.state !== 'open' && row.state !== 'deciding') return
  await tellStaff(work, heard, { ...news, what: 'case-arrived', why }, choose)
}

async function tellOfAppeal(work: Work, heard: Heard, choose: Choose): Promise<void> {
  const panel = await panelFor(work, heard)
  for (const owner of panel) {
    await tellStaff(work, heard, { roles: [], except: [], what: 'case-appealed-told', owner }, choose)
  }
  if (panel.length > 0) return
  const { row } = heard
  const number = String(row.id)
  const what = 'case-appealed-nobody'
  // It names nobody: where no admin may work on the case, one can give a role all the same.
  const view: View = {
    text: [text(what, { number })],
    rows: [[press('case-page', text('case-open'), { case: number })]],
  }
  const key = `case:${row.id}:${what}:${row.version}`
  for (const member of await helpersFor(work, heard)) await tellMember(work, { key, member, view }, choose)
}

/** News of a case for staff. */
export interface StaffNews {
  roles: readonly Role[]
  except: readonly number[]
  /** The key of its words, which get the number, the name, the state and `at`. */
  what: string
  at?: number
  /** The number of the suspension that it is about: another in the same case is told of, too. */
  hold?: number
  /** Told once more for it. */
  why?: string | undefined
  /** Whom alone it is for, as long as they may work on the case. */
  owner?: number | null
}

/** Tells staff that a case needs them; nobody who may not work on it. */
export async function tellStaff(
  work: Work,
  heard: Heard,
  { roles, except, what, at, hold, why, owner = null }: StaffNews,
  choose: Choose,
): Promise<void> {
  const { row, partner } = heard
  const number = String(row.id)
  const name = await nameOf(work, partner.member)
  const until: Record<string, Param> = at === undefined ? {} : { at: moment(at) }
  const view: View = {
    text: [text(what, { number, name, state: caseStateText(row.state), ...until })],
    rows: [[press('case-page', text('case-open'), { case: number })]],
  }
  const about = [hold, why].flatMap((one) => (one === undefined ? [] : [`:${one}`])).join('')
  const key = `case:${row.id}:${what}:${row.version}${about}`
  const able = await handlersOf(work, heard)
  if (owner !== null && able.includes(owner)) {
    await tellMember(work, { key, member: owner, view }, choose)
    return
  }
  const isFor = async (member: number) => able.includes(member)
  const notice = { key, roles, region: partner.region, isFor, except, view }
  await tellHolders(work, notice, choose)
}
