/** Questions that want a file are answered by what the platform handed over, and by nothing typed. */
import { Refusal } from '../kit/refusal.js'
import type { SentFile } from './call.js'
import type { AnyCommand, Context } from './command.js'
import type { Intent } from './decode.js'
import { faultOfSent, NO_FILE } from './file-argument.js'
import type { Form } from './forms.js'
import { receiveFile } from './received-files.js'

type Values = Record<string, string>

/**
 * Values in which every answer to a question for a file is one that came as a file with this call. What was
 * typed instead becomes an answer that is refused (`file-wanted`); blanks stay.
 */
export async function valuesWithFiles(
  context: Context,
  { facts }: AnyCommand,
  { values, files = {} }: { values: Values; files?: Record<string, SentFile> },
): Promise<Values> {
  const answers = { ...values }
  for (const { name, file: kind } of facts) {
    if (!kind) continue
    const sent = Object.hasOwn(files, name) ? files[name] : undefined
    if (sent) answers[name] = faultOfSent(sent, kind) ?? (await received(context, sent))
    else if (Object.hasOwn(values, name) && values[name]?.trim() !== '') answers[name] = NO_FILE
  }
  return answers
}

/**
 * The same of what goes on with a form. Refuses `file-unasked`: a file came where words are wanted.
 */
export async function meantWithFiles<I extends Exclude<Intent, { kind: 'run' }>>(
  context: Context,
  command: AnyCommand,
  form: Form,
  intent: I,
): Promise<I> {
  if (intent.kind === 'step') return { ...intent, values: await valuesWithFiles(context, command, intent) }
  const { text, file } = intent
  const facts = command.facts.find(({ name }) => name === form.awaits)
  if (!facts?.file) {
    if (file) throw new Refusal('file-unasked')
    return intent
  }
  if (text === '/cancel' && !file) return intent
  const { name } = facts
  const given = { values: { [name]: text }, files: file && { [name]: file } }
  return { ...intent, text: (await valuesWithFiles(context, command, given))[name] ?? '' }
}

function received({ work, actor, platform }: Context, sent: SentFile): Promise<string> {
  return receiveFile(work, { ...sent, member: actor.member, platform })
}
