/** Tiers of partners, what each may earn at most, and who may grant which. */
import { z } from 'zod'
import { identifier, refuseTwice, wordsSchema } from './words.js'

/** Of a fee, in per cent, with at most two decimals. Written as text: JSON numbers lose digits. */
const percent = z
  .string()
  .regex(/^(100(\.0{1,2})?|[0-9]{1,2}(\.[0-9]{1,2})?)$/, 'a rate in per cent such as "60" or "12.5"')

export const ratesSchema = z.strictObject({
  /** The most that any partner may get of a fee, whatever their tier says. */
  spotMost: percent,
  futuresMost: percent,
  /** A rate once granted for somebody's followers is never lowered for them. */
  forLife: z.boolean().default(true),
})
export type Rates = z.infer<typeof ratesSchema>

const tier = z.strictObject({
  id: identifier,
  words: wordsSchema(60),
  /** 1 is the lowest. */
  rank: z.number().int().min(1).max(20),
  spotMost: percent,
  futuresMost: percent,
})

export const tiersSchema = z
  .strictObject({
    list: z.array(tier).min(1).max(20),
    /** By role, the name of the highest tier that it may grant. A role that is not named grants none. */
    grants: z.record(z.string().regex(/^[a-z_]{2,30}$/, 'a role such as "reviewer"'), identifier),
  })
  .superRefine(({ list, grants }, context) => {
    refuseTwice(
      'the tier',
      list.map(({ id }) => id),
      context,
    )
    refuseTwice(
      'the rank',
      list.map(({ rank }) => String(rank)),
      context,
    )
    for (const [role, id] of Object.entries(grants)) {
      if (list.some((one) => one.id === id)) continue
      const message = `names the tier "${id}", which is not one of: ${list.map((one) => one.id).join(', ')}`
      context.addIssue({ code: 'custom', path: ['grants', role], message })
    }
  })
export type Tiers = z.infer<typeof tiersSchema>

/** What a percentage is in hundredths of a per cent: "12.5" is 1250. */
function basisPoints(rate: string): number {
  const [whole = '0', part = ''] = rate.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Tiers that promise more than the programme's caps. */
export function checkCaps(tiers: Tiers, rates: Rates, context: z.RefinementCtx): void {
  for (const [at, one] of tiers.list.entries()) {
    for (const name of ['spotMost', 'futuresMost'] as const) {
      if (basisPoints(one[name]) <= basisPoints(rates[name])) continue
      const message = `${one[name]} % is more than rates.${name} allows, ${rates[name]} %`
      context.addIssue({ code: 'custom', path: ['tiers', 'list', at, name], message })
    }
  }
}
