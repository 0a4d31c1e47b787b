/** Does a published packet again from its seed, and says whether everybody got what was promised. */
import { sum } from './cap.js'
import { type Committed, commit } from './commitment.js'
import { drawHolders } from './draw.js'
import { type Published, publishedSchema } from './published.js'
import { checkSplit } from './split.js'
import { trancheShares } from './tranche.js'

/** Characters of a malformed value that are worth repeating. */
const SHOWN_MOST = 80

/**
 * What is wrong, in the order in which we look:
 * `malformed`: not a record of this version · `split`: parameters that cannot be divided ·
 * `commitment`: seed and parameters do not give the hash of the card · `slot`, `slot-twice`,
 * `holder-twice`, `eligible-twice`: the lists contradict themselves · `amount`: another amount was drawn for
 * the slot · `slot-skipped`: first come, and a claim was not given the next free slot · `holder`: another
 * person was drawn for the slot · `unlisted`: a drawn slot is missing from the claims.
 */
export type DifferenceKind =
  | 'malformed'
  | 'split'
  | 'commitment'
  | 'eligible-twice'
  | 'slot'
  | 'slot-twice'
  | 'slot-skipped'
  | 'holder-twice'
  | 'holder'
  | 'amount'
  | 'unlisted'

export interface Difference {
  what: DifferenceKind
  /** Where in the record, for example `claims[3].amount`. */
  at: string
  /** What the record says there. */
  published: string
  /** What it should say, or why it cannot be so. */
  recomputed: string
}

/** Amounts are units; `amounts[slot]` is the share of every slot, claimed or not. */
export type Verdict =
  | { valid: true; amounts: bigint[]; claimed: bigint; left: bigint }
  | { valid: false; difference: Difference }

/** Recomputes a record (see `Published`), whatever it is; names the first difference. Never throws. */
export function recompute(record: unknown): Verdict {
  const steps = recomputing(record)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** As {@link recompute}, a few milliseconds at a time: a packet of twenty tranches takes twenty times one. */
export async function recomputeCalmly(record: unknown, breathe: () => Promise<void>): Promise<Verdict> {
  const steps = recomputing(record)
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await breathe()
  }
}

function* recomputing(record: unknown): Generator<void, Verdict> {
  const parsed = publishedSchema.safeParse(record)
  if (!parsed.success) return { valid: false, difference: malformed(record, parsed.error.issues[0]) }
  yield
  const published = parsed.data
  const promise = checkPromise(published)
  if (promise) return { valid: false, difference: promise }
  const amounts: bigint[] = []
  for (const params of committedOf(published)) {
    amounts.push(...trancheShares(bytes(published.seed), params.tranche, params))
    yield
  }
  const difference = checkClaims(published, amounts) ?? checkTurns(published) ?? checkDraw(published, amounts)
  if (difference) return { valid: false, difference }
  const claimed = sum(published.claims.map((claim) => BigInt(claim.amount)))
  return { valid: true, amounts, claimed, left: sum(amounts) - claimed }
}

function malformed(record: unknown, issue?: { path: PropertyKey[]; message: string }): Difference {
  const path = issue?.path ?? []
  const found = path.reduce<unknown>((part, key) => Object(part)[key], record)
  const published = typeof found === 'object' ? 'an object' : String(found).slice(0, SHOWN_MOST)
  return { what: 'malformed', at: place(path), published, recomputed: issue?.message ?? '' }
}

/** `['claims', 3, 'amount']` as `claims[3].amount`; the whole record as `record`. */
function place(path: PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return text.replace(/^\./, '') || 'record'
}

function committedOf({ packet, asset, kind, tranches }: Published): Committed[] {
  return tranches.map(({ commitment: _, total, floor, cap, ...rest }, tranche) => ({
    ...rest,
    ...{ packet, asset, kind, tranche },
    ...{ total: BigInt(total), floor: BigInt(floor), cap: cap === null ? null : BigInt(cap) },
  }))
}

