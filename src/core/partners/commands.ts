/** /partner for staff: who somebody is to the programme, and what can be done at once. */
import { z } from 'zod'
import { choice, rowNumber, words } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { hours } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import { textOf } from '../../programme/words.js'
import { effectLines } from '../cases/cards.js'
import { type Effect, reasonNamed, reasonsGiven } from '../cases/cases.js'
import { nameOf } from '../members/members.js'
import { type MembershipDeps, tellOfMembership } from '../memberships/cards.js'
import { partnerView } from './cards.js'
import {
  assertMayBack,
  assertMayHold,
  backReturn,
  heldSanctions,
  lockPartner,
  paramsOf,
  partnerMeant,
  partnerNumbered,
  STAFF,
  suspend,
  undo,
} from './partners.js'

const WHO_MOST = 60
const partnerArg = { partner: rowNumber() }
const desk = { who: STAFF, where: 'anywhere' } as const
/** Who may suspend before there is a case. */
const HOLDERS = ['admin', 'risk_officer', 'regional_manager'] as const

export function partnerCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'partner',
    args: z.object({ who: words(WHO_MOST, { rest: true }) }),
    async handle(context, { who }) {
      const row = await partnerMeant(context.work, who, context.platform)
      return row ? partnerView(context, row, deps) : refuse('partner-unknown', { typed: who })
    },
  })
}

function pageCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'partner-page',
    args: z.object(partnerArg),
    async handle(context, { partner }) {
      return partnerView(context, await partnerNumbered(context.work, partner), deps)
    },
  })
}

/** Suspends until there is a case, and not for long. Refuses `partner-hold-spent`. */
function holdCommand(deps: MembershipDeps, cases: CasePolicy) {
  return command({
    ...desk,
    name: 'partner-hold',
    who: HOLDERS,
    args: z.object({
      ...partnerArg,
      reason: choice(
        reasonsGiven(cases).map(({ id }) => id),
        { named: true },
      ),
    }),
    choiceWords: (argument, value) =>
      argument === 'reason' ? textOf(reasonNamed(cases, value).words) : undefined,
    async preview({ work, actor, platform }, { partner, reason }) {
      const row = await partnerNumbered(work, partner)
      await assertMayHold(work, row, actor.member)
      const until = work.now + hours(cases.holdHours)
      const name = await nameOf(work, row.member, platform)
      const state: Effect = { kind: 'state', from: row.state, to: 'suspended', until }
      const lines = [
        text('partner-hold-preview', { name, hours: cases.holdHours }),
        text('case-reason', { reason: textOf(reasonNamed(cases, reason).words) }),
        ...effectLines([state, { kind: 'stop' }]),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('partner-hold') }
    },
    async handle(context, { partner, reason }) {
      const { work, actor } = context
      const until = work.now + hours(cases.holdHours)
      const row = await lockPartner(work, partner)
      await assertMayHold(work, row, actor.member)
      const moved = await suspend(work, row, { by: actor.member, case: null, reason, until })
      const why = textOf(reasonNamed(cases, reason).words)
      await tellOfMembership(work, moved, text('membership-told-held', { reason: why }), deps)
      return partnerView(context, moved, deps, text('partner-held'))
    },
  })
}

/** Takes back a suspension that no case came of. Refuses `partner-no-hold`. */
function liftCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'partner-lift',
    who: HOLDERS,
    args: z.object(partnerArg),
    async handle(context, { partner }) {
      const { work, actor } = context
      const row = await lockPartner(work, partner)
      const newest = (await heldSanctions(work, row.id)).at(-1)
      if (newest?.kind !== 'suspension' || newest.case !== null)
        return refuse('partner-no-hold', paramsOf(row))
      const moved = await undo(work, row, newest, actor.member, 'lifted')
      await tellOfMembership(work, moved, text('membership-told-lapsed'), deps)
      return partnerView(context, moved, deps, text('partner-lifted'))
    },
  })
}

/** Somebody who left may come back. */
function backCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'partner-back',
    args: z.object(partnerArg),
    alwaysPreview: true,
    async preview({ work, actor, platform }, { partner }) {
      const row = await partnerNumbered(work, partner)
      await assertMayBack(work, row, actor.member, deps.partners)
      const name = await nameOf(work, row.member, platform)
      const key = row.state === 'terminated' ? 'partner-back-two' : 'partner-back-preview'
      return { view: { text: [text(key, { name })], tone: 'warning' }, confirm: text('partner-back') }
    },
    async handle(context, { partner }): Promise<View> {
      const { work, actor } = context
      const { row, isBack } = await backReturn(work, partner, actor.member, deps.partners)
      if (isBack) await tellOfMembership(work, row, text('membership-told-back'), deps)
      return partnerView(context, row, deps, text(isBack ? 'partner-is-back' : 'partner-backed'))
    },
  })
}

/** What staff reach by buttons. */
export function partnerButtons(deps: MembershipDeps) {
  const { cases } = deps
  return [
    pageCommand(deps),
    ...(cases ? [holdCommand(deps, cases), liftCommand(deps)] : []),
    backCommand(deps),
  ]
}
