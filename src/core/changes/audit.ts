/**
 * What must hold of changes: each is where its recorded facts led it, and what came about last is what the
 * partner has.
 */
import { asc, gt } from 'drizzle-orm'
import type { Move } from '../../kit/state-machine.js'
import type { Work } from '../../storage/storage.js'
import { retraced, wrongWay } from '../facts/facts.js'
import { partnerNumbered } from '../partners/partners.js'
import type { ChangeRow } from './store.js'
import { type Kind, TRANSITIONS, type Transition } from './transitions.js'

const TABLE: readonly Transition[] = Object.values(TRANSITIONS)

/** Recorded with the partner, as all of theirs are. */
interface Step extends Move {
  change: number
  kind: Kind
}

export const changesCheck = retraced<ChangeRow, Step>('partners-changed', {
  moved: 'partner-change-moved',
  rowsAfter({ db, t: { partnerChanges: t } }, id, most) {
    return db.select().from(t).where(gt(t.id, id)).orderBy(asc(t.id)).limit(most)
  },
  subjectOf: ({ partner }) => `partner:${partner}`,
  wrongWith(work, row, { moves }) {
    const { id, kind, state } = row
    const own = moves.filter(({ change }) => change === id)
    const wrong = wrongWay(own, { table: TABLE.filter(({ of }) => of.includes(kind)), state })
    if (wrong !== undefined) return `change ${id} ${wrong}`
    const lastDone = moves.findLast((one) => one.kind === kind && one.to === 'done')
    return lastDone?.change === id ? wrongPartner(work, row) : undefined
  },
})

/** Of the change that came about last. */
async function wrongPartner(
  work: Work,
  { id, partner, kind, becomes }: ChangeRow,
): Promise<string | undefined> {
  const has = (await partnerNumbered(work, partner))[kind]
  return has === becomes ? undefined : `has the ${kind} ${has}, and change ${id} made it ${becomes}`
}
