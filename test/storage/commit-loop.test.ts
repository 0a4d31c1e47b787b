/** How SQLite's commits are shared, seen through a transaction that only writes down what it is told. */
import { describe, expect, it } from 'vitest'
import { silentLog } from '../../src/kit/log.js'
import { Outage } from '../../src/kit/outage.js'
import { refuse } from '../../src/kit/refusal.js'
import { realWorld } from '../../src/kit/world.js'
import { timekeeper } from '../../src/storage/clock.js'
import { BATCH_LIMIT, type CommitLoop, commitLoop, type Transaction } from '../../src/storage/commit-loop.js'
import type { Queries } from '../../src/storage/storage.js'
import { nestingGuard } from '../../src/storage/unit.js'

interface Recorded {
  loop: CommitLoop
  /** What the engine was told and what units did, in order. */
  log: string[]
  /** Thrown by the next COMMIT. */
  failCommit(error: Error): void
}

function recorded(deadlineMs = 1000): Recorded {
  const log: string[] = []
  let failure: Error | undefined
  let open = false
  const say = (word: string, isOpen?: boolean) => () => {
    log.push(word)
    open = isOpen ?? open
  }
  const transaction: Transaction = {
    begin: say('begin', true),
    commit() {
      if (failure) {
        const error = failure
        failure = undefined
        throw error
      }
      say('commit', false)()
    },
    rollback() {
      if (open) say('rollback', false)()
    },
    savepoint: say('savepoint'),
    release: say('release'),
    undo: say('undo'),
    isOpen: () => open,
  }
  const world = realWorld()
  const connection = {
    handle: {},
    db: {} as Queries,
    dialect: 'sqlite' as const,
    lock: <Q>(query: Q) => query,
    pin: <Q>(query: Q) => query,
    seize: <Q>(query: Q) => query,
  }
  const loop = commitLoop({
    transaction,
    connection,
    world,
    clock: timekeeper(world, silentLog),
    guard: nestingGuard(false),
    deadlineMs,
    busyMs: 1000,
  })
  return {
    loop,
    log,
    failCommit(error) {
      failure = error
    },
  }
}

function sqliteError(code: string): Error {
  return Object.assign(new Error('the disk says no'), { code })
}

describe('the commit loop', () => {
  it('runs what is asked for in one turn in one commit, in order, and answers after it', async () => {
    const { loop, log } = recorded()
    const unit = (name: string) =>
      loop.add(async () => void log.push(name)).then(() => log.push(`answer ${name}`))
    await Promise.all([unit('a'), unit('b'), unit('c')])
    expect(log).toEqual(['begin', 'a', 'b', 'c', 'commit', 'answer a', 'answer b', 'answer c'])
  })

  it('takes at most as many as the limit into one commit', async () => {
    const { loop, log } = recorded()
    const numbers = Array.from({ length: BATCH_LIMIT * 2 + 1 }, (_, n) => n)
    expect(await Promise.all(numbers.map((n) => loop.add(async () => n)))).toEqual(numbers)
    expect(log).toEqual(['begin', 'commit', 'begin', 'commit', 'begin', 'commit'])
  })

  it('rolls a lone unit that throws back, and does not run it again', async () => {
    const { loop, log } = recorded()
    const lone = loop.add(async () => {
      log.push('run')
      refuse('no')
    })
    await expect(lone).rejects.toMatchObject({ key: 'no' })
    expect(log).toEqual(['begin', 'run', 'rollback'])
  })

  it('runs a batch again with savepoints when one in it throws, and begins the next with savepoints', async () => {
    const { loop, log } = recorded()
    const unit = (name: string) =>
      loop.add(async () => {
        log.push(name)
        if (name === 'b') refuse('no')
      })
    const first = await Promise.allSettled([unit('a'), unit('b'), unit('c')])
    expect(first.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    const again = [
      'begin',
      'savepoint',
      'a',
      'release',
      'savepoint',
      'b',
      'undo',
      'release',
      'savepoint',
      'c',
      'release',
      'commit',
    ]
    expect(log).toEqual(['begin', 'a', 'b', 'rollback', ...again])

    log.length = 0
    await Promise.all([unit('d'), unit('e')])
    expect(log).toEqual(['begin', 'savepoint', 'd', 'release', 'savepoint', 'e', 'release', 'commit'])
    log.length = 0
    await Promise.all([unit('f'), unit('g')])
    expect(log).toEqual(['begin', 'f', 'g', 'commit'])
  })

  it('does not wait for an overdue unit twice', async () => {
    const { loop, log } = recorded(30)
    const stuck = loop.add(async () => {
      log.push('stuck')
      await new Promise(() => {})
    })
    const other = loop.add(async () => void log.push('other'))
    await expect(stuck).rejects.toMatchObject({ name: 'Overdue' })
    await other
    expect(log.filter((word) => word === 'stuck')).toHaveLength(1)
  })

  it.each(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_BUSY', 'SQLITE_READONLY'])(
    'rejects the whole batch with an outage when the commit fails with %s, and goes on',
    async (code) => {
      const { loop, log, failCommit } = recorded()
      failCommit(sqliteError(code))
      const settled = await Promise.allSettled([loop.add(async () => 1), loop.add(async () => 2)])
      for (const result of settled) {
        expect(result).toMatchObject({ status: 'rejected', reason: { name: 'Outage', outcome: 'undone' } })
        expect(result).toMatchObject({
          reason: { message: `the database is away: the disk says no (${code})` },
        })
      }
      expect(log).toEqual(['begin', 'rollback'])
      expect(await loop.add(async () => 3)).toBe(3)
    },
  )

  it('hands a failing commit on as it is when it is no outage', async () => {
    const { loop, failCommit } = recorded()
    failCommit(sqliteError('SQLITE_CONSTRAINT_FOREIGNKEY'))
    await expect(loop.add(async () => 1)).rejects.not.toBeInstanceOf(Outage)
  })

  it('gives a unit that throws synchronously its own rejection', async () => {
    const { loop } = recorded()
    const thrown = loop.add(() => {
      throw new Error('at once')
    })
    await expect(thrown).rejects.toThrow('at once')
    expect(await loop.add(async () => 1)).toBe(1)
  })

  it('lets others go first between two commits', async () => {
    const { loop, log } = recorded()
    const first = loop
      .add(async () => void log.push('first'))
      .then(() => loop.add(async () => void log.push('second')))
    setImmediate(() => log.push('other'))
    setImmediate(() => setImmediate(() => log.push('another')))
    await first
    expect(log.indexOf('other')).toBeLessThan(log.indexOf('second'))
  })

  it('refuses units once it is closed, and ends those before', async () => {
    const { loop, log } = recorded()
    const before = loop.add(async () => 1)
    const closed = loop.close()
    await expect(loop.add(async () => 2)).rejects.toThrow('the storage is closed')
    await closed
    expect(log).toEqual(['begin', 'commit'])
    expect(await before).toBe(1)
  })
})
