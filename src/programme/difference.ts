/** What two programmes differ in: settings by their path, as the file spells them. */

export interface Difference {
  /** The part of the file. */
  section: string
  /** `packets.most.USDT`, `texts.guidelines["2025-11"].words.en`. */
  path: string
  /** As JSON; undefined where it is not there. */
  before: string | undefined
  after: string | undefined
}

/** Names by which entries of a list are known: one that is put in the middle changes no other. */
const NAMES = ['id', 'code', 'topic', 'value', 'kind', 'url'] as const

/** In the order of the newer file; of lists whose entries have names, entry by entry. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, next] = [inside(before) ?? {}, inside(after) ?? {}]
  return keysOf(old, next).flatMap((section) => changes(section, section, old[section], next[section]))
}

function changes(section: string, path: string, before: unknown, after: unknown): Difference[] {
  const [old, next] = [inside(before), inside(after)]
  if (old && next && Array.isArray(before) === Array.isArray(after)) {
    const isList = Array.isArray(before)
    return keysOf(old, next).flatMap((key) =>
      changes(section, isList ? `${path}["${key}"]` : `${path}.${key}`, old[key], next[key]),
    )
  }
  const [said, says] = [JSON.stringify(before), JSON.stringify(after)]
  return said === says ? [] : [{ section, path, before: said, after: says }]
}

/** Entries by key, of a list by name where all have different ones; undefined: it is a plain value. */
function inside(value: unknown): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value))
  const named = NAMES.map((name) => value.map((entry) => nameIn(entry, name))).find(
    (names) => names.every((one) => one !== undefined) && new Set(names).size === names.length,
  )
  return Object.fromEntries(value.map((entry, at) => [named?.[at] ?? String(at + 1), entry]))
}

function nameIn(entry: unknown, name: string): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const value: unknown = Reflect.get(entry, name)
  return typeof value === 'string' ? value : undefined
}

function keysOf(old: Record<string, unknown>, next: Record<string, unknown>): string[] {
  return [...new Set([...Object.keys(next), ...Object.keys(old)])]
}
