/**
 * Looks after the invariants while the bot runs, in short looks beside the units of work, however long the
 * history is. At start and every five minutes: what the ledger has moved since the last checkpoint, the sums
 * of all accounts, whatever lives or ended lately. By and by, after each start and then once a day: the whole
 * ledger from its first transfer, all facts and all packets. A finding stops all value of the programme until
 * a person lifts the freeze; reads go on.
 */
import { houseChecks } from './core/catalogue.js'
import { factsCheck } from './core/facts/facts.js'
import { freeze, freezesOver } from './core/freezes/freezes.js'
import {
  balanceChecks,
  dropAnchor,
  forgetKeeper,
  holdPlace,
  Seal,
  unanchored,
  Walk,
} from './core/ledger/audit.js'
import { type Aside, type Check, type Finding, orItsFailure, runCheck } from './core/ledger/ledger.js'
import { packetChecks } from './core/packets/audit.js'
import { Kept } from './kit/kept.js'
import type { Log } from './kit/log.js'
import type { World } from './kit/world.js'
import type { Storage, Work } from './storage/storage.js'

/** Five minutes bound how long a damage can go unnoticed; a round costs less than a second. */
const EVERY_MS = 300_000
/** What changed is looked at again for so long before the last look, so that no clock can hide a row. */
const OVERLAP_MS = 3_600_000
/** At the first look, what happened or ended so long ago or less is looked at; what is older by and by. */
const LATELY_MS = 24 * 3_600_000
/** Everything is gone through once in so long, or whenever that is done where it takes longer. */
const WHOLE_EVERY_MS = 24 * 3_600_000
/** Looks along the whole ledger after each audit: 50,000 transfers, so fourteen million a day. */
const WHOLE_LOOKS = 200
/** Checkpoints of a keeper that has written none for so long are forgotten: its key was exchanged. */
const FORGOTTEN_AFTER_MS = 30 * 24 * 3_600_000
/** Checkpoints forgotten in one unit. */
const FORGOTTEN_AT_ONCE = 500
/**
 * Looks of each check over all facts and packets after each audit: 20 of up to 1000 facts, or 50 packets, so
 * 100,000 packets are proven within a day.
 */
const CHECK_LOOKS = 20
/** Packets found right and over, kept in mind: those of more than a busy day, some 100 bytes each. */
const SETTLED_KEPT = 30_000

/** What the walks are called where one fails. */
const WALK = 'ledger-walk'

/**
 * Findings that a person must look at, but that say nothing against the books: a request left undecided, a
 * lost checkpoint of what is right all the same, a clock, money in a chat that gave way to another.
 */
const TOLD_ONLY = new Set([
  'ledger-holds',
  'ledger-checkpoints',
  'clock',
  'chats-merged',
  'people-joined',
  'applications-moved',
  'partners-moved',
  'partners-changed',
  'cases-moved',
])

export interface Auditor {
  /** Looks now. The first time at all that no checkpoint vouches for. */
  run(): Promise<Finding[]>
  /** What the last look found against the books. */
  latest(): Finding[]
  start(): void
  stop(): Promise<void>
}

interface Around {
  storage: Storage
  world: Pick<World, 'now' | 'after' | 'breathe'>
  seal: Seal
  settled: Kept<true>
}

