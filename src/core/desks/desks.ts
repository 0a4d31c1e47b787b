/** Staff chats: where a queue is worked on. */
import { and, count, eq, isNull, ne, notExists } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { QUEUES } from '../../storage/tables/applications.js'
import type { Tables } from '../../storage/tables.js'
import { memberText, record } from '../facts/facts.js'

export type Queue = (typeof QUEUES)[number]
export type Desk = Tables['desks']['$inferSelect']

/** The desk of a queue, where one was named. */
export async function deskOf(work: Work, queue: Queue): Promise<Desk | undefined> {
  const { desks } = work.t
  const [desk] = await work.db.select().from(desks).where(eq(desks.queue, queue))
  return desk
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
export async function strangersIn(work: Work, chat: number): Promise<number> {
  const { sightings, roleGrants } = work.t
  const isStaff = and(
    eq(roleGrants.member, sightings.member),
    isNull(roleGrants.revokedAt),
    ne(roleGrants.role, 'partner'),
  )
  const [found] = await work.db
    .select({ strangers: count() })
    .from(sightings)
    .where(
      and(
        eq(sightings.chat, chat),
        notExists(work.db.select({ id: roleGrants.id }).from(roleGrants).where(isStaff)),
      ),
    )
  return Number(found?.strangers ?? 0)
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
