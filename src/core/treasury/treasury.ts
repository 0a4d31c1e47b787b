/**
 * How money enters and leaves: a maker asks, another person decides, and until then the money waits as a hold
 * in the ledger. A deposit comes from the exchange's treasury into a wallet or a chat's budget; a withdrawal
 * goes back.
 */
import { asc, eq } from 'drizzle-orm'
import { must, refuse } from '../../kit/refusal.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { hold, type Owner, ownerText, parseOwner, post, voidHold } from '../ledger/ledger.js'

export type TreasuryRequest = Tables['treasuryRequests']['$inferSelect']

export interface TreasuryAsk {
  kind: 'deposit' | 'withdraw'
  owner: Owner
  asset: string
  /** Smallest units. */
  amount: bigint
  reason: string
  maker: number
  /** The same for every delivery of the asking call: the hold's key is made of it. */
  callKey: string
}

/**
 * Holds the money and waits for a decision. Refuses `frozen-…`, `ledger-insufficient`
 * (a withdrawal), `ledger-too-much` and `ledger-frozen`.
 */
export async function askTreasury(work: Work, ask: TreasuryAsk): Promise<TreasuryRequest> {
  const { kind, owner, asset, amount, reason, maker } = ask
  await assertNotFrozen(work, { owner })
  const key = `treasury:${ask.callKey}`
  const treasury: Owner = { kind: 'treasury' }
  const [from, to] = kind === 'deposit' ? [treasury, owner] : [owner, treasury]
  await hold(work, [{ key, from, to, asset, amount, code: `treasury-${kind}`, actor: `member:${maker}` }])
  const row = { kind, owner: ownerText(owner), asset, amount, reason, maker, hold: key, createdAt: work.now }
  const [request] = await work.db
    .insert(work.t.treasuryRequests)
    .values({ ...row, state: 'asked' })
    .returning()
  const asked = must(request, 'the request just written')
  await note(work, 'treasury-asked', asked, maker, { kind, owner: row.owner, asset, amount, reason })
  return asked
}

/**
 * Lets the money through, or gives it back. With `fourEyes` the maker cannot decide.
 * Refuses `request-unknown`, `request-decided`, `four-eyes`.
 */
export async function decideTreasury(
  work: Work,
  id: number,
  decision: { checker: number; approve: boolean; fourEyes: boolean },
): Promise<TreasuryRequest> {
  const { treasuryRequests } = work.t
  const [request] = await work.lock(
    work.db.select().from(treasuryRequests).where(eq(treasuryRequests.id, id)),
  )
  if (!request) return refuse('request-unknown')
  if (request.state !== 'asked') return refuse('request-decided', { state: request.state })
  const { checker, approve, fourEyes } = decision
  if (fourEyes && request.maker === checker) return refuse('four-eyes')
  if (approve) await assertNotFrozen(work, { owner: parseOwner(request.owner) })
  const key = `${request.hold}:${approve ? 'post' : 'void'}`
  const resolution = { key, hold: request.hold, actor: `member:${checker}` }
  await (approve ? post(work, [resolution]) : voidHold(work, [resolution]))
  const change = {
    state: approve ? ('approved' as const) : ('rejected' as const),
    checker,
    decidedAt: work.now,
  }
  await work.db.update(treasuryRequests).set(change).where(eq(treasuryRequests.id, id))
  await note(work, `treasury-${change.state}`, request, checker)
  return { ...request, ...change }
}

/** Requests listed at a time. */
const LISTED = 10

/** What waits for a decision, the oldest first. */
export async function openRequests(work: Work): Promise<TreasuryRequest[]> {
  const { treasuryRequests } = work.t
  return work.db
    .select()
    .from(treasuryRequests)
    .where(eq(treasuryRequests.state, 'asked'))
    .orderBy(asc(treasuryRequests.createdAt), asc(treasuryRequests.id))
    .limit(LISTED)
}

async function note(
  work: Work,
  kind: 'treasury-asked' | 'treasury-approved' | 'treasury-rejected',
  { id }: TreasuryRequest,
  member: number,
  details = {},
): Promise<void> {
  await record(work, { kind, actor: `member:${member}`, subject: `treasury:${id}`, details })
}
