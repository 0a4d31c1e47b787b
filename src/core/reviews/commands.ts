/** /review and the buttons of the desk: take, ask, decide, and decide once more. */
import { z } from 'zod'
import { paragraph } from '../../interaction/answers.js'
import { choice, count, flag, rowNumber } from '../../interaction/arguments.js'
import { type Context, command } from '../../interaction/command.js'
import type { View } from '../../interaction/view.js'
import { refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import { reapplyAt } from '../../programme/applications.js'
import { textOf } from '../../programme/words.js'
import {
  type ApplicationRow,
  applicationOf,
  askApplicant,
  assertMayLook,
  assertStill,
  checkRule,
  debrief,
  invite,
  REVIEWERS,
  RULES,
  reasonNamed,
  reasonWords,
  refuseAppeal,
  reject,
  release,
  take,
  takeNext,
  upholdAppeal,
} from '../applications/applications.js'
import { noteText } from '../applications/cards.js'
import type { ApplicationDeps } from '../applications/commands.js'
import { backToApplication, decided } from '../approvals/cards.js'
import { approvalButtons } from '../approvals/commands.js'
import { bulkCommand, bulkView, handCommand } from '../handovers/commands.js'
import { reachApplicant } from '../letters/cards.js'
import { putOnDesk, tellLeaders } from '../queue/cards.js'
import { reapplyText, tellApplicant, tellInvited } from '../statuses/cards.js'
import { filesView, reviewView, waitingAppeals, waitingBesides, wholeView } from './cards.js'

const NOTE_MOST = 500
const QUESTIONS_MOST = 800
/** Rows of a view, on the narrower platform. */
const ROWS_MOST = 5
/** More messages than anything that is written takes. */
const PAGES_MOST = 99

const applicationArg = { application: rowNumber() }
/** Of the application when it was looked at: what has changed since is not decided unseen. */
const seenArgs = { ...applicationArg, version: count(1, 999_999) }

/** What all commands of a reviewer are. */
const desk = { who: REVIEWERS, where: 'anywhere' } as const

/** What a second person confirms: risk officers review nothing, and look at what waits for them. */
const looking = { who: [...REVIEWERS, 'risk_officer'], where: 'anywhere' } as const

/**
 * Takes the next of the queue, or goes on with what is in hand; then what waits besides. With a number, looks
 * at that one.
 */
export function reviewCommand(deps: ApplicationDeps) {
  return command({
    ...looking,
    name: 'review',
    args: z.object({
      action: choice(['bulk'] as const).optional(),
      number: rowNumber({ looksLike: /^#?[0-9]+$/, example: '12' }).optional(),
    }),
    async handle(context, { action, number }) {
      const { work, actor } = context
      if (action !== undefined && number !== undefined) refuse('words-left-over', { typed: String(number) })
      if (action === 'bulk') return bulkView(deps)
      if (number !== undefined) return opened(context, number, deps)
      const row = await takeNext(work, actor.member, deps.policy)
      const waiting = await waitingBesides(context)
      if (row) {
        const view = await reviewView(context, row, deps, ...waiting.notes)
        const rows = view.rows ?? []
        const firsts = waiting.rows.flatMap((buttons) => buttons.slice(0, 1))
        const isRoom = firsts.length > 0 && rows.length < ROWS_MOST
        return isRoom ? { ...view, rows: [...rows, firsts] } : view
      }
      const appeals = await waitingAppeals(context)
      // Who is the second person, or leads a talk, has something to do, and is not told that they have not.
      const head = waiting.notes.length > 0 ? waiting.notes : [text('review-none')]
      return { text: head, rows: [...waiting.rows, ...appeals].slice(0, ROWS_MOST) }
    },
  })
}

/**
 * Looks at one without taking it. Refuses `application-unknown`, `application-other-region`,
 * `application-own`, `application-recruited`, `application-not-yours`.
 */
function openCommand(deps: ApplicationDeps) {
  return command({
    ...looking,
    name: 'application-open',
    args: z.object(applicationArg),
    async handle(context, { application }) {
      return opened(context, application, deps)
    },
  })
}

async function opened(context: Context, application: number, deps: ApplicationDeps): Promise<View> {
  return reviewView(context, await lookedAt(context, application), deps)
}

/** What was sent along with one. Refuses what opening it refuses. */
const filesCommand = command({
  ...looking,
  name: 'application-files',
  args: z.object(applicationArg),
  async handle(context, { application }) {
    return filesView(context.work, await lookedAt(context, application))
  },
})

/** All that is written in one, which may be too long for its page. Refuses what opening it refuses. */
const answersCommand = command({
  ...looking,
  name: 'application-answers',
  args: z.object({ ...applicationArg, page: count(1, PAGES_MOST).optional() }),
  async handle(context, { application, page = 1 }) {
    return wholeView(context.work, await lookedAt(context, application), page)
  },
})

async function lookedAt({ work, actor }: Context, application: number): Promise<ApplicationRow> {
  const row = await applicationOf(work, application)
  await assertMayLook(work, row, actor.member)
  return row
}

/** A button that does one thing and shows the application as it is then. */
function act(
  deps: ApplicationDeps,
  name: string,
  done: string,
  does: (context: Context, id: number) => Promise<ApplicationRow>,
) {
  return command({
    ...desk,
    name,
    args: z.object(applicationArg),
    async handle(context, { application }) {
      return reviewView(context, await does(context, application), deps, text(done))
    },
  })
}

type Worded = Parameters<typeof assertStill>[1]

/** Nobody is asked for words about what is not any more as they saw it. */
function still(act: Worded) {
  return async ({ work, actor }: Context, given: { application?: number; version?: number }) => {
    const { application: id = refuse('button-unknown'), version } = given
    await assertStill(work, act, { id, by: actor.member, ...(version === undefined ? {} : { version }) })
    return []
  }
}

function rejectCommand(deps: ApplicationDeps) {
  const { policy } = deps
  return command({
    ...desk,
    name: 'application-reject',
    about: still('reject'),
    cancelled: backToApplication,
    args: z.object({
      ...seenArgs,
      reason: choice(
        policy.reasons.map(({ id }) => id),
        { named: true },
      ),
      note: paragraph(1, NOTE_MOST).optional(),
    }),
    adjustable: ['note'],
    choiceWords(argument, value) {
      return argument === 'reason' ? textOf(reasonNamed(policy, value).words) : undefined
    },
    async preview(context, { application, reason, note }) {
      await lookedAt(context, application)
      const { work } = context
      const chosen = reasonNamed(policy, reason)
      const lines = [
        text('reject-preview'),
        ...reasonWords(chosen),
        ...(note === undefined ? [] : [noteText(note)]),
        reapplyText(reapplyAt(chosen, work.now), work.now),
      ]
      return { view: { text: lines, tone: 'warning' }, confirm: text('reject-confirm') }
    },
    async handle({ work, actor }, { application, version, reason, note }) {
      const decision = { id: application, version, by: actor.member }
      const chosen = reasonNamed(policy, reason)
      const row = await reject(work, { ...decision, reason: chosen, ...(note === undefined ? {} : { note }) })
      await reachApplicant(work, row, text('application-told-rejected'), deps)
      return decided(row, text('review-rejected', { number: String(row.id) }))
    },
  })
}

function askCommand(deps: ApplicationDeps) {
  return command({
    ...desk,
    name: 'application-ask',
    about: still('ask'),
    cancelled: backToApplication,
    args: z.object({ ...seenArgs, questions: paragraph(3, QUESTIONS_MOST) }),
    async handle({ work, actor }, { application, version, questions }) {
      const list = questions.split('\n').filter((line) => line.trim() !== '')
      const asked = { id: application, version, by: actor.member, questions: list }
      const row = await askApplicant(work, asked, deps.policy)
      await reachApplicant(work, row, text('application-told-asked'), deps)
      return decided(row, text('review-asked', { number: String(row.id) }))
    },
  })
}

/** A talk with the applicant: who does it, and what came of it. */
function talkCommands(deps: ApplicationDeps) {
  const inviteCommand = command({
    ...desk,
    name: 'application-invite',
    about: still('invite'),
    cancelled: backToApplication,
    args: z.object({ ...applicationArg, slot: paragraph(3, NOTE_MOST) }),
    async handle({ work, actor }, { application, slot }) {
      const row = await invite(work, application, actor.member, slot)
      await tellInvited(work, row, text('application-told-invited'), deps)
      await tellLeaders(work, row, actor.member, deps.choose)
      return decided(row, text('review-invited', { number: String(row.id) }))
    },
  })
  const metCommand = command({
    ...desk,
    name: 'application-met',
    about: still('debrief'),
    cancelled: backToApplication,
    args: z.object({ ...applicationArg, outcome: paragraph(3, NOTE_MOST) }),
    async handle(context, { application, outcome }) {
      const row = await debrief(context.work, application, context.actor.member, outcome, deps.policy)
      return reviewView(context, row, deps, text('review-met-done'))
    },
  })
  return [inviteCommand, metCommand]
}

function checkCommand(deps: ApplicationDeps) {
  return command({
    ...desk,
    name: 'application-check',
    args: z.object({
      ...applicationArg,
      rule: choice(RULES, { named: true }),
      so: flag(),
    }),
    async handle(context, { application, rule, so }) {
      const { work, actor } = context
      const look = { id: application, rule, isSo: so, by: actor.member }
      return reviewView(context, await checkRule(work, look), deps, text('review-checked'))
    },
  })
}

/** The appeal of a rejection, decided by somebody else. */
function appealCommands(deps: ApplicationDeps) {
  return [
    act(deps, 'application-uphold', 'review-upheld', async ({ work, actor }, id) => {
      const row = await upholdAppeal(work, id, actor.member, deps.policy)
      await putOnDesk(work, row, deps.choose)
      await tellApplicant(work, row, text('application-told-upheld'), deps)
      return row
    }),
    act(deps, 'application-stand', 'review-stood', async ({ work, actor }, id) => {
      const row = await refuseAppeal(work, id, actor.member)
      await tellApplicant(work, row, text('application-told-stood'), deps)
      return row
    }),
  ]
}

/** What reviewers reach by buttons. */
export function reviewButtons(deps: ApplicationDeps) {
  return [
    openCommand(deps),
    filesCommand,
    answersCommand,
    act(deps, 'application-take', 'review-taken', ({ work, actor }, id) =>
      take(work, id, actor.member, deps.policy),
    ),
    act(deps, 'application-release', 'review-released', ({ work, actor }, id) =>
      release(work, id, actor.member),
    ),
    ...approvalButtons(deps),
    handCommand(deps),
    bulkCommand(deps),
    rejectCommand(deps),
    askCommand(deps),
    ...talkCommands(deps),
    checkCommand(deps),
    ...appealCommands(deps),
  ]
}
