/**
 * Claims without any bot: what storage takes, in a process of its own. Arguments: engine, database, the way
 * (`naive`, `raw`, `ours`), and how many claims. Each person claims once, everybody is new.
 */
import Database from 'better-sqlite3'
import pg from 'pg'
import { ensureAssets } from '../src/core/assets/assets.js'
import { move } from '../src/core/ledger/ledger.js'
import { introduce } from '../src/core/linking/linking.js'
import { chatAt, recognise } from '../src/core/members/members.js'
import { claimShares, dropPacket } from '../src/core/packets/packets.js'
import { silentLog } from '../src/kit/log.js'
import { realWorld } from '../src/kit/world.js'
import { programmeSchema } from '../src/programme/programme.js'
import { openStorage } from '../src/storage/open.js'
import type { Work } from '../src/storage/storage.js'
import { openPostgres, openSqlite } from './naive/claims.js'

/** Claims in one unit of work or commit: `GATHERED_MOST` of the dispatch. */
const TOGETHER = 256
const SHARES = 1_000
const ASSET = { code: 'USDT', scale: 6 }

/** Seconds that the task took. */
async function timed(task: () => Promise<void>): Promise<number> {
  const begin = performance.now()
  await task()
  return (performance.now() - begin) / 1000
}

/** As the naive bot: one transaction a claim; on PostgreSQL as many at once as its pool has connections. */
async function naive(claims: number): Promise<number> {
  const store = engine === 'sqlite' ? openSqlite(url) : await openPostgres(url)
  const packets = Math.ceil(claims / SHARES)
  for (let at = 0; at < packets; at++) await store.addPacket(`p${at}`, SHARES)
  let next = 0
  const worker = async () => {
    for (let at = next++; at < claims; at = next++) {
      const amount = await store.claim(`p${Math.floor(at / SHARES)}`, { id: String(at), name: 'Somebody' })
      if (typeof amount !== 'number') throw new Error(`claim ${at}: ${amount}`)
    }
  }
  const seconds = await timed(async () => void (await Promise.all(Array.from({ length: 10 }, worker))))
  await store.close()
  return seconds
}

/** Rows that a claim cannot do without: who, the claim, the transfer, both balances. */
const RAW_TABLES = [
  'create table people (id integer primary key, name text not null, balance bigint not null)',
  'create table claims (packet integer not null, slot integer not null, person integer not null, amount bigint not null, primary key (packet, person))',
  'create table transfers (id integer primary key, key text not null unique, debit integer not null, credit integer not null, amount bigint not null)',
  'create table packets (id integer primary key, taken integer not null, balance bigint not null)',
]

/** Prepared statements, a few hundred claims a commit, no checks beyond the keys: the floor of it all. */
async function rawSqlite(claims: number): Promise<number> {
  const database = new Database(url)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  for (const table of RAW_TABLES) database.exec(table)
  const person = database.prepare('insert into people values (?, ?, ?)')
  const claim = database.prepare('insert into claims values (?, ?, ?, ?)')
  const transfer = database.prepare('insert into transfers values (?, ?, ?, ?, ?)')
  const packet = database.prepare('update packets set taken = taken + ?, balance = balance - ? where id = ?')
  const taken = database.prepare('select taken from packets where id = ?')
  for (let at = 0; at <= claims / SHARES; at++) {
    database.prepare('insert into packets values (?, 0, ?)').run(at, SHARES * 1_000_000)
  }
  const batch = database.transaction((from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const id = Math.floor(at / SHARES)
      const { taken: slot } = taken.get(id) as { taken: number }
      person.run(at, `Person ${at}`, 1_000_000)
      claim.run(id, slot, at, 1_000_000)
      transfer.run(at, `packet:claim:${id}:${at}`, id, at, 1_000_000)
      packet.run(1, 1_000_000, id)
    }
  })
  const seconds = await timed(async () => {
    for (let at = 0; at < claims; at += TOGETHER) batch(at, Math.min(claims, at + TOGETHER))
  })
  database.close()
  return seconds
}

