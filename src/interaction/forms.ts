/**
 * Half-filled calls, as rows: they survive a restart and a day's pause. Storage only; the steps are in
 * `steps.ts`.
 */
import { and, desc, eq, gt, inArray, isNotNull, lt } from 'drizzle-orm'
import { fromJson, toJson } from '../kit/json.js'
import { refuse } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import type { AnyCommand, Context } from './command.js'

/** A form that nobody touched for so long is forgotten. */
export const FORM_LIFE_MS = 7 * 86_400_000
/** A free text answers a form only this long after its question; later it is taken for chatter. */
export const QUESTION_LIFE_MS = 86_400_000

/** Where a form was begun and will take effect. */
export interface Origin {
  chat: number
  thread?: string
}

export interface Form {
  id: string
  member: number
  command: string
  answers: Record<string, string>
  origin: Origin
  /** What is asked for; null while buttons are all there is to it. */
  awaits: string | null
  /** The chat in which it was shown last: words typed there are for it. Null when something else was. */
  asked: number | null
  version: number
  /** Whose preview it shows, by the {@link Command.edition} of then; missing while it shows none. */
  shown?: string
  /** What that preview was drawn from, where its command says so. */
  basis?: string
  /** By question, what was typed and cannot be taken: it is mended, not typed anew. */
  typed?: Record<string, string>
}

/**
 * Whether the form shows what its command would do now. What was shown by another programme is not confirmed
 * unseen.
 */
export function showsPreview({ shown }: Form, command: AnyCommand): boolean {
  return shown === editionOf(command)
}

/** Of a command that no programme built there is one. */
export function editionOf({ edition = '' }: AnyCommand): string {
  return edition
}

/** Begins a form. */
export async function beginForm(
  work: Work,
  begun: Pick<Form, 'member' | 'command' | 'answers' | 'origin'>,
): Promise<Form> {
  const form: Form = { ...begun, id: work.world.newId(), awaits: null, asked: null, version: 1 }
  await work.db.insert(work.t.forms).values({
    ...form,
    answers: toJson(form.answers),
    origin: toJson(form.origin),
    typed: null,
    updatedAt: work.now,
  })
  return form
}

/** Nobody else takes a step until the commit: two presses of one confirm button are one confirmation. */
export type Hold = 'look' | 'lock'

/**
 * The form, if it is this person's and still alive.
 * Refuses `form-gone` (finished, cancelled or too old) and `form-of-another`.
 */
export async function formOf(work: Work, id: string, member: number, hold: Hold): Promise<Form> {
  const { forms } = work.t
  const query = work.db.select().from(forms).where(eq(forms.id, id))
  const [row] = await (hold === 'lock' ? work.lock(query) : query)
  if (!row || row.updatedAt < work.now - FORM_LIFE_MS) return refuse('form-gone')
  if (row.member !== member) return refuse('form-of-another')
  return formFrom(row)
}

/** Open questions of one person that are looked through for the one a text answers. */
const QUESTIONS_MOST = 20

/** The forms of this person that were shown last where they were, the newest first. */
export async function askedForms(work: Work, member: number, hold: Hold): Promise<Form[]> {
  const { forms } = work.t
  const query = work.db
    .select()
    .from(forms)
    .where(
      and(eq(forms.member, member), isNotNull(forms.asked), gt(forms.updatedAt, work.now - QUESTION_LIFE_MS)),
    )
    .orderBy(desc(forms.updatedAt), desc(forms.version))
    .limit(QUESTIONS_MOST)
  return (await (hold === 'lock' ? work.lock(query) : query)).map(formFrom)
}

/** The form that this person was at last, whether it waits for a text or for a press. */
export async function newestForm(work: Work, member: number, hold: Hold): Promise<Form | undefined> {
  const { forms } = work.t
  const isRecent = gt(forms.updatedAt, work.now - QUESTION_LIFE_MS)
  const query = work.db
    .select()
    .from(forms)
    .where(and(eq(forms.member, member), isRecent))
    .orderBy(desc(forms.updatedAt), desc(forms.version))
    .limit(1)
  const [row] = await (hold === 'lock' ? work.lock(query) : query)
  return row && formFrom(row)
}

/** Where a step is taken. */
type Around = Pick<Context, 'work' | 'here'>

/** Writes the next step down and gives it its number. `preview`: of one that it shows what will be done. */
export function saveForm(
  around: Around,
  { shown: _before, basis: _of, ...form }: Form,
  awaits: string | null,
  preview: Pick<Form, 'shown' | 'basis'> = {},
): Promise<Form> {
  return write(around, { ...form, ...preview, awaits, version: form.version + 1 })
}

/**
 * Asks beside what it shows, without a step: a window over a message is closed again without a word, and the
 * buttons under it are as good as before.
 */
export function askBeside(around: Around, form: Form, awaits: string | null): Promise<Form> {
  return write(around, { ...form, awaits })
}

async function write({ work, here }: Around, form: Form): Promise<Form> {
  const { forms } = work.t
  const { answers, origin, shown = null, basis = null, typed, awaits, version } = form
  const isTyped = typed !== undefined && Object.keys(typed).length > 0
  await work.db
    .update(forms)
    .set({
      ...{ answers: toJson(answers), origin: toJson(origin), shown, basis, awaits, version },
      ...{ typed: isTyped ? toJson(typed) : null, asked: here.chat, updatedAt: work.now },
    })
    .where(eq(forms.id, form.id))
  return { ...form, asked: here.chat }
}

/** Something else is shown in a chat: words that are typed there now are for none of this person's forms. */
export async function putAside(work: Work, member: number, chat: number): Promise<void> {
  const { forms } = work.t
  const wasShown = and(eq(forms.member, member), eq(forms.asked, chat))
  await work.db.update(forms).set({ asked: null }).where(wasShown)
}

export async function endForm(work: Work, id: string): Promise<void> {
  await work.db.delete(work.t.forms).where(eq(work.t.forms.id, id))
}

/** Ends all that a person has begun of a command. */
export async function endFormsOf(work: Work, member: number, command: string): Promise<void> {
  const { forms } = work.t
  await work.db.delete(forms).where(and(eq(forms.member, member), eq(forms.command, command)))
}

/** Forms forgotten in one unit of work. */
const FORGOTTEN_AT_ONCE = 1000

/** Forgets forms that nobody went on with; to be called until it says `done`. */
export async function forgetOldForms(work: Work): Promise<'done' | 'more'> {
  const { forms } = work.t
  const isOld = lt(forms.updatedAt, work.now - FORM_LIFE_MS)
  const old = work.db.select({ id: forms.id }).from(forms).where(isOld).limit(FORGOTTEN_AT_ONCE)
  const gone = await work.db.delete(forms).where(inArray(forms.id, old)).returning({ id: forms.id })
  return gone.length < FORGOTTEN_AT_ONCE ? 'done' : 'more'
}

type Row = Pick<Form, 'id' | 'member' | 'command' | 'awaits' | 'asked' | 'version'> &
  Record<'answers' | 'origin', string> &
  Record<'shown' | 'basis' | 'typed', string | null>

function formFrom({ id, member, command, awaits, asked, version, shown, basis, typed, ...row }: Row): Form {
  return {
    ...{ id, member, command, awaits, asked, version },
    answers: fromJson<Record<string, string>>(row.answers),
    origin: fromJson<Origin>(row.origin),
    ...(shown === null ? {} : { shown }),
    ...(basis === null ? {} : { basis }),
    ...(typed === null ? {} : { typed: fromJson<Record<string, string>>(typed) }),
  }
}
