import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

interface MenuProps {
  /** What a screen reader calls the button. */
  label: string
  face: ComponentChildren
  class?: string
  /** The panel hangs from the button's right end. */
  isRight?: boolean
  children(close: () => void): ComponentChildren
}

/** A button that opens a panel: closes on Escape, on a click elsewhere, and when the focus leaves it. */
export function Menu({ label, face, class: name = '', isRight, children }: MenuProps) {
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
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {face}
      </button>
      {isOpen && (
        <div class={isRight ? 'menu-panel right' : 'menu-panel'} role="menu" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

/** Arrow keys walk through the panel's buttons; in a field they belong to the field. */
function moveFocus(event: KeyboardEvent, root: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || event.target instanceof HTMLInputElement) return
  const items = [...(root?.querySelectorAll<HTMLElement>('.menu-panel button, .menu-panel input') ?? [])]
  const next =
    items[(items.indexOf(document.activeElement as HTMLElement) + step + items.length) % items.length]
  event.preventDefault()
  next?.focus()
}
