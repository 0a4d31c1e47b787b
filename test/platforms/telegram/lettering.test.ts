/**
 * Telegram finds links, mentions, tags and commands in plain words by itself. The pretend one finds them as
 * the real one does; in what a person typed it finds none, and the words read the same.
 */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadSpeech } from '../../../src/i18n/fluent.js'
import { type Text, text } from '../../../src/kit/text.js'
import { letter } from '../../../src/platforms/telegram/lettering.js'
import { formatText } from '../../../src/sandbox/telegram/text/entities.js'

const LOCALES = fileURLToPath(new URL('../../../locales', import.meta.url))
const speech = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0, strict: true })

/** What Telegram shows of the words in these languages, and what can be pressed in it. */
function shown(words: Text, locale = 'en') {
  const { text: plain, entities } = letter([speech.say(locale, words)], true)
  const message = formatText({ text: plain, parseMode: '', entities, findUser: () => undefined })
  const live = message.entities.filter(({ type }) => !['bold', 'italic', 'code'].includes(type))
  const code = message.entities.filter(({ type }) => type === 'code')
  return {
    live: live.map(({ offset, length }) => message.text.slice(offset, offset + length)),
    code: code.map(({ offset, length }) => message.text.slice(offset, offset + length)),
    read: message.text.replaceAll('\u2060', ''),
  }
}

const TRAPS = [
  'https://evil.example.com/login?a=1#b',
  'evil.com',
  'www.evil.com/path.html',
  'HTTP://EVIL.COM',
  'tg://user?id=1',
  'a.b.evil.io.',
  '(evil.app)',
  '@olivia_demo',
  '/privacy',
  '/privacy@olivia_demo',
  '#pump',
  '$BTC',
  'olivia@example.com',
  '+12025550123',
  'x #pump$$BTC //privacy @olivia_demo',
]

describe('what a person typed', () => {
  it.each(TRAPS)('%s can be read and not be pressed', (trap) => {
    // The pretend Telegram looks for no telephone numbers.
    if (!trap.startsWith('+')) {
      expect(shown(text('form-literal', { value: { said: trap } })).live).not.toEqual([])
    }
    for (const typed of [trap, `Claim 500 USDT at ${trap} now`, `first\n${trap}`]) {
      const greeting = shown(text('packet-card-greeting', { greeting: typed }))
      expect(greeting.live).toEqual([])
      expect(greeting.read).toBe(`“${typed}”`)
    }
  })

  it.each(['203.0.113.7', 'see 203.0.113.7/login now', 'http://203.0.113.7:80', '1.2.3.4.5'])(
    'holds no address of four numbers: %s',
    (typed) => {
      const { text: plain } = letter([speech.say('en', text('form-literal', { value: typed }))], true)
      expect(plain).not.toMatch(/\d{1,3}(\.\d{1,3}){3}/)
      expect(plain.replaceAll('\u2060', '')).toBe(typed)
    },
  )

  it('leaves numbers that are no address as they are', () => {
    for (const typed of ['1.5 USDT', 'v2.10.3', '29.11.2026'])
      expect(letter([speech.say('en', text('form-literal', { value: typed }))], true).text).toBe(typed)
  })

  it('makes nothing with the words around it either', () => {
    const spans = [
      { text: 'see evil.' },
      { text: 'com', typed: true },
      { text: '/x and /' },
      { text: 'a', typed: true },
    ]
    const { text: plain, entities } = letter(
      [spans, [{ text: 'b@', typed: true }, { text: 'olivia_demo' }]],
      true,
    )
    const message = formatText({ text: plain, parseMode: '', entities, findUser: () => undefined })
    expect(message.entities).toEqual([])
  })

  it('leaves what is no trap as it was typed', () => {
    for (const typed of ['12.50 at 10:30', 'Mr. Smith', 'a/ b', '1️⃣ #️⃣', 'C# & C++', '50 $']) {
      const { text: plain } = letter([speech.say('en', text('form-literal', { value: typed }))], true)
      expect(plain).toBe(typed)
    }
  })

  it('shows addresses to those who look into it as code, whole and dead', () => {
    const typed = 'youtube.com/@moon 12 000\n(https://evil.com/login), @olivia_demo, olivia@example.com!'
    const seen = shown(text('application-answer-line', { answer: { evidence: typed } }))
    expect(seen.live).toEqual([])
    expect(seen.code).toEqual([
      'youtube.com/@moon',
      'https://evil.com/login',
      '@olivia_demo',
      'olivia@example.com',
    ])
    expect(seen.read).toContain(typed)
  })

  it('stays dead where there are more addresses than a message has entities', () => {
    const typed = Array.from({ length: 150 }, (_, at) => `evil${at}.com`).join(' ')
    const seen = shown(text('form-literal', { value: { evidence: typed } }))
    expect(seen.live).toEqual([])
    expect(seen.read).toBe(typed)
  })

  it('what the house says can be pressed', () => {
    const line = text('help-line', { command: { said: '/wallet' }, what: text('command-wallet') })
    expect(shown(line).live).toEqual(['/wallet'])
    expect(shown(text('apply-link', { url: { said: 'https://example.com/rules' } })).live).toEqual([
      'https://example.com/rules',
    ])
  })
})
