/** What the people of a storm were told, and how many of them. */
import type { ToldRow } from '../../page-contract.js'
import { PlatformMark } from '../kit/platform.js'
import { useWords, whyNot } from '../kit/words.js'

export function Told({ rows, title }: { rows: ToldRow[]; title: string }) {
  const { say } = useWords()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            {title} <small>{say('told-numbers')}</small>
          </th>
          <th scope="col">{say('told-count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ToldLine key={`${row.kind} ${row.reason?.code ?? row.example}`} row={row} />
        ))}
      </tbody>
    </table>
  )
}

function ToldLine({ row }: { row: ToldRow }) {
  const { say, language } = useWords()
  const why = row.reason && whyNot(say, row.reason)
  return (
    <tr>
      <td title={why ?? row.example}>
        {row.platforms.map((platform) => (
          <PlatformMark key={platform} platform={platform} />
        ))}
        <span class={`told-kind ${row.kind}`}>{say(`kind-${row.kind}`)}</span> {why ?? row.pattern}
      </td>
      <td>{row.count.toLocaleString(language)}</td>
    </tr>
  )
}
