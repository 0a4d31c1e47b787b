/** Messages that were given up, or of which nobody knows whether they arrived. */
import { and, asc, inArray } from 'drizzle-orm'
import { setOutboxState } from '../storage/outbox.js'
import type { Storage, Work } from '../storage/storage.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { atWork, look } from './look.js'

const STUCK = ['unknown', 'dead'] as const
/** Rows shown; more are counted. */
const SHOWN = 50

/** Shows them, the oldest first. Looks only; works while the bot runs. */
export function listOutbox(desk: Desk): Promise<number> {
  return look(desk, async (storage: Storage) => {
    const rows = await storage.read((work) => stuck(work))
    for (const row of rows.slice(0, SHOWN)) desk.say(lineOf(row))
    if (rows.length > SHOWN) desk.say(`… and ${rows.length - SHOWN} more`)
    desk.say(`${rows.length} ${rows.length === 1 ? 'message needs' : 'messages need'} a decision.`)
    return 0
  })
}

/** Sends them again (`queued`), or gives them up for good (`dead`). */
export async function decideOutbox(
  desk: Desk,
  ids: readonly number[],
  state: 'queued' | 'dead',
): Promise<number> {
  const found = await atWork(desk, (storage) =>
    storage.write(async (work) => {
      const known = (await stuck(work, ids)).map(({ id }) => id)
      await setOutboxState(work, known, state)
      return known
    }),
  )
  const missing = ids.filter((id) => !found.includes(id))
  const done = state === 'queued' ? 'will be sent again' : 'will not be sent'
  for (const id of found) desk.say(`Message ${id} ${done}.`)
  for (const id of missing) desk.say(`Message ${id} is not one that needs a decision.`)
  return missing.length === 0 ? 0 : ANSWER_IS_NO
}

type Row = Awaited<ReturnType<typeof stuck>>[number]

async function stuck(work: Work, ids?: readonly number[]) {
  const { outbox } = work.t
  const isStuck = inArray(outbox.state, [...STUCK])
  return work.db
    .select()
    .from(outbox)
    .where(ids ? and(isStuck, inArray(outbox.id, [...ids])) : isStuck)
    .orderBy(asc(outbox.id))
}

function lineOf({ id, state, class: kind, platform, lane, attempts, createdAt, lastError }: Row): string {
  const when = new Date(createdAt).toISOString()
  return `${id}  ${state}  ${kind} for ${lane} on ${platform}, ${when}, ${attempts} attempts: ${lastError ?? 'no error'}`
}
