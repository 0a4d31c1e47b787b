/** How one question of a long form looks: what it asks, what is chosen, and the ways on and back. */
import { chunk } from '../kit/chunk.js'
import { refuse } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import type { ArgumentFacts } from './arguments.js'
import type { AnyCommand, Context, LongForm } from './command.js'
import type { Form } from './forms.js'
import { literal, optionButton, stepButton, stepPress } from './question.js'
import type { Button, Field } from './view.js'

/** Choices in a row of buttons. */
const CHOICES_ROW = 3
export interface Page {
  context: Context
  command: AnyCommand
  long: LongForm
  form: Form
}

/** The questions in their order. */
export function questionsOf({ facts }: AnyCommand, { unasked }: LongForm): ArgumentFacts[] {
  return facts.filter(({ name }) => !unasked.includes(name))
}

export function factsOf({ command, long }: Page, name: string): ArgumentFacts {
  const facts = questionsOf(command, long).find((one) => one.name === name)
  return facts ?? refuse('button-unknown')
}

export function chosenOf({ answers }: Form, name: string): string[] {
  return (answers[name] ?? '').split(',').filter((one) => one !== '')
}

export function rowsFor(page: Page, field: Field, previous: string | undefined): Button[][] {
  const { form } = page
  const chosen = chosenOf(form, field.name)
  const choices = (field.choices ?? []).map(({ value, label }) => {
    const mark = text(chosen.includes(value) ? 'form-chosen' : 'form-unchosen', { value: label })
    return optionButton(form, 'set', field.several ? mark : label, { field: field.name, value })
  })
  const back: Button[] =
    previous === undefined ? [] : [stepButton(form, 'ask', text('form-back'), { field: previous })]
  return [
    ...chunk(choices, CHOICES_ROW),
    [...back, ...onward(page, field), ...typing(page, field)],
    [stepButton(form, 'cancel', text('form-later'))],
  ]
}

/** Nothing is there to be typed where a text is read and accepted. */
function typing({ form, long }: Page, field: Field): Button[] {
  if (field.choices && long.wording(field.name).alone) return []
  const press = stepPress(form, 'ask', { field: field.name })
  return [{ kind: 'type', label: text(field.file ? 'form-attach' : 'form-type'), field, press }]
}

/** On without a new answer: with the one there is, or without any where none is needed. */
function onward({ form }: Page, { name, required }: Field): Button[] {
  const answer = form.answers[name]
  if (answer !== undefined && answer !== '') return [stepButton(form, 'more', text('form-go-on'))]
  return required ? [] : [stepButton(form, 'set', text('form-skip'), { field: name, value: SKIPPED })]
}

/** A press cannot carry an empty value. */
const SKIPPED = ' '

export function fieldOf(page: Page, name: string): Field {
  const facts = factsOf(page, name)
  const { ask, hint, choice } = page.long.wording(name)
  return {
    name,
    label: ask,
    ...(hint ? { hint } : {}),
    ...(facts.choices
      ? { choices: facts.choices.map((value) => ({ value, label: choice?.(value) ?? literal(value) })) }
      : {}),
    ...(facts.several ? { several: true } : {}),
    ...(facts.long ? { long: true } : {}),
    ...(facts.file ? { file: facts.file } : {}),
    value: page.form.typed?.[name] ?? page.form.answers[name],
    required: facts.required,
    maxLength: facts.maxLength,
  }
}
