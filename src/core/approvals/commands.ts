/** Approving with a tier; and confirming or declining what another would approve. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { choice, count, numberOf, rowNumber } from '../../interaction/arguments.js'
import { command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { type Text, text } from '../../kit/text.js'
import { textOf } from '../../programme/words.js'
import type { Work } from '../../storage/storage.js'
import {
  type ApplicationRow,
  type Approval,
  applicationOf,
  approve,
  assertMayApprove,
  COSIGNERS,
  countersign,
  declineApproval,
  isTierForTwo,
  lowestTier,
  openProposal,
  proposalToSign,
  REVIEWERS,
  rolesGranting,
  rulesOf,
  tiersFor,
  verdictOf,
} from '../applications/applications.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { reachApplicant } from '../letters/cards.js'
import { offeredTiers, tierText } from '../memberships/cards.js'
import { risksOf, worstOf } from '../risks/risks.js'
import { backToApplication, decided, proposalLines, riskLines, tellCosigners, tellProposer } from './cards.js'

const NOTE_MOST = 500
const applicationArg = { application: rowNumber() }

/** Where the programme has no tiers: a choice needs one. */
const NO_TIERS = ['none']

function approveCommand(deps: ApplicationDeps) {
  const { tiers } = deps
  const named = tiers ? tiers.list.map(({ id }) => id) : NO_TIERS
  return command({
    who: REVIEWERS,
    where: 'anywhere',
    name: 'application-approve',
    cancelled: backToApplication,
    args: z.object({
      ...applicationArg,
      version: count(1, 999_999),
      tier: choice(named, { named: true }).optional(),
    }),
    alwaysPreview: true,
    ...(tiers ? { adjustable: ['tier'] as const } : {}),
    choiceWords(argument, value) {
      const tier = argument === 'tier' ? tiers?.list.find(({ id }) => id === value) : undefined
      return tier && textOf(tier.words)
    },
    async offered({ work, actor }, argument, { application }) {
      if (argument !== 'tier' || !tiers) return undefined
      const row = await applicationOf(work, numberOf(application ?? '') ?? 0)
      const may = await tiersFor(work, actor.member, row.region, tiers)
      return offeredTiers(
        may.map(({ id }) => id),
        tiers,
        { givers: ({ rank }) => rolesGranting(tiers, rank) },
      )
    },
    async preview({ work, actor }, { application, version, tier }) {
      const row = await assertMayApprove(work, { id: application, version, by: actor.member })
      const number = String(row.id)
      const lines = await previewLines(work, row, tier, deps)
      return { view: { text: lines, tone: 'warning' }, confirm: text('approve-confirm', { number }) }
    },
    async handle({ work, actor }, { application, version, tier }) {
      const approval = await approve(work, { id: application, version, by: actor.member, tier }, deps)
      if (approval.partner) return welcomed(work, approval, deps)
      await tellCosigners(work, approval.row, deps)
      return decided(approval.row, text('review-proposed', { number: String(application) }))
    },
  })
}

async function previewLines(
  work: Work,
  row: ApplicationRow,
  tier: string | undefined,
  deps: ApplicationDeps,
): Promise<Text[]> {
  const { tiers, policy } = deps
  const granted = tiers ? (tier ?? lowestTier(tiers)?.id ?? null) : null
  const isHigh = worstOf(await risksOf(work, row, policy.risk)) === 'high'
  return [
    text('approve-preview', { number: String(row.id) }),
    text(`approve-${verdictOf(rulesOf(row))}`),
    ...(tiers ? [text('membership-tier', { tier: tierText({ tier: granted }, tiers) })] : []),
    ...(await riskLines(work, row, deps)),
    text(isHigh || isTierForTwo(deps, granted) ? 'approve-needs-second' : 'approve-at-once'),
  ]
}

/** The applicant is told, with the tier; staff see the number. */
async function welcomed(work: Work, { row, partner }: Approval, deps: ApplicationDeps): Promise<View> {
  const tier = partner?.tier ?? null
  const told =
    tier === null
      ? text('application-told-approved')
      : text('application-told-approved-tier', { tier: tierText({ tier }, deps.tiers) })
  await reachApplicant(work, row, told, deps)
  return decided(row, text('review-approved', { number: String(row.id), partner: String(partner?.id ?? '') }))
}

const cosigning = { who: COSIGNERS, where: 'anywhere' } as const
/** Of the proposal that was looked at. */
const proposalArgs = { ...applicationArg, proposal: rowNumber() }

function confirmCommand(deps: ApplicationDeps) {
  return command({
    ...cosigning,
    name: 'application-confirm',
    cancelled: backToApplication,
    args: z.object(proposalArgs),
    alwaysPreview: true,
    async preview({ work, actor, platform }, { application, proposal }) {
      const row = await applicationOf(work, application)
      await proposalToSign(work, row, { proposal, by: actor.member })
      const number = String(row.id)
      const lines = [
        text('approve-preview', { number }),
        text('approve-at-once'),
        ...(await proposalLines(work, row, platform, deps)),
        ...(await riskLines(work, row, deps)),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('approve-confirm', { number }) }
    },
    async handle({ work, actor }, { application, proposal }) {
      const waiting = await openProposal(work, application)
      const approval = await countersign(work, { id: application, proposal, by: actor.member })
      const what = text('proposal-told-confirmed', { number: String(application) })
      if (waiting) await tellProposer(work, approval.row, { proposal, member: waiting.by, what }, deps)
      return welcomed(work, approval, deps)
    },
  })
}

function declineCommand(deps: ApplicationDeps) {
  return command({
    ...cosigning,
    name: 'application-decline',
    cancelled: backToApplication,
    args: z.object({ ...proposalArgs, note: paragraph(3, NOTE_MOST) }),
    async handle({ work, actor }, { application, proposal, note }) {
      const wish = { id: application, proposal, by: actor.member, note }
      const { row, proposedBy } = await declineApproval(work, wish, deps.policy)
      const number = String(application)
      const what = text('proposal-told-declined', { number, note: { said: note } })
      await tellProposer(work, row, { proposal, member: proposedBy, what }, deps)
      return decided(row, text('review-declined', { number }))
    },
  })
}

/** The buttons of an approval. */
export function approvalButtons(deps: ApplicationDeps) {
  return [approveCommand(deps), confirmCommand(deps), declineCommand(deps)]
}
