/**
 * A platform gave a chat a new id. The house keeps one row for it, remembers the ids it had, and leaves
 * nothing behind, in whatever order the news, its repetitions and people's messages come. Locks are taken in
 * the order of ARCHITECTURE.md: chats, packets, what hangs on them, ledger, facts, outbox.
 */
import { and, eq, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm'
import { Again } from '../../kit/again.js'
import { readdress } from '../../storage/outbox.js'
import type { Work } from '../../storage/storage.js'
import { record } from '../facts/facts.js'
import { carryStop } from '../freezes/freezes.js'
import { ownerText } from '../ledger/ledger.js'
import { budgetOf, carryBudget } from './budgets.js'
import type { Chat, PlatformWord } from './members.js'
import { leaveMessages, lockPacketsAt, postAnew, redraw, turnWithdrawn } from './reposting.js'

/**
 * Gives the chat with the native id `from` the id `to`. Where both have a row, the one with a history stays,
 * the older one when both have: a budget, packets and stops hang on its number. What the other has got goes
 * along, and living cards are posted anew. The same news again changes nothing.
 */
export async function moveRow(work: Work, platform: PlatformWord, from: string, to: string): Promise<void> {
  if (from === to) return
  const rows = await lockedRows(work, platform, [from, to])
  const old = rows.find(({ native }) => native === from)
  const next = rows.find(({ native }) => native === to)
  await lockPacketsAt(
    work,
    rows.map(({ id }) => id),
  )
  const anew = old ? await leaveMessages(work, old, next) : []
  const { stays, turned } =
    old && next ? await joined(work, old, next, anew) : { stays: old ?? next, turned: [] }
  if (!stays) return
  if (old) await work.db.update(work.t.chats).set(placeNow(to)).where(eq(work.t.chats.id, stays.id))
  await remember(work, platform, { native: from, chat: stays.id })
  await redraw(work, stays, without(turned, anew))
  await postAnew(work, stays, without(anew, turned))
}

const without = (cards: readonly number[], others: readonly number[]) =>
  cards.filter((card) => !others.includes(card))

const placeNow = (native: string) => ({ native, state: 'active' as const })

/**
 * The rows with these ids, and with them whatever gave way to them, which {@link stepAside} writes: all at
 * once and in the order of their numbers, as everybody who locks chats. Throws {@link Again} where others
 * came between the look and the lock.
 */
async function lockedRows(work: Work, platform: PlatformWord, natives: string[]): Promise<Chat[]> {
  const { chats } = work.t
  const named = and(eq(chats.platform, platform), inArray(chats.native, natives), isNull(chats.mergedInto))
  const numbers = async () => {
    const rows = await work.db.select({ id: chats.id }).from(chats).where(named)
    return rows.map(({ id }) => id)
  }
  const seen = await numbers()
  if (seen.length === 0) return []
  const behind = or(inArray(chats.id, seen), inArray(chats.mergedInto, seen))
  const all = () => work.db.select().from(chats).where(behind).orderBy(chats.id)
  const locked = new Set((await work.lock(all())).map(({ id }) => id))
  const now = await all()
  const isWhole = [...(await numbers()), ...now.map(({ id }) => id)].every((id) => locked.has(id))
  if (!isWhole) throw new Again('a chat gave way between the look and the lock')
  return now.filter(({ mergedInto }) => mergedInto === null)
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

/**
 * Of two rows for one chat, the one that stays; the other gives all it has and steps aside. With it the cards
 * that are to say that their packet was taken off. `left`: those whose message was left behind.
 */
async function joined(
  work: Work,
  old: Chat,
  next: Chat,
  left: readonly number[],
): Promise<{ stays: Chat; turned: number[] }> {
  const oldStays = (await isUsed(work, old.id)) || !(await isUsed(work, next.id))
  const [stays, goes] = oldStays ? [old, next] : [next, old]
  await carryPackets(work, goes.id, stays.id)
  const turned = await turnWithdrawn(work, { goes: goes.id, stays: stays.id, left })
  await carryStop(work, { from: `chat:${goes.id}`, to: `chat:${stays.id}` })
  await carryCards(work, goes.id, stays.id)
  await stepAside(work, goes.id, stays.id)
  await carryBudget(work, goes.id, stays.id)
  const fact = { kind: 'chat-merged' as const, actor: 'system', subject: `chat:${stays.id}` }
  await record(work, { ...fact, details: { gone: goes.id } })
  await readdress(work, goes.id, stays.id)
  return { stays, turned }
}

/** Whoever comes by an older number or id finds the row that stays in one step. */
async function stepAside(work: Work, goes: number, stays: number): Promise<void> {
  const { chats, chatAliases } = work.t
  const change = { mergedInto: stays, state: 'left' as const }
  await work.db
    .update(chats)
    .set(change)
    .where(or(eq(chats.id, goes), eq(chats.mergedInto, goes)))
  await work.db.update(chatAliases).set({ chat: stays }).where(eq(chatAliases.chat, goes))
}

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

/**
 * Packets can be claimed from the chat that stays, their cards are edited there, and a stop of it stops those
 * that were dropped in the other. An end is for ever: what is over keeps the number of its origin. Where one
 * of the two was a packet's own chat, the one that stays is, and no packet is taken off its own. Off any
 * other it is taken when it was taken off either: who took it off a group did not mean one of its numbers.
 */
async function carryPackets(work: Work, from: number, to: number): Promise<void> {
  const { packets, packetChats } = work.t
  const isHere = eq(packetChats.chat, from)
  const here = work.db.select({ packet: packetChats.packet }).from(packetChats).where(isHere)
  const alive = and(inArray(packets.id, here), isNull(packets.endedAt))
  await work.db
    .update(packets)
    .set({ origin: to })
    .where(and(alive, eq(packets.origin, from)))
  const chat = sql<number>`cast(${sql.param(to, packetChats.chat)} as bigint)`.as('chat')
  const { packet, thread, sharedAt, brought, withdrawnAt, withdrawnBy } = packetChats
  const row = { packet, chat, thread, sharedAt, brought, withdrawnAt, withdrawnBy }
  const places = work.db.select(row).from(packetChats).where(isHere)
  await work.db
    .insert(packetChats)
    .select(places)
    .onConflictDoUpdate({
      target: [packetChats.packet, packetChats.chat],
      set: {
        withdrawnAt: sql`coalesce(${packetChats.withdrawnAt}, excluded.withdrawn_at)`,
        withdrawnBy: sql`coalesce(${packetChats.withdrawnBy}, excluded.withdrawn_by)`,
      },
    })
  const home = work.db.select({ id: packets.id }).from(packets).where(eq(packets.origin, to))
  await work.db
    .update(packetChats)
    .set({ withdrawnAt: null, withdrawnBy: null })
    .where(
      and(eq(packetChats.chat, to), isNotNull(packetChats.withdrawnAt), inArray(packetChats.packet, home)),
    )
}

/** A card of what both have one of stays where it is, and is drawn in the chat that stands for its own. */
async function carryCards(work: Work, from: number, to: number): Promise<void> {
  const { cards } = work.t
  const isShown = sql`exists (
    select 1 from cards as shown
    where shown.chat = ${sql.param(to, cards.chat)}
      and shown.kind = ${cards.kind} and shown.subject = ${cards.subject})`
  await work.db
    .update(cards)
    .set({ chat: to })
    .where(and(eq(cards.chat, from), not(isShown)))
}
