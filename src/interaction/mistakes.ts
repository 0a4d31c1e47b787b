/** What is told of a refusal, and of several at once: somebody who sent a form whole is told all of them. */
import { Refusal } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import type { Fault } from './arguments.js'

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
  command: string,
  { others, ...first }: Fault & { others: readonly Fault[] },
): Refusal {
  return others.length === 0 ? first.refusal : new Mistakes(command, first, others)
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
