import { describe, expect, test } from 'vitest'
import { ApiRefusal } from '../../../src/sandbox/telegram/refusal.js'
import { detectEntities } from '../../../src/sandbox/telegram/text/detect.js'
import { formatText } from '../../../src/sandbox/telegram/text/entities.js'

const ana = { id: 5, is_bot: false, first_name: 'Ana' }

function format(text: string, parseMode: string, entities?: unknown) {
  return formatText({ text, parseMode, entities, findUser: (id) => (id === 5 ? ana : undefined) })
}

function complaint(text: string, parseMode: string, entities?: unknown): string {
  try {
    format(text, parseMode, entities)
  } catch (error) {
    if (error instanceof ApiRefusal) return error.message
    throw error
  }
  throw new Error('expected a refusal')
}

describe('HTML', () => {
  const shown: [string, string, object[]][] = [
    ['<b>a</b><strong>b</strong>', 'ab', [e('bold', 0, 1), e('bold', 1, 1)]],
    ['<i>a</i> <em>b</em>', 'a b', [e('italic', 0, 1), e('italic', 2, 1)]],
    ['<u>a</u><ins>b</ins>', 'ab', [e('underline', 0, 1), e('underline', 1, 1)]],
    ['<s>a</s><strike>b</strike><del>c</del>', 'abc', [0, 1, 2].map((at) => e('strikethrough', at, 1))],
    [
      '<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>',
      'ab',
      [e('spoiler', 0, 1), e('spoiler', 1, 1)],
    ],
    ['<b>x <i>y</i></b>', 'x y', [e('bold', 0, 3), e('italic', 2, 1)]],
    ['👋<b>é</b>', '👋é', [e('bold', 2, 1)]],
    [
      '<a href="https://example.com/?a=1&amp;b=2">x</a>',
      'x',
      [e('text_link', 0, 1, { url: 'https://example.com/?a=1&b=2' })],
    ],
    ['<a href="example.com">x</a>', 'x', [e('text_link', 0, 1, { url: 'http://example.com/' })]],
    ['<a href="not a link">x</a>', 'x', []],
    ['<a href="tg://user?id=5">Ana</a>', 'Ana', [e('text_mention', 0, 3, { user: ana })]],
    ['<a href="tg://user?id=6">Eve</a>', 'Eve', []],
    ['<code>a &lt; b</code>', 'a < b', [e('code', 0, 5)]],
    ['<pre>x</pre>', 'x', [e('pre', 0, 1)]],
    ['<pre><code class="language-ts">x</code></pre>', 'x', [e('pre', 0, 1, { language: 'ts' })]],
    ['<code class="language-ts">x</code>', 'x', [e('code', 0, 1)]],
    ['<blockquote>q</blockquote>', 'q', [e('blockquote', 0, 1)]],
    ['<blockquote expandable>q</blockquote>', 'q', [e('expandable_blockquote', 0, 1)]],
    [
      '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
      '👍',
      [e('custom_emoji', 0, 2, { custom_emoji_id: '5368324170671202286' })],
    ],
    [
      '<tg-time unix="1647531900" format="DTw">then</tg-time>',
      'then',
      [e('date_time', 0, 4, { unix_time: 1647531900, date_time_format: 'wDT' })],
    ],
    ['<tg-time unix="0">then</tg-time>', 'then', []],
    ['<B>a</B> &#65;&#x42; &copy; &amp', 'a AB &copy; &', [e('bold', 0, 1)]],
    ['<b></b>a', 'a', []],
    ['a <b>b</>', 'a b', [e('bold', 2, 1)]],
  ]
  test.each(shown)('%s', (source, text, entities) => {
    expect(format(source, 'HTML')).toEqual({ text, entities })
  })

  const wrong: [string, string][] = [
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['é<x>', 'Unsupported start tag "x" at byte offset 2'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<a href>x', 'Can\'t find end tag corresponding to start tag "a"'],
    ['<a href=', 'Unclosed start tag "a" at byte offset 0'],
    ['<a href=x"y>z</a>', 'Unexpected end of name token at byte offset 8'],
    ['<a "x">z</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href="x', 'Unclosed start tag at byte offset 0'],
    ['<span class="x">a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b>a</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['<tg-emoji emoji-id="x">a</tg-emoji>', 'Invalid custom emoji identifier specified'],
    ['<tg-time unix="5" format="q">a</tg-time>', 'Invalid date format used'],
    [
      '&#xd800;',
      'Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units',
    ],
  ]
  test.each(wrong)('%s is refused', (source, reason) => {
    expect(complaint(source, 'html')).toBe(`Bad Request: can't parse entities: ${reason}`)
  })
})

/** An entity as Telegram writes it. */
function e(type: string, offset: number, length: number, more: object = {}) {
  return { type, offset, length, ...more }
}

describe('MarkdownV2', () => {
  const shown: [string, string, object[]][] = [
    [
      '*a* _b_ __c__ ~d~ ||e||',
      'a b c d e',
      [
        e('bold', 0, 1),
        e('italic', 2, 1),
        e('underline', 4, 1),
        e('strikethrough', 6, 1),
        e('spoiler', 8, 1),
      ],
    ],
    ['*a _b_*', 'a b', [e('bold', 0, 3), e('italic', 2, 1)]],
    ['1\\.5 \\(x\\)', '1.5 (x)', []],
    ['`a*b`', 'a*b', [e('code', 0, 3)]],
    ['```ts\nx\n```', 'x\n'.trimEnd(), [e('pre', 0, 1, { language: 'ts' })]],
    ['```x```', 'x', [e('pre', 0, 1)]],
    ['[x](https://example.com/a\\)b)', 'x', [e('text_link', 0, 1, { url: 'https://example.com/a)b' })]],
    ['[Ana](tg://user?id=5)', 'Ana', [e('text_mention', 0, 3, { user: ana })]],
    ['![👍](tg://emoji?id=53)', '👍', [e('custom_emoji', 0, 2, { custom_emoji_id: '53' })]],
    [
      '![then](tg://time?unix=5&format=r)',
      'then',
      [e('date_time', 0, 4, { unix_time: 5, date_time_format: 'r' })],
    ],
    ['>q\n>r\na', 'q\nr\na', [e('blockquote', 0, 4)]],
    ['>q\n>r||', 'q\nr', [e('expandable_blockquote', 0, 3)]],
    ['**x**', 'x', []],
  ]
  test.each(shown)('%s', (source, text, entities) => {
    expect(format(source, 'MarkdownV2')).toEqual({ text, entities })
  })

  const wrong: [string, string][] = [
    ['1.5', "Character '.' is reserved and must be escaped with the preceding '\\'"],
    ['a - b', "Character '-' is reserved and must be escaped with the preceding '\\'"],
    ['a!', "Character '!' is reserved and must be escaped with the preceding '\\'"],
    ['é *a', "Can't find end of Bold entity at byte offset 3"],
    ['_a', "Can't find end of Italic entity at byte offset 0"],
    ['`a', "Can't find end of Code entity at byte offset 0"],
    ['[a](b', "Can't find end of a URL at byte offset 4"],
    ['![a]b', 'The entity must contain a tg://emoji or tg://time URL'],
    ['![a](http://x.com)', 'Invalid tg://emoji or tg://time URL specified'],
  ]
  test.each(wrong)('%s is refused', (source, reason) => {
    expect(complaint(source, 'MarkdownV2')).toBe(`Bad Request: can't parse entities: ${reason}`)
  })
})

describe('explicit entities', () => {
  test('are taken as they are, sorted, automatic ones dropped', () => {
    const given = [
      { type: 'italic', offset: 3, length: 2 },
      { type: 'bold', offset: 0, length: 5, extra: true },
      { type: 'url', offset: 0, length: 5 },
      { type: 'code', offset: 0, length: 0 },
    ]
    expect(format('hello', '', given)).toEqual({
      text: 'hello',
      entities: [e('bold', 0, 5), e('italic', 3, 2)],
    })
  })

  const wrong: [string, unknown, string][] = [
    ['hi', ['x'], "can't parse MessageEntity: expected an Object"],
    ['hi', [{ offset: 0, length: 1 }], 'can\'t parse MessageEntity: Can\'t find field "type"'],
    ['hi', [{ type: 'bold', length: 1 }], 'can\'t parse MessageEntity: Can\'t find field "offset"'],
    [
      'hi',
      [{ type: 'bold', offset: 'x', length: 1 }],
      'can\'t parse MessageEntity: Field "offset" must be a valid Number',
    ],
    ['hi', [{ type: 'loud', offset: 0, length: 1 }], "can't parse MessageEntity: Unsupported type specified"],
    ['hi', [{ type: 'bold', offset: -1, length: 1 }], 'receive an entity with incorrect offset -1'],
    [
      'hi',
      [{ type: 'bold', offset: 3, length: 1 }],
      'entity begins after the end of the text at UTF-16 offset 3',
    ],
    [
      'hi',
      [{ type: 'bold', offset: 1, length: 5 }],
      'entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 6',
    ],
    [
      '👋!',
      [{ type: 'bold', offset: 1, length: 2 }],
      'entity begins in a middle of a UTF-16 symbol at byte offset 4',
    ],
    [
      '👋!',
      [{ type: 'bold', offset: 0, length: 1 }],
      'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 4',
    ],
  ]
  test.each(wrong)('%s with %j is refused', (text, entities, reason) => {
    expect(complaint(text, '', entities)).toBe(`Bad Request: ${reason}`)
  })

  test('an unknown parse mode', () => {
    expect(complaint('a', 'bbcode')).toBe('Bad Request: unsupported parse_mode')
    expect(complaint('a', 'Markdown')).toBe(
      'Bad Request: the sandbox does not read the legacy Markdown style, use MarkdownV2 or HTML',
    )
  })

  test('more than 32 KiB before parsing', () => {
    expect(complaint('x'.repeat((1 << 15) + 1), 'HTML')).toBe('Bad Request: text is too long')
  })
})

describe('cleaning', () => {
  test('trims, blanks control characters, removes overrides and moves entities along', () => {
    expect(format('\u202e \n<b>a\u0007b\r</b>  \n', 'HTML')).toEqual({
      text: 'a b',
      entities: [e('bold', 0, 3)],
    })
  })

  test('leading space inside an entity stays', () => {
    expect(format('<b> a</b>', 'HTML')).toEqual({ text: ' a', entities: [e('bold', 0, 2)] })
  })
})

describe('what Telegram finds by itself', () => {
  const found: [string, object[]][] = [
    ['/start', [e('bot_command', 0, 6)]],
    ['/red_packet@some_bot 5', [e('bot_command', 0, 20)]],
    ['a/b and /c', [e('bot_command', 8, 2)]],
    ['hi @olivia_demo!', [e('mention', 3, 12)]],
    ['see https://example.com/a?b=1.', [e('url', 4, 25)]],
    ['see t.me/bot?start=1', [e('url', 4, 16)]],
    ['mail a.b@example.com', [e('email', 5, 15)]],
    ['#tag #1 $USD', [e('hashtag', 0, 4), e('cashtag', 8, 4)]],
    ['#标签', [e('hashtag', 0, 3)]],
    ['1.5 and 2/3', []],
  ]
  test.each(found)('%s', (text, entities) => {
    expect(detectEntities(text)).toEqual(entities)
  })

  test('nothing inside code or links', () => {
    expect(format('<code>/start</code> /help', 'HTML').entities).toEqual([
      e('code', 0, 6),
      e('bot_command', 7, 5),
    ])
  })
})
