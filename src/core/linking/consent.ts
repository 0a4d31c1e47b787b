/**
 * The last word has the account that was shown the code: who typed it says that both are theirs and waits,
 * and is one with the other when that account says so, too. Refused, or unanswered until the code is too old,
 * nothing has happened. Never speaks.
 */
import { refuse } from '../../kit/refusal.js'
import { type LinkingPolicy, linkPause } from '../../programme/linking.js'
import type { Work } from '../../storage/storage.js'
import type { Surplus } from '../applications/applications.js'
import { memberText, record } from '../facts/facts.js'
import { assertNotFrozen } from '../freezes/freezes.js'
import { memberOf, type PlatformWord, personNow } from '../members/members.js'
import * as store from './code-store.js'
import { assertMayLink, assertUsable, isOpen } from './codes.js'
import { assertJoinable, type Joined, joinPeople, surplusOfTwo } from './joining.js'
import { pause } from './pauses.js'

/** It is of no use any more, and whoever waited by it knows. */
const NOBODY_WAITS = { state: 'spent', waitsSince: null } as const

/** An account, natively. */
interface At {
  platform: PlatformWord
  account: string
}

/** A joining that waits for the account that was shown the code. */
export interface Waiting {
  id: string
  /** The account that was shown it, and whose it is. */
  at: At
  member: number
  /** Who typed it. */
  typedBy: number
  until: number
  /** Applications that would be withdrawn. */
  surplus: Surplus
  /** It waited before: nobody need be told once more. */
  isOld: boolean
}

/**
 * Who typed a code says that both accounts are theirs. Refuses `link-code-gone` (it is not theirs to
 * confirm), what {@link typeCode} refuses of a code and of the two, and `frozen-programme`.
 */
export async function askJoining(
  work: Work,
  { id, member }: { id: string; member: number },
): Promise<Waiting> {
  const row = await store.lockCode(work, id)
  if (!row || (row.typedBy !== member && row.state !== 'used')) return refuse('link-code-gone')
  assertUsable(work, row, member)
  await assertNotFrozen(work, {})
  for (const one of [member, row.member]) await assertMayLink(work, one)
  await assertJoinable(work, member, row.member)
  const isOld = row.waitsSince !== null
  if (!isOld) {
    await store.updateCode(work, id, { waitsSince: work.now })
    await tell(work, 'link-asked', member, row.member)
  }
  return waitingBy(work, row, member, isOld)
}

async function waitingBy(work: Work, row: store.CodeRow, typedBy: number, isOld: boolean): Promise<Waiting> {
  const { id, member, platform, account, expiresAt } = row
  const surplus = await surplusOfTwo(work, typedBy, member)
  const at = { platform, account: account ?? '' }
  return { id, at, member, typedBy, until: expiresAt, surplus, isOld }
}

/** What waits for an account's yes, if anything does. */
export async function waitingFor(work: Work, at: At): Promise<Waiting | undefined> {
  const row = await store.waitingAt(work, at)
  if (!row || row.typedBy === null || !(await isStillTheirs(work, row, at))) return undefined
  return waitingBy(work, row, row.typedBy, true)
}

/** What a person waits for, who has typed a code and said that both accounts are theirs; if they have. */
export async function waitingOf(work: Work, member: number): Promise<Waiting | undefined> {
  const row = await store.waitingOf(work, member)
  return row && waitingBy(work, row, member, true)
}

/** Whoever was given the code is still behind the account that was shown it. */
async function isStillTheirs(work: Work, { member }: store.CodeRow, { platform, account }: At) {
  return (await memberOf(work, { platform, id: account })) === member
}

/**
 * The account that was shown the code says that both are one person's, and so they are from now on. Refuses
 * `link-code-gone` (no other account may say it, nor somebody new behind it, nor anybody before who typed it
 * has), and what {@link askJoining} refuses.
 */
