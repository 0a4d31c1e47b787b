/** A photo of a Telegram message. The page's server fetches it: only the bot may ask Telegram for files. */
import { useWords } from '../kit/words.js'
import type { Photo } from './native.js'

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
