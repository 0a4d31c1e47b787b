/** What is told of a refusal, and of several at once: somebody who sent a form whole is told all of them. */
import { Refusal } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import type { Fault } from './arguments.js'
import type { AnyCommand } from './command.js'
import type { Form } from './forms.js'
import { choiceText } from './question.js'

/** A refusal of one answer, by the name of its field. */
interface Mistake {
  label: Text
  refusal: Refusal
}

/** Several answers are wrong. As a refusal it is the first of them. */
class Mistakes extends Refusal {
  /** Two at least, in the order of the fields. */
  readonly faults: readonly Mistake[]

  constructor(first: Mistake, others: readonly Mistake[]) {
    super(first.refusal.key, first.refusal.params)
    this.faults = [first, ...others]
  }
}

/** One refusal of all of them; undefined of none. */
export function refusalOf([first, ...others]: readonly Mistake[]): Refusal | undefined {
  return first && others.length > 0 ? new Mistakes(first, others) : first?.refusal
}

/** The refusal of what `parseValues` found wrong with a command's values. */
export function refusalFor(
  command: AnyCommand,
  { others, ...first }: Fault & { others: readonly Fault[] },
): Refusal {
  const mistakes = [first, ...others].map((fault) => ({
    label: text(`argument-${command.name}-${fault.argument}.label`),
    refusal: inWords(command, fault),
  }))
  return refusalOf(mistakes) ?? first.refusal
}

/** Choices are named as people see them, and may type them. */
function inWords(command: AnyCommand, { argument, refusal }: Fault): Refusal {
  const facts = command.facts.find(({ name }) => name === argument)
  if (refusal.key !== 'choice-unknown' || !facts?.choices || refusal.params.choices === 'none') return refusal
  const list = facts.choices.map((value) => choiceText(command, facts, value))
  return new Refusal('choice-unknown', { ...refusal.params, choices: { list } })
}

/** Why not, and what to do about it; of several mistakes each in a line of its own, by its field. */
export function refusalText(refusal: Refusal): Text[] {
  if (refusal instanceof Mistakes) return refusal.faults.map(mistakeText)
  const { key, params } = refusal
  return [text(`refusal-${key}`, params), text(`refusal-${key}.next`, params)]
}

function mistakeText({ label, refusal }: Mistake): Text {
  const [why, next] = refusalText(refusal)
  return text('form-mistake', { field: { heading: label }, why: why ?? '', next: next ?? '' })
}

/** Refusals of an amount or a person, which repeat what was typed. */
const OF_ANSWER = /^(?:amount|person)-/

/** The argument a refusal is about, where the command or what was typed tells: then it is asked for again. */
export function argumentOf(
  { facts, triesAgain }: AnyCommand,
  { answers }: Form,
  { key, params }: Refusal,
): string | undefined {
  const named = triesAgain?.[key]
  if (named !== undefined || !OF_ANSWER.test(key)) return named
  const kinds = key.startsWith('amount-') ? ['amount'] : ['words', 'code']
  return facts.find(({ kind, name }) => kinds.includes(kind) && answers[name]?.trim() === params.typed)?.name
}
