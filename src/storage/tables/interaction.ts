/** What came in, what is half filled in, and what is on its way out. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import { type PeopleTables, PLATFORMS } from './people.js'

/**
 * The kinds of outgoing messages (docs/operators.md), which differ in what happens when nobody can
 * tell whether one arrived: `edit` again is harmless; a `receipt` is sent once more and carries a code; a
 * `post` waits for a person (nothing of ours is one yet: a card is a receipt).
 */
const OUTBOX_CLASSES = ['edit', 'receipt', 'post'] as const
const CARRIERS = [...PLATFORMS, 'mail'] as const
const OUTBOX_STATES = ['queued', 'leased', 'sent', 'unknown', 'dead'] as const

export function defineInteraction(c: Columns, people: PeopleTables) {
  return {
    calls: defineCalls(c),
    forms: defineForms(c, people),
    outbox: defineOutbox(c, people),
    cards: defineCards(c, people),
  }
}

/** Every call that was answered, so that a repetition gets the same answer and changes nothing. */
function defineCalls(c: Columns) {
  return c.table(
    'calls',
    {
      platform: c.oneOf('platform', PLATFORMS).notNull(),
      call: c.text('call').notNull(),
      at: c.instant('at').notNull(),
      /** The answer as `kit/json.ts` writes it; null when nothing was said. */
      answer: c.text('answer'),
    },
    (t) => [
      c.primaryKey({ name: 'calls_once', columns: [t.platform, t.call] }),
      c.index('calls_at').on(t.at),
    ],
  )
}

/** A command that still lacks something. Survives restarts and a day's pause. */
function defineForms(c: Columns, { members }: PeopleTables) {
  return c.table(
    'forms',
    {
      id: c.text('id').primaryKey(),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      command: c.text('command').notNull(),
      /** Values so far, by argument name, as text; as `kit/json.ts` writes them. */
      answers: c.text('answers').notNull(),
      /** Where the command was called and will take effect: the Spot without its language. */
      origin: c.text('origin').notNull(),
      /** Whose preview it shows, by the edition of its command; null while it shows none. */
      shown: c.text('shown'),
      /** What that preview was drawn from, where its command says so. */
      basis: c.text('basis'),
      /** What was typed and cannot be taken, by argument name, as `kit/json.ts` writes it. */
      typed: c.text('typed'),
      /** Argument that is asked for; null when none is. */
      awaits: c.text('awaits'),
      /** The chat in which it was shown last: a free text there is for it. Null when something else was. */
      asked: c.count('asked'),
      /** Grows with every step: a button of an older step is told so. */
      version: c.count('version').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.index('forms_member').on(t.member, t.updatedAt), c.index('forms_updated').on(t.updatedAt)],
  )
}

function defineOutbox(c: Columns, { chats }: PeopleTables) {
  return c.table(
    'outbox',
    {
      id: c.id('id'),
      /**
       * Derived from the fact: the same news is queued once. An edit's key names the message, so newer news
       * replaces older.
       */
      key: c.text('key').notNull(),
      /** Messages of one lane leave in order: `chat:5`, `telegram:123456`. */
      lane: c.text('lane').notNull(),
      class: c.oneOf('class', OUTBOX_CLASSES).notNull(),
      /** The chat it goes to, or the account it is for; a receipt in a group has both. */
      chat: c.count('chat').references(() => chats.id),
      /** By what it is carried. Of a letter, the account is the address. */
      platform: c.oneOf('platform', CARRIERS).notNull(),
      account: c.text('account'),
      /** What to say: a card by name, or a view with its language, as `kit/json.ts` writes it. */
      content: c.text('content').notNull(),
      state: c.oneOf('state', OUTBOX_STATES).notNull().default('queued'),
      /** Grows when the content changes while it is under way, so that the newest is sent last. */
      version: c.count('version').notNull().default(1),
      attempts: c.count('attempts').notNull().default(0),
      notBefore: c.instant('not_before').notNull(),
      leaseUntil: c.instant('lease_until'),
      /** Of the courier that holds the lease; a courier that slept over its lease is told apart by it. */
      fence: c.count('fence').notNull().default(0),
      /** When it was first sent without anybody knowing whether it arrived; null: it has not come to that. */
      doubtSince: c.instant('doubt_since'),
      /** Native id of what was sent. */
      message: c.text('message'),
      lastError: c.text('last_error'),
      createdAt: c.instant('created_at').notNull(),
      settledAt: c.instant('settled_at'),
    },
    (t) => [
      c.uniqueIndex('outbox_key').on(t.key),
      // SQLite uses a partial index only for queries that repeat its condition word for word: see
      // `scheduler/rows.ts`.
      c
        .index('outbox_messages')
        .on(t.lane, t.id)
        .where(sql`${t.state} in ('queued', 'leased') and ${t.class} <> 'edit'`),
      c
        .index('outbox_edits')
        .on(t.lane, t.notBefore, t.id)
        .where(sql`${t.state} = 'queued' and ${t.class} = 'edit'`),
      c.index('outbox_open').on(t.state, t.leaseUntil).where(sql`${t.state} <> 'sent'`),
      c.index('outbox_settled').on(t.settledAt).where(sql`${t.settledAt} is not null`),
      c.check('outbox_class', oneOfThese(t.class, OUTBOX_CLASSES)),
      c.check('outbox_state', oneOfThese(t.state, OUTBOX_STATES)),
    ],
  )
}

/** A message of ours that shows something alive, in one chat. */
function defineCards(c: Columns, { chats }: PeopleTables) {
  return c.table(
    'cards',
    {
      id: c.id('id'),
      /** What it shows: `packet`, `treasury`. */
      kind: c.text('kind').notNull(),
      subject: c.text('subject').notNull(),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      thread: c.text('thread'),
      /** Native id, once posted. */
      message: c.text('message'),
      /** The platform says the message is gone; nothing more is sent to it. */
      gone: c.flag('gone').notNull().default(false),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [c.uniqueIndex('cards_place').on(t.kind, t.subject, t.chat)],
  )
}
