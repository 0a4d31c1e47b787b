/** Which half-filled form a call goes on with, and what it answers. */
import { Refusal } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import type { Place } from './call.js'
import type { AnyCommand, Chooser, LiveChoice } from './command.js'
import type { FormAct, Intent } from './decode.js'
import { askedForms, type Form, formOf, type Hold, newestForm } from './forms.js'
import type { House } from './house.js'
import { bare } from './typed.js'

/**
 * The form of a step, or the one that a free text is for: what was shown last where it is typed; in private
 * also what was asked last in a group. Where something else was shown meanwhile: the one that /cancel ends,
 * and in private the one whose question has no answer yet, to be asked again. Undefined where there is none.
 * Refuses `form-gone` and `form-of-another`.
 */
export async function formAsked(
  house: Pick<House, 'roster'>,
  work: Work,
  { member, place, intent, hold }: { member: number; place: Place; intent: StepOrText; hold: Hold },
): Promise<Form | undefined> {
  if (intent.kind === 'step') return formOf(work, intent.form, member, hold)
  const isPrivate = place.kind === 'private'
  const nearness = async (chat: number | null): Promise<'here' | 'near' | 'far'> => {
    if (chat === null) return 'far'
    const { platform, chat: native } = (await house.roster.chat(work, chat)).place
    if (platform !== place.platform) return 'far'
    return native === place.chat ? 'here' : 'near'
  }
  for (const form of await askedForms(work, member, hold)) {
    const near = await nearness(form.asked)
    if (near === 'here' && (isPrivate || form.awaits !== null)) return form
    if (near === 'near' && isPrivate && form.awaits !== null) return form
  }
  const newest = isPrivate ? await newestForm(work, member, hold) : undefined
  if (!newest) return undefined
  const near = await nearness(newest.origin.chat)
  const { awaits, answers } = newest
  if (isCancel(intent)) return near === 'here' || (near === 'near' && awaits !== null) ? newest : undefined
  return near !== 'far' && awaits !== null && answers[awaits] === undefined ? newest : undefined
}

function isCancel(intent: StepOrText): boolean {
  return intent.kind === 'text' && intent.text === '/cancel' && !intent.file
}

/** Why words are no answer to the form that they came to; undefined where they are one. */
export function whyNoAnswer({ awaits, asked }: Form, intent: StepOrText): Refusal | undefined {
  if (intent.kind === 'step' || isCancel(intent)) return undefined
  // A file is refused as one that nobody asked for.
  if (awaits === null) return intent.file ? undefined : new Refusal('press-instead')
  return asked === null ? new Refusal('question-left') : undefined
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
