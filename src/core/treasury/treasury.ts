/**
 * How money enters and leaves: a maker asks, another person decides, and until then the money waits as a hold
 * in the ledger. A deposit comes from the exchange's treasury into a wallet or a chat's budget; a withdrawal
 * goes back.
 */
import { and, asc, eq, inArray, or } from 'drizzle-orm'
import { must, refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { memberText, record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { hold, type Owner, ownerText, parseOwner, post, voidHold } from '../ledger/ledger.js'
import { carryOn, nameOf, numbersAround, ownerNow, pinPeople } from '../members/members.js'

export type TreasuryRequest = Tables['treasuryRequests']['$inferSelect']

export interface TreasuryAsk {
  kind: 'deposit' | 'withdraw'
  owner: Owner
  asset: string
  /** Smallest units. */
  amount: bigint
  reason: string
  maker: number
}

/**
 * Holds the money and waits for a decision. Refuses `frozen-…`, `ledger-insufficient`
 * (a withdrawal), `ledger-too-much` and `ledger-frozen`.
 */
export async function askTreasury(work: Work, ask: TreasuryAsk): Promise<TreasuryRequest> {
  const { kind, owner, asset, amount, reason, maker } = ask
  await assertNotFrozen(work, { owner })
  const row = { kind, owner: ownerText(owner), asset, amount, reason, maker, createdAt: work.now }
  const [request] = await work.db
    .insert(work.t.treasuryRequests)
    .values({ ...row, state: 'asked' })
    .returning()
  const asked = must(request, 'the request just written')
  const treasury: Owner = { kind: 'treasury' }
  const [from, to] = kind === 'deposit' ? [treasury, owner] : [owner, treasury]
  const { hold: key } = keysOf(asked)
  await hold(work, [{ key, from, to, asset, amount, code: `treasury-${kind}`, actor: memberText(maker) }])
  await note(work, 'treasury-asked', asked, maker, { kind, owner: row.owner, asset, amount, reason })
  return asked
}

/** The request's own number is unique for ever; the same call again is known by what it was answered. */
function keysOf({ id }: Pick<TreasuryRequest, 'id'>) {
  return { hold: `treasury:hold:${id}`, post: `treasury:post:${id}`, void: `treasury:void:${id}` }
}

interface Decision {
  checker: number
  approve: boolean
  fourEyes: boolean
}

/**
 * A request that `checker` may decide so; nobody else decides it until the commit. With `fourEyes` the maker
 * cannot, nor agree whose wallet it is about. Refuses `request-unknown`, `request-decided`, `four-eyes`,
 * `four-eyes-wallet`.
 */
export async function treasuryRequestFor(
  work: Work,
  id: number,
  { checker, approve, fourEyes }: Decision,
): Promise<TreasuryRequest> {
  const { treasuryRequests } = work.t
  const [request] = await work.lock(
    work.db.select().from(treasuryRequests).where(eq(treasuryRequests.id, id)),
  )
  if (!request) return refuse('request-unknown')
  if (request.state !== 'asked') return refuse('request-decided', await decidedParams(work, request))
  if (!fourEyes) return request
  const owner = ownerOf(request)
  const holders = owner.kind === 'member' ? [owner.id] : []
  // None of them turns out to be another one of them between the look and the commit.
  const { now } = await pinPeople(work, [checker, request.maker, ...holders])
  if (now(request.maker) === now(checker)) return refuse('four-eyes')
  const isTheirs = holders.some((holder) => now(holder) === now(checker))
  return approve && isTheirs ? refuse('four-eyes-wallet') : request
}

/** How a request was decided, and by whom, for those who decide. */
async function decidedParams(
  work: Work,
  { state, checker }: TreasuryRequest,
): Promise<Record<string, string>> {
  return { state, name: checker === null ? '' : await nameOf(work, checker) }
}

function ownerOf({ id, owner }: TreasuryRequest): Owner {
  return must(parseOwner(owner), `the owner of request ${id}`)
}

/**
 * Lets the money through, or gives it back. Refuses what {@link treasuryRequestFor} refuses, and `frozen-…`
 * when it is let through.
 */
export async function decideTreasury(work: Work, id: number, decision: Decision): Promise<TreasuryRequest> {
  const { checker, approve } = decision
  const request = await treasuryRequestFor(work, id, decision)
  const owner = ownerOf(request)
  if (approve) await assertNotFrozen(work, { owner: await ownerNow(work, owner) })
  const keys = keysOf(request)
  const key = approve ? keys.post : keys.void
  const resolution = { key, hold: keys.hold, actor: memberText(checker) }
  await (approve ? post(work, [resolution]) : voidHold(work, [resolution]))
  const { asset, amount, kind } = request
  if (approve === (kind === 'deposit')) await carryOn(work, { owner, asset, amount, cause: key })
  const change = {
    state: approve ? ('approved' as const) : ('rejected' as const),
    checker,
    decidedAt: work.now,
  }
  const { treasuryRequests } = work.t
  await work.db.update(treasuryRequests).set(change).where(eq(treasuryRequests.id, id))
  await note(work, `treasury-${change.state}`, request, checker)
  return { ...request, ...change }
}

/** The wallets of these people, as requests name them. */
export function walletsOf(members: readonly number[]): string[] {
  return members.flatMap((id) =>
    (['available', 'held'] as const).map((pocket) => ownerText({ kind: 'member', id, pocket })),
  )
}

/**
 * What two people asked for and waits, and what waits about a wallet of theirs under any of their numbers:
 * nobody else decides it until the commit.
 */
export async function lockTreasuryOf(work: Work, members: readonly number[]): Promise<void> {
  const { treasuryRequests } = work.t
  const { all } = await numbersAround(work, members)
  const isTheirs = or(
    inArray(treasuryRequests.maker, [...members]),
    inArray(treasuryRequests.owner, walletsOf(all)),
  )
  const isOpen = and(eq(treasuryRequests.state, 'asked'), isTheirs)
  await work.lock(
    work.db
      .select({ id: treasuryRequests.id })
      .from(treasuryRequests)
      .where(isOpen)
      .orderBy(asc(treasuryRequests.id)),
  )
}

/** What waits was asked by the number that stays: no account of the same person decides it. */
export async function joinTreasury(work: Work, gone: number, stays: number): Promise<void> {
  const { treasuryRequests } = work.t
  const isOpen = and(eq(treasuryRequests.state, 'asked'), eq(treasuryRequests.maker, gone))
  await work.db.update(treasuryRequests).set({ maker: stays }).where(isOpen)
}

/** What waits for a decision, the oldest first, at most `limit`. */
export async function openRequests(work: Work, limit: number): Promise<TreasuryRequest[]> {
  const { treasuryRequests } = work.t
  return work.db
    .select()
    .from(treasuryRequests)
    .where(eq(treasuryRequests.state, 'asked'))
    .orderBy(asc(treasuryRequests.createdAt), asc(treasuryRequests.id))
    .limit(limit)
}

async function note(
  work: Work,
  kind: 'treasury-asked' | 'treasury-approved' | 'treasury-rejected',
  { id }: TreasuryRequest,
  member: number,
  details = {},
): Promise<void> {
  await record(work, { kind, actor: memberText(member), subject: `treasury:${id}`, details })
}
