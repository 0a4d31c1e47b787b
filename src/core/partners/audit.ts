/**
 * What must hold of partners: each is where their recorded facts led them, and exactly those are suspended or
 * being terminated over whom a sanction holds.
 */
import { asc, gt } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { retraced, wrongWay } from '../facts/facts.js'
import type { PartnerRow } from './moving.js'
import { heldSanctions } from './store.js'
import { TRANSITIONS } from './transitions.js'

const TABLE = Object.values(TRANSITIONS)

export const partnersCheck = retraced('partners-moved', {
  moved: 'partner-moved',
  rowsAfter({ db, t: { partners } }, id, most) {
    return db.select().from(partners).where(gt(partners.id, id)).orderBy(asc(partners.id)).limit(most)
  },
  subjectOf: ({ id }) => `partner:${id}`,
  wrongWith(work, row, { moves }) {
    const { state, version } = row
    // The first step, into onboarding, is recorded with the application.
    const begins = 'onboarding'
    const wrong = wrongWay(moves, { table: TABLE, state, begins, led: 'their facts led them' })
    if (wrong !== undefined) return wrong
    if (moves.length + 1 !== version) return `has version ${version} after ${moves.length} moves`
    return wrongSanctions(work, row)
  },
})

async function wrongSanctions(work: Work, { id, state }: PartnerRow): Promise<string | undefined> {
  const kinds = (await heldSanctions(work, id)).map(({ kind }) => kind)
  const isLeft = state === 'terminated'
  const wanted = { suspended: 'suspension', terminating: 'termination' }[state as string]
  if (wanted !== undefined && kinds.at(-1) !== wanted) return `is ${state} without a ${wanted}`
  if (wanted === undefined && !isLeft && kinds.length > 0) return `is ${state} under a ${kinds.at(-1)}`
  return undefined
}
