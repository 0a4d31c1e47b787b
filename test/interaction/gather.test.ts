import { describe, expect, it } from 'vitest'
import { createGatherer, GATHERED_MOST } from '../../src/interaction/gather.js'
import { Outage } from '../../src/kit/outage.js'
import { realWorld } from '../../src/kit/world.js'

/** Answers each number with its double; the batches it saw. */
function doubling(fails: (batch: number[]) => unknown = () => undefined) {
  const batches: number[][] = []
  const gatherer = createGatherer<number, number>(async (items) => {
    batches.push(items)
    const error = fails(items)
    if (error) throw error
    await new Promise((resolve) => setImmediate(resolve))
    return items.map((item) => item * 2)
  }, realWorld())
  return { gatherer, batches }
}

const numbers = (count: number) => Array.from({ length: count }, (_, at) => at)

describe('calls that arrive together', () => {
  it('are one batch, answered in their order', async () => {
    const { gatherer, batches } = doubling()
    const answers = await Promise.all(numbers(100).map((one) => gatherer.add(one)))
    expect(answers).toEqual(numbers(100).map((one) => one * 2))
    expect(batches).toEqual([numbers(100)])
  })

  it('collect while a batch is under way, and go in batches of at most 256', async () => {
    const { gatherer, batches } = doubling()
    const first = gatherer.add(0)
    await new Promise((resolve) => setImmediate(resolve))
    const others = numbers(GATHERED_MOST + 10).map((one) => gatherer.add(one))
    await Promise.all([first, ...others])
    expect(batches.map(({ length }) => length)).toEqual([1, GATHERED_MOST, 10])
  })

  it('one that cannot be done fails alone', async () => {
    const { gatherer, batches } = doubling((batch) => batch.includes(2) && new Error('two'))
    const answers = await Promise.allSettled(numbers(4).map((one) => gatherer.add(one)))
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      0,
      2,
      'Error: two',
      6,
    ])
    expect(batches).toEqual([[0, 1, 2, 3], [0], [1], [2], [3]])
  })

  it('all fail at once where the database is away', async () => {
    const { gatherer, batches } = doubling(() => new Outage('away'))
    const answers = await Promise.allSettled(numbers(3).map((one) => gatherer.add(one)))
    expect(answers.map((one) => one.status === 'rejected' && String(one.reason))).toEqual(
      numbers(3).map(() => 'Outage: away'),
    )
    expect(batches).toHaveLength(1)
  })

  it('goes on after a batch that failed', async () => {
    let broken = true
    const { gatherer } = doubling(() => broken && new Outage('away'))
    await expect(gatherer.add(1)).rejects.toThrow('away')
    broken = false
    await expect(gatherer.add(2)).resolves.toBe(4)
  })
})
