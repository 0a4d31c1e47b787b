import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { useSandbox } from '../shell/sandbox.js'
import { buttonsOf, hasMain } from './buttons.js'

/** The page's own handle under a message that wants to be pressed: let a crowd do it. */
export function StormChip({ pane, native }: { pane: Pane; native: unknown }) {
  const { say } = useWords()
  const { askStorm } = useSandbox()
  const buttons = pane.at?.kind === 'group' ? buttonsOf(pane.platform, pane.at.id, native) : []
  if (!hasMain(buttons)) return null
  return (
    <button type="button" class="storm-chip" onClick={() => askStorm(buttons)}>
      <Icon name="bolt" size={14} /> {say('storm-chip')}
    </button>
  )
}
