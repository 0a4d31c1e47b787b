/**
 * Checks of the database and what they find: at start, every five minutes, and by `npm run cli -- audit`.
 * Every feature has its own; the ledger's are in `audit.ts`.
 */
import type { Kept } from '../../kit/kept.js'
import { Outage } from '../../kit/outage.js'
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

/** What goes along with the looks of a long check. */
export interface Aside {
  /** Lets everything else that is ready go first, in the middle of a look. */
  breathe(): Promise<void>
  /** What this process has found right and what never changes again, by check and subject. */
  settled?: Pick<Kept<true>, 'get' | 'set'>
}

export interface Check {
  name: string
  /**
   * Looks only, at everything in one look. An empty list is good news. With `since` (ms since the epoch) a
   * check may leave out what has not changed from then on.
   */
  run(work: Work, since?: number): Promise<Finding[]>
  /** A check that grows with history, a look at a time: `after` is '' at first, then what `next` said. */
  page?(work: Work, after: string, since?: number, aside?: Aside): Promise<Page>
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

const LEISURE = 'at leisure'

/**
 * That a look failed is a finding, too, and a grave one: nobody knows whether what it was about holds. A
 * process that cannot start for it would be of no help. An {@link Outage} goes on: it says nothing of the
 * books.
 */
export async function orItsFailure(name: string, look: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look()
  } catch (error) {
    if (error instanceof Outage) throw error
    return [{ check: 'audit-failed', detail: `could not be looked at: ${reasonOf(error)}`, subject: name }]
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message
}

/**
 * Runs a check in looks that are short however long the history is; others take their turns in between. See
 * {@link orItsFailure}.
 */
export function runCheck(
  storage: Pick<Storage, 'read'>,
  world: Pick<World, 'breathe'>,
  check: Check,
  how?: HowFar,
): Promise<Finding[]> {
  return orItsFailure(check.name, () => runWhole(storage, world, check, how))
}

/** Since when, see {@link Check.run}, and what need not be looked at again. */
type HowFar = { since?: number } & Pick<Aside, 'settled'>

async function runWhole(
  storage: Pick<Storage, 'read'>,
  world: Pick<World, 'breathe'>,
  check: Check,
  { since, settled }: HowFar = {},
): Promise<Finding[]> {
  const aside: Aside = { breathe: () => world.breathe(), settled }
  const { page } = check
  if (!page) return storage.read((work) => check.run(work, since), LEISURE)
  for (let after = ''; ; ) {
    const { findings, next } = await storage.read((work) => page(work, after, since, aside), LEISURE)
    if (findings.length > 0 || next === undefined) return findings
    after = next
    await world.breathe()
  }
}
