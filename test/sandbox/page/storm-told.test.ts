import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../src/sandbox/contract.js'
import { createTold, endOf, kindOf, patternOf, textOf } from '../../../src/sandbox/storm-told.js'

const reply = (message: unknown, ephemeral = true, update = false): Outcome => ({
  kind: 'message',
  message,
  ephemeral,
  update,
})

const toast = (text: string): Outcome => ({ kind: 'toast', text, alert: false })
const alert = (text: string): Outcome => ({ kind: 'toast', text, alert: true })

describe('the form of an outcome', () => {
  it.each<[Outcome, string]>([
    [{ kind: 'none' }, 'silent'],
    [{ kind: 'toast', text: '', alert: true }, 'silent'],
    [{ kind: 'toast', text: 'You got 1', alert: false }, 'toast'],
    [{ kind: 'toast', text: 'Empty', alert: true }, 'alert'],
    [reply({}), 'private'],
    [reply({}, false), 'public'],
    [reply({}, false, true), 'update'],
    [{ kind: 'modal', modal: 'm', data: {} }, 'modal'],
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'impossible', reason: { code: 'no-button' } }, 'impossible'],
  ])('%j is %s', (outcome, kind) => {
    expect(kindOf(outcome)).toBe(kind)
  })

  it('says how the press ended', () => {
    expect(endOf('timeout')).toBe('unanswered')
    expect(endOf('impossible')).toBe('turnedAway')
    expect(endOf('alert')).toBe('answered')
    expect(endOf('silent')).toBe('answered')
  })
})

describe('the words of an outcome', () => {
  it('are those of both kinds of Discord messages', () => {
    const plain = { content: 'You got', embeds: [{ title: '1 USDT', description: 'in your\nwallet' }] }
    expect(textOf(reply(plain))).toBe('You got 1 USDT in your wallet')
    const parts = {
      content: '',
      components: [{ type: 17, components: [{ type: 10, content: '## **Empty**\n-# `x`' }] }],
    }
    expect(textOf(reply(parts))).toBe('Empty x')
  })

  it('are the toast or the title of a form; a reason is no text', () => {
    expect(textOf({ kind: 'toast', text: 'a\nb', alert: false })).toBe('a b')
    expect(textOf({ kind: 'impossible', reason: { code: 'message-gone' } })).toBe('')
    expect(textOf({ kind: 'modal', modal: 'm', data: { title: 'Words' } })).toBe('Words')
    expect(textOf({ kind: 'timeout' })).toBe('')
  })

  it('are cut when they are long', () => {
    expect(textOf({ kind: 'toast', text: 'x'.repeat(5000), alert: false })).toBe(`${'x'.repeat(219)}…`)
  })

  it('are the same but for their numbers', () => {
    expect(patternOf('You got 1.25 USDT, share 3 of 20')).toBe('You got # USDT, share # of #')
    expect(patternOf('1,000.50')).toBe('#')
    expect(patternOf('领到 １２ USDT')).toBe('领到 # USDT')
    expect(patternOf('1\u202f000,5 и 2.')).toBe('# и #.')
    const ends = (at: number) => patternOf(textOf(reply({ content: `Ends <t:${at}:R>.` })))
    expect([ends(0), ends(1_796_012_259)]).toEqual(['Ends #.', 'Ends #.'])
  })
})

describe('the table of what people were told', () => {
  it('groups by form and pattern, the most frequent first', () => {
    const told = createTold()
    told.add('telegram', toast('You got 1 USDT'))
    told.add('discord', reply({ content: 'Empty' }, true))
    told.add('discord', toast('You got 2.5 USDT'))
    expect(told.top()).toEqual({
      rows: [
        {
          pattern: 'You got … USDT',
          example: 'You got 1 USDT',
          kind: 'toast',
          platforms: ['telegram', 'discord'],
          count: 2,
        },
        { pattern: 'Empty', example: 'Empty', kind: 'private', platforms: ['discord'], count: 1 },
      ],
      more: { rows: 0, count: 0 },
    })
  })

  it('keeps a number that is the same for all, and only the others are left open', () => {
    const told = createTold()
    told.add('telegram', alert('All 20 shares are taken after 1.5 s'))
    told.add('telegram', alert('All 20 shares are taken after 3 s'))
    told.add('discord', toast('Ends 2026-11-30 04:17 UTC'))
    expect(told.top().rows.map(({ pattern }) => pattern)).toEqual([
      'All 20 shares are taken after … s',
      'Ends 2026-11-30 04:17 UTC',
    ])
  })

  it('keeps reasons as they are, and leaves open what was not the same for all', () => {
    const told = createTold()
    const left = (name: string): Outcome => ({ kind: 'impossible', reason: { code: 'not-in-chat', name } })
    told.add('telegram', left('Ana'))
    told.add('telegram', { kind: 'impossible', reason: { code: 'no-button' } })
    told.add('telegram', left('Kofi'))
    told.add('discord', left('Ana'))
    expect(told.top().rows.map(({ reason, count, kind }) => [kind, reason, count])).toEqual([
      ['impossible', { code: 'not-in-chat', name: '…' }, 3],
      ['impossible', { code: 'no-button' }, 1],
    ])
  })

  it('shows twelve rows and counts the rest, however many different texts there are', () => {
    const told = createTold()
    const word = (index: number) => index.toString(2).replace(/0/g, 'a').replace(/1/g, 'b')
    for (let index = 0; index < 1000; index++) told.add('telegram', toast(word(index)))
    const { rows, more } = told.top()
    expect(rows).toHaveLength(12)
    expect(more.count + rows.length).toBe(1000)
  })
})
