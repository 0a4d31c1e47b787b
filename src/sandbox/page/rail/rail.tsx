/** What just happened, in plain words: what somebody did, which command it was, the money, the messages. */
import { useState } from 'preact/hooks'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { useHappened } from '../shell/sandbox.js'
import { Entry } from './entry.js'
import { useNewAbove } from './use-new-above.js'

/** Entries drawn at first; the others wait behind a button. */
const DRAWN = 40

export function Rail() {
  const { say } = useWords()
  const rail = useHappened()
  const [isWhole, showAll] = useState(false)
  const { list, count, toTop } = useNewAbove(rail)
  if (rail.length === 0) return <p class="rail-empty">{say('rail-empty')}</p>
  return (
    <>
      {count > 0 && (
        <button type="button" class="main-button rail-new" onClick={toTop}>
          <Icon name="up" size={14} /> {say('rail-new', { count })}
        </button>
      )}
      <ol ref={list} class="rail" aria-label={say('side-rail')}>
        {(isWhole ? rail : rail.slice(0, DRAWN)).map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {!isWhole && rail.length > DRAWN && (
        <button type="button" class="quiet-button rail-older" onClick={() => showAll(true)}>
          {say('rail-older', { count: rail.length - DRAWN })}
        </button>
      )}
    </>
  )
}
