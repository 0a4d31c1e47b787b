import { useWords } from '../kit/words.js'
import { useSandbox } from './sandbox.js'

/** Chooses the pane in front where there is room for one only. */
export function PaneTabs() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  return (
    <nav class="pane-tabs" aria-label={say('platforms')}>
      {(['telegram', 'discord'] as const).map((platform) => (
        <button
          type="button"
          key={platform}
          aria-pressed={settings.front === platform}
          onClick={() => change({ front: platform })}
        >
          <span class={`pane-mark ${platform}`} aria-hidden="true" />
          {platform === 'telegram' ? 'Telegram' : 'Discord'}
        </button>
      ))}
    </nav>
  )
}
