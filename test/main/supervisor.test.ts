import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EXIT } from '../../src/kit/start-error.js'
import { realWorld } from '../../src/kit/world.js'
import type { BotStatus } from '../../src/sandbox/page-contract.js'
import { createSupervisor } from '../../src/sandbox/supervisor.js'
import { folderForTest } from './program.js'

const READY = 'process.send("ready", () => {});'
const UNTIL_DISCONNECTED = 'process.on("disconnect", () => process.exit(0));'

/** Supervises a program of this source; pauses between its lives are noted and not waited for. */
function supervised(source: string, now = realWorld().now) {
  const program = join(folderForTest(), 'program.cjs')
  writeFileSync(program, source)
  const pauses: number[] = []
  const ends: number[] = []
  const seen: BotStatus[] = []
  const real = realWorld()
  const supervisor = createSupervisor({
    program,
    env: { PATH: process.env.PATH },
    world: {
      now,
      sleep(ms, signal) {
        if (ms >= 10_000) return real.sleep(ms, signal)
        pauses.push(ms)
        return Promise.resolve()
      },
    },
    gaveUp: (code) => void ends.push(code),
  })
  supervisor.onChange?.((status) => void seen.push(status))
  onTestFinished(() => supervisor.stop())
  return { supervisor, pauses, ends, seen }
}

describe('the supervisor', () => {
  it('tells when the program is ready, and stops it by closing the channel', async () => {
    const { supervisor, seen, ends } = supervised(READY + UNTIL_DISCONNECTED)
    expect(supervisor.status()).toMatchObject({ running: false, restarts: 0 })
    await supervisor.start()
    expect(supervisor.status()).toMatchObject({ running: true, restarts: 0 })
    await supervisor.stop()
    expect(seen.map(({ running }) => running)).toEqual([true, false])
    expect(ends).toEqual([])
  })

  it('starts it again after a kill, at once every time', async () => {
    const { supervisor, seen, pauses } = supervised(READY + UNTIL_DISCONNECTED)
    await supervisor.start()
    for (const restarts of [1, 2, 3]) {
      await supervisor.kill()
      await expect.poll(() => supervisor.status()).toMatchObject({ running: true, restarts })
    }
    expect(pauses).toEqual([250, 250, 250])
    expect(seen.map(({ running }) => running)).toEqual([true, false, true, false, true, false, true])
  })

  it('starts it again after a crash, ever more slowly, and gives up in the end', async () => {
    const { supervisor, pauses, ends } = supervised('process.exit(1)')
    await supervisor.start()
    expect(pauses).toEqual([250, 500, 1000, 2000])
    expect(ends).toEqual([1])
  })

  it.each(Object.values(EXIT))('does not argue with exit code %i', async (code) => {
    const { supervisor, pauses, ends } = supervised(`process.exit(${code})`)
    await supervisor.start()
    expect(pauses).toEqual([])
    expect(ends).toEqual([code])
  })

  const laterOn = (code: number) => `${READY} setTimeout(() => process.exit(${code}), 20)`

  it.each(Object.values(EXIT).filter((code) => code !== EXIT.unavailable))(
    'also gives up on one that ends with %i later on',
    async (code) => {
      const { supervisor, ends, pauses } = supervised(laterOn(code))
      await supervisor.start()
      await expect.poll(() => ends).toEqual([code])
      expect(pauses).toEqual([])
    },
  )

  it('starts one again from which something was taken while it ran, until that happens all the time', async () => {
    const { supervisor, ends, pauses } = supervised(laterOn(EXIT.unavailable))
    await supervisor.start()
    await expect.poll(() => ends, { timeout: 20_000 }).toEqual([EXIT.unavailable])
    expect(pauses).toEqual([250, 500, 1000, 2000])
  })

  it('keeps on with one that ran before and finds a platform away, however often', async () => {
    const lives = join(folderForTest(), 'lives')
    // Ready in its first life and from the tenth on; in between it cannot reach what it needs.
    const { supervisor, ends, pauses, seen } = supervised(`
      const { appendFileSync, readFileSync } = require('node:fs')
      appendFileSync(${JSON.stringify(lives)}, '.')
      const life = readFileSync(${JSON.stringify(lives)}).length
      process.send('begun', () => {})
      if (life > 1 && life < 10) setTimeout(() => process.exit(${EXIT.unavailable}), 5)
      else { ${READY} ${UNTIL_DISCONNECTED} }`)
    await supervisor.start()
    await supervisor.kill()
    await expect.poll(() => supervisor.status().restarts, { timeout: 30_000 }).toBe(9)
    await expect.poll(() => supervisor.status()).toMatchObject({ running: true, isWaiting: false })
    expect(ends).toEqual([])
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 4000, 4000, 4000, 4000])
    expect(seen.slice(0, 4).map(({ running, isWaiting }) => [running, isWaiting])).toEqual([
      [true, true],
      [true, false],
      [false, false],
      [true, true],
    ])
  })

  it('keeps on with one that is killed while it waits, however often', async () => {
    const lives = join(folderForTest(), 'lives')
    const { supervisor, ends } = supervised(`
      const { appendFileSync, readFileSync } = require('node:fs')
      appendFileSync(${JSON.stringify(lives)}, '.')
      process.send('begun', () => {})
      if (readFileSync(${JSON.stringify(lives)}).length === 1) { ${READY} }
      ${UNTIL_DISCONNECTED}`)
    await supervisor.start()
    for (let restarts = 1; restarts <= 7; restarts++) {
      await supervisor.kill()
      await expect.poll(() => supervisor.status()).toMatchObject({ restarts, running: true, isWaiting: true })
    }
    expect(ends).toEqual([])
  })

  it('forgets what was taken from one that has run for a minute since', async () => {
    let minutes = 0
    const now = () => 60_000 * minutes++
    const { supervisor, ends, pauses } = supervised(laterOn(EXIT.unavailable), now)
    await supervisor.start()
    await expect.poll(() => pauses.length, { timeout: 20_000 }).toBeGreaterThan(6)
    expect([ends, new Set(pauses)]).toEqual([[], new Set([250])])
  })

  it('does not start it again while stopping', async () => {
    const { supervisor, seen } = supervised(`${READY} process.on("disconnect", () => process.exit(1))`)
    await supervisor.start()
    await supervisor.stop()
    await supervisor.stop()
    expect(seen).toHaveLength(2)
    expect(supervisor.status()).toMatchObject({ running: false, restarts: 0 })
  })
})
