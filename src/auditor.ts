/**
 * Looks after the invariants while the bot runs: everything at start, then what has changed, in looks of
 * their own beside the units of work. A finding stops all value of the programme until a person lifts the
 * freeze; reads go on.
 */
import { checksBesidesLedger } from './core/catalogue.js'
import { freeze, freezesOver } from './core/freezes/freezes.js'
import { auditLedgerSince, GENESIS } from './core/ledger/audit.js'
import type { Finding } from './core/ledger/ledger.js'
import type { Log } from './kit/log.js'
import type { World } from './kit/world.js'
import type { Storage, Work } from './storage/storage.js'

/** Page "Reliability", 2.7: at start and every five minutes. */
const EVERY_MS = 300_000
/** What changed is looked at again for so long before the last look, so that no clock can hide a row. */
const OVERLAP_MS = 3_600_000

/**
 * Findings that a person must look at, but that say nothing against the books: a request left undecided, a
 * clock.
 */
const TOLD_ONLY = new Set(['ledger-holds', 'clock'])

export interface Auditor {
  /** Looks now. The first time at everything. */
  run(): Promise<Finding[]>
  /** What the last look found against the books. */
  latest(): Finding[]
  start(): void
  stop(): Promise<void>
}

export function createAuditor(storage: Storage, world: Pick<World, 'now' | 'after'>, log: Log): Auditor {
  let latest: Finding[] = []
  let ledgerEnd = GENESIS
  let lookedAt: number | undefined
  let running: Promise<unknown> = Promise.resolve()
  let cancel = () => {}
  let stopped = true

  async function ledger(): Promise<Finding[]> {
    for (;;) {
      const { findings, end, more } = await storage.read((work) => auditLedgerSince(work, ledgerEnd))
      ledgerEnd = end
      if (findings.length > 0 || !more) return findings
    }
  }

  async function look(): Promise<Finding[]> {
    const since = lookedAt === undefined ? undefined : lookedAt - OVERLAP_MS
    const now = world.now()
    const findings = await ledger()
    for (const check of checksBesidesLedger) {
      findings.push(...(await storage.read((work) => check.run(work, since))))
    }
    if (findings.length === 0) lookedAt = now
    return findings
  }

  async function run(): Promise<Finding[]> {
    const findings = await look()
    latest = findings.filter(({ check }) => !TOLD_ONLY.has(check))
    for (const finding of findings) {
      const grave = !TOLD_ONLY.has(finding.check)
      log[grave ? 'error' : 'warn'](grave ? 'an invariant does not hold' : 'look at this', { ...finding })
    }
    const [first] = latest
    if (first) await storage.write((work) => stopEverything(work, first))
    return findings
  }

  function plan(): void {
    if (stopped) return
    cancel = world.after(EVERY_MS, () => {
      running = run()
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

async function stopEverything(work: Work, { check }: Finding): Promise<void> {
  const frozen = await freezesOver(work, ['programme'])
  if (frozen.size === 0) await freeze(work, 'programme', `audit: ${check}`, 'system')
}
