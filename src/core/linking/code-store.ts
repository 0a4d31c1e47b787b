/** Queries about codes and wrong guesses. */
import { and, asc, eq, gt, inArray, isNotNull, lte, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type CodeRow = Tables['linkCodes']['$inferSelect']

/** Codes that nobody has used. */
const OPEN = ['given', 'typed'] as const

/**
 * Codes that these people were given, or have typed, ascending; nobody else types or uses one until the
 * commit.
 */
export async function lockCodesOf(work: Work, members: readonly number[]): Promise<CodeRow[]> {
  const { linkCodes } = work.t
  const isTheirs = or(inArray(linkCodes.member, [...members]), inArray(linkCodes.typedBy, [...members]))
  return work.lock(
    work.db
      .select()
      .from(linkCodes)
      .where(and(isTheirs, inArray(linkCodes.state, [...OPEN])))
      .orderBy(linkCodes.id),
  )
}

/** What a person was given, or has typed, is of no use any more. Who waits by one is told by a beat. */
export async function spendCodesOf(work: Work, members: readonly number[]): Promise<void> {
  const { linkCodes } = work.t
  const ids = (await lockCodesOf(work, members)).map(({ id }) => id)
  if (ids.length > 0)
    await work.db.update(linkCodes).set({ state: 'spent' }).where(inArray(linkCodes.id, ids))
}

/** What it was a moment ago: to be locked with {@link lockCodesOf}. */
export async function seenCode(work: Work, id: string): Promise<CodeRow | undefined> {
  const { linkCodes } = work.t
  const [row] = await work.db.select().from(linkCodes).where(eq(linkCodes.id, id))
  return row
}

/** The code of an account, by which somebody waits for its yes. */
export async function waitingAt(
  work: Work,
  { platform, account }: { platform: CodeRow['platform']; account: string },
): Promise<CodeRow | undefined> {
  const { linkCodes: t } = work.t
  const isHere = and(eq(t.platform, platform), eq(t.account, account), eq(t.state, 'typed'))
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(isHere, isNotNull(t.waitsSince), gt(t.expiresAt, work.now)))
  return row
}

/** The first code that a person has typed and by which they wait. */
export async function waitingOf(work: Work, member: number): Promise<CodeRow | undefined> {
  const { linkCodes: t } = work.t
  const isTheirs = and(eq(t.typedBy, member), eq(t.state, 'typed'))
  const [row] = await work.db
    .select()
    .from(t)
    .where(and(isTheirs, isNotNull(t.waitsSince), gt(t.expiresAt, work.now)))
    .orderBy(asc(t.id))
    .limit(1)
  return row
}

/** Codes by which somebody waits in vain: their time is over, or they are of no use any more. */
export async function waitingInVain(work: Work, after: string, limit: number): Promise<string[]> {
  const { linkCodes: t } = work.t
  const rows = await work.db
    .select({ id: t.id })
    .from(t)
    .where(
      and(isNotNull(t.waitsSince), gt(t.id, after), or(lte(t.expiresAt, work.now), eq(t.state, 'spent'))),
    )
    .orderBy(asc(t.id))
    .limit(limit)
  return rows.map(({ id }) => id)
}

/** Nobody else types or uses it until the commit. */
export async function lockCodeByHash(work: Work, hash: string): Promise<CodeRow | undefined> {
  const { linkCodes } = work.t
  const [row] = await work.lock(work.db.select().from(linkCodes).where(eq(linkCodes.hash, hash)))
  return row
}

export async function lockCode(work: Work, id: string): Promise<CodeRow | undefined> {
  const { linkCodes } = work.t
  const [row] = await work.lock(work.db.select().from(linkCodes).where(eq(linkCodes.id, id)))
  return row
}

export async function insertCode(
  work: Work,
  row: Omit<CodeRow, 'state' | 'typedBy' | 'waitsSince'>,
): Promise<void> {
  await work.db.insert(work.t.linkCodes).values({ ...row, state: 'given' })
}

export async function updateCode(
  work: Work,
  id: string,
  change: Partial<Pick<CodeRow, 'state' | 'typedBy' | 'waitsSince'>>,
): Promise<void> {
  await work.db.update(work.t.linkCodes).set(change).where(eq(work.t.linkCodes.id, id))
}

/** Wrong codes of a person; nobody else counts them until the commit. */
export async function lockGuesses(work: Work, member: number): Promise<{ since: number; wrong: number }> {
  const { linkGuesses } = work.t
  await work.db.insert(linkGuesses).values({ member, since: work.now, wrong: 0 }).onConflictDoNothing()
  const [row] = await work.lock(work.db.select().from(linkGuesses).where(eq(linkGuesses.member, member)))
  return row ?? { since: work.now, wrong: 0 }
}

/** Nobody counts wrong codes of these people until the commit; before any code is locked. */
export async function lockGuessesOf(work: Work, members: readonly number[]): Promise<void> {
  const { linkGuesses: t } = work.t
  await work.lock(
    work.db
      .select({ member: t.member })
      .from(t)
      .where(inArray(t.member, [...members]))
      .orderBy(asc(t.member)),
  )
}

export async function writeGuesses(
  work: Work,
  member: number,
  guesses: { since: number; wrong: number },
): Promise<void> {
  const { linkGuesses } = work.t
  await work.db.update(linkGuesses).set(guesses).where(eq(linkGuesses.member, member))
}
