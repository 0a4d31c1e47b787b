/** Sorting what may be long, without holding everybody else up. */

/** Texts sorted or merged before others take their turns: some milliseconds of work. */
const AT_ONCE = 5_000

/** A sorted copy, in the order of `sort()`; `breathe` lets others take their turns in between. */
export async function sortCalmly(
  texts: readonly string[],
  breathe: () => Promise<void>,
  atOnce = AT_ONCE,
): Promise<string[]> {
  let runs: string[][] = []
  for (let from = 0; from < texts.length; from += atOnce) {
    if (from > 0) await breathe()
    runs.push(texts.slice(from, from + atOnce).sort())
  }
  while (runs.length > 1) {
    const merged: string[][] = []
    for (let at = 0; at < runs.length; at += 2)
      merged.push(await merge(runs[at] ?? [], runs[at + 1] ?? [], breathe, atOnce))
    runs = merged
  }
  return runs[0] ?? []
}

async function merge(
  some: readonly string[],
  others: readonly string[],
  breathe: () => Promise<void>,
  atOnce: number,
): Promise<string[]> {
  const merged: string[] = []
  for (let at = 0, other = 0; at < some.length || other < others.length; ) {
    const [one, two] = [some[at], others[other]]
    const takesOne = two === undefined || (one !== undefined && one <= two)
    merged.push(takesOne ? (one ?? '') : two)
    if (takesOne) at += 1
    else other += 1
    if (merged.length % atOnce === 0) await breathe()
  }
  return merged
}
