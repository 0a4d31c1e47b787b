import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface MenuProps {
  /** What a screen reader calls the button. */
  label: string
  face: ComponentChildren
  class?: string
  /** The panel hangs from the button's right end. */
  isRight?: boolean
  /** The panel holds more than choices: words to read, for example. */
  isPanel?: boolean
  children(close: () => void): ComponentChildren
}

/** A button that opens a panel: closes on Escape, on a click elsewhere, and when the focus leaves it. */
export function Menu({ label, face, class: name = '', isRight, isPanel, children }: MenuProps) {
  const root = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  const close = (): void => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  // Before anything is painted, so that keys pressed at once find the panel ready.
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    const leave = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false)
    }
    const keys = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close()
      else moveFocus(event, root.current)
    }
    document.addEventListener('keydown', keys)
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    const panel = root.current?.querySelector('.menu-panel')
    const first = panel?.querySelector('[aria-checked="true"]') ?? panel?.querySelector('button')
    if (first instanceof HTMLElement) first.focus()
    return () => {
      document.removeEventListener('keydown', keys)
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])
  return (
    <div ref={root} class={`menu ${name}`}>
      <button
        type="button"
        class="menu-button"
        aria-label={label}
        aria-haspopup={isPanel ? 'dialog' : 'menu'}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <Panel label={label} isRight={isRight} isPanel={isPanel}>
          {children(close)}
        </Panel>
      )}
    </div>
  )
}

type PanelProps = Pick<MenuProps, 'label' | 'isRight' | 'isPanel'> & { children: ComponentChildren }

function Panel({ label, isRight, isPanel, children }: PanelProps) {
  const name = `menu-panel ${isRight ? 'right' : ''}`
  if (isPanel)
    return (
      <div class={name} role="dialog" aria-label={label}>
        {children}
      </div>
    )
  return (
    <div class={name} role="menu" aria-label={label}>
      {children}
    </div>
  )
}

/** Arrow keys, Home and End walk through the panel's buttons; in a field they belong to the field. */
function moveFocus(event: KeyboardEvent, root: HTMLElement | null): void {
  if (event.target instanceof HTMLInputElement) return
  const items = [...(root?.querySelectorAll<HTMLElement>('.menu-panel button, .menu-panel input') ?? [])]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  items.at(next % items.length)?.focus()
}
