import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../kit/icons.js'
import { THEMES } from '../kit/settings.js'
import { LANGUAGES, type Language, useWords } from '../kit/words.js'
import { BotLamp } from './bot-lamp.js'
import { useSandbox } from './sandbox.js'

/** What this is, that its money is play money, how the bot is doing, and how the page looks. */
export function TopBar() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  return (
    <header class="top-bar">
      <img src="/style/mark.svg" alt="" width={28} height={28} />
      <h1>{say('name')}</h1>
      <p class="play-money">{say('play-money')}</p>
      <Connection />
      <span class="top-bar-space" />
      <BotLamp />
      {settings.tour < 0 && (
        <button type="button" class="quiet-button tour-again" onClick={() => change({ tour: 0 })}>
          <Icon name="help" size={18} />
          <span>{say('tour-again')}</span>
        </button>
      )}
      <label class="language">
        <span class="unseen">{say('language')}</span>
        <select
          value={settings.language}
          onChange={(event) => change({ language: event.currentTarget.value as Language })}
        >
          {Object.entries(LANGUAGES).map(([tag, name]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ThemeButton />
    </header>
  )
}

/** Says so while the server cannot be reached. */
function Connection() {
  const { say } = useWords()
  const { stream } = useSandbox()
  const [isLost, setLost] = useState(false)
  useEffect(() => {
    const stops = [stream.on('lost', () => setLost(true)), stream.on('hello', () => setLost(false))]
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream])
  return (
    <span class="connection" role="status">
      {isLost && say('lost')}
    </span>
  )
}

const THEME_ICONS = { auto: 'auto', light: 'sun', dark: 'moon' } as const

function ThemeButton() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  const next = THEMES[(THEMES.indexOf(settings.theme) + 1) % THEMES.length] ?? 'auto'
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={say(`theme-${settings.theme}`)}
      title={say(`theme-${settings.theme}`)}
      onClick={() => change({ theme: next })}
    >
      <Icon name={THEME_ICONS[settings.theme]} />
    </button>
  )
}
