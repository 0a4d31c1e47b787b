/**
 * Forms of many questions: asked one after the other, with a way back, a page that shows all answers before
 * they are sent, and every answer kept by the command as it is given. The same definition is steps on
 * Telegram and modals on Discord, where questions that follow each other stand in one.
 */
import { chunk } from '../kit/chunk.js'
import { must, Refusal, refuse } from '../kit/refusal.js'
import { type Text, text } from '../kit/text.js'
import { answerText } from './answer-text.js'
import { ARGUMENT_LIMIT, parseValues } from './arguments.js'
import { answersIn } from './asked.js'
import type { AnyCommand, Context, LongForm } from './command.js'
import type { Intent } from './decode.js'
import {
  askBeside,
  beginForm,
  editionOf,
  endForm,
  endFormsOf,
  type Form,
  saveForm,
  showsPreview,
} from './forms.js'
import { chosenOf, factsOf, fieldOf, type Page, questionsOf, rowsFor } from './long-question.js'
import { refusalOf, refusalText } from './mistakes.js'
import { MODAL_FIELDS, modalOf, optionButton, stepButton } from './question.js'
import { fitted } from './room.js'
import type { Field, View } from './view.js'

/** Answers to change in a row of buttons. */
const EDITS_ROW = 3

/** Begins where the command says, instead of any other form of this person for it. */
export async function beginLong(
  context: Context,
  command: AnyCommand,
  values: Record<string, string>,
): Promise<View> {
  const long = longOf(command)
  const answers = await long.begin(context, values)
  const { work, actor, spot } = context
  await endFormsOf(work, actor.member, command.name)
  const origin = { chat: spot.chat, thread: spot.place.thread }
  const form = await beginForm(work, { member: actor.member, command: command.name, answers, origin })
  return proceed({ context, command, long, form })
}

function longOf({ long }: AnyCommand): LongForm {
  return must(long, 'a long form')
}

/** One press or modal. Refuses what the command refuses. */
export async function takeLongStep(
  context: Context,
  command: AnyCommand,
  form: Form,
  intent: Intent & { kind: 'step' },
): Promise<View> {
  const page = { context, command, long: longOf(command), form }
  const { act, field, values } = intent
  if (act === 'cancel') return later(page)
  if (act === 'show') return form.awaits === null ? proceed(page) : askOne(page, form.awaits)
  if (intent.version !== form.version) return act === 'fill' ? takeLate(page, values) : movedOn(page)
  if (act === 'confirm') return send(page)
  if (act === 'more') return proceed(leaving(page))
  if (act === 'ask') {
    const name = field ?? refuse('button-unknown')
    return askOne(leaving(page, name), name, {}, askBeside)
  }
  if (act === 'set' && field !== undefined && factsOf(page, field).several) return toggle(page, field, values)
  return take(page, act === 'fill' ? together(page, values) : values)
}

/** Whoever goes on to another question leaves the answer as it is: what could not be taken is over. */
function leaving(page: Page, to?: string): Page {
  const { awaits, answers } = page.form
  const isLeft = awaits !== null && awaits !== to && answers[awaits] !== undefined
  return isLeft ? { ...page, form: untyped(page.form, [awaits]) } : page
}

function untyped(form: Form, names: readonly string[]): Form {
  const left = Object.entries(form.typed ?? {}).filter(([name]) => !names.includes(name))
  return { ...form, typed: Object.fromEntries(left) }
}

function movedOn(page: Page): Promise<View> {
  return proceed(page, new Refusal('form-moved-on'))
}

/** A modal of before another answer: it still answers the questions that have none. */
function takeLate(page: Page, values: Record<string, string>): Promise<View> {
  const { answers } = page.form
  const late = Object.entries(together(page, values)).filter(
    ([name, typed]) => answers[name] === undefined && typed.trim() !== '',
  )
  if (late.length === 0) return movedOn(page)
  return take(page, Object.fromEntries(late), new Refusal('form-went-on'))
}

