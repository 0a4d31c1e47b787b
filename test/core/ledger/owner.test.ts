import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayOverdraw, type Owner, ownerText, parseOwner } from '../../../src/core/ledger/owner.js'

const id = fc.integer({ min: 1, max: 999_999_999_999_999 })
const name = fc.stringMatching(/^[0-9a-z]{1,64}$/)

const owners: fc.Arbitrary<Owner> = fc.oneof(
  fc.constantFrom<Owner>(
    { kind: 'treasury' },
    { kind: 'payouts' },
    { kind: 'fees' },
    { kind: 'rounding' },
    { kind: 'clawback' },
  ),
  fc.record({
    kind: fc.constant('member' as const),
    id,
    pocket: fc.constantFrom('available' as const, 'held' as const),
  }),
  fc.record({ kind: fc.constant('chat' as const), id }),
  fc.record({ kind: fc.constantFrom('packet' as const, 'campaign' as const), id: name }),
)

describe('owners', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(owners, (owner) => {
        expect(parseOwner(ownerText(owner))).toEqual(owner)
      }),
    )
  })

  it('have texts of their own', () => {
    fc.assert(
      fc.property(owners, owners, (a, b) => {
        fc.pre(JSON.stringify(a) !== JSON.stringify(b))
        expect(ownerText(a)).not.toBe(ownerText(b))
      }),
    )
  })

  it('mean what a member can spend when no pocket is named', () => {
    expect(ownerText({ kind: 'member', id: 42 })).toBe('member:42:available')
  })

  it.each([
    'member:0:available',
    'member:042:available',
    'member:42',
    'member:42:savings',
    'member:-1:held',
    'chat:1.5',
    'packet:',
    'packet:ABC',
    'packet:a:b',
    'treasury ',
    'Treasury',
    '',
    'constructor',
    'member:42:available\n',
  ])('are not read from %j', (text) => {
    expect(parseOwner(text)).toBeUndefined()
  })

  it('may not owe, but for the treasury', () => {
    fc.assert(
      fc.property(owners, (owner) => {
        expect(mayOverdraw(owner)).toBe(owner.kind === 'treasury')
      }),
    )
  })
})
