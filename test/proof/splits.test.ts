/**
 * Packets of random shape, told three times: by the house, by the second implementation, and by the verifier
 * that anybody may run without the house.
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commit } from '../../src/core/packets/commitment.js'
import type { Published } from '../../src/core/packets/published.js'
import { recompute } from '../../src/core/packets/recompute.js'
import type { SplitParams } from '../../src/core/packets/split.js'
import { trancheShares } from '../../src/core/packets/tranche.js'
import { seedNumber } from '../core/packets/chances.js'
import { holders, trancheOf } from '../core/packets/second.js'
import { tried } from '../kit/proof.js'

const VERIFIER = fileURLToPath(new URL('../../docs/verify.mjs', import.meta.url))
const MORE = Number(process.env.PROOF_INPUTS ?? 1)

const params = fc
  .record({
    shares: fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: 1, max: 20 }) },
      fc.integer({ min: 1, max: 200 }),
    ),
    floor: fc.bigInt(1n, 10_000n),
    excess: fc.bigInt(0n, 10n ** 10n),
    split: fc.constantFrom('lucky', 'lucky', 'lucky', 'equal', 'fixed'),
    spread: fc.constantFrom('calm', 'normal', 'wild'),
    slack: fc.option(fc.bigInt(0n, 10n ** 6n)),
  })
  .map(({ shares, floor, excess, slack, ...rest }): SplitParams => {
    const people = BigInt(shares)
    const total = floor * people + (rest.split === 'fixed' ? excess - (excess % people) : excess)
    return { ...rest, shares, floor, total, cap: slack === null ? null : total / people + 1n + slack }
  })

const seed = fc.nat().map(seedNumber)

const packet = fc.record({
  seed,
  tranches: fc.array(params, { minLength: 1, maxLength: 3 }),
  isWindow: fc.boolean(),
  people: fc.nat(30),
})

/** A packet as it is published, made with nothing of the house but the hash on the card. */
function recordOf({
  seed,
  tranches,
  isWindow,
  people,
}: typeof packet extends fc.Arbitrary<infer T> ? T : never) {
  const hex = Buffer.from(seed).toString('hex')
  const kind = isWindow ? ('window-draw' as const) : ('first-come' as const)
  const own = isWindow ? tranches.slice(0, 1) : tranches
  const amounts = own.flatMap((one, at) => trancheOf(hex, at, one))
  const eligible = Array.from({ length: people }, (_, at) => `member-${at + 1}`)
  const drawn = holders(hex, eligible, amounts.length)
  const named = isWindow ? drawn : Array.from({ length: Math.min(people, amounts.length) }, () => null)
  const names = { packet: 'abc', asset: 'USDT' }
  const record: Published = {
    ...{ version: 1, ...names, seed: hex, kind: 'first-come' },
    tranches: own.map((one, tranche) => ({
      ...one,
      commitment: commit(seed, { ...names, kind, tranche, ...one }),
      ...{
        total: String(one.total),
        floor: String(one.floor),
        cap: one.cap === null ? null : String(one.cap),
      },
    })),
    claims: named.map((holder, slot) => ({ slot, amount: String(amounts[slot]), holder })),
  }
  return isWindow ? { ...record, kind: 'window-draw' as const, eligible } : record
}

/** The last claim has the slot after the next free one, and its amount; undefined where there is none. */
function skipOne<Made extends { claims: Published['claims'] }>(record: Made): Made | undefined {
  const verdict = recompute(record)
  const slot = record.claims.length
  const amount = verdict.valid ? verdict.amounts[slot] : undefined
  const [last, ...others] = record.claims.toReversed()
  if (amount === undefined || !last) return undefined
  return { ...record, claims: [{ ...last, slot, amount: String(amount) }, ...others] }
}

const verify = (record: unknown) =>
  spawnSync(process.execPath, [VERIFIER], { input: JSON.stringify(record), encoding: 'utf8' })

describe('a packet of any shape', () => {
  it('is valid to both verifiers, and one unit more or a skipped slot is not', () => {
    const count = 15 * MORE
    fc.assert(
      fc.property(packet, (made) => {
        const record = recordOf(made)
        expect(recompute(record)).toMatchObject({ valid: true })
        const run = verify(record)
        expect([run.status, run.stderr]).toEqual([0, ''])
        const [first] = record.claims
        if (!first) return
        const forged = {
          ...record,
          claims: [{ ...first, amount: `${BigInt(first.amount) + 1n}` }, ...record.claims.slice(1)],
        }
        expect(recompute(forged)).toMatchObject({ valid: false, difference: { what: 'amount' } })
        expect(verify(forged).stderr).toContain('(amount)')
        const skipping = skipOne(record)
        if (!skipping) return
        // In a draw the slot has no holder.
        const what = record.kind === 'first-come' ? 'slot-skipped' : 'holder'
        expect(recompute(skipping)).toMatchObject({ valid: false, difference: { what } })
        expect(verify(skipping).stderr).toContain(`(${what})`)
      }),
      { numRuns: count },
    )
    tried({ inputs: 2 * count })
  })

  it('is shared to the unit, in an order of the seed alone, and equal ones differ by a unit at most', () => {
    const count = 5_000 * MORE
    fc.assert(
      fc.property(params, seed, fc.nat(19), (one, master, tranche) => {
        const shares = trancheShares(master, tranche, one)
        expect(shares).toEqual(trancheShares(Uint8Array.from(master), tranche, { ...one }))
        expect(shares.reduce((all, share) => all + share, 0n)).toBe(one.total)
        const sorted = shares.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        const [least = 0n, most = 0n] = [sorted[0], sorted.at(-1)]
        expect(least >= one.floor && (one.cap === null || most <= one.cap)).toBe(true)
        if (one.split === 'equal') expect(most - least <= 1n).toBe(true)
        if (one.split === 'fixed') expect(most).toBe(least)
      }),
      { numRuns: count },
    )
    tried({ inputs: count })
  })
})
