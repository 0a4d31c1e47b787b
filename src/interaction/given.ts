/** What a form is told so far, and whether it fits together. */
import { Refusal } from '../kit/refusal.js'
import { parseValues } from './arguments.js'
import type { AnyCommand } from './command.js'
import type { Form } from './forms.js'

/** The arguments there are by now: the answers that are right. */
export function givenBy(
  { args, argumentNames }: AnyCommand,
  answers: Form['answers'],
): Record<string, unknown> {
  const parsed = argumentNames.flatMap((name) => {
    const value = answers[name]
    if (value === undefined) return []
    const one = parseValues({ [name]: args.shape[name] }, { [name]: value })
    return one.ok ? [one.args] : []
  })
  return Object.assign({}, ...parsed)
}

/** Why the answers so far do not fit together, if so. */
export function weighed(command: AnyCommand, { answers }: Form): Refusal | undefined {
  try {
    command.weigh?.(givenBy(command, answers))
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}
