/** At most so many at once; the others wait in the order they came. */
export interface Gate {
  run<T>(body: () => Promise<T>): Promise<T>
  /** Resolves when nobody is inside or waiting. */
  idle(): Promise<void>
}

export function gate(places: number): Gate {
  const waiting: (() => void)[] = []
  let watching: (() => void)[] = []
  let inside = 0

  function enter(): Promise<void> {
    if (inside === places) return new Promise((resolve) => waiting.push(resolve))
    inside += 1
    return Promise.resolve()
  }

  /** Hands the place on to whoever waits longest. */
  function leave(): void {
    const next = waiting.shift()
    if (next) next()
    else inside -= 1
    if (inside > 0) return
    for (const watcher of watching) watcher()
    watching = []
  }

  return {
    async run(body) {
      await enter()
      try {
        return await body()
      } finally {
        leave()
      }
    },
    idle: () => (inside === 0 ? Promise.resolve() : new Promise((resolve) => watching.push(resolve))),
  }
}
