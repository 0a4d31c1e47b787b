/** What the document about a person is made of. */

/** Plain data, ready for JSON. */
export type PrivacyDocument = Record<string, unknown>

/** ISO 8601 in UTC. */
export function moment(at: number): string
export function moment(at: number | null): string | null
export function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}

/** What a moment is called in what is kept as JSON, where it is in ms since the epoch. */
const MOMENT = /^(?:at|instant|until)$|At$/

/** What is kept as JSON, with its moments as {@link moment} writes them. */
export function dated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dated)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => {
    return [name, typeof one === 'number' && MOMENT.test(name) ? moment(one) : dated(one)] as const
  })
  return Object.fromEntries(entries)
}
