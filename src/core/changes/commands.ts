/** Tier and region of a partner: staff change them from the partner's card, and the partner reads of it. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { choice, numberOf, rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import type { Beat } from '../../storage/beat.js'
import { lowestTier } from '../applications/applications.js'
import { nameOf } from '../members/members.js'
import { type MembershipDeps, offeredTiers, tierText } from '../memberships/cards.js'
import { viewFor } from '../memberships/commands.js'
import { partnerRegion, partnerView } from '../partners/cards.js'
import { partnerNumbered } from '../partners/partners.js'
import { regionsOf } from '../regions/regions.js'
import {
  changeLines,
  declinedWhy,
  type Told,
  tellNewRegion,
  tellOfChange,
  tellOfProposal,
  tellProposer,
} from './cards.js'
import {
  type Agreed,
  acknowledgeChange,
  agreeChange,
  type Changed,
  changeRegion,
  changeTier,
  changeToAgree,
  changeToDecline,
  declineChange,
  dueChanges,
  type Known,
  planRegion,
  planTier,
  rolesChanging,
  settleChange,
  type TierRules,
  tiersOffered,
  withdrawChange,
} from './changes.js'

const NOTE_MOST = 500
const partnerArg = { partner: rowNumber() }
const changeArg = { change: rowNumber() }
const note = paragraph(3, NOTE_MOST)

/** Who may change what; the table says which of them may do which. */
const CHANGERS = ['admin', 'regional_manager'] as const
const SECONDS = ['admin', 'regional_manager', 'risk_officer'] as const
const desk = { who: CHANGERS, where: 'anywhere' } as const

/** What will come of it, before it is done. */
function preview(head: Text, told: Told, deps: MembershipDeps, confirm: Text) {
  return {
    view: { text: [head, ...changeLines(told, deps)], tone: 'warning' as const },
    confirm,
  }
}

function tierCommand(deps: MembershipDeps, rules: TierRules) {
  return command({
    ...desk,
    name: 'partner-tier',
    args: z.object({
      ...partnerArg,
      tier: choice(
        rules.tiers.list.map(({ id }) => id),
        { named: true },
      ),
      note,
    }),
    choiceWords: (argument, value) =>
      argument === 'tier' ? tierText({ tier: value }, rules.tiers) : undefined,
    async offered({ work, actor }, argument, { partner }) {
      if (argument !== 'tier') return undefined
      const row = await partnerNumbered(work, numberOf(partner ?? '') ?? 0)
      const values = await tiersOffered(work, row, actor.member, rules.tiers)
      return (
        values &&
        offeredTiers(values, rules.tiers, {
          givers: (tier) => rolesChanging(rules.tiers, row, tier),
          now: row.tier ?? lowestTier(rules.tiers)?.id,
        })
      )
    },
    async preview({ work, actor, platform }, { partner, tier, note: words }) {
      const row = await partnerNumbered(work, partner)
      const plan = await planTier(work, row, { tier, by: actor.member }, rules)
      const name = await nameOf(work, row.member, platform)
      const head = text(`change-preview-${plan.move.to}`, { number: String(partner), name })
      const told = { kind: 'tier' as const, ...plan, note: words }
      return {
        ...preview(head, told, deps, text(`change-confirm-${plan.move.to}`)),
        basis: plan.basis,
      }
    },
    async handle(context, { partner, tier, note: words }) {
      const { work, actor, basis: seen } = context
      const changed = await changeTier(work, { partner, tier, note: words, by: actor.member, seen }, rules)
      return announced(context, changed, deps)
    },
  })
}

function regionCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'partner-region',
    args: z.object({
      ...partnerArg,
      region: choice(
        regionsOf(deps).map(({ value }) => value),
        { named: true },
      ),
      note,
    }),
    choiceWords: (argument, value) =>
      argument === 'region' ? partnerRegion({ region: value }, deps) : undefined,
    async preview({ work, actor, platform }, { partner, region, note: words }) {
      const row = await partnerNumbered(work, partner)
      const { move, basis } = await planRegion(work, row, { region, by: actor.member })
      const name = await nameOf(work, row.member, platform)
      const head = text(`change-preview-${move.to}`, { number: String(partner), name })
      const told = { kind: 'region' as const, was: row.region, becomes: region, dueAt: null, note: words }
      return { ...preview(head, told, deps, text(`change-confirm-${move.to}`)), basis }
    },
    async handle(context, { partner, region, note: words }) {
      const { work, actor, basis: seen } = context
      const changed = await changeRegion(work, { partner, region, note: words, by: actor.member, seen })
      return announced(context, changed, deps)
    },
  })
}

function toldKey({ kind, state }: Pick<Told, 'kind'> & { state: string }): string {
  if (kind === 'region') return 'change-told-region-done'
  return state === 'pending' ? 'change-told-tier-pending' : 'change-told-tier-done'
}

