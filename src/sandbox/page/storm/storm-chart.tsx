/** How many presses ended in each slice of time, as bars. */
import type { StormEnd, StormReport, StormSlice } from '../../page-contract.js'
import { useWords } from '../kit/words.js'

const WIDTH = 300
const HEIGHT = 96
/** With few slices the bars keep this width instead of growing into blocks. */
const FEWEST_BARS = 24
const GAP = 1

export function StormChart({ report }: { report: StormReport }) {
  const { say } = useWords()
  const { slices, sliceWidth } = report
  const highest = Math.max(1, ...slices.map(({ answered, refused, failed }) => answered + refused + failed))
  const width = WIDTH / Math.max(FEWEST_BARS, slices.length)
  const tall = (count: number): number => (count / highest) * (HEIGHT - 4)
  const perSecond = Math.round((highest * 1000) / sliceWidth)
  return (
    <figure class="storm-chart">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={say('storm-chart', { count: perSecond })}
      >
        {[0.25, 0.5, 0.75].map((share) => (
          <line key={share} x1="0" x2={WIDTH} y1={HEIGHT * share} y2={HEIGHT * share} class="grid" />
        ))}
        {slices.map((slice, index) => (
          <g key={index} transform={`translate(${index * width} 0)`}>
            {stacked(slice).map(({ end, below, count }) => (
              <rect
                key={end}
                class={end}
                width={width - GAP}
                y={HEIGHT - tall(below + count)}
                height={tall(count)}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption>
        <span>{say('storm-peak', { count: perSecond })}</span>
        <span>{say('storm-seconds', { value: Math.round(report.elapsed / 100) / 10 })}</span>
      </figcaption>
    </figure>
  )
}

/** The parts of a bar from its foot upwards. */
function stacked(slice: StormSlice): { end: StormEnd; below: number; count: number }[] {
  let below = 0
  return (['answered', 'refused', 'failed'] as const).map((end) => {
    const part = { end, below, count: slice[end] }
    below += slice[end]
    return part
  })
}
