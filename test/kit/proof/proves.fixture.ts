import { expect, it } from 'vitest'
import { expectNothingLost, tried } from '../proof.js'

it('proves something', () => {
  expectNothingLost([])
  expect(1).toBe(1)
  tried({ kills: 2 })
})
