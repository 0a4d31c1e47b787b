/** One call, one unit of work. */
import { Refusal, refuse } from '../kit/refusal.js'
import { text } from '../kit/text.js'
import { reviveFor } from '../storage/outbox.js'
import type { Work } from '../storage/storage.js'
import { meantWithFiles, valuesWithFiles } from './answers-in-files.js'
import { answersChosen, formAsked, type StepOrText, whyNoAnswer } from './asked.js'
import type { Call } from './call.js'
import { type AnyCommand, type Context, type Missing, permissionRefusal } from './command.js'
import { conclude } from './conclude.js'
import { answerFrom, atOrigin, contextOf, refusalView } from './contexts.js'
import type { Intent } from './decode.js'
import { type Form, putAside } from './forms.js'
import type { Arrival, House } from './house.js'
import { askLongAgain, beginLong, takeLongStep, takeLongText } from './long-form.js'
import { isAsked } from './question.js'
import { rememberedAnswers } from './repeats.js'
import { answered, askAgain, askFor, endIfVain, reconsider, runOrAsk, takeStep, takeText } from './steps.js'
import { unit } from './unit.js'
import type { Answer, View } from './view.js'

/** Does what is meant, or gives the answer that was given before. Throws refusals, mistakes and outages. */
export function runAlone(house: House, arrival: Arrival): Promise<Answer | undefined> {
  const { call, intent } = arrival
  return answering(house, call, async (context) => {
    await leaveQuestion(context, intent)
    const view = await meaning(house, context, arrival)
    const joins = intent.kind === 'run' && intent.command.joinsPeople === true
    if (!joins) await house.roster.assertStillOne(context.work, context.actor.member)
    await sayUnheard(context, call)
    return view && withMissed(view, arrival)
  })
}

/**
 * In private the answer to a call is what is shown last from now on: words that are typed afterwards are for
 * a question that it asks, and for no older one. A group goes on talking under a question.
 */
async function leaveQuestion({ work, actor, here }: Context, { kind }: Intent): Promise<void> {
  if (kind !== 'text' && here.kind === 'private') await putAside(work, actor.member, here.chat)
}

/**
 * Whoever opens the private chat hears what waited for it: of the first time no platform tells otherwise.
 * Rows of the outbox come last in a unit.
 */
async function sayUnheard({ work }: Context, { request, place, actor }: Call): Promise<void> {
  if (request.kind !== 'opened' || place.kind !== 'private') return
  await reviveFor(work, { platform: actor.platform, account: actor.id })
}

/** Asks for what a handler found missing, instead of running it. */
export function askInstead(
  house: House,
  call: Call,
  intent: Intent & { kind: 'run' },
  missing: Missing,
): Promise<Answer | undefined> {
  const { command } = intent
  return answering(house, call, async (context) => {
    await leaveQuestion(context, intent)
    return askFor(context, command, await valuesWithFiles(context, command, intent), missing.names)
  })
}

/** Who typed too fast was told once at most, and learns here what came of the rest. */
function withMissed(view: View, { missed = 0 }: Arrival): View {
  if (missed === 0 || view.audience === 'everyone') return view
  return { ...view, text: [...view.text, text('answer-missed', { count: missed })] }
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

async function meaning(
  house: House,
  context: Context,
  { call, intent, cooldown }: Arrival,
): Promise<View | undefined> {
  if (intent.kind !== 'run') return goOn(house, { ...context, cooldown }, call, intent)
  if (call.request.kind !== 'pressed') await noteSighting(house, context)
  const { command, leftOver } = intent
  allow(command, context)
  const values = await valuesWithFiles(context, command, intent)
  if (!command.long) return runOrAsk(context, command, values, leftOver)
  return isOverheard(context, call) ? inPrivate(command) : beginLong(context, command, values)
}

/**
 * What is answered here is read by the whole group: a typed command, and a press that Telegram answers where
 * it is. Only Discord's commands and links open for one person within a group.
 */
function isOverheard({ spot }: Context, { request }: Call): boolean {
  return spot.kind === 'group' && request.kind !== 'filled' && request.kind !== 'opened'
}

function inPrivate({ name }: AnyCommand): View {
  const way = { kind: 'private' as const, label: text('form-in-private'), payload: name }
  return { text: [text('form-private')], rows: [[way]] }
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
  const { step, words, again } = waysOf(command)
  const asked = intent.kind === 'step' && intent.act === 'ask' ? intent.field : undefined
  if (asked !== undefined && !isAsked(house.speech, command, asked)) refuse('button-unknown')
  const unasked = whyNoAnswer(form, intent)
  if (unasked) return again(there, command, form, unasked)
  const meant = await meantWithFiles(there, command, form, intent)
  return meant.kind === 'step' ? step(there, command, form, meant) : words(there, command, form, meant.text)
}

function waysOf({ long }: AnyCommand) {
  return long
    ? { step: takeLongStep, words: takeLongText, again: askLongAgain }
    : { step: takeStep, words: takeText, again: askAgain }
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
export function tellRefusal(house: House, arrival: Arrival, refusal: Refusal): Promise<Answer | undefined> {
  const { call, intent } = arrival
  const make = async (context: Context): Promise<View> => {
    await leaveQuestion(context, intent)
    if (intent.kind === 'run' || refusal.key === 'button-unknown') return refusalView(refusal)
    const open = await stillOpen(house, context, call, intent)
    if (!open) return refusalView(refusal)
    const { command, there, form } = open
    // What was pressed stays as it is: there is nothing to be changed in a form that leads nowhere.
    const vain = await endIfVain(there, command, form)
    if (vain) return refusalView(refusal.key === 'file-unasked' ? vain : refusal)
    if (refusal.key === 'file-unasked') return waysOf(command).again(there, command, form, refusal)
    // Of a long form every answer that was taken is kept already.
    const tried = command.long
      ? form
      : answered(command, form, await answersMeant(there, command, form, intent))
    return reconsider(there, command, tried, refusal)
  }
  return answering(house, call, async (context) => withMissed(await make(context), arrival), true)
}

async function answersMeant(there: Context, command: AnyCommand, form: Form, intent: StepOrText) {
  return answersChosen(there, command, form, await meantWithFiles(there, command, form, intent))
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