export async function acceptJoining(
  work: Work,
  { id, at, by }: { id: string; at: At; by: number },
  policy: LinkingPolicy,
): Promise<Joined> {
  const seen = await store.seenCode(work, id)
  if (!seen || !isShownTo(seen, at)) return refuse('link-code-gone')
  // All of both, before any of the two people: see ARCHITECTURE.md, the order of locks.
  const people = [seen.member, ...(seen.typedBy === null ? [] : [seen.typedBy])]
  const locked = (await store.lockCodesOf(work, people)).find((row) => row.id === id)
  const row = locked ?? (await store.seenCode(work, id))
  if (!row) return refuse('link-code-gone')
  assertUsable(work, row, row.typedBy)
  if (row.waitsSince === null || row.typedBy === null) return refuse('link-code-gone')
  if (!(await isStillTheirs(work, row, at))) return refuse('link-code-gone')
  await assertNotFrozen(work, {})
  for (const one of [row.member, row.typedBy]) await assertMayLink(work, one)
  await store.updateCode(work, id, { state: 'used', waitsSince: null })
  const joined = await joinPeople(work, { one: row.typedBy, other: row.member, by: memberText(by) })
  await pause(work, joined.person, linkPause(policy))
  return joined
}

function isShownTo(row: store.CodeRow, { platform, account }: At): boolean {
  return row.platform === platform && row.account === account
}

/**
 * Who typed a code does not want it. Answers which account was asked by it; undefined: none was. Refuses
 * `link-code-used` (it did its work) and `link-code-gone` (there is no such code, or it is not theirs).
 */
export async function dropCode(
  work: Work,
  id: string,
  member: number,
): Promise<Pick<Waiting, 'at' | 'member'> | undefined> {
  const row = await store.lockCode(work, id)
  if (row?.state === 'used') refuse('link-code-used')
  if (!row || (isOpen(row) && row.typedBy !== member)) return refuse('link-code-gone')
  if (!isOpen(row)) return undefined
  await store.updateCode(work, id, NOBODY_WAITS)
  const { platform, account } = row
  if (row.waitsSince === null || account === null) return undefined
  await tell(work, 'link-lapsed', member, row.member, member)
  return { at: { platform, account }, member: row.member }
}

/**
 * The account that was shown the code says no. Answers who waited; undefined: nobody did. Refuses
 * `link-code-used` (it did its work) and `link-code-gone` (there is no such code, or another was shown it).
 */
export async function declineJoining(
  work: Work,
  { id, at, by }: { id: string; at: At; by: number },
): Promise<number | undefined> {
  const row = await store.lockCode(work, id)
  if (row?.state === 'used') refuse('link-code-used')
  if (!row) return refuse('link-code-gone')
  if (!isOpen(row)) return undefined
  if (!isShownTo(row, at) || !(await isStillTheirs(work, row, at))) return refuse('link-code-gone')
  await store.updateCode(work, id, NOBODY_WAITS)
  if (row.waitsSince === null || row.typedBy === null) return undefined
  await tell(work, 'link-declined', by, row.typedBy)
  return personNow(work, row.typedBy)
}

/** Codes looked at at once. */
const AT_ONCE = 100

/** By which somebody waits in vain, after `after`. */
export function dueJoinings(work: Work, after: string): Promise<string[]> {
  return store.waitingInVain(work, after, AT_ONCE)
}

/** Two people, or one, who waited in vain. `isSpent`: not because the time was over. */
interface Lapsed {
  people: number[]
  isSpent: boolean
}

/** Ends one of {@link dueJoinings}; undefined: it is not due. */
export async function lapseJoining(work: Work, id: string): Promise<Lapsed | undefined> {
  const row = await store.lockCode(work, id)
  if (!row || row.waitsSince === null || row.typedBy === null) return undefined
  const isSpent = row.state === 'spent'
  if (!isSpent && row.expiresAt > work.now) return undefined
  await store.updateCode(work, id, NOBODY_WAITS)
  await tell(work, 'link-lapsed', 'system', row.member, row.typedBy)
  const people = new Set([await personNow(work, row.typedBy), await personNow(work, row.member)])
  return { people: [...people], isSpent }
}

type Told = 'link-asked' | 'link-declined' | 'link-lapsed'

/** The record holds numbers alone. */
async function tell(work: Work, kind: Told, by: number | 'system', about: number, other?: number) {
  const actor = by === 'system' ? by : memberText(by)
  const details = other === undefined ? {} : { typedBy: memberText(other) }
  await record(work, { kind, actor, subject: memberText(about), details })
}
