/** The table of a partner's life, tried in every pair of states; and the row, moved by it. */
import { expect, it } from 'vitest'
import { move } from '../../../src/core/partners/moving.js'
import {
  type Act,
  decideMove,
  GUARDS,
  type Guard,
  type Part,
  TRANSITIONS,
  type Transition,
} from '../../../src/core/partners/transitions.js'
import { must } from '../../../src/kit/refusal.js'
import { PARTNER_STATES } from '../../../src/storage/tables/applications.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { describePairs, expectNoStep, expectStep } from '../../kit/transitions.js'
import { partnerNamed, staffNamed } from '../cases/kit.js'

const PARTS: readonly Part[] = ['self', 'manager', 'risk', 'admin', 'system']
const EVERY_GUARD = Object.keys(GUARDS) as Guard[]
const FROM = ['none', ...PARTNER_STATES] as const
const TABLE = Object.entries(TRANSITIONS) as [Act, Transition][]

/** Page 3.2's own words for it, from the design: what leads where. P12 and P13 are attributes. */
const DESIGN: [id: string, from: string, to: string][] = [
  ['P1', 'none', 'onboarding'],
  ['P2', 'onboarding', 'active'],
  ['P3', 'onboarding', 'resigned'],
  ['P4', 'active', 'paused'],
  ['P4', 'paused', 'active'],
  ['P5', 'active paused', 'suspended'],
  ['P6', 'suspended', 'active paused'],
  ['P7', 'active suspended', 'terminating'],
  ['P8', 'terminating', 'active suspended'],
  ['P9', 'terminating', 'terminated'],
  ['P10', 'active paused', 'resigned'],
  ['P11', 'terminated resigned', 'onboarding'],
]

it('is the table of the design', () => {
  expect(TABLE.map(([, { id, from, to }]) => [id, from.join(' '), to.join(' ')])).toEqual(DESIGN)
})

describePairs({
  lines: TABLE,
  guards: GUARDS,
  pair: '$from → $to',
  pairs: FROM.flatMap((from) => PARTNER_STATES.map((to) => ({ from, to }))),
  parts: PARTS,
  leads: (row, { from, to }) => row.from.includes(from) && row.to.includes(to),
  // It is said where each is to lead, so all of them are tried in every pair.
  isTried: () => true,
  decide: (act, { from, to }, asked) => decideMove(act, { state: from, to, ...asked }),
  nowhere: 'partner-state',
  notThey: (part) => (part === 'self' ? /^partner-own$/ : /^partner-not-yours$/),
})

describeStorage('the row of a partner', (engine) => {
  it('goes where the table leads in one step with its fact, and nowhere else', async () => {
    const house = await openHouse(engine)
    const { storage } = house
    const ann = await partnerNamed(house, 'Ann')
    const root = await staffNamed(house, 'Root', 'admin')
    const risk = await staffNamed(house, 'Risk', 'risk_officer')
    const byWhom = (who: readonly Part[]) => {
      if (who.includes('self')) return ann.person.member
      if (who.includes('system')) return 'system' as const
      return who.includes('admin') ? root.member : risk.member
    }
    for (const state of PARTNER_STATES) {
      for (const [act, row] of TABLE) {
        if (act === 'begin') continue
        for (const to of row.to) {
          await storage.write((work) => work.db.update(work.t.partners).set({ state, version: 7 }))
          const attempt = () =>
            storage.write(async (work) => {
              const [found] = await work.db.select().from(work.t.partners)
              return move(work, act, must(found, 'the row'), byWhom(row.who), { to, holds: EVERY_GUARD })
            })
          if (row.from.includes(state)) {
            const fact = { kind: 'partner-moved', subject: `partner:${ann.id}` } as const
            const step = { transition: row.id, from: state, to }
            await expectStep(house, attempt, { id: ann.id, version: 8 }, { ...fact, ...step })
          } else {
            await expectNoStep(house, attempt, 'partner-state')
          }
        }
      }
    }
  })

  it('moves once: whoever looked at an older version is told that somebody was faster', async () => {
    const house = await openHouse(engine)
    const ann = await partnerNamed(house, 'Ann')
    const stale = await house.look(async (work) => (await work.db.select().from(work.t.partners))[0])
    const pause = () =>
      house.storage.write((work) => move(work, 'pause', must(stale, 'the row'), ann.person.member))
    await pause()
    await expect(pause()).rejects.toMatchObject({ key: 'partner-moved-on' })
  })
})
