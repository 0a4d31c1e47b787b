/** The entries of the rail, as news of them comes in: pure, so that its order can be tested. */
import type { RailEntry } from '../../page-contract.js'

/** Entries kept, as many as the server keeps. */
const KEPT = 200

/** Newest first; a newer version takes the place of an older one, never the other way round. */
export function merged(entries: readonly RailEntry[], news: readonly RailEntry[]): RailEntry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  for (const entry of news) {
    const known = byId.get(entry.id)
    if (!known || known.version <= entry.version) byId.set(entry.id, entry)
  }
  return [...byId.values()].sort((a, b) => b.id - a.id).slice(0, KEPT)
}
