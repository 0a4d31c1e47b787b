/** Which half-filled form a call goes on with, and what it answers. */
import type { Work } from '../storage/storage.js'
import type { Place } from './call.js'
import type { AnyCommand, Chooser, LiveChoice } from './command.js'
import type { Intent } from './decode.js'
import { awaitingForms, type Form, formOf, type Hold } from './forms.js'
import type { House } from './house.js'
import { bare } from './typed.js'

/**
 * The form of a step, or the one whose question a free text answers: in private the newest, in a group the
 * newest that was begun there. Undefined for a text that nobody asked for. Refuses `form-gone` and
 * `form-of-another`.
 */
export async function formAsked(
  house: Pick<House, 'roster'>,
  work: Work,
  { member, place, intent, hold }: { member: number; place: Place; intent: StepOrText; hold: Hold },
): Promise<Form | undefined> {
  if (intent.kind === 'step') return formOf(work, intent.form, member, hold)
  const forms = await awaitingForms(work, member, hold)
  if (place.kind === 'private') return forms[0]
  for (const form of forms) {
    const origin = await house.roster.chat(work, form.origin.chat)
    if (origin.place.platform === place.platform && origin.place.chat === place.chat) return form
  }
  return undefined
}

export type StepOrText = Exclude<Intent, { kind: 'run' }>

/** What the call adds to the answers of its form. */
export function answersIn(form: Form, intent: StepOrText): Record<string, string> {
  if (intent.kind === 'step') return intent.values
  return form.awaits === null ? {} : { [form.awaits]: intent.text }
}

/** The same, where a question with live choices is answered by what one of its buttons says. */
export async function answersChosen(
  chooser: Chooser,
  command: AnyCommand,
  form: Form,
  intent: StepOrText,
): Promise<Record<string, string>> {
  const answers = answersIn(form, intent)
  if (intent.kind === 'step' || form.awaits === null) return answers
  const live = (await command.choices?.(chooser, form.awaits, form.answers)) ?? []
  return { ...answers, [form.awaits]: choiceTyped(live, intent.text) ?? intent.text }
}

/** The one choice that these words stand for; undefined where there is none, or several. */
function choiceTyped(live: readonly LiveChoice[], typed: string): string | undefined {
  const meant = bare(typed)
  if (meant === '') return undefined
  const whole = live.filter(({ label }) => bare(label) === meant)
  const found = whole.length > 0 ? whole : live.filter(({ short = '' }) => bare(short) === meant)
  return found.length === 1 ? found[0]?.value : undefined
}
