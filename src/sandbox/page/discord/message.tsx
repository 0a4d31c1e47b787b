/** One Discord message. */
import { Avatar, BotAvatar } from '../kit/avatar.js'
import { Icon } from '../kit/icons.js'
import { Moment } from '../kit/moment.js'
import { recentMoment, shortTime } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { RecordLink } from '../storm/record-link.js'
import { StormChip } from '../storm/storm-chip.js'
import { Embeds } from './embeds.js'
import { Markdown } from './markdown.js'
import { Attachments } from './media.js'
import { type Component, FLAG, hasFlag, type Message, nameOf, type User } from './native.js'
import { emojiOf, Parts } from './parts.js'

interface MessageProps {
  message: Message
  /** The message above is from the same author: no picture and name again. */
  isFollowing: boolean
  pane: Pane
}

/** Interaction type: a command was used. */
const COMMAND = 2
/** Message type: somebody joined the server. */
const JOINED = 7

export function DiscordMessage({ message, isFollowing, pane }: MessageProps) {
  const { say } = useWords()
  const me = useSandbox().personOf('discord').discord.id
  if (message.type === JOINED)
    return <li class="dc-service">{say('service-joined', { name: nameOf(message.author) })}</li>
  const isEphemeral = hasFlag(message, FLAG.ephemeral)
  const isForMe = message.mention_everyone || message.mentions?.some((user) => user.id === me)
  const state = `${isFollowing ? 'following' : ''} ${isEphemeral ? 'ephemeral' : ''} ${isForMe ? 'for-me' : ''}`
  return (
    <li class={`dc-message ${state}`} data-message={message.id}>
      <Origin message={message} />
      <article aria-label={say('message-from', { name: nameOf(message.author) })}>
        {isFollowing ? <Late message={message} /> : <Face user={message.author} />}
        <div class="dc-column">
          {!isFollowing && <Author message={message} />}
          <Body message={message} pane={pane} />
          {isEphemeral && <OnlyYou message={message} pane={pane} />}
          <StormChip pane={pane} native={message} />
          <RecordLink pane={pane} native={message} />
        </div>
      </article>
    </li>
  )
}

function Face({ user, size = 40 }: { user: User; size?: number }) {
  return user.bot ? <BotAvatar size={size} /> : <Avatar name={nameOf(user)} size={size} />
}

/** The first words of a message, wherever they stand, without their marks. */
function excerptOf(message: Message): string {
  const text = (part: Component): string =>
    part.content ?? (part.components ?? []).map(text).find(Boolean) ?? ''
  const words =
    message.content || message.embeds?.[0]?.title || (message.components ?? []).map(text).find(Boolean) || '…'
  return words.replace(/[*_~|`#>]+/g, '').split('\n')[0] ?? ''
}

/** What the message answers: a command somebody used, or another message. */
function Origin({ message }: { message: Message }) {
  const { say } = useWords()
  const user = message.interaction?.user ?? message.interaction_metadata?.user
  const isCommand = message.interaction !== undefined || message.interaction_metadata?.type === COMMAND
  if (isCommand && user) {
    const name = message.interaction?.name ?? message.interaction_metadata?.name
    return (
      <p class="dc-origin">
        <Face user={user} size={16} /> <b>{nameOf(user)}</b>{' '}
        {say(name ? 'discord-used' : 'discord-used-some')}
        {name && <code>/{name}</code>}
      </p>
    )
  }
  const to = message.referenced_message
  if (!to) return null
  return (
    <p class="dc-origin">
      <Face user={to.author} size={16} /> <b>{nameOf(to.author)}</b> <span>{excerptOf(to)}</span>
    </p>
  )
}

function Author({ message }: { message: Message }) {
  const { language, say } = useWords()
  const { community } = useSandbox()
  const at = Date.parse(message.timestamp)
  const part = community.people.find((person) => person.discord.id === message.author.id)?.part
  return (
    <p class="dc-author">
      <b class={part ?? ''}>{nameOf(message.author)}</b>
      {message.author.bot && <span class="dc-app">{say('discord-app')}</span>}
      <Moment at={at}>{recentMoment(at, Date.now(), language)}</Moment>
    </p>
  )
}

/** The time of a message without a head, shown when pointed at. */
function Late({ message }: { message: Message }) {
  const { language } = useWords()
  const at = Date.parse(message.timestamp)
  return (
    <Moment at={at} class="dc-late">
      {shortTime(at, language)}
    </Moment>
  )
}

function Body({ message, pane }: { message: Message; pane: Pane }) {
  const { say } = useWords()
  if (hasFlag(message, FLAG.loading))
    return (
      <p class="dc-thinking">
        <span class="dots" aria-hidden="true" /> {say('discord-thinking', { name: nameOf(message.author) })}
      </p>
    )
  return (
    <>
      {message.content && <Markdown source={message.content} mentions={message.mentions} />}
      {message.content && <Edited message={message} />}
      <Attachments message={message} />
      <Embeds message={message} />
      <Parts parts={message.components ?? []} message={message} pane={pane} />
      {!message.content && <Edited message={message} />}
      {pane.hasFailed(message) && (
        <p class="dc-failed" role="alert">
          {say('discord-failed')}
        </p>
      )}
      <Reactions message={message} />
    </>
  )
}

/** Below what was edited: above a card it would stand under the one before. */
function Edited({ message }: { message: Message }) {
  const { say } = useWords()
  return message.edited_timestamp ? <small class="dc-edited">{say('discord-edited')}</small> : null
}

function Reactions({ message }: { message: Message }) {
  if (!message.reactions || message.reactions.length === 0) return null
  return (
    <p class="dc-reactions">
      {message.reactions.map(({ emoji, count }) => (
        <span key={emoji.name}>
          {emojiOf(emoji)} {count}
        </span>
      ))}
    </p>
  )
}

function OnlyYou({ message, pane }: { message: Message; pane: Pane }) {
  const { say } = useWords()
  return (
    <p class="dc-only-you">
      <Icon name="eye" size={14} /> {say('discord-only-you')} ·{' '}
      <button type="button" onClick={() => pane.dismiss(message)}>
        {say('discord-dismiss')}
      </button>
    </p>
  )
}
