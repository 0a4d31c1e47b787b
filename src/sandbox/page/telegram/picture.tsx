/** Files of a Telegram message. The page's server fetches it: only the bot may ask Telegram for files. */

import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Document, Photo } from './native.js'

export function Picture({ photos }: { photos: Photo[] }) {
  const { say } = useWords()
  const photo = photos.at(-1)
  if (!photo) return null
  return (
    <img
      class="tg-photo"
      src={`/api/picture?id=${encodeURIComponent(photo.file_id)}`}
      width={photo.width}
      height={photo.height}
      alt={say('picture')}
      loading="lazy"
    />
  )
}

/** A document, for saving. */
export function Paper({ document }: { document: Document }) {
  const { say } = useWords()
  const name = document.file_name ?? say('document')
  return (
    <a class="tg-document" href={`/api/document?id=${encodeURIComponent(document.file_id)}`} download={name}>
      <Icon name="down" size={18} /> {name}
    </a>
  )
}
