/**
 * What anybody may see of a packet: its figures, where the money is, and after its end everything to
 * recompute it.
 */
import { fromJson } from '../../kit/json.js'
import { sortCalmly } from '../../kit/sort-calmly.js'
import type { World } from '../../kit/world.js'
import type { Work } from '../../storage/storage.js'
import type { Condition } from '../conditions/conditions.js'
import { balance } from '../ledger/ledger.js'
import { numbersOf } from '../members/members.js'
import { seedHex } from './chance.js'
import { VERSION } from './commitment.js'
import { referenceOf } from './drawing.js'
import { allEntries } from './entry-store.js'
import type { Published } from './published.js'
import { packetOf } from './seen.js'
import type { ClaimRow, PacketRow, TrancheRow } from './store.js'
import * as store from './store.js'
import { kindOf } from './tranches.js'

/** Claims named on the card of a packet that is over. */
const NAMED = 10

export interface PacketFacts {
  packet: PacketRow
  conditions: Condition[]
  tranches: TrancheRow[]
  /** People who entered a window's draw. */
  entered: number
  /** Those of them who were not in it in the end, because they had been stopped. */
  excluded: number
  /** The first claims of a packet that is over; how many there are is `packet.taken`. */
  named: ClaimRow[]
  /** Of a packet that is over: has the largest claim, the earliest of equals. Undefined without claims. */
  luckiest: ClaimRow | undefined
}

/**
 * As much as a card shows: however many have claimed, a few rows, for it is drawn again in every chat as long
 * as there are claims. Refuses `packet-unknown`.
 */
export async function packetFacts(work: Work, id: string): Promise<PacketFacts> {
  const packet = await packetOf(work, id)
  const isOver = packet.endedAt !== null
  const [luckiest] = isOver ? await store.largestClaim(work, { packet: id }) : []
  return {
    packet,
    conditions: fromJson<Condition[]>(packet.conditions),
    tranches: await store.tranchesOf(work, { packet: id }),
    ...(packet.draw === 'window' ? await store.entryCounts(work, id) : { entered: 0, excluded: 0 }),
    named: isOver ? await store.claimsFrom(work, { packet: id, from: 0, most: NAMED }) : [],
    luckiest,
  }
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

/** Where somebody stands in a packet's record, by the name they have in it. */
export interface OwnPlace {
  reference: string
  /** Holds a share, was left out of the draw, or entered it and nothing more. */
  as: 'share' | 'excluded' | 'entered'
}

/**
 * A person's own places in the record of a packet, or what they would be if a living one ended now: usually
 * one, and of somebody who was two people before, as many as they were. A draw that was not held lists
 * nobody.
 */
export async function ownPlaces(work: Work, packet: PacketRow, member: number): Promise<OwnPlace[]> {
  const numbers = await numbersOf(work, member)
  const places = new Map<number, OwnPlace['as']>()
  const isListed = packet.draw === 'window' && (packet.endedAt === null || packet.state === 'closed')
  const entries = isListed ? await store.entriesOfMembers(work, packet.id, numbers) : []
  for (const { member, excluded } of entries) places.set(member, excluded === null ? 'entered' : 'excluded')
  for (const { member } of await store.claimsOfMembers(work, packet.id, numbers)) places.set(member, 'share')
  return [...places]
    .sort(([one], [other]) => one - other)
    .map(([number, as]) => ({ reference: referenceOf(number), as }))
}

/** Lets others take their turns in a long look; never inside a unit of work. */
export type Breathe = World['breathe']

/** The record that `docs/verify.mjs` recomputes; undefined while the packet lives, for its seed is secret. */
export async function publishedPacket(
  work: Work,
  id: string,
  breathe?: Breathe,
): Promise<Published | undefined> {
  const { endedAt } = await packetOf(work, id)
  return endedAt === null ? undefined : recordOf(work, id, breathe)
}

/**
 * The record as it would be if the packet ended now: for our own eyes while it lives. Refuses
 * `packet-unknown`.
 */
export async function recordOf(work: Work, id: string, breathe?: Breathe): Promise<Published> {
  const packet = await packetOf(work, id)
  const tranches = await store.tranchesOf(work, { packet: id })
  const claims = await store.claimsOf(work, id, { breathe })
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
  return { ...base, kind, ...(await enteredOf(work, packet, breathe)) }
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

/** Everyone who was in the draw, and who was left out of it; of a window that was not drawn, nobody. */
async function enteredOf(work: Work, packet: PacketRow, breathe: Breathe = async () => {}) {
  if (packet.state !== 'closed') return { eligible: [], excluded: [] }
  const entries = await allEntries(work, packet.id, { breathe })
  const named = (some: typeof entries) =>
    sortCalmly(
      some.map(({ member }) => referenceOf(member)),
      breathe,
    )
  return {
    eligible: await named(entries.filter(({ excluded }) => excluded === null)),
    excluded: await named(entries.filter(({ excluded }) => excluded !== null)),
  }
}
