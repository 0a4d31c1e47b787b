/**
 * Every table of the house, defined once and spelt for both engines.
 *
 * To add the tables of a feature:
 * 1. `tables/<feature>.ts` exports `define<Feature>(c: Columns, refs…)`, which returns its tables by name:
 *
 *        export function defineNotes(c: Columns, { members }: Pick<MemberTables, 'members'>) {
 *          const notes = c.table(
 *            'notes',
 *            {
 *              id: c.id('id'),
 *              member: c.count('member').notNull().references(() => members.id),
 *              mood: c.oneOf('mood', MOODS).notNull(),
 *              price: c.amount('price').notNull().default(sql`0`),   // never 0n: drizzle-kit fails on it
 *              at: c.instant('at').notNull(),
 *            },
 *            (t) => [
 *              c.index('notes_member').on(t.member, t.at),
 *              c.check('notes_mood', oneOfThese(t.mood, MOODS)),
 *              c.check('notes_price', sql`${t.price} >= 0`),
 *            ],
 *          )
 *          return { notes }
 *        }
 *        export type NoteTables = ReturnType<typeof defineNotes>
 *
 *    Every constraint has a name of its own that begins with the table's: refused writes are told
 *    apart by it.
 *    No `on delete cascade`: what money hangs on is never deleted.
 * 2. A line in `defineTables` below.
 * 3. `npm run migrations -- <name>` writes the next file of both SQL folders. Triggers are written by hand,
 *    into files that `npm run migrations -- <name> --custom` makes. On SQLite what may not be changed may not
 *    be replaced either, see `0006_more-guards.sql`.
 */
import { type Columns, postgresColumns, sqliteColumns } from './columns.js'
import type { Dialect } from './storage.js'
import { defineApplications } from './tables/applications.js'
import { defineBadges } from './tables/badges.js'
import { defineCases } from './tables/cases.js'
import { defineChanges } from './tables/changes.js'
import { defineCommunities } from './tables/communities.js'
import { defineDrops } from './tables/drops.js'
import { defineFiles } from './tables/files.js'
import { defineGroups } from './tables/groups.js'
import { defineInteraction } from './tables/interaction.js'
import { defineLedger } from './tables/ledger.js'
import { defineLinking } from './tables/linking.js'
import { definePeople } from './tables/people.js'
import { defineReviews } from './tables/reviews.js'
import { defineScheduler } from './tables/scheduler.js'
import { defineStaff } from './tables/staff.js'
import { defineTexts } from './tables/texts.js'

export function defineTables(c: Columns) {
  const ledger = defineLedger(c)
  const people = definePeople(c)
  const applications = defineApplications(c, people)
  return {
    ...ledger,
    ...people,
    ...defineInteraction(c, people),
    ...defineFiles(c, people),
    ...defineDrops(c, people, ledger),
    ...defineStaff(c, people, ledger),
    ...applications,
    ...defineBadges(c, people, applications),
    ...defineCases(c, people, applications),
    ...defineChanges(c, people, applications),
    ...defineGroups(c, people, applications),
    ...defineLinking(c, people),
    ...defineReviews(c, people, applications),
    ...defineCommunities(c, people, applications),
    ...defineScheduler(c),
    ...defineTexts(c, people),
  }
}

export type Tables = ReturnType<typeof defineTables>

const built: Partial<Record<Dialect, Tables>> = {}

/** The tables in an engine's spelling; always the same objects. */
export function tablesFor(dialect: Dialect): Tables {
  built[dialect] ??= defineTables(dialect === 'sqlite' ? sqliteColumns : postgresColumns)
  return built[dialect]
}
