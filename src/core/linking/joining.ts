/**
 * Two people turn out to be one. All that can change goes to the number that stays; what never changes
 * (claims, transfers, facts) keeps the other one, and is found by it (`core/members/numbers.ts`). Locks are
 * taken in the order of ARCHITECTURE.md: codes, applications and requests, reports, cases and partners,
 * people, packets, stops, ledger, facts.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { refuse } from '../../kit/refusal.js'
import { countAll } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import {
  joinApplications,
  lockApplicationsOf,
  type Surplus,
  surplusOf,
} from '../applications/applications.js'
import { assertCasesLocked, joinCases, lockCasesOf } from '../cases/cases.js'
import { joinChanges } from '../changes/changes.js'
import { memberText, record } from '../facts/facts.js'
import { carryStop } from '../freezes/freezes.js'
import { carryTraces, carryWallet, giveWay, isHeldInLedger, numbersOf, seizeTwo } from '../members/members.js'
import { joinPackets, lockRequestsOf } from '../packets/packets.js'
import { joinPartners, lockPartnersOf, partnerOf } from '../partners/partners.js'
import { joinReports, lockReportsOf } from '../reports/reports.js'
import { joinRoles } from '../roles/roles.js'
import { joinTexts } from '../texts/texts.js'
import { joinTreasury, lockTreasuryOf } from '../treasury/treasury.js'
import { joinUids, uidOf } from '../uids/uids.js'
import { lockCodesOf, spendCodesOf } from './code-store.js'
import { type OwnDecision, ownDecisions } from './own-decisions.js'
import { joinPauses } from './pauses.js'

export interface Joined {
  /** The number that stands for both. */
  person: number
  gone: number
  /** What came into the wallet of the number that stays, in units by asset. */
  moved: Map<string, bigint>
  /** Applications that could not go on. */
  withdrawn: Surplus
  /** What one of the two decided about the other. */
  decided: OwnDecision[]
}

/** Of two people the one who was met first stays; from both sides the same. */
function whoStays(one: number, other: number): { stays: number; gone: number } {
  return { stays: Math.min(one, other), gone: Math.max(one, other) }
}

/**
 * What only staff can settle before two can be one. Refuses `link-two-partners`, `link-two-uids`,
 * `link-held` (money of one of them is held in the ledger). Writes nothing.
 */
export async function assertJoinable(work: Work, one: number, other: number): Promise<void> {
  if ((await partnerOf(work, one)) && (await partnerOf(work, other))) refuse('link-two-partners')
  if ((await uidOf(work, one)) && (await uidOf(work, other))) refuse('link-two-uids')
  if ((await isHeldInLedger(work, one)) || (await isHeldInLedger(work, other))) refuse('link-held')
}

/** Applications that would be withdrawn if two became one. */
export async function surplusOfTwo(work: Work, one: number, other: number): Promise<Surplus> {
  const isPartner = Boolean((await partnerOf(work, one)) ?? (await partnerOf(work, other)))
  return surplusOf(work, [one, other], isPartner)
}

/**
 * Makes one person of two, for ever. `by` says who wanted it: `member:7`, `owners`. Refuses what
 * {@link assertJoinable} refuses.
 */
export async function joinPeople(
  work: Work,
  { one, other, by }: { one: number; other: number; by: string },
): Promise<Joined> {
  const { stays, gone } = whoStays(one, other)
  const cases = await lockAllOf(work, [stays, gone])
  await seizeTwo(work, stays, gone)
  await assertCasesLocked(work, [stays, gone], cases)
  await assertJoinable(work, stays, gone)
  const isPartner = Boolean((await partnerOf(work, stays)) ?? (await partnerOf(work, gone)))
  const claimedBoth = await claimedByBoth(work, gone, stays)
  const decided = await ownDecisions(work, await numbersOf(work, stays), await numbersOf(work, gone))
  await giveWay(work, { gone, stays, by })
  const enteredBoth = await carryRows(work, gone, stays)
  await carryStop(work, { from: memberText(gone), to: memberText(stays) })
  const moved = await carryWallet(work, gone, stays)
  await joinRoles(work, { gone, stays, by })
  const withdrawn = await joinApplications(work, { gone, stays, isPartner })
  const declined = await joinCases(work, gone, stays)
  const dropped = await joinChanges(work, gone, stays)
  const details = {
    ...{ gone, claimedBoth, enteredBoth, declined, dropped },
    withdrawn: withdrawn.rows.map(({ id }) => id),
    decided: decided.map(({ what, id }) => `${what}:${id}`),
  }
  await record(work, { kind: 'people-joined', actor: by, subject: memberText(stays), details })
  return { person: stays, gone, moved, withdrawn, decided }
}

/** Answers the cases among it. */
async function lockAllOf(work: Work, people: readonly number[]): Promise<number[]> {
  await lockCodesOf(work, people)
  await lockApplicationsOf(work, people)
  await lockTreasuryOf(work, people)
  await lockRequestsOf(work, people)
  await lockReportsOf(work, people)
  const cases = await lockCasesOf(work, people)
  await lockPartnersOf(work, people)
  return cases
}

/** All that needs no fact and no money. Answers in how many draws both were entered. */
async function carryRows(work: Work, gone: number, stays: number): Promise<number> {
  await carryTraces(work, gone, stays)
  await spendCodesOf(work, [gone, stays])
  await joinPauses(work, gone, stays)
  await joinUids(work, gone, stays)
  await joinTexts(work, gone, stays)
  await joinReports(work, gone, stays)
  await joinTreasury(work, gone, stays)
  const enteredBoth = await joinPackets(work, gone, stays)
  await joinPartners(work, gone, stays)
  return enteredBoth
}

/** Packets of which both had a share while they were two: nothing is taken back, and the record says so. */
async function claimedByBoth(work: Work, gone: number, stays: number): Promise<number> {
  const { packetClaims } = work.t
  const own = work.db
    .select({ packet: packetClaims.packet })
    .from(packetClaims)
    .where(eq(packetClaims.member, stays))
  const [row] = await work.db
    .select({ count: countAll() })
    .from(packetClaims)
    .where(and(eq(packetClaims.member, gone), inArray(packetClaims.packet, own)))
  return row?.count ?? 0
}
