/**
 * Between the courier, who knows no cards, and the core, which knows no platforms: what a row of the outbox
 * says.
 */

import { badgeDone } from './core/badges/badges.js'
import { tellOfBadge } from './core/badges/cards.js'
import { type Card, cardGone, cardOf, cardPosted, editKeyOf } from './core/cards/cards.js'
import { cards } from './core/catalogue.js'
import { tellDesksLost } from './core/desks/cards.js'
import { tellOfGroups } from './core/groups/cards.js'
import { groupDeedDead, groupDone } from './core/groups/groups.js'
import { type Chat, chatOf, chooseChatState, moveChat, personNow } from './core/members/members.js'
import { type Choose, tellMember } from './core/notices/notices.js'
import { type CardSilence, packetOf, returnLostPacket, reviveCard } from './core/packets/packets.js'
import type { Account, Place, PlatformName } from './interaction/call.js'
import type { Content } from './interaction/content.js'
import type { Delivered, Delivery, Letter, Performed } from './interaction/platform.js'
import type { Button, View } from './interaction/view.js'
import { fromJson } from './kit/json.js'
import { must } from './kit/refusal.js'
import { type Param, type Text, text } from './kit/text.js'
import type { Unsaid } from './scheduler/attempt.js'
import { type DeathReason, NO_PRIVATE_CHAT } from './scheduler/failures.js'
import type { OutboxRow } from './scheduler/rows.js'
import { isStale } from './stale-news.js'
import type { Task } from './storage/deed.js'
import { isAside, setOutboxState } from './storage/outbox.js'
import type { Work } from './storage/storage.js'
import { tellUnposted } from './unposted.js'

/** What a row says that goes by mail; undefined for any other. */
export function letterOf({ key, account, content }: OutboxRow): Letter | undefined {
  const said = fromJson<Content>(content)
  if (said.kind !== 'letter') return undefined
  const { subject, text, locale } = said
  return { key, to: must(account, 'an address'), subject, text, locale }
}

/** What a row does that is no message; undefined for any other. */
export function taskOf({ key, content }: OutboxRow): Task | undefined {
  const said = fromJson<Content>(content)
  return said.kind === 'deed' ? { key, deed: said.deed } : undefined
}

/** What a row of a chat says at this moment. */
export async function resolveRow(work: Work, row: OutboxRow, choose: Choose): Promise<Delivery | Unsaid> {
  const content = fromJson<Content>(row.content)
  if (content.kind === 'letter' || content.kind === 'deed') throw new Error('no message of a chat')
  // Of a chat that has given way to another, that one.
  const chat = row.chat === null ? undefined : await chatOf(work, row.chat)
  if (content.kind === 'card') return resolveCard(work, row, await cardOf(work, content.card), choose)
  if (chat?.state === 'left' && row.account === null) return 'unreachable'
  const { locale, replyTo, thread } = content
  const ageMs = work.now - row.createdAt
  if (isWorthless(row, content.view, ageMs) || (await isStale(work, content.view, row))) return 'gone'
  if (isNoise(row, ageMs)) return 'waits'
  const view = dated(row, content.view, { chat, ageMs })
  const common = { key: row.key, recipient: recipientOf(row), view, locale }
  if (isAside(row)) return { ...common, place: placeOf(row, undefined, undefined) }
  return { ...common, place: placeOf(row, chat, thread), replyTo }
}

/** ms after which an answer says what it answers: what it shows is how things stood then. */
const LATE_MS = 60_000
/** ms after which an answer in a group that found no other way is only noise there. */
const NOISE_MS = 90_000

/** An answer that says to wait, when the wait is over. */
function isWorthless({ account, chat }: OutboxRow, { text: said }: View, ageMs: number): boolean {
  if (account === null || chat === null) return false
  const wait = said.map(({ key, params }) => (PACED.has(key) ? durationOf(params?.wait) : undefined))
  return wait.some((ms) => ms !== undefined && ms < ageMs)
}

