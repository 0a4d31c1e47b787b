/** Changes of a partner's tier and region: what waits for a day or a second person, and what became of it. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import type { PeopleTables } from './people.js'

export const CHANGE_KINDS = ['tier', 'region'] as const

/** `pending`: it comes on its day. What leads from one to another is in `core/changes/transitions.ts`. */
export const CHANGE_STATES = ['proposed', 'pending', 'done', 'declined', 'withdrawn', 'dropped'] as const

export function defineChanges(
  c: Columns,
  { members }: PeopleTables,
  { partners }: Pick<ApplicationTables, 'partners'>,
) {
  const partnerChanges = c.table(
    'partner_changes',
    {
      id: c.id('id'),
      partner: c
        .count('partner')
        .notNull()
        .references(() => partners.id),
      kind: c.oneOf('kind', CHANGE_KINDS).notNull(),
      state: c.oneOf('state', CHANGE_STATES).notNull(),
      /** Names in the programme file, before and after; null: there was none. */
      was: c.text('was'),
      becomes: c.text('becomes').notNull(),
      /** Why, for the partner to read; null once they are erased. */
      note: c.text('note'),
      by: c
        .count('by')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
      /** The day of a change that was announced. */
      dueAt: c.instant('due_at'),
      /** Null: nobody but time ended it. */
      endedBy: c.count('ended_by').references(() => members.id),
      endedAt: c.instant('ended_at'),
      /** When the partner said that they have read it. */
      acknowledgedAt: c.instant('acknowledged_at'),
    },
    (t) => [
      c
        .uniqueIndex('partner_changes_open')
        .on(t.partner, t.kind)
        .where(sql`${t.state} in ('proposed', 'pending')`),
      c.index('partner_changes_of').on(t.partner, t.id),
      c.check('partner_changes_kind', oneOfThese(t.kind, CHANGE_KINDS)),
      c.check('partner_changes_state', oneOfThese(t.state, CHANGE_STATES)),
      c.check('partner_changes_ended', sql`(${t.endedAt} is null) = (${t.state} in ('proposed', 'pending'))`),
    ],
  )
  return { partnerChanges }
}
