/** The groups, topics and private chats a person sees, and the groups they could join. */
import type { Room } from '../../contract.js'
import { Avatar, BotAvatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { roomKey } from './pane-state.js'
import type { Pane } from './use-pane.js'

export function RoomList({ pane, onChosen }: { pane: Pane; onChosen(): void }) {
  const { say } = useWords()
  const { community } = useSandbox()
  const here = new Set(pane.rooms.map((room) => room.id))
  const others = community.groups.filter(
    ({ platform, room, only }) => platform === pane.platform && !here.has(room) && !only,
  )
  return (
    <nav class="rooms" aria-label={say('rooms')}>
      <ul>
        {pane.rooms.map((room, index) => (
          <li key={roomKey(room)}>
            {room.thread && pane.rooms[index - 1]?.id !== room.id && <ForumHead room={room} />}
            <RoomButton room={room} pane={pane} onChosen={onChosen} />
          </li>
        ))}
      </ul>
      {others.map((group) => (
        <button
          type="button"
          key={group.key}
          class="room-join"
          onClick={() => void pane.perform({ do: 'join', room: group.room })}
        >
          {say('join', { group: group.title })}
        </button>
      ))}
    </nav>
  )
}

/** A group with topics, above its topics. */
function ForumHead({ room }: { room: Room }) {
  const title = useForumTitle(room)
  return (
    <p class="room-forum">
      <Avatar name={title ?? room.title} />
      <span class="room-title">{title ?? room.title}</span>
    </p>
  )
}

/** Title of the group a topic belongs to. */
function useForumTitle(room: Room): string | undefined {
  return useSandbox().community.groups.find((group) => group.room === room.id)?.title
}

function RoomButton({ room, pane, onChosen }: { room: Room; pane: Pane; onChosen(): void }) {
  const { say } = useWords()
  const isHere = pane.at !== undefined && roomKey(pane.at) === roomKey(room)
  const unread = pane.unread[roomKey(room)] ?? 0
  const forum = useForumTitle(room)
  // Platforms name a topic `<group> · <topic>`; below the group its own name is enough.
  const title = room.thread && forum ? room.title.replace(`${forum} · `, '') : room.title
  return (
    <button
      type="button"
      class={`room ${isHere ? 'here' : ''} ${room.thread ? 'thread' : ''}`}
      aria-current={isHere ? 'page' : undefined}
      onClick={() => {
        pane.goTo(room)
        onChosen()
      }}
    >
      <RoomFace room={room} pane={pane} />
      <span class="room-title" title={title}>
        {title}
      </span>
      {unread > 0 && (
        <span class="unread">
          {unread}
          <span class="unseen"> {say('unread')}</span>
        </span>
      )}
    </button>
  )
}

function RoomFace({ room, pane }: { room: Room; pane: Pane }) {
  if (room.kind === 'private') return <BotAvatar size={pane.platform === 'telegram' ? 36 : 22} />
  if (pane.platform === 'telegram' && !room.thread) return <Avatar name={room.title} />
  return <Icon name="hash" size={18} />
}
