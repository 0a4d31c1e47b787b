/** Tables of transitions, tried in every pair of states; and rows, moved by them. */
import { asc } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../src/core/facts/facts.js'
import type { Transition } from '../../src/kit/state-machine.js'
import type { House } from './house.js'

/** From one state to another, with whatever else the table tells apart. */
interface Pair {
  from: string
  to: string
}

/** What is asked of the table: everything that its transitions look at. */
interface Asked<Part, Guard> {
  parts: ReadonlySet<Part>
  holds: ReadonlySet<Guard>
}

interface Machine<Act, Line, One extends Pair, Part extends string, Guard extends string> {
  lines: readonly (readonly [Act, Line])[]
  guards: Readonly<Record<Guard, string>>
  /** As `describe.each` names one. */
  pair: string
  pairs: readonly One[]
  parts: readonly Part[]
  leads(line: Line, pair: One): boolean
  /** Whether one that does not lead there is tried all the same; those of the same target when not said. */
  isTried?(line: Line, pair: One): boolean
  decide(act: Act, pair: One, asked: Asked<Part, Guard>): Line | string
  nowhere: string
  /** What a part is told that may not. */
  notThey(part: Part): RegExp
}

/** A test for each transition in each pair: for those that lead there, and for those that do not. */
export function describePairs<
  Act,
  Line extends Transition<string, Part, Guard>,
  One extends Pair,
  Part extends string,
  Guard extends string,
>(machine: Machine<Act, Line, One, Part, Guard>): void {
  const { lines, guards, parts, leads, decide } = machine
  const { isTried = (line, { to }) => line.to === to } = machine
  const everyGuard = new Set(Object.keys(guards) as Guard[])

  describe.each(machine.pairs)(machine.pair, (pair) => {
    const listed = lines.filter(([, line]) => leads(line, pair))
    const others = lines.filter(([, line]) => !leads(line, pair) && isTried(line, pair))

    it.each(listed)('%s is done by whom the table names, and only while its guards hold', (act, line) => {
      for (const part of parts) {
        const verdict = decide(act, pair, { parts: new Set([part]), holds: everyGuard })
        if (line.who.includes(part)) expect(verdict, part).toBe(line)
        else expect(verdict, part).toMatch(machine.notThey(part))
      }
      for (const lacking of line.guards) {
        const holds = new Set([...everyGuard].filter((guard) => guard !== lacking))
        const verdict = decide(act, pair, { parts: new Set(line.who), holds })
        expect(verdict, `without ${lacking}`).toBe(guards[lacking])
      }
    })

    it.each(others)('%s does not lead there from here, whoever tries', (act) => {
      const verdict = decide(act, pair, { parts: new Set(parts), holds: everyGuard })
      expect(verdict).toBe(machine.nowhere)
    })
  })
}

interface Step {
  kind: FactKind
  subject: string
  transition: string
  from: string
  to: string
}

/** A move comes with its fact and no other. */
export async function expectStep(
  house: House,
  attempt: () => Promise<unknown>,
  row: object,
  { kind, subject, ...details }: Step,
): Promise<void> {
  const before = await factsNow(house)
  expect(await attempt()).toMatchObject({ ...row, state: details.to })
  const facts = (await factsNow(house)).slice(before.length)
  expect(facts).toEqual([expect.objectContaining({ kind, subject })])
  expect(facts.map((fact) => JSON.parse(fact.details))).toMatchObject([details])
}

/** A move that is refused leaves none. */
export async function expectNoStep(
  house: House,
  attempt: () => Promise<unknown>,
  key: string,
): Promise<void> {
  const before = await factsNow(house)
  await expect(attempt()).rejects.toMatchObject({ key })
  expect(await factsNow(house)).toHaveLength(before.length)
}

function factsNow(house: House) {
  return house.look((work) => work.db.select().from(work.t.facts).orderBy(asc(work.t.facts.id)))
}
