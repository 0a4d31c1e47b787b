/** What the document about a person is made of. */

/** Plain data, ready for JSON. */
export type PrivacyDocument = Record<string, unknown>

/** ISO 8601 in UTC. */
export function moment(at: number): string
export function moment(at: number | null): string | null
export function moment(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
