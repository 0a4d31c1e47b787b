/**
 * Stops: of the whole programme, of a chat, of a person. While one holds, nobody drops or claims through it,
 * and what is due is made up for when it is lifted. Money goes back to where it came from all the same, but
 * not while the whole programme stands still: then something may be wrong with the books.
 */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { memberText, record } from '../facts/facts.js'
import type { Owner } from '../ledger/ledger.js'

/** `spender:7` stops person 7 where they spend what is not their own, as partners who are suspended. */
export type Scope = 'programme' | `chat:${number}` | `member:${number}` | `spender:${number}`

export interface Freeze {
  scope: string
  reason: string
  by: string
  /** Stopped by staff or by the audit, not by a moderator of the group alone. */
  byStaff: boolean
  at: number
}

/**
 * Stops a scope. Staff stop what a moderator stopped already: from then on it is theirs to lift, for their
 * reason. Refuses `already-frozen`.
 */
export async function freeze(
  work: Work,
  scope: Scope,
  reason: string,
  by: string,
  byStaff = true,
): Promise<void> {
  const stop = { reason, by, byStaff, at: work.now }
  const rows = await work.db
    .insert(work.t.freezes)
    .values({ scope, ...stop })
    .onConflictDoNothing()
    .returning({ id: work.t.freezes.id })
  const before = rows.length > 0 ? undefined : await takeOver(work, scope, stop)
  const details = { reason, ...(before === undefined ? {} : { instead: before }) }
  await record(work, { kind: 'frozen', actor: by, subject: scope, details })
}

/** Makes a moderator's stop one of staff; says whose it was. Refuses `already-frozen` where it is none. */
async function takeOver(
  work: Work,
  scope: Scope,
  stop: Pick<Freeze, 'reason' | 'by' | 'byStaff' | 'at'>,
): Promise<string> {
  const { freezes } = work.t
  const found = await held(work, scope)
  if (!found || found.byStaff || !stop.byStaff) return refuse('already-frozen')
  await work.db.update(freezes).set(stop).where(eq(freezes.id, found.id))
  return found.by
}

/**
 * Lets it go on. What staff or the audit stopped, only staff let go (`isStaff`): the admins of a group may be
 * the very reason. Nobody lifts a stop over themself. Refuses `not-frozen`, `frozen-by-staff`,
 * `frozen-staff`.
 */
export async function lift(work: Work, scope: Scope, by: string, isStaff: boolean): Promise<void> {
  const { freezes } = work.t
  const found = await held(work, scope)
  if (!found) return refuse('not-frozen')
  if (by === scope) return refuse('frozen-staff', { reason: reasonOf(found) })
  if (found.byStaff && !isStaff) return refuse('frozen-by-staff', { reason: reasonOf(found) })
  await work.db.update(freezes).set({ liftedBy: by, liftedAt: work.now }).where(eq(freezes.id, found.id))
  await record(work, { kind: 'lifted', actor: by, subject: scope })
}

/**
 * One of two scopes gives way to the other: a stop that was laid on either holds over the one that stays. Of
 * two the one by staff stays, which no moderator can lift; the other has nothing left to stop.
 */
export async function carryStop(work: Work, { from, to }: { from: Scope; to: Scope }): Promise<void> {
  const { freezes } = work.t
  const live = and(inArray(freezes.scope, [from, to]), isNull(freezes.liftedAt))
  const found = await work.lock(work.db.select().from(freezes).where(live).orderBy(freezes.id))
  const own = found.find(({ scope }) => scope === to)
  const other = found.find(({ scope }) => scope === from)
  if (!other) return
  const isStronger = !own || (other.byStaff && !own.byStaff)
  const weaker = isStronger ? own : other
  const lifted = { liftedBy: 'system', liftedAt: work.now }
  if (weaker) await work.db.update(freezes).set(lifted).where(eq(freezes.id, weaker.id))
  if (isStronger) await work.db.update(freezes).set({ scope: to }).where(eq(freezes.id, other.id))
}

/** The stop that holds over a scope; nobody else changes it until the commit. */
async function held(work: Work, scope: Scope): Promise<(Freeze & { id: number }) | undefined> {
  const { freezes } = work.t
  const live = and(eq(freezes.scope, scope), isNull(freezes.liftedAt))
  const [found] = await work.lock(work.db.select().from(freezes).where(live))
  return found
}

const liveFreezes = prepared('freezes.live', (db, t, p: { scopes: List }) =>
  db
    .select()
    .from(t.freezes)
    .where(and(among(t.freezes.scope, p.scopes), isNull(t.freezes.liftedAt))),
)

/** The stops that hold over any of these scopes. */
export async function freezesOver(work: Work, scopes: readonly Scope[]): Promise<Map<string, Freeze>> {
  const rows = await liveFreezes(work, { scopes: listOf(scopes) })
  return new Map(rows.map((row) => [row.scope, row]))
}

/** The stops that hold now, the oldest first. */
export async function heldFreezes(work: Work): Promise<Freeze[]> {
  const { freezes } = work.t
  return work.db.select().from(freezes).where(isNull(freezes.liftedAt)).orderBy(asc(freezes.id))
}

/** Everything that is stopped now. */
export async function allFreezes(work: Work): Promise<string[]> {
  const { freezes } = work.t
  const rows = await work.db.select({ scope: freezes.scope }).from(freezes).where(isNull(freezes.liftedAt))
  return rows.map(({ scope }) => scope)
}

/**
 * Refuses `frozen-programme`, `frozen-chat`, `frozen-member` or `frozen-spender` when a stop holds over the
 * place, the person, the owner of the money, or over the person where they spend from a budget.
 */
export async function assertNotFrozen(
  work: Work,
  where: { chat?: number; member?: number; owner?: Owner },
): Promise<void> {
  const scopes: Scope[] = ['programme']
  if (where.chat !== undefined) scopes.push(`chat:${where.chat}`)
  if (where.member !== undefined) scopes.push(memberText(where.member))
  const { owner } = where
  if (owner?.kind === 'chat' || owner?.kind === 'member') scopes.push(`${owner.kind}:${owner.id}`)
  if (owner?.kind === 'chat' && where.member !== undefined) scopes.push(`spender:${where.member}`)
  const held = await freezesOver(work, scopes)
  for (const scope of scopes) {
    const found = held.get(scope)
    if (found) refuse(`frozen-${scope.split(':')[0]}`, { reason: reasonOf(found) })
  }
}

/** The reason as words of a refusal take it: `none` where nobody gave one. */
export function reasonOf({ reason }: Pick<Freeze, 'reason'>): string {
  return reason === '' ? 'none' : reason
}
