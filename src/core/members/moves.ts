/**
 * A platform gave a chat a new id. The house keeps one row for it, remembers the ids it had, and leaves
 * nothing behind, in whatever order the news, its repetitions and people's messages come.
 */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { accountsOf, move, type Owner, ownerText } from '../ledger/ledger.js'
import type { Chat, PlatformWord } from './members.js'

/**
 * Gives the chat with the native id `from` the id `to`. Where both have a row, the one with a history stays,
 * the older one when both have: a budget, packets and stops hang on its number. What the other has got goes
 * along. The same news again changes nothing.
 */
export async function moveRow(work: Work, platform: PlatformWord, from: string, to: string): Promise<void> {
  if (from === to) return
  const rows = await lockedRows(work, platform, [from, to])
  const old = rows.find(({ native }) => native === from)
  const next = rows.find(({ native }) => native === to)
  const stays = old && next ? await joined(work, old, next, to) : (old ?? next)
  if (!stays) return
  if (old) await work.db.update(work.t.chats).set(placeNow(to)).where(eq(work.t.chats.id, stays.id))
  await remember(work, platform, { native: from, chat: stays.id })
}

const placeNow = (native: string) => ({ native, state: 'active' as const })

/** In the order of their numbers, so that two pieces of news about one chat do not wait for each other. */
async function lockedRows(work: Work, platform: PlatformWord, natives: string[]): Promise<Chat[]> {
  const { chats } = work.t
  const named = and(eq(chats.platform, platform), inArray(chats.native, natives))
  return work.lock(work.db.select().from(chats).where(named).orderBy(chats.id))
}

async function remember(
  work: Work,
  platform: PlatformWord,
  alias: { native: string; chat: number },
): Promise<void> {
  const { chatAliases } = work.t
  const { native, chat } = alias
  await work.db
    .insert(chatAliases)
    .values({ platform, native, chat, createdAt: work.now })
    .onConflictDoUpdate({ target: [chatAliases.platform, chatAliases.native], set: { chat } })
}

/** Of two rows for one chat, the one that stays; the other gives all it has and steps aside. */
async function joined(work: Work, old: Chat, next: Chat, to: string): Promise<Chat> {
  const oldStays = (await isUsed(work, old.id)) || !(await isUsed(work, next.id))
  const [stays, goes] = oldStays ? [old, next] : [next, old]
  await carryMoney(work, goes.id, stays.id)
  await carryPackets(work, goes.id, stays.id)
  await carryStops(work, goes.id, stays.id)
  await carryMessages(work, goes.id, stays.id)
  const { chats, chatAliases } = work.t
  await work.db.update(chatAliases).set({ chat: stays.id }).where(eq(chatAliases.chat, goes.id))
  const aside = { native: `${to} before ${goes.id}`, state: 'left' as const }
  await work.db.update(chats).set(aside).where(eq(chats.id, goes.id))
  return stays
}

const budgetOf = (id: number): Owner => ({ kind: 'chat', id })

/** Whether anything hangs on the number of a chat that would be missed. */
async function isUsed({ db, t }: Work, chat: number): Promise<boolean> {
  const owner = ownerText(budgetOf(chat))
  const looks = [
    db.select({ one: sql`1` }).from(t.ledgerAccounts).where(eq(t.ledgerAccounts.owner, owner)).limit(1),
    db.select({ one: sql`1` }).from(t.packets).where(eq(t.packets.origin, chat)).limit(1),
    db.select({ one: sql`1` }).from(t.packetChats).where(eq(t.packetChats.chat, chat)).limit(1),
    db.select({ one: sql`1` }).from(t.packetRequests).where(eq(t.packetRequests.chat, chat)).limit(1),
    db
      .select({ one: sql`1` })
      .from(t.freezes)
      .where(eq(t.freezes.scope, `chat:${chat}`))
      .limit(1),
  ]
  for (const look of looks) if ((await look).length > 0) return true
  return false
}

/** What is on hold, or frozen by staff, stays under its own number until a person has decided. */
async function carryMoney(work: Work, from: number, to: number): Promise<void> {
  const accounts = await accountsOf(work, budgetOf(from))
  const movements = accounts
    .filter(({ available, frozen }) => available > 0n && !frozen)
    .map(({ asset, available }) => ({
      key: `chat-moved:${from}:${to}:${asset}`,
      from: budgetOf(from),
      to: budgetOf(to),
      asset,
      amount: available,
      code: 'chat-moved',
      actor: 'system',
    }))
  if (movements.length > 0) await move(work, movements)
}

/** Packets can be claimed from the chat that stays, and their cards are edited there. */
async function carryPackets(work: Work, from: number, to: number): Promise<void> {
  const { packetChats } = work.t
  const places = await work.db.select().from(packetChats).where(eq(packetChats.chat, from))
  if (places.length === 0) return
  await work.db
    .insert(packetChats)
    .values(places.map((place) => ({ ...place, chat: to })))
    .onConflictDoNothing()
}

/** A stop that was laid on either holds over both. */
async function carryStops(work: Work, from: number, to: number): Promise<void> {
  const { freezes } = work.t
  const live = (chat: number) => and(eq(freezes.scope, `chat:${chat}`), isNull(freezes.liftedAt))
  const held = await work.db.select({ id: freezes.id }).from(freezes).where(live(to))
  if (held.length === 0)
    await work.db
      .update(freezes)
      .set({ scope: `chat:${to}` })
      .where(live(from))
}

async function carryMessages(work: Work, from: number, to: number): Promise<void> {
  const { outbox, cards } = work.t
  await work.db
    .update(outbox)
    .set({ chat: to, lane: `chat:${to}` })
    .where(and(eq(outbox.chat, from), inArray(outbox.state, ['queued', 'leased'])))
  const shown = await work.db
    .select({ kind: cards.kind, subject: cards.subject })
    .from(cards)
    .where(eq(cards.chat, to))
  const names = new Set(shown.map(({ kind, subject }) => `${kind} ${subject}`))
  const own = await work.db.select().from(cards).where(eq(cards.chat, from))
  const free = own.filter(({ kind, subject }) => !names.has(`${kind} ${subject}`)).map(({ id }) => id)
  if (free.length > 0) await work.db.update(cards).set({ chat: to }).where(inArray(cards.id, free))
}
