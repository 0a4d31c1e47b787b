/** Red packets: what was put in, how it is split, who has taken what. */
import { sql } from 'drizzle-orm'
import { type Columns, oneOfThese } from '../columns.js'
import type { LedgerTables } from './ledger.js'
import type { PeopleTables } from './people.js'

/**
 * `live` and `paused` may end in `closed` (every share taken, or the window drawn), `expired` or `cancelled`;
 * an end is for ever. What was left has then gone back to where it came from, in the same unit of work.
 */
const PACKET_STATES = ['live', 'paused', 'closed', 'expired', 'cancelled'] as const
const SPLITS = ['lucky', 'equal', 'fixed'] as const
const SPREADS = ['calm', 'normal', 'wild'] as const
const DRAWS = ['first', 'window'] as const
/** What somebody was who paused a packet, each outranking the one before. */
const PAUSERS = ['sender', 'moderator', 'staff'] as const
/** Why somebody who had entered was not in the draw. */
const EXCLUSIONS = ['frozen'] as const

export function defineDrops(c: Columns, people: PeopleTables, ledger: LedgerTables) {
  const packets = definePackets(c, people, ledger)
  const packetShares = defineShares(c, packets)
  return {
    packets,
    packetShares,
    packetTranches: defineTranches(c, people, packets),
    packetClaims: defineClaims(c, people, packets, packetShares),
    packetEntries: defineEntries(c, people, packets),
    packetChats: definePlaces(c, people, packets),
    packetTries: defineTries(c, people, packets),
  }
}

function definePackets(c: Columns, { members, chats }: PeopleTables, { assets }: LedgerTables) {
  return c.table(
    'packets',
    {
      id: c.text('id').primaryKey(),
      sender: c
        .count('sender')
        .notNull()
        .references(() => members.id),
      /** The chat it was dropped from, for limits. */
      origin: c
        .count('origin')
        .notNull()
        .references(() => chats.id),
      asset: c
        .text('asset')
        .notNull()
        .references(() => assets.code),
      /** Everything ever put in, top-ups included. */
      total: c.amount('total').notNull(),
      shares: c.count('shares').notNull(),
      taken: c.count('taken').notNull().default(0),
      paid: c.amount('paid').notNull().default(sql`0`),
      split: c.oneOf('split', SPLITS).notNull(),
      spread: c.oneOf('spread', SPREADS).notNull(),
      floor: c.amount('floor').notNull(),
      cap: c.amount('cap'),
      draw: c.oneOf('draw', DRAWS).notNull(),
      /** When a window closes and is drawn. */
      drawAt: c.instant('draw_at'),
      /** Ledger owner that paid and gets back what is left: `member:5:available`, `chat:3`. */
      source: c.text('source').notNull(),
      /** Conditions of a claim beyond those that always hold; see `core/conditions`. */
      conditions: c.text('conditions').notNull(),
      /** HMAC-SHA256 of the passphrase under the seed, hex; null without one. */
      passphrase: c.text('passphrase'),
      /** The sender's words on the card. */
      greeting: c.text('greeting'),
      /** Secret until the packet has ended; see docs/fairness.md. */
      seed: c.bytes('seed').notNull(),
      state: c.oneOf('state', PACKET_STATES).notNull(),
      /** Who paused it last, and as what: nobody of a lower rank lets it go on. */
      pausedBy: c.text('paused_by'),
      pausedAs: c.oneOf('paused_as', PAUSERS),
      expiresAt: c.instant('expires_at').notNull(),
      createdAt: c.instant('created_at').notNull(),
      endedAt: c.instant('ended_at'),
      /** Who or what ended it: `member:7`, `system`. */
      endedBy: c.text('ended_by'),
    },
    (t) => [
      c.index('packets_sender').on(t.sender, t.createdAt),
      c.index('packets_origin').on(t.origin, t.createdAt),
      c.index('packets_due').on(t.expiresAt).where(sql`${t.endedAt} is null`),
      c.check('packets_state', oneOfThese(t.state, PACKET_STATES)),
      c.check('packets_split', oneOfThese(t.split, SPLITS)),
      c.check('packets_spread', oneOfThese(t.spread, SPREADS)),
      c.check('packets_draw', oneOfThese(t.draw, DRAWS)),
      c.check('packets_window', sql`(${t.draw} = 'window') = (${t.drawAt} is not null)`),
      c.check('packets_taken', sql`${t.taken} between 0 and ${t.shares}`),
      c.check('packets_paid', sql`${t.paid} between 0 and ${t.total}`),
      c.check('packets_total', sql`${t.total} > 0 and ${t.floor} > 0`),
      c.check('packets_ended', sql`(${t.state} in ('live', 'paused')) = (${t.endedAt} is null)`),
      c.check('packets_paused', sql`${t.state} <> 'paused' or ${t.pausedAs} is not null`),
      c.check('packets_pauser', oneOfThese(t.pausedAs, PAUSERS)),
      c.check('packets_seed', sql`length(${t.seed}) = 32`),
    ],
  )
}

