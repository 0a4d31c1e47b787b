/** Who the pane acts as. */
import { useState } from 'preact/hooks'
import type { Person } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { Avatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { isLanguage, LANGUAGES, useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'

export function PersonMenu({ platform }: { platform: PlatformName }) {
  const { say } = useWords()
  const sandbox = useSandbox()
  const person = sandbox.personOf(platform)
  const choose = (id: string, close: () => void): void => {
    sandbox.change({ [platform]: id })
    close()
  }
  return (
    <Menu
      class="person-menu"
      label={say('acting-as', { name: person.name })}
      face={<Face person={person} />}
      isRight
    >
      {(close) => (
        <>
          <p class="menu-title">{say('acting-as-title')}</p>
          {sandbox.community.people.map((other) => (
            <button
              type="button"
              key={other.id}
              role="menuitemradio"
              aria-checked={other.id === person.id}
              class="person-row"
              onClick={() => choose(other.id, close)}
            >
              <Avatar name={other.name} size={30} />
              <Described person={other} />
              {other.id === person.id && <Icon name="check" size={16} />}
            </button>
          ))}
          <CrowdField onChoose={(id) => choose(id, close)} />
        </>
      )}
    </Menu>
  )
}

function Face({ person }: { person: Person }) {
  return (
    <>
      <Avatar name={person.name} size={26} />
      <Described person={person} />
      <Icon name="down" size={14} />
    </>
  )
}

function Described({ person }: { person: Person }) {
  const { say } = useWords()
  const language = isLanguage(person.language) ? LANGUAGES[person.language] : person.language
  return (
    <span class="person-described">
      <b>{person.name}</b>
      <small>
        {say(`part-${person.part}`)} · {language}
      </small>
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
