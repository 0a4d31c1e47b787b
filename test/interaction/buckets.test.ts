import { describe, expect, it } from 'vitest'
import { createBuckets } from '../../src/interaction/buckets.js'

describe('a bucket of three that fills by one a second', () => {
  const buckets = () => createBuckets({ size: 3, perSecond: 1 })

  it('lets three through at once, warns once, then is silent', () => {
    const { take } = buckets()
    expect([1, 2, 3].map(() => take('a', 0).verdict)).toEqual(['ok', 'ok', 'ok'])
    expect(take('a', 0)).toEqual({ verdict: 'warn', waitMs: 1000 })
    expect(take('a', 400)).toEqual({ verdict: 'silent', waitMs: 600 })
    expect(take('a', 1000).verdict).toBe('ok')
    expect(take('a', 1001)).toMatchObject({ verdict: 'warn' })
  })

  it('never holds more than it is large', () => {
    const { take } = buckets()
    take('a', 0)
    const verdicts = [1, 2, 3, 4].map(() => take('a', 3_600_000).verdict)
    expect(verdicts).toEqual(['ok', 'ok', 'ok', 'warn'])
  })

  it('is one of its own for everybody', () => {
    const { take } = buckets()
    for (let i = 0; i < 4; i++) take('a', 0)
    expect(take('a', 0).verdict).toBe('silent')
    expect(take('b', 0).verdict).toBe('ok')
  })

  it('says a wait after which it lets through', () => {
    const { take } = createBuckets({ size: 1, perSecond: 1.5 })
    take('a', 0)
    const refused = take('a', 0)
    if (refused.verdict === 'ok') throw new Error('it was let through')
    expect(take('a', refused.waitMs).verdict).toBe('ok')
  })

  it('is forgotten when it is full again, however many people came by', () => {
    const { take, count } = buckets()
    for (let i = 0; i < 5000; i++) take(`person ${i}`, i)
    // Who came within the last three seconds.
    expect(count()).toBe(3000)
    take('a', 7000)
    expect(count()).toBe(1000)
    take('a', 60_000)
    expect(count()).toBe(1)
  })
})
