/** What must hold of packets: I5 (escrow), I6 (claims), and that what was published is what was promised. */
import { and, asc, gt, gte, isNull, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { accountsOf, type Check, movedUnder, paged } from '../ledger/ledger.js'
import { sum } from './cap.js'
import { claimKey } from './paying.js'
import { type Breathe, recordOf } from './publish.js'
import { recomputeCalmly } from './recompute.js'
import type { ClaimRow, PacketRow } from './store.js'
import * as store from './store.js'

/** Packets in one look, at most. */
const PAGE = 50
/**
 * Shares in one look, or one packet of up to 20,000: some 20 ms of work, with a breath after every few.
 */
const SHARES_AT_ONCE = 2_000
/** Claims whose payments are looked up before others take their turns. */
const CLAIMS_AT_ONCE = 400

type Look = (work: Work, packet: PacketRow, breathe?: Breathe) => Promise<string | undefined>

export const packetChecks: readonly Check[] = [
  packetCheck('packet-escrow', escrowOf),
  packetCheck('packet-claims', claimsOf),
  packetCheck('packet-proof', proofOf),
]

/**
 * Looks at all packets, or at those that live or have ended since; names the first that breaks the rule. What
 * has ended and was found right is right for ever, and left out where the caller remembers it.
 */
function packetCheck(name: string, look: Look): Check {
  return paged(name, async (work, after, since = 0, aside) => {
    const { breathe, settled } = aside ?? {}
    const found = await packetsAfter(work, after, since)
    const page = withinShares(found)
    for (const packet of page) {
      const key = `${name} ${packet.id}`
      if (packet.endedAt !== null && settled?.get(key)) continue
      const detail = await look(work, packet, breathe)
      if (detail)
        return { findings: [{ check: name, detail, subject: `packet:${packet.id}` }], next: undefined }
      if (packet.endedAt !== null) settled?.set(key, true)
      await breathe?.()
    }
    const more = page.length < found.length || found.length === PAGE
    return { findings: [], next: more ? page.at(-1)?.id : undefined }
  })
}

/** The first packets, as many as have together at most {@link SHARES_AT_ONCE}, but one at least. */
function withinShares(packets: PacketRow[]): PacketRow[] {
  let shares = 0
  const beyond = packets.findIndex((packet, at) => {
    shares += packet.shares
    return at > 0 && shares > SHARES_AT_ONCE
  })
  return beyond === -1 ? packets : packets.slice(0, beyond)
}

function packetsAfter(work: Work, after: string, since: number): Promise<PacketRow[]> {
  const { packets } = work.t
  return work.db
    .select()
    .from(packets)
    .where(and(gt(packets.id, after), or(isNull(packets.endedAt), gte(packets.endedAt, since))))
    .orderBy(asc(packets.id))
    .limit(PAGE)
}

/** I5: the escrow of a living packet holds what is not taken, of one that is over nothing. */
async function escrowOf(
  work: Work,
  { id, total, paid, endedAt, asset }: PacketRow,
): Promise<string | undefined> {
  const balances = await accountsOf(work, { kind: 'packet', id })
  const held = balances.find((one) => one.asset === asset)?.available ?? 0n
  const due = endedAt === null ? total - paid : 0n
  return held === due ? undefined : `holds ${held} units instead of ${due}`
}

/**
 * I6: claims ≤ shares, the sums on the packet are those of its claims, and every claim was paid to the one
 * who made it. One a person is a key of the database.
 */
async function claimsOf(work: Work, packet: PacketRow, breathe?: Breathe): Promise<string | undefined> {
  const { id, taken, paid, shares, endedAt } = packet
  const claims = await store.claimsOf(work, id, { breathe })
  const count = claims.length
  if (count !== taken || count > shares) return `${count} claims, ${taken} counted, ${shares} shares`
  if (endedAt === null && taken === shares) return 'every share is taken and it has not ended'
  const total = sum(claims.map(({ amount }) => amount))
  if (total !== paid) return `claims of ${total} units, ${paid} counted`
  for (let from = 0; from < count; from += CLAIMS_AT_ONCE) {
    const bad = await unpaidOf(work, claims.slice(from, from + CLAIMS_AT_ONCE))
    if (bad) return `the claim of slot ${bad.slot} was not paid so to member ${bad.member}`
    await breathe?.()
  }
}

/** The first claim that the ledger does not know so. */
async function unpaidOf(work: Work, claims: ClaimRow[]): Promise<ClaimRow | undefined> {
  const keyOf = ({ packet, member }: ClaimRow) => claimKey(packet, member)
  const moved = await movedUnder(work, claims.map(keyOf))
  return claims.find((claim) => moved.get(keyOf(claim)) !== claim.amount)
}

/** Everything there is recomputes from the seed: what was promised, drawn and claimed. */
async function proofOf(
  work: Work,
  { id, total, shares }: PacketRow,
  breathe: Breathe = async () => {},
): Promise<string | undefined> {
  const verdict = await recomputeCalmly(await recordOf(work, id, breathe), breathe)
  if (!verdict.valid) return `${verdict.difference.what} at ${verdict.difference.at}`
  const { amounts } = verdict
  if (amounts.length !== shares || sum(amounts) !== total)
    return `${amounts.length} shares of ${sum(amounts)} units were promised, ${shares} of ${total} are there`
  const drawn = await store.sharesOf(work, id, { breathe })
  const bad = drawn.findIndex(({ amount }, slot) => amount !== amounts[slot])
  if (bad !== -1) return `slot ${bad} holds another amount than was drawn`
  return drawn.length === shares ? undefined : `${drawn.length} slots for ${shares} shares`
}
