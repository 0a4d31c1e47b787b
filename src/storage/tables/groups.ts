/** The private groups of partners: which they are, who was invited, and who is in. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { ApplicationTables } from './applications.js'
import { type PeopleTables, PLATFORMS } from './people.js'

/**
 * `asked`: on its way; `open`: can be used; `used`; `ending`: being taken back, by the hour until it is so or
 * its time is over; `ended`: taken back, or never used in its time; the rest as a deed ends, see
 * `storage/deed.ts`, and tried again.
 */
const INVITE_STATES = [
  'asked',
  'open',
  'used',
  'ending',
  'ended',
  'no-right',
  'unknown',
  'away',
  'unable',
] as const
const OVER = sql.raw(`('used', 'ending', 'ended')`)

/** `leaving`: being shown out; the rest as that ended, see `storage/deed.ts`. */
const STAY_STATES = ['in', 'leaving', 'left', 'no-right', 'above', 'unknown', 'away', 'unable'] as const

export function defineGroups(
  c: Columns,
  people: Pick<PeopleTables, 'members' | 'chats'>,
  { partners }: Pick<ApplicationTables, 'partners'>,
) {
  const groupChecks = c.table('group_checks', {
    partner: c
      .count('partner')
      .primaryKey()
      .references(() => partners.id),
    /** The partner as last looked at. */
    version: c.count('version').notNull(),
    /** To be looked at anew. */
    stale: c.flag('stale').notNull(),
  })
  return {
    partnerGroups: definePartnerGroups(c, people),
    groupInvites: defineInvites(c, people),
    groupStays: defineStays(c, people),
    groupChecks,
  }
}

/** One a platform, for partners of every region. */
function definePartnerGroups(c: Columns, { members, chats }: Pick<PeopleTables, 'members' | 'chats'>) {
  return c.table(
    'partner_groups',
    {
      platform: c.oneOf('platform', PLATFORMS).primaryKey(),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      by: c
        .count('by')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
    },
    (t) => [c.check('partner_groups_platform', oneOfThese(t.platform, PLATFORMS))],
  )
}

/** For one person, for one use. */
function defineInvites(c: Columns, { members, chats }: Pick<PeopleTables, 'members' | 'chats'>) {
  return c.table(
    'group_invites',
    {
      id: c.id('id'),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      /** Whom it was sent to. */
      account: c.text('account').notNull(),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      /** Lets whoever has it in; empty before it was made. */
      link: c.text('link').notNull().default(''),
      state: c.oneOf('state', INVITE_STATES).notNull(),
      at: c.instant('at').notNull(),
      until: c.instant('until').notNull(),
    },
    (t) => [
      c.uniqueIndex('group_invites_living').on(t.member, t.platform).where(sql`${t.state} not in ${OVER}`),
      c.index('group_invites_member').on(t.member),
      c.index('group_invites_link').on(t.link),
      c.check('group_invites_platform', oneOfThese(t.platform, PLATFORMS)),
      c.check('group_invites_state', oneOfThese(t.state, INVITE_STATES)),
    ],
  )
}

/** An account of a partner in the group of its platform. */
function defineStays(c: Columns, { members }: Pick<PeopleTables, 'members'>) {
  return c.table(
    'group_stays',
    {
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      account: c.text('account').notNull(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      state: c.oneOf('state', STAY_STATES).notNull(),
      /** When it was first known that they are in. */
      joinedAt: c.instant('joined_at'),
      /** When they first said something there, or that they did. */
      introducedAt: c.instant('introduced_at'),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'group_stays_once', columns: [t.platform, t.account] }),
      c.index('group_stays_member').on(t.member),
      c.check('group_stays_platform', oneOfThese(t.platform, PLATFORMS)),
      c.check('group_stays_state', oneOfThese(t.state, STAY_STATES)),
    ],
  )
}
