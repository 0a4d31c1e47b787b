/** An application that its holder gives to another reviewer. Never speaks. */
import { refuse } from '../../kit/refusal.js'
import type { ApplicationPolicy } from '../../programme/applications.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { memberText, record } from '../facts/facts.js'
import { APPLICATION_CARD, type ApplicationRow, heldBy, lockApplication, partsOf } from './moving.js'
import { openProposal } from './proposals.js'
import { leaseUntil } from './reviewing.js'
import * as store from './store.js'

/**
 * That it is theirs to give, without writing. Refuses `application-own`, `application-recruited`,
 * `application-held`.
 */
export async function assertMayHand(work: Work, row: ApplicationRow, by: number): Promise<void> {
  const number = String(row.id)
  const parts = await partsOf(work, row, by)
  if (parts.has('applicant')) refuse('application-own', { number })
  if (parts.has('recruiter')) refuse('application-recruited', { number })
  if (parts.has('rival')) refuse('application-rival', { number })
  if (!parts.has('holder')) refuse('application-held', await heldBy(work, row, by))
}

/**
 * Another has it from now on, for a lease of their own; the state is the same. Refuses `application-own`,
 * `application-recruited`, `application-held`, `application-lease-over`, `application-waits-second`,
 * `application-hand-unfit`.
 */
export async function handOver(
  work: Work,
  { id, by, to }: { id: number; by: number; to: number },
  policy: ApplicationPolicy,
): Promise<ApplicationRow> {
  const row = await lockApplication(work, id)
  const number = String(id)
  await assertMayHand(work, row, by)
  if (await openProposal(work, id)) refuse('application-waits-second', { number })
  if ((row.dueAt ?? 0) <= work.now) refuse('application-lease-over', { number })
  if (to === by || !(await partsOf(work, row, to)).has('second')) refuse('application-hand-unfit', { number })
  const held = { reviewer: to, dueAt: leaseUntil(work, policy) }
  await store.writeHolder(work, id, held)
  await record(work, {
    kind: 'application-handed-over',
    actor: memberText(by),
    subject: `application:${id}`,
    details: { to: memberText(to) },
  })
  await touchCards(work, APPLICATION_CARD, [number])
  return { ...row, ...held }
}
