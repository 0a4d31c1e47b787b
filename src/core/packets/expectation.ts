/** What a split may give, for the preview and the dry run: before there is a seed. */
import { createHash } from 'node:crypto'
import { ceilDiv, type SplitParams, splitShares } from './split.js'

/** Sample splits to look at: enough for a median that does not surprise, few enough for a preview. */
const SAMPLES_MOST = 51
/** The median of three is the least that ignores one odd sample; large packets vary little. */
const SAMPLES_LEAST = 3
/** Shares drawn in all samples together, which bounds the time to some 40 ms, whatever the cap. */
const SAMPLES_SHARES_MOST = 1000

/** All in units of the asset. */
export interface Expectation {
  /** No share can be smaller. */
  least: bigint
  /** No share can be larger. */
  most: bigint
  /** `total / shares`, rounded down. */
  mean: bigint
  /** Half of such packets have a smallest share below this, half above. */
  typicalLeast: bigint
  /** Half of such packets have a largest share below this, half above. */
  typicalMost: bigint
}

/**
 * Bounds are exact. The typical values are medians over up to 51 sample splits with fixed public seeds, so
 * the same parameters always show the same preview, and the packet's own seed is not touched. The parameters
 * must have passed `checkSplit`; throws otherwise.
 */
export function expectation(params: SplitParams): Expectation {
  const mean = params.total / BigInt(params.shares)
  if (params.split !== 'lucky') {
    const most = ceilDiv(params.total, BigInt(params.shares))
    return { least: mean, most, mean, typicalLeast: mean, typicalMost: most }
  }
  const samples = sampleSplits(params)
  const typicalLeast = median(samples.map((shares) => shares[0] ?? mean))
  const typicalMost = median(samples.map((shares) => shares.at(-1) ?? mean))
  return { ...bounds(params), mean, typicalLeast, typicalMost }
}

/** When all others get the most, or the least, the last one gets what is left. */
function bounds({ total, shares, floor, cap }: SplitParams): { least: bigint; most: bigint } {
  const others = BigInt(shares) - 1n
  const rest = total - floor * others
  if (cap === null) return { least: shares === 1 ? total : floor, most: rest }
  const leftByTheLucky = total - cap * others
  return { least: leftByTheLucky > floor ? leftByTheLucky : floor, most: rest < cap ? rest : cap }
}

/** Sample splits, each ascending. */
function sampleSplits(params: SplitParams): bigint[][] {
  const wanted = Math.floor(SAMPLES_SHARES_MOST / params.shares)
  const count = Math.max(SAMPLES_LEAST, Math.min(SAMPLES_MOST, wanted))
  return Array.from({ length: count }, (_, sample) =>
    splitShares({ ...params, seed: sampleSeed(sample) }).sort(ascending),
  )
}

function sampleSeed(sample: number): Uint8Array {
  return createHash('sha256').update(`sample/1 ${sample}`).digest()
}

/** The middle one; of an even number the lower of the two in the middle. */
function median(values: bigint[]): bigint {
  return values.sort(ascending)[Math.floor((values.length - 1) / 2)] ?? 0n
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
