/** What makes two addresses, accounts or numbers the same. */
import { expect, it } from 'vitest'
import { marksOf } from '../../../src/core/risks/marks.js'
import { reachesIn } from '../../../src/kit/reach.js'

const NONE = { channels: [], communities: [] }
const place = (channel: string) => marksOf({ ...NONE, channels: [channel] })[0]?.mark
const address = (email: string) => marksOf({ ...NONE, email })[0]?.mark

it.each([
  'https://www.Twitter.com/Moon/?s=20',
  'x.com/moon',
  'HTTP://x.com/moon#top',
  'mobile.twitter.com/moon',
])('%s is one account', (typed) => {
  expect(place(typed)).toBe('x.com/moon')
})

it.each([
  ['t.me/moon', 't.me/moons'],
  ['x.com/moon', 't.me/moon'],
  ['twitter.company/moon', 'x.com/moon'],
])('%s and %s are two', (one, other) => {
  expect(place(one)).not.toBe(place(other))
})

const lineMark = (line: string) => place(reachesIn(line)[0]?.place ?? '')

it.each([
  ...['t.me/moon 9000', 't.me/moon > 9000', 't.me/moon 10-20k', 't.me/moon ✓ 9000', 't.me/moon ✓9000'],
  ...[
    '9000 t.me/moon',
    '(t.me/moon) 9000',
    'my channel: t.me/moon, many',
    't.me/moon:9000',
    't.me/moon. 9000',
  ],
])('%s is t.me/moon, whatever stands around it', (line) => {
  expect(lineMark(line)).toBe('t.me/moon')
})

it('digits at the end of a link are a part of it', () => {
  expect(lineMark('vk.com/club-1000')).toBe('vk.com/club-1000')
  expect(lineMark('vk.com/club-2000 300')).toBe('vk.com/club-2000')
})

it('a handle is one with its platform, and a name without the signs after it', () => {
  for (const line of [
    'Telegram @moon',
    'Telegram: @Moon > 9000',
    'telegram @moon 10-20k',
    '9000 Telegram @moon',
  ]) {
    expect(lineMark(line)).toBe('telegram @moon')
  }
  expect(lineMark('X @moon')).toBe('x @moon')
  expect(lineMark('x.com @moon 12k')).toBe('x.com @moon')
  expect(lineMark('x.com/?s=20 @moon 12k')).toBe('x.com @moon')
  expect(lineMark('@moon@mastodon.social 500')).toBe('@moon@mastodon.social')
  expect(lineMark('https://www.moontalk.io/ 500')).toBe('moontalk.io')
  expect(lineMark('youtube.com Moon Talk 500')).toBe('youtube.com moon talk')
  expect(lineMark('Moon Talk ✓ 900')).toBe('moon talk')
  expect(lineMark('Moon Talk (Telegram) 900')).toBe('moon talk (telegram)')
})

it('finds the same mailbox behind dots and additions, where the host does', () => {
  expect(address('Moo.n+news@googlemail.com')).toBe('moon@gmail.com')
  expect(address('moo.n@example.com')).toBe('moo.n@example.com')
})

it('keeps each once, and nothing of what was not answered', () => {
  expect(
    marksOf({ uid: '0042', email: '', channels: ['t.me/a', 'T.me/a/'], communities: ['t.me/a'] }),
  ).toEqual([
    { kind: 'uid', mark: '42' },
    { kind: 'channel', mark: 't.me/a' },
    { kind: 'community', mark: 't.me/a' },
  ])
})
