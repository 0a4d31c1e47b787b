/**
 * The presses that this process is answering, or has answered: a copy of one needs no answer of its own. What
 * a former life has answered is not known here, and answered again.
 */
export interface Answered {
  has(call: string): boolean
  add(call: string): void
}

/** Copies come within seconds; as many are remembered as a busy minute has. */
const MOST = 10_000

export function createAnswered(): Answered {
  const calls = new Set<string>()
  return {
    has: (call) => calls.has(call),
    add(call) {
      calls.add(call)
      if (calls.size <= MOST) return
      const [oldest = call] = calls
      calls.delete(oldest)
    },
  }
}
