/**
 * Messages of ours that show something alive (a packet) and are edited as it changes. A card is posted once
 * in a chat; every later change only marks it, and the courier draws the newest state when it sends.
 */
import { and, eq } from 'drizzle-orm'
import { must } from '../../kit/refusal.js'
import { enqueue, enqueueNewest } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { chatOf } from '../members/members.js'

export interface Card {
  id: number
  kind: string
  subject: string
  chat: number
  thread: string | null
  message: string | null
  gone: boolean
}

/** Posts a card in a chat; the same subject twice in a chat is one card. */
export async function postCard(
  work: Work,
  card: { kind: string; subject: string; chat: number; thread?: string },
): Promise<void> {
  const [row] = await work.db
    .insert(work.t.cards)
    .values({ ...card, thread: card.thread ?? null, createdAt: work.now })
    .onConflictDoNothing()
    .returning({ id: work.t.cards.id })
  if (!row) return
  const { platform } = await chatOf(work, card.chat)
  await enqueue(work, {
    key: `card:${row.id}`,
    class: 'receipt',
    to: { platform, chat: card.chat },
    content: { kind: 'card', card: row.id },
  })
}

/** The subject changed: each of its cards is drawn again, once, however often it changes before that. */
export async function touchCards(work: Work, kind: string, subject: string): Promise<void> {
  for (const { id, chat, gone } of await cardsOf(work, kind, subject)) {
    if (gone) continue
    const { platform } = await chatOf(work, chat)
    await enqueueNewest(work, {
      key: `card:${id}:edit`,
      class: 'edit',
      to: { platform, chat },
      content: { kind: 'card', card: id },
    })
  }
}

export async function cardsOf(work: Work, kind: string, subject: string): Promise<Card[]> {
  const { cards } = work.t
  return work.db
    .select()
    .from(cards)
    .where(and(eq(cards.kind, kind), eq(cards.subject, subject)))
}

export async function cardOf(work: Work, id: number): Promise<Card> {
  const [card] = await work.db.select().from(work.t.cards).where(eq(work.t.cards.id, id))
  return must(card, `card ${id}`)
}

/** The platform has taken the post: later changes are edits of this message. */
export async function cardPosted(work: Work, id: number, message: string): Promise<void> {
  await work.db.update(work.t.cards).set({ message }).where(eq(work.t.cards.id, id))
}

/** The message is gone, or could never be posted: nothing more is sent to it. */
export async function cardGone(work: Work, id: number): Promise<void> {
  await work.db.update(work.t.cards).set({ gone: true }).where(eq(work.t.cards.id, id))
}
