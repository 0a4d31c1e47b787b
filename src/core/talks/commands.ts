/** A talk that is proposed to an applicant: whether the time suits, and another one. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { count, rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { type Text, text } from '../../kit/text.js'
import {
  answerTalk,
  applicationOf,
  assertMayAnswerTalk,
  assertMayInviteAgain,
  inviteAgain,
  REVIEWERS,
  textsIn,
} from '../applications/applications.js'
import { talkAnswer } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { backToApplication, decided } from '../approvals/cards.js'
import { tellHosts, tellLeaders } from '../queue/cards.js'
import { statusView, tellInvited } from '../statuses/cards.js'
import { backToStatus } from '../statuses/commands.js'

/** Characters of what is proposed, on either side. */
const SLOT_MOST = 500
/** Of an application; there are fewer. */
const TALKS_MOST = 999_999
/** Of the talk when it was looked at: what was proposed since is not answered unseen. */
const talkArgs = { application: rowNumber(), talk: count(1, TALKS_MOST) }

const own = { who: 'anyone', where: 'anywhere' } as const
/** Each new answer is told to several people. */
const ANSWER_EVERY_MS = 10_000

/** What the applicant said of the talk, for those who lead it, and where they stand now. */
async function answered(
  { work, actor }: Context,
  { application: id, talk }: { application: number; talk: number },
  { policy, choose }: ApplicationDeps,
  words?: string,
): Promise<View> {
  const { row, isNew } = await answerTalk(work, { id, talk, by: actor.member }, words)
  if (isNew) await tellHosts(work, row, words === undefined, choose)
  return { ...(await statusView(work, row, policy)), tone: 'success', replace: true }
}

function suitsCommand(deps: ApplicationDeps) {
  return command({
    ...own,
    name: 'talk-suits',
    cooldownMs: ANSWER_EVERY_MS,
    args: z.object(talkArgs),
    handle: (context, seen) => answered(context, seen, deps),
  })
}

function unsuitedCommand(deps: ApplicationDeps) {
  return command({
    ...own,
    name: 'talk-unsuited',
    cooldownMs: ANSWER_EVERY_MS,
    args: z.object({ ...talkArgs, words: paragraph(3, SLOT_MOST) }),
    async about({ work, actor }, { application, talk = 0 }) {
      const row = await applicationOf(work, application ?? refuse('button-unknown'))
      return textsIn((await assertMayAnswerTalk(work, row, { talk, by: actor.member })).questions)
    },
    cancelled: backToStatus(deps.policy),
    handle: (context, { words, ...seen }) => answered(context, seen, deps, words),
  })
}

/** Staff propose another time. */
function againCommand(deps: ApplicationDeps) {
  return command({
    who: REVIEWERS,
    where: 'anywhere',
    name: 'talk-again',
    args: z.object({ ...talkArgs, said: count(0, TALKS_MOST), slot: paragraph(3, SLOT_MOST) }),
    async about({ work, actor }, { application, talk = 0, said = 0 }): Promise<Text[]> {
      const row = await applicationOf(work, application ?? refuse('button-unknown'))
      const { questions, answer } = await assertMayInviteAgain(work, row, { talk, said, by: actor.member })
      return [...textsIn(questions), ...(answer === null ? [] : [talkAnswer(answer, 'talk-said')])]
    },
    cancelled: backToApplication,
    async handle({ work, actor }, { application: id, talk, said, slot }) {
      const row = await inviteAgain(work, { id, talk, said, by: actor.member }, slot)
      await tellInvited(work, row, text('talk-told-again'), deps)
      await tellLeaders(work, row, actor.member, deps.choose)
      return decided(row, text('review-invited', { number: String(row.id) }))
    },
  })
}

/** What is done about a talk by buttons. */
export function talkButtons(deps: ApplicationDeps) {
  return [suitsCommand(deps), unsuitedCommand(deps), againCommand(deps)]
}
