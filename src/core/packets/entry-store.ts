/** Everybody who entered a draw, in pages. */
import { and, asc, eq, gt } from 'drizzle-orm'
import { prepared } from '../../storage/prepared.js'
import type { Work } from '../../storage/storage.js'
import type { Tables } from '../../storage/tables.js'
import { type Calmly, ROWS_AT_ONCE } from './store.js'

export type EntryRow = Tables['packetEntries']['$inferSelect']

const entriesAfter = prepared(
  'packets.entries-after',
  (db, t, p: { packet: string; after: number; most: number }) =>
    db
      .select()
      .from(t.packetEntries)
      .where(and(eq(t.packetEntries.packet, p.packet), gt(t.packetEntries.member, p.after)))
      .orderBy(asc(t.packetEntries.member))
      .limit(p.most),
)

/** By member: as many as a group has people. */
export async function allEntries(
  work: Work,
  packet: string,
  { breathe, atOnce = ROWS_AT_ONCE }: Calmly = {},
): Promise<EntryRow[]> {
  const rows: EntryRow[] = []
  for (let after = 0; ; ) {
    const page = await entriesAfter(work, { packet, after, most: atOnce })
    rows.push(...page)
    const last = page.at(-1)
    if (!last || page.length < atOnce) return rows
    after = last.member
    await breathe?.()
  }
}
