/** What an entry has changed for good, and whom it let know, in plain words. */
import type { RailEntry, RailFact, RailOutgoing } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { useWords, type Words } from '../kit/words.js'
import { ownerOf } from './owner.js'

const PLATFORMS = { telegram: 'Telegram', discord: 'Discord' }
/** States that the page has words for; of any other only the fact is told. */
const STATES = new Set([
  ...['draft', 'submitted', 'screening', 'queued', 'in_review', 'interview', 'needs_info'],
  ...['approved', 'rejected', 'withdrawn', 'expired'],
])

export function Facts({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const told = entry.outgoing.filter((one) => isTold(one, entry))
  if (entry.facts.length + told.length === 0) return null
  return (
    <ul class="facts" aria-label={say('rail-facts')}>
      {entry.facts.map((fact, index) => (
        <li key={`fact ${index}`}>
          <Icon name="check" size={14} />
          <span>{factWords(fact, say)}</span>
        </li>
      ))}
      {entry.more.facts > 0 && <li class="quiet">{say('rail-more', { count: entry.more.facts })}</li>}
      {told.map((one) => (
        <li key={one.key}>
          <Icon name="send" size={14} />
          <span>
            {say(`outgoing-${one.state}`, { name: one.person?.name ?? '' })}
            {one.person && ` · ${PLATFORMS[one.person.platform]}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What has arrived is among the messages that it caused; one's own answer is what one saw. */
function isTold({ key, person, state }: RailOutgoing, { messages }: RailEntry): boolean {
  if (!person || key.startsWith('answer:')) return false
  const isShown = messages.some(
    ({ onlyFor, platform }) => onlyFor === person.id && platform === person.platform,
  )
  return state !== 'sent' || !isShown
}

function factWords({ kind, subject, name, detail }: RailFact, say: Words['say']): string {
  const what = say(`fact-${kind}`)
  const about = name ?? ownerOf(subject, say)
  const into = detail === undefined ? '' : STATES.has(detail) ? say(`state-${detail}`) : say(`role-${detail}`)
  // A word that the page does not have is a key: the fact's own name says more than that.
  const words = what === `fact-${kind}` ? kind : what
  const last = into === '' || into === `role-${detail}` ? '' : `: ${into}`
  return `${words} · ${about}${last}`
}
