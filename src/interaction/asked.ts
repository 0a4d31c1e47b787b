/** Which half-filled form a call goes on with, and what it answers. */
import type { Work } from '../storage/storage.js'
import type { Place } from './call.js'
import type { AnyCommand, Chooser, LiveChoice } from './command.js'
import type { FormAct, Intent } from './decode.js'
import { awaitingForms, type Form, formOf, type Hold, newestForm } from './forms.js'
import type { House } from './house.js'
import { bare } from './typed.js'

/**
 * The form of a step, or the one that a free text is for: in private the newest, which may wait for a press
 * where it was begun there, in a group the newest of those begun there that ask for a text. Undefined where
 * there is none. Refuses `form-gone` and `form-of-another`.
 */
export async function formAsked(
  house: Pick<House, 'roster'>,
  work: Work,
  { member, place, intent, hold }: { member: number; place: Place; intent: StepOrText; hold: Hold },
): Promise<Form | undefined> {
  if (intent.kind === 'step') return formOf(work, intent.form, member, hold)
  const isFromHere = async ({ origin }: Form): Promise<boolean> => {
    const chat = await house.roster.chat(work, origin.chat)
    return chat.place.platform === place.platform && chat.place.chat === place.chat
  }
  if (place.kind === 'private') {
    const newest = await newestForm(work, member, hold)
    if (newest && (newest.awaits !== null || (await isFromHere(newest)))) return newest
  }
  const forms = await awaitingForms(work, member, hold)
  if (place.kind === 'private') return forms[0]
  for (const form of forms) if (await isFromHere(form)) return form
  return undefined
}

export type StepOrText = Exclude<Intent, { kind: 'run' }>

const ANSWERING: readonly FormAct[] = ['set', 'fill']

/**
 * What the call adds to the answers of its form. Of steps only those that answer add something, at the
 * version that they were offered at: whatever else a client sends along is neither executed nor looked at.
 */
export function answersIn(form: Form, intent: StepOrText): Record<string, string> {
  if (intent.kind === 'step') {
    const isAnswer = ANSWERING.includes(intent.act) && intent.version === form.version
    return isAnswer ? intent.values : {}
  }
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
