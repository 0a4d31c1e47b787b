/** The test vectors of docs/fairness.md, read from the page itself so that page and code cannot part. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Published } from '../../../src/core/packets/published.js'
import type { SplitParams } from '../../../src/core/packets/split.js'

const page = readFileSync(new URL('../../../docs/fairness.md', import.meta.url), 'utf8')

/** The text of the one fenced block with this info string. */
export function fenced(info: string): string {
  const block = page.split(`\`\`\`${info}\n`)[1]?.split('\n```')[0]
  if (block === undefined) throw new Error(`no block "${info}" in docs/fairness.md`)
  return block
}

/** What the page says is checked, and in which order. */
export function listOfChecks(): string {
  return /^The check is, in this order[\s\S]*?^A record can be/m.exec(page)?.[0] ?? ''
}

const vector = z.object({
  seed: z.string(),
  commitment: z.string(),
  total: z.string(),
  shares: z.number(),
  split: z.enum(['lucky', 'equal', 'fixed']),
  spread: z.enum(['calm', 'normal', 'wild']),
  floor: z.string(),
  cap: z.string().nullable(),
  result: z.array(z.string()),
})

export type Vector = z.infer<typeof vector>

export const vectors: Vector[] = z.array(vector).parse(JSON.parse(fenced('json splits')))

export const others = z
  .object({
    master: z.string(),
    tranches: z.array(z.string()),
    eligible: z.array(z.string()),
    slots: z.number(),
    holders: z.array(z.string()),
  })
  .parse(JSON.parse(fenced('json others')))

export const exampleRecord = (): Published => JSON.parse(fenced('json record'))

export function paramsOf({ total, shares, split, spread, floor, cap }: Vector): SplitParams {
  return { total: BigInt(total), shares, split, spread, floor: BigInt(floor), cap: cap ? BigInt(cap) : null }
}

/** A vector as the record of a packet whose every share was claimed. */
export function recordOf(vector: Vector, i: number): Published {
  const { seed, result, ...tranche } = vector
  const claims = result.map((amount, slot) => ({ slot, amount, holder: null }))
  const names = { packet: `vector-${i}`, asset: 'USDT' }
  return { version: 1, kind: 'first-come', ...names, seed, tranches: [tranche], claims }
}

/** The bytes of a seed in hex. */
export function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}
