/**
 * Checks of the database and what they find: at start, every five minutes, and by `npm run cli -- audit`.
 * Every feature has its own; the ledger's are in `audit.ts`.
 */
import type { World } from '../../kit/world.js'
import type { Storage, Work } from '../../storage/storage.js'

/** Something that must hold does not. */
export interface Finding {
  /** The invariant, in a word of its feature: `ledger-replay`, `facts-chain`. */
  check: string
  /** One line for the operator, with both figures where two should be equal. */
  detail: string
  /** The first bad row: `transfer:17`, `account:member:42:available`. */
  subject: string
}

/**
 * What one short look of a long check found, and where the next look begins; undefined: that was the last.
 */
export interface Page {
  findings: Finding[]
  next: string | undefined
}

export interface Check {
  name: string
  /**
   * Looks only, at everything in one look. An empty list is good news. With `since` (ms since the epoch) a
   * check may leave out what has not changed from then on.
   */
  run(work: Work, since?: number): Promise<Finding[]>
  /** A check that grows with history, a look at a time: `after` is '' at first, then what `next` said. */
  page?(work: Work, after: string, since?: number): Promise<Page>
}

/** A check that has only pages, with the `run` that follows from them. */
export function paged(name: string, page: NonNullable<Check['page']>): Check {
  return {
    name,
    page,
    async run(work, since) {
      for (let after = ''; ; ) {
        const { findings, next } = await page(work, after, since)
        if (findings.length > 0 || next === undefined) return findings
        after = next
      }
    },
  }
}

/** Runs a check in looks that are short however long the history is; others take their turns in between. */
export async function runCheck(
  storage: Pick<Storage, 'read'>,
  world: Pick<World, 'breathe'>,
  check: Check,
  since?: number,
): Promise<Finding[]> {
  const { page } = check
  if (!page) return storage.read((work) => check.run(work, since))
  for (let after = ''; ; ) {
    const { findings, next } = await storage.read((work) => page(work, after, since))
    if (findings.length > 0 || next === undefined) return findings
    after = next
    await world.breathe()
  }
}
