/** What became of the messages that an entry caused: it is looked up until it is known. */
import type { RailBook } from './rail-book.js'
import { type Growing, takeMessage, takeState } from './rail-entry.js'
import type { Hearing } from './rail-hearing.js'

/** ms after which a message that is still not sent waits for something. */
const SOON_MS = 1_500

/** Whether anything is new. Messages that came near another entry are fetched from there. */
export function learnOutgoing(growing: Growing, book: RailBook, hearing: Hearing, now: number): boolean {
  const { entry, first, settled } = growing
  let isNew = false
  for (const { key, person } of entry.outgoing) {
    const known = settled.has(key) ? undefined : book.outgoing(key)
    if (!known) continue
    const { platform, id } = person ?? { platform: entry.platform, id: entry.person.id }
    const stray = hearing.stray(platform, id, known.message ?? '')
    const own = stray ?? hearing.misplaced(growing, known.message)
    if (own) takeMessage(entry, own)
    const isLate = known.state === 'queued' && now - (first.row?.at ?? now) > SOON_MS
    const state = isLate ? { ...known, isLate: true as const } : known
    if (takeState(growing, key, state) || own) isNew = true
  }
  return isNew
}
