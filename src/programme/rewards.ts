/** What joining and working brings: links, perks, tasks, honours. */
import { z } from 'zod'
import { amounts } from './amounts.js'
import { identifier, refuseTwice, wordsSchema } from './words.js'

/** Where a partner's link leads; `{code}` is the partner's own. */
export const linksSchema = z
  .array(
    z.strictObject({
      id: identifier,
      label: wordsSchema(60),
      template: z
        .string()
        .max(300)
        .regex(/^https:\/\/[^\s{}]+\{code\}[^\s{}]*$/, 'an https address that has {code} in it once'),
    }),
  )
  .max(12)
  .superRefine((links, context) =>
    refuseTwice(
      'the link',
      links.map(({ id }) => id),
      context,
    ),
  )

/** What people get who join through a partner. */
export const perksSchema = z
  .array(z.strictObject({ id: identifier, label: wordsSchema(60), words: wordsSchema(600) }))
  .max(20)
  .superRefine((perks, context) =>
    refuseTwice(
      'the perk',
      perks.map(({ id }) => id),
      context,
    ),
  )

/** What holds for a task that says nothing else. */
export const tasksSchema = z.strictObject({
  /** Hours within which a proof is looked at. */
  reviewHours: z.number().int().min(1).max(720).default(72),
  /** Days in which a claimed task is to be done. */
  claimDays: z.number().int().min(1).max(90).default(7),
  /** Tasks that one person may have in hand. */
  openMost: z.number().int().min(1).max(50).default(3),
  /** The most that one task may pay. */
  rewardMost: amounts.default({}),
})

const weight = z.number().int().min(0).max(1000)

/** How places in the quarter's honours are counted: each figure times its weight, added up. */
export const leaderboardSchema = z.strictObject({
  weights: z.strictObject({
    registrations: weight,
    activeTraders: weight,
    tasks: weight,
    events: weight,
    content: weight,
  }),
  /** How many are honoured. */
  places: z.number().int().min(1).max(100).default(10),
})
