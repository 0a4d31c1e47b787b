/**
 * What a database is made of, as names and definitions, so that a lost trigger, check or index is found at
 * start and named, instead of being missed by money later.
 */
import { must } from '../kit/refusal.js'
import { StartError } from '../kit/start-error.js'
import { runRaw } from './raw.js'
import type { Dialect, Work } from './storage.js'

/** `trigger transfers_guard` → its definition, in whatever text the engine gives for it. */
export type Description = Map<string, string>

/** Kinds of things that an operator may add without harm; an added trigger could do anything. */
const MAY_BE_ADDED = /^(table|index|column|constraint|function) /

/** What is wrong, a phrase each: `trigger transfers_guard is missing`. */
export function drift(expected: Description, actual: Description): string[] {
  const lost = [...expected].flatMap(([thing, definition]) => {
    const found = actual.get(thing)
    if (found === undefined) return [`${thing} is missing`]
    return found === definition ? [] : [`${thing} was changed`]
  })
  const added = [...actual.keys()].filter((thing) => !expected.has(thing) && !MAY_BE_ADDED.test(thing))
  return [...lost, ...added.map((thing) => `${thing} does not belong here`)]
}

/** Phrases in one message. */
const NAMED = 3

export function refuseDrift(phrases: string[]): void {
  if (phrases.length === 0) return
  const more = phrases.length > NAMED ? ` and ${phrases.length - NAMED} more` : ''
  throw new StartError(
    `The database's schema is damaged: ${phrases.slice(0, NAMED).join(', ')}${more}. Restore a backup, or put back what is missing from the program's migrations folder.`,
    'data',
  )
}

/** The query that describes the current schema, and how its rows, as arrays, become a description. */
export const DESCRIBE: Record<Dialect, { text: string; read(rows: unknown[][]): Description }> = {
  sqlite: {
    text: `select type || ' ' || name, sql from sqlite_schema where sql is not null and name not like 'sqlite!_%' escape '!'`,
    read: (rows) => new Map(rows.map(([thing, sql]) => [String(thing), withoutLayout(String(sql))])),
  },
  postgres: {
    text: `
  with here as (select oid from pg_namespace where nspname = current_schema()),
  tables as (select oid, relname from pg_class where relnamespace in (table here) and relkind in ('r', 'p'))
  select 'table ' || relname as thing, '' as definition from tables
  union all
  select 'column ' || relname || '.' || attname,
    concat_ws(' ', format_type(atttypid, atttypmod), attnotnull, attidentity, pg_get_expr(adbin, adrelid, true))
    from tables join pg_attribute a on a.attrelid = tables.oid
    left join pg_attrdef d on d.adrelid = tables.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped
  union all
  select 'constraint ' || conname || ' of ' || relname, concat_ws(' ', pg_get_constraintdef(c.oid, true), convalidated)
    from tables join pg_constraint c on c.conrelid = tables.oid where contype <> 'n'
  union all
  select 'index ' || i.relname, concat_ws(' ', pg_get_indexdef(i.oid, 0, true), indisvalid)
    from tables join pg_index x on x.indrelid = tables.oid join pg_class i on i.oid = x.indexrelid
  union all
  select 'trigger ' || tgname || ' of ' || relname, concat_ws(' ', pg_get_triggerdef(t.oid, true), tgenabled)
    from tables join pg_trigger t on t.tgrelid = tables.oid where not tgisinternal
  union all
  select 'rule ' || rulename || ' of ' || relname, pg_get_ruledef(r.oid, true)
    from tables join pg_rewrite r on r.ev_class = tables.oid
  union all
  select 'function ' || proname || '(' || pg_get_function_identity_arguments(oid) || ')',
    concat_ws(' ', prosrc, proconfig)
    from pg_proc where pronamespace in (table here)
  order by 1`,
    read: (rows) => new Map(rows.map(([thing, definition]) => [String(thing), String(definition)])),
  },
}

/** SQLite keeps the text as it was typed, and rewrites its quotes when a table is renamed. */
function withoutLayout(sql: string): string {
  return sql.replaceAll(/[\s"`]+/g, ' ').trim()
}

const expectations = new WeakMap<object, Description>()

/** Told by an engine about each of its connections: what {@link schemaDrift} is to compare with. */
export function expectSchema(connection: object, expected: Description): void {
  expectations.set(connection, expected)
}

/**
 * What the schema has lost or gained since it was migrated, a phrase each: `trigger transfers_guard is
 * missing`.
 */
export async function schemaDrift(work: Work): Promise<string[]> {
  const expected = must(expectations.get(work.connection), 'an engine has said what its schema is')
  const { text, read } = DESCRIBE[work.dialect]
  return drift(expected, read(await runRaw(work, 'schema.describe', text)))
}
