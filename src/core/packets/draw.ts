/**
 * The window draw: everyone who presses within the window is in, and the committed seed says who holds a
 * share. Being early, near to the server or a script wins nothing.
 */
import { createHash } from 'node:crypto'
import { must } from '../../kit/refusal.js'
import { chanceFrom, seedHex, swap } from './chance.js'

/** Names the hash that binds the draw to its list, and its version. */
const LIST_LABEL = 'draw/1'
/** Names the stream of numbers the draw takes, and its version. */
const STREAM_LABEL = 'holders/1'

/**
 * A public reference to a member in published lists: 1–64 visible ASCII characters. No spaces and no line
 * breaks, so that a list of them is one text and never two.
 */
export const REFERENCE = /^[!-~]{1,64}$/

/**
 * Who holds which slot: `holders[i]` holds slot i. As many holders as slots, or everybody when there are
 * fewer.
 * `seed` is the packet's master seed. The order of `eligible` does not matter: the list is sorted here, and
 * its hash is part of the draw, so that whoever picked the seed could not know its outcome.
 * Throws when a reference is malformed or listed twice.
 */
export function drawHolders(draw: {
  seed: Uint8Array
  eligible: readonly string[]
  slots: number
}): string[] {
  const people = inOrder(draw.eligible)
  const chance = chanceFrom(STREAM_LABEL, drawSeed(draw.seed, people))
  const count = Math.min(draw.slots, people.length)
  for (let slot = 0; slot < count; slot++) {
    swap(people, slot, slot + Number(chance.below(BigInt(people.length - slot))))
  }
  return people.slice(0, count)
}

/**
 * Ascending by code unit (what `sort` does by itself), which for ASCII is the order of the bytes in every
 * language.
 */
function inOrder(references: readonly string[]): string[] {
  const sorted = [...references].sort()
  sorted.forEach((reference, i) => {
    must(REFERENCE.test(reference), 'a reference of 1 to 64 visible ASCII characters')
    must(reference !== sorted[i - 1], 'a list that names everyone once')
  })
  return sorted
}

function drawSeed(seed: Uint8Array, people: readonly string[]): Uint8Array {
  const hash = createHash('sha256').update(`${LIST_LABEL} ${seedHex(seed)}\n`)
  for (const reference of people) hash.update(`${reference}\n`)
  return hash.digest()
}
