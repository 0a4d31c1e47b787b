import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { commit } from '../../../src/core/packets/commitment.js'
import type { Published } from '../../../src/core/packets/published.js'
import { recompute, recomputeCalmly } from '../../../src/core/packets/recompute.js'
import { bytes, exampleRecord, fenced, recordOf, vectors } from './vectors.js'

const verifier = fileURLToPath(new URL('../../../docs/verify.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'fairness-'))
afterAll(() => rmSync(folder, { recursive: true }))

function verify(record: unknown, ...args: string[]) {
  const input = typeof record === 'string' ? record : JSON.stringify(record)
  return spawnSync(process.execPath, [verifier, ...args], { input, encoding: 'utf8' })
}

describe('a true record', () => {
  test.each(vectors.map((vector, i) => [i, vector] as const))('vector %i, by both verifiers', (i, vector) => {
    const record = recordOf(vector, i)
    const amounts = vector.result.map(BigInt)
    expect(recompute(record)).toEqual({ valid: true, amounts, claimed: BigInt(vector.total), left: 0n })
    const run = verify(record, '-', vector.commitment)
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain(`valid: ${vector.shares} shares of packet vector-${i}`)
    expect(run.stdout).toContain(`${vector.commitment}  as on the card`)
    expect(run.stdout).toContain(`shares: ${vector.result.join(' ')}\n`)
  })

  test('the example of the page: two tranches, a window draw, from a file', () => {
    const file = join(folder, 'packet.json')
    writeFileSync(file, fenced('json record'))
    const run = spawnSync(process.execPath, [verifier, file], { encoding: 'utf8' })
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('valid: 5 shares of packet 8k3t0q5m2n9v7xwz, in units of USDT')
    expect(run.stdout).toContain('compare this with the card (tranche 1)')
    expect(recompute(exampleRecord())).toMatchObject({ valid: true, claimed: 1_500_000n, left: 0n })
  })

  test('is judged the same when it is done with breaths', async () => {
    const broken = { ...exampleRecord(), seed: '00'.repeat(32) }
    for (const record of [exampleRecord(), broken, undefined]) {
      let breaths = 0
      const verdict = await recomputeCalmly(record, async () => {
        breaths += 1
      })
      expect(verdict).toEqual(recompute(record))
      expect(breaths).toBe(verdict.valid ? 1 + exampleRecord().tranches.length : record ? 1 : 0)
    }
  })

  test('of a packet that was not emptied says what is left', () => {
    const record = recordOf(firstVector(), 0)
    record.claims = record.claims.slice(0, 2).toReversed()
    const [second = 0n, first = 0n] = record.claims.map(({ amount }) => BigInt(amount))
    expect(recompute(record)).toMatchObject({
      valid: true,
      claimed: first + second,
      left: 15n - first - second,
    })
    expect(verify(record).stdout).toContain(
      `claimed ${first + second} in 2 shares, left ${15n - first - second}`,
    )
  })

  test('of a draw with fewer people than slots, or none', () => {
    for (const eligible of [['m-ana'], []]) {
      const record = { ...exampleRecord(), eligible, claims: [] as unknown[] }
      if (eligible.length > 0) record.claims = [{ slot: 0, amount: '592291', holder: 'm-ana' }]
      expect(recompute(record)).toMatchObject({ valid: true })
      expect(verify(record).status).toBe(0)
    }
  })

  const python = spawnSync('python3', ['--version']).status === 0
  test.skipIf(!python)('the program in Python that the page gives says the same (needs python3)', () => {
    const program = fenced('python')
    for (const record of [exampleRecord(), ...vectors.map(recordOf)]) {
      const run = spawnSync('python3', ['-c', program], { input: JSON.stringify(record), encoding: 'utf8' })
      const verdict = recompute(record)
      expect(run.stderr).toBe('')
      expect(run.stdout).toBe(`valid ${verdict.valid ? verdict.amounts.join(' ') : ''}\n`)
    }
  })
})

function firstVector() {
  const vector = vectors[0]
  if (!vector) throw new Error('no vectors')
  return vector
}

/** The example of the page with some places overwritten, for example `claims[3].amount`. */
function forged(edits: Record<string, unknown>): Published {
  const record = exampleRecord()
  for (const [place, value] of Object.entries(edits)) {
    const path = place.split(/[[\].]+/).filter((key) => key !== '')
    const last = path.pop() ?? ''
    const parent = path.reduce<object>((part, key) => Object(part)[key], record)
    Object.assign(parent, { [last]: value })
  }
  return record
}

/** A more careful forger also mends the commitments, so that only the claims give him away. */
function commitAgain(record: Published): Published {
  for (const [i, tranche] of record.tranches.entries()) {
    tranche.commitment = commit(bytes(record.seed), {
      ...{ packet: record.packet, asset: record.asset, kind: record.kind, tranche: i },
      ...tranche,
      ...{ total: BigInt(tranche.total), floor: BigInt(tranche.floor) },
      cap: tranche.cap === null ? null : BigInt(tranche.cap),
    })
  }
  return record
}

const everyone = ['m-ana', 'm-bo', 'm-chen', 'm-dita', 'm-eli', 'm-farid', 'm-gus']
const { tranches, claims } = exampleRecord()

describe('a forged record: both verifiers name the first difference', () => {
  const first = 'tranches[0].commitment'
  const rows: [string, string, string, Record<string, unknown>][] = [
    ['another seed', 'commitment', first, { seed: 'ab'.repeat(32) }],
    ['another packet', 'commitment', first, { packet: 'another' }],
    ['another asset', 'commitment', first, { asset: 'USDC' }],
    ['another total', 'commitment', first, { 'tranches[0].total': '999999' }],
    ['another spread', 'commitment', first, { 'tranches[0].spread': 'calm' }],
    ['another floor', 'commitment', first, { 'tranches[0].floor': '1' }],
    ['another cap', 'commitment', first, { 'tranches[0].cap': '900000' }],
    ['one share less', 'commitment', first, { 'tranches[0].shares': 2 }],
    ['another commitment', 'commitment', first, { 'tranches[0].commitment': '0'.repeat(64) }],
    ['tranches swapped', 'commitment', first, { tranches: tranches.toReversed() }],
    ['a draw made first-come', 'commitment', first, { kind: 'first-come' }],
    ['another top-up', 'commitment', 'tranches[1].commitment', { 'tranches[1].split': 'equal' }],
    ['a floor that cannot be', 'split', 'tranches[0]', { 'tranches[0].floor': '400000' }],
    ['a floor of nothing', 'split', 'tranches[0]', { 'tranches[0].floor': '0' }],
    ['a cap that cannot be', 'split', 'tranches[1]', { 'tranches[1].cap': '249999' }],
    ['fixed with a rest', 'split', 'tranches[0]', { 'tranches[0].split': 'fixed' }],
    ['more than 63 bits', 'split', 'tranches[0]', { 'tranches[0].total': '9223372036854775808' }],
    ['a unit more', 'amount', 'claims[2].amount', { 'claims[2].amount': '325596' }],
    [
      'amounts swapped',
      'amount',
      'claims[0].amount',
      { 'claims[0].amount': '82114', 'claims[1].amount': '592291' },
    ],
    [
      'holders swapped',
      'holder',
      'claims[0].holder',
      { 'claims[0].holder': 'm-chen', 'claims[1].holder': 'm-dita' },
    ],
    ['a friend instead', 'holder', 'claims[4].holder', { 'claims[4].holder': 'm-gus' }],
    ['no name', 'holder', 'claims[4].holder', { 'claims[4].holder': null }],
    ['a person twice', 'holder-twice', 'claims[3].holder', { 'claims[3].holder': 'm-bo' }],
    ['a slot twice', 'slot-twice', 'claims[3].slot', { 'claims[3].slot': 0 }],
    ['a slot too many', 'slot', 'claims[4].slot', { 'claims[4].slot': 5 }],
    ['a winner left out', 'unlisted', 'claims', { claims: claims.toSpliced(1, 1) }],
    ['one in both lists', 'eligible-twice', 'excluded[0]', { excluded: everyone.slice(0, 1) }],
    ['one left out of the list', 'holder', 'claims[1].holder', { eligible: everyone.toSpliced(6) }],
    ['one invented', 'holder', 'claims[0].holder', { eligible: [...everyone, 'm-zoe'] }],
    ['one in the list twice', 'eligible-twice', 'eligible[7]', { eligible: [...everyone, 'm-ana'] }],
    ['another version', 'malformed', 'version', { version: 2 }],
    ['a number as amount', 'malformed', 'claims[1].amount', { 'claims[1].amount': 82114 }],
    ['a zero before an amount', 'malformed', 'claims[1].amount', { 'claims[1].amount': '082114' }],
    ['a negative slot', 'malformed', 'claims[1].slot', { 'claims[1].slot': -1 }],
    ['a claim of nothing', 'malformed', 'claims[1]', { 'claims[1]': null }],
    ['too many shares', 'malformed', 'tranches[0].shares', { 'tranches[0].shares': 1001 }],
    ['no tranches', 'malformed', 'tranches', { tranches: [] }],
    ['21 tranches', 'malformed', 'tranches', { tranches: Array(21).fill(tranches[0]) }],
    ['no list', 'malformed', 'eligible', { eligible: undefined }],
    ['another kind', 'malformed', 'kind', { kind: 'raffle' }],
    ['a seed cut short', 'malformed', 'seed', { seed: 'fc613b' }],
    ['a line break in a name', 'malformed', 'packet', { packet: 'a\nb' }],
    ['a space in a reference', 'malformed', 'eligible[2]', { 'eligible[2]': 'm chen' }],
  ]
  test.each(rows)('%s: %s at %s', (_, what, at, edits) => {
    const record = forged(edits)
    const verdict = recompute(record)
    expect(verdict.valid ? 'valid' : verdict.difference).toMatchObject({ what, at })
    const run = verify(record)
    expect(run.stderr).toContain(`different: ${at} (${what}): published `)
    expect(run.status).toBe(1)
  })

  test('mended commitments: the claims give it away, or else the card', () => {
    const record = commitAgain(forged({ 'tranches[0].spread': 'wild' }))
    const found = { what: 'amount', at: 'claims[0].amount', published: '592291' }
    expect(recompute(record)).toMatchObject({ valid: false, difference: found })
    expect(verify(record).stderr).toContain('different: claims[0].amount (amount): published 592291')
    const card = `${tranches[0]?.commitment}`
    expect(verify(record, '-', card).stderr).toContain(`different: ${first} (card): published `)
  })

  test('says what is there and what should be', () => {
    const record = forged({ 'claims[2].amount': '325596' })
    expect(recompute(record)).toEqual({
      valid: false,
      difference: { what: 'amount', at: 'claims[2].amount', published: '325596', recomputed: '325595' },
    })
    expect(verify(record).stderr).toBe(
      'different: claims[2].amount (amount): published 325596, recomputed 325595\n',
    )
  })

  test.each([null, 7, 'text', [], {}, { ...exampleRecord(), claims: 10n }])('nonsense %#', (record) => {
    expect(recompute(record)).toMatchObject({ valid: false, difference: { what: 'malformed' } })
  })
})

describe('a first-come record whose claims skip a slot', () => {
  const [, normal, , wild] = vectors.map(recordOf)
  const paidOf = (record: Published | undefined, slots: number[]): Published => {
    if (!record) throw new Error('no such vector')
    return { ...record, claims: slots.flatMap((slot) => record.claims[slot] ?? []) }
  }

  test.each([
    ['the three best of a wild packet', paidOf(wild, [2, 10, 11]), 'claims[1].slot', '10', '0 … 2'],
    ['the last alone', paidOf(normal, [19]), 'claims[0].slot', '19', '0 … 0'],
    ['one in the middle, in no order', paidOf(normal, [3, 0, 1]), 'claims[0].slot', '3', '0 … 2'],
    ['the first', paidOf(normal, [1, 2, 3]), 'claims[2].slot', '3', '0 … 2'],
  ])('%s: both verifiers refuse it', (_, record, at, published, recomputed) => {
    const difference = { what: 'slot-skipped', at, published, recomputed }
    expect(recompute(record)).toEqual({ valid: false, difference })
    const run = verify(record)
    const words = `different: ${at} (slot-skipped): published ${published}, recomputed ${recomputed}\n`
    expect([run.status, run.stderr]).toEqual([1, words])
  })

  test('any order of the list is fine, and so is nobody', () => {
    for (const record of [paidOf(wild, [2, 0, 1]), paidOf(wild, [])]) {
      expect(recompute(record)).toMatchObject({ valid: true })
      expect(verify(record).status).toBe(0)
    }
  })
})

describe('the verifier as a program', () => {
  test('compares with the card, also with the beginning of a hash', () => {
    const [first, second] = exampleRecord().tranches.map(({ commitment }) => commitment)
    const run = verify(exampleRecord(), '-', `${first}`, `${second}`.slice(0, 16))
    expect(run.stdout).toContain(`${second}  as on the card`)
    expect(run.status).toBe(0)
  })

  test('a consistent record of another packet is not the one of the card', () => {
    const run = verify(exampleRecord(), '-', firstVector().commitment)
    expect(run.stderr).toContain('different: tranches[0].commitment (card): published 36bbc967')
    expect(run.status).toBe(1)
  })

  test('ends with 2 when it cannot look', () => {
    const missing = spawnSync(process.execPath, [verifier, join(folder, 'none.json')], { encoding: 'utf8' })
    expect(missing.stderr).toContain('cannot read the record: ENOENT')
    expect(missing.status).toBe(2)
    expect(verify('{"version":').stderr).toContain('cannot read the record: ')
    const short = verify(exampleRecord(), '-', 'abc')
    expect(short.stderr).toContain('abc is not a hash: expected 16 to 64 digits 0-9 a-f')
    expect(short.status).toBe(2)
  })
})
