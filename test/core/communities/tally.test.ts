import { describe, expect, it } from 'vitest'
import { createTally, type Watched } from '../../../src/core/communities/tally.js'

const DAY_MS = 86_400_000
const KEY = new Uint8Array(32).fill(7)
const watched: Watched = { community: 1, platform: 'telegram', home: '-1', from: DAY_MS, until: 3 * DAY_MS }
const said = (message: string, writer = '5', at = DAY_MS) => ({
  ...{ platform: 'telegram', home: '-1', message, writer, at },
})

function tallyOf(...more: Watched[]) {
  const tally = createTally(KEY)
  tally.watch([watched, ...more])
  return tally
}

const numbers = (tally: ReturnType<typeof createTally>) =>
  tally.drain().map(({ community, day, messages, writers }) => [community, day, messages, writers.size])

describe('a tally', () => {
  it('counts messages and writers by day, and only once what is delivered twice', () => {
    const tally = tallyOf()
    for (const message of ['1', '2', '2', '3']) tally.hear(said(message, message === '3' ? '6' : '5'))
    tally.hear(said('4', '5', 2 * DAY_MS))
    expect(numbers(tally)).toEqual([
      [1, 1, 3, 2],
      [1, 2, 1, 1],
    ])
    tally.hear(said('4', '5', 2 * DAY_MS))
    expect(numbers(tally)).toEqual([])
  })

  it('leaves out other groups, and what was written before and after', () => {
    const tally = tallyOf()
    tally.hear({ ...said('1'), home: '-2' })
    tally.hear({ ...said('1'), platform: 'discord' })
    tally.hear(said('2', '5', DAY_MS - 1))
    tally.hear(said('3', '5', 3 * DAY_MS))
    expect(numbers(tally)).toEqual([])
  })

  it('counts for two applications of one group', () => {
    const tally = tallyOf({ ...watched, community: 2 })
    tally.hear(said('1'))
    expect(numbers(tally)).toEqual([
      [1, 1, 1, 1],
      [2, 1, 1, 1],
    ])
  })

  it('keeps of a writer a hash that is another by community, by day and by key', () => {
    const hashes = new Set<string>()
    for (const key of [KEY, new Uint8Array(32).fill(8)]) {
      const tally = createTally(key)
      tally.watch([watched, { ...watched, community: 2 }])
      tally.hear(said('1'))
      tally.hear(said('2', '5', 2 * DAY_MS))
      for (const { writers } of tally.drain()) for (const writer of writers) hashes.add(writer)
    }
    expect(hashes.size).toBe(8)
    for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{32}$/)
  })

  it('takes back what could not be kept, and adds to it', () => {
    const tally = tallyOf()
    tally.hear(said('1'))
    const lost = tally.drain()
    tally.hear(said('2'))
    tally.restore(lost)
    expect(numbers(tally)).toEqual([[1, 1, 2, 1]])
  })
})
