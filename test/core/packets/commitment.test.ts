import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  type Committed,
  commit,
  commitmentText,
  verifyCommitment,
} from '../../../src/core/packets/commitment.js'
import { seedNumber } from './chances.js'
import { promise } from './second.js'
import { bytes, paramsOf, vectors } from './vectors.js'

const params: Committed = {
  ...{ packet: '8k3t0q5m2n9v7xwz', asset: 'USDT', kind: 'first-come', tranche: 0 },
  ...{ total: 50_000_000n, shares: 20, split: 'lucky', spread: 'normal', floor: 10_000n, cap: null },
}

describe('the commitment', () => {
  test('is the hash of twelve lines of text', () => {
    const seed = new Uint8Array(32).fill(0xab)
    const text = `red packet/1
packet=8k3t0q5m2n9v7xwz
asset=USDT
kind=first-come
tranche=0
total=50000000
shares=20
split=lucky
spread=normal
floor=10000
cap=none
seed=${'ab'.repeat(32)}
`
    expect(commitmentText(seed, params)).toBe(text)
    expect(commit(seed, params)).toBe(createHash('sha256').update(text).digest('hex'))
    expect(commitmentText(seed, { ...params, cap: 7n })).toContain('\ncap=7\n')
  })

  test.each(vectors.map((vector, i) => [i, vector] as const))('published vector %i', (i, vector) => {
    const names = { packet: `vector-${i}`, asset: 'USDT', kind: 'first-come', tranche: 0 } as const
    const committed = { ...paramsOf(vector), ...names }
    expect(commit(bytes(vector.seed), committed)).toBe(vector.commitment)
    expect(verifyCommitment(vector.commitment, bytes(vector.seed), committed)).toBe(true)
    expect(promise(vector.seed, names.packet, names.kind, 0, committed)).toBe(vector.commitment)
  })

  const changes: Partial<Committed>[] = [
    { packet: '8k3t0q5m2n9v7xwy' },
    { asset: 'USDC' },
    { kind: 'window-draw' },
    { tranche: 1 },
    { total: 50_000_001n },
    { shares: 21 },
    { split: 'equal' },
    { spread: 'wild' },
    { floor: 10_001n },
    { cap: 50_000_000n },
  ]
  test.each(changes.map((change) => [Object.keys(change).join(), change] as const))(
    'binds %s',
    (_, change) => {
      const promised = commit(seedNumber(0), params)
      expect(verifyCommitment(promised, seedNumber(0), params)).toBe(true)
      expect(verifyCommitment(promised, seedNumber(0), { ...params, ...change })).toBe(false)
    },
  )

  test('binds the seed', () => {
    expect(verifyCommitment(commit(seedNumber(0), params), seedNumber(1), params)).toBe(false)
  })

  test('a name that could be read as another line is a mistake', () => {
    for (const name of ['', 'a\nasset=X', 'a b', 'a=b', 'é', 'x'.repeat(65)]) {
      expect(() => commit(seedNumber(0), { ...params, packet: name })).toThrow(
        'plain names of packet and asset',
      )
      expect(() => commit(seedNumber(0), { ...params, asset: name })).toThrow(
        'plain names of packet and asset',
      )
    }
  })
})
