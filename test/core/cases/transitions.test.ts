/** The table of a case's life, tried in every pair of states; and the row, moved by it. */
import { describe, expect, it } from 'vitest'
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
import { partnerNamed, staffNamed } from './kit.js'

const PARTS: readonly Part[] = ['partner', 'handler', 'risk', 'admin', 'fresh', 'system']
const EVERY_GUARD = new Set(Object.keys(GUARDS) as Guard[])
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

const PAIRS = FROM.flatMap((from) => CASE_STATES.map((to) => ({ from, to })))

describe.each(PAIRS)('$from → $to', ({ from, to }) => {
  const listed = TABLE.filter(([, row]) => row.to === to && row.from.includes(from))
  const others = TABLE.filter(([, row]) => row.to === to && !row.from.includes(from))

  it.each(listed)('%s is done by whom the table names, and only while its guards hold', (act, row) => {
    for (const part of PARTS) {
      const verdict = decideMove(act, { state: from, parts: new Set([part]), holds: EVERY_GUARD })
      if (row.who.includes(part)) expect(verdict).toBe(row)
      else expect(verdict).toMatch(/^case-(own|not-yours|took-part|needs-risk)$/)
    }
    for (const lacking of row.guards) {
      const holds = new Set([...EVERY_GUARD].filter((guard) => guard !== lacking))
      expect(decideMove(act, { state: from, parts: new Set(row.who), holds })).toBe(GUARDS[lacking])
    }
  })

  it.each(others)('%s leads nowhere from here, whoever tries', (act) => {
    const verdict = decideMove(act, { state: from, parts: new Set(PARTS), holds: EVERY_GUARD })
    expect(verdict).toBe('case-state')
  })
})

it('tells staff why it is not they who decide', () => {
  const why = (act: Act, state: State, ...parts: Part[]) =>
    decideMove(act, { state, parts: new Set(parts), holds: EVERY_GUARD })
  expect(why('overturn', 'appealed', 'handler', 'admin')).toBe('case-took-part')
  expect(why('suspend', 'deciding', 'handler')).toBe('case-needs-risk')
  expect(why('warn', 'deciding', 'partner')).toBe('case-own')
  expect(why('warn', 'deciding')).toBe('case-not-yours')
})

const UNDECIDED: readonly State[] = ['open', 'awaiting_partner', 'deciding']

describeStorage('the row of a case', (engine) => {
  it('goes where the table leads in one step with its fact, and nowhere else', async () => {
    const house = await openHouse(engine)
    const { storage } = house
    const ann = await partnerNamed(house, 'Ann')
    const root = await staffNamed(house, 'Root', 'admin')
    const factsNow = () => house.look((work) => work.db.select().from(work.t.facts))
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
        const before = await factsNow()
        const by = listed.who.includes('partner') ? ann.person.member : root.member
        const verdict = ['warned', 'dismissed', 'suspended', 'terminated'].includes(listed.to)
        const set = verdict ? { verdict: listed.to as 'warned' } : {}
        const attempt = storage.write((work) =>
          move(
            work,
            act,
            { row, partner: must(partner, 'the partner') },
            listed.who.includes('system') ? 'system' : by,
            { holds: [...EVERY_GUARD], set },
          ),
        )
        const facts = async () => (await factsNow()).slice(before.length)
        if (listed.from.includes(state)) {
          expect(await attempt).toMatchObject({ state: listed.to, version: 8 })
          const [fact, ...more] = await facts()
          expect(more).toEqual([])
          expect(fact).toMatchObject({ kind: 'case-moved', subject: `case:${row.id}` })
          expect(JSON.parse(must(fact, 'a fact').details)).toMatchObject({
            transition: listed.id,
            from: state,
          })
        } else {
          await expect(attempt).rejects.toMatchObject({ key: 'case-state' })
          expect(await facts()).toEqual([])
        }
      }
    }
  })
})
