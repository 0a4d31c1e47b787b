import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Button, Field, Press, View } from '../../../src/interaction/view.js'
import type { PressButton } from '../../../src/platforms/discord/buttons.js'
import { cut, firstUnits } from '../../../src/platforms/discord/cut.js'
import { type Label, renderModal } from '../../../src/platforms/discord/modal.js'
import type { Message } from '../../../src/platforms/discord/render.js'
import { ephemeral, renderMessage } from '../../../src/platforms/discord/render.js'
import { check } from '../../../src/sandbox/discord/rules/check.js'
import { messageBody, wrongBody } from '../../../src/sandbox/discord/rules/message.js'
import { modalData } from '../../../src/sandbox/discord/rules/modal.js'
import { recordingRendering, spans } from './house.js'
import { NASTY_NAMES } from './nasty-names.js'

const V2 = 32_768

function render(view: Partial<View>) {
  const rendering = recordingRendering()
  const message = renderMessage({ text: [], ...view }, 'en', rendering)
  return { message, complaints: rendering.complaints }
}

/** What Discord would find wrong, by the sandbox's own rules. */
function findings(message: Message) {
  return [...check(messageBody, message), ...wrongBody({ ...message }, true)]
}

const words = (message: Message) =>
  message.components[0].components.flatMap((part) => ('content' in part ? [part.content] : [])).join('\n')
const rowsOf = (message: Message) =>
  message.components[0].components.flatMap((part) => ('components' in part ? [part.components] : []))
const press = (
  label: string,
  packet = 'k3',
  more: Partial<Extract<Button, { kind: 'press' }>> = {},
): Button => ({
  kind: 'press',
  label: spans(label),
  press: { command: 'claim', values: { packet } },
  ...more,
})

describe('a message', () => {
  test('is a container with words and rows, and pings nobody', () => {
    const { message } = render({
      text: [spans('A ', { text: 'gift', bold: true }), spans('Take it')],
      rows: [[press('Open', 'k3', { style: 'success' })]],
      tone: 'gift',
    })
    expect(message).toEqual({
      flags: V2,
      allowed_mentions: { parse: [] },
      components: [
        {
          type: 17,
          accent_color: 0xf0_b2_32,
          components: [
            { type: 10, content: 'A **gift**\nTake it' },
            { type: 1, components: [{ type: 2, style: 3, label: 'Open', custom_id: '1claim:k3' }] },
          ],
        },
      ],
    })
    expect(findings(message)).toEqual([])
  })

  test('for one person carries the ephemeral flag too', () => {
    expect(ephemeral(render({ text: [spans('x')] }).message).flags).toBe(V2 + 64)
  })

  test.each([
    ['nothing at all', {}],
    ['an empty text', { text: [spans('')] }],
    ['only spaces', { text: [spans('  '), spans('\n')] }],
    ['empty rows', { text: [], rows: [[], []] }],
  ])('%s is still a message', (_, view) => {
    const { message } = render(view)
    expect(words(message)).toBe('…')
    expect(findings(message)).toEqual([])
  })

  test('buttons alone need no words', () => {
    const { message } = render({ rows: [[press('Open')]] })
    expect(words(message)).toBe('')
    expect(findings(message)).toEqual([])
  })

  test.each(NASTY_NAMES)('%j as words, label and copied text makes a message that Discord takes', (name) => {
    const { message } = render({
      text: [spans('From ', name)],
      rows: [[press(name), { kind: 'copy', label: spans(name), text: name || 'x' }]],
    })
    expect(findings(message)).toEqual([])
    expect(message.allowed_mentions).toEqual({ parse: [] })
  })
})

