import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useWords } from './words.js'

/** Words that are covered until they are pressed, as both apps have them. */
export function Spoiler({ children }: { children: ComponentChildren }) {
  const { say } = useWords()
  const [isShown, show] = useState(false)
  if (isShown) return <span class="spoiler shown">{children}</span>
  return (
    <button type="button" class="spoiler" aria-label={say('spoiler')} onClick={() => show(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  )
}
