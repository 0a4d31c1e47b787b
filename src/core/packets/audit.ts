/** What must hold of packets: I5 (escrow), I6 (claims), and that what was published is what was promised. */
import { and, asc, gt, gte, isNull, or } from 'drizzle-orm'
import type { Work } from '../../storage/storage.js'
import { accountsOf, type Check, movedUnder, paged } from '../ledger/ledger.js'
import { sum } from './cap.js'
import { claimKey } from './paying.js'
import { recordOf } from './publish.js'
import { recompute } from './recompute.js'
import type { PacketRow } from './store.js'
import * as store from './store.js'

/** Packets in one look; each may have a thousand claims, and a proof of each recomputes as many shares. */
const PAGE = 50

type Look = (work: Work, packet: PacketRow) => Promise<string | undefined>

export const packetChecks: readonly Check[] = [
  packetCheck('packet-escrow', escrowOf),
  packetCheck('packet-claims', claimsOf),
  packetCheck('packet-proof', proofOf),
]

/** Looks at all packets, or at those that live or have ended since; names the first that breaks the rule. */
function packetCheck(name: string, look: Look): Check {
  return paged(name, async (work, after, since = 0) => {
    const page = await packetsAfter(work, after, since)
    for (const packet of page) {
      const detail = await look(work, packet)
      if (detail)
        return { findings: [{ check: name, detail, subject: `packet:${packet.id}` }], next: undefined }
    }
    return { findings: [], next: page.length < PAGE ? undefined : page.at(-1)?.id }
  })
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
async function claimsOf(work: Work, packet: PacketRow): Promise<string | undefined> {
  const { id, taken, paid, shares, endedAt } = packet
  const claims = await store.claimsOf(work, { packet: id })
  const count = claims.length
  if (count !== taken || count > shares) return `${count} claims, ${taken} counted, ${shares} shares`
  if (endedAt === null && taken === shares) return 'every share is taken and it has not ended'
  const total = sum(claims.map(({ amount }) => amount))
  if (total !== paid) return `claims of ${total} units, ${paid} counted`
  const moved = await movedUnder(
    work,
    claims.map(({ member }) => claimKey(id, member)),
  )
  const bad = claims.find(({ member, amount }) => moved.get(claimKey(id, member)) !== amount)
  return bad && `the claim of slot ${bad.slot} was not paid so to member ${bad.member}`
}

/** Everything there is recomputes from the seed: what was promised, drawn and claimed. */
async function proofOf(work: Work, { id, total, shares }: PacketRow): Promise<string | undefined> {
  const verdict = recompute(await recordOf(work, id))
  if (!verdict.valid) return `${verdict.difference.what} at ${verdict.difference.at}`
  const { amounts } = verdict
  if (amounts.length !== shares || sum(amounts) !== total)
    return `${amounts.length} shares of ${sum(amounts)} units were promised, ${shares} of ${total} are there`
  const drawn = await store.nextShares(work, id, 0, shares + 1)
  const bad = drawn.findIndex(({ amount }, slot) => amount !== amounts[slot])
  if (bad !== -1) return `slot ${bad} holds another amount than was drawn`
  return drawn.length === shares ? undefined : `${drawn.length} slots for ${shares} shares`
}
