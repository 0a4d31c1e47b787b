/** Who the pane acts as. */
import { useState } from 'preact/hooks'
import type { Person } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { Avatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { isLanguage, LANGUAGES, useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { usePeopleNews } from './use-people.js'

export function PersonMenu({ platform }: { platform: PlatformName }) {
  const { say } = useWords()
  const sandbox = useSandbox()
  const news = usePeopleNews(platform)
  const person = sandbox.personOf(platform)
  const { people } = sandbox.community
  const unread = people.reduce((sum, { id }) => sum + news.unreadOf(id), 0)
  const choose = (id: string, close: () => void): void => {
    sandbox.change({ [platform]: id })
    close()
  }
  const label = say('acting-as', { name: person.name })
  return (
    <Menu
      class="person-menu"
      label={unread > 0 ? `${label}. ${say('unread-others', { count: unread })}` : label}
      face={<Face person={person} roles={news.rolesOf(person.id)} unread={unread} />}
      isRight
      isPanel
    >
      {(close) => (
        <>
          <p class="menu-title">{say('acting-as-title')}</p>
          <div class="menu-choices" role="menu" aria-label={say('acting-as-title')}>
            {people.map((other) => (
              <button
                type="button"
                key={other.id}
                role="menuitemradio"
                aria-checked={other.id === person.id}
                class="person-row"
                onClick={() => choose(other.id, close)}
              >
                <Avatar name={other.name} size={30} />
                <Described person={other} roles={news.rolesOf(other.id)} />
                <UnreadMark count={news.unreadOf(other.id)} />
                {other.id === person.id && <Icon name="check" size={16} />}
              </button>
            ))}
          </div>
          <CrowdField onChoose={(id) => choose(id, close)} />
        </>
      )}
    </Menu>
  )
}

interface PersonProps {
  person: Person
  /** Undefined while nobody knows. */
  roles: readonly string[] | undefined
}

function Face({ person, roles, unread }: PersonProps & { unread: number }) {
  return (
    <>
      <Avatar name={person.name} size={26} />
      <Described person={person} roles={roles} />
      {unread > 0 && <span class="unread-dot" aria-hidden="true" />}
      <Icon name="down" size={14} />
    </>
  )
}

function UnreadMark({ count }: { count: number }) {
  const { say } = useWords()
  if (count === 0) return null
  return (
    <span class="unread">
      {count}
      <span class="unseen"> {say('unread')}</span>
    </span>
  )
}

/** Their name, and what the bot has them for at this moment. */
function Described({ person, roles }: PersonProps) {
  const { say } = useWords()
  const language = isLanguage(person.language) ? LANGUAGES[person.language] : person.language
  const held = roles?.map((role) => say(`role-${role}`)).join(', ') || say('role-none')
  return (
    <span class="person-described">
      <b>{person.name}</b>
      <small>{roles ? `${held} · ${language}` : language}</small>
    </span>
  )
}

/** Anyone of the crowd, by number. */
function CrowdField({ onChoose }: { onChoose(id: string): void }) {
  const { say } = useWords()
  const { crowd } = useSandbox().community
  const [number, setNumber] = useState('1')
  return (
    <form
      class="crowd-field"
      onSubmit={(event) => {
        event.preventDefault()
        onChoose(`crowd-${Number(number)}`)
      }}
    >
      <label>
        <span>{say('crowd-number')}</span>
        <input
          type="number"
          min="1"
          max={crowd}
          required
          value={number}
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="quiet-button">
        {say('crowd-be')}
      </button>
    </form>
  )
}
