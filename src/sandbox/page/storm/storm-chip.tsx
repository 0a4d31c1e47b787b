import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { buttonsOf } from './buttons.js'

/** The page's own handle under a message with buttons: let a crowd press them. */
export function StormChip({ pane, native }: { pane: Pane; native: unknown }) {
  const { say } = useWords()
  const { askStorm } = useSandbox()
  const buttons = pane.at?.kind === 'group' ? buttonsOf(pane.platform, pane.at.id, native) : []
  if (buttons.length === 0) return null
  return (
    <button type="button" class="storm-chip" onClick={() => askStorm(buttons)}>
      <Icon name="bolt" size={14} /> {say('storm-chip')}
    </button>
  )
}
