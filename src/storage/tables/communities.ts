/** What the bot found out itself about the communities and accounts that applicants name. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import type { PeopleTables } from './people.js'

/** `open`: the code may be looked for; `replaced`: a newer one took its place. */
const PROOF_STATES = ['open', 'confirmed', 'refused', 'replaced'] as const

export function defineCommunities(c: Columns, people: PeopleTables, applications: ApplicationTables) {
  const communities = defineCommunity(c, people, applications)
  return {
    communities,
    communityDays: defineDays(c, communities),
    communityWriters: defineWriters(c, communities),
    proofs: defineProofs(c, people, applications),
  }
}
type CommunityTable = ReturnType<typeof defineCommunity>

/** A community that was measured for one application. */
function defineCommunity(c: Columns, { chats }: PeopleTables, { applications }: ApplicationTables) {
  return c.table(
    'communities',
    {
      id: c.id('id'),
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      /** What is one community: `chat:<number>` on Telegram, `guild:<native id>` on Discord. */
      home: c.text('home').notNull(),
      /** Where it was measured. */
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      /** Members, as the platform counts them. */
      size: c.count('size').notNull(),
      /** Whether the applicant was an admin of it then. */
      isAdmin: c.flag('is_admin').notNull(),
      /** Whether people's messages reached the bot then, so that they can be counted. */
      hears: c.flag('hears').notNull(),
      measuredAt: c.instant('measured_at').notNull(),
      /** Of the measurement before this one. */
      sizeBefore: c.count('size_before'),
      measuredBefore: c.instant('measured_before'),
      /** The members became so many more, or fewer, that reviewers are told. */
      isChanged: c.flag('is_changed').notNull(),
      /** The bot was shown out; null again when it has measured anew. */
      lostAt: c.instant('lost_at'),
      /** From when on its messages are counted: it was measured for the first time. */
      countedFrom: c.instant('counted_from').notNull(),
      /** Until when its messages are counted; stays when that is over. */
      countedUntil: c.instant('counted_until').notNull(),
      /** Counting is over: by time, or because the application ended. */
      countedAll: c.flag('counted_all').notNull(),
      /** It counts for this application. One community counts for one person. */
      isHeld: c.flag('is_held').notNull(),
    },
    (t) => [
      c.uniqueIndex('communities_application').on(t.application, t.home),
      c.uniqueIndex('communities_held').on(t.home).where(sql`${t.isHeld}`),
      c.index('communities_home').on(t.home),
      c.index('communities_counted').on(t.countedUntil).where(sql`not ${t.countedAll}`),
      c.check('communities_size', sql`${t.size} >= 0`),
    ],
  )
}

/** How much was written in a day. Counts only: no words, no names. */
function defineDays(c: Columns, communities: CommunityTable) {
  return c.table(
    'community_days',
    {
      community: c
        .count('community')
        .notNull()
        .references(() => communities.id),
      /** Days since the epoch, UTC. */
      day: c.count('day').notNull(),
      messages: c.count('messages').notNull(),
      writers: c.count('writers').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'community_days_day', columns: [t.community, t.day] }),
      c.check('community_days_messages', sql`${t.messages} >= 0`),
    ],
  )
}

/** Who wrote on a day, under a keyed hash, so that nobody counts twice. Gone when the counting is over. */
function defineWriters(c: Columns, communities: CommunityTable) {
  return c.table(
    'community_writers',
    {
      community: c
        .count('community')
        .notNull()
        .references(() => communities.id),
      day: c.count('day').notNull(),
      /** HMAC-SHA256 over community, day and account, its first 16 bytes in hex; another for each day. */
      hash: c.text('hash').notNull(),
    },
    (t) => [c.primaryKey({ name: 'community_writers_hash', columns: [t.community, t.day, t.hash] })],
  )
}

/** A code that an applicant puts into the profile of an account, or a picture of it. */
function defineProofs(c: Columns, { members }: PeopleTables, { applications }: ApplicationTables) {
  return c.table(
    'proofs',
    {
      id: c.id('id'),
      application: c
        .count('application')
        .notNull()
        .references(() => applications.id),
      /** The account, as the applicant named it in the form. */
      place: c.text('place').notNull(),
      code: c.text('code').notNull(),
      /** The id of a received file; null: none was sent. */
      picture: c.text('picture'),
      state: c.oneOf('state', PROOF_STATES).notNull(),
      madeAt: c.instant('made_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      /** Followers, as whoever looked saw them. */
      size: c.count('size'),
      lookedBy: c.count('looked_by').references(() => members.id),
      lookedAt: c.instant('looked_at'),
    },
    (t) => [
      c.uniqueIndex('proofs_code').on(t.code),
      c.uniqueIndex('proofs_open').on(t.application, t.place).where(sql`${t.state} = 'open'`),
      c.check('proofs_state', oneOfThese(t.state, PROOF_STATES)),
      c.check('proofs_looked', sql`${t.state} not in ('confirmed', 'refused') or ${t.lookedBy} is not null`),
    ],
  )
}