describe('buttons', () => {
  test('styles and disabled', () => {
    const all = (['primary', 'plain', 'success', 'danger'] as const).map((style, index) =>
      press(style, `k${index}`, { style, disabled: index === 3 }),
    )
    const { message } = render({ rows: [all] })
    expect(rowsOf(message)[0]).toMatchObject([
      { style: 1 },
      { style: 2 },
      { style: 3 },
      { style: 4, disabled: true },
    ])
  })

  test('a label of 80 is whole and one of 81 is cut', () => {
    const { message } = render({
      rows: [[press('x'.repeat(80), 'a'), press('x'.repeat(81), 'b'), press('', 'c')]],
    })
    const labels = (rowsOf(message)[0] as PressButton[]).map((button) => button.label)
    expect(labels).toEqual(['x'.repeat(80), `${'x'.repeat(79)}…`, '…'])
    expect(findings(message)).toEqual([])
  })

  test('the same press twice gets an id of its own', () => {
    const { message } = render({ rows: [[press('1'), press('2'), press('3')]] })
    const ids = (rowsOf(message)[0] as PressButton[]).map((button) => button.custom_id)
    expect(ids).toEqual(['1claim:k3', '=2=1claim:k3', '=3=1claim:k3'])
  })

  test('a link is a button when Discord takes it, else a line', () => {
    const link = (url: string): Button => ({ kind: 'link', label: spans('Rules'), url })
    const { message } = render({
      rows: [
        [
          link('https://example.org/rules'),
          link('javascript:alert(1)'),
          link(`https://x.org/${'y'.repeat(600)}`),
        ],
      ],
    })
    expect(rowsOf(message)).toEqual([
      [{ type: 2, style: 5, label: 'Rules', url: 'https://example.org/rules' }],
    ])
    expect(words(message)).toContain('Rules: javascript:alert(1)')
    expect(words(message)).toContain('Rules: https\\://x.org/yyy')
    expect(findings(message)).toEqual([])
  })

  test('a copy button is a line with code', () => {
    const { message } = render({
      text: [spans('Hi')],
      rows: [[{ kind: 'copy', label: spans('Your link'), text: 'https://example.org/r/7_x' }]],
    })
    expect(words(message)).toBe('Hi\nYour link: `https://example.org/r/7_x`')
    expect(rowsOf(message)).toEqual([])
  })

  test('a private button is pressed where it is', () => {
    const open = (payload: string): Button => ({ kind: 'private', label: spans('Ask me'), payload })
    const { message, complaints } = render({ rows: [[open('ref_7'), open('not a payload!')]] })
    expect(rowsOf(message)).toEqual([[{ type: 2, style: 2, label: 'Ask me', custom_id: '=open=ref_7' }]])
    expect(complaints).toEqual(['a private button has a payload that no deep link carries'])
  })

  test('a type button is an ordinary press', () => {
    const field: Field = { name: 'amount', label: spans('How much?'), required: true }
    const { message } = render({
      rows: [[{ kind: 'type', label: spans('Amount'), field, press: { command: 'redpacket', values: {} } }]],
    })
    expect(rowsOf(message)).toEqual([[{ type: 2, style: 2, label: 'Amount', custom_id: '1redpacket' }]])
  })

  test('a button that cannot be packed is left out and told', () => {
    const { message, complaints } = render({
      text: [spans('x')],
      rows: [[press('long', 'x'.repeat(99)), press('ok')]],
    })
    expect(rowsOf(message)).toHaveLength(1)
    expect(rowsOf(message)[0]).toHaveLength(1)
    expect(complaints[0]).toMatch(/a button of claim takes \d+ bytes of 64/)
  })

  test('rows of more than five wrap', () => {
    const { message } = render({
      rows: [Array.from({ length: 12 }, (_, index) => press(`${index}`, `k${index}`))],
    })
    expect(rowsOf(message).map((row) => row.length)).toEqual([5, 5, 2])
    expect(findings(message)).toEqual([])
  })

  test('more than five rows become selects, and links stay buttons', () => {
    const many = Array.from({ length: 60 }, (_, index) => [press(`choice ${index}`, `k${index}`)])
    const link: Button = { kind: 'link', label: spans('Rules'), url: 'https://example.org' }
    const disabled = press('over', 'k99', { disabled: true })
    const { message, complaints } = render({ rows: [...many, [link, disabled]] })
    const rows = rowsOf(message)
    expect(rows.map((row) => row[0]?.type)).toEqual([3, 3, 3, 2])
    const options = rows.map(([first]) => (first && 'options' in first ? first.options : []))
    expect(options[0]?.[0]).toEqual({ label: 'choice 0', value: '1claim:k0' })
    expect(options.map((some) => some.length)).toEqual([25, 25, 10, 0])
    expect(complaints).toEqual([])
    expect(findings(message)).toEqual([])
  })

  test('only options become a select where that is enough: what sends and cancels stays a button', () => {
    const settings = Array.from({ length: 13 }, (_, index) => [
      press(`Setting ${index}`, `k${index}`, { option: true }),
    ])
    const send = press('Send', 's', { style: 'success' })
    const { message, complaints } = render({
      rows: [[send, press('Cancel', 'c')], ...settings, [press('More', 'm')]],
    })
    const [first, second, third, ...none] = rowsOf(message)
    expect(none).toEqual([])
    expect(first).toMatchObject([
      { type: 2, style: 3, label: 'Send' },
      { type: 2, style: 2, label: 'Cancel' },
    ])
    const [select] = second ?? []
    expect(select && 'options' in select ? select.options.map(({ label }) => label) : []).toEqual(
      Array.from({ length: 13 }, (_, index) => `Setting ${index}`),
    )
    expect(third).toMatchObject([{ type: 2, label: 'More' }])
    expect(complaints).toEqual([])
    expect(findings(message)).toEqual([])
    // As buttons, where there is room.
    const few = render({ rows: [[send], ...settings.slice(0, 3)] })
    expect(rowsOf(few.message).map(([one]) => one?.type)).toEqual([2, 2, 2, 2])
  })

  test('what no five rows can hold is cut and told', () => {
    const many = Array.from({ length: 200 }, (_, index) => [press(`choice ${index}`, `k${index}`)])
    const { message, complaints } = render({ rows: many })
    expect(rowsOf(message)).toHaveLength(5)
    expect(complaints).toEqual(['a view has 200 buttons'])
    expect(findings(message)).toEqual([])
  })
})

