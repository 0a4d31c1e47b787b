/** Waiting for what tells nobody that it has come about. */

/** ms between two looks. */
const LOOK_MS = 20

/** Resolves when `isSo`; rejects after `ms` with what was waited for. */
export async function untilTrue(what: string, isSo: () => boolean, ms: number): Promise<void> {
  const late = performance.now() + ms
  while (!isSo()) {
    if (performance.now() > late) throw new Error(`${what}: not in ${ms} ms`)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}
