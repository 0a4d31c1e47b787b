/** Starts the load generator and gives it work. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Job, Report, Request } from './load.js'

const PROGRAM = fileURLToPath(new URL('./load.ts', import.meta.url))
/** Most connections that Telegram's servers open to a webhook. Source: Bot API, setWebhook. */
export const CONNECTIONS = 100

export interface Generator {
  /** Sends all of them to `http://127.0.0.1:<port>`, and says how it went. */
  send(port: number, requests: readonly Request[], connections?: number): Promise<Report>
  readonly pid: number
  close(): void
}

export function startGenerator(): Generator {
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'))
  const child: ChildProcess = fork(PROGRAM, { execArgv: ['--import', 'tsx'] })
  const failed = new Promise<never>((_, reject) => {
    child.once('exit', (code) => reject(new Error(`the load generator ended (${code})`)))
  })
  failed.catch(() => {})
  return {
    pid: child.pid ?? 0,
    send(port, requests, connections = CONNECTIONS) {
      const file = join(folder, 'requests.ndjson')
      writeFileSync(file, requests.map((request) => JSON.stringify(request)).join('\n'))
      const report = new Promise<Report>((resolve) => child.once('message', (one) => resolve(one as Report)))
      child.send({ host: '127.0.0.1', port, file, connections } satisfies Job)
      return Promise.race([report, failed])
    },
    close() {
      child.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
