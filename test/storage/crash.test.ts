/**
 * What was answered is there after a kill, whatever the process was doing; and the next process may begin at
 * once.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, expect, it } from 'vitest'
import { auditLedger } from '../../src/core/ledger/audit.js'
import { describeStorage } from '../kit/storage.js'

const CHILD = fileURLToPath(new URL('crash-child.mjs', import.meta.url))
const ROUNDS = 5
/** Lines a child may say before it is killed; another number each round. */
const LINES = [1, 40, 113, 207, 318]

describeStorage('after SIGKILL', (engine) => {
  const children: ChildProcess[] = []

  beforeAll(() => {
    const built = existsSync(new URL('../../dist/storage/open.js', import.meta.url))
    if (!built) throw new Error('this test runs the built program: npm run build')
  })

  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL')
  })

  function start(url: string, first = 0) {
    const child = spawn(process.execPath, [CHILD, url, String(first)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    children.push(child)
    return { child, lines: createInterface({ input: child.stdout }) }
  }

  /** Kills a child in the middle of its work; what it had said by then. */
  async function killedAfter(count: number, url: string, first: number): Promise<string[]> {
    const { child, lines } = start(url, first)
    const said: string[] = []
    for await (const line of lines) {
      said.push(line)
      if (said.length === count) child.kill('SIGKILL')
    }
    return said
  }

  it('everything that was answered is there, and the ledger is whole', async () => {
    const url = await engine.emptyDatabase()
    const acknowledged = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const said = await killedAfter(LINES[round] ?? 1, url, round * 100_000)
      expect(said[0]).toBe('open')
      for (const line of said) if (line.startsWith('ack ')) acknowledged.add(line.slice(4))
    }
    const storage = await engine.open({ url })
    const rows = await storage.read((work) =>
      work.db.select({ key: work.t.transfers.key }).from(work.t.transfers),
    )
    const kept = new Set(rows.map(({ key }) => key))
    expect([...acknowledged].filter((key) => !kept.has(key))).toEqual([])
    expect([...kept].filter((key) => Number(key.slice(4)) % 9 === 0)).toEqual([])
    expect(acknowledged.size).toBeGreaterThan(300)
    expect(await storage.read(auditLedger)).toEqual([])
  })

  it.runIf(engine.dialect === 'sqlite')(
    'the lock of the dead is no lock, that of the living is one',
    async () => {
      const url = await engine.emptyDatabase()
      const first = start(url)
      await once(first.lines, 'line')
      const second = start(url)
      const [refused] = await once(second.lines, 'line')
      const [code] = await once(second.child, 'exit')
      expect(refused).toBe(
        `refused 69 Another process has the database ${url} open. Stop it first, or give this one its own DATABASE_URL.`,
      )
      expect(code).toBe(69)
      first.child.kill('SIGKILL')
      await once(first.child, 'exit')
      const third = start(url)
      expect(await once(third.lines, 'line')).toEqual(['open'])
    },
  )
})
