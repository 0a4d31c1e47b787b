/** Rows are walked through what was recorded of them; the four tables that are bring their own tests. */
import { expect, it } from 'vitest'
import { record, retraced, wrongWay } from '../../../src/core/facts/facts.js'
import type { Transition } from '../../../src/kit/state-machine.js'
import { openHouse } from '../../kit/house.js'
import { describeStorage } from '../../kit/storage.js'

const line = (id: string, from: string, to: string | string[]): Transition<string, never, never> => ({
  ...{ id, from: from.split(' '), to, who: [], guards: [] },
})
const TABLE = [
  line('T1', 'none', 'open'),
  line('T2', 'open', 'shut'),
  line('T3', 'shut', ['open', 'lost']),
  line('T3', 'lost', 'shut'),
]

const way = (told: string, state: string, more: { begins?: string; led?: string } = {}) => {
  const moves = told.split(', ').flatMap((one) => {
    const [transition = '', from = '', to = ''] = one.split(' ')
    return transition === '' ? [] : [{ transition, from, to }]
  })
  return wrongWay(moves, { table: TABLE, state, ...more })
}

it.each([
  ['', 'none', undefined],
  ['T1 none open, T2 open shut, T3 shut lost, T3 lost shut', 'shut', undefined],
  ['T1 none open', 'shut', 'is shut, and its facts led it to open'],
  ['T1 none open, T3 shut lost', 'lost', 'moved from shut to lost by T3, being open'],
  ['T1 none shut', 'shut', 'moved from none to shut by T1, being none'],
  ['T1 none open, T3 open lost', 'lost', 'moved from open to lost by T3, being open'],
  ['T9 none open', 'open', 'moved from none to open by T9, being none'],
])('of “%s” to %s it says: %s', (told, state, finding) => {
  expect(way(told, state)).toBe(finding)
})

it('may begin elsewhere, and says in its own words where it was led', () => {
  const theirs = { begins: 'open', led: 'their facts led them' }
  expect(way('T2 open shut', 'shut', theirs)).toBeUndefined()
  expect(way('T2 open shut', 'open', theirs)).toBe('is open, and their facts led them to shut')
})

describeStorage('rows and their facts', (engine) => {
  it('are walked page by page to the last, in the order of the record; the first wrong one is named', async () => {
    const { storage } = await openHouse(engine)
    const rows = Array.from({ length: 250 }, (_, at) => ({ id: at + 1 }))
    const asked: number[] = []
    const seen: string[] = []
    const check = (wrong: number) =>
      retraced<{ id: number }>('things-moved', {
        moved: 'case-moved',
        besides: ['case-proposed'],
        async rowsAfter(_, after, most) {
          asked.push(after)
          return rows.filter(({ id }) => id > after).slice(0, most)
        },
        subjectOf: ({ id }) => `thing:${id}`,
        wrongWith(_, { id }, { moves, steps }) {
          if (steps > 0)
            seen.push(`${id}: ${moves.map(({ transition }) => transition).join(' ')} of ${steps}`)
          return id === wrong ? 'is odd' : undefined
        },
      })
    await storage.write(async (work) => {
      const tells = (
        kind: 'case-moved' | 'case-proposed' | 'case-declined',
        id: number,
        transition: string,
      ) => record(work, { kind, actor: 'system', subject: `thing:${id}`, details: { transition } })
      await tells('case-moved', 150, 'T1')
      await tells('case-moved', 7, 'T1')
      await tells('case-proposed', 150, 'T0')
      await tells('case-declined', 150, 'T0')
      await tells('case-moved', 150, 'T2')
    })
    expect(await storage.read((work) => check(0).run(work))).toEqual([])
    expect(asked.splice(0)).toEqual([0, 100, 200])
    expect(seen).toEqual(['7: T1 of 1', '150: T1 T2 of 3'])
    const finding = { check: 'things-moved', detail: 'is odd', subject: 'thing:200' }
    expect(await storage.read((work) => check(200).run(work))).toEqual([finding])
    expect(asked).toEqual([0, 100])
  })
})
