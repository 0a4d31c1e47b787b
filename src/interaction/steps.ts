/**
 * The way from a half-filled call to a finished one: ask for what is missing, show a preview, let it be
 * changed, do it. One definition for both platforms: a view that asks carries buttons and, for those who have
 * them, a modal.
 */
import { must, Refusal, refuse } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import { ARGUMENT_LIMIT, parseValues } from './arguments.js'
import { answersChosen } from './asked.js'
import { isTyped } from './catalogue.js'
import { type AnyCommand, type Context, Missing, type Preview } from './command.js'
import type { Intent } from './decode.js'
import { askBeside, beginForm, editionOf, endForm, type Form, saveForm, showsPreview } from './forms.js'
import { givenBy, weighed } from './given.js'
import { argumentOf, refusalFor, refusalText } from './mistakes.js'
import { factsOf, fieldOf, MODAL_FIELDS, modalOf, optionRows, questionRows, stepButton } from './question.js'
import { fitted } from './room.js'
import { asChoices } from './typed.js'
import type { View } from './view.js'

/** Refused before anything is written: what was shown is not what would be done now. */
const OVERTAKEN = 'preview-overtaken'

/** Runs a complete call, or opens a form for what it lacks. */
export async function runOrAsk(
  context: Context,
  command: AnyCommand,
  values: Record<string, string>,
  leftOver = false,
): Promise<View> {
  const parsed = parseValues(command.args.shape, values)
  if (parsed.ok && !previewsFirst(command, parsed.args, leftOver)) return run(context, command, parsed.args)
  // What a button carries is no field of a form, and has no name: a forged one is told the first mistake.
  if (!parsed.ok && 'refusal' in parsed) {
    throw isTyped(command) ? refusalFor(command, parsed) : parsed.refusal
  }
  const begun = await openForm(context, command, values)
  return advance(context, command, begun)
}

/** Whether these values are enough for it to be done at once, without a question and without a preview. */
export function goesThrough({ command, values, leftOver = false }: Intent & { kind: 'run' }): boolean {
  const parsed = parseValues(command.args.shape, values)
  return parsed.ok && !previewsFirst(command, parsed.args, leftOver)
}

function previewsFirst(
  { alwaysPreview = false }: AnyCommand,
  args: Record<string, unknown>,
  leftOver: boolean,
): boolean {
  return typeof alwaysPreview === 'function' ? alwaysPreview(args, leftOver) : alwaysPreview
}

/** Begins a form and asks for `names` first. */
export async function askFor(
  context: Context,
  command: AnyCommand,
  values: Record<string, string>,
  names: readonly string[],
): Promise<View> {
  const form = await openForm(context, command, values)
  return ask(context, command, form, names)
}

function openForm(context: Context, command: AnyCommand, answers: Record<string, string>): Promise<Form> {
  const origin = { chat: context.spot.chat, thread: context.spot.place.thread }
  return beginForm(context.work, { member: context.actor.member, command: command.name, answers, origin })
}

/** One press, modal or text in a form. Refuses what the command refuses. */
export async function takeStep(
  context: Context,
  command: AnyCommand,
  form: Form,
  intent: Intent & { kind: 'step' },
): Promise<View> {
  if (intent.act === 'cancel') return cancel(context, command, form)
  if (intent.act === 'show') {
    return form.awaits === null ? advance(context, command, form) : ask(context, command, form, [form.awaits])
  }
  if (intent.version !== form.version) return advance(context, command, form, new Refusal('form-moved-on'))
  if (intent.act === 'more') return preview(context, command, form, { all: true })
  if (intent.act === 'confirm') {
    return confirm(context, command, form).catch((error: unknown) => {
      if (error instanceof Missing) return ask(context, command, form, error.names, { save: askBeside })
      throw error
    })
  }
  if (intent.act === 'ask') {
    const names = new Set([intent.field ?? refuse('button-unknown'), ...faultyIn(command, form)])
    return ask(context, command, form, [...names], { save: askBeside })
  }
  return advance(context, command, answered(command, form, intent.values))
}

/** A free text that answers the question the form waits on. */
export async function takeText(
  context: Context,
  command: AnyCommand,
  form: Form,
  typed: string,
): Promise<View> {
  if (typed === '/cancel') return cancel(context, command, form)
  const answers = await answersChosen(context, command, form, { kind: 'text', text: typed })
  return advance(context, command, answered(command, form, answers))
}

/** Asks the same question again, and says first what was wrong with what came. */
export function askAgain(context: Context, command: AnyCommand, form: Form, wrong: Refusal): Promise<View> {
  return form.awaits === null
    ? advance(context, command, form, wrong)
    : ask(context, command, form, [form.awaits], { wrong })
}

