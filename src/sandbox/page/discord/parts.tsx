/** Components of a Discord message, of both generations, drawn by their type. */
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { Markdown } from './markdown.js'
import { Gallery, mediaUrl } from './media.js'
import { type Component, type Emoji, type Message, PART, STYLES } from './native.js'
import { Select } from './select.js'

interface PartProps {
  part: Component
  message: Message
  pane: Pane
}

export function Parts({ parts, message, pane }: { parts: Component[]; message: Message; pane: Pane }) {
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} message={message} pane={pane} />
      ))}
    </>
  )
}

function Part({ part, message, pane }: PartProps) {
  const inner = <Parts parts={part.components ?? []} message={message} pane={pane} />
  switch (part.type) {
    case PART.row:
      return <div class="dc-row">{inner}</div>
    case PART.button:
      return <Button part={part} message={message} pane={pane} />
    case PART.select:
    case PART.userSelect:
    case PART.roleSelect:
    case PART.mentionableSelect:
    case PART.channelSelect:
      return <Select part={part} message={message} pane={pane} />
    case PART.text:
      return <Markdown source={part.content ?? ''} mentions={message.mentions} />
    case PART.section:
      return (
        <div class="dc-section">
          <div>{inner}</div>
          {part.accessory && <Part part={part.accessory} message={message} pane={pane} />}
        </div>
      )
    case PART.container:
      return (
        <div
          class="dc-container"
          style={part.accent_color == null ? {} : { '--bar': hex(part.accent_color) }}
        >
          {inner}
        </div>
      )
    case PART.separator:
      return (
        <hr
          class={`dc-separator ${part.divider === false ? 'plain' : ''} ${part.spacing === 2 ? 'large' : ''}`}
        />
      )
    case PART.thumbnail:
      return (
        <img class="dc-thumbnail" src={mediaUrl(part.media?.url, message)} alt={part.description ?? ''} />
      )
    case PART.gallery:
      return <Gallery items={part.items ?? []} message={message} />
    case PART.file:
      return (
        <a class="dc-file" href={mediaUrl(part.file?.url, message)} download={part.name}>
          {part.name ?? part.file?.url}
        </a>
      )
    default:
      return null
  }
}

/** Links that let somebody into a server. */
const INVITES = 'https://discord.gg/'

function Button({ part, message, pane }: PartProps) {
  const { say } = useWords()
  const label = [emojiOf(part.emoji), part.label].filter(Boolean).join(' ')
  const style = STYLES[part.style ?? 2] ?? 'secondary'
  const { url } = part
  if (url?.startsWith(INVITES))
    return (
      <button type="button" class={`dc-button ${style}`} onClick={() => void pane.join(url)}>
        <span>{label}</span>
      </button>
    )
  if (part.url !== undefined)
    return (
      <a class={`dc-button ${style}`} href={part.url} target="_blank" rel="noopener noreferrer">
        {label} <Icon name="link" size={14} />
      </a>
    )
  const id = part.custom_id ?? ''
  const isPending = pane.isPending(message, id)
  return (
    <button
      type="button"
      class={`dc-button ${style}`}
      disabled={part.disabled}
      aria-busy={isPending}
      onClick={() => void (isPending || pane.press(message, id))}
    >
      <span>{label}</span>
      {isPending && <span class="spinner" role="status" aria-label={say('waiting')} />}
    </button>
  )
}

export function emojiOf(emoji: Emoji | undefined): string {
  if (!emoji?.name) return ''
  return emoji.id ? `:${emoji.name}:` : emoji.name
}

export function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`
}
