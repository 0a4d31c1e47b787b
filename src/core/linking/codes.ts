/**
 * A code proves that two accounts are in the same hands: one account is shown it, the other types it and
 * confirms. That alone would make whoever reads a code over a shoulder the other person, so the account that
 * was shown it has the last word (`consent.ts`). Of a code only its hash is kept; it is used once, and
 * guessing is counted.
 */
import { createHash } from 'node:crypto'
import { Refusal, refuse } from '../../kit/refusal.js'
import type { Param } from '../../kit/text.js'
import { codeLife, type LinkingPolicy } from '../../programme/linking.js'
import type { Work } from '../../storage/storage.js'
import type { Surplus } from '../applications/applications.js'
import { accountsOf, type PlatformWord } from '../members/members.js'
import * as store from './code-store.js'
import { assertJoinable, surplusOfTwo } from './joining.js'
import { pausedUntil } from './pauses.js'

const HOUR_MS = 3_600_000

/** Letters of a code that stand together. */
const GROUP = 4

/** SHA-256 of the code in small letters, without what stands between its groups. */
function hashOf(code: string): string {
  return createHash('sha256').update(bare(code)).digest('hex')
}

function bare(typed: string): string {
  return typed.toLowerCase().replace(/[^0-9a-z]/g, '')
}

/**
 * A new code for an account; an older one of the person is of no use any more. Refuses `link-pause`,
 * `link-most`.
 */
export async function giveCode(
  work: Work,
  { member, platform, account }: { member: number; platform: PlatformWord; account: string },
  policy: LinkingPolicy,
): Promise<{ code: string; expiresAt: number }> {
  await assertMayLink(work, member)
  const { length } = await accountsOf(work, member)
  if (length >= policy.accountsMost) refuse('link-most', { most: policy.accountsMost })
  await store.spendCodesOf(work, [member])
  // 80 bits of chance.
  const code = work.world.newId()
  const expiresAt = work.now + codeLife(policy)
  const row = { id: work.world.newId(), member, platform, account, hash: hashOf(code) }
  await store.insertCode(work, { ...row, createdAt: work.now, expiresAt })
  const groups = code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [code]
  return { code: groups.join('-'), expiresAt }
}

/** Refuses `link-pause`. */
export async function assertMayLink(work: Work, member: number): Promise<void> {
  const until = await pausedUntil(work, member)
  if (until !== undefined) refuse('link-pause', { at: { instant: until, as: 'moment' } })
}

/** Somebody types a code. `isPublic`: a whole group has read it. */
export interface Typing {
  member: number
  platform: PlatformWord
  code: string
  isPublic: boolean
}

/** What is to be confirmed. */
export interface Offer {
  id: string
  /** The person who was given the code, and the account that was shown it: `telegram:42`. */
  other: number
  account: string
  /** Applications that would be withdrawn. */
  surplus: Surplus
}

/**
 * Whether two become one by this code, if it is confirmed. What it refuses it answers and does not throw, for
 * what was counted, or spent, stays so: `link-tries` (too many wrong ones; says when), `link-public` (and the
 * code is spent), `link-code-wrong`, `link-code-used`, `link-code-spent`, `link-code-late`, `link-own-code`,
 * `link-same-person`, `link-pause`, `link-most`, and what {@link assertJoinable} refuses.
 */
export async function typeCode(work: Work, typing: Typing, policy: LinkingPolicy): Promise<Offer | Refusal> {
  const { member, code, isPublic } = typing
  const guesses = await store.lockGuesses(work, member)
  const isFresh = guesses.since + HOUR_MS > work.now
  const { since, wrong } = isFresh ? guesses : { since: work.now, wrong: 0 }
  if (wrong >= policy.wrongMost) {
    return no('link-tries', { at: { instant: since + HOUR_MS, as: 'relative' } })
  }
  const found = await store.lockCodeByHash(work, hashOf(code))
  if (isPublic) {
    if (found && isOpen(found)) await store.updateCode(work, found.id, { state: 'spent' })
    return no('link-public')
  }
  if (!found) {
    await store.writeGuesses(work, member, { since, wrong: wrong + 1 })
    return no('link-code-wrong', { left: policy.wrongMost - wrong - 1 })
  }
  try {
    return await offer(work, found, typing, policy)
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function no(key: string, params: Record<string, Param> = {}): Refusal {
  return new Refusal(key, params)
}

export function isOpen({ state }: store.CodeRow): boolean {
  return state === 'given' || state === 'typed'
}

async function offer(
  work: Work,
  row: store.CodeRow,
  { member, platform }: Typing,
  policy: LinkingPolicy,
): Promise<Offer> {
  if (row.member === member) refuse(row.platform === platform ? 'link-own-code' : 'link-same-person')
  assertUsable(work, row, member)
  await assertMayLink(work, member)
  await assertMayLink(work, row.member)
  const accounts = [...(await accountsOf(work, member)), ...(await accountsOf(work, row.member))]
  if (accounts.length > policy.accountsMost) refuse('link-most', { most: policy.accountsMost })
  await assertJoinable(work, member, row.member)
  await store.updateCode(work, row.id, { state: 'typed', typedBy: member })
  const surplus = await surplusOfTwo(work, member, row.member)
  return { id: row.id, other: row.member, account: `${row.platform}:${row.account}`, surplus }
}

/** Refuses `link-code-used`, `link-code-spent`, `link-code-late`. `member`: who typed it. */
export function assertUsable(work: Work, row: store.CodeRow, member: number | null): void {
  if (row.state === 'used') refuse('link-code-used')
  const isAnothers = row.typedBy !== null && row.typedBy !== member
  if (row.state === 'spent' || isAnothers || row.account === null) refuse('link-code-spent')
  if (row.expiresAt <= work.now) refuse('link-code-late')
}
