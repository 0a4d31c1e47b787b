/**
 * Runs the bot as a process of its own and starts it again whenever it dies, so that killing it is something
 * to try. The bot ends with us: it sees its channel to us close, however we end.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { EXIT } from '../kit/start-error.js'
import type { World } from '../kit/world.js'
import type { BotStatus } from './page-contract.js'
import type { BotSupervision } from './page-server.js'

export interface SupervisorOptions {
  /** The program's file, as for `node <file>`. */
  program: string
  env: Record<string, string | undefined>
  world: Pick<World, 'now' | 'sleep'>
  /** The bot will not run, and has said why: nothing is tried again. */
  gaveUp(exitCode: number): void
}

export interface Supervisor extends BotSupervision {
  /** Resolves when the bot is ready for the first time, or will never be. */
  start(): Promise<void>
  /** Ends the bot in good order and starts it with these settings; resolves when it is ready. */
  restartWith(settings: Readonly<Record<string, string>>): Promise<void>
  stop(): Promise<void>
}

/**
 * ms before the bot is started again: doubled while it does not get ready, back to the first when it does.
 */
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 4_000
/** Starts in a row that may fail. */
const TRIES = 5
/** ms for a good end: the bot gives itself a little less. */
const STOP_MS = 11_000

/** Codes with which the bot says that starting it again would be no use. */
const FINAL = new Set<number | null>(Object.values(EXIT))
/** ms after which a bot has run for long: what became of it before does not count any more. */
const LONG_MS = 60_000
/** Its exit code when it fails by a mistake. */
const FAILED = 1

export function createSupervisor(options: SupervisorOptions): Supervisor {
  const { world } = options
  const lamp = createLamp(world.now)
  const stopping = new AbortController()
  let env = options.env
  let onReady: () => void = () => {}
  /** Ended on purpose, to be started with other settings: no restart that anybody needs to know of. */
  let isChanging = false
  let child: ChildProcess | undefined
  let over: Promise<void> = Promise.resolve()

  /** Whether it was ready in any life: the settings are right, and what is missing was there before. */
  let isProven = false

  /** One life of the process. */
  async function live(ready: () => void): Promise<Life> {
    let wasReady = false
    const born = world.now()
    child = launch({ ...options, env })
    child.on('message', (message) => {
      lamp.tell({ running: true, isWaiting: message === 'begun' })
      if (message === 'begun') return
      wasReady = true
      isProven = true
      ready()
      onReady()
    })
    const code = await exitOf(child)
    lamp.tell({ running: false, isWaiting: false })
    return { verdict: verdictOn(code, { wasReady, isProven, ms: world.now() - born }), code }
  }

  async function supervise(ready: () => void): Promise<void> {
    const patience = createPatience()
    for (;;) {
      const { verdict, code } = await live(ready)
      if (stopping.signal.aborted) return
      const pause = patience.after(verdict)
      if (pause === undefined) return options.gaveUp(code ?? FAILED)
      if (!isChanging) await world.sleep(pause, stopping.signal)
      if (stopping.signal.aborted) return
      if (!isChanging) lamp.countRestart()
      isChanging = false
    }
  }

  return {
    status: lamp.status,
    kill: () => void child?.kill('SIGKILL'),
    onChange: lamp.onChange,
    start: () =>
      new Promise((resolve) => {
        over = supervise(resolve).finally(resolve)
      }),
    async restartWith(settings) {
      env = { ...env, ...settings }
      isChanging = true
      const ready = new Promise<void>((resolve) => {
        onReady = resolve
      })
      const old = child
      if (old) await ended(old, exitOf(old), world)
      await Promise.race([ready, over])
    },
    async stop() {
      stopping.abort()
      await ended(child, over, world)
    },
  }
}

interface Life {
  /**
   * `good` forgets the bad ones before it, of which there may be {@link TRIES}; `vain` is neither; `final` is
   * the last.
   */
  verdict: 'good' | 'bad' | 'vain' | 'final'
  code: number | null
}

/**
 * From a bot that ran and ends because something is not there, somebody took it: set a webhook, or polled in
 * its place. The next start takes it back; but it is no good life, or two would fight for ever. Where it
 * ran before and only now finds a platform away, which a fault may make it, that will come back.
 */
function verdictOn(
  code: number | null,
  { wasReady, isProven, ms }: { wasReady: boolean; isProven: boolean; ms: number },
): Life['verdict'] {
  if (code === EXIT.unavailable && isProven) {
    if (wasReady) return ms >= LONG_MS ? 'good' : 'bad'
    return 'vain'
  }
  if (FINAL.has(code)) return 'final'
  if (wasReady) return 'good'
  // Killed, or ended to be started otherwise, while it waited.
  return isProven && (code === null || code === 0) ? 'vain' : 'bad'
}

function createPatience() {
  let tries = TRIES
  let pause = FIRST_PAUSE_MS
  return {
    /** ms until it is started again; undefined: no more. */
    after(verdict: Life['verdict']): number | undefined {
      if (verdict === 'bad') tries -= 1
      if (verdict === 'good') {
        tries = TRIES
        pause = FIRST_PAUSE_MS
      }
      if (verdict === 'final' || tries === 0) return undefined
      const now = pause
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
      return now
    },
  }
}

/** Whether the bot runs, for whoever looks on. */
function createLamp(now: () => number) {
  const listeners = new Set<(status: BotStatus) => void>()
  let status: BotStatus = { running: false, since: now(), restarts: 0 }
  return {
    status: () => status,
    tell(change: Required<Pick<BotStatus, 'running' | 'isWaiting'>>) {
      status = { ...status, ...change, since: now() }
      for (const listener of listeners) listener(status)
    },
    countRestart() {
      status = { ...status, restarts: status.restarts + 1 }
    },
    onChange(listener: (status: BotStatus) => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Asks the process to end, and makes it end when it takes too long. */
async function ended(
  child: ChildProcess | undefined,
  over: Promise<unknown>,
  world: SupervisorOptions['world'],
): Promise<void> {
  if (child?.connected) child.disconnect()
  const done = new AbortController()
  await Promise.race([over, world.sleep(STOP_MS, done.signal)])
  done.abort()
  child?.kill('SIGKILL')
  await over
}

function launch({ program, env }: SupervisorOptions): ChildProcess {
  return fork(program, [], { env, execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('exit', resolve)
    // A channel that breaks is news of a death, which 'exit' tells; a process that never began has no number.
    child.on('error', () => child.pid === undefined && resolve(null))
  })
}
