/** A message drawn again only when it has changed, or what can be done with it. */
import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import type { Pane } from './use-pane.js'

interface KeptProps {
  pane: Pane
  /** What the message is drawn from beside the pane. */
  from: readonly unknown[]
  draw(): ComponentChildren
}

/**
 * Of the pane a message needs who is acted as, where, and which presses wait or have failed; the messages
 * around it come and go without it.
 */
export function KeptMessage({ pane, from, draw }: KeptProps) {
  return <>{useMemo(draw, [pane.person, pane.at, pane.marks, ...from])}</>
}
