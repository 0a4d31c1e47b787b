/**
 * The chart of accounts: whose money can be where. An account is an owner and an asset; an owner is kept as
 * text.
 *
 * | owner | text | holds |
 * |---|---|---|
 * | treasury | `treasury` | The exchange's side. It alone may owe: what the community holds. |
 * | payouts | `payouts` | What has left for the exchange, until it is booked back against the treasury. |
 * | fees, rounding, clawback | the word | What was kept, what did not divide, what was taken back. |
 * | member, available | `member:42:available` | A person's own money. |
 * | member, held | `member:42:held` | A person's money under review; cannot be spent. |
 * | chat | `chat:7` | A chat's own budget, topped up by staff. |
 * | packet | `packet:6f3k…` | The escrow of a red packet; empty when the packet is over. |
 * | campaign | `campaign:2m9x…` | The prefunded budget of a campaign. |
 */

export type Owner =
  | { kind: 'treasury' }
  | { kind: 'payouts' }
  | { kind: 'fees' }
  | { kind: 'rounding' }
  | { kind: 'clawback' }
  | { kind: 'member'; id: number; pocket?: Pocket }
  | { kind: 'chat'; id: number }
  | { kind: 'packet'; id: string }
  | { kind: 'campaign'; id: string }

export type Pocket = 'available' | 'held'

/** The owner as it is stored. A member without a pocket means what they can spend. */
export function ownerText(owner: Owner): string {
  switch (owner.kind) {
    case 'member':
      return `member:${owner.id}:${owner.pocket ?? 'available'}`
    case 'chat':
    case 'packet':
    case 'campaign':
      return `${owner.kind}:${owner.id}`
    default:
      return owner.kind
  }
}

const MEMBER = /^member:([1-9][0-9]{0,15}):(available|held)$/
const CHAT = /^chat:([1-9][0-9]{0,15})$/
const NAMED = /^(packet|campaign):([0-9a-z]{1,64})$/

/** Reads {@link ownerText} back. Undefined for any other text. */
export function parseOwner(text: string): Owner | undefined {
  const member = MEMBER.exec(text)
  if (member) return { kind: 'member', id: Number(member[1]), pocket: member[2] as Pocket }
  const chat = CHAT.exec(text)
  if (chat) return { kind: 'chat', id: Number(chat[1]) }
  const named = NAMED.exec(text)
  if (named) return { kind: named[1] as 'packet' | 'campaign', id: named[2] ?? '' }
  return isSingle(text) ? { kind: text } : undefined
}

const SINGLES = ['treasury', 'payouts', 'fees', 'rounding', 'clawback'] as const

function isSingle(text: string): text is (typeof SINGLES)[number] {
  return (SINGLES as readonly string[]).includes(text)
}

/** Only what mirrors the world outside may owe. */
export function mayOverdraw(owner: Owner): boolean {
  return owner.kind === 'treasury'
}
