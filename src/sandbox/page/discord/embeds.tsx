/** Embeds of a Discord message. */
import { Moment } from '../kit/moment.js'
import { longMoment } from '../kit/when.js'
import { useWords } from '../kit/words.js'
import { Markdown, MarkdownLine } from './markdown.js'
import { mediaUrl } from './media.js'
import type { Embed, Message } from './native.js'
import { hex } from './parts.js'

export function Embeds({ message }: { message: Message }) {
  return (
    <>
      {(message.embeds ?? []).map((embed, index) => (
        <Embedded key={index} embed={embed} message={message} />
      ))}
    </>
  )
}

function Embedded({ embed, message }: { embed: Embed; message: Message }) {
  return (
    <div class="dc-embed" style={embed.color === undefined ? {} : { '--bar': hex(embed.color) }}>
      <div class="dc-embed-body">
        {embed.author && <p class="dc-embed-author">{embed.author.name}</p>}
        {embed.title && <Title embed={embed} />}
        {embed.description && <Markdown source={embed.description} mentions={message.mentions} />}
        {embed.fields && embed.fields.length > 0 && <Fields fields={embed.fields} message={message} />}
        {embed.image && <img class="dc-embed-image" src={mediaUrl(embed.image.url, message)} alt="" />}
        <Foot embed={embed} />
      </div>
      {embed.thumbnail && <img class="dc-thumbnail" src={mediaUrl(embed.thumbnail.url, message)} alt="" />}
    </div>
  )
}

function Title({ embed }: { embed: Embed }) {
  const title = <MarkdownLine source={embed.title ?? ''} />
  return (
    <p class="dc-embed-title">
      {embed.url ? (
        <a href={embed.url} target="_blank" rel="noopener noreferrer">
          {title}
        </a>
      ) : (
        title
      )}
    </p>
  )
}

function Fields({ fields, message }: { fields: NonNullable<Embed['fields']>; message: Message }) {
  return (
    <dl class="dc-fields">
      {fields.map((field) => (
        <div key={field.name} class={field.inline ? 'inline' : ''}>
          <dt>
            <MarkdownLine source={field.name} />
          </dt>
          <dd>
            <Markdown source={field.value} mentions={message.mentions} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Foot({ embed }: { embed: Embed }) {
  const { language } = useWords()
  const at = embed.timestamp ? Date.parse(embed.timestamp) : undefined
  if (!embed.footer && at === undefined) return null
  return (
    <p class="dc-embed-foot">
      {embed.footer?.text}
      {embed.footer && at !== undefined && ' • '}
      {at !== undefined && <Moment at={at}>{longMoment(at, language)}</Moment>}
    </p>
  )
}
