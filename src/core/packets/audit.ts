/** What must hold of packets: I5 (escrow), I6 (claims), and that what was published is what was promised. */
import { and, asc, eq, gt, gte, isNull, or, sql } from 'drizzle-orm'
import { sumOf } from '../../storage/sql.js'
import type { Work } from '../../storage/storage.js'
import { accountsOf, type Check, type Finding } from '../ledger/ledger.js'
import { publishedPacket } from './publish.js'
import { recompute } from './recompute.js'
import type { PacketRow } from './store.js'

/** Packets looked at in one query. */
const PAGE = 200

export const packetChecks: readonly Check[] = [
  { name: 'packet-escrow', run: (work, since) => eachPacket(work, escrowOf, since) },
  { name: 'packet-claims', run: (work, since) => eachPacket(work, claimsOf, since) },
  { name: 'packet-proof', run: (work, since) => eachPacket(work, proofOf, since) },
]

type Look = (work: Work, packet: PacketRow) => Promise<string | undefined>

/** Walks all packets, or those that live or have ended since, and names the first that breaks a rule. */
async function eachPacket(work: Work, look: Look, since = 0): Promise<Finding[]> {
  const { packets } = work.t
  let last = ''
  for (;;) {
    const page = await work.db
      .select()
      .from(packets)
      .where(and(gt(packets.id, last), or(isNull(packets.endedAt), gte(packets.endedAt, since))))
      .orderBy(asc(packets.id))
      .limit(PAGE)
    for (const packet of page) {
      const detail = await look(work, packet)
      if (detail) return [{ check: nameOf(look), detail, subject: `packet:${packet.id}` }]
      last = packet.id
    }
    if (page.length < PAGE) return []
  }
}

function nameOf(look: Look): string {
  if (look === escrowOf) return 'packet-escrow'
  return look === claimsOf ? 'packet-claims' : 'packet-proof'
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
 * I6: claims ≤ shares and the sums on the packet are those of its claims. One a person is a key of the
 * database.
 */
async function claimsOf(work: Work, { id, taken, paid, shares }: PacketRow): Promise<string | undefined> {
  const { packetClaims } = work.t
  const [row] = await work.db
    .select({ count: sql`count(*)`.mapWith(Number), sum: sumOf(packetClaims.amount) })
    .from(packetClaims)
    .where(eq(packetClaims.packet, id))
  const { count, sum } = row ?? { count: 0, sum: 0n }
  if (count !== taken || count > shares) return `${count} claims, ${taken} counted, ${shares} shares`
  return sum === paid ? undefined : `claims of ${sum} units, ${paid} counted`
}

/** Everything published recomputes from its seed. */
async function proofOf(work: Work, { id }: PacketRow): Promise<string | undefined> {
  const record = await publishedPacket(work, id)
  if (!record) return undefined
  const verdict = recompute(record)
  return verdict.valid ? undefined : `${verdict.difference.what} at ${verdict.difference.at}`
}
