/** How the questions and options of a form look: fields, buttons, the modal. */
import type { Speech } from '../i18n/speech.js'
import { chunk } from '../kit/chunk.js'
import { refuse } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import type { ArgumentFacts } from './arguments.js'
import { FORM_PRESS } from './catalogue.js'
import type { AnyCommand, Context } from './command.js'
import type { FormAct } from './decode.js'
import type { Form } from './forms.js'
import type { Button, Field, FormView, Press } from './view.js'

type Words = Pick<Speech, 'has' | 'fallback'>

/** Fields of one modal. Source: Discord, modal components 1–5. */
export const MODAL_FIELDS = 5
/** Suggestions and choices in a row of buttons. */
const ROW = 4
/** Options under a preview before "more" is pressed. */
const OPTIONS_FIRST = 4

/** The first few options, and the way to the others. */
export async function optionRows(
  context: Context,
  command: AnyCommand,
  form: Form,
  all: boolean,
): Promise<Button[][]> {
  const names = command.adjustable ?? []
  const shown = { ...form, answers: await namedAnswers(context, command, form, names) }
  if (all || names.length <= OPTIONS_FIRST) return adjustRows(command, shown, names)
  const changed = names.filter((name) => form.answers[name] !== undefined)
  const first = [...new Set([...names.slice(0, OPTIONS_FIRST), ...changed])]
  return [...adjustRows(command, shown, first), [stepButton(form, 'more', text('form-more'))]]
}

/** The answers as people chose them: of a row (a group) its name, and not its number. */
async function namedAnswers(
  context: Context,
  command: AnyCommand,
  { answers }: Form,
  names: readonly string[],
): Promise<Record<string, string>> {
  const named = { ...answers }
  for (const name of names) {
    const live = answers[name] === undefined ? undefined : await command.choices?.(context, name, answers)
    const chosen = live?.find(({ value }) => value === answers[name])
    if (chosen) named[name] = chosen.label
  }
  return named
}

function adjustRows(command: AnyCommand, form: Form, names: readonly string[]): Button[][] {
  const buttons = command.facts
    .filter(({ name }) => names.includes(name))
    .map((facts) => optionButton(form, 'ask', adjustLabel(command, form, facts), { field: facts.name }))
  return chunk(buttons, 2)
}

function adjustLabel(command: AnyCommand, form: Form, facts: ArgumentFacts): Text {
  const value = form.answers[facts.name]
  const name = { heading: text(`argument-${command.name}-${facts.name}.label`) }
  if (value === undefined) return text('form-adjust', { name })
  if (facts.secret) return text('form-adjust-to', { name, value: '•••' })
  if (facts.file) return text('form-adjust-to', { name, value: text('form-attached') })
  const shown = facts.choices?.includes(value) ? choiceText(command, facts, value) : value
  return text('form-adjust-to', { name, value: shown })
}

export function questionRows(form: Form, field: Field, secretly: boolean): Button[][] {
  const offered = field.choices ?? field.suggestions?.map((value) => ({ value, label: literal(value) })) ?? []
  const buttons = offered.map(({ value, label }) =>
    optionButton(form, 'set', label, { field: field.name, value }),
  )
  const write: Button[] = field.choices
    ? []
    : [
        {
          kind: 'type',
          label: text(field.file ? 'form-attach' : 'form-type'),
          field,
          press: stepPress(form, 'ask', { field: field.name }),
        },
      ]
  const aside: Button[] = secretly
    ? [{ kind: 'private', label: text('form-in-private'), payload: `${FORM_PRESS}_${form.id}` }]
    : []
  return [...chunk(buttons, ROW), [...aside, ...write, stepButton(form, 'cancel', text('form-cancel'))]]
}

export function modalOf(command: AnyCommand, form: Form, fields: Field[], about: Text[] = []): FormView {
  const title = text(`command-${command.name}.title`)
  return { press: stepPress(form, 'fill'), title, ...(about.length > 0 ? { about } : {}), fields }
}

export async function fieldOf(
  context: Context,
  command: AnyCommand,
  form: Form,
  name: string,
): Promise<Field> {
  const facts = factsOf(command, name)
  const live = await command.choices?.(context, name, form.answers)
  const offered = await command.offered?.(context, name, form.answers)
  const closed = facts.choices?.filter((value) => !offered || offered.values.includes(value))
  const choices = live
    ? live.map(({ value, label }) => ({ value, label: literal(label) }))
    : closed?.map((value) => ({ value, label: choiceText(command, facts, value) }))
  const key = `argument-${command.name}-${name}`
  return {
    name,
    label: text(`${key}.ask`),
    hint: offered?.hint ?? text(`${key}.hint`),
    choices,
    suggestions: facts.suggestions ? [...facts.suggestions] : undefined,
    ...(facts.long ? { long: true } : {}),
    ...(facts.file ? { file: facts.file } : {}),
    value: facts.secret ? undefined : form.answers[name],
    required: facts.required,
    maxLength: facts.maxLength,
  }
}

/** Whether there are words to ask for an argument: none of ours asks for what buttons alone carry. */
export function isAsked(speech: Words, { name, long }: AnyCommand, argument: string): boolean {
  return long !== undefined || speech.has(speech.fallback, `argument-${name}-${argument}.ask`)
}

export function factsOf(command: AnyCommand, name: string): ArgumentFacts {
  const facts = command.facts.find((one) => one.name === name)
  return facts ?? refuse('button-unknown')
}

/** A choice as people see it. */
export function choiceText({ choiceWords }: AnyCommand, { name, named }: ArgumentFacts, value: string): Text {
  return choiceWords?.(name, value) ?? (named ? literal(value) : text(`choice-${value}`))
}

export function literal(value: string): Text {
  return text('form-literal', { value })
}

export function stepButton(form: Form, act: FormAct, label: Text, more: Record<string, string> = {}) {
  return { kind: 'press' as const, label, press: stepPress(form, act, more) }
}

export function optionButton(form: Form, act: FormAct, label: Text, more: Record<string, string>) {
  return { ...stepButton(form, act, label, more), option: true }
}

export function stepPress(form: Form, act: FormAct, more: Record<string, string> = {}): Press {
  return { command: FORM_PRESS, values: { form: form.id, version: String(form.version), act, ...more } }
}
