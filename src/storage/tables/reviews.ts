/** What reviewers know of an application besides its answers, and what a second person says. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import type { PeopleTables } from './people.js'

/** What two applications may have in common. */
export const MARKS = ['uid', 'email', 'channel', 'community'] as const

/** How a proposal ended. `gone`: the application went elsewhere, or the proposal was taken back. */
export const PROPOSAL_ENDS = ['confirmed', 'declined', 'gone'] as const

export function defineReviews(
  c: Columns,
  { members }: PeopleTables,
  { applications }: Pick<ApplicationTables, 'applications'>,
) {
  /** What was sent, spelt in one way, so that the same in another application is found. */
  const applicationMarks = c.table(
    'application_marks',
    {
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      kind: c.oneOf('kind', MARKS).notNull(),
      mark: c.text('mark').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'application_marks_of', columns: [t.application, t.kind, t.mark] }),
      c.index('application_marks_same').on(t.kind, t.mark),
      c.check('application_marks_kind', oneOfThese(t.kind, MARKS)),
    ],
  )
  return {
    applicationMarks,
    applicationProposals: defineProposals(c, members, applications),
    applicationEscalations: defineEscalations(c, applications),
  }
}

/** Approvals that wait for a second person, and what became of them. */
function defineProposals(
  c: Columns,
  members: PeopleTables['members'],
  applications: ApplicationTables['applications'],
) {
  return c.table(
    'application_proposals',
    {
      id: c.id('id'),
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      /** Its name in the programme file; null: the programme has no tiers. */
      tier: c.text('tier'),
      by: c
        .count('by')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
      end: c.oneOf('end', PROPOSAL_ENDS),
      endedBy: c.count('ended_by').references(() => members.id),
      endedAt: c.instant('ended_at'),
      note: c.text('note'),
    },
    (t) => [
      c.uniqueIndex('application_proposals_open').on(t.application).where(sql`${t.endedAt} is null`),
      c.check('application_proposals_end', sql`${t.end} is null or ${oneOfThese(t.end, PROPOSAL_ENDS)}`),
      c.check('application_proposals_ended', sql`(${t.end} is null) = (${t.endedAt} is null)`),
    ],
  )
}

/** Who was told that an answer is late: step 1 the region's managers, step 2 the admins; each once. */
function defineEscalations(c: Columns, applications: ApplicationTables['applications']) {
  return c.table(
    'application_escalations',
    {
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      step: c.count('step').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'application_escalations_step', columns: [t.application, t.step] })],
  )
}
