/**
 * The same call again gets the same answer and changes nothing: one row a call, in the unit of work of its
 * effects.
 */
import { and, eq, lt, sql } from 'drizzle-orm'
import { fromJson, toJson } from '../kit/json.js'
import { insertMany } from '../storage/insert-many.js'
import { prepared } from '../storage/prepared.js'
import { among, type List, listOf } from '../storage/sql.js'
import type { Work } from '../storage/storage.js'
import type { Call } from './call.js'
import type { Answer } from './view.js'

/**
 * How long answered calls are remembered. Telegram repeats an update for up to 24 h and Discord an
 * interaction for 15 min; facts of money are held by keys of their own for ever.
 */
export const REMEMBERED_MS = 72 * 3_600_000

export interface Remembered {
  answer: Answer | undefined
}

const answersOf = prepared('calls.answers', (db, t, p: { platform: Call['platform']; ids: List }) =>
  db
    .select({ call: t.calls.call, answer: t.calls.answer })
    .from(t.calls)
    .where(and(eq(t.calls.platform, p.platform), among(t.calls.call, p.ids))),
)

/** What was said to these calls before, by call id. */
export async function rememberedAnswers(
  work: Work,
  platform: Call['platform'],
  ids: readonly string[],
): Promise<Map<string, Remembered>> {
  const rows = await answersOf(work, { platform, ids: listOf(ids) })
  return new Map(rows.map(({ call, answer }) => [call, { answer: answer ? repeated(answer) : undefined }]))
}

function repeated(answer: string): Answer {
  return { ...fromJson<Answer>(answer), isRepeated: true }
}

/**
 * Remembers answers. A call that another process has answered meanwhile breaks the unique key `calls_once`:
 * the unit is rolled back and run again, and then finds it remembered.
 */
export async function rememberAnswers(
  work: Work,
  answered: readonly { call: Call; answer: Answer | undefined }[],
): Promise<void> {
  const rows = answered.map(({ call, answer }) => ({
    platform: call.platform,
    call: call.id,
    at: work.now,
    answer: answer ? toJson(answer) : null,
  }))
  await insertMany(work, work.t.calls, rows)
}

/** Calls forgotten in one unit of work. */
const FORGOTTEN_AT_ONCE = 2000

/** Forgets calls that no platform repeats any more; to be called until it says `done`. */
export async function forgetOldCalls(work: Work): Promise<'done' | 'more'> {
  const { calls } = work.t
  const old = work.db
    .select({ platform: calls.platform, call: calls.call })
    .from(calls)
    .where(lt(calls.at, work.now - REMEMBERED_MS))
    .limit(FORGOTTEN_AT_ONCE)
  const gone = await work.db
    .delete(calls)
    .where(sql`(${calls.platform}, ${calls.call}) in ${old}`)
    .returning({ call: calls.call })
  return gone.length < FORGOTTEN_AT_ONCE ? 'done' : 'more'
}