describe('a form', () => {
  const form = (fields: Field[], title = 'New packet') => ({
    press: { command: 'redpacket', values: {} },
    title: spans(title),
    fields,
  })
  const amount: Field = { name: 'amount', label: spans('How much in all?'), required: true }

  test('is a modal of labels', () => {
    const rendering = recordingRendering()
    const modal = renderModal(
      form([
        { ...amount, hint: spans('e.g. 12.5'), suggestions: ['5', '10'], value: '7', maxLength: 20 },
        {
          name: 'shares',
          label: spans('How many?'),
          required: false,
          value: '10',
          choices: [
            { value: '5', label: spans('Five') },
            { value: '10', label: spans('Ten') },
          ],
        },
        { name: 'note', label: spans('A word?'), required: false, long: true },
      ]),
      'en',
      rendering,
    )
    expect(modal).toEqual({
      custom_id: '1redpacket',
      title: 'New packet',
      components: [
        {
          type: 18,
          label: 'How much in all?',
          description: 'e.g. 12.5',
          component: {
            type: 4,
            custom_id: 'amount',
            style: 1,
            required: true,
            max_length: 20,
            value: '7',
            placeholder: '5 · 10',
          },
        },
        {
          type: 18,
          label: 'How many?',
          component: {
            type: 3,
            custom_id: 'shares',
            required: false,
            min_values: 0,
            max_values: 1,
            options: [
              { label: 'Five', value: '5' },
              { label: 'Ten', value: '10', default: true },
            ],
          },
        },
        {
          type: 18,
          label: 'A word?',
          component: { type: 4, custom_id: 'note', style: 2, required: false, max_length: 4000 },
        },
      ],
    })
    expect(check(modalData, modal)).toEqual([])
  })

  test('is cut to its limits', () => {
    const rendering = recordingRendering()
    const wide: Field = {
      name: 'amount',
      label: spans('l'.repeat(46)),
      hint: spans('h'.repeat(101)),
      suggestions: ['s'.repeat(101)],
      value: 'v'.repeat(50),
      maxLength: 10,
      required: true,
    }
    const modal = renderModal(form([wide], 't'.repeat(46)), 'en', rendering)
    expect(modal?.title).toHaveLength(45)
    const [label] = (modal?.components ?? []) as Label[]
    expect(label?.label).toHaveLength(45)
    expect(label?.description).toHaveLength(100)
    expect(label?.component).toMatchObject({
      value: 'vvvvvvvvv…',
      placeholder: `${'s'.repeat(99)}…`,
    })
    expect(check(modalData, modal)).toEqual([])
  })

  test('more choices than a select holds are typed', () => {
    const choices = Array.from({ length: 26 }, (_, index) => ({
      value: `${index}`,
      label: spans(`${index}`),
    }))
    const modal = renderModal(form([{ ...amount, choices }]), 'en', recordingRendering())
    expect(((modal?.components ?? []) as Label[])[0]?.component.type).toBe(4)
  })

  test('shows above its fields what they are about, literally, and takes it for one of five', () => {
    const about = [spans('Who *pays* you?'), spans('Since when?')]
    const fields = Array.from({ length: 4 }, (_, index) => ({ ...amount, name: `f${index}` }))
    const rendering = recordingRendering()
    const modal = renderModal({ ...form(fields), about }, 'en', rendering)
    expect(modal?.components[0]).toEqual({ type: 10, content: 'Who \\*pays\\* you?\nSince when?' })
    expect(modal?.components.map(({ type }) => type)).toEqual([10, 18, 18, 18, 18])
    expect(rendering.complaints).toEqual([])
    expect(check(modalData, modal)).toEqual([])
    const many = renderModal({ ...form([...fields, amount]), about }, 'en', rendering)
    expect([many?.components.length, rendering.complaints]).toEqual([5, ['a form has 5 fields']])
  })

  test('of six fields shows five and tells; of none is no modal', () => {
    const rendering = recordingRendering()
    const fields = Array.from({ length: 6 }, (_, index) => ({ ...amount, name: `f${index}` }))
    expect(renderModal(form(fields), 'en', rendering)?.components).toHaveLength(5)
    expect(rendering.complaints).toEqual(['a form has 6 fields'])
    expect(renderModal(form([]), 'en', rendering)).toBeUndefined()
  })

  test('that cannot open as a modal is asked for by a button', () => {
    const { message } = render({ form: form([amount]) })
    expect(words(message)).toBe('New packet')
    expect(rowsOf(message)).toEqual([[{ type: 2, style: 1, label: 'New packet', custom_id: '1redpacket' }]])
    const typed: Button = {
      kind: 'type',
      label: spans('Amount'),
      field: amount,
      press: { command: 'help', values: {} },
    }
    expect(rowsOf(render({ form: form([amount]), rows: [[typed]] }).message)).toHaveLength(1)
  })
})

