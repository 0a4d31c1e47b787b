/** The files of a SQLite database, taken away while it is open, and missed at a start. */
import { copyFileSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { Outage } from '../../src/kit/outage.js'
import { EXIT, type StartError } from '../../src/kit/start-error.js'
import type { Storage, Work } from '../../src/storage/storage.js'
import { engineForTests } from '../kit/storage.js'

const engine = engineForTests('sqlite')

const note = (key: string) => async (work: Work) =>
  void (await work.db.insert(work.t.settings).values({ key, value: '1' }))

async function notes(storage: Storage): Promise<string[]> {
  const rows = await storage.read((work) => work.db.select().from(work.t.settings))
  return rows.map(({ key }) => key).sort()
}

async function begun() {
  const url = await engine.emptyDatabase()
  const fatal = vi.fn<(error: StartError) => void>()
  const storage = await engine.open({ url, fatal })
  await storage.write(note('before'))
  return { url, fatal, storage }
}

describe('a file that is taken away from a running bot', () => {
  it('stops it before it says yes, and what it held is saved', async () => {
    const { url, fatal, storage } = await begun()
    rmSync(url)
    const answer = storage.write(note('after'))
    await expect(answer).rejects.toBeInstanceOf(Outage)
    await expect(answer).rejects.toMatchObject({ outcome: 'unknown' })
    await expect(storage.write(note('later'))).rejects.toThrow('was deleted or replaced while the bot ran')
    expect(fatal).toHaveBeenCalledTimes(1)
    const error = fatal.mock.calls[0]?.[0]
    expect(error?.exitCode).toBe(EXIT.data)
    const [, copy = ''] =
      /All that it held is in (\S+): npm run cli -- restore \S+ --replace$/.exec(error?.message ?? '') ?? []
    await storage.close()
    expect(await notes(await engine.open({ url: copy }))).toEqual(['after', 'before'])
  })

  it('stops it when another takes its place', async () => {
    const { url, fatal, storage } = await begun()
    renameSync(url, `${url}.old`)
    writeFileSync(url, '')
    await expect(storage.write(note('after'))).rejects.toThrow('deleted or replaced')
    expect(fatal).toHaveBeenCalledTimes(1)
  })

  it('and is the log alone loses nothing', async () => {
    const { url, fatal, storage } = await begun()
    rmSync(`${url}-wal`)
    await expect(storage.write(note('after'))).rejects.toBeInstanceOf(Outage)
    expect(fatal.mock.calls[0]?.[0].message).toMatch(
      /-wal, .* deleted or replaced.*Nothing is lost: start the bot again\.$/,
    )
    expect(fatal.mock.calls[0]?.[0].exitCode).toBe(EXIT.io)
    // As after a kill: nobody closes anything.
    const copy = `${url}.copy`
    copyFileSync(url, copy)
    expect(await notes(await engine.open({ url: copy }))).toEqual(['after', 'before'])
  })
})

describe('the lock of a running bot', () => {
  it('that is deleted lets a second one in, and the first writes nothing any more', async () => {
    const { url, fatal, storage } = await begun()
    await storage.write(note('with its lock'))
    rmSync(`${url}.lock`)
    const second = await engine.open({ url })
    await second.write(note('second'))
    const answer = storage.write(note('after'))
    await expect(answer).rejects.toBeInstanceOf(Outage)
    await expect(answer).rejects.toMatchObject({ outcome: 'undone' })
    await expect(storage.write(note('later'))).rejects.toThrow(`${url}.lock was deleted or replaced`)
    expect(fatal).toHaveBeenCalledTimes(1)
    expect(fatal.mock.calls[0]?.[0].exitCode).toBe(EXIT.unavailable)
    await second.write(note('second again'))
    expect(await notes(second)).toEqual(['before', 'second', 'second again', 'with its lock'])
  })

  it('that is deleted in the middle of a write undoes it', async () => {
    const { url, fatal, storage } = await begun()
    const answer = storage.write(async (work) => {
      await note('half')(work)
      rmSync(`${url}.lock`)
    })
    await expect(answer).rejects.toMatchObject({ outcome: 'undone' })
    expect(fatal).toHaveBeenCalledTimes(1)
    expect(await notes(await engine.open({ url }))).toEqual(['before'])
  })

  it('that is deleted and replaced is another one', async () => {
    const { url, fatal, storage } = await begun()
    renameSync(`${url}.lock`, `${url}.lock.old`)
    writeFileSync(`${url}.lock`, '')
    await expect(storage.write(note('after'))).rejects.toThrow(`${url}.lock was deleted or replaced`)
    expect(fatal).toHaveBeenCalledTimes(1)
  })
})

describe('a database that is not there', () => {
  it('but was before is missed, until the operator says otherwise', async () => {
    const { url, storage } = await begun()
    await storage.close()
    rmSync(url)
    for (const empty of [false, true]) {
      if (empty) writeFileSync(url, '')
      const start = engine.open({ url })
      await expect(start).rejects.toMatchObject({
        exitCode: EXIT.data,
        message: expect.stringMatching(
          /is gone: there was one.*or delete \S+\.lock to begin with an empty one\.$/,
        ),
      })
    }
    rmSync(`${url}.lock`)
    expect(await notes(await engine.open({ url }))).toEqual([])
    expect(existsSync(`${url}.lock`)).toBe(true)
  })
})
