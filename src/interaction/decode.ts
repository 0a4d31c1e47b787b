/** From what arrived to what is meant. Pure: trusts nothing, decides nothing. */
import { Refusal } from '../kit/refusal.js'
import type { Call, SentFile } from './call.js'
import { type Catalogue, FORM_PRESS, isTyped } from './catalogue.js'
import type { AnyCommand } from './command.js'
import { unpackPress } from './press.js'
import { sortWords } from './typed.js'

export type FormAct = 'set' | 'ask' | 'fill' | 'more' | 'confirm' | 'cancel' | 'show'

export type Intent =
  | {
      kind: 'run'
      command: AnyCommand
      values: Record<string, string>
      /** By argument; they become values in the unit of work (`answers-in-files.ts`). */
      files?: Record<string, SentFile>
      /** Typed words became the `rest` because nothing else took them: a misspelt choice would, too. */
      leftOver?: boolean
    }
  | {
      kind: 'step'
      form: string
      version: number
      act: FormAct
      field?: string
      values: Record<string, string>
      files?: Record<string, SentFile>
    }
  /** A free text, or a file: for the open form of this person, if there is one. */
  | { kind: 'text'; text: string; file?: SentFile }

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
      return withFiles({ kind: 'run', command, values: filledValues(command, request.values) }, request.files)
    }
    case 'pressed':
      return pressed(request.data, request.values, catalogue)
    case 'submitted':
      return withFiles(submitted(request.form, request.values, catalogue), request.files)
    case 'answered':
      if (request.file) return { kind: 'text', text: request.text, file: request.file }
      return CANCEL_WORDS.test(request.text.trim())
        ? { kind: 'text', text: '/cancel' }
        : { kind: 'text', text: request.text }
    case 'opened':
      return opened(request.payload, catalogue)
  }
}

function withFiles(intent: Intent, files: Record<string, SentFile> | undefined): Intent {
  return files && intent.kind !== 'text' ? { ...intent, files } : intent
}

function typed(call: Call, name: string, words: string, catalogue: Catalogue): Intent | undefined {
  if (name === 'cancel') return { kind: 'text', text: '/cancel' }
  const command = catalogue.find(name)
  if (command && isTyped(command)) return sorted(command, words)
  if (call.place.kind === 'group') return undefined
  throw new Refusal('command-unknown', { typed: name.slice(0, 32) })
}

/** Sorts twice: without the named rest, to tell words that fitted nothing from those meant for it. */
function sorted(command: AnyCommand, words: string): Intent {
  // A file is never typed.
  const facts = command.long ? [] : command.facts.filter(({ file }) => !file)
  const whole = facts.find((one) => one.verbatim)
  if (whole) {
    const values = words.trim() === '' ? {} : { [whole.name]: words }
    return { kind: 'run', command, values, leftOver: false }
  }
  const values = sortWords(facts, words)
  const rest = facts.find((one) => one.rest)?.name
  const leftOver = rest !== undefined && Object.hasOwn(sortWords(facts, before(rest, words)), rest)
  return { kind: 'run', command, values, leftOver }
}

/** The words before `name=`; all of them where it is not there. */
function before(name: string, words: string): string {
  const at = words.search(new RegExp(`(?<!\\S)${name}[=:]`, 'i'))
  return at < 0 ? words : words.slice(0, at)
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
  // A name may have the separator in itself.
  const whole = catalogue.find(payload)
  if (whole?.link) return { kind: 'run', command: whole, values: {} }
  const linked = catalogue.find(name)
  const command = linked?.link ? linked : catalogue.find('start')
  if (!command) return undefined
  const names = command.argumentNames.slice(0, linked?.link ? values.length : 0)
  return { kind: 'run', command, values: Object.fromEntries(names.map((one, at) => [one, values[at] ?? ''])) }
}
