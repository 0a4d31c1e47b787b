import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

interface DialogProps {
  label: string
  class?: string
  /** The pane it belongs to: the dialog is centred on it. Left out, on the window. */
  over?: string
  onClose(): void
  children: ComponentChildren
}

/**
 * A modal dialog on the browser's own `<dialog>`: it keeps the focus inside, closes on Escape, and gives the
 * focus back to where it came from.
 */
export function Dialog({ label, class: name = '', over, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    if (!dialog) return undefined
    const before = document.activeElement
    const pane = over ? document.getElementById(over)?.getBoundingClientRect() : undefined
    if (pane) dialog.style.setProperty('--centre', `${pane.left + pane.width / 2}px`)
    dialog.showModal()
    // The form is what the reader came for, not the cross in its corner.
    dialog.querySelector<HTMLElement>('form :is(input, select, textarea)')?.focus()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [over])
  return (
    <dialog
      ref={element}
      class={`dialog ${name}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {children}
    </dialog>
  )
}
