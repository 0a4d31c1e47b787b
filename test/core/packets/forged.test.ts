/** Forged records, and what all three that recompute one say of them: the same, word for word. */
import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commit } from '../../../src/core/packets/commitment.js'
import type { Published } from '../../../src/core/packets/published.js'
import { tried } from '../../kit/proof.js'
import { byHouse, byProgram, byPython, isPythonThere } from './judges.js'
import { bytes, exampleRecord, fenced, listOfChecks, recordOf, vectors } from './vectors.js'

const isPython = isPythonThere()
const MORE = Number(process.env.PROOF_INPUTS ?? 1)

type Tranche = Published['tranches'][number]

/** Puts the commitments right again, where there can be any, so that only what follows them can differ. */
function commitAgain<Record extends Published>(record: Record): Record {
  const { packet, asset, kind, seed } = record
  const tranches = record.tranches.map((one, tranche) => {
    const { total, floor, cap } = one
    const units = { total: BigInt(total), floor: BigInt(floor), cap: cap === null ? null : BigInt(cap) }
    return { ...one, commitment: commit(bytes(seed), { ...one, packet, asset, kind, tranche, ...units }) }
  })
  return { ...record, tranches }
}

/** A first-come packet of 20 with seven claims, people named. */
function firstCome(): Published {
  const [, vector] = vectors
  if (!vector) throw new Error('no vectors')
  const record = recordOf(vector, 1)
  const claims = record.claims.slice(0, 7).map((claim, i) => ({ ...claim, holder: `m-${i}` }))
  return { ...record, claims }
}

const amounts = vectors[1]?.result ?? []
const claimOf = (slot: number, holder: unknown = `m-${slot}`, amount: unknown = amounts[slot]) => ({
  ...{ slot, amount, holder },
})
const withClaims = (...claims: unknown[]) => ({ ...firstCome(), claims })
const withTranche = (change: Partial<Tranche>, claims: unknown[] = []) => {
  const record = firstCome()
  return {
    ...commitAgain({ ...record, tranches: record.tranches.map((t) => ({ ...t, ...change })) }),
    claims,
  }
}
const drawOf = (change: object) => ({ ...exampleRecord(), ...change })
const { tranches, claims } = exampleRecord()
const everyone = ['m-ana', 'm-bo', 'm-chen', 'm-dita', 'm-eli', 'm-farid', 'm-gus']
const seedOfTop = '75651c1eee0a8191fd6403192350826cdcf78095d9d30a8d402ec81fd8353573'

