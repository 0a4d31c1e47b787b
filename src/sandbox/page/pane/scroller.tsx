import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../kit/icons.js'
import { moveAmong } from '../kit/roving.js'
import { useWords } from '../kit/words.js'

/** Nearer to the end than this, in pixels, the reader is taken to be following. */
const NEAR_END = 80

interface ScrollerProps {
  /** Changes with the room: the reader starts at its end. */
  room: string
  /** Number of messages; more of them scroll the reader along, if they are at the end. */
  count: number
  /** The newest is the reader's own or an answer to them: they are taken there from wherever they are. */
  isTheirs: boolean
  children: ComponentChildren
}

const FIELDS = 'textarea,input:not([type="file"]),select'

/** Many buttons under many messages lie between the list and the field. */
function toComposer(from: HTMLElement): void {
  from.closest('.chat')?.querySelector('form')?.querySelector<HTMLElement>(FIELDS)?.focus()
}

/** The messages of a room, kept at their end while the reader is there. */
export function Scroller({ room, count, isTheirs, children }: ScrollerProps) {
  const { say } = useWords()
  const element = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  const [isAway, setAway] = useState(false)
  const toEnd = (): void => {
    const box = element.current
    if (box) box.scrollTop = box.scrollHeight
  }
  const watch = (): void => {
    const box = element.current
    if (!box) return
    follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END
    setAway(!follows.current)
  }
  useLayoutEffect(() => {
    follows.current = true
    toEnd()
  }, [room])
  useLayoutEffect(() => {
    if (follows.current || isTheirs) toEnd()
  }, [count])
  useEffect(() => {
    // Pictures, edits and a narrower window change the height without a new message.
    const inner = element.current?.firstElementChild
    if (!inner) return undefined
    const watcher = new ResizeObserver(() => follows.current && toEnd())
    watcher.observe(inner)
    if (element.current) watcher.observe(element.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <div class="scroller">
      <button type="button" class="skip" onClick={(event) => toComposer(event.currentTarget)}>
        {say('to-composer')}
      </button>
      <div
        ref={element}
        class="scroller-box"
        onScroll={watch}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={say('messages')}
      >
        <ol class="messages" onKeyDown={(event) => moveAmong(event.currentTarget, event)}>
          {children}
        </ol>
      </div>
      {isAway && (
        <button type="button" class="to-end" aria-label={say('to-end')} onClick={toEnd}>
          <Icon name="down" />
        </button>
      )}
    </div>
  )
}
