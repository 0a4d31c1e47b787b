/** What is measured before it is rendered has room where it is rendered, whatever people write. */
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { loadSpeech } from '../../src/i18n/fluent.js'
import { fitted, paged } from '../../src/interaction/room.js'
import type { Text } from '../../src/kit/text.js'
import { renderMessage as onDiscord } from '../../src/platforms/discord/render.js'
import { renderMessage as onTelegram } from '../../src/platforms/telegram/render.js'
import { fakeRendering } from '../platforms/telegram/setup.js'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))
const SPEECH = loadSpeech(LOCALES, { scaleOf: () => 6, now: () => 0 })

/** What stands on the message of each platform. */
function rendered(lines: readonly Text[], locale: string): [discord: string, telegram: string] {
  const view = { text: [...lines] }
  const rendering = { speech: SPEECH, order: new Map(), application: () => '1', dropped: () => undefined }
  const discord = onDiscord(view, locale, rendering as never).components[0].components[0] as {
    content: string
  }
  const scene = { isGroup: false, isReply: false }
  const telegram = onTelegram(view, locale, { ...fakeRendering(), speech: SPEECH }, scene)
  return [discord.content, telegram.text]
}

/** What takes more room than it seems to, on one platform or both. */
const TRICKS = {
  prose: 'I have kept it. ',
  lists: '-\n',
  quotes: '> a\n',
  headings: '# a\n',
  numbers: '1. a\n',
  addresses: 'a.co ',
  'quoted addresses': '"a.co", ',
  handles: '@moon ',
  everyone: '@here',
  schemes: 'a://b ',
  tags: '#a$b+c/d ',
  stars: '*',
  ticks: '`',
  escapes: '\\_~|[<',
  'numbers of machines': '1.1.1.1 ',
  faces: '👩‍👩‍👧 ',
}

/** So many characters of it, which end in a word of their own. */
function written(trick: string, end: string, length = 1000): string {
  return `${trick.repeat(Math.ceil(length / trick.length)).slice(0, length - end.length - 1)} ${end}`
}

const END: Text = { key: 'case-own-reply-line', params: { reply: { evidence: 'THE-END' } } }

/** Three texts of people, in which addresses are shown as code or not, and a last line. */
const linesOf = (trick: string): Text[] => [
  { key: 'case-words', params: { words: { evidence: written(trick, 'FIRST') } } },
  { key: 'case-reply-line', params: { reply: { evidence: written(trick, 'SECOND') } } },
  { key: 'application-note', params: { note: { said: written(trick, 'THIRD') } } },
  { key: 'application-appeal-line', params: { appeal: written(trick, 'FOURTH', 600) } },
  END,
]

it.each(Object.entries(TRICKS))('leaves nothing for a renderer to cut: %s', (_, trick) => {
  for (const count of [1, 2, 3, 4]) {
    const given = [...linesOf(trick).slice(0, count), END]
    const { lines, isWhole } = fitted(given)
    for (const locale of ['en', 'es', 'ru', 'zh-CN']) {
      for (const one of rendered(lines, locale)) {
        expect(one, `${locale}, ${count} texts`).toContain('THE-END')
        expect(one.includes('…'), `${locale}, ${count} texts`).toBe(!isWhole)
      }
    }
  }
})

it.each(Object.entries(TRICKS))('puts all of it in messages that hold it: %s', (_, trick) => {
  const long = { key: 'case-reply-line', params: { reply: { evidence: written(trick, 'LONGEST', 6000) } } }
  const pages = paged([...linesOf(trick), long, END])
  for (const locale of ['en', 'es', 'ru', 'zh-CN']) {
    const shown = pages.map((lines) => rendered(lines, locale))
    for (const platform of [0, 1] as const) {
      const all = shown.map((one) => one[platform])
      for (const one of all) expect(one).not.toContain('…')
      for (const end of ['FIRST', 'SECOND', 'THIRD', 'FOURTH', 'LONGEST', 'THE-END']) {
        expect(all.join('\n'), end).toContain(end)
      }
    }
  }
})

it('cuts the longest alone, and says so', () => {
  const short = { key: 'case-words', params: { words: { evidence: 'Ten posts an hour.' } } }
  const long = { key: 'case-reply-line', params: { reply: { evidence: written('-\n', 'END', 4000) } } }
  const { lines, isWhole } = fitted([short, long, END])
  expect(isWhole).toBe(false)
  expect([lines[0], lines[2]]).toEqual([short, END])
  expect(rendered(lines, 'en')[0].length).toBeGreaterThan(3000)
})
