/** Which half-filled form a call goes on with. */
import type { Work } from '../storage/storage.js'
import type { Place } from './call.js'
import type { Intent } from './decode.js'
import { awaitingForms, type Form, formOf, type Hold } from './forms.js'
import type { House } from './house.js'

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
