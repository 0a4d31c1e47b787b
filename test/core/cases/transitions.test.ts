/** The table of a case's life, tried in every pair of states; and the row, moved by it. */
import { expect, it } from 'vitest'
import { move } from '../../../src/core/cases/moving.js'
import {
  type Act,
  decideMove,
  GUARDS,
  type Guard,
  type Part,
  type State,
  TRANSITIONS,
  type Transition,
} from '../../../src/core/cases/transitions.js'
import { must } from '../../../src/kit/refusal.js'
import { CASE_STATES } from '../../../src/storage/tables/cases.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'
import { describePairs, expectNoStep, expectStep } from '../../kit/transitions.js'
import { partnerNamed, staffNamed } from './kit.js'

const PARTS: readonly Part[] = [
  'partner',
  'handler',
  'risk',
  'admin',
  'fresh',
  'reporter',
  'elsewhere',
  'system',
]
const EVERY_GUARD = Object.keys(GUARDS) as Guard[]
const FROM = ['none', ...CASE_STATES] as const
const TABLE = Object.entries(TRANSITIONS) as [Act, Transition][]

/** Page 3.2's arrows, from the design. */
const DESIGN: Record<string, string> = {
  none: 'open',
  open: 'awaiting_partner',
  awaiting_partner: 'deciding',
  deciding: 'dismissed suspended terminated warned',
  dismissed: 'closed',
  warned: 'appealed closed',
  suspended: 'appealed closed',
  terminated: 'appealed closed',
  appealed: 'overturned reduced upheld',
  upheld: 'closed',
  reduced: 'closed',
  overturned: 'closed',
  closed: '',
}

it('is the machine of the design', () => {
  const written = FROM.map((from) => {
    const targets = new Set(TABLE.filter(([, row]) => row.from.includes(from)).map(([, { to }]) => to))
    return [from, [...targets].sort().join(' ')]
  })
  expect(Object.fromEntries(written)).toEqual(DESIGN)
})

describePairs({
  lines: TABLE,
  guards: GUARDS,
  pair: '$from → $to',
  pairs: FROM.flatMap((from) => CASE_STATES.map((to) => ({ from, to }))),
  parts: PARTS,
  leads: (row, { from, to }) => row.from.includes(from) && row.to === to,
  decide: (act, { from }, asked) => decideMove(act, { state: from, ...asked }),
  nowhere: 'case-state',
  notThey: () => /^case-(own|not-yours|reported|other-region|took-part|needs-risk)$/,
})

it('tells staff why it is not they who decide', () => {
  const why = (act: Act, state: State, ...parts: Part[]) =>
    decideMove(act, { state, parts: new Set(parts), holds: new Set(EVERY_GUARD) })
  expect(why('overturn', 'appealed', 'handler', 'admin')).toBe('case-took-part')
  expect(why('suspend', 'deciding', 'handler')).toBe('case-needs-risk')
  expect(why('warn', 'deciding', 'partner')).toBe('case-own')
  expect(why('warn', 'deciding')).toBe('case-not-yours')
  // Who reported nothing is not told that they did.
  expect(why('warn', 'deciding', 'elsewhere')).toBe('case-other-region')
  expect(why('warn', 'deciding', 'reporter')).toBe('case-reported')
})

const UNDECIDED: readonly State[] = ['open', 'awaiting_partner', 'deciding']

describeStorage('the row of a case', (engine) => {
  it('goes where the table leads in one step with its fact, and nowhere else', async () => {
    const house = await openHouse(engine)
    const { storage } = house
    const ann = await partnerNamed(house, 'Ann')
    const root = await staffNamed(house, 'Root', 'admin')
    const [partner] = await house.look((work) => work.db.select().from(work.t.partners))
    const seeded = (state: State) =>
      storage.write(async (work) => {
        await work.db.delete(work.t.cases)
        const verdict = UNDECIDED.includes(state) ? null : ('warned' as const)
        const words = { reason: 'spam', reasonWords: '{"key":"offence-spam"}', words: 'ten posts an hour' }
        const times = { openedAt: 1, changedAt: 1 }
        const [row] = await work.db
          .insert(work.t.cases)
          .values({ partner: ann.id, state, version: 7, verdict, ...words, ...times })
          .returning()
        return must(row, 'the row')
      })
    for (const state of CASE_STATES) {
      for (const [act, listed] of TABLE) {
        if (act === 'open') continue
        const row = await seeded(state)
        const by = listed.who.includes('partner') ? ann.person.member : root.member
        const verdict = ['warned', 'dismissed', 'suspended', 'terminated'].includes(listed.to)
        const set = verdict ? { verdict: listed.to as 'warned' } : {}
        const attempt = () =>
          storage.write((work) =>
            move(
              work,
              act,
              { row, partner: must(partner, 'the partner') },
              listed.who.includes('system') ? 'system' : by,
              { holds: EVERY_GUARD, set },
            ),
          )
        if (listed.from.includes(state)) {
          const fact = { kind: 'case-moved', subject: `case:${row.id}` } as const
          const step = { transition: listed.id, from: state, to: listed.to }
          await expectStep(house, attempt, { id: row.id, version: 8 }, { ...fact, ...step })
        } else {
          await expectNoStep(house, attempt, 'case-state')
        }
      }
    }
  })
})
