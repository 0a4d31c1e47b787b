/** Choosing from a list while typing in a field: which entry is marked, and which keys move it. */
import { useState } from 'preact/hooks'

export interface Suggestions<Entry> {
  entries: Entry[]
  marked: number
  mark(index: number): void
  /** Takes a key of the field; true when it was meant for the list. */
  key(event: KeyboardEvent): boolean
}

interface Means<Entry> {
  entries: Entry[]
  choose(entry: Entry): void
  /** Escape: the list goes away. */
  leave(): void
}

export function useSuggestions<Entry>({ entries, choose, leave }: Means<Entry>): Suggestions<Entry> {
  const [mark, setMark] = useState({ among: 0, index: 0 })
  // Another list begins at its first entry, at once: the next key may come before anything is drawn.
  const marked = mark.among === entries.length ? mark.index : 0
  const markAt = (index: number): void => setMark({ among: entries.length, index })
  const key = (event: KeyboardEvent): boolean => {
    if (entries.length === 0 || event.isComposing) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const entry = entries[marked]
    if (step !== undefined) markAt((marked + step + entries.length) % entries.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && entry) choose(entry)
    else if (event.key === 'Escape') leave()
    else return false
    event.preventDefault()
    return true
  }
  return { entries, marked, mark: markAt, key }
}

/** What was typed whole comes before what only begins with it: the first entry is the one that is marked. */
export function wholeFirst<Entry>(entries: readonly Entry[], isWhole: (entry: Entry) => boolean): Entry[] {
  return [...entries.filter(isWhole), ...entries.filter((entry) => !isWhole(entry))]
}
