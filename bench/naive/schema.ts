/** The tables a tutorial would make for red packets, for both engines. */
import {
  bigint as pgBigint,
  integer as pgInteger,
  pgTable,
  text as pgText,
  unique as pgUnique,
  serial,
} from 'drizzle-orm/pg-core'
import { integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'

export const sqlite = {
  users: sqliteTable('users', {
    id: integer().primaryKey({ autoIncrement: true }),
    telegramId: text('telegram_id').notNull().unique(),
    name: text().notNull(),
    balance: integer().notNull().default(0),
  }),
  packets: sqliteTable('packets', {
    id: text().primaryKey(),
    total: integer().notNull(),
    shares: integer().notNull(),
    taken: integer().notNull().default(0),
    left: integer().notNull(),
  }),
  claims: sqliteTable(
    'claims',
    {
      id: integer().primaryKey({ autoIncrement: true }),
      packetId: text('packet_id').notNull(),
      userId: integer('user_id').notNull(),
      amount: integer().notNull(),
      createdAt: integer('created_at').notNull(),
    },
    (t) => [unique().on(t.packetId, t.userId)],
  ),
}

export const postgres = {
  users: pgTable('users', {
    id: serial().primaryKey(),
    telegramId: pgText('telegram_id').notNull().unique(),
    name: pgText().notNull(),
    balance: pgBigint({ mode: 'number' }).notNull().default(0),
  }),
  packets: pgTable('packets', {
    id: pgText().primaryKey(),
    total: pgBigint({ mode: 'number' }).notNull(),
    shares: pgInteger().notNull(),
    taken: pgInteger().notNull().default(0),
    left: pgBigint({ mode: 'number' }).notNull(),
  }),
  claims: pgTable(
    'claims',
    {
      id: serial().primaryKey(),
      packetId: pgText('packet_id').notNull(),
      userId: pgInteger('user_id').notNull(),
      amount: pgBigint({ mode: 'number' }).notNull(),
      createdAt: pgBigint('created_at', { mode: 'number' }).notNull(),
    },
    (t) => [pgUnique().on(t.packetId, t.userId)],
  ),
}

/** Made by hand: the bench needs no migrations. `ID` and `BIG` differ between the engines. */
export function tablesFor(dialect: 'sqlite' | 'postgres'): string[] {
  const id = dialect === 'sqlite' ? 'integer primary key autoincrement' : 'serial primary key'
  const big = dialect === 'sqlite' ? 'integer' : 'bigint'
  return [
    `create table users (id ${id}, telegram_id text not null unique, name text not null, balance ${big} not null default 0)`,
    `create table packets (id text primary key, total ${big} not null, shares integer not null, taken integer not null default 0, "left" ${big} not null)`,
    `create table claims (id ${id}, packet_id text not null, user_id integer not null, amount ${big} not null, created_at ${big} not null, unique (packet_id, user_id))`,
  ]
}
