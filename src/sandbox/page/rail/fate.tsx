/** What went wrong on the way to the bot and back, said in sentences. */
import type { RailEntry, RailStruck } from '../../page-contract.js'
import { suffixOf } from '../faults/suffix.js'
import { useWords, type Words } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { answerDue, lostAnswer } from './lost-answer.js'

export function Fate({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const { groups } = useSandbox().community
  const { struck = [], person, platform, room } = entry
  const lost = lostAnswer(entry)
  const isCrowded = platform === 'telegram' && groups.some((group) => group.room === room)
  return (
    <>
      {struck.map((one, index) => (
        <p key={index} class="entry-note">
          {struckWords(one, say)}
        </p>
      ))}
      {answerDue(entry) === 'late' && (
        <p class="entry-note">{say(isCrowded ? 'answer-due-group' : 'answer-due', { name: person.name })}</p>
      )}
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
