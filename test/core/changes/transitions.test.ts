/** The table of changes of a tier and a region, tried in every pair of states and for both kinds. */
import { describe, expect, it } from 'vitest'
import {
  type Act,
  decideMove,
  GUARDS,
  type Guard,
  type Part,
  TRANSITIONS,
  type Transition,
} from '../../../src/core/changes/transitions.js'
import { CHANGE_KINDS, CHANGE_STATES } from '../../../src/storage/tables/changes.js'

const PARTS: readonly Part[] = ['self', 'manager', 'risk', 'admin', 'proposer', 'system']
const EVERY_GUARD = new Set(Object.keys(GUARDS) as Guard[])
const FROM = ['none', ...CHANGE_STATES] as const
const TABLE = Object.entries(TRANSITIONS) as [Act, Transition][]

/** What P12 and P13 of the design's page 3.2 come to: who, from where, to where. */
const DESIGN: [id: string, kinds: string, from: string, to: string, who: string][] = [
  ['P12.1', 'tier', 'none', 'done', 'manager admin'],
  ['P12.2', 'tier', 'none', 'proposed', 'manager admin'],
  ['P12.3', 'tier', 'proposed', 'done', 'risk admin'],
  ['P12.4', 'tier', 'none', 'pending', 'manager admin'],
  ['P12.5', 'tier', 'pending', 'done', 'system'],
  ['P13.1', 'region', 'none', 'done', 'admin'],
  ['P13.2', 'region', 'none', 'proposed', 'manager'],
  ['P13.3', 'region', 'proposed', 'done', 'manager admin'],
  ['P12.6', 'tier region', 'proposed', 'declined', 'manager risk admin'],
  ['P12.7', 'tier region', 'proposed pending', 'withdrawn', 'proposer manager admin'],
  ['P12.8', 'tier region', 'proposed pending', 'dropped', 'system'],
]

it('is the table of the design', () => {
  const rows = TABLE.map(([, { id, of, from, to, who }]) => [
    ...[id, of.join(' '), from.join(' '), to],
    who.join(' '),
  ])
  expect(rows).toEqual(DESIGN)
})

it('lets nobody but time bring about what was announced, and nobody skip the announcement', () => {
  const down = TABLE.filter(([, { from, to }]) => to === 'done' && from.some((one) => one === 'pending'))
  expect(down.map(([act]) => act)).toEqual(['arrive'])
  expect(TRANSITIONS.lower.guards).toContain('noticed')
})

const PAIRS = CHANGE_KINDS.flatMap((kind) =>
  FROM.flatMap((from) => CHANGE_STATES.map((to) => ({ kind, from, to }))),
)

describe.each(PAIRS)('$kind: $from → $to', ({ kind, from, to }) => {
  const leads = (move: Transition) => move.of.includes(kind) && move.from.includes(from) && move.to === to
  const listed = TABLE.filter(([, move]) => leads(move))
  const others = TABLE.filter(([, move]) => move.to === to && !leads(move))

  it('is done by whom the table names, and only while its guards hold', () => {
    for (const [act, row] of listed) {
      for (const part of PARTS) {
        const verdict = decideMove(act, { kind, state: from, parts: new Set([part]), holds: EVERY_GUARD })
        if (row.who.includes(part)) expect(verdict, `${act} by ${part}`).toBe(row)
        else expect(verdict, act).toBe(part === 'self' ? 'partner-own' : 'partner-not-yours')
      }
      for (const lacking of row.guards) {
        const holds = new Set([...EVERY_GUARD].filter((guard) => guard !== lacking))
        const verdict = decideMove(act, { kind, state: from, parts: new Set(row.who), holds })
        expect(verdict, `${act} without ${lacking}`).toBe(GUARDS[lacking])
      }
    }
    for (const [act] of others) {
      const verdict = decideMove(act, { kind, state: from, parts: new Set(PARTS), holds: EVERY_GUARD })
      expect(verdict, act).toBe('change-state')
    }
  })
})
