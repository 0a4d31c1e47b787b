/** An entry of what was done to the bot itself: no person did it in a chat. */
import type { RailEntry } from '../../page-contract.js'
import { Icon } from '../kit/icons.js'
import { Moment } from '../kit/moment.js'
import { PLATFORM_NAMES } from '../kit/platform.js'
import { longTime } from '../kit/when.js'
import { useWords, type Words, whyNot } from '../kit/words.js'

type Switched = NonNullable<RailEntry['switched']>

export function SwitchedEntry({ entry, switched }: { entry: RailEntry; switched: Switched }) {
  const { say, language } = useWords()
  const { at, result, took = 0, why } = entry
  const tone = { waiting: 'open', impossible: 'bad' }[String(result)] ?? 'plain'
  return (
    <li class={`entry ${tone}`}>
      <span class="entry-face">
        <Icon name={switched.what === 'killed' ? 'fault' : 'settings'} size={20} />
      </span>
      <div class="entry-words">
        <p class="entry-head">
          <b>{wordsOf(switched, say)}</b>
          <Moment at={at}>{longTime(at, language)}</Moment>
        </p>
        <p class="entry-note">
          {result === 'waiting' && say('switched-away')}
          {result === 'done' && say('switched-back', { seconds: Math.round(took / 100) / 10 })}
          {why && `${say('transport-problem')} ${whyNot(say, why)}`}
        </p>
      </div>
    </li>
  )
}

function wordsOf(switched: Switched, say: Words['say']): string {
  if (switched.what === 'killed') return say('switched-killed')
  const platform = PLATFORM_NAMES[switched.platform]
  return say('switched-way', { platform, way: say(`way-${switched.way}`) })
}
