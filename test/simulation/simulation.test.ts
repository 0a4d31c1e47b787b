/** Whole histories of the app, replayed from seeds; `npm run simulate` plays any number of them. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNothingLost, tried } from '../kit/proof.js'
import { type PlayOptions, play } from './play.js'
import * as broken from './sabotage.js'
import { makeTemplates, scratchFolder, type Templates } from './template.js'

const SEEDS = 200
/** Seeds in which a broken world must be found out. */
const FOUND_WITHIN = 12
const ALL_MS = 600_000

let folder: string
let templates: Templates

beforeAll(async () => {
  folder = scratchFolder()
  templates = await makeTemplates(folder)
}, ALL_MS)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function history(seed: number, more: Partial<PlayOptions> = {}) {
  return play(seed, { templates, file: join(folder, 'history.sqlite'), ...more })
}

describe('the simulation', () => {
  it(
    `keeps every promise in ${SEEDS} histories`,
    async () => {
      let duplicates = 0
      let links = 0
      for (let seed = 1; seed <= SEEDS; seed++) {
        const { violations, count } = await history(seed)
        expectNothingLost(violations.map((what) => `npm run simulate -- --seed ${seed}: ${what}`))
        duplicates += count.duplicates
        links += count.links
      }
      expect(links).toBeGreaterThan(SEEDS / 10)
      tried({ seeds: SEEDS, duplicates })
    },
    ALL_MS,
  )

  it(
    'plays the same seed the same way, to the bit',
    async () => {
      const [one, same] = [await history(7, { isTraced: true }), await history(7, { isTraced: true })]
      expect(same.trace).toEqual(one.trace)
      expect(same.digest).toBe(one.digest)
      expect((await history(8)).digest).not.toBe(one.digest)
    },
    ALL_MS,
  )
})

describe('the auditor finds', () => {
  it.each([
    ['an update that was acknowledged and brought to nobody', broken.swallowsUpdates, /left no trace/],
    [
      'an answer before its commit',
      () => broken.answersBeforeCommit,
      /nothing is committed|sent too often|left no trace|otherwise than/,
    ],
    ['a message that was never sent', broken.losesMessages, /^not delivered|never posted|which nobody has/],
    ['a claim that is gone', broken.losesClaim, /^packet \w+ counts/],
    ['a packet that ended before its time', broken.endsEarly, /^packet \w+ ended 1 ms before its time$/],
    ['money out of nothing', broken.mintsMoney, /does not add up/],
    ['an account left with who became another', broken.forgetsLink, /^an account hangs at \d+, who became/],
  ])(
    '%s',
    async (_what, sabotage, sign) => {
      const found: string[] = []
      for (let seed = 1; seed <= FOUND_WITHIN && found.length === 0; seed++) {
        const { violations } = await history(seed, { sabotage: sabotage() })
        found.push(...violations.slice(0, 1))
      }
      expect(found[0]).toMatch(sign)
    },
    ALL_MS,
  )
})
