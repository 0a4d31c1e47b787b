import { describe, expect, it } from 'vitest'
import { merged } from '../../../src/sandbox/page/rail/rail-state.js'
import { railEntries } from './sample-rail.js'

const [burst, struck, paid, dropped] = railEntries

describe('the rail', () => {
  it('is sorted newest first, however the news comes', () => {
    if (!burst || !struck || !paid || !dropped) throw new Error('no entries')
    const entries = merged(merged([], [dropped, struck]), [burst, paid])
    expect(entries.map(({ id }) => id)).toEqual([4, 3, 2, 1])
  })

  it('keeps the newest version of an entry', () => {
    if (!paid) throw new Error('no entry')
    const newer = { ...paid, version: 3, result: 'refused' } as const
    expect(merged([newer], [{ ...paid, version: 2 }])).toEqual([newer])
    expect(merged([paid], [newer])).toEqual([newer])
  })

  it('forgets the oldest beyond two hundred', () => {
    if (!paid) throw new Error('no entry')
    const many = Array.from({ length: 250 }, (_, index) => ({ ...paid, id: index + 1 }))
    const kept = merged([], many)
    expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([200, 250, 51])
  })
})
