/**
 * The account of a storm, in the words that the panel and the rail share. Both of its sums come out:
 * people = paid + refused + others + lost + open, and
 * presses = answered + turned away + unanswered + waiting.
 */
import type {
  RailBurst,
  RailEntry,
  StormEnd,
  StormGain,
  StormReport,
  StormSlice,
} from '../../page-contract.js'

export interface Reckoning extends Record<StormEnd, number> {
  people: number
  paid: number
  /** Told no, in all, and by the key of the reason, the most frequent first. */
  refused: number
  reasons: [reason: string, people: number][]
  others: number
  /** The bot has nothing of their presses; absent where there is nobody. */
  lost?: number
  open: number
  presses: number
  waiting: number
  /** Presses by people who had got no answer and pressed once more: they are among the others. */
  again: number
}

/** Of one button, as the rail has it. */
export function reckoningOf(burst: RailBurst): Reckoning {
  const reasons = Object.entries(burst.refused).map(([reason, people = 0]): [string, number] => [
    reason,
    people,
  ])
  const { people, paid, others, lost, open, presses, answered, turnedAway, unanswered, waiting } = burst
  return {
    ...(lost === undefined ? {} : { lost }),
    ...{ people, paid, others, open, presses, answered, turnedAway, unanswered, waiting, again: 0 },
    refused: reasons.reduce((sum, [, count]) => sum + count, 0),
    reasons: reasons.sort(([, a], [, b]) => b - a),
  }
}

/**
 * Of a whole storm: presses as the storm counts them at this moment, people as the rail knows them. Somebody
 * of whom the rail knows nothing yet is open.
 */
export function reckonStorm(report: StormReport, rail: readonly RailEntry[]): Reckoning {
  const bursts = rail.flatMap(({ burst }) => (burst?.storm === report.id ? [reckoningOf(burst)] : []))
  const { started: presses, answered, turnedAway, unanswered, again, request } = report
  const sum = (part: 'paid' | 'refused' | 'others'): number => bursts.reduce((all, one) => all + one[part], 0)
  const [paid, refused, others] = [sum('paid'), sum('refused'), sum('others')]
  const lost = bursts.reduce((all, one) => all + (one.lost ?? 0), 0)
  const people = Math.min(presses, request.people)
  return {
    ...(lost > 0 ? { lost } : {}),
    ...{ people, paid, refused, others, open: Math.max(0, people - paid - refused - others - lost) },
    ...{ presses, answered, turnedAway, unanswered, again: again?.presses ?? 0 },
    waiting: presses - answered - turnedAway - unanswered,
    reasons: reasonsOf(bursts),
  }
}

function reasonsOf(bursts: readonly Reckoning[]): [string, number][] {
  const sums = new Map<string, number>()
  for (const [reason, people] of bursts.flatMap(({ reasons }) => reasons)) {
    sums.set(reason, (sums.get(reason) ?? 0) + people)
  }
  return [...sums].sort(([, a], [, b]) => b - a)
}

/** Milliseconds after the start at which the bot was killed, by whichever button. */
export function killsIn({ killed, killedAgain = [] }: StormReport): number[] {
  return killed === undefined ? [] : [killed, ...killedAgain]
}

/** What the chart draws of a slice of time, from the foot of its bar upwards. */
export interface Slice extends StormGain, StormSlice {
  /** Answers beside those by which somebody was paid or refused: others, repeated ones, not known yet. */
  rest: number
}

/**
 * The slices of a storm with what the rail knows of the people in them. A burst begins with its first press,
 * a moment after the storm, and its slices are as wide or narrower.
 */
export function slicesOf(report: StormReport, rail: readonly RailEntry[]): Slice[] {
  const { slices, sliceWidth, id } = report
  const gains = slices.map((): StormGain => ({ paid: 0, refused: 0 }))
  for (const { burst } of rail) {
    if (burst?.storm !== id) continue
    for (const [at, { paid, refused }] of burst.gains.entries()) {
      const slice = gains[Math.min(Math.floor((at * burst.gainWidth) / sliceWidth), gains.length - 1)]
      if (slice) Object.assign(slice, { paid: slice.paid + paid, refused: slice.refused + refused })
    }
  }
  return slices.map((slice, at) => {
    const { paid, refused } = gains[at] ?? { paid: 0, refused: 0 }
    return { ...slice, paid, refused, rest: Math.max(0, slice.answered - paid - refused) }
  })
}

/** Reasons that the page has words for; any other is told as one of several. */
const REASONS = new Set([
  ...['packet-empty', 'claimed-already', 'entered-already', 'packet-expired', 'packet-cancelled'],
  ...['packet-drawn', 'packet-paused', 'passphrase-wrong', 'too-fast', 'turned-away'],
])

/** The reason itself, or `other`. */
export const knownReason = (reason: string): string => (REASONS.has(reason) ? reason : 'other')
