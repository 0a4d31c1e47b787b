import { Icon } from '../kit/icons.js'
import { PLATFORM_NAMES, PlatformMark } from '../kit/platform.js'
import type { Settings } from '../kit/settings.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from './sandbox.js'

const FRONTS = ['telegram', 'discord', 'rail', 'faults'] as const satisfies readonly Settings['front'][]

/** At the foot of a narrow window: chooses what is in front, where there is room for one thing only. */
export function FrontTabs() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  return (
    <nav class="front-tabs" aria-label={say('front')}>
      {FRONTS.map((front) => (
        <button
          type="button"
          key={front}
          aria-current={settings.front === front ? 'page' : undefined}
          onClick={() => change({ front })}
        >
          {front === 'telegram' || front === 'discord' ? (
            <>
              <PlatformMark platform={front} isBesideName />
              <span>{PLATFORM_NAMES[front]}</span>
            </>
          ) : (
            <>
              <Icon name={front === 'rail' ? 'rail' : 'fault'} size={18} />
              <span>{say(`front-${front}`)}</span>
            </>
          )}
        </button>
      ))}
    </nav>
  )
}
