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
      {(close) => {
        const item = (action: 'leave' | 'show-out', words: string) => (
          <button
            type="button"
            role="menuitem"
            onClick={() => {
              close()
              void pane.perform({ do: action, room: room.id })
            }}
          >
            <Icon name="close" size={16} /> {words}
          </button>
        )
        return (
          <>
            {item('leave', say('leave', { group: room.title }))}
            {pane.platform === 'telegram' && item('show-out', say('show-out', { group: room.title }))}
          </>
        )
      }}
    </Menu>
  )
}
