/**
 * What must hold of applications: each is where its recorded facts led it, and who was approved is a partner.
 */
import { asc, eq, gt } from 'drizzle-orm'
import { retraced, wrongWay } from '../facts/facts.js'
import { TRANSITIONS } from './transitions.js'

const TABLE = Object.values(TRANSITIONS)

export const applicationsCheck = retraced('applications-moved', {
  moved: 'application-moved',
  rowsAfter({ db, t: { applications, partners } }, after, most) {
    const { id, state, version } = applications
    return db
      .select({ id, state, version, partner: partners.id })
      .from(applications)
      .leftJoin(partners, eq(partners.application, id))
      .where(gt(id, after))
      .orderBy(asc(id))
      .limit(most)
  },
  subjectOf: ({ id }) => `application:${id}`,
  wrongWith(_, { state, version, partner }, { moves }) {
    const wrong = wrongWay(moves, { table: TABLE, state })
    if (wrong !== undefined) return wrong
    if (moves.length !== version) return `has version ${version} after ${moves.length} moves`
    const isPartner = partner !== null
    return isPartner === (state === 'approved') ? undefined : `is ${state}, partner: ${isPartner}`
  },
})