/** Of a modal: what must be read by itself cannot have been answered in one. */
function together({ command, long }: Page, values: Record<string, string>): Record<string, string> {
  const open = questionsOf(command, long).filter(({ name }) => !long.wording(name).alone)
  const names = new Set(open.map(({ name }) => name))
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

/** A free text that answers the question the form waits on. */
export function takeLongText(
  context: Context,
  command: AnyCommand,
  form: Form,
  typed: string,
): Promise<View> {
  const page = { context, command, long: longOf(command), form }
  if (typed === '/cancel') return later(page)
  return take(page, answersIn(form, { kind: 'text', text: typed }))
}

/** Asks the same question again, and says first what was wrong with what came. */
export function askLongAgain(
  context: Context,
  command: AnyCommand,
  form: Form,
  wrong: Refusal,
): Promise<View> {
  const page = { context, command, long: longOf(command), form }
  return form.awaits === null ? proceed(page, wrong) : askOne(page, form.awaits, { wrong: [wrong] })
}

/** Everything is kept already: the form goes, and the command opens it again where it stood. */
async function later({ context, command, form }: Page): Promise<View> {
  await endForm(context.work, form.id)
  return command.cancelled
    ? command.cancelled(context, form.answers)
    : { text: [text('form-kept', { command: command.name })], replace: true }
}

/**
 * Takes what fits, keeps the rest to be mended, and asks again for the first of that; or for the first that
 * was taken without being understood. `told` is said first.
 */
async function take(page: Page, values: Record<string, string>, told?: Refusal): Promise<View> {
  const { command, long } = page
  const good: Record<string, string> = {}
  const wrong: { name: string; typed: string; refusal: Refusal }[] = []
  for (const { name, required } of questionsOf(command, long)) {
    const typed = Object.hasOwn(values, name) ? values[name] : undefined
    if (typed === undefined || (required && typed.trim() === '')) continue
    const refusal = typed.trim() === '' ? undefined : faultOf(command, name, typed)
    if (refusal) wrong.push({ name, typed, refusal })
    else good[name] = typed.trim()
  }
  const next = await keep(page, good)
  const doubts = doubtsOf(page, good)
  const first = wrong[0] ?? doubts[0]
  if (!first) return proceed(next, told)
  const mistakes = wrong.map(({ name, refusal }) => ({ label: long.wording(name).label, refusal }))
  return askOne({ ...next, form: withTyped(next, wrong) }, first.name, {
    wrong: [told, refusalOf(mistakes)].filter((one) => one !== undefined),
    unclear: doubts.flatMap(({ said }) => said),
  })
}

/** An answer that is given once more as it was is meant so. */
function doubtsOf({ form, long }: Page, taken: Readonly<Record<string, string>>) {
  return Object.entries(taken).flatMap(([name, answer]) => {
    const isKnown = answer === '' || form.answers[name] === answer
    const said = isKnown ? [] : (long.wording(name).unclear?.(answer) ?? [])
    return said.length === 0 ? [] : [{ name, said }]
  })
}

/** The form with what could not be taken, instead of anything older: words are mended, not typed anew. */
function withTyped(page: Page, wrong: readonly { name: string; typed: string }[]): Form {
  const form = untyped(
    page.form,
    wrong.map(({ name }) => name),
  )
  const words = wrong.filter(
    ({ name, typed }) => factsOf(page, name).maxLength !== undefined && typed.length <= ARGUMENT_LIMIT,
  )
  const typed = Object.fromEntries(words.map((one) => [one.name, one.typed]))
  return { ...form, typed: { ...form.typed, ...typed } }
}

async function keep(page: Page, values: Record<string, string>): Promise<Page> {
  if (Object.keys(values).length === 0) return page
  const answers = { ...page.form.answers, ...values }
  await page.long.keep(page.context, answers)
  return { ...page, form: { ...untyped(page.form, Object.keys(values)), answers } }
}

/** One of several: taken, or taken back. */
async function toggle(
  page: Page,
  name: string,
  { [name]: chosen = '' }: Record<string, string>,
): Promise<View> {
  const before = chosenOf(page.form, name)
  const after = before.includes(chosen) ? before.filter((one) => one !== chosen) : [...before, chosen]
  if (after.length > 0) {
    const refusal = faultOf(page.command, name, after.join(','))
    if (refusal) throw refusal
  }
  const { [name]: _gone, ...others } = page.form.answers
  const answers = after.length > 0 ? { ...others, [name]: after.join(',') } : others
  await page.long.keep(page.context, answers)
  return askOne({ ...page, form: { ...untyped(page.form, [name]), answers } }, name)
}

/** Why an answer cannot be taken. */
function faultOf({ args }: AnyCommand, name: string, typed: string): Refusal | undefined {
  const parsed = parseValues(
    { [name]: must(args.shape[name], 'an argument of the command') },
    { [name]: typed },
  )
  return !parsed.ok && 'refusal' in parsed ? parsed.refusal : undefined
}

/** To the first question without an answer that holds, or to the page that shows them all. */
async function proceed(page: Page, wrong?: Refusal): Promise<View> {
  const { command, long, form } = page
  for (const { name } of questionsOf(command, long)) {
    const answer = form.answers[name]
    if (answer === undefined) return askOne(page, name, wrong ? { wrong: [wrong] } : {})
    // What was asked may have changed since: the answer of then is no answer now.
    const refusal = answer === '' ? undefined : faultOf(command, name, answer)
    if (refusal) return askOne({ ...page, form: without(form, name) }, name, { wrong: [wrong ?? refusal] })
  }
  return review(page, wrong)
}

function without(form: Form, name: string): Form {
  const { [name]: _gone, ...answers } = form.answers
  return { ...form, answers }
}

/** What is said above a question that is asked again. */
interface Said {
  wrong?: readonly Refusal[]
  unclear?: readonly Text[]
}

async function askOne(
  page: Page,
  name: string,
  { wrong = [], unclear = [] }: Said = {},
  save: typeof askBeside = saveForm,
): Promise<View> {
  const { command, context, long, form } = page
  const first = fieldOf(page, name)
  const awaited = first.choices ? null : name
  const saved = await save(context, form, awaited)
  const shown = { ...page, form: saved }
  const questions = questionsOf(command, long)
  const number = questions.findIndex((one) => one.name === name) + 1
  const { alone } = long.wording(name)
  const told = [...wrong.flatMap(refusalText), ...unclear]
  const open = alone ? [] : [first, ...followers(shown, number)].slice(0, MODAL_FIELDS)
  const about = [...told, ...(open.some(isCut) ? [text('form-cut')] : [])]
  const fields = open.slice(0, about.length > 0 ? MODAL_FIELDS - 1 : MODAL_FIELDS)
  return {
    text: [
      ...told,
      text('form-progress', { number, total: questions.length }),
      first.label,
      ...(first.hint ? [first.hint] : []),
      ...currentAnswer(shown, name),
    ],
    rows: rowsFor(shown, first, questions[number - 2]?.name),
    ...toneOf({ wrong, unclear }),
    ...(first.choices ? {} : { awaits: first }),
    ...(fields.length > 0 ? { form: modalOf(command, saved, fields, fitted(about).lines) } : {}),
    replace: true,
  }
}

function toneOf({ wrong, unclear }: Required<Said>): Pick<View, 'tone'> {
  if (wrong.length > 0) return { tone: 'refusal' }
  return unclear.length > 0 ? { tone: 'warning' } : {}
}

/** A window does not open with more in a field than may be typed there. */
function isCut({ value = '', maxLength = value.length }: Field): boolean {
  return value.length > maxLength
}

/** Questions after it that have no answer either, up to one that must be read by itself. */
function followers(page: Page, from: number): Field[] {
  const found: Field[] = []
  for (const { name } of questionsOf(page.command, page.long).slice(from)) {
    if (page.form.answers[name] !== undefined || page.long.wording(name).alone) break
    found.push(fieldOf(page, name))
  }
  return found
}

function currentAnswer(page: Page, name: string): Text[] {
  const answer = page.form.answers[name]
  if (answer === undefined || answer === '') return []
  return [text('form-current', { value: valueText(page, name, answer) })]
}

/** All answers, each with a way to change it, and the button that sends them. */
async function review(page: Page, wrong?: Refusal): Promise<View> {
  const { command, context, long } = page
  const form = await saveForm(context, page.form, null, { shown: editionOf(command) })
  const questions = questionsOf(command, long)
  const lines = questions.flatMap(({ name }) => {
    const [value = text('form-skipped'), ...more] = readTexts(page, name)
    return [
      text('form-review-line', { label: { heading: long.wording(name).label }, value }),
      ...more.map((one) => text('form-review-more', { value: one })),
    ]
  })
  const edits = questions.map(({ name }) =>
    optionButton(form, 'ask', text('form-edit', { name: { heading: long.wording(name).label } }), {
      field: name,
    }),
  )
  const confirm = { ...stepButton(form, 'confirm', text('form-send')), style: 'success' as const }
  return {
    text: fitted([...(wrong ? refusalText(wrong) : []), text('form-review'), ...lines]).lines,
    rows: [[confirm, stepButton(form, 'cancel', text('form-later'))], ...chunk(edits, EDITS_ROW)],
    replace: true,
  }
}

/** An answer as it is shown: choices by their words. */
function valueText(page: Page, name: string, answer: string): Text {
  return answerText(page.command, page.long, name, answer)
}

/** An answer as it is understood. */
function readTexts(page: Page, name: string): Text[] {
  const answer = page.form.answers[name] ?? ''
  const { read } = page.long.wording(name)
  return answer !== '' && read ? read(answer) : [valueText(page, name, answer)]
}

async function send(page: Page): Promise<View> {
  const { context, command, form } = page
  if (!showsPreview(form, command)) return proceed(page, new Refusal('form-outdated'))
  const answers = Object.fromEntries(Object.entries(form.answers).filter(([, answer]) => answer !== ''))
  const parsed = parseValues(command.args.shape, answers)
  if (!parsed.ok) return proceed(page)
  const view = await command.handle({ ...context, confirmed: true }, parsed.args)
  await endForm(context.work, form.id)
  return { replace: true, ...view }
}
