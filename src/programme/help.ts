/** What people ask, and what partners may learn: by topic. */
import { z } from 'zod'
import { identifier, proseSchema, refuseTwice, wordsSchema } from './words.js'

const topic = { topic: identifier, label: wordsSchema(60) }

function topicsOnce(list: readonly { topic: string }[], context: z.RefinementCtx): void {
  refuseTwice(
    'the topic',
    list.map((one) => one.topic),
    context,
  )
}

const entry = z.strictObject({ ask: proseSchema(300), answer: proseSchema(2000) })

export const faqSchema = z
  .array(z.strictObject({ ...topic, entries: z.array(entry).min(1).max(20) }))
  .max(20)
  .superRefine(topicsOnce)
export type Faq = z.infer<typeof faqSchema>

/** How to build and scale a community. */
export const guidesSchema = z
  .array(z.strictObject({ ...topic, words: proseSchema(12_000) }))
  .max(20)
  .superRefine(topicsOnce)
export type Guides = z.infer<typeof guidesSchema>
