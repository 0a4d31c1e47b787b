/** /measure: the bot finds out itself how large a community is, and whether the applicant is its admin. */
import { z } from 'zod'
import { numberOf, rowNumber } from '../../interaction/arguments.js'
import type { Standing } from '../../interaction/call.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Beat } from '../../storage/beat.js'
import {
  type ApplicationRow,
  applicationOf,
  assertMayLook,
  assertOpen,
  mayReview,
  measure,
  newestApplication,
} from '../applications/applications.js'
import { communityNumbered, dueCounts, endCount, homeOf } from '../communities/communities.js'
import { chatOf } from '../members/members.js'
import { bringView, measuredView } from './cards.js'

/** In private it tells how; in a group it measures. */
function measureCommand(policy: ApplicationPolicy) {
  return command({
    name: 'measure',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    args: z.object({ application: rowNumber().optional() }),
    surveys: true,
    needsStanding: async () => true,
    async handle(context, { application }) {
      const { work, actor, spot } = context
      const row = (await newestApplication(work, actor.member)) ?? refuse('measure-none')
      // The link may be anybody's: whose application it is, is what the platform says of whoever opened it.
      if (application !== undefined && application !== row.id) {
        refuse('measure-not-yours', { number: String(application) })
      }
      assertOpen(row)
      if (spot.kind === 'private') return bringView(work, row)
      return measured(context, row, { chat: spot.chat, standing: actor.standing }, policy)
    },
  })
}

/** Measures a community once more, from anywhere: for its applicant, and for the reviewers. */
function againCommand(policy: ApplicationPolicy) {
  return command({
    name: 'measure-again',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ community: rowNumber() }),
    surveys: true,
    concerns: (look, { community }) =>
      look(async (work) => {
        const number = numberOf(community)
        if (number === undefined) return undefined
        const { application, chat } = await communityNumbered(work, number)
        const { member } = await applicationOf(work, application)
        return { member, chat }
      }),
    async handle(context, { community }) {
      const { work, actor, concerned } = context
      const { application, chat } = await communityNumbered(work, community)
      const row = await applicationOf(work, application)
      const isOwn = row.member === actor.member
      if (!isOwn && !(await mayReview(work, actor.member, row.region))) {
        refuse('measure-not-yours', { number: String(row.id) })
      }
      if (!isOwn) await assertMayLook(work, row, actor.member)
      const isOfThem = concerned?.member === row.member && concerned.chat === chat
      const standing = isOfThem ? concerned.standing : undefined
      // A reviewer wants to know of one who is no admin any more; the applicant is told what to do.
      return measured(context, row, { chat, standing, mayBeNone: !isOwn }, policy)
    },
  })
}

interface Asked {
  chat: number
  standing: Standing | undefined
  /** Keep it even where the applicant is no admin. */
  mayBeNone?: boolean
}

/** Refuses `measure-unseen`, `measure-unsure`, `measure-not-admin`, `measure-over`. */
async function measured(
  { work, actor, survey }: Context,
  row: ApplicationRow,
  { chat, standing, mayBeNone = false }: Asked,
  policy: ApplicationPolicy,
): Promise<View> {
  const { title } = await chatOf(work, chat)
  if (!survey) return refuse('measure-unseen', { title })
  if (!standing || standing.membership === 'unknown') return refuse('measure-unsure', { title })
  const isAdmin = standing.membership === 'member' && standing.isAdmin
  if (!isAdmin && !mayBeNone) refuse('measure-not-admin', { title })
  const { size, hears, guild } = survey
  const seen = { chat, home: homeOf(chat, guild), size, isAdmin, hears }
  const measurement = { ...seen, application: row.id, member: row.member }
  const judged = await measure(work, measurement, actor.member, policy)
  const view = await measuredView(work, judged, chat, policy.eligibility.community)
  return mayBeNone ? { ...view, text: [...view.text, text('measured-see')] } : view
}

export function measuringCommands(policy: ApplicationPolicy) {
  return [measureCommand(policy), againCommand(policy)]
}

const EVERY_MS = 60_000

/** Counting ends by time, or with the application. */
export const countsBeat: Beat = {
  name: 'communities-counted',
  everyMs: EVERY_MS,
  byTime: true,
  due: dueCounts,
  settle: endCount,
}
