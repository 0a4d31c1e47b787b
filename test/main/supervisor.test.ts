import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { EXIT } from '../../src/kit/start-error.js'
import { realWorld } from '../../src/kit/world.js'
import type { BotStatus } from '../../src/sandbox/page-contract.js'
import { createSupervisor } from '../../src/sandbox/supervisor.js'
import { folderForTest } from './program.js'

const READY = 'process.send("ready");'
const UNTIL_DISCONNECTED = 'process.on("disconnect", () => process.exit(0));'

/** Supervises a program of this source; pauses between its lives are noted and not waited for. */
function supervised(source: string) {
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
      now: real.now,
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

  it('also gives up on one that ends so later on', async () => {
    const { supervisor, ends } = supervised(`${READY} setTimeout(() => process.exit(69), 20)`)
    await supervisor.start()
    await expect.poll(() => ends).toEqual([69])
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
