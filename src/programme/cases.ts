/**
 * What becomes of partners: how long things last in their life, for which reasons a case is opened, and what
 * can follow. A programme without this section opens no cases and takes no reports.
 */
import { z } from 'zod'
import { refuseTwice, wordsSchema } from './words.js'

/** The name stands on buttons, which are short: see `interaction/press.ts`. */
const name = z.string().regex(/^[a-z][a-z0-9_]{0,11}$/, 'a short name such as "spam": a-z, 0-9, _')

const reason = z.strictObject({
  id: name,
  words: wordsSchema(120),
  /**
   * Proven fraud or an order of the law: whoever is terminated for it loses everything at once, and not when
   * the time to appeal is over.
   */
  atOnce: z.boolean().default(false),
  /** Only the rule about warnings opens a case for it. */
  byRule: z.boolean().default(false),
})
export type CaseReason = z.infer<typeof reason>

const count = (most: number) => z.number().int().min(1).max(most)

export const casesSchema = z.strictObject({
  reasons: z.array(reason).min(1).max(24),
  /** How long a partner has to reply to a notice. */
  replyHours: count(720).default(72),
  /**
   * Hours before the time to reply, or a suspension without a decision, ends: those whom it concerns are
   * reminded. No reminder where the time is not longer than that.
   */
  remindHours: count(720).default(24),
  /** How long a decision can be appealed, once. */
  appealDays: count(90).default(14),
  /** How long somebody can be suspended before there is a case. */
  holdHours: count(168).default(72),
  /** What a suspension can last. */
  suspensionDays: z.array(count(365)).min(1).max(8).default([7, 14, 30, 90]),
  /** Days from the decision to the end of a terminated partner; the time to appeal at least. */
  endDays: count(365).default(14),
  /** How long a warning counts, and how many that count bring everything before the staff. */
  warningDays: count(3650).default(365),
  warningsMost: count(20).default(3),
  /** Reports of one person in 24 hours. */
  reportsPerDay: count(100).default(5),
})
export type CasePolicy = z.infer<typeof casesSchema>

/** What the parts of it owe each other. */
export function checkCases({ reasons, appealDays, endDays }: CasePolicy, context: z.RefinementCtx): void {
  const wrong = (message: string) => context.addIssue({ code: 'custom', message })
  const ids = reasons.map(({ id }) => id)
  const twice = ids.find((one, at) => ids.indexOf(one) !== at)
  if (twice !== undefined) wrong(`two reasons are called "${twice}"`)
  if (reasons.filter(({ byRule }) => byRule).length !== 1) wrong('exactly one reason is "byRule"')
  if (reasons.every(({ byRule }) => byRule)) wrong('a reason that staff can give is needed')
  if (endDays < appealDays) wrong('endDays must be appealDays at least')
}

/** What an onboarding is made of. Without the first two nobody is ever active, in any programme. */
const CHECKLIST_KINDS = ['uid', 'terms', 'group', 'introduce'] as const
const ALWAYS: readonly string[] = ['uid', 'terms']

const step = z.strictObject({
  kind: z.enum(CHECKLIST_KINDS),
  /** Whether somebody is active only when it is done; what is not required is shown and not demanded. */
  required: z.boolean().optional(),
})
export type ChecklistStep = z.infer<typeof step>

const checklist = z
  .array(step)
  .max(CHECKLIST_KINDS.length)
  .default(CHECKLIST_KINDS.map((kind) => ({ kind })))
  .superRefine((steps, context) => {
    const kinds = steps.map(({ kind }) => kind)
    refuseTwice('the step', kinds, context)
    const wrong = (message: string) => context.addIssue({ code: 'custom', message })
    for (const { kind, required } of steps)
      if (ALWAYS.includes(kind) && required === false) wrong(`"${kind}" is always required`)
    const missing = ALWAYS.filter((kind) => !kinds.some((one) => one === kind))
    if (missing.length > 0) wrong(`without "${missing.join('" and "')}" nobody becomes active`)
  })

export const partnersSchema = z.strictObject({
  /** Days without a step after which somebody who is being onboarded has left. */
  idleDays: count(365).default(60),
  /** Days after which somebody who left or was terminated may ask to come back. */
  returnDays: z.number().int().min(0).max(3650).default(90),
  /** Days from the notice of a lower tier to its day. */
  tierNoticeDays: z.number().int().min(30).max(365).default(30),
  /** How long an invitation to the private group of partners can be used; Discord takes a week at most. */
  inviteHours: count(168).default(72),
  /** What a new partner does, in this order. */
  checklist,
})
export type PartnerPolicy = z.infer<typeof partnersSchema>
