/** Whole histories of the app, replayed from seeds; `npm run simulate` plays any number of them. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectNothingLost, tried } from '../kit/proof.js'
import { scratchFolder } from '../kit/scratch.js'
import { CALM } from './mood.js'
import { type PlayOptions, play } from './play.js'
import * as broken from './sabotage.js'
import * as papers from './sabotage-papers.js'
import { makeTemplates, type Templates } from './template.js'

const SEEDS = 220
/** Ways of applications, partners and cases that the seeds must have gone, each at least once. */
const STEPS = 'A1 A2 A7 A8 A9 A14 A16 A17 P2 P4 V1 V5 V6 V9 V13'.split(' ')
/** Seeds in which a broken world must be found out: in one of eight two accounts become one person. */
const FOUND_WITHIN = 24
const ALL_MS = 600_000
/** ms of a history whose papers are wrong from its fifth second on. */
const SHORT_MS = 8_000

let folder: string
let templates: Templates

beforeAll(async () => {
  folder = scratchFolder('simulation')
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
      const moved = new Map<string, number>()
      for (let seed = 1; seed <= SEEDS; seed++) {
        const { violations, count } = await history(seed)
        expectNothingLost(violations.map((what) => `npm run simulate -- --seed ${seed}: ${what}`))
        duplicates += count.duplicates
        links += count.links
        for (const step of count.steps) moved.set(step, (moved.get(step) ?? 0) + 1)
      }
      expect(links).toBeGreaterThan(SEEDS / 10)
      expect([...moved.keys()].sort()).toEqual(expect.arrayContaining(STEPS))
      tried({ seeds: SEEDS, duplicates })
    },
    ALL_MS,
  )

  it.each([7, 9])(
    'plays seed %s the same way twice, to the bit',
    async (seed) => {
      const [one, same] = [await history(seed, { isTraced: true }), await history(seed, { isTraced: true })]
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
    [
      'a message that was never sent',
      broken.losesMessages,
      // Of a card that is nowhere no change can be sent either.
      /^not delivered|never posted|which nobody has|still undone: the message card:/,
    ],
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

  it.each([
    ['a row that moved and no fact', papers.movesInSilence, /^application 1 is withdrawn at version/],
    ['a step that leads nowhere', papers.goesWhereNothingLeads, /^application 1 .*A2, which leads nowhere$/],
    [
      'a decision about oneself',
      papers.decidesAboutThemself,
      /A7 by member:\d+, who decides about themself$/,
    ],
    ['a reviewer of another region', papers.reviewsElsewhere, /A7 by member:\d+, who may not$/],
    ['one person for two', papers.decidesAlone, /^case 1 was decided as suspended by \d+ alone$/],
    ['a panel that took part', papers.judgesTwice, /^case 1 .*V12 by member:\d+, who may not$/],
    ['two open applications', papers.appliesTwice, /^application 4 is open beside 3 of the same person$/],
    [
      'a state not restored',
      papers.restoresOtherwise,
      /^partner 1 stood as active and was restored to paused$/,
    ],
    ['a sanction that stayed', papers.keepsSanction, /^partner 1 has 1 sanctions, the record 0$/],
    ['a step without a reason', papers.saysNoReason, /^partner 1 .*P5 without a reason$/],
    ['a role that is gone', papers.losesRole, /^the role \d+ risk_officer was given and is not held$/],
    ['a badge that was only said to be given', papers.claimsDeeds, /(is|is not) shown and should/],
  ])(
    '%s',
    async (_what, sabotage, sign) => {
      const short = sabotage === papers.claimsDeeds ? {} : { roughMs: SHORT_MS }
      const found: string[] = []
      for (let seed = 1; seed <= FOUND_WITHIN && found.length === 0; seed++) {
        const { violations } = await history(seed, {
          ...short,
          sabotage: sabotage(),
          mood: CALM,
          isOffice: true,
        })
        found.push(...violations.slice(0, 1))
      }
      expect(found[0]).toMatch(sign)
    },
    ALL_MS,
  )
})
