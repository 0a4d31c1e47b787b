import type { Action, Room, RoomFlag } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { useWords } from '../kit/words.js'
import type { Pane } from './use-pane.js'

/** What can be done with the chat one looks at, in the app's own menus. */
export function RoomMenu({ pane }: { pane: Pane }) {
  const { say } = useWords()
  const room = pane.at
  const actions = room ? actionsOn(pane.platform, room) : []
  if (!room || actions.length === 0) return null
  return (
    <Menu class="room-menu" label={say('room-menu')} face={<Icon name="more" />} isRight>
      {(close) =>
        actions.map((action) => (
          <button
            type="button"
            key={action.do}
            role="menuitem"
            onClick={() => {
              close()
              void pane.perform(action)
            }}
          >
            {say(`do-${action.do}`, { group: room.title })}
          </button>
        ))
      }
    </Menu>
  )
}

/** Each thing, or what undoes it. */
function actionsOn(platform: PlatformName, { id: room, kind, thread, flags = [] }: Room): Action[] {
  const is = (flag: RoomFlag): boolean => flags.includes(flag)
  const ofPerson: Action[] = is('owner') ? [] : [{ do: is('admin') ? 'cease-admin' : 'become-admin', room }]
  if (platform === 'discord') return kind === 'group' ? [...ofPerson, { do: 'leave', room }] : []
  if (kind === 'private') {
    if (is('deleted')) return [{ do: 'restore-account' }]
    const block: Action[] = is('not-begun') ? [] : [{ do: is('blocked') ? 'unblock' : 'block' }]
    return [...block, { do: 'delete-account' }]
  }
  const ofBot: Action[] = is('bot-out')
    ? [{ do: 'let-in', room }]
    : [
        { do: is('bot-member') ? 'promote-bot' : 'demote-bot', room },
        { do: 'show-out', room },
      ]
  const ofTopic: Action[] =
    thread === undefined ? [] : [{ do: is('closed') ? 'open-topic' : 'close-topic', room, thread }]
  const ofGroup: Action[] = is('basic') ? [{ do: 'upgrade', room }] : []
  const muting: Action = { do: is('muted') ? 'unmute' : 'mute', room }
  return [...ofBot, muting, ...ofTopic, ...ofGroup, ...ofPerson, { do: 'leave', room }]
}
