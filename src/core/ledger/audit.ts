/**
 * What must always hold in the ledger, looked after from outside: the database's own guards may be dropped, a
 * disk may rot, a hand may have helped. Each check names the first row that is wrong.
 *
 * | check | holds when |
 * |---|---|
 * | `ledger-sums` (I1) | in each asset, debits equal credits, posted and pending |
 * | `ledger-replay` (I2) | every account's sums are those of its transfers |
 * | `ledger-negative` (I3) | nobody but the treasury owes |
 * | `ledger-holds` (I4) | no hold is older than a day |
 * | `ledger-chain` (I11) | no gap in the ids, every hash that of its row and its request, the head last |
 * | `schema` (I15) | triggers, checks and indexes are as migrated |
 * | `clock` (I16) | our clock, the database's and the newest transfer agree |
 */
import { CLOCK_TOLERANCE_MS } from '../../storage/clock.js'
import { databaseClock } from '../../storage/database-clock.js'
import { schemaDrift } from '../../storage/schema-description.js'
import type { Work } from '../../storage/storage.js'
import {
  firstNegative,
  firstReplayMismatch,
  type Mismatch,
  oldestOpenHold,
  type ReplayScope,
  sumsByAsset,
} from './audit-store.js'
import { type ChainEnd, type ChainProgress, checkChain, GENESIS } from './chain.js'
import { type Check, type Finding, type Page, paged } from './finding.js'
import { currentHead } from './store.js'

export type { ChainEnd } from './chain.js'
export { GENESIS } from './chain.js'

/** ms after which an open hold is reported; what waits for a person waits a working day at most. */
const HOLD_SLA_MS = 24 * 60 * 60_000

/** Transfers of the chain in one look: less than a second's work. */
const CHAIN_PAGE = 10_000

/**
 * I1 to I4: sums of all accounts, replay of those that have moved after a transfer. Once after the chain was
 * walked, never once a page of it: that would replay a busy account as often as it has pages.
 */
export function balanceChecks(touchedAfter = -1): readonly Check[] {
  return [
    { name: 'ledger-sums', run: checkSums },
    paged('ledger-replay', (work, after) => replayPage(work, { touchedAfter }, after)),
    { name: 'ledger-negative', run: checkNegative },
    { name: 'ledger-holds', run: checkHolds },
  ]
}

/**
 * I1 to I4 and I11 over the whole ledger, from its first transfer: for the command line, a copy. A running
 * bot goes on from where it was with {@link auditChainSince} and {@link balanceChecks}. {@link schemaCheck}
 * and {@link clockCheck} stand apart, as they are about the machine.
 */
export const ledgerChecks: readonly Check[] = [...balanceChecks(), paged('ledger-chain', chainPage)]

/** All of {@link ledgerChecks}. */
export async function auditLedger(work: Work): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of ledgerChecks) findings.push(...(await check.run(work)))
  return findings
}

/**
 * The chain after `since`, at most `limit` transfers. Begin with {@link GENESIS}; keep `end`, which stays
 * before the first bad row, in memory, not in the database it is about.
 */
export function auditChainSince(work: Work, since: ChainEnd, limit = CHAIN_PAGE): Promise<ChainProgress> {
  return checkChain(work, since, limit)
}

async function chainPage(work: Work, after: string): Promise<Page> {
  const { findings, end, more } = await auditChainSince(work, after === '' ? GENESIS : endOf(after))
  return { findings, next: more ? `${end.id} ${Buffer.from(end.hash).toString('hex')}` : undefined }
}

function endOf(text: string): ChainEnd {
  const [id = '', hash = ''] = text.split(' ')
  return { id: Number(id), hash: Buffer.from(hash, 'hex') }
}

async function checkSums(work: Work): Promise<Finding[]> {
  const uneven = (await sumsByAsset(work)).filter(({ dx, cx, dp, cp }) => dx !== cx || dp !== cp)
  return uneven.map(({ asset, dx, cx, dp, cp }) => ({
    check: 'ledger-sums',
    detail: `${asset}: debits ${dx} and credits ${cx}, pending debits ${dp} and credits ${cp}`,
    subject: `asset:${asset}`,
  }))
}

async function replayPage(work: Work, scope: ReplayScope, after: string): Promise<Page> {
  const { mismatch, next } = await firstReplayMismatch(work, scope, Number(after))
  return {
    findings: mismatch ? [replayFinding(mismatch)] : [],
    next: next === undefined ? undefined : `${next}`,
  }
}

function replayFinding({ owner, asset, stored, replayed }: Mismatch): Finding {
  const detail = `${asset}: stored ${stored}, by its transfers ${replayed}`
  return { check: 'ledger-replay', detail, subject: `account:${owner}` }
}

async function checkNegative(work: Work): Promise<Finding[]> {
  const bad = await firstNegative(work)
  if (!bad) return []
  const left = bad.cx - bad.dx - bad.dp
  return [{ check: 'ledger-negative', detail: `${bad.asset}: ${left} left`, subject: `account:${bad.owner}` }]
}

async function checkHolds(work: Work): Promise<Finding[]> {
  const bad = await oldestOpenHold(work, work.now - HOLD_SLA_MS)
  if (!bad) return []
  return [
    {
      check: 'ledger-holds',
      detail: `${bad.key} has been on hold since ${bad.at}`,
      subject: `transfer:${bad.id}`,
    },
  ]
}

/** I15. */
export const schemaCheck: Check = {
  name: 'schema',
  async run(work) {
    const phrases = await schemaDrift(work)
    return phrases.map((detail) => ({ check: 'schema', detail, subject: 'database' }))
  },
}

/** I16. */
export const clockCheck: Check = {
  name: 'clock',
  async run(work) {
    const [head] = await currentHead(work, {})
    const database = await databaseClock(work)
    return [
      ...clockFinding('the newest transfer', (head?.at ?? 0) - work.now),
      ...clockFinding(
        "the database server's clock",
        database === undefined ? 0 : Math.abs(database - work.now),
      ),
    ]
  },
}

function clockFinding(what: string, apartMs: number): Finding[] {
  if (apartMs <= CLOCK_TOLERANCE_MS) return []
  return [
    {
      check: 'clock',
      detail: `${what} is ${Math.round(apartMs)} ms away from this machine's clock`,
      subject: 'clock',
    },
  ]
}
