/**
 * Money of chats and people that gave way. What is owed to one (the rest of a packet, a request that was
 * decided late) belongs to the one that stands for it now.
 */
import { and, asc, gt, isNotNull } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import {
  accountsOf,
  type Check,
  lockLedger,
  type Movement,
  move,
  type Owner,
  ownerText,
  paged,
} from '../ledger/ledger.js'
import { personNow } from './numbers.js'
import { chatById } from './store.js'

/** The purse of a chat. */
export const budgetOf = (id: number): Owner => ({ kind: 'chat', id })

/**
 * Whose it is now: of a chat or a person that gave way, the one that stands for it; anybody else, the same.
 * It stays so until the commit when the ledger, the chat or the person was locked before: they give way under
 * both.
 */
export async function ownerNow(work: Work, owner: Owner): Promise<Owner> {
  if (owner.kind === 'member') return { ...owner, id: await personNow(work, owner.id) }
  const chat = owner.kind === 'chat' ? await chatById(work, owner.id) : undefined
  return chat ? budgetOf(chat.id) : owner
}

/**
 * A hold has been resolved in favour of `owner`, whose name stands in it for ever: where that is somebody who
 * gave way, the money goes on at once. `cause` is the key of what brought it.
 */
export async function carryOn(
  work: Work,
  { owner, asset, amount, cause }: { owner: Owner; asset: string; amount: bigint; cause: string },
): Promise<void> {
  await lockLedger(work)
  const to = await ownerNow(work, owner)
  if (ownerText(to) === ownerText(owner)) return
  await move(work, [onward(owner, to, { asset, amount, cause })])
}

/**
 * All that a chat can spend goes to the one that stands for it. What is on hold, or frozen by staff, stays
 * under its own number until a person has decided.
 */
export async function carryBudget(work: Work, from: number, to: number): Promise<void> {
  await lockLedger(work)
  await move(work, await allOf(work, budgetOf(from), budgetOf(to), `${from}:${to}`))
}

const POCKETS = ['available', 'held'] as const

/**
 * All that a person has goes to the number that stands for them, from each pocket into the same one. What is
 * on hold arrives later, see {@link carryOn}. Answers what moved, by asset.
 */
export async function carryWallet(work: Work, from: number, to: number): Promise<Map<string, bigint>> {
  await lockLedger(work)
  const movements: Movement[] = []
  for (const pocket of POCKETS) {
    const purse = (id: number): Owner => ({ kind: 'member', id, pocket })
    movements.push(...(await allOf(work, purse(from), purse(to), `${pocket}:${from}:${to}`)))
  }
  await move(work, movements)
  const moved = new Map<string, bigint>()
  for (const { asset, amount } of movements) moved.set(asset, (moved.get(asset) ?? 0n) + amount)
  return moved
}

async function allOf(work: Work, from: Owner, to: Owner, cause: string): Promise<Movement[]> {
  const accounts = await accountsOf(work, from)
  const free = accounts.filter(({ available, frozen }) => available > 0n && !frozen)
  return free.map(({ asset, available: amount }) => onward(from, to, { asset, amount, cause }))
}

/** Whether staff hold an account of a person in the ledger itself: its money moves nowhere. */
export async function isHeldInLedger(work: Work, member: number): Promise<boolean> {
  for (const pocket of POCKETS) {
    const accounts = await accountsOf(work, { kind: 'member', id: member, pocket })
    if (accounts.some(({ frozen }) => frozen)) return true
  }
  return false
}

function onward(
  from: Owner,
  to: Owner,
  { asset, amount, cause }: { asset: string; amount: bigint; cause: string },
): Movement {
  const code = from.kind === 'chat' ? 'chat-moved' : 'people-joined'
  return { key: `${code}:${cause}:${asset}`, from, to, asset, amount, code, actor: 'system' }
}

/** Chats in one look. */
const PAGE = 200

/** Nobody finds money in a chat that gave way. */
export const mergedCheck: Check = paged('chats-merged', async (work, after) => {
  const { chats } = work.t
  const page = await work.db
    .select({ id: chats.id })
    .from(chats)
    .where(and(isNotNull(chats.mergedInto), gt(chats.id, Number(after))))
    .orderBy(asc(chats.id))
    .limit(PAGE)
  for (const { id } of page) {
    const accounts = await accountsOf(work, budgetOf(id))
    const left = accounts.find(({ available, frozen }) => available > 0n && !frozen)
    if (!left) continue
    const detail = `${left.available} units of ${left.asset} are in a chat that gave way`
    return { findings: [{ check: 'chats-merged', detail, subject: `chat:${id}` }], next: undefined }
  }
  const last = page.length < PAGE ? undefined : page.at(-1)
  return { findings: [], next: last && String(last.id) }
})
