/**
 * JSON that keeps bigint, and a canonical form for hashing. `toJson` writes a bigint as `{"$n":"123"}`;
 * nothing else of the house uses a key that begins with `$`.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? { $n: String(inner) } : inner))
}

export function fromJson<T>(json: string): T {
  return JSON.parse(json, (_key, inner) => (isPackedBigint(inner) ? BigInt(inner.$n) : inner)) as T
}

/**
 * Same value, same text: keys sorted, no white space, bigint as a decimal string. For hashes and comparisons.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'bigint') return JSON.stringify(String(value))
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`
}

function isPackedBigint(value: unknown): value is { $n: string } {
  return typeof value === 'object' && value !== null && '$n' in value && typeof value.$n === 'string'
}
