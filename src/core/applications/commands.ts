/** /apply and /status: how somebody becomes a partner, and what became of it. */
import { z } from 'zod'
import { answerText } from '../../interaction/answer-text.js'
import { digits, email, paragraph, several } from '../../interaction/answers.js'
import { argumentFacts, choice, code, rowNumber } from '../../interaction/arguments.js'
import { type Context, command, type LongForm, type Wording } from '../../interaction/command.js'
import { file } from '../../interaction/file-argument.js'
import { reaches } from '../../interaction/reach.js'
import type { View } from '../../interaction/view.js'
import { reachesIn } from '../../kit/reach.js'
import { must, refuse } from '../../kit/refusal.js'
import { text } from '../../kit/text.js'
import type { ApplicationPolicy, Question } from '../../programme/applications.js'
import { textOf, type Words } from '../../programme/words.js'
import type { Beat } from '../../storage/beat.js'
import type { Work } from '../../storage/storage.js'
import { writeApplicant } from '../letters/cards.js'
import type { Choose } from '../notices/notices.js'
import { putAppeal, putOnDesk, tellAsker } from '../queue/cards.js'
import { openQuestions, rejectionLines, statusView, tellApplicant } from '../statuses/cards.js'
import { backToStatus } from '../statuses/commands.js'
import {
  type Answered,
  type ApplicationRow,
  type ApprovalPolicy,
  answerQuestions,
  answersOf,
  appeal,
  applicationOf,
  assertMayAnswer,
  assertMayAppeal,
  assertMove,
  draftOf,
  dueApplications,
  dueReminders,
  endDueApplication,
  keepAnswers,
  newestApplication,
  remind,
  submitDraft,
  withdraw,
} from './applications.js'
import { readLines, unclearLines } from './stated.js'

export interface ApplicationDeps extends ApprovalPolicy {
  choose: Choose
  hasMail: boolean
  /** Whether /guidelines shows every word of what is accepted. */
  hasRules: boolean
  /** Under which accounts are known whose person was erased; in no database. */
  digestKey: Uint8Array
}

/** Characters of an appeal or an answer to a reviewer. */
const REPLY_MOST = 1000

/** The arguments that the questions of the programme are. */
function questionArgs({ questions, guidelines, disclosure }: ApplicationPolicy): z.ZodRawShape {
  const asked = questions.map((one) => {
    const argument = argumentFor(one)
    return [one.id, one.required ? argument : argument.optional()] as const
  })
  return {
    source: code(32).optional(),
    ...Object.fromEntries(asked),
    guidelines: choice([guidelines.version], { named: true }),
    disclosure: choice([disclosure.version], { named: true }),
  }
}

function argumentFor(question: Question) {
  switch (question.kind) {
    case 'region':
    case 'language':
    case 'choice':
      return choice(valuesOf(question), { named: true })
    case 'several':
      return several(valuesOf(question))
    case 'channels':
    case 'communities':
      return reaches(question.most)
    case 'picture':
      return file('picture')
    case 'email':
      return email()
    case 'uid':
      return digits(question.digitsLeast, question.digitsMost)
    case 'text':
      return paragraph(question.least, question.most)
  }
}

function valuesOf({ choices }: Extract<Question, { choices: unknown }>): string[] {
  return choices.map(({ value }) => value)
}

function wordingFor({ policy, hasRules }: ApplicationDeps): (argument: string) => Wording {
  const known = new Map(policy.questions.map((one) => [one.id, questionWording(one)]))
  known.set('guidelines', acceptance('guidelines', policy.guidelines, hasRules))
  known.set('disclosure', acceptance('disclosure', policy.disclosure, hasRules))
  return (argument) => must(known.get(argument), `words for the question ${argument}`)
}

function questionWording(question: Question): Wording {
  const { ask, label, hint } = question
  const words: Wording = { ask: textOf(ask), label: textOf(label), ...(hint ? { hint: textOf(hint) } : {}) }
  if (question.kind === 'channels' || question.kind === 'communities')
    return { ...words, read: readLines, unclear: unclearLines }
  if (!('choices' in question)) return words
  const named = new Map(question.choices.map(({ value, words: of }) => [value, of]))
  return { ...words, choice: (value) => textOf(named.get(value) ?? { en: value }) }
}

/** A text that is read and accepted, by version. */
function acceptance(
  what: 'guidelines' | 'disclosure',
  { version, words, url }: { version: string; words: Words; url?: string },
  hasRules: boolean,
): Wording {
  const here = hasRules ? text('apply-whole') : undefined
  const whole = url === undefined ? here : text('apply-link', { url: { said: url } })
  return {
    ask: text(`apply-${what}`, { words: textOf(words), version }),
    label: text(`apply-${what}-label`),
    ...(whole ? { hint: whole } : {}),
    choice: () => text('apply-accept'),
    alone: true,
  }
}

export function applyCommand(deps: ApplicationDeps) {
  const { policy } = deps
  const long: LongForm = {
    unasked: ['source'],
    wording: wordingFor(deps),
    async begin({ work, actor }, { source }) {
      const known = source !== undefined && /^[A-Za-z0-9-]{1,32}$/.test(source) ? source : undefined
      return answersOf(await draftOf(work, actor.member, known, policy))
    },
    keep: ({ work, actor }, answers) => keepAnswers(work, actor.member, answers, policy),
  }
  const shape = questionArgs(policy)
  const form = { facts: argumentFacts(shape) }
  return command({
    name: 'apply',
    who: 'anyone',
    where: 'anywhere',
    link: true,
    args: z.object(shape),
    long,
    async cancelled() {
      return { text: [text('apply-kept', { days: policy.draftDays })], replace: true }
    },
    handle: (context) => submitted(context, deps, (name, answer) => answerText(form, long, name, answer)),
  })
}

