import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Button, Field, View } from '../../../src/interaction/view.js'
import {
  fitsToast,
  renderEdit,
  renderMessage,
  renderPlain,
  renderToast,
} from '../../../src/platforms/telegram/render.js'
import { fakeRendering, words } from './setup.js'

const rendering = fakeRendering()
const HERE = { isGroup: false, isReply: false }
const GROUP = { isGroup: true, isReply: true }
const field: Field = {
  name: 'amount',
  label: words('How much?'),
  hint: words('for example 50'),
  required: true,
}
const press = (label: string, more: object = {}): Button => ({
  kind: 'press',
  label: words(label),
  press: { command: 'claim', values: { packet: 'p1' } },
  ...more,
})
const show = (view: View, scene = HERE, using = rendering) => renderMessage(view, 'en', using, scene)
const keys = (rows: Button[][], using = rendering) => {
  const markup = show({ text: [words('x')], rows }, HERE, using).reply_markup
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard : undefined
}

describe('text', () => {
  test('one paragraph a line, styles as entities in UTF-16 units, no preview', () => {
    const view = {
      text: [words('🎁 hi'), words('bold', { style: 'bold' }), words('code', { style: 'code' })],
    }
    expect(show(view)).toEqual({
      text: '🎁 hi\nbold\ncode',
      entities: [
        { type: 'bold', offset: 6, length: 4 },
        { type: 'code', offset: 11, length: 4 },
      ],
      link_preview_options: { is_disabled: true },
    })
  })

  test('what a person typed is never markup', () => {
    const evil = '<b>x</b> *y* [z](tg://user?id=1) `k`'
    expect(show({ text: [words(evil)] })).toEqual({ text: evil, link_preview_options: { is_disabled: true } })
  })

  test('moments are shown in the reader’s zone where the server can, else in words', () => {
    const view: View = { text: [words('at noon', { at: { instant: 1_790_000_000_999, as: 'moment' } })] }
    expect(show(view).entities).toEqual([
      { type: 'date_time', offset: 0, length: 7, unix_time: 1_790_000_000, date_time_format: 'Dt' },
    ])
    const relative: View = { text: [words('soon', { at: { instant: 1_790_000_000_000, as: 'relative' } })] }
    expect(show(relative).entities).toMatchObject([{ date_time_format: 'r' }])
    // Each reader's app would write it in its own language, amid a sentence in the group's.
    expect(show({ ...relative, audience: 'everyone' }).entities).toMatchObject([{ date_time_format: 'Dt' }])
    expect(show(view, HERE, fakeRendering({ dateTime: false }))).toEqual({
      text: 'at noon',
      link_preview_options: { is_disabled: true },
    })
  })

  test.each([[0], [-1], [2 ** 31 * 1000], [Number.NaN]])(
    'the moment %d is beyond the server and stays words',
    (instant) => {
      expect(show({ text: [words('then', { at: { instant, as: 'moment' } })] }).entities).toBeUndefined()
    },
  )

  test('4096 units fit, one more is cut with an ellipsis', () => {
    expect(show({ text: [words('x'.repeat(4096))] }).text).toBe('x'.repeat(4096))
    const cut = show({ text: [words('x'.repeat(4097), { style: 'bold' }), words('lost')] })
    expect(cut.text).toBe(`${'x'.repeat(4095)}…`)
    expect(cut.entities).toEqual([{ type: 'bold', offset: 0, length: 4095 }])
  })

  test('the cut never goes through a character', () => {
    const { text } = show({ text: [words(`x${'😀'.repeat(2048)}`)] })
    expect(text.length).toBeLessThanOrEqual(4096)
    expect(text).toMatch(/😀…$/u)
    expect(text).not.toMatch(/\p{Surrogate}/u)
  })

  test('half a character becomes a replacement at the same length', () => {
    expect(show({ text: [words('a\uD83Db')] }).text).toBe('a\uFFFDb')
  })

  test('no words at all are an ellipsis, because Telegram refuses an empty text', () => {
    expect(show({ text: [] }).text).toBe('…')
    expect(show({ text: [words('  \n ')] }).text).toBe('…')
  })

  test('at most 100 entities', () => {
    const text = Array.from({ length: 150 }, () => words('b', { style: 'bold' }))
    expect(show({ text }).entities).toHaveLength(100)
  })

  test('every view gives a text of 1–4096 units with entities inside it', () => {
    const span = fc.tuple(
      fc.string({ unit: 'binary', maxLength: 3000 }),
      fc.constantFrom('bold', 'code', 'plain'),
    )
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const { text, entities = [] } = show({ text: spans.map(([value, style]) => words(value, { style })) })
        expect(text.length).toBeGreaterThan(0)
        expect(text.length).toBeLessThanOrEqual(4096)
        for (const { offset, length } of entities) {
          expect(length).toBeGreaterThan(0)
          expect(offset + length).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('buttons', () => {
  test('each kind', () => {
    const rows: Button[][] = [
      [press('Open', { style: 'success' }), press('No', { style: 'plain' })],
      [{ kind: 'link', label: words('Site'), url: 'https://example.org' }],
      [{ kind: 'copy', label: words('Copy'), text: 'code-1' }],
      [{ kind: 'private', label: words('Private'), payload: 'pk_1' }],
      [{ kind: 'type', label: words('Type'), field, press: { command: 'wallet', values: {} } }],
      [press('Claimed', { disabled: true })],
    ]
    expect(keys(rows)).toEqual([
      [
        { text: 'Open', callback_data: '1claim:p1', style: 'success' },
        { text: 'No', callback_data: '1claim:p1' },
      ],
      [{ text: 'Site', url: 'https://example.org' }],
      [{ text: 'Copy', copy_text: { text: 'code-1' } }],
      [{ text: 'Private', url: 'https://t.me/partner_bot?start=pk_1' }],
      [{ text: 'Type', callback_data: '1wallet' }],
      [{ text: 'Claimed', disabled: {} }],
    ])
  })

  test('an older server shows a disabled button enabled, and a copy as code', () => {
    const old = fakeRendering({ disabled: false, copyText: false })
    const view: View = {
      text: [words('x')],
      rows: [[press('Claimed', { disabled: true })], [{ kind: 'copy', label: words('Code:'), text: 'abc' }]],
    }
    expect(show(view, HERE, old)).toMatchObject({
      text: 'x\nCode: abc',
      entities: [{ type: 'code', offset: 8, length: 3 }],
      reply_markup: { inline_keyboard: [[{ text: 'Claimed', callback_data: '1claim:p1' }]] },
    })
  })

  test('a copy of more than 256 characters is shown as code', () => {
    const view: View = {
      text: [words('x')],
      rows: [[{ kind: 'copy', label: words('Code:'), text: 'c'.repeat(257) }]],
    }
    expect(show(view)).toEqual({
      text: `x\nCode: ${'c'.repeat(257)}`,
      entities: [{ type: 'code', offset: 8, length: 257 }],
      link_preview_options: { is_disabled: true },
    })
  })

  test.each([
    [['1', '5', '10', '20', '50'], [5]],
    [['Short', 'Also short'], [2]],
    [
      ['A rather long label here', 'Another long one'],
      [1, 1],
    ],
    [
      ['拆红包领取今日奖励金', '查看全部领取记录明细'],
      [1, 1],
    ],
    [Array.from({ length: 12 }, (_, n) => String(n)), [6, 6]],
    [
      ['one of them is far too long for a row of phones', 'b', 'c'],
      [1, 1, 1],
    ],
  ])('a row of %j', (labels, widths) => {
    expect(keys([labels.map((label) => press(label))])?.map((row) => row.length)).toEqual(widths)
  })

  test('at most 100, and an empty label is an ellipsis', () => {
    expect(keys([Array.from({ length: 120 }, () => press('x'))])?.flat()).toHaveLength(100)
    expect(keys([[press('')]])).toEqual([[{ text: '…', callback_data: '1claim:p1' }]])
  })

  test('a press that does not fit is our mistake', () => {
    const big = { command: 'claim', values: { packet: 'p'.repeat(60) } }
    expect(() => keys([[press('x', { press: big })]])).toThrow('a button of claim takes 67 bytes of 64')
  })

  test('no rows, no keyboard', () => {
    expect(show({ text: [words('x')], rows: [[], []] })).not.toHaveProperty('reply_markup')
  })
})

describe('a question', () => {
  const asking: View = { text: [words('How much?')], awaits: field }

  test('without buttons opens the reply field', () => {
    expect(show(asking).reply_markup).toEqual({
      force_reply: true,
      input_field_placeholder: 'for example 50',
    })
    expect(show(asking, GROUP).reply_markup).toEqual({
      force_reply: true,
      input_field_placeholder: 'for example 50',
      selective: true,
    })
  })

  test('a placeholder of more than 64 characters is cut', () => {
    const long: View = { ...asking, awaits: { ...field, hint: words('y'.repeat(80)) } }
    expect(show(long).reply_markup).toMatchObject({ input_field_placeholder: `${'y'.repeat(63)}…` })
  })

  test('with buttons opens it too where the server can', () => {
    expect(show({ ...asking, rows: [[press('50')]] }).reply_markup).toEqual({
      inline_keyboard: [[{ text: '50', callback_data: '1claim:p1' }]],
      force_reply: true,
    })
  })

  test('with buttons on an older server asks for a reply in a group, and needs none in private', () => {
    const old = fakeRendering({ replyKeyboard: false })
    const view: View = { ...asking, rows: [[press('50')]] }
    expect(show(view, GROUP, old)).toMatchObject({
      text: 'How much?\ntelegram-reply-here',
      reply_markup: { inline_keyboard: [[{ text: '50' }]] },
    })
    expect(show(view, HERE, old).text).toBe('How much?')
  })

  test('needs no button that opens its own field', () => {
    const type: Button = {
      kind: 'type',
      label: words('Type'),
      field,
      press: { command: 'wallet', values: {} },
    }
    expect(show({ ...asking, rows: [[type]] }).reply_markup).toMatchObject({ force_reply: true })
    const form = { press: { command: 'wallet', values: {} }, title: words('T'), fields: [field] }
    expect(show({ text: [words('x')], rows: [[type, press('Cancel')]], form }).reply_markup).toEqual({
      inline_keyboard: [[{ text: 'Cancel', callback_data: '1claim:p1' }]],
    })
  })

  test('in an edit cannot open the field', () => {
    const edit = renderEdit({ ...asking, rows: [[press('50')]] }, 'en', rendering, GROUP)
    expect(edit).toEqual({
      text: 'How much?\ntelegram-reply-here',
      link_preview_options: { is_disabled: true },
      reply_markup: { inline_keyboard: [[{ text: '50', callback_data: '1claim:p1' }]] },
    })
    expect(renderEdit(asking, 'en', rendering, HERE)).not.toHaveProperty('reply_markup')
  })
})

describe('what Telegram lacks', () => {
  test('forms and tones leave no trace', () => {
    const plain: View = { text: [words('x')] }
    const rich: View = {
      ...plain,
      tone: 'gift',
      form: { press: { command: 'wallet', values: {} }, title: words('T'), fields: [field] },
    }
    expect(show(rich)).toEqual(show(plain))
  })
})

describe('a toast', () => {
  test('is the words, cut at a visible character', () => {
    expect(renderToast({ text: [words('a'), words('b')] }, 'en', rendering)).toBe('a\nb')
    expect(renderToast({ text: [words('x'.repeat(200))] }, 'en', rendering)).toBe('x'.repeat(200))
    expect(renderToast({ text: [words('x'.repeat(201))] }, 'en', rendering)).toBe(`${'x'.repeat(199)}…`)
    const family = '👨‍👩‍👧‍👦'
    expect(renderToast({ text: [words(`${'x'.repeat(195)}${family}`)] }, 'en', rendering)).toBe(
      `${'x'.repeat(195)}…`,
    )
  })

  test('of one endless character is still cut', () => {
    const zalgo = `e${'\u0301'.repeat(500)}`
    expect(renderToast({ text: [words(zalgo)] }, 'en', rendering)).toHaveLength(200)
  })

  test('says it all only when there is nothing to press or to answer', () => {
    const fits = (view: View) => fitsToast(view, renderPlain(view, 'en', rendering))
    expect(fits({ text: [words('x'.repeat(200))] })).toBe(true)
    expect(fits({ text: [words('x')], rows: [[]] })).toBe(true)
    expect(fits({ text: [words('x'.repeat(201))] })).toBe(false)
    expect(fits({ text: [words('x')], rows: [[press('y')]] })).toBe(false)
    expect(fits({ text: [words('x')], awaits: field })).toBe(false)
  })
})
