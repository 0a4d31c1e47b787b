/** Pictures of Discord messages: attachments, galleries, and what embeds show. */
import { useState } from 'preact/hooks'
import { useWords } from '../kit/words.js'
import type { Attachment, Component, Message } from './native.js'

/** An address to show; `attachment://name` means a file of the same message. */
export function mediaUrl(url: string | undefined, message: Message): string | undefined {
  const name = url?.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined
  if (name === undefined) return url
  return message.attachments?.find((file) => file.filename === name)?.url
}

export function Gallery({ items, message }: { items: NonNullable<Component['items']>; message: Message }) {
  return (
    <div class={`dc-gallery ${items.length === 1 ? 'single' : ''}`}>
      {items.map((item) => (
        <Shown
          key={item.media.url}
          url={mediaUrl(item.media.url, message)}
          alt={item.description}
          isHidden={item.spoiler}
        />
      ))}
    </div>
  )
}

function Shown({ url, alt, isHidden }: { url?: string; alt?: string; isHidden?: boolean }) {
  const { say } = useWords()
  const [isCovered, cover] = useState(isHidden === true)
  if (isCovered)
    return (
      <button type="button" class="dc-covered" onClick={() => cover(false)}>
        {say('spoiler')}
      </button>
    )
  return <img src={url} alt={alt ?? say('picture')} loading="lazy" />
}

export function Attachments({ message }: { message: Message }) {
  const { say } = useWords()
  const files = (message.attachments ?? []).filter((file) => !isUsed(file, message))
  if (files.length === 0) return null
  return (
    <div class="dc-attachments">
      {files.map((file) =>
        file.content_type?.startsWith('image/') ? (
          <img
            key={file.id}
            src={file.url}
            alt={say('picture')}
            width={file.width ?? undefined}
            height={file.height ?? undefined}
          />
        ) : (
          <a key={file.id} class="dc-file" href={file.url} download={file.filename}>
            {file.filename}
          </a>
        ),
      )}
    </div>
  )
}

/** A file that a component or an embed shows is not shown again below the message. */
function isUsed(file: Attachment, message: Message): boolean {
  const text = JSON.stringify([message.components ?? [], message.embeds ?? []])
  return text.includes(`attachment://${file.filename}`) || text.includes(file.url)
}
