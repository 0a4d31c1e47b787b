/** The chart of a storm as a table, in a dozen rows. */
import { useWords } from '../kit/words.js'
import type { Slice } from './reckoning.js'
import { inSeconds } from './storm-figures.js'

/** Rows of the table: more of them would be read out for minutes. */
const ROWS_MAX = 12

const COUNTS = ['answered', 'paid', 'refused', 'turnedAway', 'unanswered'] as const
/** Words of each column, by key. */
const WORDS = {
  answered: 'storm-answered',
  paid: 'storm-paid',
  refused: 'storm-refused',
  turnedAway: 'storm-turned-away',
  unanswered: 'storm-unanswered',
} as const satisfies Record<(typeof COUNTS)[number], string>
const TIMES = ['p50', 'p99'] as const

type Row = Pick<Slice, (typeof COUNTS)[number] | (typeof TIMES)[number]>

export function StormTable({ slices, sliceWidth }: { slices: readonly Slice[]; sliceWidth: number }) {
  const { say, language } = useWords()
  const each = Math.max(1, Math.ceil(slices.length / ROWS_MAX))
  const rows = Array.from({ length: Math.ceil(slices.length / each) }, (_, row) =>
    rowOf(slices.slice(row * each, (row + 1) * each)),
  )
  return (
    <table class="unseen">
      <caption>{say('storm-chart')}</caption>
      <thead>
        <tr>
          <th scope="col">{say('storm-until')}</th>
          {COUNTS.map((count) => (
            <th key={count} scope="col">
              {say(WORDS[count])}
            </th>
          ))}
          {TIMES.map((time) => (
            <th key={time} scope="col">
              {say(`storm-${time}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            <th scope="row">{say('storm-seconds', { value: inSeconds((index + 1) * each * sliceWidth) })}</th>
            {COUNTS.map((count) => (
              <td key={count}>{row[count].toLocaleString(language)}</td>
            ))}
            {TIMES.map((time) => (
              <td key={time}>{say('milliseconds', { value: Math.round(row[time]) })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of times the longest: half of all answers came within it when half of each slice's did. */
function rowOf(slices: readonly Slice[]): Row {
  const sum: Row = { answered: 0, paid: 0, refused: 0, turnedAway: 0, unanswered: 0, p50: 0, p99: 0 }
  for (const slice of slices) {
    for (const count of COUNTS) sum[count] += slice[count]
    for (const time of TIMES) sum[time] = Math.max(sum[time], slice[time])
  }
  return sum
}
