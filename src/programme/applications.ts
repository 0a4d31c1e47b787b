/**
 * How the programme takes partners in: what is asked, what must be met, why somebody is turned away, and how
 * long everything takes. A programme without this section takes no applications.
 */
import { z } from 'zod'
import { acceptedWords, inForce, type Texts, type Version } from './texts.js'
import { type Words, wordsSchema } from './words.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Names of questions and values of choices stand on buttons, which are short: see `interaction/press.ts`. */
const name = z.string().regex(/^[a-z][a-z0-9_]{0,11}$/, 'a short name such as "why": a-z, 0-9, _')
const value = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,15}$/, 'a short value such as "asia"')

const base = {
  id: name,
  /** The question; its `label` names it in a list, its `hint` shows what a good answer looks like. */
  ask: wordsSchema(300),
  label: wordsSchema(40),
  hint: wordsSchema(300).optional(),
  required: z.boolean().default(true),
}
const choices = z
  .array(z.strictObject({ value, words: wordsSchema(60) }))
  .min(1)
  .max(24)

const question = z.discriminatedUnion('kind', [
  /** Where the person works; says who reviews. */
  z.strictObject({ ...base, kind: z.literal('region'), choices }),
  /** The language of the person's community. */
  z.strictObject({ ...base, kind: z.literal('language'), choices }),
  z.strictObject({ ...base, kind: z.literal('choice'), choices }),
  /** Any of several. */
  z.strictObject({ ...base, kind: z.literal('several'), choices }),
  /** Accounts with their followers, a line each. */
  z.strictObject({ ...base, kind: z.literal('channels'), most: z.number().int().min(1).max(10).default(5) }),
  /** Communities that the person moderates, with their members, a line each. */
  z.strictObject({
    ...base,
    kind: z.literal('communities'),
    most: z.number().int().min(1).max(10).default(5),
  }),
  /** A screenshot, for the reviewer's eyes: of followers, of a dashboard. */
  z.strictObject({ ...base, kind: z.literal('picture') }),
  z.strictObject({ ...base, kind: z.literal('email') }),
  /** The number of the person's account on the exchange. */
  z.strictObject({
    ...base,
    kind: z.literal('uid'),
    digitsLeast: z.number().int().min(1).max(20).default(4),
    digitsMost: z.number().int().min(1).max(20).default(20),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('text'),
    least: z.number().int().min(1).max(500).default(1),
    most: z.number().int().min(10).max(1500).default(600),
  }),
])
export type Question = z.infer<typeof question>

/** Names that the form itself uses. */
const RESERVED = ['source', 'guidelines', 'disclosure']
/** Kinds that code looks for: there can be one of each. */
const SINGLE: readonly Question['kind'][] = ['region', 'language', 'channels', 'communities', 'email', 'uid']

function fitTogether(questions: Question[], context: z.RefinementCtx): void {
  const wrong = (message: string) => context.addIssue({ code: 'custom', message })
  const names = questions.map(({ id }) => id)
  const twice = names.find((one, at) => names.indexOf(one) !== at)
  if (twice !== undefined) wrong(`two questions are called "${twice}"`)
  const reserved = names.find((one) => RESERVED.includes(one))
  if (reserved !== undefined) wrong(`a question cannot be called "${reserved}"`)
  for (const kind of SINGLE) {
    if (questions.filter((one) => one.kind === kind).length > 1)
      wrong(`two questions are of the kind "${kind}"`)
  }
  if (!questions.some((one) => one.kind === 'channels' && one.required)) {
    wrong('a required question of the kind "channels" is needed')
  }
}

const reason = z.strictObject({
  id: name,
  words: wordsSchema(120),
  /** What would change the decision. */
  next: wordsSchema(400),
  reapply: z.enum(['at-once', '30-days', 'never']),
})
export type Reason = z.infer<typeof reason>

const severity = z.enum(['off', 'low', 'medium', 'high'])

/** What is looked for in an application besides the thresholds, and how much each weighs. */
const riskSchema = z.strictObject({
  severities: z
    .strictObject({
      /** The same UID, address, account or community in another person's application. */
      uid: severity.default('high'),
      email: severity.default('high'),
      channel: severity.default('high'),
      community: severity.default('medium'),
      /** Shares one of these with somebody who is stopped, suspended or was shown out. */
      blocked: severity.default('high'),
      /** An account on the platform that is younger than `youngDays`. */
      young: severity.default('medium'),
      staff: severity.default('high'),
      region: severity.default('high'),
      /** Was turned away before. */
      rejected: severity.default('low'),
      /** A reviewer looked, and what was stated is not so. */
      doubted: severity.default('medium'),
    })
    .prefault({}),
  youngDays: z.number().int().min(1).max(3650).default(30),
  /** Regions that are watched, though not blocked. */
  watchedRegions: z.array(value).default([]),
})
export type RiskPolicy = z.infer<typeof riskSchema>