/** Whoever it concerns is told: a second person, or the partner and who looks after them from now on. */
async function announced(context: Context, changed: Agreed, deps: MembershipDeps): Promise<View> {
  const { work } = context
  const { row, partner, moved } = changed
  if (row.state === 'proposed') await tellOfProposal(work, changed, deps)
  else await tellOfChange(work, changed, toldKey(row), deps)
  if (row.state === 'done' && moved) await tellNewRegion(work, changed, moved, deps)
  return shown(context, { row, partner }, deps, text(`change-now-${row.state}`))
}

async function shown(
  context: Context,
  { partner }: Changed,
  deps: MembershipDeps,
  note: Text,
): Promise<View> {
  return { ...(await partnerView(context, partner, deps, note)), tone: 'success' }
}

function agreeCommand(deps: MembershipDeps) {
  const known: Known = { tiers: deps.tiers, regions: regionsOf(deps).map(({ value }) => value) }
  return command({
    ...desk,
    who: SECONDS,
    name: 'change-agree',
    args: z.object(changeArg),
    alwaysPreview: true,
    async preview({ work, actor, platform }, { change }) {
      const { row, partner } = await changeToAgree(work, change, actor.member, known)
      const name = await nameOf(work, partner.member, platform)
      const head = text('change-preview-done', { number: String(partner.id), name })
      return preview(head, row, deps, text('change-agree'))
    },
    async handle(context, { change }) {
      const { work, actor } = context
      const agreed = await agreeChange(work, change, actor.member, known)
      await tellProposer(work, agreed, deps)
      return announced(context, agreed, deps)
    },
  })
}

function declineCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    who: SECONDS,
    name: 'change-decline',
    args: z.object({ ...changeArg, note }),
    alwaysPreview: true,
    async preview({ work, actor, platform }, { change, note: why }) {
      const { row, partner } = await changeToDecline(work, change, actor.member)
      const name = await nameOf(work, partner.member, platform)
      const head = text('change-preview-declined', { number: String(partner.id), name })
      const lines = [head, ...changeLines(row, deps), declinedWhy(why)]
      return { view: { text: lines, tone: 'warning' }, confirm: text('change-decline') }
    },
    async handle(context, { change, note: why }) {
      const { work, actor } = context
      const declined = await declineChange(work, change, { by: actor.member, note: why })
      await tellProposer(work, declined, deps, why)
      return shown(context, declined, deps, text('change-now-declined'))
    },
  })
}

function withdrawCommand(deps: MembershipDeps) {
  return command({
    ...desk,
    name: 'change-withdraw',
    args: z.object(changeArg),
    async handle(context, { change }) {
      const { work, actor } = context
      const withdrawn = await withdrawChange(work, change, actor.member, deps.tiers)
      // Of what was only proposed the partner has not heard.
      if (withdrawn.row.dueAt !== null) await tellOfChange(work, withdrawn, 'change-told-withdrawn', deps)
      return shown(context, withdrawn, deps, text('change-now-withdrawn'))
    },
  })
}

function readCommand(deps: MembershipDeps) {
  return command({
    who: 'anyone',
    where: 'anywhere',
    name: 'membership-read',
    args: z.object(changeArg),
    async handle(context, { change }) {
      const { partner } = await acknowledgeChange(context.work, change, context.actor.member)
      const view = await viewFor(context, partner, deps, text('change-is-read'))
      return { ...view, tone: 'success', replace: true }
    },
  })
}

/** What is reached by buttons. A programme without tiers or regions has nothing to change there. */
export function changeButtons(deps: MembershipDeps) {
  const { tiers, tierFrom, partners } = deps
  const rules = tiers && { tiers, tierFrom, noticeDays: partners.tierNoticeDays }
  return [
    ...(rules ? [tierCommand(deps, rules)] : []),
    ...(regionsOf(deps).length > 0 ? [regionCommand(deps)] : []),
    agreeCommand(deps),
    declineCommand(deps),
    withdrawCommand(deps),
    readCommand(deps),
  ]
}

/** How often it is looked whether the day of a change has come, in ms. */
const EVERY_MS = 15_000

export function changesBeat(deps: MembershipDeps): Beat {
  return {
    name: 'partner-changes',
    everyMs: EVERY_MS,
    byTime: true,
    due: dueChanges,
    async settle(work, id) {
      const changed = await settleChange(work, id, deps.tiers)
      if (!changed) return
      const { row, partner } = changed
      if (row.state === 'done') await tellOfChange(work, changed, 'change-told-tier-done', deps)
      const isGone = partner.state === 'terminated' || partner.state === 'resigned'
      if (row.state === 'dropped' && !isGone) await tellOfChange(work, changed, 'change-told-withdrawn', deps)
    },
  }
}
