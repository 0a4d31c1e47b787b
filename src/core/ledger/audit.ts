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
 * | `ledger-checkpoints` | what an auditor goes on from is what the transfers up to there give |
 * | `ledger-chain` (I11) | no gap in the ids, every hash that of its row and its request, the head last |
 * | `schema` (I15) | triggers, checks and indexes are as migrated |
 * | `clock` (I16) | our clock, the database's and the newest transfer agree |
 */
import { CLOCK_TOLERANCE_MS } from '../../storage/clock.js'
import { databaseClock } from '../../storage/database-clock.js'
import { schemaDrift } from '../../storage/schema-description.js'
import type { Work } from '../../storage/storage.js'
import {
  checkpointsReplayed,
  firstNegative,
  newestAccount,
  oldestOpenHold,
  replayAfter,
  type Stretch,
  sumsByAsset,
} from './audit-store.js'
import { type ChainEnd, type ChainProgress, checkChain, GENESIS } from './chain.js'
import { type Aside, type Check, type Finding, type Page, paged } from './finding.js'
import { type AccountRow, currentHead } from './store.js'
import { checkpointFinding, NOTHING, plusSums, replayFinding, type Sums, sameSums } from './sums.js'

export type { ChainEnd } from './chain.js'
export { GENESIS } from './chain.js'
export { dropAnchor, forgetKeeper, holdPlace, unanchored } from './checkpoint-store.js'
export { Seal } from './seal.js'
export { Walk } from './walk.js'

/** ms after which an open hold is reported; what waits for a person waits a working day at most. */
const HOLD_SLA_MS = 24 * 60 * 60_000

/** Transfers of the chain in one look: less than a second's work. */
const CHAIN_PAGE = 10_000

/** I1, I3 and I4, by the sums of all accounts as they stand: what a running bot looks at each time. */
export const balanceChecks: readonly Check[] = [
  paged('ledger-sums', checkSums),
  paged('ledger-negative', checkNegative),
  { name: 'ledger-holds', run: checkHolds },
]

/**
 * I1 to I4 and I11 over the whole ledger, from its first transfer, and the checkpoints: for the command line,
 * a copy. A running bot takes a {@link Walk}. {@link schemaCheck} and {@link clockCheck} stand apart, as they
 * are about the machine.
 */
export const ledgerChecks: readonly Check[] = [
  ...balanceChecks,
  paged('ledger-replay', replayPage),
  paged('ledger-chain', chainPage),
  paged('ledger-checkpoints', checkpointsPage),
]

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

/** Accounts added up before others take their turns, all in one look: some 3 ms of work. */
const ACCOUNTS_AT_ONCE = 10_000

async function* stretches(work: Work, aside?: Aside): AsyncGenerator<Stretch> {
  const newest = await newestAccount(work)
  for (let after = 0; after < newest; after += ACCOUNTS_AT_ONCE) {
    if (after > 0) await aside?.breathe()
    yield { after, last: after + ACCOUNTS_AT_ONCE }
  }
}

async function checkSums(work: Work, _after: string, _since?: number, aside?: Aside): Promise<Page> {
  const sums = new Map<string, Sums>()
  for await (const stretch of stretches(work, aside)) {
    for (const { asset, ...some } of await sumsByAsset(work, stretch))
      sums.set(asset, plusSums(sums.get(asset) ?? NOTHING, some))
  }
  const uneven = [...sums].filter(([, { dx, cx, dp, cp }]) => dx !== cx || dp !== cp)
  return { findings: uneven.map(sumsFinding), next: undefined }
}

function sumsFinding([asset, { dx, cx, dp, cp }]: [string, Sums]): Finding {
  return {
    check: 'ledger-sums',
    detail: `${asset}: debits ${dx} and credits ${cx}, pending debits ${dp} and credits ${cp}`,
    subject: `asset:${asset}`,
  }
}

async function replayPage(work: Work, after: string): Promise<Page> {
  const { page, next } = await replayAfter(work, Number(after))
  const bad = page.find(({ account, sums }) => !sameSums(account, sums))
  if (bad) return { findings: [replayFinding(bad.account, bad.sums)], next: undefined }
  return { findings: [], next: next === undefined ? undefined : `${next}` }
}

async function checkpointsPage(work: Work, after: string): Promise<Page> {
  const [keeper = '', account = ''] = after.split(' ')
  const { page, next } = await checkpointsReplayed(work, { keeper, account: Number(account) })
  const bad = page.find(({ checkpoint, sums }) => !sameSums(checkpoint, sums))
  if (bad) return { findings: [checkpointFinding(bad.checkpoint, bad.sums)], next: undefined }
  return { findings: [], next: next && `${next.keeper} ${next.account}` }
}

async function checkNegative(work: Work, _after: string, _since?: number, aside?: Aside): Promise<Page> {
  for await (const stretch of stretches(work, aside)) {
    const bad = await firstNegative(work, stretch)
    if (bad) return { findings: [negativeFinding(bad)], next: undefined }
  }
  return { findings: [], next: undefined }
}

function negativeFinding({ owner, asset, cx, dx, dp }: AccountRow): Finding {
  const detail = `${asset}: ${cx - dx - dp} left`
  return { check: 'ledger-negative', detail, subject: `account:${owner}` }
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
