/** Runs `storage-path.ts` in its three ways, in interleaved rounds. */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BenchPostgres } from './postgres.js'

/** Claims a second, a number for each round. */
export type StorageFigures = Record<'naive' | 'raw' | 'ours', number[]>

const WAYS = ['naive', 'raw', 'ours'] as const
/** Claims of one round: enough to be warm, and not too long for the slowest. */
const CLAIMS = { naive: 2_000, raw: 10_000, ours: 10_000 }

export async function measureStorage(
  engine: 'sqlite' | 'postgres',
  postgres: BenchPostgres | undefined,
  { rounds }: { rounds: number },
): Promise<StorageFigures> {
  const figures: StorageFigures = { naive: [], raw: [], ours: [] }
  for (let round = 0; round < rounds; round++) {
    for (const way of WAYS) {
      const folder = mkdtempSync(join(tmpdir(), 'bench-storage-'))
      const url = (await postgres?.database()) ?? join(folder, 'claims.sqlite')
      figures[way].push(CLAIMS[way] / (await seconds(engine, url, way, CLAIMS[way])))
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return figures
}

function seconds(engine: string, url: string, way: string, claims: number): Promise<number> {
  const file = fileURLToPath(new URL('./storage-path.ts', import.meta.url))
  const child = fork(file, [engine, url, way, String(claims)], { execArgv: ['--import', 'tsx'] })
  return new Promise((resolve, reject) => {
    child.once('message', (taken) => resolve(taken as number))
    child.once('exit', (code) => code && reject(new Error(`storage: ${way} on ${engine} ended (${code})`)))
  })
}
