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
 * | `ledger-chain` (I11) | ids have no gap, every hash is the one of its row and its request, the head is the end |
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
  oldestOpenHold,
  type ReplayScope,
  sumsByAsset,
} from './audit-store.js'
import { type ChainEnd, checkChain, GENESIS } from './chain.js'
import type { Check, Finding } from './finding.js'
import { currentHead } from './store.js'

export type { ChainEnd } from './chain.js'
export { GENESIS } from './chain.js'

/** ms after which an open hold is reported; what waits for a person waits a working day at most. */
const HOLD_SLA_MS = 24 * 60 * 60_000

/** Accounts of every transfer there is. */
const ALL: ReplayScope = { touchedAfter: -1 }

/**
 * I1 to I4 and I11 over the whole ledger, from its first transfer: for a start, the command line, a copy. A
 * running bot goes on from where it was with {@link auditLedgerSince}. {@link schemaCheck} and {@link
 * clockCheck} stand apart, as they are about the machine.
 */
export const ledgerChecks: readonly Check[] = [
  { name: 'ledger-sums', run: checkSums },
  { name: 'ledger-replay', run: (work) => checkReplay(work, ALL) },
  { name: 'ledger-negative', run: checkNegative },
  { name: 'ledger-holds', run: checkHolds },
  {
    name: 'ledger-chain',
    async run(work) {
      const chain = await checkChain(work, GENESIS, Number.MAX_SAFE_INTEGER)
      return chain.findings
    },
  },
]

/** All of {@link ledgerChecks}. */
export async function auditLedger(work: Work): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of ledgerChecks) findings.push(...(await check.run(work)))
  return findings
}

export interface Progress {
  findings: Finding[]
  /** Where to go on: hand it to the next {@link auditLedgerSince}. Stays before the first bad row. */
  end: ChainEnd
  /** There are more transfers after `end`. */
  more: boolean
}

/**
 * What has happened since `since`: the chain for at most `limit` transfers, the balances of all accounts that
 * have moved. Begin with {@link GENESIS}; keep `end` in memory, not in the database it is about.
 */
export async function auditLedgerSince(work: Work, since: ChainEnd, limit = 10_000): Promise<Progress> {
  const chain = await checkChain(work, since, limit)
  return {
    ...chain,
    findings: [...(await checkBalances(work, { touchedAfter: since.id })), ...chain.findings],
  }
}

async function checkBalances(work: Work, scope: ReplayScope): Promise<Finding[]> {
  return [
    ...(await checkSums(work)),
    ...(await checkReplay(work, scope)),
    ...(await checkNegative(work)),
    ...(await checkHolds(work)),
  ]
}

async function checkSums(work: Work): Promise<Finding[]> {
  const uneven = (await sumsByAsset(work)).filter(({ dx, cx, dp, cp }) => dx !== cx || dp !== cp)
  return uneven.map(({ asset, dx, cx, dp, cp }) => ({
    check: 'ledger-sums',
    detail: `${asset}: debits ${dx} and credits ${cx}, pending debits ${dp} and credits ${cp}`,
    subject: `asset:${asset}`,
  }))
}

async function checkReplay(work: Work, scope: ReplayScope): Promise<Finding[]> {
  const bad = await firstReplayMismatch(work, scope)
  if (!bad) return []
  const { owner, asset, stored, replayed } = bad
  return [
    {
      check: 'ledger-replay',
      detail: `${asset}: stored ${stored}, by its transfers ${replayed}`,
      subject: `account:${owner}`,
    },
  ]
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
