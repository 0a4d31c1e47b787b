/**
 * Keeps order where order matters and nothing else: tasks that share a key run one after another in the order
 * they came, all others at once. In memory only; what must hold across processes is the database's business.
 */
export interface Lanes {
  /** Starts at once when no key is taken. Resolves or rejects as the task does; a failure holds nobody up. */
  run<T>(keys: readonly string[], task: () => Promise<T>): Promise<T>
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>
}

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  const running = new Set<Promise<unknown>>()
  return {
    run(keys, task) {
      const before = keys.map((key) => tails.get(key)).filter((tail) => tail !== undefined)
      const own = before.length > 0 ? Promise.all(before).then(task) : start(task)
      const tail: Promise<void> = own.then(leave, leave)
      for (const key of keys) tails.set(key, tail)
      running.add(tail)
      function leave() {
        running.delete(tail)
        for (const key of keys) if (tails.get(key) === tail) tails.delete(key)
      }
      return own
    },
    async idle() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** Runs now; a throw becomes a rejection. */
async function start<T>(task: () => Promise<T>): Promise<T> {
  return task()
}
