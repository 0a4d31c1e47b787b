/** What must hold of cases: each is where its recorded facts led it. */
import { asc, gt } from 'drizzle-orm'
import { retraced, wrongWay } from '../facts/facts.js'
import { TRANSITIONS } from './transitions.js'

const TABLE = Object.values(TRANSITIONS)

export const casesCheck = retraced('cases-moved', {
  moved: 'case-moved',
  besides: ['case-proposed', 'case-declined'],
  rowsAfter({ db, t: { cases } }, id, most) {
    return db.select().from(cases).where(gt(cases.id, id)).orderBy(asc(cases.id)).limit(most)
  },
  subjectOf: ({ id }) => `case:${id}`,
  wrongWith(_, { state, version }, { moves, steps }) {
    const wrong = wrongWay(moves, { table: TABLE, state })
    if (wrong !== undefined) return wrong
    return steps === version ? undefined : `has version ${version} after ${steps} steps`
  },
})
