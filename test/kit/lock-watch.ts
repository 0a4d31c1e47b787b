/**
 * Watches in which order units of work take their locks on PostgreSQL, and tells which of them went back in
 * the one order of ARCHITECTURE.md. It reads the statements on their way to the server, so what locks a row
 * is seen whoever says it: rows that are locked, pinned or seized, and rows that are written.
 */
import pg from 'pg'

/** The order, from what is locked first. Tables of one step have none among themselves. */
export const LOCK_ORDER: readonly (readonly string[])[] = [
  ['forms'],
  ['link_brakes', 'link_guesses'],
  ['link_codes'],
  ['applications'],
  ['treasury_requests'],
  ['packet_requests'],
  ['reports'],
  ['cases'],
  ['partners'],
  ['group_invites', 'group_stays', 'badges'],
  ['chats'],
  ['members'],
  ['packets'],
  ['packet_chats', 'packet_claims', 'packet_entries', 'packet_tries', 'cards', 'freezes'],
  ['ledger_head'],
  ['fact_head'],
  ['outbox', 'calls'],
]

/** Of these several are locked, ascending. */
const ASCENDING: readonly string[] = ['applications', 'cases', 'partners', 'chats', 'packets']

const STEP = new Map(LOCK_ORDER.flatMap((tables, step) => tables.map((table) => [table, step] as const)))

const LOCKS = /^(?:with|select)\b.*?\bfrom "([a-z_]+)".*\bfor (?:no key update|update|key share)\b/s
const WRITES = /^(insert into|update|delete from) "([a-z_]+)"/
const UPSERTS = /\bon conflict\b.*\bdo update\b/s

/**
 * Of the outbox only what is settled or deleted counts. A wish to draw a card anew is written over by whoever
 * has what it shows, and the courier that carries it comes to the row last.
 */
const isWish = (table: string, statement: string) => table === 'outbox' && UPSERTS.test(statement)

/** A statement without what stands in parentheses: the first table of the rest is the one that is locked. */
function flat(statement: string): string {
  const inner = statement.replace(/\([^()]*\)/g, '')
  return inner === statement ? inner : flat(inner)
}

/** What a unit holds. */
interface Held {
  /** Rows by table and id; a table alone: rows that it wrote or made, whichever they are. */
  rows: Set<string>
  /** The last step that it came to, and by which table. */
  step: number
  last: string
  /** The highest number of a row it has, by table. */
  highest: Map<string, number>
  trail: string[]
}

const fresh = (): Held => ({ rows: new Set(), step: -1, last: '', highest: new Map(), trail: [] })

const held = new WeakMap<object, Held>()
const broken = new Set<string>()

function reach(unit: Held, table: string, what: string): void {
  const step = STEP.get(table)
  if (step === undefined) return
  unit.trail.push(what)
  if (step < unit.step) broken.add(`${what} after ${unit.last} (${unit.trail.join(', ')})`)
  else Object.assign(unit, { step, last: what })
}

function locked(unit: Held, table: string, ids: readonly string[]): void {
  const news = ids.filter((id) => !unit.rows.has(`${table} ${id}`))
  if (news.length === 0) return
  if (!unit.rows.has(table)) reach(unit, table, `lock ${table}`)
  for (const id of news) {
    unit.rows.add(`${table} ${id}`)
    if (!ASCENDING.includes(table) || unit.rows.has(table)) continue
    const before = unit.highest.get(table) ?? Number.NEGATIVE_INFINITY
    const number = /^[0-9]+$/.test(id) ? Number(id) : Number.NaN
    if (number < before) broken.add(`lock ${table} ${id} after ${before} (${unit.trail.join(', ')})`)
    unit.highest.set(table, Math.max(before, Number.isNaN(number) ? before : number))
  }
}

const holdsOf = (unit: Held, table: string) =>
  unit.rows.has(table) || [...unit.rows].some((row) => row.startsWith(`${table} `))

function written(unit: Held, verb: string, table: string, statement: string): void {
  const isNew = (verb === 'insert into' && !UPSERTS.test(statement)) || isWish(table, statement)
  if (!isNew && !holdsOf(unit, table)) reach(unit, table, `${verb} ${table}`)
  unit.rows.add(table)
}

/** A stop over what a partner spends is laid and lifted by whoever has the partner. */
const hangs = (table: string, row: unknown) =>
  table === 'freezes' && Object.values(row as object).some((value) => /^spender:/.test(String(value)))

function firstOf(row: unknown): string {
  const values = Array.isArray(row) ? row : Object.values(row as object)
  return String(values[0])
}

interface Asked {
  text?: string
}

interface Result {
  rows: unknown[]
  rowCount: number | null
}

type Query = (this: pg.Client, asked: string | Asked, ...more: unknown[]) => Promise<Result>

/** What the units of a test did wrong since it was asked last. */
export function brokenOrder(): string[] {
  const found = [...broken]
  broken.clear()
  return found
}

const asking = pg.Client.prototype.query as unknown as Query

/** Once for a process: it stands before every client that there will be. */
const watching: Query = function (asked, ...more) {
  const statement = (typeof asked === 'string' ? asked : (asked?.text ?? '')).trim()
  if (statement.startsWith('BEGIN')) held.set(this, fresh())
  const unit = held.get(this)
  const answer = asking.call(this, asked, ...more)
  if (!unit) return answer
  if (statement === 'COMMIT' || statement === 'ROLLBACK') held.delete(this)
  const [, verb, table] = WRITES.exec(statement) ?? []
  const [, from] = LOCKS.exec(flat(statement)) ?? []
  if ((!verb && !from) || typeof answer?.then !== 'function') return answer
  return answer.then((result) => {
    // A row that is not there is not locked.
    if (verb && table && result.rowCount) written(unit, verb, table, statement)
    if (from && result.rows.some((row) => hangs(from, row))) unit.rows.add('freezes of spenders')
    if (from) locked(unit, from, result.rows.filter((row) => !hangs(from, row)).map(firstOf))
    return result
  })
}
pg.Client.prototype.query = watching as unknown as typeof pg.Client.prototype.query
