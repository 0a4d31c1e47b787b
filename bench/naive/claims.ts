/** A claim as tutorials write it: one drizzle transaction, look, decide, write. */
import Database from 'better-sqlite3'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { postgres, sqlite, tablesFor } from './schema.js'

export interface NaiveClaims {
  addPacket(id: string, shares: number): Promise<void>
  /** The amount, or why there is none. */
  claim(packet: string, person: { id: string; name: string }): Promise<number | 'already' | 'empty'>
  counts(): Promise<{ claims: number; sum: number }>
  close(): Promise<void>
}

/** Smallest units in one share. */
const SHARE = 1_000_000

/** `file` of a database that is as durable as ours: WAL, synchronous FULL. */
export function openSqlite(file: string): NaiveClaims {
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  for (const table of tablesFor('sqlite')) database.exec(table)
  const db = drizzleSqlite(database)
  const { users, packets, claims } = sqlite
  return {
    async addPacket(id, shares) {
      db.insert(packets)
        .values({ id, shares, total: shares * SHARE, left: shares * SHARE })
        .run()
    },
    async claim(packetId, person) {
      return db.transaction((tx) => {
        const packet = tx.select().from(packets).where(eq(packets.id, packetId)).get()
        if (!packet || packet.taken >= packet.shares) return 'empty'
        tx.insert(users).values({ telegramId: person.id, name: person.name }).onConflictDoNothing().run()
        const user = tx.select().from(users).where(eq(users.telegramId, person.id)).get()
        if (!user) return 'empty'
        const own = and(eq(claims.packetId, packetId), eq(claims.userId, user.id))
        if (tx.select().from(claims).where(own).get()) return 'already'
        const amount = drawn(packet.left, packet.shares - packet.taken)
        tx.insert(claims).values({ packetId, userId: user.id, amount, createdAt: Date.now() }).run()
        tx.update(packets)
          .set({ taken: sql`${packets.taken} + 1`, left: sql`${packets.left} - ${amount}` })
          .where(eq(packets.id, packetId))
          .run()
        tx.update(users)
          .set({ balance: sql`${users.balance} + ${amount}` })
          .where(eq(users.id, user.id))
          .run()
        return amount
      })
    },
    async counts() {
      const [row] = db
        .select({ count: sql<number>`count(*)`, sum: sql<number>`sum(amount)` })
        .from(claims)
        .all()
      return { claims: row?.count ?? 0, sum: row?.sum ?? 0 }
    },
    async close() {
      database.close()
    },
  }
}

/** Row locks as a careful tutorial takes them; without them it would pay more than there is. */
export async function openPostgres(url: string): Promise<NaiveClaims> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  for (const table of tablesFor('postgres')) await pool.query(table)
  const db = drizzlePostgres(pool)
  const { users, packets, claims } = postgres
  return {
    async addPacket(id, shares) {
      await db.insert(packets).values({ id, shares, total: shares * SHARE, left: shares * SHARE })
    },
    claim(packetId, person) {
      return db.transaction(async (tx) => {
        const [packet] = await tx.select().from(packets).where(eq(packets.id, packetId)).for('update')
        if (!packet || packet.taken >= packet.shares) return 'empty'
        await tx.insert(users).values({ telegramId: person.id, name: person.name }).onConflictDoNothing()
        const [user] = await tx.select().from(users).where(eq(users.telegramId, person.id))
        if (!user) return 'empty'
        const own = and(eq(claims.packetId, packetId), eq(claims.userId, user.id))
        if ((await tx.select().from(claims).where(own)).length > 0) return 'already'
        const amount = drawn(packet.left, packet.shares - packet.taken)
        await tx.insert(claims).values({ packetId, userId: user.id, amount, createdAt: Date.now() })
        await tx
          .update(packets)
          .set({ taken: sql`${packets.taken} + 1`, left: sql`${packets.left} - ${amount}` })
          .where(eq(packets.id, packetId))
        await tx
          .update(users)
          .set({ balance: sql`${users.balance} + ${amount}` })
          .where(eq(users.id, user.id))
        return amount
      })
    },
    async counts() {
      const [row] = await db
        .select({ count: sql<string>`count(*)`, sum: sql<string>`sum(amount)` })
        .from(claims)
      return { claims: Number(row?.count ?? 0), sum: Number(row?.sum ?? 0) }
    },
    close: () => pool.end(),
  }
}

/** The usual red packet: up to twice the average of what is left, the last one takes the rest. */
function drawn(left: number, people: number): number {
  if (people === 1) return left
  return Math.max(1, Math.floor(Math.random() * ((2 * left) / people)))
}