/** For somebody without a private chat, when the group has talked about other things for minutes. */
function isNoise({ account, chat, lastError }: OutboxRow, ageMs: number): boolean {
  return account !== null && chat !== null && lastError === NO_PRIVATE_CHAT && ageMs > NOISE_MS
}

const PACED = new Set(['refusal-too-fast', 'refusal-cooldown'])

function durationOf(param: Param | undefined): number | undefined {
  return typeof param === 'object' && 'duration' in param ? param.duration : undefined
}

/** An answer that comes late, or elsewhere than it was asked for, says so. */
function dated(row: OutboxRow, view: View, { chat, ageMs }: { chat: Chat | undefined; ageMs: number }): View {
  const note = noteOf(row, chat, ageMs)
  return note ? { ...view, text: [...view.text, note] } : view
}

function noteOf(row: OutboxRow, chat: Chat | undefined, ageMs: number): Text | undefined {
  const at = { instant: row.createdAt, as: 'relative' } as const
  if (chat && isAside(row)) return text('answer-aside', { title: chat.title, at })
  return row.key.startsWith('answer:') && ageMs > LATE_MS ? text('answer-late', { at }) : undefined
}

/** In the card's own chat, wherever its row was addressed to. */
async function resolveCard(
  work: Work,
  row: OutboxRow,
  card: Card,
  choose: Choose,
): Promise<Delivery | Unsaid> {
  if (card.gone) return 'gone'
  const isEdit = row.class === 'edit'
  if (isEdit && card.message === null) return 'later'
  const chat = await chatOf(work, card.chat)
  if (chat.state === 'left') return 'unreachable'
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
  const platform = platformOf(row)
  if (!chat) return { platform, chat: must(row.account, 'an account'), kind: 'private' }
  const guild = chat.guild ?? undefined
  return { platform, chat: chat.native, thread, kind: chat.kind, title: chat.title, guild }
}

function recipientOf(row: OutboxRow): Account | undefined {
  const { account } = row
  const platform = platformOf(row)
  return account === null ? undefined : { platform, id: account, name: '', isBot: false, isAnonymous: false }
}

function platformOf({ platform }: OutboxRow): PlatformName {
  if (platform === 'mail') throw new Error('only letters go by mail')
  return platform
}

/** The row that waits for this one: the change of a card for its post. */
export function awaitedBy({ class: kind, content }: OutboxRow): string | undefined {
  const said = fromJson<Content>(content)
  return said.kind === 'card' && kind !== 'edit' ? editKeyOf(said.card) : undefined
}

/**
 * Of a card, the message too: a group that moved gets a new one. An answer that was put aside went to the
 * person, who does not move with the group.
 */
export async function isRowFor(work: Work, row: OutboxRow, { place, edit }: Delivery): Promise<boolean> {
  const content = fromJson<Content>(row.content)
  if (content.kind !== 'card') {
    if (row.chat === null || isAside(row)) return true
    return (await chatOf(work, row.chat)).native === place.chat
  }
  const { chat, message } = await cardOf(work, content.card)
  const { native } = await chatOf(work, chat)
  return native === place.chat && (row.class !== 'edit' || message === edit)
}

/** Writes down how a deed went. */
export async function deedDone(
  work: Work,
  { content }: OutboxRow,
  performed: Performed,
  choose: Choose,
): Promise<void> {
  const said = fromJson<Content>(content)
  if (said.kind !== 'deed') throw new Error('no deed')
  const { deed } = said
  if (deed.do !== 'role' && deed.do !== 'tag')
    return tellOfGroups(work, await groupDone(work, deed, performed), choose)
  const refused = await badgeDone(work, deed, performed.outcome)
  if (refused) await tellOfBadge(work, refused, choose)
}

/** A card that was posted is edited from then on. */
export async function rowSent(work: Work, row: OutboxRow, { message }: Delivered): Promise<void> {
  const content = fromJson<Content>(row.content)
  if (content.kind === 'card' && row.class !== 'edit' && message !== undefined)
    await cardPosted(work, content.card, message)
}