/** The form with what the call adds to its answers. A field left blank takes back what was wrong in it. */
export function answered(command: AnyCommand, form: Form, values: Record<string, string>): Form {
  const known = Object.entries(values).filter(([name]) => command.argumentNames.includes(name))
  const given = known.filter(([, value]) => value.trim() !== '')
  const wrong = faultyIn(command, form).filter((name) => Object.hasOwn(values, name))
  const before = Object.entries(form.answers).filter(([name]) => !wrong.includes(name))
  const spelt = asChoices(command.facts, Object.fromEntries(given))
  return { ...form, answers: { ...Object.fromEntries(before), ...spelt } }
}

async function cancel(context: Context, { cancelled }: AnyCommand, form: Form): Promise<View> {
  await endForm(context.work, form.id)
  return cancelled ? cancelled(context, form.answers) : { text: [text('form-cancelled')], replace: true }
}

/** Names of the answers that are wrong: they stay in the form until others take their place. */
function faultyIn({ args }: AnyCommand, { answers }: Form): string[] {
  const parsed = parseValues(args.shape, answers)
  return !parsed.ok && 'refusal' in parsed ? [parsed, ...parsed.others].map(({ argument }) => argument) : []
}

/** The form without answers that are too long to keep. */
function kept(form: Form): Form {
  const answers = Object.entries(form.answers).filter(([, answer]) => answer.length <= ARGUMENT_LIMIT)
  return { ...form, answers: Object.fromEntries(answers) }
}

/** Goes as far as the answers allow. `wrong` is told first. */
async function advance(context: Context, command: AnyCommand, form: Form, wrong?: Refusal): Promise<View> {
  const parsed = parseValues(command.args.shape, form.answers)
  if (!parsed.ok && 'refusal' in parsed) {
    const faults = refusalFor(command, parsed)
    return ask(context, command, kept(form), faultyIn(command, form), { wrong: faults })
  }
  if (!parsed.ok) {
    const unfit = weighed(command, form)
    if (unfit) return reconsider(context, command, form, unfit)
    return ask(context, command, form, parsed.missing, { wrong })
  }
  return askingForMissing(context, command, form, wrong, () => {
    if (command.preview) return preview(context, command, form, { wrong })
    // Who said something else, or pressed what is old, has not asked for it to be done once more.
    return wrong ? reconsider(context, command, form, wrong) : finishInTime(context, command, form)
  })
}

async function askingForMissing(
  context: Context,
  command: AnyCommand,
  form: Form,
  wrong: Refusal | undefined,
  attempt: () => Promise<View>,
): Promise<View> {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Missing) return ask(context, command, form, error.names, { wrong })
    throw error
  }
}

/** Does what was shown, as often as if it had been typed whole. */
async function confirm(context: Context, command: AnyCommand, form: Form): Promise<View> {
  if (!parseValues(command.args.shape, form.answers).ok) return advance(context, command, form)
  if (!showsPreview(form, command)) return advance(context, command, form, new Refusal('form-outdated'))
  try {
    return await finishInTime({ ...context, ...basisOf(form) }, command, form)
  } catch (error) {
    // The preview again, as it is now, or with its button for later.
    const isShown = error instanceof Refusal && (error.key === OVERTAKEN || error.key === 'cooldown')
    if (isShown) return advance(context, command, form, error)
    throw error
  }
}

/** Throws a refusal where it is too soon after the last; any other costs no cooldown. */
async function finishInTime(context: Context, command: AnyCommand, form: Form): Promise<View> {
  const tooSoon = context.cooldown?.begin(command)
  if (tooSoon) throw tooSoon
  try {
    return await finish(context, command, form)
  } catch (error) {
    if (error instanceof Refusal || error instanceof Missing) context.cooldown?.end(command)
    throw error
  }
}

function basisOf({ basis }: Pick<Form, 'basis'> | Preview): Pick<Form, 'basis'> {
  return basis === undefined ? {} : { basis }
}

async function finish(context: Context, command: AnyCommand, form: Form): Promise<View> {
  const parsed = parseValues(command.args.shape, form.answers)
  if (!parsed.ok) return advance(context, command, form)
  const { view, refusal } = await outcomeOf({ ...context, confirmed: true }, command, parsed.args)
  const goesOn = refusal !== undefined && command.triesAgain?.[refusal.key] !== undefined
  if (!goesOn) await endForm(context.work, form.id)
  return { replace: true, ...view }
}

async function run(context: Context, command: AnyCommand, args: Record<string, unknown>): Promise<View> {
  return (await outcomeOf(context, command, args)).view
}

/**
 * Runs a command whose arguments are complete. A hot command's refusal is an answer and not thrown: what it
 * wrote (a wrong try that counts) stays.
 */
async function outcomeOf(
  context: Context,
  command: AnyCommand,
  args: Record<string, unknown>,
): Promise<{ view: View; refusal?: Refusal }> {
  if (!command.handleMany) return { view: await command.handle(context, args) }
  const { work, ...rest } = context
  const [outcome] = await command.handleMany(work, [{ context: rest, args }])
  if (outcome instanceof Missing) throw outcome
  if (outcome instanceof Refusal) {
    return { view: { text: refusalText(outcome), tone: 'refusal' }, refusal: outcome }
  }
  return { view: must(outcome, 'a hot command answers every item') }
}

