/**
 * Amounts of money between text and units. Pure, no floating point: parseFloat(x) * 1e6 misses one in ninety.
 */
import { refuse } from '../../kit/refusal.js'

/** An asset as a programme names it: `USDT` with 6 decimal places. */
export interface Asset {
  /** 1 to 16 characters. */
  code: string
  /** Decimal places, 0 to 8. Never changes. */
  scale: number
}

/**
 * Digits before the point that an amount may have: with 8 places after it, more than a 64-bit integer can
 * hold.
 */
const WHOLE_DIGITS = 12

/** Largest amount: a signed 64-bit integer, as both engines keep it. */
const MAX_UNITS = 2n ** 63n - 1n

/** A longer text is no amount, whatever is in it, and not worth reading. */
const MAX_TEXT = 64

const PLAIN = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/

/**
 * Reads an amount exactly as it was typed: ASCII digits and at most one point. Nothing is guessed, trimmed or
 * rounded: `1,5` might be fifteen hundred or one and a half, so it is refused with a hint.
 *
 * Refuses, each with `typed` (the text, cut to 64 characters), `example` and `asset`: `amount-empty`,
 * `amount-comma`, `amount-not-positive`, `amount-not-a-number`, `amount-too-precise` (places),
 * `amount-too-large`.
 */
export function parseAmount(typed: string, asset: Asset): bigint {
  const units = unitsOf(typed, asset)
  return typeof units === 'bigint' ? units : refuse(units, hints(typed, asset))
}

/** Refuses what is an amount of none of these assets, as {@link parseAmount} does for the first of them. */
export function assertAmount(typed: string, assets: readonly Asset[]): void {
  const [first] = assets
  const fits = assets.some((asset) => typeof unitsOf(typed, asset) === 'bigint')
  if (!fits && first) parseAmount(typed, first)
}

type No =
  | 'amount-empty'
  | 'amount-comma'
  | 'amount-not-positive'
  | 'amount-not-a-number'
  | 'amount-too-precise'
  | 'amount-too-large'

function unitsOf(typed: string, { scale }: Asset): bigint | No {
  if (typed === '') return 'amount-empty'
  if (typed.length > MAX_TEXT)
    return /^[0-9]*$/.test(typed.slice(0, MAX_TEXT)) ? 'amount-too-large' : 'amount-not-a-number'
  const match = PLAIN.exec(typed)
  if (!match) return whyNot(typed)
  const [, whole = '', fraction = ''] = match
  if (whole.length > WHOLE_DIGITS) return 'amount-too-large'
  if (fraction.length > scale) return 'amount-too-precise'
  const units = BigInt(whole + fraction.padEnd(scale, '0'))
  if (units > MAX_UNITS) return 'amount-too-large'
  return units > 0n ? units : 'amount-not-positive'
}

/** What is most likely meant by a text that is no amount. */
function whyNot(typed: string): No {
  if (/^-[0-9]*\.?[0-9]+$/.test(typed)) return 'amount-not-positive'
  return /^[0-9][0-9.,]*,[0-9.,]*$/.test(typed) ? 'amount-comma' : 'amount-not-a-number'
}

function hints(typed: string, { code, scale }: Asset) {
  return { typed: typed.slice(0, MAX_TEXT), example: scale > 0 ? '12.5' : '12', asset: code, places: scale }
}

/** The one way to write an amount plainly: `12.5`, `0.000001`, `-3`. {@link parseAmount} reads it back. */
export function formatPlain(amount: bigint, scale: number): string {
  const sign = amount < 0n ? '-' : ''
  const digits = String(amount < 0n ? -amount : amount).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '')
  return fraction ? `${sign}${whole}.${fraction}` : `${sign}${whole}`
}
