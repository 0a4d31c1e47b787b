/** What only our own bot is measured for: answers to crowds, start, memory. */
import type { Generator } from './generator.js'
import type { Report } from './load.js'
import type { BenchPostgres } from './postgres.js'
import { openScene, type Scene, SHARES } from './scene.js'

export interface OwnFigures {
  /** ms until ready, one for each start. */
  readyMs: number[]
  /** MB: at rest, after the first storm of 1,000, and at the end: after `warmUp` and all that is measured. */
  memory: { rest: number; first: number; last: number }
  /** 1,000 people at once, one report a storm; each empties a packet. */
  thousand: Report[]
  thousandDiscord: Report[]
  /** 10,000 people at once for one packet. */
  tenThousand: Report
}

const CROWD = 10 * SHARES
/** ms without load before memory is read. */
const REST_MS = 1_000

export async function measureOurs(
  postgres: BenchPostgres | undefined,
  generator: Generator,
  { storms, warmUp }: { storms: number; warmUp: number },
): Promise<OwnFigures> {
  const scene = await openScene(await postgres?.database(), warmUp + 2 * storms + 1)
  const used: string[] = []
  let people = 1
  const storm = async (kind: 'telegram' | 'discord', count: number): Promise<Report> => {
    const packets = scene.packets(1)
    used.push(...packets)
    const report = await generator.send(scene.port, scene[kind](packets, people, count))
    people += count
    if (report.kinds.paid !== SHARES || (report.kinds.empty ?? 0) !== count - SHARES) {
      throw new Error(`a storm was answered ${JSON.stringify(report.kinds)}`)
    }
    return report
  }
  const rest = await restingMemory(scene)
  await storm('telegram', SHARES)
  const first = await restingMemory(scene)
  for (let at = 1; at < warmUp; at++) await storm('telegram', SHARES)
  const thousand = await several(storms, () => storm('telegram', SHARES))
  const thousandDiscord = await several(storms, () => storm('discord', SHARES))
  const tenThousand = await storm('telegram', CROWD)
  const last = await restingMemory(scene)
  await scene.close(used)
  return { readyMs: [scene.readyMs], memory: { rest, first, last }, thousand, thousandDiscord, tenThousand }
}

async function several<T>(count: number, task: () => Promise<T>): Promise<T[]> {
  const all: T[] = []
  for (let at = 0; at < count; at++) all.push(await task())
  return all
}

async function restingMemory(scene: Scene): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, REST_MS))
  return scene.memory()
}