/**
 * What will happen, with the means to change it. A refusal of the preview is shown with the means to change
 * it too.
 */
async function preview(
  context: Context,
  command: AnyCommand,
  form: Form,
  { wrong, all = false }: { wrong?: Refusal; all?: boolean },
): Promise<View> {
  const parsed = parseValues(command.args.shape, form.answers)
  if (!parsed.ok || !command.preview) return refuse('form-gone')
  const shown = await command.preview(context, parsed.args).catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
  if (shown instanceof Refusal) return reconsider(context, command, form, shown, all)
  // Who is told that something else was meant before, is not done something at once either.
  if (!shown && wrong) return reconsider(context, command, form, wrong, all)
  if (!shown) return finish(context, command, form)
  const settled = { ...form, answers: { ...form.answers, ...shown.meant } }
  const drawn = { shown: editionOf(command), ...basisOf(shown) }
  const saved = await saveForm(context, settled, null, drawn)
  const cancelButton = stepButton(saved, 'cancel', text('form-cancel'))
  const confirm = { ...stepButton(saved, 'confirm', shown.confirm), style: 'success' as const }
  const note = wrong ? refusalText(wrong) : []
  const rows = [[confirm, cancelButton], ...(await optionRows(context, command, saved, all))]
  return { ...shown.view, text: [...note, ...shown.view.text], rows, replace: true }
}

/** What the answers lead to is refused: why, and the means to change them. */
export async function reconsider(
  context: Context,
  command: AnyCommand,
  form: Form,
  refusal: Refusal,
  all = false,
): Promise<View> {
  const about = argumentOf(command, form, refusal)
  if (about) return ask(context, command, without(form, about), [about], { wrong: refusal })
  const told = { text: refusalText(refusal), tone: 'refusal' as const, replace: true }
  const isWhole = parseValues(command.args.shape, form.answers).ok
  if (command.preview && isWhole && (await optionRows(context, command, form, all)).length === 0) {
    // What was shown is refused and cannot be changed: there is nothing left to cancel either.
    await endForm(context.work, form.id)
    return told
  }
  // Nor is there where it leads nowhere, whatever it is changed to.
  if (command.preview && isWhole && (await endIfVain(context, command, form))) return told
  const saved = await saveForm(context, form, null)
  const rows = [
    ...(await optionRows(context, command, saved, all)),
    [stepButton(saved, 'cancel', text('form-cancel'))],
  ]
  return { ...told, rows }
}

function without(form: Form, name: string): Form {
  const { [name]: _dropped, ...answers } = form.answers
  return { ...form, answers }
}

/** What the questions of a form are about. Refuses where there is nothing to be answered any more. */
async function aboutOf(context: Context, command: AnyCommand, { answers }: Form): Promise<Text[]> {
  return command.about ? command.about(context, givenBy(command, answers)) : []
}

/** Why a form leads nowhere any more, whatever is answered; it is ended then. */
export async function endIfVain(
  context: Context,
  command: AnyCommand,
  form: Form,
): Promise<Refusal | undefined> {
  const vain = await aboutOf(context, command, form).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (vain === undefined) return undefined
  if (!(vain instanceof Refusal)) throw vain
  await endForm(context.work, form.id)
  return vain
}

/** Asks for the first of `names`; a modal asks for as many as it can hold, below what is said first. */
async function ask(
  context: Context,
  command: AnyCommand,
  form: Form,
  names: readonly string[],
  { wrong, save = saveForm }: { wrong?: Refusal | undefined; save?: typeof askBeside } = {},
): Promise<View> {
  const about = [...(wrong ? refusalText(wrong) : []), ...(await aboutOf(context, command, form))]
  const most = about.length > 0 ? MODAL_FIELDS - 1 : MODAL_FIELDS
  const fields = await Promise.all(names.slice(0, most).map((name) => fieldOf(context, command, form, name)))
  const [first] = fields
  if (!first) return refuse('form-gone')
  const facts = factsOf(command, first.name)
  // Of a few choices one may be typed, too; no field is opened for it.
  const saved = await save(context, form, first.name)
  const question: Text[] = [first.label, ...(first.hint ? [first.hint] : [])]
  // Of files only those of private chats reach us on Telegram.
  const secretly = (facts.secret === true || facts.file !== undefined) && context.here.kind === 'group'
  return {
    text: fitted([...about, ...question]).lines,
    rows: questionRows(saved, first, secretly),
    ...(wrong ? { tone: 'refusal' as const } : {}),
    ...(first.choices || secretly ? {} : { awaits: first }),
    ...(first.choices ? {} : { form: modalOf(command, saved, fields, fitted(about).lines) }),
    replace: true,
  }
}
