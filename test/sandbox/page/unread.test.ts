/** What waits for people one is not acting as. */
import { describe, expect, it } from 'vitest'
import { become, firstLook, look, unreadOf } from '../../../src/sandbox/page/pane/unread.js'
import type { PeopleAnswer } from '../../../src/sandbox/page-contract.js'

const answer = (telegram: Record<string, number>): PeopleAnswer => ({
  told: { telegram, discord: { ana: 9 } },
})

describe('unread messages of others', () => {
  it('are those that came after the page was opened, of this platform, and not those of whom one acts as', () => {
    const first = firstLook(answer({ ana: 3, kofi: 1 }), 'telegram')
    expect([unreadOf(first, 'ana'), unreadOf(first, 'kofi')]).toEqual([0, 0])
    const next = look(first, answer({ ana: 5, kofi: 2, lena: 1 }), 'telegram', 'kofi')
    expect(['ana', 'kofi', 'lena'].map((id) => unreadOf(next, id))).toEqual([2, 0, 1])
  })

  it('are read by becoming the person, and come anew', () => {
    const before = look(firstLook(answer({}), 'telegram'), answer({ ana: 2 }), 'telegram', 'kofi')
    const read = become(before, 'ana')
    expect(unreadOf(read, 'ana')).toBe(0)
    expect(unreadOf(look(read, answer({ ana: 3 }), 'telegram', 'kofi'), 'ana')).toBe(1)
  })

  it('are counted from nothing again by a server that began anew', () => {
    const before = firstLook(answer({ ana: 7 }), 'telegram')
    const anew = look(before, answer({}), 'telegram', 'kofi')
    expect(unreadOf(look(anew, answer({ ana: 1 }), 'telegram', 'kofi'), 'ana')).toBe(1)
  })
})
