/**
 * What anybody may see of a packet: its figures, where the money is, and after its end everything to
 * recompute it.
 */
import { fromJson } from '../../kit/json.js'
import type { Work } from '../../storage/storage.js'
import type { Condition } from '../conditions/conditions.js'
import { balance } from '../ledger/ledger.js'
import { seedHex } from './chance.js'
import { VERSION } from './commitment.js'
import { referenceOf } from './drawing.js'
import type { Published } from './published.js'
import { packetOf } from './seen.js'
import type { ClaimRow, PacketRow, TrancheRow } from './store.js'
import * as store from './store.js'
import { kindOf } from './tranches.js'

export interface PacketFacts {
  packet: PacketRow
  conditions: Condition[]
  tranches: TrancheRow[]
  claims: ClaimRow[]
  /** People in for a window's draw. */
  entered: number
  /** Has the largest claim; the earliest of equals. Undefined before the first claim. */
  luckiest: ClaimRow | undefined
}

/** Refuses `packet-unknown`. */
export async function packetFacts(work: Work, id: string): Promise<PacketFacts> {
  const packet = await packetOf(work, id)
  const claims = await store.claimsOf(work, { packet: id })
  return {
    packet,
    conditions: fromJson<Condition[]>(packet.conditions),
    tranches: await store.tranchesOf(work, { packet: id }),
    claims,
    entered: packet.draw === 'window' ? await store.entryCount(work, id) : 0,
    luckiest: luckiestOf(claims),
  }
}

function luckiestOf(claims: readonly ClaimRow[]): ClaimRow | undefined {
  return claims.reduce<ClaimRow | undefined>(
    (best, claim) => (best === undefined || claim.amount > best.amount ? claim : best),
    undefined,
  )
}

/** Where every unit of a packet is: funded = paid + returned + left. All in units. */
export interface Statement {
  funded: bigint
  paid: bigint
  returned: bigint
  left: bigint
  /** What the ledger holds for it now; equal to `left`, or something is wrong. */
  held: bigint
}

/** Refuses `packet-unknown`. */
export async function statementOf(work: Work, id: string): Promise<Statement> {
  const { total, paid, endedAt, asset } = await packetOf(work, id)
  const rest = total - paid
  const held = (await balance(work, { kind: 'packet', id }, asset)).available
  const returned = endedAt === null ? 0n : rest
  return { funded: total, paid, returned, left: rest - returned, held }
}

/** The record that `docs/verify.mjs` recomputes; undefined while the packet lives, for its seed is secret. */
export async function publishedPacket(work: Work, id: string): Promise<Published | undefined> {
  const { endedAt } = await packetOf(work, id)
  return endedAt === null ? undefined : recordOf(work, id)
}

/**
 * The record as it would be if the packet ended now: for our own eyes while it lives. Refuses
 * `packet-unknown`.
 */
export async function recordOf(work: Work, id: string): Promise<Published> {
  const { packet, tranches, claims } = await packetFacts(work, id)
  const base = {
    version: VERSION as 1,
    packet: id,
    asset: packet.asset,
    seed: seedHex(packet.seed),
    tranches: tranches.map((tranche) => trancheOf(packet, tranche)),
    claims: claims.map(({ slot, amount, member }) => ({
      slot,
      amount: String(amount),
      holder: referenceOf(member),
    })),
  }
  const kind = kindOf(packet.draw)
  if (kind === 'first-come') return { ...base, kind }
  return { ...base, kind, eligible: await eligibleOf(work, packet) }
}

function trancheOf({ split, spread, floor, cap }: PacketRow, { commitment, total, shares }: TrancheRow) {
  return {
    commitment,
    total: String(total),
    shares,
    split,
    spread,
    floor: String(floor),
    cap: cap === null ? null : String(cap),
  }
}

/** Everyone who was in the draw; of a window that was not drawn, nobody. */
async function eligibleOf(work: Work, packet: PacketRow): Promise<string[]> {
  if (packet.state !== 'closed') return []
  const entries = await store.entriesOf(work, { packet: packet.id })
  return entries.map(({ member }) => referenceOf(member)).sort()
}
