/**
 * Messages of ours that show something alive (a packet) and are edited as it changes. A card is posted once
 * in a chat; every later change only marks it, and the courier draws the newest state when it sends.
 */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { must } from '../../kit/refusal.js'
import {
  enqueue,
  enqueueElsewhere,
  enqueueNewest,
  isAnyDoubtful,
  type Outgoing,
} from '../../storage/outbox.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { type Chat, chatOf, chatsBehind } from '../members/members.js'

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
  await enqueue(work, postOf(row.id, await chatOf(work, card.chat)))
}

/** Like {@link postCard}; where the card of the subject is gone, it is posted as a new message. */
export async function raiseCard(
  work: Work,
  card: { kind: string; subject: string; chat: number; thread?: string },
): Promise<void> {
  const known = (await cardsOf(work, card.kind, card.subject)).find(({ chat }) => chat === card.chat)
  if (!known?.gone) return postCard(work, card)
  const { cards } = work.t
  const anew = { gone: false, message: null, thread: card.thread ?? null }
  await work.db.update(cards).set(anew).where(eq(cards.id, known.id))
  await enqueueElsewhere(work, [postOf(known.id, await chatOf(work, card.chat))])
}

const keyOf = (card: number) => `card:${card}`
/** The row of the outbox that changes a card. */
export const editKeyOf = (card: number) => `card:${card}:edit`

function postOf(card: number, { id, platform }: Pick<Chat, 'id' | 'platform'>): Outgoing {
  return {
    key: keyOf(card),
    class: 'receipt',
    to: { platform, chat: id },
    content: { kind: 'card', card },
  }
}

/**
 * A card that was given up is posted as a new message, in the chat that stands for its own. One that had a
 * message was seen, which its row remembers as a doubt.
 */
export async function postAgain(work: Work, { id, message }: Card, chat: Chat): Promise<void> {
  const { cards } = work.t
  await work.db.update(cards).set({ gone: false, message: null }).where(eq(cards.id, id))
  if (message !== null) await enqueueElsewhere(work, [postOf(id, chat)])
}

/** Whether a card that is not gone shows the subject in this chat, or in one that gave way to it. */
export async function isShownIn(
  work: Work,
  { kind, subject }: Pick<Card, 'kind' | 'subject'>,
  chat: number,
): Promise<boolean> {
  const { cards } = work.t
  const isHere = inArray(cards.chat, await chatsBehind(work, chat))
  const shown = await work.db
    .select({ id: cards.id })
    .from(cards)
    .where(and(eq(cards.kind, kind), eq(cards.subject, subject), eq(cards.gone, false), isHere))
    .limit(1)
  return shown.length > 0
}

/**
 * From now on the cards of a chat, by any of its numbers, show something else of their subject, and are drawn
 * so once.
 */
export async function turnCards(
  work: Work,
  { kind, subject, chat }: Pick<Card, 'kind' | 'subject' | 'chat'>,
  into: string,
): Promise<void> {
  const { cards } = work.t
  const isHere = inArray(cards.chat, await chatsBehind(work, chat))
  await work.db
    .update(cards)
    .set({ kind: into })
    .where(and(eq(cards.kind, kind), eq(cards.subject, subject), isHere))
  await touchCards(work, into, [subject])
}

const cardsToTouch = prepared('cards.to-touch', (db, t, p: { kind: string; subjects: List }) =>
  db
    .select({
      id: t.cards.id,
      platform: t.chats.platform,
      // Where a chat gave way to another, that one stands for it.
      chat: sql`coalesce(${t.chats.mergedInto}, ${t.chats.id})`.mapWith(Number),
    })
    .from(t.cards)
    .innerJoin(t.chats, eq(t.chats.id, t.cards.chat))
    .where(and(eq(t.cards.kind, p.kind), among(t.cards.subject, p.subjects), eq(t.cards.gone, false)))
    .orderBy(asc(t.cards.id)),
)

/**
 * The subjects changed: each of their cards is drawn again, once, however often it changes before that. Two
 * statements for however many cards, ascending, since this is done while the ledger is locked.
 */
export async function touchCards(work: Work, kind: string, subjects: readonly string[]): Promise<void> {
  const touched = await cardsToTouch(work, { kind, subjects: listOf(subjects) })
  await enqueueNewest(
    work,
    touched.map(({ id, platform, chat }) => ({
      key: editKeyOf(id),
      class: 'edit',
      to: { platform, chat },
      content: { kind: 'card', card: id },
    })),
  )
}

export async function cardsOf(work: Work, kind: string, subject: string): Promise<Card[]> {
  const { cards } = work.t
  return work.db
    .select()
    .from(cards)
    .where(and(eq(cards.kind, kind), eq(cards.subject, subject)))
}

/** Whether any of them was posted, or may have been: somebody may look at it. */
export async function mayBeSeen(
  work: Work,
  shown: readonly Pick<Card, 'id' | 'message'>[],
): Promise<boolean> {
  if (shown.some(({ message }) => message !== null)) return true
  return isAnyDoubtful(
    work,
    shown.map(({ id }) => keyOf(id)),
  )
}

export async function cardOf(work: Work, id: number): Promise<Card> {
  const [card] = await cardById(work, { id })
  return must(card, `card ${id}`)
}

const cardById = prepared('cards.by-id', (db, t, p: { id: number }) =>
  db.select().from(t.cards).where(eq(t.cards.id, p.id)),
)

/** The platform has taken the post: later changes are edits of this message. */
export async function cardPosted(work: Work, id: number, message: string): Promise<void> {
  await setMessage(work, { id, message })
}

const setMessage = prepared('cards.posted', (db, t, p: { id: number; message: string }) =>
  db.update(t.cards).set({ message: p.message }).where(eq(t.cards.id, p.id)),
)

/** The message is gone, or could never be posted: nothing more is sent to it. */
export async function cardGone(work: Work, id: number): Promise<void> {
  await work.db.update(work.t.cards).set({ gone: true }).where(eq(work.t.cards.id, id))
}
