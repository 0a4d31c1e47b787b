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
 * The form is what the reader came for, not the cross in its corner; but what comes filled in already need
 * not be typed, and on a phone would bring the keyboard up over it.
 */
function firstStop(dialog: HTMLElement): HTMLElement | null {
  const chosen = dialog.querySelector<HTMLElement>('form [aria-pressed="true"]')
  return chosen ?? dialog.querySelector<HTMLElement>('form :is(input, select, textarea)')
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
    firstStop(dialog)?.focus()
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