/** One committed drawing: the first, and one for each top-up. */
function defineTranches(c: Columns, { members }: PeopleTables, packets: ReturnType<typeof definePackets>) {
  return c.table(
    'packet_tranches',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      number: c.count('number').notNull(),
      total: c.amount('total').notNull(),
      shares: c.count('shares').notNull(),
      /** Hex SHA-256, published when the tranche was made. */
      commitment: c.text('commitment').notNull(),
      at: c.instant('at').notNull(),
      /** The second person who agreed to it; null: its sender alone. */
      approvedBy: c.count('approved_by').references(() => members.id),
    },
    (t) => [
      c.primaryKey({ name: 'packet_tranches_number', columns: [t.packet, t.number] }),
      /** The limits look at the newest days only. */
      c.index('packet_tranches_at').on(t.at),
    ],
  )
}

/** The shares, drawn whole at creation; slot 0 is taken first. Never changed. */
function defineShares(c: Columns, packets: ReturnType<typeof definePackets>) {
  return c.table(
    'packet_shares',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      slot: c.count('slot').notNull(),
      amount: c.amount('amount').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'packet_shares_slot', columns: [t.packet, t.slot] }),
      c.unique('packet_shares_amount').on(t.packet, t.slot, t.amount),
      c.check('packet_shares_positive', sql`${t.amount} > 0`),
    ],
  )
}

/** A share taken: one a person, one a slot, the slot's own amount. The database holds all three. */
function defineClaims(
  c: Columns,
  { members, chats }: PeopleTables,
  packets: ReturnType<typeof definePackets>,
  shares: ReturnType<typeof defineShares>,
) {
  return c.table(
    'packet_claims',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      slot: c.count('slot').notNull(),
      amount: c.amount('amount').notNull(),
      /** Where it was pressed. */
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      at: c.instant('at').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'packet_claims_once', columns: [t.packet, t.member] }),
      c.unique('packet_claims_slot').on(t.packet, t.slot),
      c.index('packet_claims_member').on(t.member, t.at),
      c.foreignKey({
        name: 'packet_claims_share',
        columns: [t.packet, t.slot, t.amount],
        foreignColumns: [shares.packet, shares.slot, shares.amount],
      }),
    ],
  )
}

/** Who is in for the draw of a window. */
function defineEntries(
  c: Columns,
  { members, chats }: PeopleTables,
  packets: ReturnType<typeof definePackets>,
) {
  return c.table(
    'packet_entries',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      at: c.instant('at').notNull(),
      /** Null: in the draw. */
      excluded: c.oneOf('excluded', EXCLUSIONS),
    },
    (t) => [
      c.primaryKey({ name: 'packet_entries_once', columns: [t.packet, t.member] }),
      c.check('packet_entries_excluded', oneOfThese(t.excluded, EXCLUSIONS)),
    ],
  )
}

/** The chats a packet lives in, and those it was taken off: a press from anywhere else is refused. */
function definePlaces(c: Columns, { chats }: PeopleTables, packets: ReturnType<typeof definePackets>) {
  return c.table(
    'packet_chats',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      chat: c
        .count('chat')
        .notNull()
        .references(() => chats.id),
      thread: c.text('thread'),
      /** When it was shared into this chat, and what was left in it then; null where it was dropped. */
      sharedAt: c.instant('shared_at'),
      brought: c.amount('brought'),
      /** When it was taken off this chat again, and by whom; nobody puts it back. */
      withdrawnAt: c.instant('withdrawn_at'),
      withdrawnBy: c.text('withdrawn_by'),
    },
    (t) => [
      c.primaryKey({ name: 'packet_chats_place', columns: [t.packet, t.chat] }),
      c.index('packet_chats_chat').on(t.chat, t.sharedAt),
    ],
  )
}

/** Wrong passphrases, counted by person. */
function defineTries(c: Columns, { members }: PeopleTables, packets: ReturnType<typeof definePackets>) {
  return c.table(
    'packet_tries',
    {
      packet: c
        .text('packet')
        .notNull()
        .references(() => packets.id),
      member: c
        .count('member')
        .notNull()
        .references(() => members.id),
      tries: c.count('tries').notNull(),
    },
    (t) => [c.primaryKey({ name: 'packet_tries_member', columns: [t.packet, t.member] })],
  )
}