/** One set-based statement for a few hundred claims, one commit. */
async function rawPostgres(claims: number): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const table of RAW_TABLES) await client.query(table)
  await client.query('insert into packets select id, 0, $2::bigint from generate_series(0, $1::int) id', [
    Math.ceil(claims / SHARES),
    SHARES * 1_000_000,
  ])
  const text = `
    with new as (select p as person, p / ${SHARES} as packet, p % ${SHARES} as slot from unnest($1::int[]) p),
    a as (insert into people select person, 'Person ' || person, 1000000 from new),
    b as (insert into claims select packet, slot, person, 1000000 from new),
    c as (insert into transfers select person, 'packet:claim:' || packet || ':' || person, packet, person, 1000000 from new)
    update packets set taken = taken + n, balance = balance - n * 1000000
    from (select packet, count(*) n from new group by packet) s where packets.id = s.packet`
  const seconds = await timed(async () => {
    for (let at = 0; at < claims; at += TOGETHER) {
      const people = Array.from({ length: Math.min(TOGETHER, claims - at) }, (_, index) => at + index)
      await client.query({ name: 'batch', text, values: [people] })
    }
  })
  await client.end()
  return seconds
}

const POLICY = programmeSchema.parse({ name: 'Bench', mainAsset: 'USDT', assets: [ASSET] }).packets
const PLACE = { platform: 'telegram' as const, chat: '-100', kind: 'group' as const, title: 'Group' }

/**
 * The house's own path below the dispatch: people recognised, shares claimed, money moved, all of it proved.
 */
async function ours(claims: number): Promise<number> {
  const where = engine === 'sqlite' ? `file:${url}` : url
  const storage = await openStorage({ url: where, world: realWorld(), log: silentLog })
  const { packets, chat } = await storage.write((work) => furnish(work, claims))
  const seconds = await timed(async () => {
    for (let at = 0; at < claims; at += TOGETHER) {
      const numbers = Array.from({ length: Math.min(TOGETHER, claims - at) }, (_, index) => at + index)
      await storage.write((work) => claimTogether(work, numbers, packets, chat))
    }
  })
  await storage.close()
  return seconds
}

/** A sender with money, a group, and packets enough for `claims`. */
async function furnish(work: Work, claims: number): Promise<{ packets: string[]; chat: number }> {
  await ensureAssets(work, [ASSET])
  const sender = await introduce(work, [{ platform: 'telegram', id: '1', name: 'Sender' }])
  const { id: chat } = await chatAt(work, PLACE)
  const source = { kind: 'member' as const, id: sender }
  const amount = BigInt(claims + SHARES) * 1_000_000n
  const common = { code: 'treasury-deposit', ref: 'bench', actor: 'bench' }
  await move(work, [
    { key: 'bench:money', from: { kind: 'treasury' }, to: source, asset: 'USDT', amount, ...common },
  ])
  const order = {
    ...{ sender, chat, source, asset: ASSET, shares: SHARES, conditions: [] },
    ...{ total: BigInt(SHARES) * 1_000_000n, cap: null, lifeMs: 86_400_000 },
    split: 'lucky' as const,
    spread: 'normal' as const,
  }
  const packets: string[] = []
  while (packets.length * SHARES < claims) packets.push((await dropPacket(work, order, POLICY)).id)
  return { packets, chat }
}

/** Everybody of `numbers` is new, and wins. */
async function claimTogether(
  work: Work,
  numbers: readonly number[],
  packets: readonly string[],
  chat: number,
): Promise<void> {
  const accounts = numbers.map((number) => ({
    platform: 'telegram' as const,
    id: String(1_000 + number),
    name: `Person ${number}`,
  }))
  const known = await recognise(
    work,
    accounts.map((account) => ({ account, place: PLACE })),
  )
  const facts = { platform: 'telegram' as const, membership: 'unknown' as const, isPremium: false }
  const presses = known.map(({ member }, at) => ({
    packet: packets[Math.floor((numbers[at] ?? 0) / SHARES)] ?? '',
    ...{ member, chat },
    person: { ...facts, since: undefined, roles: [] },
  }))
  const odd = (await claimShares(work, presses, POLICY)).find(({ kind }) => kind !== 'paid')
  if (odd) throw new Error(`a claim of the bench was not paid: ${odd.kind}`)
}

const [, , engine = '', url = '', way = '', count = '1000'] = process.argv
const ways: Record<string, (claims: number) => Promise<number>> = {
  naive,
  raw: engine === 'sqlite' ? rawSqlite : rawPostgres,
  ours,
}
const run = ways[way]
if (!run) throw new Error(`no such way: ${way}`)
const seconds = await run(Number(count))
process.send?.(seconds)
process.disconnect?.()
