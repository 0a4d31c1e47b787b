/**
 * The way from a half-filled call to a finished one: ask for what is missing, show a preview, let it be
 * changed, do it. One definition for both platforms: a view that asks carries buttons and, for those who have
 * them, a modal.
 */
import { must, Refusal, refuse } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import { type ArgumentFacts, parseValues } from './arguments.js'
import { answersIn } from './asked.js'
import { FORM_PRESS } from './catalogue.js'
import { type AnyCommand, type Context, Missing } from './command.js'
import type { FormAct, Intent } from './decode.js'
import { beginForm, endForm, type Form, saveForm } from './forms.js'
import type { Button, Field, FormView, Press, View } from './view.js'

/** Fields of one modal. Source: Discord, modal components 1–5. */
const MODAL_FIELDS = 5
/** Suggestions and choices in a row of buttons. */
const ROW = 4
/** Options under a preview before "more" is pressed. */
const OPTIONS_FIRST = 4

/** Runs a complete call, or opens a form for what it lacks. */
export async function runOrAsk(
  context: Context,
  command: AnyCommand,
  values: Record<string, string>,
): Promise<View> {
  const parsed = parseValues(command.args.shape, values)
  if (parsed.ok && !command.alwaysPreview) return run(context, command, parsed.args)
  if (!parsed.ok && 'refusal' in parsed) throw parsed.refusal
  const begun = await openForm(context, command, values)
  return advance(context, command, begun)
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
  if (intent.act === 'cancel') return cancel(context, form)
  if (intent.act === 'show') {
    return form.awaits === null ? advance(context, command, form) : ask(context, command, form, [form.awaits])
  }
  if (intent.version !== form.version) return advance(context, command, form, new Refusal('form-moved-on'))
  if (intent.act === 'more') return preview(context, command, form, { all: true })
  if (intent.act === 'confirm') {
    return askingForMissing(context, command, form, undefined, () => finish(context, command, form))
  }
  if (intent.act === 'ask') return ask(context, command, form, [intent.field ?? refuse('button-unknown')])
  return advance(context, command, answered(command, form, intent.values))
}

/** A free text that answers the question the form waits on. */
export function takeText(context: Context, command: AnyCommand, form: Form, typed: string): Promise<View> {
  if (typed === '/cancel') return cancel(context, form)
  return advance(context, command, answered(command, form, answersIn(form, { kind: 'text', text: typed })))
}

/** The form with what the call adds to its answers. */
export function answered(command: AnyCommand, form: Form, values: Record<string, string>): Form {
  const known = Object.entries(values).filter(([name]) => command.argumentNames.includes(name))
  const given = known.filter(([, value]) => value.trim() !== '')
  return { ...form, answers: { ...form.answers, ...Object.fromEntries(given) } }
}

async function cancel(context: Context, form: Form): Promise<View> {
  await endForm(context.work, form.id)
  return { text: [text('form-cancelled')], replace: true }
}

/** Goes as far as the answers allow. `wrong` is told first. */
async function advance(context: Context, command: AnyCommand, form: Form, wrong?: Refusal): Promise<View> {
  const parsed = parseValues(command.args.shape, form.answers)
  if (!parsed.ok && 'refusal' in parsed) {
    return ask(context, command, without(form, parsed.argument), [parsed.argument], parsed.refusal)
  }
  if (!parsed.ok) return ask(context, command, form, parsed.missing, wrong)
  return askingForMissing(context, command, form, wrong, () =>
    command.preview ? preview(context, command, form, { wrong }) : finish(context, command, form),
  )
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
    if (error instanceof Missing) return ask(context, command, form, error.names, wrong)
    throw error
  }
}

async function finish(context: Context, command: AnyCommand, form: Form): Promise<View> {
  const parsed = parseValues(command.args.shape, form.answers)
  if (!parsed.ok) return advance(context, command, form)
  const { view, refusal } = await outcomeOf({ ...context, confirmed: true }, command, parsed.args)
  const goesOn = refusal !== undefined && command.triesAgain?.includes(refusal.key)
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
  const saved = await saveForm(context.work, form, null)
  const cancelButton = stepButton(saved, 'cancel', text('form-cancel'))
  const confirm = { ...stepButton(saved, 'confirm', shown.confirm), style: 'success' as const }
  const note = wrong ? refusalText(wrong) : []
  const rows = [[confirm, cancelButton], ...optionRows(command, saved, all)]
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
  if (about) return ask(context, command, without(form, about), [about], refusal)
  const saved = await saveForm(context.work, form, null)
  const rows = [...optionRows(command, saved, all), [stepButton(saved, 'cancel', text('form-cancel'))]]
  return { text: refusalText(refusal), rows, tone: 'refusal', replace: true }
}

/** The argument a refusal is about, where what was typed tells: then it is asked for again. */
function argumentOf({ facts }: AnyCommand, { answers }: Form, { key, params }: Refusal): string | undefined {
  if (!key.startsWith('amount-')) return undefined
  return facts.find(({ kind, name }) => kind === 'amount' && answers[name] === params.typed)?.name
}

function without(form: Form, name: string): Form {
  const { [name]: _dropped, ...answers } = form.answers
  return { ...form, answers }
}

