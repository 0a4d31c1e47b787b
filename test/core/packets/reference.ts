/**
 * Packets in a page: a reference that keeps numbers in a map and knows neither database nor ledger. What
 * shares there are comes from the second implementation of the page on fairness.
 */
import { holders, trancheOf } from './second.js'

export type Kind = 'first' | 'window'

export interface Tranche {
  total: bigint
  shares: number
  split: string
  spread: string
}

/** What a call comes to: the first word of its answer. */
export type Said = string

interface Packet {
  kind: Kind
  seed: string
  tranches: Tranche[]
  amounts: bigint[]
  /** By person: what they got. */
  paid: Map<number, bigint>
  entered: Set<number>
  isPaused: boolean
  end?: 'closed' | 'expired' | 'cancelled'
  expiresAt: number
}

const sum = (list: Iterable<bigint>) => [...list].reduce((all, one) => all + one, 0n)

export function reference(wallet: bigint, floor: bigint, tranchesMost: number) {
  const packets: Packet[] = []
  const state = { now: 0, wallet, isFrozen: false }

  /** Claimants are called by number; `nameOf` is their reference in a draw. */
  function draw(packet: Packet, nameOf: (person: number) => string): void {
    const people = new Map([...packet.entered].map((person) => [nameOf(person), person]))
    for (const [slot, name] of holders(packet.seed, [...people.keys()], packet.amounts.length).entries())
      packet.paid.set(people.get(name) ?? -1, packet.amounts[slot] ?? 0n)
    end(packet, 'closed')
  }

  function end(packet: Packet, as: NonNullable<Packet['end']>): void {
    packet.end = as
    state.wallet += sum(packet.amounts) - sum(packet.paid.values())
  }

  function addTranche(packet: Packet, tranche: Tranche): void {
    packet.tranches.push(tranche)
    const params = { ...tranche, floor, cap: null }
    packet.amounts.push(...trancheOf(packet.seed, packet.tranches.length - 1, params))
    state.wallet -= tranche.total
  }

  const isOver = (packet: Packet) => packet.end !== undefined || state.now >= packet.expiresAt

  return {
    state,
    packets,
    /** What making a packet comes to; `seed` is asked for only when it is made. */
    async create(kind: Kind, tranche: Tranche, lifeMs: number, seed: () => Promise<string>): Promise<Said> {
      if (state.isFrozen) return 'frozen-chat'
      if (tranche.split === 'fixed' && tranche.total % BigInt(tranche.shares) !== 0n)
        return 'split-not-divisible'
      if (state.wallet < tranche.total) return 'ledger-insufficient'
      const packet: Packet = {
        ...{ kind, seed: await seed(), tranches: [], amounts: [], paid: new Map(), entered: new Set() },
        ...{ isPaused: false, expiresAt: state.now + lifeMs },
      }
      addTranche(packet, tranche)
      packets.push(packet)
      return 'redpacket-dropped'
    },
    claim(packet: Packet, person: number): Said {
      if (packet.paid.has(person)) return 'claimed-already'
      if (packet.entered.has(person) && packet.end === undefined) return 'entered-already'
      if (packet.end === 'closed') return packet.entered.has(person) ? 'packet-drawn' : 'packet-empty'
      if (packet.end === 'cancelled') return 'packet-cancelled'
      if (isOver(packet)) return 'packet-expired'
      if (packet.isPaused) return 'packet-paused'
      if (state.isFrozen) return 'frozen-chat'
      if (packet.kind === 'window') {
        packet.entered.add(person)
        return 'claim-entered'
      }
      packet.paid.set(person, packet.amounts[packet.paid.size] ?? 0n)
      if (packet.paid.size === packet.amounts.length) end(packet, 'closed')
      return 'claim-paid'
    },
    topUp(packet: Packet, total: bigint, shares: number): Said {
      if (isOver(packet)) return 'packet-over'
      if (packet.kind === 'window') return 'packet-window'
      if (packet.tranches.length >= tranchesMost) return 'packet-tranches'
      if (state.isFrozen) return 'frozen-chat'
      const [first] = packet.tranches
      const tranche = { ...first, total, shares } as Tranche
      if (tranche.split === 'fixed' && total % BigInt(shares) !== 0n) return 'split-not-divisible'
      if (state.wallet < total) return 'ledger-insufficient'
      addTranche(packet, tranche)
      return 'topup-done'
    },
    cancel(packet: Packet): Said {
      if (isOver(packet)) return 'packet-over'
      end(packet, 'cancelled')
      return 'cancel-done'
    },
    brake(packet: Packet, isPause: boolean): Said {
      if (isOver(packet)) return 'packet-over'
      if (!isPause && state.isFrozen) return 'frozen-chat'
      if (isPause && packet.isPaused) return 'packet-paused-already'
      if (!isPause && !packet.isPaused) return 'packet-not-paused'
      packet.isPaused = isPause
      return isPause ? 'pause-done' : 'resume-done'
    },
    /** What the beat does; a draw waits while its chat is stopped, and none is held of what is paused. */
    beat(nameOf: (person: number) => string): void {
      for (const packet of packets) {
        if (packet.end !== undefined || state.now < packet.expiresAt) continue
        if (packet.kind === 'first' || packet.isPaused) end(packet, 'expired')
        else if (!state.isFrozen) draw(packet, nameOf)
      }
    },
    /** What a person has got from all packets. */
    got: (person: number) => sum(packets.map(({ paid }) => paid.get(person) ?? 0n)),
    /** What is in a packet. */
    inside: ({ end, amounts, paid }: Packet) => (end ? 0n : sum(amounts) - sum(paid.values())),
  }
}

export type Reference = ReturnType<typeof reference>
