/** The table of an application's life, tried in every pair of states; and the row, moved by it. */
import { expect, it } from 'vitest'
import { move } from '../../../src/core/applications/moving.js'
import {
  type Act,
  decideMove,
  GUARDS,
  type Guard,
  type Part,
  type State,
  TRANSITIONS,
  type Transition,
} from '../../../src/core/applications/transitions.js'
import { must, Refusal } from '../../../src/kit/refusal.js'
import type { Storage } from '../../../src/storage/storage.js'
import { APPLICATION_STATES } from '../../../src/storage/tables/applications.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { describePairs, expectNoStep, expectStep } from '../../kit/transitions.js'

const PARTS: readonly Part[] = [
  ...(['applicant', 'recruiter', 'rival', 'reviewer', 'second', 'holder'] as const),
  ...(['manager', 'cosigner', 'admin', 'system'] as const),
]
const EVERY_GUARD = Object.keys(GUARDS) as Guard[]
const FROM = ['none', ...APPLICATION_STATES] as const
const TABLE = Object.entries(TRANSITIONS) as [Act, Transition][]

/** Pages 3.1's own words for it, from the design: what leads where, and who may. */
const DESIGN: Record<string, [from: string, to: string]> = {
  A1: ['none', 'draft'],
  A2: ['draft', 'submitted'],
  A3: ['submitted', 'screening'],
  A4: ['screening', 'queued'],
  A5: ['screening', 'needs_info'],
  A6: ['screening', 'rejected'],
  A7: ['queued', 'in_review'],
  A8: ['in_review', 'queued'],
  A9: ['in_review', 'needs_info'],
  A10: ['needs_info', 'queued'],
  A11: ['needs_info', 'expired'],
  A12: ['in_review', 'interview'],
  A13: ['interview', 'in_review'],
  A14: ['in_review', 'approved'],
  A15: ['in_review', 'rejected'],
  A16: ['draft submitted screening queued needs_info in_review interview', 'withdrawn'],
  A17: ['draft', 'expired'],
  A18: ['rejected', 'queued'],
}

it('is the table of the design', () => {
  const written = TABLE.map(([, { id, from, to }]) => [id, [from.join(' '), to]])
  expect(Object.fromEntries(written)).toEqual(DESIGN)
})

describePairs({
  lines: TABLE,
  guards: GUARDS,
  pair: '$from → $to',
  pairs: FROM.flatMap((from) => APPLICATION_STATES.map((to) => ({ from, to }))),
  parts: PARTS,
  leads: (row, { from, to }) => row.from.includes(from) && row.to === to,
  decide: (act, { from }, asked) => decideMove(act, { state: from, ...asked }),
  nowhere: 'application-state',
  notThey: () => /^application-(own|recruited|rival|held|appeal-other|not-yours)$/,
})

it('decides for nobody about themself', () => {
  for (const [act, { from, who }] of TABLE) {
    if (who.includes('applicant') || who.includes('system')) continue
    for (const state of from) {
      const asked = { parts: new Set(['applicant'] as const), holds: new Set(EVERY_GUARD) }
      expect(decideMove(act, { state, ...asked })).toBe('application-own')
    }
  }
})

/** An application in a state, as if it had come there. */
async function seeded(storage: Storage, member: number, reviewer: number, state: State): Promise<number> {
  return storage.write(async (work) => {
    await work.db.delete(work.t.applications)
    const [row] = await work.db
      .insert(work.t.applications)
      .values({
        ...{ member, state, version: 7, answers: '{}', startedAt: 1, changedAt: 1, submittedAt: 1 },
        ...(state === 'in_review' ? { reviewer, dueAt: work.now + 60_000 } : {}),
      })
      .returning()
    return must(row, 'the row').id
  })
}

describeStorage('the row of an application', (engine) => {
  it('goes where the table leads in one step with its fact, and nowhere else', async () => {
    const house = await openHouse(engine)
    const { storage } = house
    const ann = await house.person('Ann')
    const rita = await house.person('Rita')
    await rita.becomes('admin')
    const byWhom = (who: readonly Part[]) =>
      who.includes('applicant') ? ann.member : who.includes('system') ? ('system' as const) : rita.member

    for (const state of APPLICATION_STATES) {
      for (const [act, row] of TABLE) {
        if (act === 'begin') continue
        const id = await seeded(storage, ann.member, rita.member, state)
        const attempt = () =>
          storage.write(async (work) => {
            const [found] = await work.db.select().from(work.t.applications)
            const set = act === 'take' || act === 'debrief' ? { reviewer: rita.member } : {}
            return move(work, act, must(found, 'the row'), byWhom(row.who), { holds: EVERY_GUARD, set })
          })
        if (row.from.includes(state)) {
          const fact = { kind: 'application-moved', subject: `application:${id}` } as const
          const step = { transition: row.id, from: state, to: row.to }
          await expectStep(house, attempt, { id, version: 8 }, { ...fact, ...step })
        } else {
          await expectNoStep(house, attempt, 'application-state')
        }
      }
    }
    await storage.write((work) => work.db.delete(work.t.applications))
    expect(await house.audit()).toEqual([])
  })

  it('moves once: whoever looked at an older version is told that somebody was faster', async () => {
    const house = await openHouse(engine)
    const ann = await house.person('Ann')
    const rita = await house.person('Rita')
    await rita.becomes('reviewer')
    await seeded(house.storage, ann.member, rita.member, 'queued')
    const stale = await house.look(async (work) => (await work.db.select().from(work.t.applications))[0])
    const row = must(stale, 'the row')
    const take = () =>
      house.storage.write((work) =>
        move(work, 'take', row, rita.member, { set: { reviewer: rita.member, dueAt: work.now + 1 } }),
      )
    await take()
    const again = take()
    await expect(again).rejects.toBeInstanceOf(Refusal)
    await expect(again).rejects.toMatchObject({ key: 'application-moved-on' })
  })
})
