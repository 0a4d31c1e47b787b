import { expect, test } from 'vitest'
import { createLanes } from '../../../src/platforms/telegram/lanes.js'

interface Gate {
  open: () => void
  passed: Promise<void>
}

function gate(): Gate {
  let open = () => {}
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

test('tasks of one key follow one another, others do not wait', async () => {
  const lanes = createLanes()
  const told: string[] = []
  const first = gate()
  const slow = lanes.run(['a'], async () => {
    await first.passed
    told.push('a1')
  })
  const second = lanes.run(['a'], async () => told.push('a2'))
  await lanes.run(['b'], async () => told.push('b1'))
  expect(told).toEqual(['b1'])
  first.open()
  await Promise.all([slow, second])
  expect(told).toEqual(['b1', 'a1', 'a2'])
})

test('a task with two keys waits for both and holds both', async () => {
  const lanes = createLanes()
  const told: string[] = []
  const a = gate()
  const b = gate()
  const tasks = [
    lanes.run(['a'], () => a.passed.then(() => void told.push('a'))),
    lanes.run(['b'], () => b.passed.then(() => void told.push('b'))),
    lanes.run(['a', 'b'], async () => void told.push('both')),
    lanes.run(['b'], async () => void told.push('after')),
  ]
  b.open()
  await tasks[1]
  expect(told).toEqual(['b'])
  a.open()
  await Promise.all(tasks)
  expect(told).toEqual(['b', 'a', 'both', 'after'])
})

test('a failure is told to its own and holds nobody up', async () => {
  const lanes = createLanes()
  const failed = lanes.run(['a'], async () => {
    throw new Error('first')
  })
  const next = lanes.run(['a'], async () => 'second')
  await expect(failed).rejects.toThrow('first')
  expect(await next).toBe('second')
})

test('idle waits for what was added meanwhile', async () => {
  const lanes = createLanes()
  const told: string[] = []
  void lanes.run(['a'], async () => {
    told.push('one')
    void lanes.run(['b'], async () => {
      await null
      told.push('two')
    })
  })
  await lanes.idle()
  expect(told).toEqual(['one', 'two'])
  await lanes.idle()
})