/** `key`: 32 bytes that are not in the database, see {@link Seal}. */
export function createAuditor(storage: Storage, world: Around['world'], log: Log, key: Uint8Array): Auditor {
  let latest: Finding[] = []
  let fromOlder: Finding[] = []
  let running: Promise<unknown> = Promise.resolve()
  let cancel = () => {}
  let stopped = true
  const around: Around = { storage, world, seal: new Seal(key), settled: new Kept<true>(SETTLED_KEPT) }
  const look = lookerAt(around)
  const older = [wholeOf(around, look), ...[factsCheck, ...packetChecks].map((check) => allOf(check, around))]
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other, whoever asks. */
  function run(): Promise<Finding[]> {
    const mine = last.then(async () => tell(unique([...(await look.now()), ...fromOlder])))
    last = mine.catch(() => {})
    return mine
  }

  async function tell(findings: Finding[]): Promise<Finding[]> {
    latest = findings.filter(isGrave)
    for (const finding of findings) {
      const grave = isGrave(finding)
      log[grave ? 'error' : 'warn'](grave ? 'an invariant does not hold' : 'look at this', { ...finding })
    }
    if (latest.length > 0) await storage.write(stopEverything)
    return findings
  }

  async function runAndGoOn(): Promise<void> {
    fromOlder = []
    for (const goOn of older) fromOlder.push(...(await goOn(() => stopped)))
    await run()
  }

  function plan(): void {
    if (stopped) return
    cancel = world.after(EVERY_MS, () => {
      running = runAndGoOn()
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

interface Looker {
  /** At what has changed since the look before; the first time since the checkpoints. */
  now(): Promise<Finding[]>
  /** The whole ledger was walked by the first look, as there was nothing to go on from. */
  hasSeenAll(): boolean
  /** Whether what lies before the checkpoints is right. */
  isSound: boolean
}

function lookerAt({ storage, world, seal, settled }: Around): Looker {
  let walk: Walk | undefined
  let lookedAt: number | undefined

  async function runAll(checks: readonly Check[], since: number): Promise<Finding[]> {
    const findings: Finding[] = []
    for (const check of checks) {
      findings.push(...(await runCheck(storage, world, check, { since, settled })))
      await world.breathe()
    }
    return findings
  }

  async function goOn(): Promise<Finding[]> {
    walk ??= await Walk.fromAnchor({ storage, world, seal })
    return walk.finish(looker.isSound)
  }

  const looker: Looker = {
    isSound: true,
    hasSeenAll: () => walk?.isWhole === true,
    async now() {
      const now = world.now()
      const since = lookedAt === undefined ? now - LATELY_MS : lookedAt - OVERLAP_MS
      const findings = [
        ...(await runAll(balanceChecks, since)),
        ...(await orItsFailure(WALK, goOn)),
        ...(await runAll(houseChecks, since)),
        ...(await runAll(packetChecks, since)),
      ]
      if (!findings.some(isGrave)) lookedAt = now
      return findings
    },
  }
  return looker
}

type GoOn = (stopped: () => boolean) => Promise<Finding[]>

/**
 * Goes on with the whole ledger where it was, again and again: nothing that was kept is relied on. It stays
 * where it finds something, and until that is mended every start begins at the first transfer, too.
 */
function wholeOf(around: Around, look: Looker): GoOn {
  const { storage, world, seal } = around
  let walk: Walk | undefined
  let begun: number | undefined

  function begin(): void {
    const isFirst = begun === undefined
    begun = world.now()
    if (!isFirst || !look.hasSeenAll()) walk = Walk.fromGenesis(around)
  }

  async function finish(found: Finding[]): Promise<Finding[]> {
    look.isSound = !found.some(isGrave)
    if (!look.isSound) await storage.write((work) => dropAnchor(work, seal))
    else walk = undefined
    return found
  }

  async function goOn(stopped: () => boolean): Promise<Finding[]> {
    for (let looks = 0; walk && looks < WHOLE_LOOKS && !stopped(); looks++) {
      const { findings, more } = await walk.advance(1)
      if (more && findings.length === 0) continue
      const found = [...(await walk.settle(look.isSound)), ...findings]
      await forgetOld(around)
      return finish(found)
    }
    return []
  }

  return (stopped) => {
    if (!walk && isDue(begun, world)) begin()
    return orItsFailure(WALK, () => goOn(stopped))
  }
}

/** What keepers have left whose keys were exchanged; it is in nobody's way, so it goes by and by. */
async function forgetOld({ storage, world, seal }: Around): Promise<void> {
  const lost = await storage.read((work) => unanchored(work, seal), 'at leisure')
  if (lost.length > 0) await storage.write((work) => holdPlace(work, lost))
  const before = world.now() - FORGOTTEN_AFTER_MS
  while (await storage.write((work) => forgetKeeper(work, seal, before, FORGOTTEN_AT_ONCE)))
    await world.breathe()
}

/**
 * Goes on with a check over everything there is where it was, again and again: of what was found right before
 * nothing is relied on. It stays where it finds something.
 */
function allOf(check: Check, { storage, world }: Around): GoOn {
  const aside: Aside = { breathe: () => world.breathe() }
  const { page } = check
  let after: string | undefined
  let begun: number | undefined

  function begin(): void {
    begun = world.now()
    after = ''
  }

  async function goOn(stopped: () => boolean): Promise<Finding[]> {
    for (let looks = 0; page && after !== undefined && looks < CHECK_LOOKS && !stopped(); looks++) {
      const from: string = after
      const { findings, next } = await storage.read(
        (work) => page(work, from, undefined, aside),
        'at leisure',
      )
      if (findings.length > 0) return findings
      after = next
      await world.breathe()
    }
    return []
  }

  return (stopped) => {
    if (after === undefined && isDue(begun, world)) begin()
    return orItsFailure(check.name, () => goOn(stopped))
  }
}

/** Whether everything is to be gone through once more. */
function isDue(begun: number | undefined, world: Around['world']): boolean {
  return begun === undefined || world.now() - begun >= WHOLE_EVERY_MS
}

function isGrave({ check }: Finding): boolean {
  return !TOLD_ONLY.has(check)
}

/** What is older may come by what the look has found. */
function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((one) => [`${one.check} ${one.subject} ${one.detail}`, one])).values()]
}

/** Every locale says what it means; which check it was is for the log and the operator. */
const REASON = 'audit'

async function stopEverything(work: Work): Promise<void> {
  const frozen = await freezesOver(work, ['programme'])
  if (frozen.size === 0) await freeze(work, 'programme', REASON, 'system')
}
