import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ArgumentOrder, PRESS_LIMIT_BYTES, packPress, unpackPress } from '../../src/interaction/press.js'

const ORDERS = new Map<string, readonly string[]>([
  ['packet-claim', ['packet', 'passphrase']],
  ['form', ['form', 'version', 'act', 'field', 'value']],
  ['help', []],
])
const order: ArgumentOrder = (command) => ORDERS.get(command)

/**
 * Texts as people and platforms give them: separators, escapes, astral characters, lone surrogates among
 * them.
 */
const value = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.stringMatching(/^[:\\a0]{0,12}$/),
)
// A control character is in no button of ours, and what holds one is no press (PostgreSQL takes no NUL).
const printable = value.filter((one) => !/\p{Cc}/u.test(one))

describe('a press', () => {
  it('with a control character is none', () => {
    expect(unpackPress(`1${[...ORDERS.keys()][0]}:a\0b`, order)).toBeUndefined()
  })

  it('comes back as it was packed', () => {
    const presses = fc
      .constantFrom(...ORDERS.keys())
      .chain((command) =>
        fc
          .record(Object.fromEntries((order(command) ?? []).map((name) => [name, printable])))
          .map((values) => ({ command, values })),
      )
    fc.assert(
      fc.property(presses, ({ command, values }) => {
        let packed: string
        try {
          packed = packPress({ command, values }, order)
        } catch (error) {
          expect(String(error)).toMatch(/a button of .+ takes \d+ bytes of 64/)
          return
        }
        const filled = Object.entries(values).filter(([, one]) => one !== '')
        expect(unpackPress(packed, order)).toEqual({ command, values: Object.fromEntries(filled) })
      }),
      { numRuns: 2000 },
    )
  })

  it('of any bytes is a press of ours or none, and never throws', () => {
    const data = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.stringMatching(/^1(packet-claim|form|help)[:\\a-z0-9]{0,60}$/),
    )
    fc.assert(
      fc.property(data, (text) => {
        const press = unpackPress(text, order)
        if (!press) return
        expect(Object.keys(press.values).every((name) => order(press.command)?.includes(name))).toBe(true)
        expect(Buffer.byteLength(packPress(press, order))).toBeLessThanOrEqual(PRESS_LIMIT_BYTES)
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['nothing', ''],
    ['another version', '2help'],
    ['no version', 'help'],
    ['a command that is not there', '1tip:50'],
    ['a name of the prototype', '1__proto__'],
    ['too many values', '1help:1'],
    ['a value too many', '1packet-claim:a:b:c'],
    ['more than 64 bytes', `1packet-claim:${'a'.repeat(60)}`],
    ['more than 64 bytes of few characters', `1packet-claim:${'😀'.repeat(14)}`],
  ])('is none: %s', (_, data) => {
    expect(unpackPress(data, order)).toBeUndefined()
  })

  it('fills exactly 64 bytes and not one more', () => {
    const longest = 'x'.repeat(PRESS_LIMIT_BYTES - '1packet-claim:'.length)
    const packed = packPress({ command: 'packet-claim', values: { packet: longest } }, order)
    expect(Buffer.byteLength(packed)).toBe(64)
    expect(() => packPress({ command: 'packet-claim', values: { packet: `${longest}x` } }, order)).toThrow(
      'a button of packet-claim takes 65 bytes of 64',
    )
  })

  it('drops trailing values that are empty and keeps the place of those between', () => {
    const press = { command: 'form', values: { form: 'f', act: 'ask', value: '' } }
    expect(packPress(press, order)).toBe('1form:f::ask')
    expect(unpackPress('1form:f::ask', order)?.values).toEqual({ form: 'f', act: 'ask' })
  })

  it('cannot be packed for what is not in the catalogue', () => {
    expect(() => packPress({ command: 'tip', values: {} }, order)).toThrow('the unknown command tip')
    expect(() => packPress({ command: 'help', values: { to: 'me' } }, order)).toThrow(
      'a button of help carries the unknown argument to',
    )
  })
})
