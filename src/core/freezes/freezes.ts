/**
 * Stops: of the whole programme, of a chat, of a person. While one holds, nobody drops or claims through it,
 * and what is due is made up for when it is lifted. Money goes back to where it came from all the same, but
 * not while the whole programme stands still: then something may be wrong with the books.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { prepared } from '../../storage/prepared.js'
import { among, type List, listOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { record } from '../facts/facts.js'
import type { Owner } from '../ledger/ledger.js'

export type Scope = 'programme' | `chat:${number}` | `member:${number}`

export interface Freeze {
  scope: string
  reason: string
  by: string
  /** Stopped by staff or by the audit, not by a moderator of the group alone. */
  byStaff: boolean
  at: number
}

/** Stops a scope. Refuses `already-frozen`. */
export async function freeze(
  work: Work,
  scope: Scope,
  reason: string,
  by: string,
  byStaff = true,
): Promise<void> {
  const rows = await work.db
    .insert(work.t.freezes)
    .values({ scope, reason, by, byStaff, at: work.now })
    .onConflictDoNothing()
    .returning({ id: work.t.freezes.id })
  if (rows.length === 0) return refuse('already-frozen')
  await record(work, { kind: 'frozen', actor: by, subject: scope, details: { reason } })
}

/**
 * Lets it go on. What staff or the audit stopped, only staff let go (`isStaff`): the admins of a group may be
 * the very reason. Refuses `not-frozen`, `frozen-by-staff`.
 */
export async function lift(work: Work, scope: Scope, by: string, isStaff: boolean): Promise<void> {
  const { freezes } = work.t
  const held = (await freezesOver(work, [scope])).get(scope)
  if (!held) return refuse('not-frozen')
  if (held.byStaff && !isStaff) return refuse('frozen-by-staff', { reason: reasonOf(held) })
  const lifted = await work.db
    .update(freezes)
    .set({ liftedBy: by, liftedAt: work.now })
    .where(and(eq(freezes.scope, scope), isNull(freezes.liftedAt)))
    .returning({ id: freezes.id })
  if (lifted.length === 0) return refuse('not-frozen')
  await record(work, { kind: 'lifted', actor: by, subject: scope })
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

/** Everything that is stopped now. */
export async function allFreezes(work: Work): Promise<string[]> {
  const { freezes } = work.t
  const rows = await work.db.select({ scope: freezes.scope }).from(freezes).where(isNull(freezes.liftedAt))
  return rows.map(({ scope }) => scope)
}

/**
 * Refuses `frozen-programme`, `frozen-chat` or `frozen-member` when a stop holds over the place, the person,
 * or the owner of the money.
 */
export async function assertNotFrozen(
  work: Work,
  where: { chat?: number; member?: number; owner?: Owner },
): Promise<void> {
  const scopes: Scope[] = ['programme']
  if (where.chat !== undefined) scopes.push(`chat:${where.chat}`)
  if (where.member !== undefined) scopes.push(`member:${where.member}`)
  const { owner } = where
  if (owner?.kind === 'chat' || owner?.kind === 'member') scopes.push(`${owner.kind}:${owner.id}`)
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