/** The commitments are those of the seed and the parameters, and the parameters can be divided. */
function checkPromise(published: Published): Difference | undefined {
  for (const params of committedOf(published)) {
    const problem = checkSplit(params)
    const at = `tranches[${params.tranche}]`
    if (problem) {
      const published = `${params.total} for ${params.shares}`
      return { what: 'split', at, published, recomputed: problem.code }
    }
    const shown = published.tranches[params.tranche]?.commitment ?? ''
    const recomputed = commit(bytes(published.seed), params)
    if (shown !== recomputed) {
      return { what: 'commitment', at: `${at}.commitment`, published: shown, recomputed }
    }
  }
}

/** Every claim has a slot of its own, a holder of its own, and the amount drawn for the slot. */
function checkClaims({ claims }: Published, amounts: readonly bigint[]): Difference | undefined {
  const slots = new Set<number>()
  const holders = new Set<string>()
  for (const [i, { slot, amount, holder }] of claims.entries()) {
    const at = `claims[${i}]`
    const drawn = amounts[slot]
    if (drawn === undefined) return slotDiffers('slot', at, slot, `0 … ${amounts.length - 1}`)
    if (slots.has(slot)) return slotDiffers('slot-twice', at, slot, 'one claim for a slot')
    if (holder !== null && holders.has(holder)) {
      return {
        what: 'holder-twice',
        at: `${at}.holder`,
        published: holder,
        recomputed: 'one claim for a person',
      }
    }
    if (amount !== String(drawn)) {
      return { what: 'amount', at: `${at}.amount`, published: amount, recomputed: String(drawn) }
    }
    slots.add(slot)
    if (holder !== null) holders.add(holder)
  }
}

/**
 * First come takes the next free slot, so that k claims are the slots 0 … k − 1: otherwise whoever knows the
 * seed could have handed out the best ones. Every slot has one claim by now.
 */
function checkTurns({ kind, claims }: Published): Difference | undefined {
  if (kind !== 'first-come') return undefined
  for (const [i, { slot }] of claims.entries()) {
    if (slot >= claims.length)
      return slotDiffers('slot-skipped', `claims[${i}]`, slot, `0 … ${claims.length - 1}`)
  }
}

function slotDiffers(
  what: 'slot' | 'slot-twice' | 'slot-skipped',
  at: string,
  slot: number,
  recomputed: string,
): Difference {
  return { what, at: `${at}.slot`, published: String(slot), recomputed }
}

/** In a window draw the holders are those the seed gives for the published list, and none is left out. */
function checkDraw(published: Published, amounts: readonly bigint[]): Difference | undefined {
  if (published.kind !== 'window-draw') return undefined
  const { eligible, excluded, claims } = published
  const entered = [...eligible, ...excluded]
  const twice = secondMention(entered)
  if (twice !== undefined) {
    const at = twice < eligible.length ? `eligible[${twice}]` : `excluded[${twice - eligible.length}]`
    const person = entered[twice] ?? ''
    return { what: 'eligible-twice', at, published: person, recomputed: 'everyone once' }
  }
  const drawn = drawHolders({ seed: bytes(published.seed), eligible, slots: amounts.length })
  return checkHolders(claims, drawn) ?? checkListed(claims, drawn)
}

/** Where a list first repeats itself. */
function secondMention(list: readonly string[]): number | undefined {
  const seen = new Set<string>()
  for (const [i, item] of list.entries()) {
    if (seen.has(item)) return i
    seen.add(item)
  }
}

function checkHolders(claims: Published['claims'], drawn: readonly string[]): Difference | undefined {
  for (const [i, { slot, holder }] of claims.entries()) {
    if (holder === drawn[slot]) continue
    const recomputed = drawn[slot] ?? 'nobody'
    return { what: 'holder', at: `claims[${i}].holder`, published: holder ?? 'nobody', recomputed }
  }
}

function checkListed(claims: Published['claims'], drawn: readonly string[]): Difference | undefined {
  const listed = new Set(claims.map(({ slot }) => slot))
  const slot = drawn.findIndex((_, i) => !listed.has(i))
  if (slot === -1) return undefined
  return { what: 'unlisted', at: 'claims', published: `no slot ${slot}`, recomputed: drawn[slot] ?? '' }
}

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}
