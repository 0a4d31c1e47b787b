import type { Words } from '../kit/words.js'

/** Owners and subjects that are no person and no group: `packet:<id>`, `treasury`, `application:2`. */
const KNOWN = new Set([
  ...['packet', 'campaign', 'treasury', 'payouts', 'fees', 'rounding', 'clawback'],
  ...['application', 'packet-request', 'account', 'case', 'partner', 'report', 'programme'],
])
/** Characters of an id that tell two packets apart. */
const ID_SHOWN = 4

/** `packet:6f3k…` as somebody would say it; the text itself when it is of another kind. */
export function ownerOf(owner: string, say: Words['say']): string {
  const [kind = '', id] = owner.split(':')
  // Whoever has no name has a number, and so has an application.
  if (kind === 'member' || kind === 'chat') return `${say(`owner-${kind}`)} ${id}`
  if (!KNOWN.has(kind)) return owner
  if (id === undefined) return say(`owner-${kind}`)
  return `${say(`owner-${kind}`)} ${id.length > ID_SHOWN ? `${id.slice(0, ID_SHOWN)}…` : id}`
}
