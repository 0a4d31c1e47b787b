import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import type { Pane } from '../pane/use-pane.js'
import { buttonsOf, recordOf } from './buttons.js'

/** The page's own handles under a packet that is over: the page that recomputes it, and its public record. */
export function RecordLink({ pane, native }: { pane: Pane; native: unknown }) {
  const { say, language } = useWords()
  const packet =
    pane.at?.kind === 'group' ? recordOf(buttonsOf(pane.platform, pane.at.id, native)) : undefined
  if (packet === undefined) return null
  return (
    <div class="chips">
      <a class="storm-chip" href={`/packets/${packet}?language=${language}`} target="_blank" rel="noopener">
        <Icon name="check" size={14} /> {say('recompute')}
      </a>
      <a class="storm-chip" href={`/packets/${packet}.json`} target="_blank" rel="noopener">
        <Icon name="link" size={14} /> {say('record')}
      </a>
    </div>
  )
}
