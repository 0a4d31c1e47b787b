/** What somebody can do with what they see: buttons to press, questions to answer, forms to send. */
import type { PlatformName, Request } from '../../src/interaction/call.js'
import { type ArgumentOrder, packPress } from '../../src/interaction/press.js'
import type { Field, View } from '../../src/interaction/view.js'
import type { Chance } from './chance.js'

export interface Option {
  /** The command, or what a form's button does: `packet-claim`, `f confirm`. */
  name: string
  request: Request
}

/** `words` knows what to write into a field. */
export function optionsOf(
  view: View,
  platform: PlatformName,
  order: ArgumentOrder,
  words: (field: Field) => string,
): Option[] {
  const options: Option[] = []
  for (const button of (view.rows ?? []).flat()) {
    if (button.kind !== 'press' && button.kind !== 'type') continue
    const data = packPress(button.press, order)
    const name = nameOf(button.press)
    if (button.kind === 'press') options.push({ name, request: { kind: 'pressed', data } })
    else if (platform === 'discord') {
      const values = { [button.field.name]: words(button.field) }
      options.push({ name: 'write', request: { kind: 'submitted', form: data, values } })
    } else options.push({ name, request: { kind: 'pressed', data } })
  }
  if (view.form && platform === 'discord') {
    const values = Object.fromEntries(view.form.fields.map((field) => [field.name, words(field)]))
    options.push({
      name: 'write',
      request: { kind: 'submitted', form: packPress(view.form.press, order), values },
    })
  }
  if (view.awaits && platform === 'telegram')
    options.push({ name: 'write', request: { kind: 'answered', text: words(view.awaits) } })
  return options
}

function nameOf({ command, values }: { command: string; values: Record<string, string> }): string {
  return values.act === undefined ? command : `form ${values.act}`
}

/** What people write into fields; some of it wrong. `more`: by the field's name, before all else. */
export function wordsFor(
  chance: Chance,
  passphrase: () => string,
  more: Readonly<Record<string, readonly string[]>> = {},
): (field: Field) => string {
  return ({ name, suggestions = [], choices = [] }) => {
    if (chance.happens(0.08)) return chance.pick(['', 'seven', '-1', '0', '99999999999', '1e3', '٣'])
    const own = more[name]
    if (own) return chance.pick(own)
    if (choices.length > 0) return chance.pick(choices).value
    const words = WORDS[name]
    if (name === 'passphrase') return passphrase()
    return chance.pick(words ?? (suggestions.length > 0 ? suggestions : ['2']))
  }
}

const WORDS: Record<string, string[]> = {
  amount: ['1', '2.5', '3', '7', '12'],
  shares: ['1', '2', '3', '5'],
  by: ['1m', '5m', '1h'],
  window: ['10s', '30s'],
  life: ['5m'],
  reason: ['January', 'prize of the quiz'],
  person: ['telegram:1005', '#4', 'discord:200000000000000009'],
  greeting: ['Hello to you all'],
}
