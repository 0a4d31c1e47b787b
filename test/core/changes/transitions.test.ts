/** The table of changes of a tier and a region, tried in every pair of states and for both kinds. */
import { expect, it } from 'vitest'
import {
  type Act,
  decideMove,
  GUARDS,
  type Part,
  TRANSITIONS,
  type Transition,
} from '../../../src/core/changes/transitions.js'
import { CHANGE_KINDS, CHANGE_STATES } from '../../../src/storage/tables/changes.js'
import { describePairs } from '../../kit/transitions.js'

const PARTS: readonly Part[] = ['self', 'manager', 'risk', 'admin', 'proposer', 'system']
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

describePairs({
  lines: TABLE,
  guards: GUARDS,
  pair: '$kind: $from → $to',
  pairs: CHANGE_KINDS.flatMap((kind) =>
    FROM.flatMap((from) => CHANGE_STATES.map((to) => ({ kind, from, to }))),
  ),
  parts: PARTS,
  leads: (row, { kind, from, to }) => row.of.includes(kind) && row.from.includes(from) && row.to === to,
  decide: (act, { kind, from }, asked) => decideMove(act, { kind, state: from, ...asked }),
  nowhere: 'change-state',
  notThey: (part) => (part === 'self' ? /^partner-own$/ : /^partner-not-yours$/),
})
