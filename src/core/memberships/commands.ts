/**
 * /membership: what partners do about being one. One word and not one for each act: `/pause` and `/resume`
 * would be taken for a packet's or a campaign's, and `/status` is of an application.
 */
import { z } from 'zod'
import { choice, rowNumber, words } from '../../interaction/arguments.js'
import { type Context, command, type Preview } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import { textOf } from '../../programme/words.js'
import type { Beat } from '../../storage/beat.js'
import type { Work } from '../../storage/storage.js'
import { press } from '../applications/cards.js'
import { touchCards } from '../cards/cards.js'
import { tellStaff } from '../cases/cards.js'
import { CASE_CARD, caseNumbered } from '../cases/cases.js'
import { certificateOf, welcome } from '../certificates/cards.js'
import { nameOf } from '../members/members.js'
import { tellHolders } from '../notices/notices.js'
import {
  acceptTexts,
  activateIfReady,
  askReturn,
  assertConfirmable,
  assertMayResign,
  checklistOf,
  confirmUid,
  dueSanctions,
  idlePartners,
  isBound,
  isCertified,
  ownPartner,
  type PartnerRow,
  paramsOf,
  pauseOrResume,
  resign,
  type Settled,
  STAFF,
  settleIdle,
  settleSanction,
} from '../partners/partners.js'
import { assertUidUnsealed } from '../uids/uids.js'
import { type MembershipDeps, membershipView, tellOfMembership } from './cards.js'

/** Characters of a partner's number, as it may be typed. */
const NUMBER_MOST = 14
const own = { who: 'anyone', where: 'anywhere' } as const

export function membershipCommand(deps: MembershipDeps) {
  return command({
    ...own,
    name: 'membership',
    args: z.object({}),
    async handle(context) {
      const row = await ownPartner(context.work, context.actor.member)
      // The texts may have been accepted elsewhere since.
      return viewFor(context, await welcomed(context.work, row, activateIfReady, deps), deps)
    },
  })
}

/** As it is shown where it was asked for. */
export function viewFor(
  { work, spot }: Pick<Context, 'work' | 'spot'>,
  row: PartnerRow,
  deps: MembershipDeps,
  ...notes: Text[]
): Promise<View> {
  return membershipView(work, row, deps, { isPrivate: spot.kind === 'private', notes })
}

/** A step of the checklist; whoever is active by it is welcomed. */
export async function welcomed(
  work: Work,
  row: PartnerRow,
  step: typeof activateIfReady,
  deps: MembershipDeps,
): Promise<PartnerRow> {
  const after = await step(work, row, deps.applications, deps.partners.checklist)
  if (row.state === 'onboarding' && after.state === 'active') await welcome(work, after, deps)
  return after
}

function certificateCommand() {
  return command({
    ...own,
    name: 'membership-certificate',
    args: z.object({}),
    async handle({ work, actor }) {
      const row = await ownPartner(work, actor.member)
      if (!isCertified(row)) return refuse('partner-state', paramsOf(row))
      return { text: [text('certificate-sent', { number: String(row.id) })], files: [certificateOf(row)] }
    },
  })
}

/** A button that does one thing and shows how it stands then. */
function act(
  deps: MembershipDeps,
  name: string,
  done: string,
  does: (context: Context) => Promise<PartnerRow>,
) {
  return command({
    ...own,
    name,
    args: z.object({}),
    async handle(context) {
      const view = await viewFor(context, await does(context), deps, text(done))
      return { ...view, tone: 'success', replace: true }
    },
  })
}

function uidCommand(deps: MembershipDeps) {
  return command({
    ...own,
    name: 'membership-uid',
    args: z.object({}),
    alwaysPreview: true,
    async preview({ work, actor }) {
      const own = await ownPartner(work, actor.member)
      const checklist = await checklistOf(work, own, deps.applications)
      await assertConfirmable(work, own, checklist)
      if (!checklist.isConfirmed) await assertUidUnsealed(work, own.member, deps.digestKey)
      const { uid } = checklist
      if (uid === undefined) return refuse('partner-unbound', { number: '' })
      return {
        view: { text: [text('membership-uid-preview', { uid })], tone: 'warning' },
        confirm: text('membership-confirm'),
      }
    },
    async handle(context) {
      const { work, actor } = context
      const own = await ownPartner(work, actor.member)
      const { isConfirmed } = await checklistOf(work, own, deps.applications)
      if (!isConfirmed) await assertUidUnsealed(work, own.member, deps.digestKey)
      const row = await welcomed(work, own, confirmUid, deps)
      return { ...(await viewFor(context, row, deps, doneText(row))), tone: 'success' }
    },
  })
}

/** What is said after a step. */
export function doneText({ state }: PartnerRow): Text {
  return text(state === 'active' ? 'membership-is-active' : 'membership-noted')
}

/** What is accepted by pressing: the texts as they are today, and no others. */
function textArgs({ applications: { guidelines, disclosure } }: MembershipDeps) {
  return {
    guidelines: choice([guidelines.version], { named: true }),
    disclosure: choice([disclosure.version], { named: true }),
  }
}

