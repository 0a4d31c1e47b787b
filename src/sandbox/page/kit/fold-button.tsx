import { Icon } from './icons.js'
import { useWords } from './words.js'

/** Shows less of what it stands in, or all of it again. */
export function FoldButton({ isFolded, fold }: { isFolded: boolean; fold(isFolded: boolean): void }) {
  const { say } = useWords()
  return (
    <button
      type="button"
      class="icon-button fold"
      aria-label={say(isFolded ? 'unfold' : 'fold')}
      aria-expanded={!isFolded}
      onClick={() => fold(!isFolded)}
    >
      <Icon name="down" size={18} />
    </button>
  )
}
