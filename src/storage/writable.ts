/** Whether the database takes a write: a full disk answers every question and keeps nothing. */
import type { World } from '../kit/world.js'
import type { Storage, Work } from './storage.js'

/** Its key in the table of settings. */
const PROBE = 'write-probe'
/** ms for which an answer holds, whoever asks how often. */
const HOLDS_MS = 5_000

/** Tells whether a unit could be committed, by one that was, this moment or at most {@link HOLDS_MS} ago. */
export function writeProbe(storage: Storage, world: Pick<World, 'monotonic'>): () => Promise<boolean> {
  let asked = Number.NEGATIVE_INFINITY
  let answer = Promise.resolve(false)
  return () => {
    if (world.monotonic() - asked < HOLDS_MS) return answer
    asked = world.monotonic()
    answer = storage.write(writeDown).then(
      () => true,
      () => false,
    )
    return answer
  }
}

async function writeDown({ db, t, now }: Work): Promise<void> {
  const value = String(now)
  await db
    .insert(t.settings)
    .values({ key: PROBE, value })
    .onConflictDoUpdate({ target: t.settings.key, set: { value } })
}