describe('any view at all', () => {
  const words_ = fc.oneof(fc.constantFrom(...NASTY_NAMES), fc.string({ maxLength: 200, unit: 'binary' }))
  const text = fc.record({ text: words_, bold: fc.boolean(), italic: fc.boolean(), code: fc.boolean() })
  const said = fc.array(text, { maxLength: 4 }).map((parts) => spans(...parts))
  const pressed = fc.constantFrom<Press[]>(
    { command: 'claim', values: { packet: 'k3' } },
    { command: 'page', values: { number: '7' } },
    { command: 'nothing', values: {} },
  )
  const field = fc.record({
    name: fc.string({ maxLength: 3 }),
    label: said,
    required: fc.boolean(),
    hint: said,
  })
  const button: fc.Arbitrary<Button> = fc.oneof(
    fc.record({ kind: fc.constant('press' as const), label: said, press: pressed, disabled: fc.boolean() }),
    fc.record({ kind: fc.constant('link' as const), label: said, url: fc.oneof(fc.webUrl(), fc.string()) }),
    fc.record({ kind: fc.constant('copy' as const), label: said, text: words_ }),
    fc.record({ kind: fc.constant('private' as const), label: said, payload: fc.string() }),
    fc.record({ kind: fc.constant('type' as const), label: said, press: pressed, field }),
  )
  const form = fc.record({ press: pressed, title: said, fields: fc.array(field, { maxLength: 7 }) })

  test('renders without throwing into what Discord takes', () => {
    const view = fc.record({
      text: fc.array(said, { maxLength: 30 }),
      rows: fc.array(fc.array(button, { maxLength: 8 }), { maxLength: 8 }),
      form: fc.option(form, { nil: undefined }),
      tone: fc.constantFrom('info', 'success', 'warning', 'refusal', 'gift', undefined),
    })
    fc.assert(
      fc.property(view, (one) => {
        const { message } = render(one as View)
        expect(findings(message)).toEqual([])
        const modal = one.form && renderModal(one.form, 'en', recordingRendering())
        if (modal) expect(check(modalData, modal)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('cutting labels', () => {
  test('two hundred labels at every length', () => {
    for (let length = 0; length < 200; length++) {
      const plain = 'x'.repeat(length)
      expect(cut(plain, 80)).toBe(length <= 80 ? plain : `${'x'.repeat(79)}…`)
      const families = '👨‍👩‍👧'.repeat(length)
      const short = cut(families, 80)
      expect(short.length).toBeLessThanOrEqual(80)
      expect(families.startsWith(short.replace('…', ''))).toBe(true)
      expect(short.replace('…', '').length % '👨‍👩‍👧'.length).toBe(0)
    }
  })

  test('a letter under a tower of marks longer than the limit vanishes whole', () => {
    expect(firstUnits(`ab${'\u0301'.repeat(500)}`, 50)).toBe('a')
  })
})
