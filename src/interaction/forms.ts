/**
 * Half-filled calls, as rows: they survive a restart and a day's pause. Storage only; the steps are in
 * `steps.ts`.
 */
import { and, desc, eq, gt, inArray, isNotNull, lt } from 'drizzle-orm'
import { fromJson, toJson } from '../kit/json.js'
import { refuse } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import type { AnyCommand } from './command.js'

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
  awaits: string | null
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
  const form: Form = { ...begun, id: work.world.newId(), awaits: null, version: 1 }
  await work.db.insert(work.t.forms).values({
    ...form,
    answers: toJson(form.answers),
    origin: originJson(form),
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

/** The forms of this person that wait for a text, the newest first. */
export async function awaitingForms(work: Work, member: number, hold: Hold): Promise<Form[]> {
  const { forms } = work.t
  const query = work.db
    .select()
    .from(forms)
    .where(
      and(
        eq(forms.member, member),
        isNotNull(forms.awaits),
        gt(forms.updatedAt, work.now - QUESTION_LIFE_MS),
      ),
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

/** Writes the next step down and gives it its number. `preview`: of one that it shows what will be done. */
export async function saveForm(
  work: Work,
  { shown: _before, basis: _of, ...form }: Form,
  awaits: string | null,
  preview: Pick<Form, 'shown' | 'basis'> = {},
): Promise<Form> {
  const next: Form = { ...form, ...preview, awaits, version: form.version + 1 }
  const { forms } = work.t
  await work.db
    .update(forms)
    .set({
      ...{ answers: toJson(next.answers), origin: originJson(next), awaits },
      ...{ version: next.version, updatedAt: work.now },
    })
    .where(eq(forms.id, form.id))
  return next
}

/**
 * Waits for an answer beside what it shows: a window over a message is closed again without a word, and the
 * buttons under it are as good as before.
 */
export async function askBeside(work: Work, form: Form, awaits: string | null): Promise<Form> {
  const { forms } = work.t
  await work.db.update(forms).set({ awaits, updatedAt: work.now }).where(eq(forms.id, form.id))
  return { ...form, awaits }
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

/** Where it was begun, and what it shows there. */
function originJson({ origin, shown, basis, typed }: Form): string {
  return toJson({ ...origin, shown, basis, typed })
}

function formFrom(row: { answers: string; origin: string } & Omit<Form, 'answers' | 'origin'>): Form {
  const { shown, basis, typed, ...origin } = fromJson<Origin & Partial<Form>>(row.origin)
  return {
    id: row.id,
    member: row.member,
    command: row.command,
    answers: fromJson<Record<string, string>>(row.answers),
    origin,
    awaits: row.awaits,
    version: row.version,
    ...(shown === undefined ? {} : { shown }),
    ...(basis === undefined ? {} : { basis }),
    ...(typed === undefined ? {} : { typed }),
  }
}
