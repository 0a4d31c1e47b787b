/**
 * Texts that bind: each a list of versions, the oldest first, of which none is ever changed or dropped once
 * somebody has accepted it. What is to be said otherwise from some day on is a new version.
 */
import { z } from 'zod'
import { identifier, proseSchema, refuseTwice, wordsSchema } from './words.js'

/** Characters of a text, and of what is shown at its acceptance, which must fit one message. */
const TEXT_MOST = 20_000
const BRIEF_MOST = 1500

const version = z
  .strictObject({
    id: identifier,
    /** The day from which it holds (UTC). */
    from: z.iso.date('a day such as "2025-11-01"'),
    words: proseSchema(TEXT_MOST),
    /** What is accepted in short, where the whole is too long for one message. */
    brief: proseSchema(BRIEF_MOST).optional(),
    /** What is new in it, for those who accepted an older one. */
    changes: wordsSchema(600).optional(),
    url: z.url('a web address').optional(),
    /** Shown beneath: for instance, that the operator's lawyers have not seen it. */
    note: wordsSchema(400).optional(),
  })
  .superRefine(({ words, brief }, context) => {
    if (brief !== undefined || Object.values(words).every((one) => one.length <= BRIEF_MOST)) return
    const message = `is needed, because a text is longer than ${BRIEF_MOST} characters`
    context.addIssue({ code: 'custom', path: ['brief'], message })
  })
export type Version = z.infer<typeof version>

const versions = z
  .array(version)
  .min(1)
  .max(200)
  .superRefine((list, context) => {
    refuseTwice(
      'the version',
      list.map(({ id }) => id),
      context,
    )
    for (const [at, { from }] of list.entries()) {
      const before = list[at - 1]
      if (before === undefined || before.from < from) continue
      const message = `must be later than that of the version before it, ${before.from}`
      context.addIssue({ code: 'custom', path: [at, 'from'], message })
    }
  })

export const textsSchema = z.strictObject({
  /** What partners keep to. Accepted by applicants, and anew at every version. */
  guidelines: versions.optional(),
  /** What partners tell people about the relationship. Accepted in the same way. */
  disclosure: versions.optional(),
  disclaimer: versions.optional(),
  /** What everybody should know about the risk of digital assets. */
  risk: versions.optional(),
})
export type Texts = z.infer<typeof textsSchema>
export type TextKind = keyof Texts

/** In the order in which they are shown; those that are accepted, by version. */
export const TEXT_KINDS = ['guidelines', 'disclosure', 'disclaimer', 'risk'] as const satisfies TextKind[]
export const ACCEPTED_KINDS = ['guidelines', 'disclosure'] as const satisfies TextKind[]

/** When a version begins to hold, ms since the epoch. */
function startOf({ from }: Pick<Version, 'from'>): number {
  return Date.parse(`${from}T00:00:00Z`)
}

/** The newest that holds at `now`; before the first day of all, the first. Undefined: there is none. */
export function inForce(list: readonly Version[] | undefined, now: number): Version | undefined {
  return list?.findLast((one) => startOf(one) <= now) ?? list?.[0]
}

/** What is read at the acceptance. */
export function acceptedWords({ words, brief }: Version): Record<string, string> {
  return brief ?? words
}
