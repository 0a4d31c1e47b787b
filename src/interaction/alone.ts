/** One call, one unit of work. */
import { must } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import type { Work } from '../storage/storage.js'
import type { Call } from './call.js'
import type { AnyCommand, Context, Missing } from './command.js'
import { conclude } from './conclude.js'
import { answerFrom, atOrigin, contextOf, permissionRefusal } from './contexts.js'
import type { Intent } from './decode.js'
import { awaitingForm, type Form, formOf } from './forms.js'
import type { Arrival, House } from './house.js'
import { rememberedAnswers } from './repeats.js'
import { askFor, runOrAsk, takeStep, takeText } from './steps.js'
import { unit } from './unit.js'
import type { Answer, View } from './view.js'

/** Does what is meant, or gives the answer that was given before. Throws refusals, mistakes and outages. */
export function runAlone(house: House, arrival: Arrival): Promise<Answer | undefined> {
  return answering(house, arrival.call, (context) => meaning(house, context, arrival))
}

/** Asks for what a handler found missing, instead of running it. */
export function askInstead(
  house: House,
  call: Call,
  command: AnyCommand,
  values: Record<string, string>,
  missing: Missing,
): Promise<Answer | undefined> {
  return answering(house, call, (context) => askFor(context, command, values, missing.names))
}

/** A unit of work around what makes the view: repeats dropped before it, the answer kept after it. */
export function answering(
  house: House,
  call: Call,
  make: (context: Context) => Promise<View | undefined>,
  refused = false,
): Promise<Answer | undefined> {
  return unit(house, async (work) => {
    const known = await before(work, call)
    if (known) return known.answer
    const context = await contextOf(house, work, call)
    const view = await make(context)
    return view && conclude(work, { call, meeting: context, answer: answerFrom(context, view, refused) })
  })
}

async function before(work: Work, call: Call) {
  return (await rememberedAnswers(work, call.platform, [call.id])).get(call.id)
}

async function meaning(house: House, context: Context, { call, intent }: Arrival): Promise<View | undefined> {
  if (intent.kind === 'run') {
    if (call.request.kind !== 'pressed') await noteSighting(house, context)
    allow(intent.command, context)
    return runOrAsk(context, intent.command, intent.values)
  }
  const form = await formFor(context, intent)
  if (!form) return nobodyAsked(call)
  const command = must(house.catalogue.find(form.command), 'the command of a form')
  const there = await atOrigin(house, context, form)
  allow(command, there)
  if (intent.kind === 'step') return takeStep(there, command, form, intent)
  return takeText(there, command, form, intent.text)
}

function noteSighting(house: House, { work, actor, spot }: Context): Promise<void> {
  return spot.kind === 'group' ? house.roster.sighted(work, actor.member, spot.chat) : Promise.resolve()
}

function formFor(
  { work, actor }: Context,
  intent: Exclude<Intent, { kind: 'run' }>,
): Promise<Form | undefined> {
  return intent.kind === 'step' ? formOf(work, intent.form, actor.member) : awaitingForm(work, actor.member)
}

/** A free text that answers nothing: a hint in private, silence in a group. */
function nobodyAsked(call: Call): View | undefined {
  return call.place.kind === 'private' ? { text: [text('nobody-asked')] } : undefined
}

function allow(command: AnyCommand, context: Context): void {
  const refused = permissionRefusal(command, context)
  if (refused) throw refused
}
