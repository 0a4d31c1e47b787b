/** A database that answers and takes no write is told from one that does. */
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { Outage } from '../../src/kit/outage.js'
import { writeProbe } from '../../src/storage/writable.js'
import { describeStorage } from '../kit/storage.js'

describeStorage('the probe', (engine) => {
  it('is a write that was committed, for five seconds at a time, however many ask', async () => {
    const storage = await engine.open()
    let time = 0
    let writes = 0
    let isFull = false
    const disk = {
      ...storage,
      write: ((unit) => {
        writes += 1
        return isFull ? Promise.reject(new Outage('the disk is full')) : storage.write(unit)
      }) as typeof storage.write,
    }
    const isWritable = writeProbe(disk, { monotonic: () => time })
    expect(await Promise.all(Array.from({ length: 50 }, isWritable))).toEqual(Array(50).fill(true))
    isFull = true
    time = 4_999
    expect([await isWritable(), writes]).toEqual([true, 1])
    time = 5_000
    expect([await isWritable(), await isWritable(), writes]).toEqual([false, false, 2])
    isFull = false
    time = 10_000
    expect([await isWritable(), writes]).toEqual([true, 3])
    const kept = await storage.read(({ db, t }) =>
      db.select().from(t.settings).where(eq(t.settings.key, 'write-probe')),
    )
    expect(kept).toHaveLength(1)
  })
})
