/** How long answers took in each slice of a storm: half of them, and 99 % of them. */
import { useWords } from '../kit/words.js'
import type { Slice } from './reckoning.js'

const HEIGHT = 48
/** A dot that stands alone is drawn as a short stroke. */
const DOT = 2

interface LinesProps {
  slices: readonly Slice[]
  /** Of one slice, and of all, in the units of the drawing. */
  width: number
  size: number
}

export function LatencyLines({ slices, width, size }: LinesProps) {
  const { say } = useWords()
  const highest = Math.max(1, ...slices.map(({ p99 }) => p99))
  const lines = ['p99', 'p50'] as const
  return (
    <>
      <svg class="latency" viewBox={`0 0 ${size} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <line x1="0" x2={size} y1={HEIGHT / 2} y2={HEIGHT / 2} class="grid" />
        {lines.map((line) => (
          <path key={line} class={line} d={pathOf(slices, line, { width, highest })} />
        ))}
      </svg>
      <figcaption>
        <span>{say('storm-latency', { value: Math.round(highest) })}</span>
        <span class="storm-legend" aria-hidden="true">
          {lines.toReversed().map((line) => (
            <span key={line} class={line}>
              {say(`storm-${line}`)}
            </span>
          ))}
        </span>
      </figcaption>
    </>
  )
}

/** Broken where nothing was answered: there is no time to draw. */
function pathOf(
  slices: readonly Slice[],
  line: 'p50' | 'p99',
  { width, highest }: { width: number; highest: number },
): string {
  const y = (value: number): number => HEIGHT - 2 - (value / highest) * (HEIGHT - 6)
  const steps = slices.map((slice, index) => {
    if (slice.answered === 0) return ''
    const at = `${(index + 0.5) * width} ${y(slice[line])}`
    const isFirst = !slices[index - 1]?.answered
    const isAlone = isFirst && !slices[index + 1]?.answered
    return `${isFirst ? 'M' : 'L'}${at}${isAlone ? `h${DOT}` : ''}`
  })
  return steps.join('')
}
