/** The end of a proposal that nobody carries out: another disagrees, or it is taken back. Never speaks. */
import { refuse } from '../../kit/refusal.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { prolongHold } from '../partners/partners.js'
import type { Declined } from './clocks.js'
import { type Heard, lockedAt, type Seen } from './hearing.js'
import { CASE_CARD, compareAndSet, overtakenBy, paramsOf, partsOf } from './moving.js'
import { proposerOf } from './proposers.js'
import * as store from './store.js'
import { whyNoHandler } from './transitions.js'

/** All that {@link decline} would refuse, without writing, but for `case-changed`. */
export async function assertMayDecline(work: Work, { row, partner }: Heard, by: number): Promise<void> {
  const parts = await partsOf(work, row, partner, by)
  if (!parts.has('handler')) refuse(whyNoHandler(parts), paramsOf(row))
  if (row.proposal === null) refuse('case-nothing-proposed', await overtakenBy(work, { row, partner }, by))
}

/**
 * Another disagrees and says why, or whoever proposed it takes it back. Refuses `case-nothing-proposed`,
 * `case-changed`, and what {@link whyNoHandler} says.
 */
export async function decline(
  work: Work,
  seen: Seen,
  note: string | undefined,
  policy: CasePolicy,
): Promise<Declined> {
  const heard = await lockedAt(work, seen)
  const { row, partner } = heard
  await assertMayDecline(work, heard, seen.by)
  const moved = await compareAndSet(work, row, { proposal: null, proposedBy: null })
  const hold = await prolongHold(work, partner.id, row.id, policy)
  await store.insertDeed(work, row.id, { deed: 'declined', by: seen.by, ...(note ? { note } : {}) })
  await record(work, {
    kind: 'case-declined',
    actor: memberText(seen.by),
    subject: `case:${row.id}`,
    details: { version: moved.version },
  })
  await touchCards(work, CASE_CARD, [String(row.id)])
  return { row: moved, partner, ...proposerOf(row.proposedBy, seen.by), ...(hold ? { hold } : {}) }
}
