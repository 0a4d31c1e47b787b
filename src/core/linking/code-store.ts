/** Queries about codes and wrong guesses. */
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'

export type CodeRow = Tables['linkCodes']['$inferSelect']

/** Codes that nobody has used. */
const OPEN = ['given', 'typed'] as const

/** What a person was given, or has typed, is of no use any more. */
export async function spendCodesOf(work: Work, members: readonly number[]): Promise<void> {
  const { linkCodes } = work.t
  const isTheirs = or(inArray(linkCodes.member, [...members]), inArray(linkCodes.typedBy, [...members]))
  await work.db
    .update(linkCodes)
    .set({ state: 'spent' })
    .where(and(isTheirs, inArray(linkCodes.state, [...OPEN])))
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

export async function insertCode(work: Work, row: Omit<CodeRow, 'state' | 'typedBy'>): Promise<void> {
  await work.db.insert(work.t.linkCodes).values({ ...row, state: 'given' })
}

export async function updateCode(
  work: Work,
  id: string,
  change: Partial<Pick<CodeRow, 'state' | 'typedBy'>>,
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

export async function writeGuesses(
  work: Work,
  member: number,
  guesses: { since: number; wrong: number },
): Promise<void> {
  const { linkGuesses } = work.t
  await work.db.update(linkGuesses).set(guesses).where(eq(linkGuesses.member, member))
}
