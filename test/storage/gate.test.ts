import { describe, expect, it } from 'vitest'
import { gate } from '../../src/storage/gate.js'

/** A body that ends when told. */
function task(log: string[], name: string) {
  let end: () => void = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const body = async () => {
    log.push(name)
    await ended
    return name
  }
  return { body, end }
}

describe('a gate', () => {
  it('lets so many in at once, the others in their order', async () => {
    const { run } = gate(2)
    const log: string[] = []
    const tasks = ['a', 'b', 'c', 'd'].map((name) => task(log, name))
    const results = tasks.map(({ body }) => run(body))
    await Promise.resolve()
    expect(log).toEqual(['a', 'b'])
    tasks[1]?.end()
    await results[1]
    await Promise.resolve()
    expect(log).toEqual(['a', 'b', 'c'])
    for (const { end } of tasks) end()
    expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lets the next one in when one fails', async () => {
    const { run } = gate(1)
    const failed = run(() => Promise.reject(new Error('no')))
    const next = run(async () => 'next')
    await expect(failed).rejects.toThrow('no')
    expect(await next).toBe('next')
  })

  it('is idle when nobody is inside or waits', async () => {
    const { run, idle } = gate(1)
    await idle()
    const log: string[] = []
    const results = ['a', 'b'].map((name) => run(async () => void log.push(name)))
    await idle()
    expect(log).toEqual(['a', 'b'])
    await Promise.all(results)
  })
})
