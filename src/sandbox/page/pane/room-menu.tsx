import { Icon } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { useWords } from '../kit/words.js'
import type { Pane } from './use-pane.js'

/** What can be done with the group one looks at. */
export function RoomMenu({ pane }: { pane: Pane }) {
  const { say } = useWords()
  const room = pane.at
  if (room?.kind !== 'group') return null
  return (
    <Menu class="room-menu" label={say('room-menu')} face={<Icon name="more" />} isRight>
      {(close) => (
        <button
          type="button"
          role="menuitem"
          onClick={() => {
            close()
            void pane.perform({ do: 'leave', room: room.id })
          }}
        >
          <Icon name="close" size={16} /> {say('leave', { group: room.title })}
        </button>
      )}
    </Menu>
  )
}
