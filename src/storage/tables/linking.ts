/** Accounts that turned out to be one person's: who became whom, codes that prove it, exchange UIDs. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import { type PeopleTables, PLATFORMS } from './people.js'

/**
 * `given` was shown to its owner; `typed` by whoever is asked to confirm; `used` made one person of two;
 * `spent` is of no use any more: a newer one was given, somebody read it, or the person became another.
 */
const CODE_STATES = ['given', 'typed', 'used', 'spent'] as const

export function defineLinking(c: Columns, people: PeopleTables) {
  return {
    memberLinks: defineLinks(c, people),
    linkCodes: defineCodes(c, people),
    linkGuesses: defineGuesses(c, people),
    linkPauses: definePauses(c, people),
    linkBrakes: defineBrakes(c),
    exchangeUids: defineUids(c, people),
    erasures: defineErasures(c, people),
  }
}

/**
 * A number that gave way to another, since both are one person. What must never change (claims, transfers,
 * facts) keeps it.
 */
function defineLinks(c: Columns, { members }: PeopleTables) {
  return c.table(
    'member_links',
    {
      gone: c
        .count('gone')
        .primaryKey()
        .references(() => members.id),
      /** The number it gave way to then. */
      stayed: c
        .count('stayed')
        .notNull()
        .references(() => members.id),
      /** The number that stands for both now, never one that gave way itself. */
      person: c
        .count('person')
        .notNull()
        .references(() => members.id),
      at: c.instant('at').notNull(),
      /** `member:7`, `owners` (the setting). */
      by: c.text('by').notNull(),
    },
    (t) => [
      c.index('member_links_person').on(t.person, t.at),
      c.index('member_links_stayed').on(t.stayed),
      c.check('member_links_elsewhere', sql`${t.gone} <> ${t.stayed} and ${t.gone} <> ${t.person}`),
    ],
  )
}

/** A code that one account was given, to be typed with another. The code itself is nowhere in here. */
function defineCodes(c: Columns, { members }: PeopleTables) {
  return c.table(
    'link_codes',
    {
      id: c.text('id').primaryKey(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      /** Which was shown it, and alone says yes at last; null: it was erased, or the code is older. */
      account: c.text('account'),
      /** SHA-256 of the code, hex. */
      hash: c.text('hash').notNull(),
      state: c.oneOf('state', CODE_STATES).notNull(),
      /** Who typed it, and may confirm. */
      typedBy: c.count('typed_by').references(() => members.id),
      /** Since when who typed it waits for that account's yes; null: they do not, or any more. */
      waitsSince: c.instant('waits_since'),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
    },
    (t) => [
      c.uniqueIndex('link_codes_hash').on(t.hash),
      c.index('link_codes_member').on(t.member, t.createdAt),
      c.index('link_codes_typed').on(t.typedBy).where(sql`${t.typedBy} is not null`),
      c.index('link_codes_waiting').on(t.id).where(sql`${t.waitsSince} is not null`),
      c.check('link_codes_state', oneOfThese(t.state, CODE_STATES)),
      c.check('link_codes_platform', oneOfThese(t.platform, PLATFORMS)),
    ],
  )
}

/** Codes that were none, counted by person from the first of an hour on. */
function defineGuesses(c: Columns, { members }: PeopleTables) {
  return c.table('link_guesses', {
    member: c
      .count('member')
      .primaryKey()
      .references(() => members.id),
    since: c.instant('since').notNull(),
    wrong: c.count('wrong').notNull(),
  })
}

/** Until when somebody may link nothing more: after a link, and after staff took an account off. */
function definePauses(c: Columns, { members }: PeopleTables) {
  return c.table('link_pauses', {
    member: c
      .count('member')
      .primaryKey()
      .references(() => members.id),
    until: c.instant('until').notNull(),
  })
}

/**
 * Brakes of somebody who had everything erased, by their accounts, until their time is over: of linking, and
 * under another digest of applying; by their mailboxes, each letter that went there lately; and that they had
 * bound a UID, without an end (`core/uids/sealing.ts`).
 * Whoever has the database alone cannot tell whose they are.
 */
function defineBrakes(c: Columns) {
  return c.table(
    'link_brakes',
    {
      /** HMAC of the platform's account, or of a mailbox and a letter; the key is in no database. */
      digest: c.text('digest').primaryKey(),
      /** As in `link_pauses`, or until when no application may be sent; 0: there is none. */
      pausedUntil: c.instant('paused_until').notNull(),
      /** As in `link_guesses`; of a letter, when it was written, and 1. */
      since: c.instant('since').notNull(),
      wrong: c.count('wrong').notNull(),
      forgetAt: c.instant('forget_at').notNull(),
    },
    (t) => [c.index('link_brakes_forget').on(t.forgetAt)],
  )
}

/** The number of a person's account at the exchange: one a person, one person a number. */
function defineUids(c: Columns, { members }: PeopleTables) {
  return c.table(
    'exchange_uids',
    {
      member: c
        .count('member')
        .primaryKey()
        .references(() => members.id),
      uid: c.text('uid').notNull(),
      at: c.instant('at').notNull(),
      /** `member:7`: the person, or who of the staff. */
      by: c.text('by').notNull(),
    },
    (t) => [c.uniqueIndex('exchange_uids_uid').on(t.uid)],
  )
}

/** Who had everything personal erased; the number stays where money and decisions name it. */
function defineErasures(c: Columns, { members }: PeopleTables) {
  return c.table('erasures', {
    member: c
      .count('member')
      .primaryKey()
      .references(() => members.id),
    at: c.instant('at').notNull(),
  })
}