function textsPreview({ applications: { guidelines, disclosure }, hasRules }: MembershipDeps): Preview {
  return {
    view: {
      text: [
        text('apply-guidelines', { words: textOf(guidelines.words), version: guidelines.version }),
        text('apply-disclosure', { words: textOf(disclosure.words), version: disclosure.version }),
        ...(hasRules ? [text('apply-whole')] : []),
      ],
    },
    confirm: text('apply-accept'),
  }
}

function acceptCommand(deps: MembershipDeps) {
  return command({
    ...own,
    name: 'membership-accept',
    args: z.object(textArgs(deps)),
    alwaysPreview: true,
    async preview({ work, actor }) {
      await ownPartner(work, actor.member)
      return textsPreview(deps)
    },
    async handle(context) {
      const { work, actor } = context
      const row = await welcomed(work, await ownPartner(work, actor.member), acceptTexts, deps)
      return { ...(await viewFor(context, row, deps, doneText(row))), tone: 'success' }
    },
  })
}

/** Whatever number the button carries: who presses it leaves, and nobody else. */
function resignCommand(deps: MembershipDeps) {
  return command({
    ...own,
    name: 'membership-resign',
    args: z.object({ partner: rowNumber(), typed: words(NUMBER_MOST) }),
    triesAgain: { 'resign-not-typed': 'typed' },
    async about({ work, actor }) {
      await assertMayResign(work, await ownPartner(work, actor.member), actor.member)
      return []
    },
    async offered({ work, actor }, argument) {
      if (argument !== 'typed') return undefined
      const { id } = await ownPartner(work, actor.member)
      return { values: [], hint: text('membership-resign-number', { number: String(id) }) }
    },
    async preview({ work, actor }, { typed }) {
      const { id } = await ownPartner(work, actor.member)
      const params = { number: String(id) }
      if (typed.replace(/^#/, '') !== String(id)) refuse('resign-not-typed', params)
      return {
        view: { text: [text('membership-resign-preview', params)], tone: 'warning' },
        confirm: text('membership-resign'),
      }
    },
    async handle(context, { typed }) {
      const row = await resign(context.work, context.actor.member, typed)
      return viewFor(context, row, deps, text('membership-resigned'))
    },
  })
}

function returnCommand(deps: MembershipDeps) {
  return command({
    ...own,
    name: 'membership-return',
    args: z.object(textArgs(deps)),
    alwaysPreview: true,
    async preview({ work, actor }) {
      await ownPartner(work, actor.member)
      return textsPreview(deps)
    },
    async handle(context) {
      const { work, actor } = context
      const row = await askReturn(work, actor.member, deps.partners, deps.applications)
      const number = String(row.id)
      const name = await nameOf(work, row.member)
      const view = {
        text: [text('partner-wants-back', { number, name })],
        rows: [[press('partner-page', text('case-open'), { partner: number })]],
      }
      const key = `partner:${row.id}:return:${row.returnAskedAt}`
      // Who brought them has no say in it.
      const isFor = async (member: number) => !(await isBound(work, member, row))
      const notice = { key, roles: ['admin', 'risk_officer'] as const, except: [], isFor, view }
      await tellHolders(work, notice, deps.choose)
      return viewFor(context, row, deps)
    },
  })
}

/** What partners reach by buttons. */
export function membershipButtons(deps: MembershipDeps) {
  return [
    uidCommand(deps),
    certificateCommand(),
    acceptCommand(deps),
    act(deps, 'membership-pause', 'membership-paused', ({ work, actor }) =>
      pauseOrResume(work, actor.member, 'pause'),
    ),
    act(deps, 'membership-resume', 'membership-resumed', ({ work, actor }) =>
      pauseOrResume(work, actor.member, 'resume'),
    ),
    resignCommand(deps),
    returnCommand(deps),
  ]
}

/** How often it is looked whether time ends something, in ms. */
const EVERY_MS = 15_000
const IDLE_EVERY_MS = 3_600_000

/** What time ends: a suspension, the wait for a case, a termination, an idle onboarding. */
export function membershipBeats(deps: MembershipDeps): Beat[] {
  const told = async (work: Parameters<Beat['settle']>[0], settled: Settled | undefined) => {
    if (!settled) return
    await tellOfMembership(work, settled.row, text(`membership-told-${settled.what}`), deps)
    if (!settled.undecided) return
    const { case: id, hold } = settled.undecided
    await touchCards(work, CASE_CARD, [String(id)])
    const news = { roles: STAFF, except: [], what: 'case-hold-over', hold }
    await tellStaff(work, await caseNumbered(work, id), news, deps.choose)
  }
  return [
    {
      name: 'sanctions-due',
      everyMs: EVERY_MS,
      byTime: true,
      due: dueSanctions,
      settle: async (work, id) => told(work, await settleSanction(work, id)),
    },
    {
      name: 'partners-idle',
      everyMs: IDLE_EVERY_MS,
      byTime: true,
      due: (work, after, since) => idlePartners(work, after, since, deps.partners),
      settle: async (work, id) => told(work, await settleIdle(work, id, deps.partners)),
    },
  ]
}
