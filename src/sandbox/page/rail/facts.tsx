/** What an entry has changed for good, and whom it let know, in plain words. */
import type { RailEntry, RailFact, RailOutgoing } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { PLATFORM_NAMES } from '../kit/platform.js'
import { useWords, type Words } from '../kit/words.js'
import { ownerOf } from './owner.js'

/** States of an application; of a partner or a case only the fact is told. */
const STATES = new Set([
  ...['draft', 'submitted', 'screening', 'queued', 'in_review', 'interview', 'needs_info'],
  ...['approved', 'rejected', 'withdrawn', 'expired'],
])

export function Facts({ entry }: { entry: RailEntry }) {
  const words = useWords()
  const { say } = words
  const told = entry.outgoing.filter((one) => isTold(one, entry))
  if (entry.facts.length + told.length === 0) return null
  return (
    <ul class="facts" aria-label={say('rail-facts')}>
      {entry.facts.map((fact, index) => (
        <li key={`fact ${index}`}>
          <Icon name="check" size={14} />
          <span>{factWords(fact, words)}</span>
        </li>
      ))}
      {entry.more.facts > 0 && <li class="quiet">{say('rail-more', { count: entry.more.facts })}</li>}
      {told.map((one) => (
        <li key={one.key}>
          <Icon name="send" size={14} />
          <span>
            {say(`outgoing-${one.state}`, { name: one.person?.name ?? '' })}
            {one.person && ` · ${PLATFORM_NAMES[one.person.platform]}`}
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

function factWords({ kind, subject, name, detail, isOfBot }: RailFact, { say, fact }: Words): string {
  const what = isOfBot ? say('by-bot', { what: fact(kind) }) : fact(kind)
  const into = detail === undefined ? undefined : detailWords(detail, say)
  return `${what} · ${name ?? ownerOf(subject, say)}${into === undefined ? '' : `: ${into}`}`
}

/** A state of an application or a role; nothing for what the page has no words for. */
function detailWords(detail: string, say: Words['say']): string | undefined {
  if (STATES.has(detail)) return say(`state-${detail}`)
  const role = say(`role-${detail}`)
  return role === `role-${detail}` ? undefined : role
}
