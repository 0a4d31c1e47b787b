/** What staff do, and the record of it. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { LedgerTables } from './ledger.js'
import type { PeopleTables } from './people.js'

/** `deposit` brings money in from the exchange's treasury, `withdraw` takes it back there. */
const TREASURY_KINDS = ['deposit', 'withdraw'] as const
const TREASURY_STATES = ['asked', 'approved', 'rejected'] as const
const APPROVAL_STATES = ['asked', 'approved', 'rejected', 'expired'] as const

export function defineStaff(c: Columns, people: PeopleTables, ledger: LedgerTables) {
  return {
    treasuryRequests: defineTreasury(c, people, ledger),
    packetRequests: definePacketRequests(c, people),
    freezes: defineFreezes(c),
    facts: defineFacts(c),
    factHead: defineFactHead(c),
    settings: defineSettings(c),
  }
}

/**
 * One movement between treasury and a wallet: asked by a maker, decided by a checker. The money waits as a
 * hold.
 */
function defineTreasury(c: Columns, { members }: PeopleTables, { assets }: LedgerTables) {
  return c.table(
    'treasury_requests',
    {
      id: c.id('id'),
      kind: c.oneOf('kind', TREASURY_KINDS).notNull(),
      /** Ledger owner that receives or gives: `member:5:available`, `chat:3`. */
      owner: c.text('owner').notNull(),
      asset: c
        .text('asset')
        .notNull()
        .references(() => assets.code),
      amount: c.amount('amount').notNull(),
      reason: c.text('reason').notNull(),
      maker: c
        .count('maker')
        .notNull()
        .references(() => members.id),
      checker: c.count('checker').references(() => members.id),
      state: c.oneOf('state', TREASURY_STATES).notNull(),
      createdAt: c.instant('created_at').notNull(),
      decidedAt: c.instant('decided_at'),
    },
    (t) => [
      c.index('treasury_requests_open').on(t.createdAt).where(sql`${t.state} = 'asked'`),
      c.check('treasury_requests_kind', oneOfThese(t.kind, TREASURY_KINDS)),
      c.check('treasury_requests_state', oneOfThese(t.state, TREASURY_STATES)),
      c.check('treasury_requests_amount', sql`${t.amount} > 0`),
      c.check('treasury_requests_decided', sql`(${t.state} = 'asked') = (${t.decidedAt} is null)`),
    ],
  )
}

/**
 * A packet above the limit of its sender, waiting for a second person. Nothing is reserved while it waits.
 */
function definePacketRequests(c: Columns, { members, chats }: PeopleTables) {
  return c.table(
    'packet_requests',
    {
      id: c.text('id').primaryKey(),
      maker: c
        .count('maker')
        .notNull()
        .references(() => members.id),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      /**
       * The packet as asked for, as `kit/json.ts` writes it; approving another text than was asked is
       * impossible. Of a passphrase what is kept of a packet's, and nothing once it is decided.
       */
      terms: c.text('terms').notNull(),
      checker: c.count('checker').references(() => members.id),
      state: c.oneOf('state', APPROVAL_STATES).notNull(),
      createdAt: c.instant('created_at').notNull(),
      /** From then on nobody can approve it. */
      expiresAt: c.instant('expires_at').notNull(),
      decidedAt: c.instant('decided_at'),
    },
    (t) => [
      c.index('packet_requests_open').on(t.createdAt).where(sql`${t.state} = 'asked'`),
      c.index('packet_requests_maker').on(t.maker).where(sql`${t.state} = 'asked'`),
      c.check('packet_requests_state', oneOfThese(t.state, APPROVAL_STATES)),
      c.check('packet_requests_decided', sql`(${t.state} = 'asked') = (${t.decidedAt} is null)`),
    ],
  )
}

/** A stop, of the programme, a chat or a person. A lifted one stays as history. */
function defineFreezes(c: Columns) {
  return c.table(
    'freezes',
    {
      id: c.id('id'),
      /** `programme`, `chat:3`, `member:7`. */
      scope: c.text('scope').notNull(),
      reason: c.text('reason').notNull(),
      by: c.text('by').notNull(),
      /** By staff or the audit: then a moderator of the group cannot lift it. */
      byStaff: c.flag('by_staff').notNull(),
      at: c.instant('at').notNull(),
      liftedBy: c.text('lifted_by'),
      liftedAt: c.instant('lifted_at'),
    },
    (t) => [c.uniqueIndex('freezes_live').on(t.scope).where(sql`${t.liftedAt} is null`)],
  )
}

/** What happened, who did it and why: append-only, each row linked to the one before by its hash. */
function defineFacts(c: Columns) {
  return c.table(
    'facts',
    {
      /** 1, 2, 3 … without a gap. */
      id: c.count('id').primaryKey(),
      kind: c.text('kind').notNull(),
      /** `member:7`, `operator`, `system`. */
      actor: c.text('actor').notNull(),
      /** What it is about: `packet:6f3k…`. */
      subject: c.text('subject').notNull(),
      /** Canonical JSON, see `kit/json.ts`. */
      details: c.text('details').notNull(),
      at: c.instant('at').notNull(),
      previousHash: c.bytes('previous_hash').notNull(),
      hash: c.bytes('hash').notNull(),
    },
    (t) => [
      c.index('facts_subject').on(t.subject, t.id),
      c.index('facts_actor').on(t.actor, t.id),
      c.check('facts_hashes', sql`length(${t.previousHash}) = 32 and length(${t.hash}) = 32`),
    ],
  )
}

/** One row: where the chain of facts stands; locked by whoever adds one. */
function defineFactHead(c: Columns) {
  return c.table(
    'fact_head',
    {
      one: c.count('one').primaryKey(),
      lastFact: c.count('last_fact').notNull(),
      hash: c.bytes('hash').notNull(),
    },
    (t) => [c.check('fact_head_one_row', sql`${t.one} = 1`)],
  )
}

/** Small things the house remembers: its own id, checkpoints. */
function defineSettings(c: Columns) {
  return c.table('settings', { key: c.text('key').primaryKey(), value: c.text('value').notNull() })
}
