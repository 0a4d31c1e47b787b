/** The Discord-looking pane. */
import { useState } from 'preact/hooks'
import { BotAvatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { KeptMessage } from '../pane/kept-message.js'
import { Notices } from '../pane/notices.js'
import { PaneHead } from '../pane/pane-head.js'
import { roomKey } from '../pane/pane-state.js'
import { RoomList } from '../pane/room-list.js'
import { RoomMenu } from '../pane/room-menu.js'
import { Scroller } from '../pane/scroller.js'
import { useOffers } from '../pane/use-offers.js'
import { type Pane, usePane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { Composer } from './composer.js'
import { DiscordMessage } from './message.js'
import { ModalDialog } from './modal.js'
import { FLAG, hasFlag, type Message } from './native.js'

/** Messages of one author further apart than this get a head again: seven minutes, as in Discord's app. */
const GROUP_MS = 420_000

export function DiscordPane() {
  const pane = usePane('discord')
  const { say } = useWords()
  const me = useSandbox().personOf('discord').discord.id
  const [areRoomsOpen, openRooms] = useState(false)
  useOffers(pane)
  const visible = pane.shown.filter(({ key }) => !pane.dismissed.has(key))
  const messages = visible.map(({ native }) => native as Message)
  return (
    <section
      class={`pane discord ${areRoomsOpen ? 'rooms-open' : ''}`}
      id="pane-discord"
      tabIndex={-1}
      aria-label="Discord"
    >
      <PaneHead platform="discord" />
      <div class="pane-body">
        <RoomList pane={pane} onChosen={() => openRooms(false)} />
        <div class="chat">
          <ChatHead pane={pane} onRooms={() => openRooms(!areRoomsOpen)} />
          <Scroller
            room={pane.at ? `${pane.person} ${roomKey(pane.at)}` : ''}
            count={messages.length}
            isTheirs={isTheirs(messages.at(-1), me)}
          >
            {messages.length === 0 && !pane.waiting && <li class="dc-service">{say('empty')}</li>}
            {messages.map((message, index) => (
              <Line
                key={message.id}
                message={message}
                isFollowing={isFollowing(messages[index - 1], message)}
                pane={pane}
              />
            ))}
          </Scroller>
          <Notices pane={pane} />
          <Composer pane={pane} />
        </div>
      </div>
      <ModalDialog pane={pane} />
    </section>
  )
}

/** Written by whoever reads, or the answer to what they did. */
function isTheirs(message: Message | undefined, me: string): boolean {
  if (!message) return false
  const isOwn = message.author.id === me || message.interaction_metadata?.user.id === me
  return isOwn || hasFlag(message, FLAG.ephemeral)
}

function Line(props: { message: Message; isFollowing: boolean; pane: Pane }) {
  const { message, isFollowing, pane } = props
  return <KeptMessage pane={pane} from={[message, isFollowing]} draw={() => <DiscordMessage {...props} />} />
}

function ChatHead({ pane, onRooms }: { pane: Pane; onRooms(): void }) {
  const { say } = useWords()
  const room = pane.at
  return (
    <header class="chat-head">
      <button type="button" class="rooms-button" aria-label={say('rooms')} onClick={onRooms}>
        <Icon name="menu" />
      </button>
      {room?.kind === 'private' ? <BotAvatar size={24} /> : <Icon name="hash" size={22} />}
      <span class="chat-title">
        <b>{room?.title ?? ' '}</b>
        {room?.kind === 'group' && <small>{say('members', { count: room.members })}</small>}
      </span>
      <RoomMenu pane={pane} />
    </header>
  )
}

function isFollowing(above: Message | undefined, below: Message): boolean {
  if (!above || above.author.id !== below.author.id) return false
  if (hasFlag(above, FLAG.ephemeral) !== hasFlag(below, FLAG.ephemeral)) return false
  if (below.interaction ?? below.interaction_metadata ?? below.referenced_message) return false
  return Date.parse(below.timestamp) - Date.parse(above.timestamp) < GROUP_MS
}
