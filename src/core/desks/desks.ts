/** Staff chats: where a queue is worked on. */
import { and, count, eq, inArray, isNull, ne, notExists, type SQL } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { QUEUES } from '../../storage/tables/applications.js'
import type { Tables } from '../../storage/tables.js'
import { raiseCard } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { chatOf, chatsBehind } from '../members/members.js'

export type Queue = (typeof QUEUES)[number]
export type Desk = Tables['desks']['$inferSelect']

/**
 * The desk of a queue, where one was named; one in a chat that the bot is not in counts as none, until it is
 * back.
 */
export async function deskOf(work: Work, queue: Queue): Promise<Desk | undefined> {
  const { desks } = work.t
  const [desk] = await work.db.select().from(desks).where(eq(desks.queue, queue))
  if (!desk) return undefined
  const { state } = await chatOf(work, desk.chat)
  return state === 'left' ? undefined : desk
}

/** The queues whose desk a chat is, by any of its numbers, whether the bot is there or not. */
export async function queuesAt(work: Work, chat: number): Promise<Queue[]> {
  const { desks } = work.t
  const isHere = inArray(desks.chat, await chatsBehind(work, chat))
  const rows = await work.db.select({ queue: desks.queue }).from(desks).where(isHere).orderBy(desks.queue)
  return rows.map(({ queue }) => queue)
}

/** Posts the card of something on the desk of a queue; false: there is no desk. */
export async function postOnDesk(
  work: Work,
  queue: Queue,
  card: { kind: string; subject: string },
): Promise<boolean> {
  const desk = await deskOf(work, queue)
  if (!desk) return false
  const { chat, thread } = desk
  await raiseCard(work, { ...card, chat, ...(thread === null ? {} : { thread }) })
  return true
}

/** Names a chat, or a topic of one, the desk of a queue, instead of any other. */
export async function nameDesk(
  work: Work,
  { queue, chat, thread, by }: { queue: Queue; chat: number; thread?: string; by: number },
): Promise<void> {
  const place = { chat, thread: thread ?? null, by, at: work.now }
  const { desks } = work.t
  await work.db
    .insert(desks)
    .values({ queue, ...place })
    .onConflictDoUpdate({ target: desks.queue, set: place })
  await record(work, {
    kind: 'desk-named',
    actor: memberText(by),
    subject: `chat:${chat}`,
    details: { queue, thread: thread ?? null },
  })
}

/**
 * People seen in the chat who hold no role of the staff: they would read what is posted there. Whoever only
 * reads is seen by nobody, so that none found is no promise.
 */
export function strangersIn(work: Work, chat: number): Promise<number> {
  return seenWithout(work, chat, ne(work.t.roleGrants.role, 'partner'))
}

/** People seen in the chat who hold no role at all, of partners neither. */
export function outsidersIn(work: Work, chat: number): Promise<number> {
  return seenWithout(work, chat, undefined)
}

async function seenWithout(work: Work, chat: number, role: SQL | undefined): Promise<number> {
  const { sightings, roleGrants } = work.t
  const isHeld = and(eq(roleGrants.member, sightings.member), isNull(roleGrants.revokedAt), role)
  const held = work.db.select({ id: roleGrants.id }).from(roleGrants).where(isHeld)
  const [found] = await work.db
    .select({ people: count() })
    .from(sightings)
    .where(and(eq(sightings.chat, chat), notExists(held)))
  return Number(found?.people ?? 0)
}

/** A queue has no desk any more. Refuses `desk-none`. */
export async function closeDesk(work: Work, queue: Queue, by: number): Promise<void> {
  const { desks } = work.t
  const [gone] = await work.db.delete(desks).where(eq(desks.queue, queue)).returning({ chat: desks.chat })
  if (!gone) return refuse('desk-none')
  await record(work, {
    kind: 'desk-closed',
    actor: memberText(by),
    subject: `chat:${gone.chat}`,
    details: { queue },
  })
}
