/**
 * Messages stay behind when a group becomes a supergroup: the new chat counts its own from one, and the old
 * one takes no edits. So what is still alive gets a new card there, and nobody touches the old message.
 */
import { and, eq, inArray, isNotNull, isNull, not, sql } from 'drizzle-orm'
import { enqueueElsewhere, enqueueNewest } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import type { Chat } from './members.js'

/**
 * Gives up the messages of the cards in `old`. Answers the cards that are to be posted anew, ascending: those
 * of living packets that the new chat, where it has been met as `next`, does not show already. What is over
 * has nothing more to say.
 */
export async function leaveMessages(work: Work, old: Chat, next: Chat | undefined): Promise<number[]> {
  const { cards, packets } = work.t
  const open = and(eq(cards.chat, old.id), eq(cards.gone, false))
  const isAlive = sql`exists (
    select 1 from ${packets}
    where ${packets.id} = ${cards.subject} and ${packets.endedAt} is null)`
  const wanted = next ? and(isAlive, not(isShownIn(work, next.id))) : isAlive
  const rows = await work.db
    .update(cards)
    .set({ message: null })
    .where(and(open, eq(cards.kind, 'packet'), wanted))
    .returning({ id: cards.id })
  const anew = rows.map(({ id }) => id).sort((a, b) => a - b)
  const rest = anew.length > 0 ? and(open, not(inArray(cards.id, anew))) : open
  await work.db.update(cards).set({ gone: true }).where(rest)
  return anew
}

/** Whether another chat has a card of the same. */
function isShownIn({ t: { cards } }: Work, chat: number) {
  return sql`exists (
    select 1 from cards as shown
    where shown.chat = ${sql.param(chat, cards.chat)} and not shown.gone
      and shown.kind = ${cards.kind} and shown.subject = ${cards.subject})`
}

/** Nobody else changes the living packets of these chats until the commit. */
export async function lockPacketsAt(work: Work, chats: number[]): Promise<void> {
  const { packets, packetChats } = work.t
  const isHere = inArray(packetChats.chat, chats)
  const here = work.db.select({ packet: packetChats.packet }).from(packetChats).where(isHere)
  const alive = and(inArray(packets.id, here), isNull(packets.endedAt))
  await work.lock(work.db.select({ id: packets.id }).from(packets).where(alive).orderBy(packets.id))
}

/** Posts cards in the chat that they belong to now. */
export async function postAnew(work: Work, chat: Chat, cards: readonly number[]): Promise<void> {
  await enqueueElsewhere(
    work,
    cards.map((card) => ({
      key: `card:${card}`,
      class: 'receipt',
      to: { platform: chat.platform, chat: chat.id },
      content: { kind: 'card', card },
    })),
  )
}

/**
 * A card in one of these chats shows a packet that was taken off the one that stays, by another of its
 * numbers: from now on it says so, but for those in `left`: their message was left behind, and the other chat
 * has said it. Done before cards are carried: a chat has one card of a kind. Answers the cards.
 */
export async function turnWithdrawn(
  work: Work,
  { goes, stays, left }: { goes: number; stays: number; left: readonly number[] },
): Promise<number[]> {
  const { cards, packetChats } = work.t
  const isOff = and(eq(packetChats.chat, stays), isNotNull(packetChats.withdrawnAt))
  const off = work.db.select({ packet: packetChats.packet }).from(packetChats).where(isOff)
  const isShown = and(eq(cards.kind, 'packet'), eq(cards.gone, false), inArray(cards.chat, [goes, stays]))
  const rows = await work.db
    .update(cards)
    .set({ kind: 'packet-withdrawn' })
    .where(and(isShown, inArray(cards.subject, off)))
    .returning({ id: cards.id })
  const turned = rows.map(({ id }) => id).sort((a, b) => a - b)
  const silent = turned.filter((card) => left.includes(card))
  if (silent.length > 0) await work.db.update(cards).set({ gone: true }).where(inArray(cards.id, silent))
  return turned
}

/** Cards are drawn again, in the chat that they belong to now. */
export async function redraw(work: Work, chat: Chat, cards: readonly number[]): Promise<void> {
  await enqueueNewest(
    work,
    cards.map((card) => ({
      key: `card:${card}:edit`,
      class: 'edit',
      to: { platform: chat.platform, chat: chat.id },
      content: { kind: 'card', card },
    })),
  )
}
