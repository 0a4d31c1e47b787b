/** How the page looks and speaks, and the way back to the first minute. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from '../kit/icons.js'
import { Menu } from '../kit/menu.js'
import { THEMES, type Theme } from '../kit/settings.js'
import { LANGUAGES, type Language, useWords } from '../kit/words.js'
import { tourReopened } from '../tour/steps.js'
import { useSandbox } from './sandbox.js'

const THEME_ICONS: Record<Theme, IconName> = { auto: 'auto', light: 'sun', dark: 'moon' }
const TAGS = Object.keys(LANGUAGES) as Language[]

export function PageMenu() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  return (
    <Menu class="page-menu" label={say('page-menu')} face={<Face language={settings.language} />} isRight>
      {(close) => (
        <>
          <p class="menu-title">{say('language')}</p>
          {TAGS.map((tag) => (
            <Choice
              key={tag}
              language={tag}
              isChosen={tag === settings.language}
              onChoose={() => {
                change({ language: tag })
                close()
              }}
            >
              {LANGUAGES[tag]}
            </Choice>
          ))}
          <p class="menu-title">{say('theme')}</p>
          {THEMES.map((theme) => (
            <Choice key={theme} isChosen={theme === settings.theme} onChoose={() => change({ theme })}>
              <Icon name={THEME_ICONS[theme]} size={18} /> {say(`theme-${theme}`)}
            </Choice>
          ))}
          <button
            type="button"
            role="menuitem"
            class="menu-apart"
            onClick={() => {
              change(tourReopened(settings))
              close()
            }}
          >
            <Icon name="help" size={18} /> {say('tour-again')}
          </button>
        </>
      )}
    </Menu>
  )
}

function Face({ language }: { language: Language }) {
  return (
    <>
      <Icon name="settings" size={18} />
      <span>{LANGUAGES[language]}</span>
    </>
  )
}

interface ChoiceProps {
  language?: Language
  isChosen: boolean
  onChoose(): void
  children: ComponentChildren
}

function Choice({ language, isChosen, onChoose, children }: ChoiceProps) {
  return (
    <button type="button" role="menuitemradio" lang={language} aria-checked={isChosen} onClick={onChoose}>
      <span class="menu-words">{children}</span>
      {isChosen && <Icon name="check" size={16} />}
    </button>
  )
}
