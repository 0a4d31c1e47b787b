/** What went wrong on the way to the bot and back, said in sentences. */
import type { RailEntry, RailStruck } from '../../page-contract.js'
import { suffixOf } from '../faults/suffix.js'
import { useWords, type Words } from '../kit/words.js'
import { lostAnswer } from './lost-answer.js'

export function Fate({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const { struck = [], person } = entry
  const lost = lostAnswer(entry)
  return (
    <>
      {struck.map((one, index) => (
        <p key={index} class="entry-note">
          {struckWords(one, say)}
        </p>
      ))}
      {lost && (
        <p class="entry-note bad">
          {say(`lost-${lost.fate}`, { name: person.name })}
          {lost.failed && (
            <>
              {' '}
              {say('lost-because')} <code>{lost.failed.method}</code>
              {': '}
              {lost.failed.fault ? say(`fault-${suffixOf(lost.failed.fault)}`) : lost.failed.note}
            </>
          )}
        </p>
      )}
    </>
  )
}

function struckWords(struck: RailStruck, say: Words['say']): string {
  return say(`struck-${struck.what}`, { seconds: struck.what === 'late' ? struck.seconds : 0 })
}
