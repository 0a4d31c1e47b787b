/** What the record says of moves. */
import { asc, eq } from 'drizzle-orm'
import type { FactKind } from '../../src/core/facts/facts.js'
import type { House } from './house.js'

/** By which transitions all of a kind were moved, or one thing, in the order of the record: `P5 P6 …`. */
export async function transitionsOf(house: House, moved: FactKind, subject?: string): Promise<string> {
  const rows = await house.look((work) => {
    const { facts } = work.t
    return work.db.select().from(facts).where(eq(facts.kind, moved)).orderBy(asc(facts.id))
  })
  return rows
    .filter((fact) => subject === undefined || fact.subject === subject)
    .map(({ details }) => String(JSON.parse(details).transition))
    .join(' ')
}
