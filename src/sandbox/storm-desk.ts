/** The one place where storms are started: one at a time, its reports given to whoever listens. */
import type { SandboxPlatform } from './contract.js'
import type { PlatformName, StormReport, StormRequest } from './page-contract.js'
import { type Storm, startStorm } from './storm.js'

/** About five reports a second. */
const REPORT_MS = 200

export interface StormDesk {
  /** Starts a storm, unless one is running. */
  start(request: StormRequest): StormReport | undefined
  /** Number of the newest storm; 0 before the first. */
  number(): number
  /** The newest storm, running or over. */
  latest(): StormReport | undefined
  cancel(): StormReport | undefined
  /** The bot was killed by somebody else than the storm itself, which may be running. */
  noteKill(): void
  onReport(listener: (report: StormReport) => void): () => void
  /** Resolves when no storm is running. */
  settled(): Promise<void>
}

interface Means {
  platform(name: PlatformName): SandboxPlatform
  /** Ends the bot's process, where there is one to end. */
  kill?(): void
  now(): number
}

export function createStormDesk(means: Means): StormDesk {
  const listeners = new Set<(report: StormReport) => void>()
  let storm: Storm | undefined
  let count = 0
  let settled: Promise<void> = Promise.resolve()
  const tell = (): void => {
    const report = storm?.report()
    if (report) for (const listener of listeners) listener(report)
  }
  return {
    start(request) {
      if (storm?.report().state === 'running') return undefined
      const begun = startStorm(request, { ...means, id: ++count })
      storm = begun
      const timer = setInterval(tell, REPORT_MS)
      settled = begun.done.then(() => {
        clearInterval(timer)
        tell()
      })
      return begun.report()
    },
    number: () => count,
    latest: () => storm?.report(),
    cancel() {
      storm?.cancel()
      return storm?.report()
    },
    noteKill: () => storm?.noteKill(),
    onReport(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: () => settled,
  }
}
