/**
 * The bot as it is shipped: `dist/main.js` in a process of its own, in an empty folder, with nothing but its
 * settings.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url))
const PROGRAM = join(PROJECT, 'dist', 'main.js')
/** The build writes only what has changed, and this whenever anything has. */
const BUILT = join(PROJECT, 'dist', '.tsbuildinfo')
const COMMAND_LINE = join(PROJECT, 'dist', 'cli.js')

export type Settings = Readonly<Record<string, string>>

export interface BotProcess {
  readonly pid: number
  /** Of its HTTP server, without a slash at the end. */
  readonly address: string
  /** Everything it has written. */
  said(): string
  /** Dies at once, as in a power cut. Resolves when it is gone. */
  kill(): Promise<void>
  /** Asks it to end in good order; resolves with its exit code. */
  stop(): Promise<number | null>
  isRunning(): boolean
}

/**
 * Compiled programs are tested, so they have to be there, and should be those of these sources: somebody may
 * be writing while a long test run goes on, so that is only said.
 */
export function assertBuilt(): void {
  const main = timeOf(PROGRAM)
  if (main === undefined) throw new Error('dist/main.js is missing: run `npm run build` first')
  const built = timeOf(BUILT) ?? main
  if (built < newestIn(join(PROJECT, 'src'))) {
    process.stderr.write(
      'dist/ is older than src/, so what is tested is not what is written: run `npm run build`\n',
    )
  }
}

function timeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}

function newestIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  // The chat page is compiled by a build of its own and is no part of the bot.
  const own = files.filter((file) => /\.ts$/.test(file.name) && !/sandbox\/page(\/|$)/.test(file.parentPath))
  return Math.max(...own.map((file) => timeOf(join(file.parentPath, file.name)) ?? 0))
}

/** ms in which the bot must have logged in on both platforms. Generous: the machine has other work too. */
const START_MS = 60_000
/** Characters of the log in the message of a failed start. */
const END_OF_LOG = 4_000

/** Resolves when the bot is ready. `nodeOptions` are Node's own, such as `--cpu-prof`. */
export async function startBot(
  folder: string,
  settings: Settings,
  nodeOptions: readonly string[] = [],
): Promise<BotProcess> {
  const child = run(PROGRAM, [], folder, settings, nodeOptions)
  let text = ''
  child.stdout?.on('data', (chunk) => (text += String(chunk)))
  child.stderr?.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await readiness(child, ended, () => text)
  const alive = () => child.exitCode === null && child.signalCode === null
  return {
    pid: child.pid ?? 0,
    get address() {
      return /http:\/\/127\.0\.0\.1:\d+/.exec(text.slice(text.indexOf('Running: ')))?.[0] ?? ''
    },
    said: () => text,
    async kill() {
      if (alive()) child.kill('SIGKILL')
      await ended
    },
    async stop() {
      if (alive()) child.kill('SIGTERM')
      return ended
    },
    isRunning: alive,
  }
}

/** Starts it and kills it after so many ms, ready or not. Resolves when it is gone. */
export async function killAtStart(folder: string, settings: Settings, ms: number): Promise<void> {
  const child = run(PROGRAM, [], folder, settings)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const timer = setTimeout(() => child.kill('SIGKILL'), ms)
  await ended
  clearTimeout(timer)
}

async function readiness(child: ChildProcess, ended: Promise<unknown>, said: () => string): Promise<void> {
  const ready = new Promise<'ready'>((resolve) => {
    child.on('message', (message) => message === 'ready' && resolve('ready'))
  })
  let late: NodeJS.Timeout | undefined
  const timeout = new Promise<'late'>((resolve) => {
    late = setTimeout(() => resolve('late'), START_MS)
  })
  const first = await Promise.race([ready, timeout, ended.then(() => 'ended' as const)])
  clearTimeout(late)
  if (first === 'ready') return
  child.kill('SIGKILL')
  throw new Error(`the bot did not start (${first}):\n${said().slice(-END_OF_LOG)}`)
}

/** One command of the command line: its exit code and what it said. */
export async function runCli(
  folder: string,
  settings: Settings,
  ...args: string[]
): Promise<{ exitCode: number | null; said: string }> {
  const child = run(COMMAND_LINE, args, folder, settings)
  let said = ''
  child.stdout?.on('data', (chunk) => (said += String(chunk)))
  child.stderr?.on('data', (chunk) => (said += String(chunk)))
  const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { exitCode, said }
}

function run(
  program: string,
  args: string[],
  folder: string,
  settings: Settings,
  nodeOptions: readonly string[] = [],
): ChildProcess {
  return fork(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    execArgv: [...nodeOptions],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}
