import { describe, expect, it } from 'vitest'
import type { Content } from '../../src/interaction/content.js'
import type { DeliveryFailure } from '../../src/interaction/platform.js'
import { fromJson, toJson } from '../../src/kit/json.js'
import { afterFailure, afterMistake } from '../../src/scheduler/failures.js'
import { LEASE_MS, type OutboxRow } from '../../src/scheduler/rows.js'
import { virtualWorld } from '../kit/world.js'
import { LOST, limited, says } from './post-office.js'

const world = virtualWorld()
const now = world.now()
const HOUR = 3_600_000

function row(more: Partial<OutboxRow> = {}): OutboxRow {
  return {
    id: 42,
    key: 'answer:1',
    lane: 'chat:1',
    class: 'receipt',
    chat: 1,
    platform: 'telegram',
    account: null,
    content: toJson(says('hello')),
    state: 'leased',
    version: 1,
    attempts: 1,
    notBefore: now,
    leaseUntil: now + LEASE_MS,
    fence: 1,
    doubtSince: null,
    message: null,
    lastError: null,
    createdAt: now,
    settledAt: null,
    ...more,
  }
}

const card = toJson({ kind: 'card', card: 1 } satisfies Content)
const wordsOf = (content = '') => {
  const said = fromJson<Content>(content)
  return said.kind === 'view' ? said.view.text : []
}
const verdictOf = (failure: DeliveryFailure, more: Partial<OutboxRow> = {}) =>
  afterFailure(row(more), failure, world)

describe('a message of which nobody knows whether it arrived', () => {
  it.each([
    ['an edit', { class: 'edit' }, 'queued'],
    ['a receipt', { class: 'receipt' }, 'queued'],
    ['a card', { class: 'receipt', content: card }, 'queued'],
    ['a post on Telegram', { class: 'post' }, 'unknown'],
    ['a post on Discord', { class: 'post', platform: 'discord' }, 'queued'],
    ['an edit on Discord', { class: 'edit', platform: 'discord' }, 'queued'],
  ] as const)('as %s becomes as its class has it', (_, more, state) => {
    expect(verdictOf(LOST, more).change).toMatchObject({
      state,
      lastError: 'network: ECONNRESET',
      doubtSince: now,
    })
  })

  it('tells the operator of a post that waits for a person', () => {
    expect(verdictOf(LOST, { class: 'post' })).toMatchObject({ tell: 'error' })
    expect(verdictOf(LOST, { class: 'post' }).dead).toBeUndefined()
  })

  it('is marked as sent again when it is a receipt, with its code', () => {
    const { content } = verdictOf(LOST).change
    expect(wordsOf(content).map(({ key }) => key)).toEqual(['hello', 'receipt-again'])
    expect(wordsOf(content)[1]?.params).toEqual({ code: 'RC-42' })
  })

  it('is not marked when it is an edit, a card, or goes to Discord under the same nonce', () => {
    expect(verdictOf(LOST, { class: 'edit' }).change.content).toBeUndefined()
    expect(verdictOf(LOST, { content: card }).change.content).toBeUndefined()
    expect(verdictOf(LOST, { platform: 'discord' }).change.content).toBeUndefined()
  })

  it('is tried again as an edit after days in which we were away, and given up when they were spent in vain', () => {
    const days = { class: 'edit', createdAt: now - 70 * HOUR } as const
    for (const failure of [LOST, limited(5_000)]) {
      expect(verdictOf(failure, { ...days, attempts: 2 }).change.state).toBe('queued')
      expect(verdictOf(failure, { ...days, attempts: 12 }).change.state).toBe('dead')
      expect(
        verdictOf(failure, { class: 'edit', createdAt: now - 2 * HOUR, attempts: 30 }).change.state,
      ).toBe('queued')
    }
  })

  it('is given up as a receipt after the one repetition', () => {
    const { content } = verdictOf(LOST).change
    expect(verdictOf(LOST, { content, attempts: 2 })).toMatchObject({
      dead: 'other',
      change: { state: 'dead' },
    })
  })

  it('is sent again after a doubt, however often it had to queue before', () => {
    expect(verdictOf(LOST, { attempts: 9 }).change.state).toBe('queued')
  })

  it('goes to Discord again only while the nonce is surely remembered, counted from the first doubt', () => {
    const discord = { platform: 'discord', class: 'post', createdAt: now - 5 * HOUR } as const
    expect(verdictOf(LOST, discord).change.state).toBe('queued')
    expect(verdictOf(LOST, { ...discord, doubtSince: now - 100_000 }).change.state).toBe('queued')
    expect(verdictOf(LOST, { ...discord, doubtSince: now - 120_000 }).change.state).toBe('unknown')
    const late = verdictOf(LOST, { ...discord, class: 'receipt', doubtSince: now - 120_000 })
    expect(wordsOf(late.change.content).map(({ key }) => key)).toContain('receipt-again')
  })

  it('counts the doubt from the sending, not from when the answer was given up', () => {
    expect(verdictOf(LOST, { leaseUntil: now + LEASE_MS - 30_000 }).change.doubtSince).toBe(now - 30_000)
  })

  it('keeps the first doubt', () => {
    expect(verdictOf(LOST, { class: 'edit', doubtSince: now - 500 }).change.doubtSince).toBe(now - 500)
  })
})

