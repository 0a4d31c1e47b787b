/** A clock that stands still until told to go on. */
export interface VirtualClock {
  now(): number
  after(ms: number, task: () => void): () => void
  /** Lets time pass; tasks run at their moments, in order. */
  advance(ms: number): void
}

export function virtualClock(start = Date.UTC(2026, 10, 21)): VirtualClock {
  let now = start
  const tasks = new Set<{ at: number; task: () => void }>()
  return {
    now: () => now,
    after(ms, task) {
      const entry = { at: now + ms, task }
      tasks.add(entry)
      return () => void tasks.delete(entry)
    },
    advance(ms) {
      const end = now + ms
      const due = () => [...tasks].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      for (let next = due(); next; next = due()) {
        tasks.delete(next)
        now = next.at
        next.task()
      }
      now = end
    },
  }
}
