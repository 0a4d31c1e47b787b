/**
 * What the bot's database says of a call. It is only read, in small looks, by a reader of its own: the bot
 * does not know of it.
 */
import type { LinkedBy, PlatformName, RailFact, RailOutgoing, RailTransfer } from './page-contract.js'

/** Rows by column names; integers are bigint. */
export interface Rows {
  all(sql: string, ...values: readonly (string | number | bigint)[]): Record<string, unknown>[]
  close(): void
}

/** Newest rows taken in at once. */
const ROWS_AT_ONCE = 2_000
/** Names of owners kept. */
const NAMES_KEPT = 2_000

/** A row that came after the last look, with what links it to a call. */
export interface NewRow {
  /** Milliseconds since the epoch; rows of one unit of work have the same. */
  at: number
  /** Who asked: `member:42`, `system`; of a message unknown. */
  actor?: string
  /** Everything of it that may name a call or what the call was about. */
  names: string
  show:
    | { kind: 'transfer'; row: Omit<RailTransfer, 'linkedBy'> }
    | { kind: 'fact'; row: Omit<RailFact, 'linkedBy'> }
    | { kind: 'outgoing'; row: Omit<RailOutgoing, 'linkedBy'> }
}

/** The row of `calls`. */
export interface KeptCall {
  at: number
  isRefused: boolean
  isForm: boolean
  isSilent: boolean
  /** Key of the first words of the answer: `claim-paid`, `refusal-packet-empty`; else empty. */
  said: string
  answer: string
}

export interface RailBook {
  /** Transfers, facts and outgoing messages since the last look. */
  news(): NewRow[]
  call(platform: PlatformName, id: string): KeptCall | undefined
  member(platform: PlatformName, account: string): number | undefined
  /** What people call whoever is behind an owner of the ledger; undefined while nobody has said it. */
  nameOf(owner: string): string | undefined
  /** How it stands now, and the key of the message that it became (`page/message-key.ts`). */
  outgoing(
    key: string,
  ): (Pick<RailOutgoing, 'state' | 'attempts' | 'waits'> & { message?: string }) | undefined
  close(): void
}

/** The bot's note at an answer that waits for the private chat (`scheduler/failures.ts`). */
const NO_PRIVATE_CHAT = 'there is no private chat'

const NEWEST = {
  transfers: 'select coalesce(max(id), 0) as newest from transfers',
  facts: 'select coalesce(max(id), 0) as newest from facts',
  outbox: 'select coalesce(max(id), 0) as newest from outbox',
}

const TRANSFERS = `
  select t.id, t.key, t.phase, t.asset, t.amount, t.code, t.ref, t.actor, t.at, a.scale,
    d.owner as debit, c.owner as credit
  from transfers t
  join assets a on a.code = t.asset
  join ledger_accounts d on d.id = t.debit
  join ledger_accounts c on c.id = t.credit
  where t.id > ? order by t.id limit ${ROWS_AT_ONCE}`
const FACTS = `
  select id, kind, actor, subject, details, at from facts where id > ? order by id limit ${ROWS_AT_ONCE}`
const OUTBOX = `
  select id, key, class, state, attempts, content, created_at as at
  from outbox where id > ? order by id limit ${ROWS_AT_ONCE}`
const CALL = 'select at, answer from calls where platform = ? and call = ?'

/** Throws what SQLite throws. From now on: what was there before is no news. */
export function openRailBook(rows: Rows): RailBook {
  const since = {
    transfers: newest(rows, 'transfers'),
    facts: newest(rows, 'facts'),
    outbox: newest(rows, 'outbox'),
  }
  const names = createNames(rows)
  const members = new Map<string, number>()
  const after = (table: keyof typeof since, sql: string): Record<string, unknown>[] => {
    const found = rows.all(sql, since[table])
    since[table] = Number(found.at(-1)?.id ?? since[table])
    return found
  }
  return {
    news: () => [
      ...after('transfers', TRANSFERS).map((row) => transferOf(row, names)),
      ...after('facts', FACTS).map((row) => factOf(row, names)),
      ...after('outbox', OUTBOX).map(outgoingOf),
    ],
    call(platform, id) {
      const [row] = rows.all(CALL, platform, id)
      return row && keptOf(row)
    },
    member(platform, account) {
      const key = `${platform}:${account}`
      const known = members.get(key)
      if (known !== undefined) return known
      const [row] = rows.all(
        'select member from identities where platform = ? and account = ?',
        platform,
        account,
      )
      if (row) members.set(key, Number(row.member))
      if (members.size > NAMES_KEPT) members.clear()
      return row && Number(row.member)
    },
    nameOf: names,
    outgoing(key) {
      const [row] = rows.all('select state, attempts, message, last_error from outbox where key = ?', key)
      const message = keyOfSent(textOf(row?.message))
      const now = row && {
        ...{ state: row.state as RailOutgoing['state'], attempts: Number(row.attempts) },
        ...(row.state === 'dead' && row.last_error === NO_PRIVATE_CHAT ? { waits: true as const } : {}),
      }
      return now && (message === undefined ? now : { ...now, message })
    },
    close: () => rows.close(),
  }
}

/**
 * The bot names a message of another chat with that chat, `5000:12`, and one that a single person sees with
 * them, `e5000:7` (`platforms/telegram/message-id.ts`); by its key it is `12` there, and `e5000.7`.
 */