export const applicationsSchema = z.strictObject({
  questions: z.array(question).min(1).max(18).superRefine(fitTogether),
  eligibility: z.strictObject({
    /** Followers of one account, or members of a moderated community: one of both is enough. */
    followers: z.number().int().min(0),
    community: z.number().int().min(0),
  }),
  screening: z
    .strictObject({
      /** Turn away by the rules alone who states less than both thresholds; the name of the reason. */
      belowReason: name.optional(),
      /** Regions in which the programme cannot be offered, and the name of the reason. */
      blockedRegions: z.array(value).default([]),
      blockedReason: name.optional(),
    })
    .prefault({}),
  measuring: z
    .strictObject({
      /** Days over which the messages of a measured community are counted. */
      days: z.number().int().min(1).max(60).default(14),
      /** Reviewers are told where the members became so many times more, or fewer, since the last time. */
      factor: z.number().min(1.1).max(100).default(2),
      /** How long a code for a profile can be looked for. */
      codeHours: z.number().int().min(1).max(720).default(168),
    })
    .prefault({}),
  /** An answer is promised within so many hours. */
  answerHours: z.number().int().min(1).max(720).default(72),
  /** How long one reviewer has an application to themself. */
  leaseMinutes: z.number().int().min(1).max(240).default(30),
  /** Days after which an unanswered question ends an application, and those on which it is recalled. */
  infoDays: z.number().int().min(1).max(90).default(14),
  reminderDays: z.array(z.number().int().min(1).max(90)).max(5).default([3, 7, 12]),
  risk: riskSchema.prefault({}),
  /** Hours after which the admins are told of a late answer, too; the region's managers are at once. */
  adminsAfterHours: z.number().int().min(1).max(720).default(24),
  draftDays: z.number().int().min(1).max(365).default(30),
  appealDays: z.number().int().min(1).max(90).default(14),
  limits: z
    .strictObject({
      /** Applications that one person may send within 24 hours, and within 30 days. */
      perDay: z.number().int().min(1).max(1000).default(3),
      perMonth: z.number().int().min(1).max(1000).default(10),
      /** Letters to one mailbox within 24 hours, whoever names it: nobody has proven that it is theirs. */
      lettersPerDay: z.number().int().min(1).max(1000).default(5),
    })
    .prefault({}),
  reasons: z.array(reason).min(1).max(20),
})
type Applications = z.infer<typeof applicationsSchema>

/** A text that people accept; whoever accepted another version is asked again. */
export interface Accepted {
  version: string
  words: Words
  url?: string
}

/** The section, and the texts of `texts` that an applicant accepts, as they are in force. */
export type ApplicationPolicy = Applications & Record<'guidelines' | 'disclosure', Accepted>

/** Undefined where the programme takes no applications. At `now`, ms since the epoch. */
export function applicationPolicy(
  { applications, texts }: { applications?: Applications | undefined; texts: Texts },
  now: number,
): ApplicationPolicy | undefined {
  const [guidelines, disclosure] = [inForce(texts.guidelines, now), inForce(texts.disclosure, now)]
  if (!applications || !guidelines || !disclosure) return undefined
  return { ...applications, guidelines: acceptedOf(guidelines), disclosure: acceptedOf(disclosure) }
}

function acceptedOf(version: Version): Accepted {
  const { id, url } = version
  return { version: id, words: acceptedWords(version), ...(url === undefined ? {} : { url }) }
}

/** The reasons that the screening names must be there. */
export function checkReasons({ reasons, screening }: Applications, context: z.RefinementCtx): void {
  const { belowReason, blockedReason, blockedRegions } = screening
  for (const named of [belowReason, blockedReason]) {
    if (named !== undefined && !reasons.some(({ id }) => id === named)) {
      context.addIssue({
        code: 'custom',
        message: `screening names the reason "${named}", which is not there`,
      })
    }
  }
  if (blockedRegions.length > 0 && blockedReason === undefined) {
    context.addIssue({ code: 'custom', message: 'screening.blockedReason is needed for blocked regions' })
  }
}

export function days(count: number): number {
  return count * DAY_MS
}

export function hours(count: number): number {
  return count * HOUR_MS
}

/** From when on somebody who was turned away may apply again; null: never. ms since the epoch. */
export function reapplyAt({ reapply }: Pick<Reason, 'reapply'>, now: number): number | null {
  if (reapply === 'never') return null
  return reapply === 'at-once' ? now : now + days(30)
}
