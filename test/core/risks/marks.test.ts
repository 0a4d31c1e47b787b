/** What makes two addresses, accounts or numbers the same. */
import { expect, it } from 'vitest'
import { marksOf } from '../../../src/core/risks/marks.js'

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
