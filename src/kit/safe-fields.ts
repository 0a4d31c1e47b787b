/**
 * What of a value may be logged, as plain data: structure by an allow-list here, secrets inside texts by
 * `redaction.ts`. The platforms' own errors carry the token in URLs, whole requests and people's words; so of
 * an error only the fields named below go on, and of objects that are no plain data only their class.
 */

/** Deeper than this, and longer than that, nobody reads a log line. */
const DEPTH_MAX = 3
const ITEMS_MAX = 20
/** UTF-16 units. */
const TEXT_MAX = 2_000
const MESSAGE_MAX = 500
const CAUSES_MAX = 3
const FRAMES_MAX = 12

/** Fields of errors that say what happened and hold nobody's words. */
const ERROR_FIELDS = [
  'code',
  'error_code',
  'status',
  'method',
  'description',
  'syscall',
  'constraint',
] as const

/** Names that the log line itself uses. */
const RESERVED = new Set(['level', 'time', 'msg'])
const TELLING = /token|secret|password|passphrase|authorization|cookie|api_?key|private_?key/i

/**
 * JavaScript's own errors, which only a mistake of ours makes, and the database's about what we asked of it.
 */
const OUR_MISTAKES = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'EvalError',
  'URIError',
  'AggregateError',
  'AssertionError',
  'SqliteError',
  'DatabaseError',
  'DrizzleQueryError',
])

type Plain = string | number | boolean | null | undefined | Plain[] | { [name: string]: Plain }

/** Fields of a log line. Never throws, whatever it is given. */
export function safeFields(fields: Readonly<Record<string, unknown>>): Record<string, Plain> {
  try {
    const entries = Object.entries(plainObject(fields, 1))
    return Object.fromEntries(entries.map(([name, value]) => [RESERVED.has(name) ? `${name}_` : name, value]))
  } catch {
    return { unreadable: true }
  }
}

/**
 * Name, message, the fields of the allow-list, what caused it; and where in our code it came from, if it is
 * ours.
 */
function safeError(error: Error, causesLeft = CAUSES_MAX): { [name: string]: Plain } {
  const safe: { [name: string]: Plain } = { name: nameOf(error), message: messageOf(error) }
  for (const field of ERROR_FIELDS) {
    const value: unknown = Reflect.get(error, field)
    if (typeof value === 'number') safe[field] = value
    if (typeof value === 'string') safe[field] = cut(value, MESSAGE_MAX)
  }
  if (OUR_MISTAKES.has(nameOf(error))) safe.stack = framesOf(error)
  const cause = causeOf(error)
  if (cause && causesLeft > 0) safe.cause = safeError(cause, causesLeft - 1)
  return safe
}

/** grammY keeps the cause of an HttpError or BotError in `error`. */
function causeOf(error: Error): Error | undefined {
  const inner: unknown = error.cause ?? Reflect.get(error, 'error')
  return inner instanceof Error ? inner : undefined
}

function nameOf(error: Error): string {
  const { name } = error
  // drizzle gives its errors no name of their own.
  return cut(name === 'Error' ? error.constructor.name : String(name), MESSAGE_MAX)
}

/** drizzle's message goes on with the values of the query, which may be anybody's words. */
function messageOf(error: Error): string {
  const [message = ''] = String(error.message).split('\nparams: ')
  return cut(message, MESSAGE_MAX)
}

/** Without the first lines, which repeat the message. */
function framesOf(error: Error): string {
  const lines = String(error.stack ?? '').split('\n')
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, FRAMES_MAX)
    .map((line) => line.trim())
    .join('\n')
}

function plain(value: unknown, depth: number): Plain {
  if (typeof value === 'string') return cut(value, TEXT_MAX)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'bigint') return String(value)
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return undefined
  if (value instanceof Error) return safeError(value)
  if (depth > DEPTH_MAX) return '…'
  if (Array.isArray(value)) return value.slice(0, ITEMS_MAX).map((item) => plain(item, depth + 1))
  return isPlainObject(value) ? plainObject(value, depth + 1) : `[${classOf(value)}]`
}

function plainObject(object: Readonly<Record<string, unknown>>, depth: number): { [name: string]: Plain } {
  const entries = Object.entries(object).slice(0, ITEMS_MAX)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, TELLING.test(name) ? '<hidden>' : plain(value, depth)]),
  )
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

function classOf(value: object): string {
  return cut(String(value.constructor?.name ?? 'object'), MESSAGE_MAX)
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}…` : text
}
