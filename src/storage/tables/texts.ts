/** The programmes that were in force, the texts that bind, and who has accepted which. */
import { type Columns, oneOfThese } from '../columns.js'
import type { PeopleTables } from './people.js'

/** `start`: the file was another one when the bot started; `reload`: by /program. */
const PROGRAMME_ORIGINS = ['start', 'reload'] as const

export function defineTexts(c: Columns, { members }: PeopleTables) {
  const textVersions = c.table(
    'text_versions',
    {
      /** `guidelines`, `disclosure` …, see `programme/texts.ts`. */
      kind: c.text('kind').notNull(),
      version: c.text('version').notNull(),
      /** The version as the programme file had it, as `kit/json.ts` writes it. */
      body: c.text('body').notNull(),
      seenAt: c.instant('seen_at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'text_versions_name', columns: [t.kind, t.version] })],
  )
  return {
    programmes: defineProgrammes(c, members),
    textVersions,
    textAcceptances: defineMarks(c, members, 'text_acceptances'),
    textNotices: defineMarks(c, members, 'text_notices'),
  }
}

/** The programmes one after the other; the newest is in force, in every process. */
function defineProgrammes(c: Columns, members: PeopleTables['members']) {
  return c.table(
    'programmes',
    {
      id: c.id('id'),
      /** The number of the one before it, 0 for the first: of two that follow the same only one is taken. */
      follows: c.count('follows').notNull(),
      /** SHA-256 over the canonical JSON, hex. */
      digest: c.text('digest').notNull(),
      /** What was read, as canonical JSON. */
      body: c.text('body').notNull(),
      origin: c.oneOf('origin', PROGRAMME_ORIGINS).notNull(),
      /** Null: by a start. */
      by: c.count('by').references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.uniqueIndex('programmes_follows').on(t.follows),
      c.check('programmes_origin', oneOfThese(t.origin, PROGRAMME_ORIGINS)),
    ],
  )
}

/** A person and a version, once: accepted it, or was told of it. */
function defineMarks(
  c: Columns,
  members: PeopleTables['members'],
  name: 'text_acceptances' | 'text_notices',
) {
  return c.table(
    name,
    {
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      kind: c.text('kind').notNull(),
      version: c.text('version').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: `${name}_once`, columns: [t.kind, t.member, t.version] }),
      c.index(`${name}_version`).on(t.kind, t.version),
    ],
  )
}
