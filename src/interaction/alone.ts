/** One call, one unit of work. */
import { Refusal, refuse } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import type { Work } from '../storage/storage.js'
import { answersIn, formAsked, type StepOrText } from './asked.js'
import type { Call } from './call.js'
import type { AnyCommand, Context, Missing } from './command.js'
import { conclude } from './conclude.js'
import { answerFrom, atOrigin, contextOf, permissionRefusal, refusalView } from './contexts.js'
import type { Arrival, House } from './house.js'
import { rememberedAnswers } from './repeats.js'
import { answered, askFor, reconsider, runOrAsk, takeStep, takeText } from './steps.js'
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
  if (intent.kind !== 'run') return goOn(house, context, call, intent)
  if (call.request.kind !== 'pressed') await noteSighting(house, context)
  allow(intent.command, context)
  return runOrAsk(context, intent.command, intent.values)
}

async function goOn(
  house: House,
  context: Context,
  call: Call,
  intent: StepOrText,
): Promise<View | undefined> {
  const open = await openForm(house, context, call, intent)
  if (!open) return nobodyAsked(call)
  const { command, there, form } = open
  if (intent.kind === 'step') return takeStep(there, command, form, intent)
  return takeText(there, command, form, intent.text)
}

/**
 * The form a call goes on with, and the context it takes effect in. Refuses what stands between it and this
 * person.
 */
async function openForm(house: House, context: Context, { place }: Call, intent: StepOrText) {
  const { actor, work } = context
  const form = await formAsked(house, work, { member: actor.member, place, intent, hold: 'lock' })
  if (!form) return undefined
  const command = house.catalogue.find(form.command) ?? refuse('form-gone')
  const there = await atOrigin(house, context, form)
  allow(command, there)
  return { command, there, form }
}

/** Tells a refusal. The form whose step it rolled back stays open, to be changed. */
export function tellRefusal(
  house: House,
  { call, intent }: Arrival,
  refusal: Refusal,
): Promise<Answer | undefined> {
  const make = async (context: Context): Promise<View> => {
    if (intent.kind === 'run' || refusal.key === 'button-unknown') return refusalView(refusal)
    const open = await stillOpen(house, context, call, intent)
    if (!open) return refusalView(refusal)
    const { command, there, form } = open
    return reconsider(there, command, answered(command, form, answersIn(form, intent)), refusal)
  }
  return answering(house, call, make, true)
}

/**
 * Undefined where the form itself was refused: it is another's, gone, or its command not allowed any more.
 */
function stillOpen(house: House, context: Context, call: Call, intent: StepOrText) {
  return openForm(house, context, call, intent).catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
}

function noteSighting(house: House, { work, actor, spot }: Context): Promise<void> {
  return spot.kind === 'group' ? house.roster.sighted(work, actor.member, spot.chat) : Promise.resolve()
}

/** A free text that answers nothing: a hint in private, silence in a group. */
function nobodyAsked(call: Call): View | undefined {
  return call.place.kind === 'private' ? { text: [text('nobody-asked')] } : undefined
}

function allow(command: AnyCommand, context: Context): void {
  const refused = permissionRefusal(command, context)
  if (refused) throw refused
}
