/**
 * Clocks of a case that remind and that bound a suspension which one person laid. A suspension without a
 * decision is one person's word: its 72 hours begin with it, stand still while the partner may reply (nothing
 * can be proposed then), and are not over before there was time to remind staff of them. A proposal lets it
 * last until somebody else agrees or declines, of which those who can are reminded once; declined, it lasts
 * as long as a reminder needs. Never speaks.
 */
import { hours } from '../../programme/applications.js'
import type { CasePolicy } from '../../programme/cases.js'
import type { Work } from '../../storage/storage.js'
import { touchCards } from '../cards/cards.js'
import { record } from '../facts/facts.js'
import { clockHold, holdOf, lockPartner, type SanctionRow } from '../partners/partners.js'
import type { Heard } from './hearing.js'
import { CASE_CARD, lockCase } from './moving.js'
import * as store from './store.js'

/** Cases looked at in one look. */
const AT_ONCE = 100

/** Numbers of cases of which a clock has something to say, the lowest first, after `after`. */
export async function dueClocks(
  work: Work,
  after: string,
  since: number,
  policy: CasePolicy,
): Promise<string[]> {
  const before = work.now + hours(policy.remindHours)
  return (await store.dueClocks(work, { after: Number(after), since, before }, AT_ONCE)).map(String)
}

/**
 * After a proposal was declined: whose it was, where somebody else declined it, and the suspension that ends
 * soon, and when, in ms since the epoch.
 */
export type Declined = Heard & { proposer?: number; hold?: { id: number; until: number } }

/** Of what is reminded, and when that ends, in ms since the epoch. */
export type Reminded = Heard & {
  of: store.Reminder
  endsAt: number
  owner: number | null
  /** The number of the suspension. */
  hold?: number
}

/**
 * Sets the end of a suspension that has none yet, or notes a reminder of one of {@link dueClocks}; undefined
 * where nobody is to be told of anything.
 */
export async function settleClock(work: Work, id: string, policy: CasePolicy): Promise<Reminded | undefined> {
  const row = await lockCase(work, Number(id))
  const heard = { row, partner: await lockPartner(work, row.partner) }
  if (row.state === 'awaiting_partner') return remindOfReply(work, heard, policy)
  if (row.state !== 'deciding') return undefined
  const hold =
    (await clockHold(work, row.partner, row.id, policy)) ?? (await holdOf(work, row.partner, row.id))
  if (!hold || hold.until === null) return undefined
  await touchCards(work, CASE_CARD, [id])
  const isNear = hold.until <= work.now + hours(policy.remindHours)
  // Past its end it lasts only where something is proposed.
  const isOver = hold.until <= work.now && row.proposal === null
  return isNear && !isOver ? note(work, heard, 'hold', hold.until, hold) : undefined
}

async function remindOfReply(
  work: Work,
  heard: Heard,
  { replyHours, remindHours }: CasePolicy,
): Promise<Reminded | undefined> {
  const { dueAt } = heard.row
  if (dueAt === null || dueAt <= work.now || dueAt > work.now + hours(remindHours)) return undefined
  return replyHours > remindHours ? note(work, heard, 'reply', dueAt) : undefined
}

/** Once for each, and for each suspension. */
async function note(
  work: Work,
  heard: Heard,
  of: store.Reminder,
  endsAt: number,
  hold?: SanctionRow,
): Promise<Reminded | undefined> {
  const { id } = heard.row
  if (!(await store.noteReminder(work, id, of, hold?.at))) return undefined
  await record(work, { kind: 'case-reminded', actor: 'system', subject: `case:${id}`, details: { of } })
  const owner = await store.noticedBy(work, id)
  return { ...heard, of, endsAt, owner, ...(hold ? { hold: hold.id } : {}) }
}
