/** Who comes and talks is looked at in memory: in other groups it costs nothing. */
import { expect, it } from 'vitest'
import { createArrivals } from '../../../src/core/groups/groups.js'

const noted = (what: 'came' | 'went' | 'wrote', chat = '-1', account = '5') => {
  return { platform: 'telegram' as const, chat, account, what }
}

it('notes what happens in a group that is watched, and of a talker the first word', () => {
  const arrivals = createArrivals()
  expect(arrivals.note(noted('wrote'))).toBe(false)
  arrivals.watch([{ platform: 'telegram', chat: '-1' }])
  expect(arrivals.note(noted('wrote', '-2'))).toBe(false)
  expect([1, 2, 3].map(() => arrivals.note(noted('wrote')))).toEqual([true, false, false])
  expect(arrivals.note(noted('went'))).toBe(true)
  expect(arrivals.note(noted('wrote'))).toBe(true)
  expect(arrivals.drain().map(({ what }) => what)).toEqual(['wrote', 'went', 'wrote'])
  expect(arrivals.drain()).toEqual([])
})

it('notes whoever comes by a link of ours, watched or not', () => {
  const arrivals = createArrivals()
  expect(arrivals.note({ ...noted('came'), link: 'https://t.me/+abcd...' })).toBe(false)
  expect(arrivals.note({ ...noted('came'), link: 'https://t.me/+abcdef' })).toBe(true)
})

it('puts back what could not be kept, before what came since', () => {
  const arrivals = createArrivals()
  arrivals.watch([{ platform: 'telegram', chat: '-1' }])
  arrivals.note(noted('came'))
  const first = arrivals.drain()
  arrivals.note(noted('went'))
  arrivals.restore(first)
  expect(arrivals.drain().map(({ what }) => what)).toEqual(['came', 'went'])
})

it('keeps no more than it can, whoever comes', () => {
  const arrivals = createArrivals()
  arrivals.watch([{ platform: 'telegram', chat: '-1' }])
  const taken = Array.from({ length: 1200 }, (_, at) => arrivals.note(noted('came', '-1', String(at))))
  expect(taken.filter(Boolean)).toHaveLength(1000)
})

it('counts a first word that found no room later, and every word anew when asked to', () => {
  const arrivals = createArrivals()
  arrivals.watch([{ platform: 'telegram', chat: '-1' }])
  for (let at = 0; at < 1000; at++) arrivals.note(noted('came', '-1', String(at)))
  expect(arrivals.note(noted('wrote'))).toBe(false)
  arrivals.drain()
  expect([1, 2].map(() => arrivals.note(noted('wrote')))).toEqual([true, false])
  arrivals.forgetWords()
  expect(arrivals.note(noted('wrote'))).toBe(true)
})

it('lets whoever came or went speak anew, though that is written down elsewhere', () => {
  const arrivals = createArrivals()
  expect(arrivals.counts(noted('came'))).toBe(false)
  arrivals.watch([{ platform: 'telegram', chat: '-1' }])
  expect([1, 2].map(() => arrivals.note(noted('wrote')))).toEqual([true, false])
  expect(arrivals.counts(noted('came'))).toBe(true)
  expect(arrivals.note(noted('wrote'))).toBe(true)
  expect(arrivals.drain().map(({ what }) => what)).toEqual(['wrote', 'wrote'])
})
