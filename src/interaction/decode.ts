/** From what arrived to what is meant. Pure: trusts nothing, decides nothing. */
import { Refusal } from '../kit/refusal.js'
import { sortWords } from './arguments.js'
import type { Call } from './call.js'
import { type Catalogue, FORM_PRESS, isTyped } from './catalogue.js'
import type { AnyCommand } from './command.js'
import { unpackPress } from './press.js'

export type FormAct = 'set' | 'ask' | 'fill' | 'more' | 'confirm' | 'cancel' | 'show'

export type Intent =
  | { kind: 'run'; command: AnyCommand; values: Record<string, string> }
  | {
      kind: 'step'
      form: string
      version: number
      act: FormAct
      field?: string
      values: Record<string, string>
    }
  /** A free text: for the open form of this person, if there is one. */
  | { kind: 'text'; text: string }

const ACTS: readonly string[] = [
  'set',
  'ask',
  'fill',
  'more',
  'confirm',
  'cancel',
  'show',
] satisfies FormAct[]
const CANCEL_WORDS = /^\/?cancel$/i

/**
 * What the call means; undefined when it is none of our business (a command of another bot, chatter).
 * Refuses `command-unknown`, `button-unknown`, `words-left-over`.
 */
export function decode(call: Call, catalogue: Catalogue): Intent | undefined {
  const { request } = call
  switch (request.kind) {
    case 'typed':
      return typed(call, request.command, request.words, catalogue)
    case 'filled': {
      const command = catalogue.find(request.command)
      if (!command || !isTyped(command)) throw new Refusal('command-unknown', { typed: request.command })
      return { kind: 'run', command, values: filledValues(command, request.values) }
    }
    case 'pressed':
      return pressed(request.data, request.values, catalogue)
    case 'submitted':
      return submitted(request.form, request.values, catalogue)
    case 'answered':
      return CANCEL_WORDS.test(request.text.trim())
        ? { kind: 'text', text: '/cancel' }
        : { kind: 'text', text: request.text }
    case 'opened':
      return opened(request.payload, catalogue)
  }
}

function typed(call: Call, name: string, words: string, catalogue: Catalogue): Intent | undefined {
  if (name === 'cancel') return { kind: 'text', text: '/cancel' }
  const command = catalogue.find(name)
  if (command && isTyped(command)) return { kind: 'run', command, values: sortWords(command.facts, words) }
  if (call.place.kind === 'group') return undefined
  throw new Refusal('command-unknown', { typed: name.slice(0, 32) })
}

function filledValues(command: AnyCommand, values: Record<string, string>): Record<string, string> {
  const known = command.argumentNames.filter((name) => Object.hasOwn(values, name))
  return Object.fromEntries(known.map((name) => [name, values[name] ?? '']))
}

function pressed(data: string, chosen: string[] | undefined, catalogue: Catalogue): Intent {
  const press = unpackPress(data, catalogue.order)
  if (!press) throw new Refusal('button-unknown')
  if (press.command === FORM_PRESS) return step(press.values, chosen?.[0])
  const command = catalogue.find(press.command)
  if (!command) throw new Refusal('button-unknown')
  const last = command.argumentNames.find((name) => !Object.hasOwn(press.values, name))
  const added = chosen?.[0] !== undefined && last ? { [last]: chosen[0] } : {}
  const values = { ...press.values, ...added }
  if (!isTyped(command) && !namesSubject(command, values)) throw new Refusal('button-unknown')
  return { kind: 'run', command, values }
}

/** The first argument of a command of buttons is what the button is about: none of ours goes without. */
function namesSubject({ facts: [first] }: AnyCommand, values: Record<string, string>): boolean {
  return !first?.required || Object.hasOwn(values, first.name)
}

function step(values: Record<string, string>, chosen?: string): Intent {
  const { form = '', version = '', act = '', field, value } = values
  if (!ACTS.includes(act) || !/^[0-9]{1,6}$/.test(version) || form === '') throw new Refusal('button-unknown')
  const filled = chosen ?? value
  return {
    kind: 'step',
    form,
    version: Number(version),
    act: act as FormAct,
    field,
    values: field && filled !== undefined ? { [field]: filled } : {},
  }
}

function submitted(data: string, values: Record<string, string>, catalogue: Catalogue): Intent {
  const intent = pressed(data, undefined, catalogue)
  if (intent.kind !== 'step') throw new Refusal('button-unknown')
  return { ...intent, values: { ...values } }
}

/**
 * `form_<id>` goes on with a form; `<command>_<value>_…` runs a command that allows it; anything else is a
 * plain start.
 */
function opened(payload: string, catalogue: Catalogue): Intent | undefined {
  const [name = '', ...values] = payload.split('_')
  if (name === FORM_PRESS && values[0]) {
    return { kind: 'step', form: values[0], version: 0, act: 'show', values: {} }
  }
  const linked = catalogue.find(name)
  const command = linked?.link ? linked : catalogue.find('start')
  if (!command) return undefined
  const names = command.argumentNames.slice(0, linked?.link ? values.length : 0)
  return { kind: 'run', command, values: Object.fromEntries(names.map((one, at) => [one, values[at] ?? ''])) }
}
