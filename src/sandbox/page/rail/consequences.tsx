/** What became visible because of an entry: messages that were sent, changed or taken away. */
import type { RailEntry, RailMessage } from '../../page-contract.js'
import { Icon, type IconName } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { Said } from './said.js'

const ICONS: Record<RailMessage['kind'], IconName> = { message: 'send', edit: 'edit', delete: 'close' }
/** Lines shown: a command seldom has more, and a burst would fill the rail. */
const SHOWN = 4

export function Consequences({ entry }: { entry: RailEntry }) {
  const { say } = useWords()
  const { more } = entry
  const messages = entry.messages.filter((message) => !isSeen(message, entry))
  const left = more.messages + Math.max(0, messages.length - SHOWN)
  if (messages.length === 0) return null
  return (
    <ul class="consequences" aria-label={say('rail-messages')}>
      {messages.slice(0, SHOWN).map((message) => (
        <Line
          key={`${message.kind} ${message.platform} ${message.room} ${message.message}`}
          message={message}
        />
      ))}
      {left > 0 && <li class="quiet">{say('rail-more', { count: left })}</li>}
    </ul>
  )
}

/** Characters that tell two answers apart. */
const ALIKE = 24

/** The answer that was seen at once is told already, and need not be told as a message too. */
function isSeen({ onlyFor, text }: RailMessage, { seen, person }: RailEntry): boolean {
  return onlyFor === person.id && seen?.text.slice(0, ALIKE) === text.slice(0, ALIKE)
}

function Line({ message }: { message: RailMessage }) {
  const { say } = useWords()
  const { community } = useSandbox()
  const { kind, text, moments, onlyForName, room, roomTitle } = message
  const place = roomTitle ?? community.groups.find((group) => group.room === room)?.title
  return (
    <li>
      <Icon name={ICONS[kind]} size={14} />
      <span class="consequence" title={text}>
        <span class="consequence-kind">
          {say(`message-${kind}`)}
          {onlyForName ? ` · ${say('rail-only-for', { name: onlyForName })}` : place && ` · ${place}`}
        </span>{' '}
        <Said text={text} moments={moments} />
      </span>
    </li>
  )
}
