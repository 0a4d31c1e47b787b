/** Messages that were given up, or of which nobody knows whether they arrived. */
import { and, asc, inArray } from 'drizzle-orm'
import { type Silence, sendRowAgain } from '../outgoing.js'
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

const SILENT: Readonly<Record<Silence, string>> = {
  left: 'the bot is not in the group any more. Add it there again, then retry.',
  over: 'it is the card of a packet that is over, and there is nothing more to say.',
  shown: 'another card shows the packet in that group by now.',
}

/** Sends them again, and says of each that cannot be why not. */
export async function retryOutbox(desk: Desk, ids: readonly number[]): Promise<number> {
  return decide(desk, ids, async (work, row) => {
    const silence = await sendRowAgain(work, row, 'operator')
    if (silence) return { done: false, words: `is not sent: ${SILENT[silence]}` }
    return { done: true, words: 'will be sent again.' }
  })
}

/** Gives them up for good. */
export async function dropOutbox(desk: Desk, ids: readonly number[]): Promise<number> {
  return decide(desk, ids, async (work, { id }) => {
    await setOutboxState(work, [id], 'dead')
    return { done: true, words: 'will not be sent.' }
  })
}

interface Decided {
  done: boolean
  words: string
}

const UNKNOWN: Decided = { done: false, words: 'is not one that needs a decision.' }

/** A unit of work for each, which locks what the message is about. */
async function decide(
  desk: Desk,
  ids: readonly number[],
  act: (work: Work, row: Row) => Promise<Decided>,
): Promise<number> {
  return atWork(desk, async (storage) => {
    let isAllDone = true
    for (const id of ids) {
      const { done, words } = await storage.write(async (work) => {
        const [row] = await stuck(work, [id])
        return row ? act(work, row) : UNKNOWN
      })
      desk.say(`Message ${id} ${words}`)
      isAllDone &&= done
    }
    return isAllDone ? 0 : ANSWER_IS_NO
  })
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
