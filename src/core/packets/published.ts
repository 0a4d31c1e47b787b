/** The record of a closed packet as it is published: all that is needed to recompute it, as JSON. */
import { z } from 'zod'
import { NAME, VERSION } from './commitment.js'
import { REFERENCE } from './draw.js'
import { SHARES_MOST } from './split.js'
import { TRANCHES_MOST } from './tranche.js'

/** Units as text, since JSON numbers lose digits beyond 2^53 in most languages. */
const units = z.string().regex(/^(0|[1-9][0-9]{0,18})$/)
const hex32 = z.string().regex(/^[0-9a-f]{64}$/)
const slot = z.number().int().min(0)

const tranche = z.object({
  commitment: hex32,
  total: units,
  shares: z.number().int().min(1).max(SHARES_MOST),
  split: z.enum(['lucky', 'equal', 'fixed']),
  spread: z.enum(['calm', 'normal', 'wild']),
  floor: units,
  cap: units.nullable(),
})

const claim = z.object({
  slot,
  amount: units,
  /** Null where a first-come packet is published without saying who claimed. */
  holder: z.string().regex(REFERENCE).nullable(),
})

const base = {
  version: z.literal(VERSION),
  packet: z.string().regex(NAME),
  asset: z.string().regex(NAME),
  seed: hex32,
  tranches: z.array(tranche).min(1).max(TRANCHES_MOST),
  claims: z.array(claim),
}

/**
 * Amounts are units in decimal; slots count from 0 across all tranches; the seed is the master seed.
 * `eligible` lists everyone who was in the draw, `excluded` who had entered and was left out, because they
 * had been stopped. A slot that nobody claimed is not in `claims`; of a window
 * draw every slot that found a holder is, whether or not it was paid in the end.
 */
export const publishedSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('first-come') }),
  z.object({
    ...base,
    kind: z.literal('window-draw'),
    eligible: z.array(z.string().regex(REFERENCE)),
    excluded: z.array(z.string().regex(REFERENCE)).default([]),
  }),
])

export type Published = z.infer<typeof publishedSchema>
