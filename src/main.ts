#!/usr/bin/env node
/**
 * The program: reads the environment, starts the bot, or the sandbox where no token is given, and ends it in
 * good order. The only file that reads `process.env` and listens to signals. Everything else is imported
 * after the check of Node's version, because an old Node cannot even read it.
 */
import { fileURLToPath } from 'node:url'
import type { Config } from './config.js'
import type { Log } from './kit/log.js'
import { refuseOldNode } from './kit/node-version.js'
import { redaction } from './kit/redaction.js'
import { StartError } from './kit/start-error.js'
import type { World } from './kit/world.js'

/** ms for a good end; whoever stops us (Docker waits 10 s) would kill us then anyway. */
const STOP_MS = 9_500
/** A mistake of ours. */
const FAILED = 1

interface Running {
  stop(): Promise<void>
}

interface Surroundings {
  config: Config
  world: World
  log: Log
}

let running: Running | undefined
let surroundings: Surroundings | undefined
let isEnding = false

await main().catch(failed)

async function main(): Promise<void> {
  watch()
  refuseOldNode(process.versions.node)
  await readEnvFile()
  surroundings = await lookAround()
  running = surroundings.config.mode === 'sandbox' ? await sandbox(surroundings) : await bot(surroundings)
  tellParent('ready')
}

/** One that supervises us learns how far we are. One that is gone takes us with it, as 'disconnect' tells. */
function tellParent(word: 'begun' | 'ready'): void {
  process.send?.(word, undefined, undefined, () => {})
}

/** `.env` in the working directory; what the environment has already is left as it is. */
async function readEnvFile(): Promise<void> {
  const { config } = await import('dotenv')
  const { error } = config({ quiet: true })
  const code = error && 'code' in error ? error.code : undefined
  if (error && code !== 'ENOENT') {
    throw new StartError(`.env cannot be read (${code ?? error.name})`, 'configuration', error)
  }
}

async function lookAround(): Promise<Surroundings> {
  const { readConfig, secretsOf } = await import('./config.js')
  const { realWorld } = await import('./kit/world.js')
  const { createLog } = await import('./pino.js')
  const isTerminal = process.stdout.isTTY === true
  const config = readConfig(process.env, { isTerminal })
  const log = createLog({
    ...config.log,
    secrets: secretsOf(config),
    write: (text) => process.stdout.write(text),
    colour: isTerminal,
  })
  return { config, world: realWorld(), log }
}

async function bot({ config, world, log }: Surroundings): Promise<Running> {
  const { startBot } = await import('./bot.js')
  const started = await startBot({
    config,
    world,
    log,
    fatal: failed,
    begun: (begun) => {
      running = begun
      tellParent('begun')
    },
  })
  log.info(started.summary)
  return started
}

async function sandbox({ config, world, log }: Surroundings): Promise<Running> {
  const { openSandbox } = await import('./sandbox/sandbox.js')
  const opened = await openSandbox({
    config,
    world,
    log,
    program: fileURLToPath(import.meta.url),
    env: process.env,
    botEnded: (exitCode) => end('the bot could not be started', exitCode),
  })
  for (const line of opened.greeting) process.stdout.write(`${line}\n`)
  return opened
}

function watch(): void {
  // npm hands on a Ctrl-C that the terminal has sent us too, so a second signal means no more than the first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal))
  process.on('disconnect', () => end('the parent is gone'))
  process.on('uncaughtException', (error) => broken(error))
  process.on('unhandledRejection', (reason) => broken(reason))
  // Whoever read our output is gone; that is no reason to stop.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
}

/** Stops in good order, but not for ever. */
function end(why: string, exitCode = 0): void {
  if (isEnding) return
  isEnding = true
  surroundings?.log.info('stopping', { why })
  const overdue = surroundings?.world.sleep(STOP_MS).then(() => FAILED)
  const stopped = Promise.resolve(running?.stop()).then(() => exitCode, stopFailed)
  void Promise.race([stopped, overdue ?? stopped]).then((code) => process.exit(code))
}

function stopFailed(error: unknown): number {
  surroundings?.log.error('stopping failed', { error })
  return FAILED
}

/**
 * What an operator can act on: one line, no stack. Anything else is a mistake of ours, and the log has it.
 */
function failed(error: unknown): void {
  if (isEnding) return
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`)
    end('a StartError', error.exitCode)
  } else {
    confess('the program must end', error)
    end('a mistake', FAILED)
  }
}

/**
 * State that nobody thought of is not to be trusted: no good end is tried, and a restart is safe at any
 * moment.
 */
function broken(error: unknown): void {
  confess('an error that nobody caught', error)
  process.exit(FAILED)
}

function confess(what: string, error: unknown): void {
  surroundings?.log.error(what, { error })
  const more = surroundings ? 'the log says more' : redaction([])(String(error).split('\n')[0] ?? '')
  process.stderr.write(`This program failed by a mistake of its own: ${more}\n`)
}
