/** The Telegram-looking pane. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { Avatar, BotAvatar } from '../kit/avatar.js'
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
import { BringDialog } from './bring-dialog.js'
import { Composer } from './composer.js'
import { startPayload } from './entity-tree.js'
import { isAnswerable, type MessageProps, TelegramMessage } from './message.js'
import { type Message, senderOf } from './native.js'

/** Messages of one sender further apart than this, in seconds, are told apart again. */
const GROUP_SECONDS = 300

export function TelegramPane() {
  const pane = usePane('telegram')
  const { say } = useWords()
  const { fill, personOf } = useSandbox()
  const me = personOf('telegram').telegram.id
  const [areRoomsOpen, openRooms] = useState(false)
  const [replyTo, setReply] = useState<Message>()
  const messages = pane.shown.map(({ native }) => native as Message)
  const newest = messages.findLastIndex((message) => isAnswerable(message) && !isService(message))
  useOffers(pane)
  useForcedReply(messages, pane, setReply)
  const latest = useRef(pane)
  latest.current = pane
  const [bringing, bring] = useState<string>()
  // A message that is kept as it was drawn asks for the rooms as they are when it is pressed.
  const open = (url: string): void => {
    const payload = startPayload(url, 'startgroup')
    if (payload === undefined) void opened(url, latest.current)
    else bring(payload)
  }
  return (
    <section
      class={`pane telegram ${areRoomsOpen ? 'rooms-open' : ''}`}
      id="pane-telegram"
      tabIndex={-1}
      aria-label="Telegram"
    >
      <PaneHead platform="telegram" />
      <div class="pane-body">
        <RoomList pane={pane} onChosen={() => openRooms(false)} />
        <div class="chat">
          <ChatHead pane={pane} onRooms={() => openRooms(!areRoomsOpen)} />
          <Scroller
            room={pane.at ? `${pane.person} ${roomKey(pane.at)}` : ''}
            count={messages.length}
            isTheirs={isTheirs(messages.at(-1), me)}
          >
            {messages.length === 0 && !pane.waiting && <li class="tg-service">{say('empty')}</li>}
            {messages.map((message, index) => (
              <Line
                key={pane.shown[index]?.key}
                message={message}
                isFollowing={isSame(messages[index - 1], message)}
                isFollowed={isSame(message, messages[index + 1])}
                isNewest={index === newest}
                pane={pane}
                open={open}
                type={(text) => fill('telegram', text)}
                reply={setReply}
              />
            ))}
          </Scroller>
          <Notices pane={pane} />
          {bringing !== undefined && (
            <BringDialog pane={pane} payload={bringing} onClose={() => bring(undefined)} />
          )}
          <Composer pane={pane} replyTo={replyTo} onReply={setReply} />
        </div>
      </div>
    </section>
  )
}

/** Written by whoever reads, or for them alone. */
function isTheirs(message: Message | undefined, me: number): boolean {
  return message !== undefined && (message.from?.id === me || message.ephemeral_message_id !== undefined)
}

function Line(props: MessageProps) {
  const { message, isFollowing, isFollowed, isNewest, pane } = props
  const from = [message, isFollowing, isFollowed, isNewest]
  return <KeptMessage pane={pane} from={from} draw={() => <TelegramMessage {...props} />} />
}

function ChatHead({ pane, onRooms }: { pane: Pane; onRooms(): void }) {
  const { say } = useWords()
  const room = pane.at
  return (
    <header class="chat-head">
      <button type="button" class="rooms-button" aria-label={say('rooms')} onClick={onRooms}>
        <Icon name="menu" />
      </button>
      {room?.kind === 'private' ? <BotAvatar size={34} /> : <Avatar name={room?.title ?? '?'} size={34} />}
      <span class="chat-title">
        <b>{room?.title ?? ' '}</b>
        <small>
          {[
            room?.kind === 'private' ? say('telegram-bot') : say('members', { count: room?.members ?? 0 }),
            ...(room?.flags ?? []).map((flag) => say(`flag-${flag}`)),
          ].join(' · ')}
        </small>
      </span>
      <RoomMenu pane={pane} />
    </header>
  )
}

/** Links that let somebody into a group. */
const INVITE = /^https:\/\/t\.me\/\+/

/** Opens a deep link in the sandbox's private chat, joins by an invitation, opens the rest in a new tab. */
async function opened(url: string, pane: Pane): Promise<void> {
  if (INVITE.test(url)) {
    await pane.join(url)
    return
  }
  const payload = startPayload(url)
  if (payload === undefined) {
    globalThis.open(url, '_blank', 'noopener,noreferrer')
    return
  }
  const home = pane.rooms.find((room) => room.kind === 'private')
  if (home) pane.goTo(home)
  await pane.perform({ do: 'open', payload })
}

/** A message that asks for an answer puts the composer into reply mode, as the apps do. */
function useForcedReply(
  messages: Message[],
  pane: Pane,
  reply: (message: Message | undefined) => void,
): void {
  const { personOf } = useSandbox()
  const me = personOf('telegram').telegram
  const room = pane.at ? roomKey(pane.at) : ''
  useEffect(() => reply(undefined), [room, pane.person])
  const newest = messages.at(-1)
  const key = newest?.reply_markup?.force_reply ? pane.shown.at(-1)?.key : undefined
  useEffect(() => {
    if (key === undefined || !newest || newest.from?.id === me.id) return
    const isForMe = newest.reply_to_message?.from?.id === me.id || newest.text?.includes(`@${me.username}`)
    if (!newest.reply_markup?.selective || isForMe) reply(newest)
  }, [key])
}

function isSame(above: Message | undefined, below: Message | undefined): boolean {
  if (!above || !below || !above.from || below.date - above.date > GROUP_SECONDS) return false
  return (
    above.from.id === below.from?.id &&
    senderOf(above) === senderOf(below) &&
    !isService(above) &&
    !isService(below)
  )
}

/** Service messages have nothing to read of their own. */
function isService(message: Message): boolean {
  return message.text === undefined && message.caption === undefined && message.photo === undefined
}