/** Sends what was kept, and says what happens next. */
async function submitted(
  { work, actor }: Context,
  deps: ApplicationDeps,
  shown: (name: string, answer: string) => Answered['value'],
): Promise<View> {
  const { policy } = deps
  const draft = must(await newestApplication(work, actor.member), 'a draft behind the form')
  const answers = answersOf(draft)
  const { questions, guidelines, disclosure } = policy
  const answerTo = (kind: Question['kind']) => answers[questions.find((one) => one.kind === kind)?.id ?? '']
  const row = await submitDraft(
    work,
    actor.member,
    {
      answers: questions.map(({ id, label, kind }) => ({
        ...{ name: id, label: textOf(label), value: shown(id, answers[id] ?? '') },
        isPrivate: PRIVATE.includes(kind),
        ...(kind === 'picture' && answers[id] ? { file: answers[id] } : {}),
      })),
      contact: { email: answerTo('email'), uid: answerTo('uid') },
      stated: {
        channels: reachesIn(answerTo('channels') ?? ''),
        communities: reachesIn(answerTo('communities') ?? ''),
      },
      region: answerTo('region') ?? null,
      guidelines: guidelines.version,
      disclosure: disclosure.version,
    },
    deps,
  )
  if (row.state === 'queued') await putOnDesk(work, row, deps.choose)
  const notes = await writeApplicant(work, row, text('letter-received'), deps)
  const view = await statusView(work, row, policy, text('apply-sent', { number: String(row.id) }))
  return {
    ...{ ...view, text: [...view.text, ...notes] },
    tone: 'success',
  }
}

/** Kinds whose answers are for the reviewer alone. */
const PRIVATE: readonly Question['kind'][] = ['email', 'uid']

const applicationArg = { application: rowNumber() }

function ownApplication(work: Work, application: number | undefined): Promise<ApplicationRow> {
  return applicationOf(work, application ?? refuse('button-unknown'))
}

/** The applicant's answer to what a reviewer, or the screening, asked. */
function answerCommand({ policy, choose }: ApplicationDeps) {
  return command({
    name: 'application-answer',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ ...applicationArg, answer: paragraph(1, REPLY_MOST) }),
    async about({ work, actor }, { application }) {
      const row = await ownApplication(work, application)
      await assertMayAnswer(work, row, actor.member)
      return openQuestions(work, row)
    },
    cancelled: backToStatus(policy),
    async handle({ work, actor }, { application, answer }) {
      const row = await answerQuestions(work, application, actor.member, answer, policy)
      await putOnDesk(work, row, choose)
      await tellAsker(work, row, choose)
      return { ...(await statusView(work, row, policy, text('apply-answered'))), tone: 'success' }
    },
  })
}

function appealCommand({ policy, choose }: ApplicationDeps) {
  return command({
    name: 'application-appeal',
    who: 'anyone',
    where: 'anywhere',
    args: z.object({ ...applicationArg, words: paragraph(10, REPLY_MOST) }),
    async about({ work, actor }, { application }) {
      const row = await ownApplication(work, application)
      assertMayAppeal(work, row, actor.member, policy)
      return rejectionLines(work, row)
    },
    cancelled: backToStatus(policy),
    async handle({ work, actor }, { application, words }) {
      const row = await appeal(work, application, actor.member, words, policy)
      await putAppeal(work, row, choose)
      return { ...(await statusView(work, row, policy, text('apply-appealed'))), tone: 'success' }
    },
  })
}

function withdrawCommand({ policy }: ApplicationDeps) {
  return command({
    name: 'application-withdraw',
    who: 'anyone',
    where: 'anywhere',
    args: z.object(applicationArg),
    alwaysPreview: true,
    async preview({ work, actor }, { application }) {
      const row = await applicationOf(work, application)
      await assertMove(work, 'withdraw', row, actor.member)
      const params = { number: String(row.id) }
      return {
        view: { text: [text('apply-withdraw-preview', params)] },
        confirm: text('apply-withdraw-confirm', params),
      }
    },
    async handle({ work, actor }, { application }) {
      const row = await withdraw(work, application, actor.member)
      return { ...(await statusView(work, row, policy, text('apply-withdrawn'))), replace: true }
    },
  })
}

/** The commands of an applicant that are reached by buttons. */
export function applicantButtons(deps: ApplicationDeps) {
  return [answerCommand(deps), appealCommand(deps), withdrawCommand(deps)]
}

/** How often it is looked whether time has ended something, in ms. */
const EVERY_MS = 15_000
const REMINDERS_EVERY_MS = 60_000

/** What time ends, and what people are reminded of. */
export function applicationBeats(deps: ApplicationDeps): Beat[] {
  return [
    {
      name: 'applications-due',
      everyMs: EVERY_MS,
      byTime: true,
      due: dueApplications,
      async settle(work, id) {
        const ended = await endDueApplication(work, id)
        if (!ended || ended.what === 'released') return
        await tellApplicant(work, ended.row, text(`application-told-${ended.what}`), deps)
      },
    },
    {
      name: 'applications-reminders',
      everyMs: REMINDERS_EVERY_MS,
      due: (work, after) => dueReminders(work, after, deps.policy),
      async settle(work, id) {
        const reminded = await remind(work, id, deps.policy)
        if (!reminded) return
        const row = { ...reminded.row, reminded: reminded.number }
        await tellApplicant(work, row, text('application-told-reminder'), deps)
      },
    },
  ]
}
