/** What happened, in order: a running hash, and the lines themselves when somebody wants to read them. */
export interface Trace {
  add(line: string): void
  /** Of all lines so far, 16 hex digits. */
  digest(): string
  readonly lines: readonly string[]
}

/** Two hashes of 32 bits, FNV-1a and one like it: replays are compared by them, nothing is secured. */
export function traceOf(isKept: boolean): Trace {
  let one = 0x811c9dc5
  let two = 0x01000193
  const lines: string[] = []
  return {
    lines,
    add(line) {
      for (let at = 0; at < line.length; at++) {
        const code = line.charCodeAt(at)
        one = Math.imul(one ^ code, 16_777_619)
        two = Math.imul(two ^ code, 0x85ebca6b)
      }
      one = Math.imul(one ^ 10, 16_777_619)
      two = Math.imul(two ^ (two >>> 13), 0xc2b2ae35)
      if (isKept) lines.push(line)
    },
    digest: () => [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join(''),
  }
}
