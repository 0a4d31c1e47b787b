/** What is told of a refusal, and of several at once: somebody who sent a form whole is told all of them. */
import { Refusal } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import type { Fault } from './arguments.js'
import type { AnyCommand } from './command.js'
import type { Form } from './forms.js'
import { choiceText } from './question.js'

/** Several arguments are wrong. As a refusal it is the first of them. */
class Mistakes extends Refusal {
  readonly command: string
  /** Two at least, in the order of the command's arguments. */
  readonly faults: readonly Fault[]

  constructor(command: string, first: Fault, others: readonly Fault[]) {
    super(first.refusal.key, first.refusal.params)
    this.command = command
    this.faults = [first, ...others]
  }
}

/** The refusal of what `parseValues` found wrong with a command's values. */
export function refusalFor(
  command: AnyCommand,
  { others, ...first }: Fault & { others: readonly Fault[] },
): Refusal {
  const [one, ...more] = [first, ...others].map((fault) => inWords(command, fault))
  const fault = one ?? first
  return more.length === 0 ? fault.refusal : new Mistakes(command.name, fault, more)
}

/** Choices are named as people see them, and may type them. */
function inWords(command: AnyCommand, { argument, refusal }: Fault): Fault {
  const facts = command.facts.find(({ name }) => name === argument)
  if (refusal.key !== 'choice-unknown' || !facts?.choices || refusal.params.choices === 'none')
    return { argument, refusal }
  const list = facts.choices.map((value) => choiceText(command, facts, value))
  return { argument, refusal: new Refusal('choice-unknown', { ...refusal.params, choices: { list } }) }
}

/** Why not, and what to do about it; of several mistakes each in a line of its own, by its field. */
export function refusalText(refusal: Refusal): Text[] {
  if (refusal instanceof Mistakes) return refusal.faults.map((fault) => mistakeText(refusal.command, fault))
  const { key, params } = refusal
  return [text(`refusal-${key}`, params), text(`refusal-${key}.next`, params)]
}

function mistakeText(command: string, { argument, refusal }: Fault): Text {
  const [why, next] = refusalText(refusal)
  const field = { heading: text(`argument-${command}-${argument}.label`) }
  return text('form-mistake', { field, why: why ?? '', next: next ?? '' })
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
