/** Answers to a form of many questions, in words. */
import { type Text, text } from '../kit/text.js'
import type { AnyCommand, LongForm } from './command.js'
import { literal } from './question.js'

/** An answer in the words of its form, all of it. */
export function answerText(
  { facts }: Pick<AnyCommand, 'facts'>,
  { wording }: LongForm,
  name: string,
  answer: string,
): Text {
  if (answer === '') return text('form-skipped')
  const { choices, several, file } = facts.find((one) => one.name === name) ?? {}
  if (file) return text('form-attached')
  const { choice } = wording(name)
  const named = (value: string) => choice?.(value) ?? literal(value)
  if (several) return text('form-list', { list: { list: answer.split(',').map(named) } })
  if (choices) return named(answer)
  return literal(answer)
}