describe('a message that was not accepted', () => {
  it.each(['edit', 'receipt', 'post'] as const)('as %s waits as long as the platform says', (kind) => {
    const { change, pause } = verdictOf(limited(7000), { class: kind })
    expect(change).toMatchObject({ state: 'queued', notBefore: now + 7000 })
    expect(pause).toEqual({ ms: 7000, everything: false })
  })

  it('makes everything wait when the platform says so', () => {
    expect(verdictOf(limited(7000, true)).pause).toEqual({ ms: 7000, everything: true })
  })

  it('waits longer each time when the word of the platform is not enough', () => {
    const waits = [1, 4, 8, 11, 30].map(
      (attempts) => (verdictOf(limited(1000), { attempts }).change.notBefore ?? 0) - now,
    )
    expect(waits[0]).toBe(1000)
    expect(waits[1]).toBeGreaterThanOrEqual(1000)
    expect(waits[2]).toBeGreaterThanOrEqual(16_000)
    expect(waits[3]).toBeGreaterThanOrEqual(128_000)
    expect(waits[4]).toBe(300_000)
  })

  it.each([
    [12, HOUR / 2, 'queued'],
    [11, 2 * HOUR, 'queued'],
    [12, 2 * HOUR, 'dead'],
    [2, 25 * HOUR, 'dead'],
  ])('after %i attempts in %i ms is %s', (attempts, age, state) => {
    const verdict = verdictOf(limited(1000), { attempts, createdAt: now - age })
    expect(verdict.change.state).toBe(state)
    expect(verdict.dead).toBe(state === 'dead' ? 'other' : undefined)
  })
})

describe('a message that was refused', () => {
  it.each([
    ['unreachable', 'unreachable', undefined],
    ['forbidden', 'forbidden', undefined],
    ['gone', 'gone', undefined],
    ['invalid', 'other', 'error'],
  ] as const)('as %s is given up', (kind, dead, tell) => {
    for (const of of ['edit', 'receipt'] as const)
      expect(verdictOf({ kind, detail: 'so it is' }, { class: of })).toEqual({
        change: { state: 'dead', lastError: 'so it is', settledAt: now },
        dead,
        tell,
      })
  })

  it('follows its chat at once, but not for ever', () => {
    const moved = { kind: 'moved', to: '-100' } as const
    expect(verdictOf(moved)).toMatchObject({ moved: '-100', change: { state: 'queued', notBefore: now } })
    expect(verdictOf(moved, { attempts: 12 })).toMatchObject({ dead: 'other' })
  })

  it('stops everything when the token is revoked, and is kept', () => {
    expect(verdictOf({ kind: 'unauthorised', detail: '401' })).toMatchObject({
      halt: true,
      tell: 'error',
      change: { state: 'queued', lastError: '401' },
    })
  })

  it('by our own code is tried again, then given up', () => {
    expect(afterMistake(row(), world)).toMatchObject({ change: { state: 'queued' } })
    expect(afterMistake(row({ attempts: 5 }), world)).toMatchObject({
      dead: 'other',
      tell: 'error',
      change: { lastError: 'it could not be drawn' },
    })
  })
})
