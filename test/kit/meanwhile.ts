/** A unit of work that has begun and not ended while something else happens. */
import type { Storage, Work } from '../../src/storage/storage.js'

/** Runs `unit` and, before it is committed, what happens `meanwhile`, which sees nothing of it. */
export async function meanwhile<T>(
  storage: Storage,
  unit: (work: Work) => Promise<unknown>,
  happens: () => Promise<T>,
): Promise<T> {
  let release: () => void = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let done: Promise<unknown> = Promise.resolve()
  await new Promise<void>((reached, fails) => {
    done = storage.write(async (work) => {
      await unit(work)
      reached()
      await released
    })
    done.catch(fails)
  })
  try {
    return await happens()
  } finally {
    release()
    await done
  }
}
