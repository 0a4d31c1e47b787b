/**
 * Between the courier, who knows no cards, and the core, which knows no platforms: what a row of the outbox
 * says.
 */

import { type Card, cardGone, cardOf, cardPosted } from './core/cards/cards.js'
import { cards } from './core/catalogue.js'
import { type Chat, chatOf, chooseChatState, moveChat } from './core/members/members.js'
import { type Choose, tellMember } from './core/notices/commands.js'
import { packetOf, returnLostPacket } from './core/packets/packets.js'
import type { Account, Place } from './interaction/call.js'
import type { Content } from './interaction/content.js'
import type { Delivered, Delivery } from './interaction/platform.js'
import { fromJson } from './kit/json.js'
import { must } from './kit/refusal.js'
import { text } from './kit/text.js'
import type { OutboxRow } from './scheduler/rows.js'
import type { Work } from './storage/storage.js'

/** What a row says at this moment. */
export async function resolveRow(
  work: Work,
  row: OutboxRow,
  choose: Choose,
): Promise<Delivery | 'gone' | 'later' | 'unreachable'> {
  const content = fromJson<Content>(row.content)
  const chat = row.chat === null ? undefined : await chatOf(work, row.chat)
  if (chat?.state === 'left' && row.account === null) return 'unreachable'
  if (content.kind === 'card')
    return resolveCard(work, row, await cardOf(work, content.card), must(chat, 'a chat'), choose)
  const { view, locale, replyTo, thread } = content
  return {
    key: row.key,
    place: placeOf(row, chat, thread),
    recipient: recipientOf(row),
    view,
    locale,
    replyTo,
  }
}

async function resolveCard(
  work: Work,
  row: OutboxRow,
  card: Card,
  chat: Chat,
  choose: Choose,
): Promise<Delivery | 'gone' | 'later'> {
  if (card.gone) return 'gone'
  const isEdit = row.class === 'edit'
  if (isEdit && card.message === null) return 'later'
  const draw = must(cards[card.kind], `a card of the kind ${card.kind}`)
  const view = await draw(work, card.subject, chat.platform)
  const place = placeOf(row, chat, card.thread ?? undefined)
  return {
    key: row.key,
    place,
    view,
    locale: choose(chat.language, chat.appLanguage),
    edit: isEdit ? (card.message ?? undefined) : undefined,
  }
}

function placeOf(row: OutboxRow, chat: Chat | undefined, thread: string | undefined): Place {
  const { platform } = row
  if (!chat) return { platform, chat: must(row.account, 'an account'), kind: 'private' }
  const guild = chat.guild ?? undefined
  return { platform, chat: chat.native, thread, kind: chat.kind, title: chat.title, guild }
}

function recipientOf({ platform, account }: OutboxRow): Account | undefined {
  return account === null ? undefined : { platform, id: account, name: '', isBot: false, isAnonymous: false }
}

/** A card that was posted is edited from then on. */
export async function rowSent(work: Work, row: OutboxRow, { message }: Delivered): Promise<void> {
  const content = fromJson<Content>(row.content)
  if (content.kind === 'card' && row.class !== 'edit' && message !== undefined)
    await cardPosted(work, content.card, message)
}

/**
 * A chat that cannot be reached is left; a packet that nobody can see gives its money back and its sender is
 * told.
 */
export async function rowDead(
  work: Work,
  row: OutboxRow,
  reason: 'gone' | 'unreachable' | 'other',
  choose: Choose,
) {
  const content = fromJson<Content>(row.content)
  if (reason === 'unreachable' && row.chat !== null && row.account === null)
    await chooseChatState(work, row.chat, 'left')
  if (content.kind !== 'card') return
  if (row.class === 'edit' && reason === 'other') return
  const lost = await returnLostPacket(work, content.card)
  if (!lost) return cardGone(work, content.card)
  const { sender } = await packetOf(work, lost.packet)
  const view = { text: [text('packet-lost', { packet: lost.packet })] }
  await tellMember(work, { key: `packet-lost:${lost.packet}`, member: sender, view }, choose)
}

/** The chat has a new native id. */
export async function rowMoved(work: Work, row: OutboxRow, to: string): Promise<void> {
  const { platform, native } = await chatOf(work, must(row.chat, 'the chat that moved'))
  await moveChat(work, platform, native, to)
}