/**
 * A chat that cannot be reached is left. No packet ends because a change of its card could not be shown; one
 * whose card was never posted anywhere gives its money back. The sender is told of both, and why.
 */
export async function rowDead(
  work: Work,
  row: OutboxRow,
  reason: DeathReason,
  choose: Choose,
): Promise<void> {
  const content = fromJson<Content>(row.content)
  if (content.kind === 'letter') {
    // Whoever it was for may have become another since.
    return letterDead(work, row, await personNow(work, content.member), { reason, choose })
  }
  if (content.kind === 'deed') {
    const { deed } = content
    if (deed.do === 'role' || deed.do === 'tag') return undefined
    return tellOfGroups(work, await groupDeedDead(work, deed), choose)
  }
  if (reason === 'unreachable' && row.chat !== null && row.account === null)
    await chatLost(work, row, await chatOf(work, row.chat), choose)
  if (content.kind !== 'card') return
  if (row.class === 'edit' && reason !== 'gone') return
  const lost = await returnLostPacket(work, content.card, row.doubtSince !== null)
  if (!lost) {
    await cardGone(work, content.card)
    if (row.class !== 'edit') await tellUnposted(work, await cardOf(work, content.card), row, choose)
    return
  }
  const { packet, returned } = lost
  const { sender } = await packetOf(work, packet)
  const key = returned ? `packet-lost:${packet}` : `packet-hidden:${packet}:${content.card}`
  const view = returned ? lostView(packet, reason) : hiddenView(packet)
  await tellMember(work, { key, member: sender, view }, choose)
}

async function chatLost(
  work: Work,
  { id, version }: OutboxRow,
  { id: chat, state }: Chat,
  choose: Choose,
): Promise<void> {
  if (state === 'left') return
  await chooseChatState(work, chat, 'left')
  await tellDesksLost(work, chat, `row-${id}-${version}`, choose)
}

/** Who waits for a letter that never comes is told where they do read. */
async function letterDead(
  work: Work,
  row: OutboxRow,
  member: number,
  { reason, choose }: { reason: DeathReason; choose: Choose },
): Promise<void> {
  const words = text(reason === 'unreachable' ? 'letter-refused' : 'letter-given-up')
  const key = `letter-dead:${row.id}:${row.version}`
  await tellMember(work, { key, member, view: { text: [words, text('letter-dead-next')] } }, choose)
}

const LOST = {
  forbidden: 'packet-lost-forbidden',
  unreachable: 'packet-lost-unreachable',
  gone: 'packet-lost',
  other: 'packet-lost',
} as const

function lostView(packet: string, why: DeathReason): View {
  return { text: [text(LOST[why], { packet })] }
}

function hiddenView(packet: string): View {
  const press = { command: 'packet-panel', values: { packet } }
  const panel: Button = { kind: 'press', label: text('redpacket-panel'), press }
  return { text: [text('packet-hidden', { packet })], rows: [[panel]] }
}

/** The chat has a new native id. */
export async function rowMoved(work: Work, row: OutboxRow, to: string): Promise<void> {
  const { platform, native } = await chatOf(work, must(row.chat, 'the chat that moved'))
  await moveChat(work, platform, native, to)
}

/** Why a message that an operator wants sent again has nothing to say, or nobody to say it to. */
export type Silence = CardSilence

/**
 * Queues a message that was given up, or is in doubt, once more; a card that was given up is posted anew. One
 * unit of work a row: chats and packets are locked. Answers why it is not queued.
 */
export async function sendRowAgain(work: Work, row: OutboxRow, actor: string): Promise<Silence | undefined> {
  const content = fromJson<Content>(row.content)
  const silence =
    content.kind === 'card' ? await reviveCard(work, content.card, actor) : await silenceOf(work, row)
  if (silence === undefined) await setOutboxState(work, [row.id], 'queued')
  return silence
}

async function silenceOf(work: Work, { chat, account }: OutboxRow): Promise<Silence | undefined> {
  if (chat === null || account !== null) return undefined
  return (await chatOf(work, chat)).state === 'left' ? 'left' : undefined
}
