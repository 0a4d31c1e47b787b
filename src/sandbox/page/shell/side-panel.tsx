/** Beside the chats: what just happened, and what can be made to go wrong. */
import { useEffect, useRef } from 'preact/hooks'
import { Faults } from '../faults/faults.js'
import { Icon } from '../kit/icons.js'
import { SIDES, type Side } from '../kit/settings.js'
import { Tabs } from '../kit/tabs.js'
import { useWords } from '../kit/words.js'
import { Rail } from '../rail/rail.js'
import { useSandbox } from './sandbox.js'

export function SidePanel() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  const element = useRef<HTMLElement>(null)
  const front = SIDES.find((side) => side === settings.front)
  const shown = front ?? (settings.side === 'none' ? 'rail' : settings.side)
  const close = (): void => {
    change({ side: 'none' })
    // Whoever closes it goes on where they opened it.
    document.querySelector<HTMLElement>('[aria-controls="side"]')?.focus()
  }
  useEscape(element, close)
  return (
    <aside
      ref={element}
      id="side"
      class={`side ${settings.side === 'none' ? 'closed' : ''}`}
      aria-label={say('side')}
    >
      <header class="side-head">
        <Tabs
          label={say('side')}
          names={SIDES}
          chosen={shown}
          face={(name) => say(`side-${name}`)}
          panel={(name) => `side-${name}`}
          onChoose={(side) => change(front ? { side, front: side } : { side })}
        />
        <button type="button" class="icon-button side-close" aria-label={say('close')} onClick={close}>
          <Icon name="close" size={18} />
        </button>
      </header>
      {/* Each tab begins at its top: a box of its own has a place of its own. */}
      <div
        key={shown}
        class="side-body"
        role="tabpanel"
        id={`side-${shown}`}
        aria-labelledby={`side-${shown}-tab`}
      >
        {content(shown)}
      </div>
    </aside>
  )
}

const content = (side: Side) => (side === 'rail' ? <Rail /> : <Faults />)

/** Escape closes it from within. */
function useEscape(element: { current: HTMLElement | null }, close: () => void): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    }
    const side = element.current
    side?.addEventListener('keydown', leave)
    return () => side?.removeEventListener('keydown', leave)
  }, [])
}
