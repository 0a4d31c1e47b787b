/**
 * The course of a storm: how presses ended in each slice of time, as bars, who of the answered was paid and
 * who refused; below, how long answers took, as lines. And all of it as a table for those who do not see it.
 */
import type { StormReport } from '../../page-contract.js'
import { useWords } from '../kit/words.js'
import { useHappened } from '../shell/sandbox.js'
import { LatencyLines } from './latency-lines.js'
import { killsIn, type Slice, slicesOf } from './reckoning.js'
import { inSeconds } from './storm-figures.js'
import { StormTable } from './storm-table.js'

const WIDTH = 300
const HEIGHT = 96
/** With few slices the bars keep this width instead of growing into blocks. */
const FEWEST_BARS = 24
const GAP = 1

/** From the foot of a bar upwards. */
const PARTS = ['paid', 'refused', 'rest', 'turnedAway', 'unanswered'] as const
type Part = (typeof PARTS)[number]
/** Words of each part, by key. */
const WORDS = {
  paid: 'storm-paid',
  refused: 'storm-refused',
  rest: 'storm-others',
  turnedAway: 'storm-turned-away',
  unanswered: 'storm-unanswered',
} as const satisfies Record<Part, string>

export function StormChart({ report }: { report: StormReport }) {
  const { say } = useWords()
  const rail = useHappened()
  const slices = slicesOf(report, rail)
  const { sliceWidth } = report
  const kills = killsIn(report)
  // Bars of presses that ran out of time all at once would flatten the others: they are cut at the top.
  const highest = Math.max(1, ...slices.map(({ unanswered: _, ...slice }) => heightOf(slice)))
  const width = WIDTH / Math.max(FEWEST_BARS, slices.length)
  const perSecond = Math.round((highest * 1000) / sliceWidth)
  return (
    <figure class="storm-chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        {[0.25, 0.5, 0.75].map((share) => (
          <line key={share} x1="0" x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} class="grid" />
        ))}
        {slices.map((slice, index) => (
          <Bar key={index} slice={slice} x={index * width} width={width - GAP} highest={highest} />
        ))}
        {kills
          .map((at) => (at / sliceWidth) * width)
          .map((x) => (
            <line key={x} class="killed" x1={x} x2={x} y1="0" y2={HEIGHT} />
          ))}
      </svg>
      <figcaption>
        <span>{say('storm-peak', { count: perSecond })}</span>
        <span>{say('storm-seconds', { value: inSeconds(report.elapsed) })}</span>
        <Legend slices={slices} isKilled={kills.length > 0} />
      </figcaption>
      <LatencyLines slices={slices} width={width} size={WIDTH} />
      <StormTable slices={slices} sliceWidth={sliceWidth} />
    </figure>
  )
}

const heightOf = (slice: Omit<Slice, 'unanswered'>): number =>
  slice.paid + slice.refused + slice.rest + slice.turnedAway

interface BarProps {
  slice: Slice
  x: number
  width: number
  highest: number
}

function Bar({ slice, x, width, highest }: BarProps) {
  const tall = (count: number): number => (Math.min(count, highest) / highest) * (HEIGHT - 4)
  return (
    <g transform={`translate(${x} 0)`}>
      {stacked(slice).map(({ part, from, to }) => (
        <rect key={part} class={part} width={width} y={HEIGHT - tall(to)} height={tall(to) - tall(from)} />
      ))}
    </g>
  )
}

function stacked(slice: Slice): { part: Part; from: number; to: number }[] {
  let to = 0
  return PARTS.map((part) => {
    const from = to
    to += Math.max(0, slice[part])
    return { part, from, to }
  })
}

/** What the colours mean, those that are there. */
function Legend({ slices, isKilled }: { slices: readonly Slice[]; isKilled: boolean }) {
  const { say } = useWords()
  const isThere = (part: Part): boolean => slices.some((slice) => slice[part] > 0)
  return (
    <span class="storm-legend" aria-hidden="true">
      {PARTS.filter((part) => part === 'paid' || part === 'refused' || isThere(part)).map((part) => (
        <span key={part} class={part}>
          {say(WORDS[part])}
        </span>
      ))}
      {isKilled && <span class="killed">{say('storm-killed')}</span>}
    </span>
  )
}
