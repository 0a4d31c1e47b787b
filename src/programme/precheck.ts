/** What a partner's text must and must not say, by language: phrases of `kit/phrases.ts`, and the reason. */
import { z } from 'zod'
import { readPhrase } from '../kit/phrases.js'
import { identifier, languageTag, proseSchema, refuseTwice } from './words.js'

const phrase = z
  .string()
  .min(1)
  .max(200)
  .superRefine((written, context) => {
    const read = readPhrase(written)
    if (typeof read === 'string') context.addIssue({ code: 'custom', message: `it must be ${read}` })
  })
/** By language. */
const phrases = z.record(languageTag, z.array(phrase).min(1).max(60))

export const precheckSchema = z.strictObject({
  disclosure: z.strictObject({
    /** One of them tells readers about the relationship. */
    phrases,
    /** What to write where none is there. */
    instead: proseSchema(400),
  }),
  claims: z
    .array(
      z.strictObject({
        id: identifier,
        phrases,
        /** Phrases in which the same words are no such claim: "not guaranteed". */
        unless: phrases.default({}),
        why: proseSchema(400),
        instead: proseSchema(400),
      }),
    )
    .max(60)
    .superRefine((claims, context) =>
      refuseTwice(
        'the claim',
        claims.map(({ id }) => id),
        context,
      ),
    ),
})
export type PrecheckRules = z.infer<typeof precheckSchema>
export type PhrasesByLanguage = z.infer<typeof phrases>
