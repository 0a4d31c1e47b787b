/**
 * What a record says when it is done again. The record of a packet that is over never changes, so it is
 * recomputed once, outside of the units of work, for all who ask; at most one at a time, a few milliseconds
 * at a time.
 */
import { Kept } from '../../kit/kept.js'
import type { Work } from '../../storage/storage.js'
import { type Breathe, publishedPacket } from './publish.js'
import { type Difference, recompute, recomputeCalmly, type Verdict } from './recompute.js'

/** Packets whose proof is kept in memory, some hundred bytes each. */
const PROOFS_KEPT = 1_000

type Proof = { valid: true } | { valid: false; difference: Difference }

interface Around {
  look<T>(task: (work: Work) => Promise<T>): Promise<T>
  breathe: Breathe
}

export class Proofs {
  readonly #kept = new Kept<Proof>(PROOFS_KEPT)
  readonly #underWay = new Map<string, Promise<void>>()
  #last: Promise<unknown> = Promise.resolve()

  /** Has the proof ready when the packet is over. Refuses `packet-unknown`. */
  prepare(around: Around, packet: string): Promise<void> {
    if (this.#kept.get(packet)) return Promise.resolve()
    const known = this.#underWay.get(packet)
    if (known) return known
    const mine = this.#last.then(() => this.#prove(around, packet))
    const done = mine.finally(() => this.#underWay.delete(packet))
    this.#underWay.set(packet, done)
    this.#last = done.catch(() => {})
    return done
  }

  /** The proof of a packet that is over; one that has ended only just now is recomputed here and now. */
  async of(work: Work, packet: string): Promise<Proof> {
    return this.#kept.get(packet) ?? this.#keep(packet, recompute(await publishedPacket(work, packet)))
  }

  async #prove({ look, breathe }: Around, packet: string): Promise<void> {
    const record = await look((work) => publishedPacket(work, packet, breathe))
    if (record) this.#keep(packet, await recomputeCalmly(record, breathe))
  }

  #keep(packet: string, verdict: Verdict): Proof {
    const proof: Proof = verdict.valid ? { valid: true } : verdict
    this.#kept.set(packet, proof)
    return proof
  }
}