function keyOfSent(message: string | undefined): string | undefined {
  const [, receiver, number] = /^(?:(e-?\d+)|-?\d+):(\d+)$/.exec(message ?? '') ?? []
  if (number === undefined) return message
  return receiver === undefined ? number : `${receiver}.${number}`
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const newest = (rows: Rows, table: keyof typeof NEWEST): number =>
  Number(rows.all(NEWEST[table])[0]?.newest ?? 0)

/** The tone of a no that was written down with what it counted, or that says what is missing. */
const NO = '"tone":"refusal"'
/** The same tone, of the answer to somebody who asked what is missing. */
const WHY_NOT = 'why-not'
/** Parts of answers that ask: a field to fill in, a line to type, or buttons of a form. */
const QUESTIONS = ['"form":{', '"awaits":{', '"command":"form"']

function keptOf({ at, answer }: Record<string, unknown>): KeptCall {
  const text = textOf(answer) ?? ''
  const said = /"text":\[\{"key":"([^"]+)"/.exec(text)?.[1] ?? ''
  return {
    at: Number(at),
    answer: text,
    isRefused: text.includes('"refused":true') || (text.includes(NO) && said !== WHY_NOT),
    isForm: QUESTIONS.some((part) => text.includes(part)),
    isSilent: text === '',
    said,
  }
}

function transferOf(row: Record<string, unknown>, names: (owner: string) => string | undefined): NewRow {
  const [debit, credit] = [String(row.debit), String(row.credit)]
  return {
    at: Number(row.at),
    actor: String(row.actor),
    names: `${String(row.key)} ${textOf(row.ref) ?? ''}`,
    show: {
      kind: 'transfer',
      row: {
        ...{ id: Number(row.id), code: String(row.code), phase: row.phase as RailTransfer['phase'] },
        ...{ debit, credit, asset: String(row.asset) },
        ...namesOf({ debit, credit }, names),
        amount: decimal(BigInt(row.amount as bigint), Number(row.scale)),
      },
    },
  }
}

/** Those names that are known. */
export function namesOf(
  { debit, credit }: Pick<RailTransfer, 'debit' | 'credit'>,
  names: (owner: string) => string | undefined,
): Pick<RailTransfer, 'debitName' | 'creditName'> {
  const [debitName, creditName] = [names(debit), names(credit)]
  return {
    ...(debitName === undefined ? {} : { debitName }),
    ...(creditName === undefined ? {} : { creditName }),
  }
}

function factOf(row: Record<string, unknown>, names: (owner: string) => string | undefined): NewRow {
  const [kind, subject] = [String(row.kind), String(row.subject)]
  const [name, detail] = [names(subject), detailOf(textOf(row.details))]
  const show = {
    kind: 'fact' as const,
    row: {
      kind,
      subject,
      ...(name === undefined ? {} : { name }),
      ...(detail === undefined ? {} : { detail }),
      ...(row.actor === SYSTEM ? ({ isOfBot: true } as const) : {}),
    },
  }
  return { at: Number(row.at), actor: String(row.actor), names: subject, show }
}

/** The actor of what nobody asked for. */
const SYSTEM = 'system'

/** The role that was given or taken, or the state that something moved to. */
function detailOf(details: string | undefined): string | undefined {
  const { role, to } = (details ? JSON.parse(details) : {}) as { role?: unknown; to?: unknown }
  return textOf(role) ?? textOf(to)
}

function outgoingOf(row: Record<string, unknown>): NewRow {
  const key = String(row.key)
  return {
    at: Number(row.at),
    names: `${key} ${String(row.content)}`,
    show: {
      kind: 'outgoing',
      row: {
        ...{ key, state: row.state as RailOutgoing['state'], class: row.class as RailOutgoing['class'] },
        attempts: Number(row.attempts),
      },
    },
  }
}

/** `1250000` at 6 places is `1.25`. */
export function decimal(units: bigint, scale: number): string {
  const digits = String(units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const rest = digits.slice(digits.length - scale).replace(/0+$/, '')
  return rest === '' ? whole : `${whole}.${rest}`
}

/** Nobody is called by an empty name; of two accounts the one that has a name. */
const NAME = "select name from identities where member = ? and name <> '' order by platform limit 1"
const TITLE = "select title as name from chats where id = ? and title <> ''"

/** What people call whoever is behind an owner of the ledger. A name that is not there yet may come. */
function createNames(rows: Rows): (owner: string) => string | undefined {
  const known = new Map<string, string>()
  return (owner) => {
    const [kind, id = ''] = owner.split(':')
    if (kind !== 'member' && kind !== 'chat') return undefined
    const name = known.get(owner) ?? textOf(rows.all(kind === 'member' ? NAME : TITLE, Number(id))[0]?.name)
    if (known.size > NAMES_KEPT) known.clear()
    if (name !== undefined) known.set(owner, name)
    return name
  }
}

/** Ids that the house makes: 16 characters of Crockford's base 32, as packets, forms and requests have. */
const IDS = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{16}(?![0-9a-z])/g

export const idsIn = (text: string): string[] => text.match(IDS) ?? []

/**
 * Whether a row belongs to a call: it names the call itself or an id that the call was about, or it was only
 * written in the same unit of work for the same person.
 */
export function linkOf(
  row: NewRow,
  call: { key: string; at: number; member: number | undefined; ids: ReadonlySet<string> },
): LinkedBy | undefined {
  // An answer that did not get through at once is kept later, in a unit of its own.
  if (row.names.startsWith(`answer:${call.key} `)) return 'key'
  if (row.at !== call.at) return undefined
  const isOurs = row.actor === undefined || row.actor === SYSTEM || row.actor === `member:${call.member}`
  if (!isOurs) return undefined
  if (idsIn(row.names).some((id) => call.ids.has(id))) return 'key'
  return row.actor === SYSTEM ? undefined : 'time'
}
