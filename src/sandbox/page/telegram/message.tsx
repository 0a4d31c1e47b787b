/** One Telegram message: a bubble, or a line of service news. */
import { Avatar, BotAvatar, colourOf } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { Moment } from '../kit/moment.js'
import { ROVING } from '../kit/roving.js'
import { shortTime } from '../kit/when.js'
import { useWords, type Words } from '../kit/words.js'
import { messageKey } from '../message-key.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { RecordLink } from '../storm/record-link.js'
import { StormChip } from '../storm/storm-chip.js'
import { Formatted } from './formatted.js'
import { Keyboard } from './keyboard.js'
import { type Message, nameOf, senderOf } from './native.js'
import { Paper, Picture } from './picture.js'

export interface MessageProps {
  message: Message
  /** The message above is from the same sender: no name again. */
  isFollowing: boolean
  /** The message below is from the same sender: no picture yet. */
  isFollowed: boolean
  /** The newest that can be answered: a tab stop for the replies to all of them. */
  isNewest: boolean
  pane: Pane
  open(url: string): void
  type(text: string): void
  reply(message: Message): void
}

export function TelegramMessage(props: MessageProps) {
  const { message } = props
  const words = useWords()
  const news = serviceWords(message, words)
  if (news !== undefined) return <li class="tg-service">{news}</li>
  return <Bubble {...props} />
}

function Bubble({ message, isFollowing, isFollowed, isNewest, pane, open, type, reply }: MessageProps) {
  const { say } = useWords()
  const me = useSandbox().personOf('telegram')
  const isOwn = message.from?.id === me.telegram.id && !message.sender_chat
  const isPrivate = message.chat.type === 'private'
  const isEphemeral = message.ephemeral_message_id !== undefined
  const sides = `${isOwn ? 'own' : 'other'} ${isFollowing ? 'following' : ''} ${isFollowed ? 'followed' : ''}`
  return (
    <li class={`tg-row ${sides} ${isEphemeral ? 'ephemeral' : ''}`} data-message={messageKey(message)}>
      {!isOwn && !isPrivate && <span class="tg-picture">{!isFollowed && <Face message={message} />}</span>}
      <div class="tg-column">
        <article class="tg-bubble" aria-label={say('message-from', { name: senderOf(message) })}>
          {!isOwn && !isPrivate && !isFollowing && <Sender message={message} />}
          {isEphemeral && (
            <p class="tg-ephemeral">
              <Icon name="eye" size={13} /> {say('telegram-only-you')}
            </p>
          )}
          <ReplyQuote message={message} />
          <Content message={message} open={open} type={type} />
          <Meta message={message} class="tg-meta" />
        </article>
        <Keyboard message={message} pane={pane} open={open} />
        <StormChip pane={pane} native={message} />
        <RecordLink pane={pane} native={message} />
      </div>
      {isAnswerable(message) && (
        <button
          type="button"
          class="tg-reply"
          {...ROVING}
          tabIndex={isNewest ? 0 : -1}
          aria-label={say('reply-to', { name: senderOf(message) })}
          onClick={() => reply(message)}
        >
          <Icon name="reply" size={16} />
        </button>
      )}
    </li>
  )
}

/**
 * Whether the apps offer to reply. Of an ephemeral message nothing is published but that one sent with
 * `force_reply` opens the reply field as if Reply had been tapped, and so can be replied to.
 */
export function isAnswerable({ ephemeral_message_id, reply_markup }: Message): boolean {
  return ephemeral_message_id === undefined || reply_markup?.force_reply === true
}

function Face({ message }: { message: Message }) {
  return message.from?.is_bot && !message.sender_chat ? (
    <BotAvatar size={34} />
  ) : (
    <Avatar name={senderOf(message)} size={34} />
  )
}

function Sender({ message }: { message: Message }) {
  const { say } = useWords()
  const tag =
    message.sender_tag ?? message.author_signature ?? (message.from?.is_bot ? say('telegram-bot') : '')
  return (
    <p class="tg-sender">
      <b style={{ '--avatar': colourOf(senderOf(message)) }}>{senderOf(message)}</b>
      {tag && <span class="tg-tag">{tag}</span>}
    </p>
  )
}

/**
 * What the message answers. The apps leave out the silent answer to a topic's first message, which all of the
 * topic's messages carry.
 */
function ReplyQuote({ message }: { message: Message }) {
  const to = message.reply_to_message
  if (!to || to.forum_topic_created) return null
  return (
    <div class="tg-reply-quote" style={{ '--avatar': colourOf(senderOf(to)) }}>
      <b>{senderOf(to)}</b>
      <span>{message.quote?.text ?? to.text ?? to.caption ?? '…'}</span>
    </div>
  )
}

function Content({ message, open, type }: Pick<MessageProps, 'message' | 'open' | 'type'>) {
  const doing = { open, type }
  return (
    <>
      {message.photo && <Picture photos={message.photo} />}
      {message.document && <Paper document={message.document} />}
      {message.caption && (
        <div class="tg-text">
          <bdi>
            <Formatted text={message.caption} entities={message.caption_entities} doing={doing} />
          </bdi>
          <MetaRoom message={message} />
        </div>
      )}
      {message.text && (
        <div class="tg-text">
          <bdi>
            <Formatted text={message.text} entities={message.entities} doing={doing} />
          </bdi>
          <MetaRoom message={message} />
        </div>
      )}
    </>
  )
}

/**
 * Keeps room for the time at the end of the last line: as wide as the time itself, whatever the language.
 * Where it does not fit, it begins a line of its own.
 */
function MetaRoom({ message }: { message: Message }) {
  return (
    <span class="tg-meta-room" aria-hidden="true">
      <Meta message={message} class="tg-meta-size" />
    </span>
  )
}

function Meta({ message, class: name }: { message: Message; class: string }) {
  const { say, language } = useWords()
  const at = message.date * 1000
  return (
    <span class={name}>
      {message.edit_date ? `${say('edited')} ` : ''}
      <Moment at={at}>{shortTime(at, language)}</Moment>
    </span>
  )
}

/** What a service message says; nothing for an ordinary one. */
function serviceWords(message: Message, { say }: Words): string | undefined {
  const name = senderOf(message)
  const joined = message.new_chat_members?.map(nameOf).join(', ')
  if (joined) return say('service-joined', { name: joined })
  if (message.left_chat_member) return say('service-left', { name: nameOf(message.left_chat_member) })
  if (message.pinned_message) return say('service-pinned', { name })
  if (message.new_chat_title) return say('service-title', { name, title: message.new_chat_title })
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return say('service-migrated')
  if (message.forum_topic_created) return say('service-topic', { title: message.forum_topic_created.name })
  if (message.group_chat_created) return say('service-created', { name })
  return undefined
}