const forged: [name: string, says: string, record: unknown][] = [
  ['a holder twice', 'claims[1].holder (holder-twice)', withClaims(claimOf(0, 'm'), claimOf(1, 'm'))],
  [
    'a slot counted from the end',
    'claims[1].slot (malformed)',
    withClaims(claimOf(19), { ...claimOf(19, 'm'), slot: -1 }),
  ],
  ['a floor of nothing', 'tranches[0] (split)', withTranche({ floor: '0' })],
  ['a fixed split with a rest', 'tranches[0] (split)', withTranche({ split: 'fixed', shares: 3 })],
  ['a cap below the mean', 'tranches[0] (split)', withTranche({ cap: '2499999' })],
  ['a floor above the mean', 'tranches[0] (split)', withTranche({ floor: '2500001' })],
  ['more than 63 bits', 'tranches[0] (split)', withTranche({ total: '9223372036854775808' })],
  ['another version', 'version (malformed)', { ...firstCome(), version: 2 }],
  ['a version that is true', 'version (malformed)', { ...firstCome(), version: true }],
  ['a version as text', 'version (malformed)', { ...firstCome(), version: '1' }],
  ['1,001 shares', 'tranches[0].shares (malformed)', withTranche({ shares: 1001 })],
  ['no shares', 'tranches[0].shares (malformed)', withTranche({ shares: 0 })],
  ['21 tranches', 'tranches (malformed)', { ...firstCome(), tranches: Array(21).fill(tranches[0]) }],
  [
    'a slot that is true',
    'claims[1].slot (malformed)',
    withClaims(claimOf(0), { ...claimOf(1), slot: true }),
  ],
  ['half a slot', 'claims[0].slot (malformed)', withClaims({ ...claimOf(0), slot: 0.5 })],
  ['a slot too many', 'claims[0].slot (slot)', withClaims({ ...claimOf(0), slot: 20 })],
  ['a slot beyond numbers', 'claims[0].slot (malformed)', withClaims({ ...claimOf(0), slot: 2 ** 53 })],
  ['a slot twice', 'claims[1].slot (slot-twice)', withClaims(claimOf(0), claimOf(0, 'm-1'))],
  ['a slot skipped', 'claims[1].slot (slot-skipped)', withClaims(claimOf(0), claimOf(2))],
  ['nobody skipped for', 'claims[0].slot (slot-skipped)', withClaims(claimOf(19, null), claimOf(0, null))],
  ['another amount', 'claims[0].amount (amount)', withClaims(claimOf(0, 'm', '1997776'))],
  ['an amount with spaces', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', ' 1997775\n'))],
  ['an amount with a line feed', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', '1997775\n'))],
  ['an amount with a sign', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', '+1997775'))],
  ['an amount in parts', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', '1_997_775'))],
  ['an amount in other digits', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', '١٩٩٧٧٧٥'))],
  ['an amount as a number', 'claims[0].amount (malformed)', withClaims(claimOf(0, 'm', 1997775))],
  ['a holder with a line feed', 'claims[0].holder (malformed)', withClaims(claimOf(0, 'a\nb'))],
  ['a holder who ends a line', 'claims[0].holder (malformed)', withClaims(claimOf(0, 'm-0\n'))],
  ['a holder beyond ASCII', 'claims[0].holder (malformed)', withClaims(claimOf(0, 'аna'))],
  ['a holder of 65 signs', 'claims[0].holder (malformed)', withClaims(claimOf(0, 'm'.repeat(65)))],
  ['no word of a holder', 'claims[0].holder (malformed)', withClaims({ ...claimOf(0), holder: undefined })],
  [
    'no word of a cap',
    'tranches[0].cap (malformed)',
    { ...firstCome(), tranches: [{ ...vectors[1], cap: undefined }] },
  ],
  ['a seed in capitals', 'seed (malformed)', { ...firstCome(), seed: firstCome().seed.toUpperCase() }],
  ['a seed that ends a line', 'seed (malformed)', { ...firstCome(), seed: `${firstCome().seed}\n` }],
  ['a packet that ends a line', 'packet (malformed)', { ...firstCome(), packet: 'vector-1\n' }],
  ['claims by name', 'claims (malformed)', { ...firstCome(), claims: { length: 0 } }],
  ['a list as record', 'record (malformed)', []],
  ['a list as claim', 'claims[0] (malformed)', withClaims([])],
  ['no record', 'record (malformed)', null],
  [
    'the seed of a tranche as that of the packet',
    'tranches[0].commitment (commitment)',
    drawOf({ seed: seedOfTop }),
  ],
  ['a top-up twice', 'tranches[2].commitment (commitment)', drawOf({ tranches: [...tranches, tranches[1]] })],
  ['a top-up first', 'tranches[0].commitment (commitment)', drawOf({ tranches: tranches.toReversed() })],
  ['a top-up kept back', 'claims[3].slot (slot)', drawOf({ tranches: tranches.slice(0, 1) })],
  [
    'a top-up with a total of its own',
    'claims[3].amount (amount)',
    commitAgain(drawOf({ tranches: tranches.with(1, { ...tranches[1], total: '500002' } as Tranche) })),
  ],
  ['one in both lists', 'excluded[0] (eligible-twice)', drawOf({ excluded: ['m-gus'] })],
  ['one left out twice', 'excluded[1] (eligible-twice)', drawOf({ excluded: ['m-hana', 'm-hana'] })],
  ['one in the draw twice', 'eligible[7] (eligible-twice)', drawOf({ eligible: [...everyone, 'm-bo'] })],
  [
    'a winner who was left out',
    'claims[0].holder (holder)',
    drawOf({ claims: claims.with(0, { ...claims[0], holder: 'm-hana' } as never) }),
  ],
  [
    'one left out after the draw',
    'claims[1].holder (holder)',
    drawOf({ eligible: everyone.slice(0, 6), excluded: ['m-gus', 'm-hana'] }),
  ],
  ['those left out as one', 'excluded (malformed)', drawOf({ excluded: 'm-hana' })],
  ['those left out as nothing', 'excluded (malformed)', drawOf({ excluded: null })],
  ['one left out with a line feed', 'excluded[0] (malformed)', drawOf({ excluded: ['m\nhana'] })],
  ['an entry that is a number', 'eligible[0] (malformed)', drawOf({ eligible: [7] })],
  ['a claim of nobody', 'claims[4].holder (holder)', withoutHolder(4)],
  ['nobody drawn and somebody paid', 'claims[0].holder (holder)', drawOf({ eligible: [] })],
  ['nobody drawn and nobody paid for', 'claims[0].holder (holder)', { ...withoutHolder(0), eligible: [] }],
  ['a winner left out', 'claims (unlisted)', drawOf({ claims: claims.slice(0, 4) })],
  ['claims of none', 'claims (unlisted)', drawOf({ claims: [] })],
]

function withoutHolder(at: number) {
  return drawOf({ claims: claims.map((claim, i) => (i === at ? { ...claim, holder: null } : claim)) })
}

describe('a forged record', () => {
  const jsons = forged.map(([, , record]) => JSON.stringify(record))
  const expected = forged.map(([name, says]) => `${name}: ${says}`)
  const named = (found: string[]) => found.map((says, i) => `${forged[i]?.[0]}: ${says}`)

  it('is refused by the house for its own reason', () => {
    expect(named(jsons.map(byHouse))).toEqual(expected)
  })

  it('is refused by docs/verify.mjs for the same reason', () => {
    expect(named(byProgram(jsons))).toEqual(expected)
  })

  it.skipIf(!isPython)('is refused by the page’s Python for the same reason, also with -O', () => {
    expect(named(byPython(jsons))).toEqual(expected)
  })

  it.skipIf(!isPython)('ends the page’s Python with 1 and the reason', () => {
    const [json] = jsons
    for (const optimised of [[], ['-O']]) {
      const args = [...optimised, '-c', fenced('python')]
      const run = spawnSync('python3', args, { input: json, encoding: 'utf8' })
      const reason = 'different: claims[1].holder (holder-twice)\n'
      expect([run.status, run.stdout, run.stderr]).toEqual([1, '', reason])
    }
  })

  it('has every word of the page, and the page every word of it', () => {
    const words = new Set([...listOfChecks().matchAll(/\(`([a-z-]+)`\)/g)].map(([, word]) => word))
    const found = forged.map(([, says]) => / \(([a-z-]+)\)$/.exec(says)?.[1])
    expect([...words].sort()).toEqual([...new Set(found)].sort())
  })
})

describe('numbers as JSON may write them', () => {
  const record = JSON.stringify(withClaims(claimOf(0), claimOf(1)))
  const rows: [written: string, says: string][] = [
    ['1', 'valid'],
    ['1.0', 'valid'],
    ['10e-1', 'valid'],
    ['1.5', 'claims[1].slot (malformed)'],
    ['-1.0', 'claims[1].slot (malformed)'],
    ['-0', 'claims[1].slot (slot-twice)'],
    ['1e2', 'claims[1].slot (slot)'],
    ['9007199254740991', 'claims[1].slot (slot)'],
    ['9007199254740993', 'claims[1].slot (malformed)'],
    ['1e999', 'claims[1].slot (malformed)'],
  ]
  const jsons = rows.map(([written]) => record.replace('"slot":1,', `"slot":${written},`))
  const expected = rows.map(([, says]) => says)

  it('are understood alike', () => {
    expect(jsons.map(byHouse)).toEqual(expected)
    expect(byProgram(jsons)).toEqual(expected)
  })

  it.skipIf(!isPython)('are understood alike in Python, and what is no JSON is no record', () => {
    expect(byPython(jsons)).toEqual(expected)
    expect(byPython([record.replace('{', '{"more":NaN,')])).toEqual(['NaN (malformed)'])
  })
})

describe('a record with something changed', () => {
  type Tree = unknown[] | { [key: string]: unknown }
  const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

  /** Every place of a record, as the tree and the key in it. */
  function placesOf(tree: Tree): [Tree, string][] {
    return Object.entries(tree).flatMap(([key, value]) => {
      const deeper = isTree(value) ? placesOf(value) : []
      return [[tree, key] as [Tree, string], ...deeper]
    })
  }

  const value = fc.oneof(
    fc.constantFrom(null, true, 0, 1, 2, -1, 20, 0.5, '', '0', '1', '01', '-1', ' 1', '1\n', 'm-ana', 'm-1'),
    fc.constantFrom('first-come', 'window-draw', 'lucky', 'equal', 'fixed', 'calm', 'normal', 'wild'),
    fc.constantFrom([], {}, ['m-ana', 'm-hana'], '9223372036854775807', '9223372036854775808', 1000, 1001),
  )
  const change = fc.record({
    at: fc.noBias(fc.nat()),
    other: fc.noBias(fc.nat()),
    how: fc.constantFrom(
      ...['set', 'delete', 'copy', 'copy', 'swap', 'swap', 'more', 'more', 'cut', 'double'],
    ),
    value,
  })

  /** Makes one change at some place of the record. */
  function meddle(
    record: Tree,
    { at, other, how, value }: typeof change extends fc.Arbitrary<infer T> ? T : never,
  ) {
    const places = placesOf(record)
    const [tree, key] = places[at % places.length] ?? [record, 'version']
    // Another of its kind, so that most of what comes of it has the form of a record.
    const kin = places.filter(([one, name]) => (Array.isArray(tree) ? one === tree : name === key))
    const [second, name] = kin[other % kin.length] ?? [tree, key]
    const here = Reflect.get(tree, key)
    const there = structuredClone(Reflect.get(second, name))
    if (how === 'set') Reflect.set(tree, key, value)
    if (how === 'delete') Reflect.deleteProperty(tree, key)
    if (how === 'copy') Reflect.set(tree, key, there)
    if (how === 'swap') {
      Reflect.set(tree, key, there)
      Reflect.set(second, name, here)
    }
    if (how === 'more' && typeof here === 'number') Reflect.set(tree, key, here + 1)
    if (how === 'more' && typeof here === 'string' && /^[0-9]+$/.test(here))
      Reflect.set(tree, key, `${BigInt(here) + 1n}`)
    if (how === 'cut' && Array.isArray(here)) here.pop()
    if (how === 'double' && Array.isArray(here)) here.push(structuredClone(here[other % (here.length || 1)]))
  }

  const base = fc.oneof(
    fc.constantFrom(firstCome(), exampleRecord()),
    fc.constantFrom(...vectors.map(recordOf)),
  )
  const made = fc.record({
    base,
    changes: fc.array(change, { minLength: 1, maxLength: 2 }),
    mended: fc.boolean(),
  })

  it('is judged alike by all three', { timeout: 120_000 }, () => {
    const count = 1_500 * MORE
    const jsons = fc.sample(made, { numRuns: count }).map(({ base, changes, mended }) => {
      const record = structuredClone(base)
      for (const one of changes) meddle(record as unknown as Tree, one)
      return JSON.stringify(mended ? mendedIfPossible(record) : record)
    })
    const house = jsons.map(byHouse)
    // Of several malformed fields, one is named, not always the same.
    const coarse = (says: string) => (says.endsWith('(malformed)') ? 'malformed' : says)
    const parted = (found: string[]) =>
      found.flatMap((says, i) =>
        coarse(says) === coarse(house[i] ?? '') ? [] : [[house[i], says, jsons[i]]],
      )
    expect(parted(byProgram(jsons))).toEqual([])
    if (isPython) expect(parted(byPython(jsons))).toEqual([])
    const words = new Set(house.map((says) => / \(([a-z-]+)\)$/.exec(says)?.[1] ?? says))
    for (const often of ['valid', 'malformed', 'commitment', 'amount', 'slot-twice'])
      expect(words).toContain(often)
    tried({ inputs: count })
  })

  function mendedIfPossible(record: Published): Published {
    try {
      return commitAgain(record)
    } catch {
      return record
    }
  }
})