/** The first few options, and the way to the others. */
function optionRows(command: AnyCommand, form: Form, all: boolean): Button[][] {
  const names = command.adjustable ?? []
  if (all || names.length <= OPTIONS_FIRST) return adjustRows(command, form, names)
  const changed = names.filter((name) => form.answers[name] !== undefined)
  const first = [...new Set([...names.slice(0, OPTIONS_FIRST), ...changed])]
  return [...adjustRows(command, form, first), [stepButton(form, 'more', text('form-more'))]]
}

/** Why not, and what to do about it. */
export function refusalText({ key, params }: Refusal): Text[] {
  return [text(`refusal-${key}`, params), text(`refusal-${key}.next`, params)]
}

function adjustRows(command: AnyCommand, form: Form, names: readonly string[]): Button[][] {
  const buttons = command.facts
    .filter(({ name }) => names.includes(name))
    .map((facts) => stepButton(form, 'ask', adjustLabel(command, form, facts), { field: facts.name }))
  return chunk(buttons, 2)
}

function adjustLabel(command: AnyCommand, form: Form, facts: ArgumentFacts): Text {
  const value = form.answers[facts.name]
  const name = text(`argument-${command.name}-${facts.name}.label`)
  if (value === undefined) return text('form-adjust', { name })
  if (facts.secret) return text('form-adjust-to', { name, value: '•••' })
  const shown = facts.choices?.includes(value) ? choiceText(facts, value) : value
  return text('form-adjust-to', { name, value: shown })
}

/** Asks for the first of `names`; a modal asks for as many as it can hold. */
async function ask(
  context: Context,
  command: AnyCommand,
  form: Form,
  names: readonly string[],
  wrong?: Refusal,
): Promise<View> {
  const fields = await Promise.all(
    names.slice(0, MODAL_FIELDS).map((name) => fieldOf(context, command, form, name)),
  )
  const [first] = fields
  if (!first) return refuse('form-gone')
  const facts = factsOf(command, first.name)
  const saved = await saveForm(context.work, form, first.choices ? null : first.name)
  const question: Text[] = [first.label, ...(first.hint ? [first.hint] : [])]
  const secretly = facts.secret === true && context.here === 'group'
  return {
    text: [...(wrong ? refusalText(wrong) : []), ...question],
    rows: questionRows(saved, first, secretly),
    ...(wrong ? { tone: 'refusal' as const } : {}),
    ...(first.choices || secretly ? {} : { awaits: first }),
    ...(first.choices ? {} : { form: modalOf(command, saved, fields) }),
    replace: true,
  }
}

function questionRows(form: Form, field: Field, secretly: boolean): Button[][] {
  const offered = field.choices ?? field.suggestions?.map((value) => ({ value, label: literal(value) })) ?? []
  const buttons = offered.map(({ value, label }) =>
    stepButton(form, 'set', label, { field: field.name, value }),
  )
  const write: Button[] = field.choices
    ? []
    : [
        {
          kind: 'type',
          label: text('form-type'),
          field,
          press: stepPress(form, 'ask', { field: field.name }),
        },
      ]
  const aside: Button[] = secretly
    ? [{ kind: 'private', label: text('form-in-private'), payload: `${FORM_PRESS}_${form.id}` }]
    : []
  return [...chunk(buttons, ROW), [...aside, ...write, stepButton(form, 'cancel', text('form-cancel'))]]
}

function modalOf(command: AnyCommand, form: Form, fields: Field[]): FormView {
  return { press: stepPress(form, 'fill'), title: text(`command-${command.name}.title`), fields }
}

async function fieldOf(context: Context, command: AnyCommand, form: Form, name: string): Promise<Field> {
  const facts = factsOf(command, name)
  const live = await command.choices?.(context, name, form.answers)
  const choices = live
    ? live.map(({ value, label }) => ({ value, label: literal(label) }))
    : facts.choices?.map((value) => ({ value, label: choiceText(facts, value) }))
  const key = `argument-${command.name}-${name}`
  return {
    name,
    label: text(`${key}.ask`),
    hint: text(`${key}.hint`),
    choices,
    suggestions: facts.suggestions ? [...facts.suggestions] : undefined,
    value: facts.secret ? undefined : form.answers[name],
    required: facts.required,
    maxLength: facts.maxLength,
  }
}

function factsOf(command: AnyCommand, name: string): ArgumentFacts {
  const facts = command.facts.find((one) => one.name === name)
  return facts ?? refuse('button-unknown')
}

function choiceText({ named }: ArgumentFacts, value: string): Text {
  return named ? literal(value) : text(`choice-${value}`)
}

function literal(value: string): Text {
  return text('form-literal', { value })
}

function stepButton(form: Form, act: FormAct, label: Text, more: Record<string, string> = {}) {
  return { kind: 'press' as const, label, press: stepPress(form, act, more) }
}

function stepPress(form: Form, act: FormAct, more: Record<string, string> = {}): Press {
  return { command: FORM_PRESS, values: { form: form.id, version: String(form.version), act, ...more } }
}

function chunk<T>(items: readonly T[], size: number): T[][] {
  const rows: T[][] = []
  for (let at = 0; at < items.length; at += size) rows.push(items.slice(at, at + size))
  return rows
}
