/** The servers that are compared end to end, in interleaved rounds of a thousand presses that all win. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Api, startApi } from './api.js'
import type { Generator } from './generator.js'
import type { Report, Request } from './load.js'
import { pin, SERVER_CORE } from './pin.js'
import type { BenchPostgres } from './postgres.js'
import { discordPresses, signingKey, type Target, telegramPresses } from './presses.js'
import { openScene, SHARES } from './scene.js'

export interface Contestant {
  name: 'ours: Telegram' | 'ours: Discord' | 'naive' | 'bare' | 'bare with Ed25519'
  /** One round: `SHARES` new people press, everyone wins. */
  round(from: number): Promise<Report>
  /** What an answer must say; the naive bot answers by a call of its own. */
  says: string
}

interface Size {
  rounds: number
  warmUp: number
}

const SECRET_HEADER = { 'x-telegram-bot-api-secret-token': 'b'.repeat(40) }

/** Presses a second, a number for each round, by contestant. */
export async function openContestants(
  postgres: BenchPostgres | undefined,
  generator: Generator,
  { rounds, warmUp }: Size,
): Promise<Map<Contestant['name'], number[]>> {
  const endings: (() => unknown)[] = []
  try {
    const contestants = [
      ...(await ours(postgres, generator, 2 * (rounds + warmUp), endings)),
      await naive(postgres, generator, endings),
      ...(await bare(generator, endings)),
    ]
    const perSecond = new Map(contestants.map(({ name }) => [name, [] as number[]]))
    for (let round = 0; round < rounds + warmUp; round++) {
      for (const { name, round: run, says } of contestants) {
        const report = await run(1 + round * SHARES)
        if (report.kinds[says] !== SHARES) throw new Error(`${name} answered ${JSON.stringify(report.kinds)}`)
        if (round >= warmUp) perSecond.get(name)?.push(report.requests / report.seconds)
      }
    }
    return perSecond
  } finally {
    for (const end of endings.reverse()) await end()
  }
}

async function ours(
  postgres: BenchPostgres | undefined,
  generator: Generator,
  packets: number,
  endings: (() => unknown)[],
): Promise<Contestant[]> {
  const scene = await openScene(await postgres?.database(), packets)
  const used: string[] = []
  endings.push(() => scene.close(used))
  const next = (): string[] => {
    const taken = scene.packets(1)
    used.push(...taken)
    return taken
  }
  return [
    {
      name: 'ours: Telegram',
      says: 'paid',
      round: (from) => generator.send(scene.port, scene.telegram(next(), from, SHARES)),
    },
    {
      name: 'ours: Discord',
      says: 'paid',
      round: (from) => generator.send(scene.port, scene.discord(next(), from, SHARES)),
    },
  ]
}

async function naive(
  postgres: BenchPostgres | undefined,
  generator: Generator,
  endings: (() => unknown)[],
): Promise<Contestant> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-naive-'))
  const api: Api = await startApi()
  const database = (await postgres?.database()) ?? `sqlite:${join(folder, 'naive.sqlite')}`
  const child = program('./naive/bot.ts', api.root, database)
  const port = (await heard(child)) as number
  pin(child.pid ?? 0, SERVER_CORE)
  endings.push(() => {
    child.kill()
    api.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    name: 'naive',
    says: 'no words',
    async round(from) {
      child.send({ add: `p${from}`, shares: SHARES })
      await heard(child)
      const report = await generator.send(
        port,
        telegramPresses([target(`p${from}`)], from, SHARES, SECRET_HEADER),
      )
      child.send('counts')
      const { claims, sum } = (await heard(child)) as { claims: number; sum: number }
      if (sum !== claims * 1_000_000 || claims % SHARES !== 0)
        throw new Error(`the naive bot paid ${sum} in ${claims}`)
      return report
    },
  }
}

async function bare(generator: Generator, endings: (() => unknown)[]): Promise<Contestant[]> {
  const key = signingKey('bare')
  const [plain, signed] = [program('./bare.ts'), program('./bare.ts', key.publicKey)]
  const ports = [(await heard(plain)) as number, (await heard(signed)) as number]
  for (const child of [plain, signed]) pin(child.pid ?? 0, SERVER_CORE)
  endings.push(() => [plain, signed].map((child) => child.kill()))
  const app = { id: '1', guild: '2', sign: key.sign }
  const send = (at: number, requests: Request[]) => generator.send(ports[at] ?? 0, requests)
  return [
    {
      name: 'bare',
      says: 'paid',
      round: (from) => send(0, telegramPresses([target('p')], from, SHARES, SECRET_HEADER)),
    },
    {
      name: 'bare with Ed25519',
      says: 'paid',
      round: (from) => send(1, discordPresses([target('p')], from, SHARES, app)),
    },
  ]
}

function target(packet: string): Target {
  return { chat: '-1001000000001', message: '1000', data: `1packet-claim:${packet}` }
}

function program(file: string, ...args: string[]): ChildProcess {
  return fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv: ['--import', 'tsx'] })
}

function heard(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`a server of the bench ended (${code})`)))
  })
}
