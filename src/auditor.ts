/**
 * Looks after the invariants while the bot runs: at start the whole ledger and whatever lives or ended
 * lately, then what has changed, in short looks beside the units of work, however long the history is. The
 * packets that ended long ago are proven again a few at a time, round and round. A finding stops all value of
 * the programme until a person lifts the freeze; reads go on.
 */
import { houseChecks } from './core/catalogue.js'
import { freeze, freezesOver } from './core/freezes/freezes.js'
import { auditChainSince, balanceChecks, GENESIS } from './core/ledger/audit.js'
import { type Check, type Finding, runCheck } from './core/ledger/ledger.js'
import { packetChecks } from './core/packets/audit.js'
import type { Log } from './kit/log.js'
import type { World } from './kit/world.js'
import type { Storage, Work } from './storage/storage.js'

/** Page "Reliability", 2.7: at start and every five minutes. */
const EVERY_MS = 300_000
/** What changed is looked at again for so long before the last look, so that no clock can hide a row. */
const OVERLAP_MS = 3_600_000
/** Before the first look, packets that ended so long ago or less are looked at; older ones on the rounds. */
const LATELY_MS = 24 * 3_600_000
/**
 * Looks of the rounds after each audit: 20 of 50 packets, so 100,000 packets are proven three times a day.
 */
const ROUND_LOOKS = 20

/**
 * Findings that a person must look at, but that say nothing against the books: a request left undecided, a
 * clock.
 */
const TOLD_ONLY = new Set(['ledger-holds', 'clock'])

export interface Auditor {
  /** Looks now. The first time at the whole ledger. */
  run(): Promise<Finding[]>
  /** What the last look found against the books. */
  latest(): Finding[]
  start(): void
  stop(): Promise<void>
}

export function createAuditor(
  storage: Storage,
  world: Pick<World, 'now' | 'after' | 'breathe'>,
  log: Log,
): Auditor {
  let latest: Finding[] = []
  let fromRounds: Finding[] = []
  let running: Promise<unknown> = Promise.resolve()
  let cancel = () => {}
  let stopped = true
  const look = lookerAt(storage, world)
  const rounds = packetChecks.map((check) => roundsOf(check, storage, world))

  async function run(): Promise<Finding[]> {
    return tell(unique([...(await look()), ...fromRounds]))
  }

  async function tell(findings: Finding[]): Promise<Finding[]> {
    latest = findings.filter(isGrave)
    for (const finding of findings) {
      const grave = isGrave(finding)
      log[grave ? 'error' : 'warn'](grave ? 'an invariant does not hold' : 'look at this', { ...finding })
    }
    const [first] = latest
    if (first) await storage.write((work) => stopEverything(work, first))
    return findings
  }

  async function runAndGoRound(): Promise<void> {
    fromRounds = []
    for (const round of rounds) fromRounds.push(...(await round(() => stopped)))
    await run()
  }

  function plan(): void {
    if (stopped) return
    cancel = world.after(EVERY_MS, () => {
      running = runAndGoRound()
        .catch((error: unknown) => log.error('the audit failed; it is tried again', { error }))
        .finally(plan)
    })
  }

  return {
    run,
    latest: () => latest,
    start() {
      stopped = false
      plan()
    },
    async stop() {
      stopped = true
      cancel()
      await running
    },
  }
}

/** One look at what has changed since the look before; the first at the whole ledger. */
function lookerAt(storage: Storage, world: Pick<World, 'now' | 'breathe'>): () => Promise<Finding[]> {
  let chainEnd = GENESIS
  /** Transfers up to this one have been replayed, and the balances were right. */
  let replayed = -1
  let lookedAt: number | undefined

  /** The chain in pages, then the balances of all accounts that moved in any of them, once. */
  async function ledger(): Promise<Finding[]> {
    const findings: Finding[] = []
    for (let more = true; more && findings.length === 0; await world.breathe()) {
      const page = await storage.read((work) => auditChainSince(work, chainEnd))
      chainEnd = page.end
      more = page.more
      findings.push(...page.findings)
    }
    const balances = await runAll(balanceChecks(replayed))
    if (!balances.some(isGrave)) replayed = chainEnd.id
    return [...balances, ...findings]
  }

  async function runAll(checks: readonly Check[], since?: number): Promise<Finding[]> {
    const findings: Finding[] = []
    for (const check of checks) findings.push(...(await runCheck(storage, world, check, since)))
    return findings
  }

  return async () => {
    const now = world.now()
    const since = lookedAt === undefined ? undefined : lookedAt - OVERLAP_MS
    const findings = [
      ...(await ledger()),
      ...(await runAll(houseChecks, since)),
      ...(await runAll(packetChecks, since ?? now - LATELY_MS)),
    ]
    if (!findings.some(isGrave)) lookedAt = now
    return findings
  }
}

/** Goes on with a check over all of history where it was, and stays where it finds something. */
function roundsOf(check: Check, storage: Storage, world: Pick<World, 'breathe'>) {
  let after = ''
  return async (stopped: () => boolean): Promise<Finding[]> => {
    const { page } = check
    for (let looks = 0; page && looks < ROUND_LOOKS && !stopped(); looks++) {
      const { findings, next } = await storage.read((work) => page(work, after))
      if (findings.length > 0) return findings
      after = next ?? ''
      if (next === undefined) break
      await world.breathe()
    }
    return []
  }
}

function isGrave({ check }: Finding): boolean {
  return !TOLD_ONLY.has(check)
}

/** The rounds may come by what the look has found. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.check} ${one.subject} ${one.detail}`, one])).values()]
}

async function stopEverything(work: Work, { check }: Finding): Promise<void> {
  const frozen = await freezesOver(work, ['programme'])
  if (frozen.size === 0) await freeze(work, 'programme', `audit: ${check}`, 'system')
}
