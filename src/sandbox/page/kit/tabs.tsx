import { useRef } from 'preact/hooks'

interface TabsProps<Name extends string> {
  label: string
  names: readonly Name[]
  chosen: Name
  /** What each tab is called. */
  face(name: Name): string
  /** Id of the panel a tab shows. */
  panel(name: Name): string
  onChoose(name: Name): void
}

/** Tabs as the browser's own would be: one stop for the Tab key, arrow keys between them. */
export function Tabs<Name extends string>({ label, names, chosen, face, panel, onChoose }: TabsProps<Name>) {
  const root = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, names.indexOf(chosen), names.length)
    const name = next === undefined ? undefined : names[next]
    if (name === undefined) return
    event.preventDefault()
    onChoose(name)
    root.current?.querySelectorAll('button')[names.indexOf(name)]?.focus()
  }
  return (
    <div ref={root} class="tabs" role="tablist" aria-label={label} onKeyDown={move}>
      {names.map((name) => (
        <button
          type="button"
          key={name}
          role="tab"
          id={`${panel(name)}-tab`}
          aria-selected={name === chosen}
          aria-controls={panel(name)}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {face(name)}
        </button>
      ))}
    </div>
  )
}

function nextIndex(key: string, at: number, count: number): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  return step === undefined ? undefined : (at + step + count) % count
}
