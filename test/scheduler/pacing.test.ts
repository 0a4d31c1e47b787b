import { describe, expect, it } from 'vitest'
import { createPacing, type Paced, type Pacing } from '../../src/scheduler/pacing.js'

const message = (more: Partial<Paced> = {}): Paced => ({
  platform: 'telegram',
  spot: 'telegram:7',
  class: 'receipt',
  isGroup: false,
  isAnswer: false,
  isReturned: false,
  ...more,
})
const group = message({ spot: 'telegram:-7', isGroup: true })

/** How many of these leave within `ms` when each leaves as soon as it may. */
function leave(pacing: Pacing, one: (index: number) => Paced, ms: number, from = 0): number {
  let count = 0
  for (let now = from; now < from + ms; ) {
    const wait = pacing.wait(one(count), now)
    if (wait > 0) {
      now += Math.ceil(wait)
      continue
    }
    pacing.took(one(count), now)
    count += 1
  }
  return count
}

describe('Telegram', () => {
  it('takes 25 a second over all chats', () => {
    const pacing = createPacing()
    const toMany = (index: number) => message({ spot: `telegram:${index}` })
    expect(leave(pacing, toMany, 1000)).toBe(25)
    expect(leave(pacing, toMany, 10_000, 5000)).toBe(250)
  })

  it('takes three at once in a chat, then one a second', () => {
    const pacing = createPacing()
    expect(leave(pacing, () => message(), 1000)).toBe(3)
    expect(leave(pacing, () => message(), 60_000, 10_000)).toBe(60)
  })

  it('takes 18 a minute in a group, messages and edits together', () => {
    const mixed = (index: number): Paced => ({ ...group, class: index % 4 === 0 ? 'edit' : 'receipt' })
    expect(leave(createPacing(), mixed, 60_000)).toBe(18)
  })

  it('takes nine answers to single people a minute in a group, and has room for its cards', () => {
    const pacing = createPacing()
    const answer = { ...group, isAnswer: true }
    expect(leave(pacing, () => answer, 50_000)).toBe(9)
    expect(leave(pacing, () => group, 1_000, 50_000)).toBe(3)
    expect(leave(pacing, () => answer, 9_000, 51_000)).toBe(0)
  })

  it('takes an edit each three seconds in a chat, while messages go on', () => {
    const pacing = createPacing()
    const edit = message({ class: 'edit' })
    pacing.took(edit, 0)
    expect(pacing.wait(edit, 0)).toBe(3000)
    expect(pacing.wait(message(), 0)).toBe(0)
    expect(pacing.wait(message({ class: 'edit', spot: 'telegram:8' }), 0)).toBe(0)
    expect(pacing.wait(edit, 3000)).toBe(0)
  })

  it('is asked again after what was not sent at all', () => {
    const pacing = createPacing()
    const edit = message({ class: 'edit' })
    pacing.took(edit, 0)()
    expect(pacing.wait(edit, 0)).toBe(0)
    for (let count = 0; count < 100; count++) pacing.took(message(), 0)()
    expect(pacing.waitOfAll('telegram', 0)).toBe(0)
  })
})

describe('a pause', () => {
  it('for one chat leaves the others alone', () => {
    const pacing = createPacing()
    pacing.pause(message(), 30_000, false, 0)
    expect(pacing.wait(message(), 1000)).toBe(29_000)
    expect(pacing.wait(group, 1000)).toBe(0)
  })

  it('for everything is for this platform alone', () => {
    const pacing = createPacing()
    pacing.pause(message(), 30_000, true, 0)
    expect(pacing.wait(group, 1000)).toBe(29_000)
    expect(pacing.waitOfAll('telegram', 1000)).toBe(29_000)
    expect(pacing.wait(message({ platform: 'discord', spot: 'discord:7' }), 1000)).toBe(0)
  })

  it('for two chats within a second makes all of Telegram wait, five seconds at most', () => {
    const pacing = createPacing()
    pacing.pause(message(), 3000, false, 0)
    pacing.pause(group, 60_000, false, 900)
    expect(pacing.waitOfAll('telegram', 900)).toBe(2100)
    pacing.pause(message(), 60_000, false, 1800)
    expect(pacing.waitOfAll('telegram', 1800)).toBe(5000)
  })

  it('for two chats apart, or one chat twice, or on Discord does not', () => {
    const pacing = createPacing()
    pacing.pause(message(), 30_000, false, 0)
    pacing.pause(message(), 30_000, false, 500)
    pacing.pause(group, 30_000, false, 1500)
    expect(pacing.waitOfAll('telegram', 1500)).toBe(0)
    for (const spot of ['discord:1', 'discord:2'])
      pacing.pause(message({ platform: 'discord', spot }), 30_000, false, 0)
    expect(pacing.waitOfAll('discord', 0)).toBe(0)
  })

  it('is not forgotten with chats that have been quiet', () => {
    const pacing = createPacing()
    pacing.pause(message(), 3_600_000, false, 0)
    pacing.took(group, 70_000)
    pacing.took(group, 200_000)
    expect(pacing.wait(message(), 200_000)).toBe(3_400_000)
  })
})
