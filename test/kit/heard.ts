/** What a person hears, opened up for a test: which words by key, which refusal, which buttons. */
import type { Speech } from '../../src/i18n/speech.js'
import { type ArgumentOrder, packPress } from '../../src/interaction/press.js'
import type { Answer, Button, Field, FormView, Press, View } from '../../src/interaction/view.js'
import { must } from '../../src/kit/refusal.js'
import type { Text } from '../../src/kit/text.js'

export interface Heard {
  /** False when nothing was said at all. */
  said: boolean
  view: View
  locale: string
  refused: boolean
  /** Keys of the paragraphs. */
  keys: string[]
  /** The words in English, a line a paragraph. */
  words: string
  /** Key of the first refusal in it, without `refusal-`. */
  refusal: string | undefined
  /** Parameters of the paragraph with this key. */
  params(key: string): NonNullable<Text['params']>
  /**
   * The press of the one button that has all of these: `{ act: 'confirm' }`, `{ command: 'packet-claim' }`.
   */
  press(wanted: Record<string, string>): Press
  /** Whether there is such a button. */
  offers(wanted: Record<string, string>): boolean
  presses: Press[]
  /** What its buttons say, in English. */
  labels: string[]
  form: FormView
  awaits: Field | undefined
}

const NOTHING: Answer = { view: { text: [] }, locale: '', refused: false }

/** Says and packs everything, so that words that are missing and presses that are too long fail here. */
export function heardOf(
  answer: Answer | undefined,
  speech: Pick<Speech, 'plain'>,
  order: ArgumentOrder,
): Heard {
  const { view, locale, refused } = answer ?? NOTHING
  const buttons = (view.rows ?? []).flat()
  const presses = pressesOf(buttons)
  for (const press of [...presses, ...(view.form ? [view.form.press] : [])]) packPress(press, order)
  for (const text of wordsOf(view, buttons)) speech.plain('en', text)
  const keys = view.text.map(({ key }) => key)
  return {
    said: answer !== undefined,
    view,
    locale,
    refused,
    keys,
    words: view.text.map((text) => speech.plain('en', text)).join('\n'),
    refusal: keys.find((key) => key.startsWith('refusal-'))?.slice('refusal-'.length),
    params: (key) => paramsOf(view, key),
    press: (wanted) =>
      must(presses.find(matches(wanted)), `a button with ${JSON.stringify(wanted)} among ${shown(presses)}`),
    offers: (wanted) => presses.some(matches(wanted)),
    presses,
    labels: buttons.map(({ label }) => speech.plain('en', label)),
    get form() {
      return must(view.form, 'a form in the view')
    },
    awaits: view.awaits,
  }
}

function matches(wanted: Record<string, string>) {
  return ({ command, values }: Press) =>
    Object.entries(wanted).every(([name, value]) => ({ command, ...values })[name] === value)
}

function paramsOf({ text }: View, key: string): NonNullable<Text['params']> {
  const found = text.find((one) => one.key === key)
  return must(found, `a paragraph ${key} among ${text.map((one) => one.key).join(', ')}`).params ?? {}
}

function shown(presses: Press[]): string {
  return presses.map(({ command, values }) => `${command} ${JSON.stringify(values)}`).join('; ') || 'none'
}

function pressesOf(buttons: Button[]): Press[] {
  return buttons.flatMap((button) =>
    (button.kind === 'press' && !button.disabled) || button.kind === 'type' ? [button.press] : [],
  )
}

function wordsOf(view: View, buttons: Button[]): Text[] {
  const fields = [...(view.form?.fields ?? []), ...(view.awaits ? [view.awaits] : [])]
  return [
    ...view.text,
    ...buttons.map(({ label }) => label),
    ...(view.form ? [view.form.title, ...(view.form.about ?? [])] : []),
    ...fields.flatMap(({ label, hint, choices = [] }) => [
      label,
      ...(hint ? [hint] : []),
      ...choices.map((one) => one.label),
    ]),
  ]
}
