import { describe, it } from 'vitest'
import { expectNothingLost, tried } from '../proof.js'

describe('a run', () => {
  it('tries something', () => tried({ kills: 1 }))

  it('that loses two answers', () => expectNothingLost(['one answer', 'another']))
})
