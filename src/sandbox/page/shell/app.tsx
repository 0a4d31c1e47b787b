/** The page as a whole: it holds what both panes share. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Action, Outcome, Person } from '../../contract.js'
import type { CommunityAnswer, PlatformName } from '../../page-contract.js'
import { DiscordPane } from '../discord/discord-pane.js'
import { fetchPerson } from '../kit/api.js'
import { type Settings, saveSettings } from '../kit/settings.js'
import type { Stream } from '../kit/stream.js'
import { loadWords, type Words, WordsContext } from '../kit/words.js'
import { StormDialog } from '../storm/storm-dialog.js'
import { useStorm } from '../storm/use-storm.js'
import { TelegramPane } from '../telegram/telegram-pane.js'
import { stepAfter } from '../tour/steps.js'
import { Tour } from '../tour/tour.js'
import { Dock } from './dock.js'
import { PaneTabs } from './pane-tabs.js'
import { type Fill, type Sandbox, SandboxContext, type StormButton } from './sandbox.js'
import { TopBar } from './top-bar.js'

interface AppProps {
  community: CommunityAnswer
  words: Words
  settings: Settings
  stream: Stream
}

export function App({ community, stream, ...start }: AppProps) {
  const { settings, change, words } = useSettings(start.settings, start.words)
  const personOf = usePeople(community, settings)
  const storm = useStorm(stream)
  const [fills, setFills] = useState<Partial<Record<PlatformName, Fill>>>({})
  const [asked, askStorm] = useState<StormButton[]>()
  const offers = useRef<Partial<Record<PlatformName, StormButton[]>>>({})
  useEffect(
    () => stream.view({ telegram: settings.telegram, discord: settings.discord }),
    [stream, settings.telegram, settings.discord],
  )
  const did = (platform: PlatformName, action: Action, outcome: Outcome): void => {
    const tour = stepAfter(settings.tour, { platform, action, outcome })
    if (tour !== settings.tour) change({ tour })
  }
  const offer = useCallback((platform: PlatformName, buttons: StormButton[]): void => {
    offers.current[platform] = buttons
  }, [])
  const fill = (platform: PlatformName, text: string): void => {
    setFills((before) => ({ ...before, [platform]: { text } }))
    change({ front: platform })
  }
  const sandbox: Sandbox = {
    ...{ community, settings, change, stream, personOf, fills, fill, did, offer, askStorm },
  }
  return (
    <WordsContext.Provider value={words}>
      <SandboxContext.Provider value={sandbox}>
        <div class={`page front-${settings.front}`}>
          <TopBar />
          <main>
            {settings.tour >= 0 && <Tour storm={storm.report} />}
            <PaneTabs />
            <div class="panes">
              <TelegramPane />
              <DiscordPane />
            </div>
          </main>
          <Dock storm={storm} />
          {asked && (
            <StormDialog
              buttons={asked}
              others={Object.values(offers.current).flat()}
              storm={storm}
              onClose={() => askStorm(undefined)}
            />
          )}
        </div>
      </SandboxContext.Provider>
    </WordsContext.Provider>
  )
}

/** The settings, kept in the browser, and the words of the chosen language. */
function useSettings(first: Settings, firstWords: Words) {
  const [settings, setSettings] = useState(first)
  const [words, setWords] = useState(firstWords)
  const change = useCallback(
    (part: Partial<Settings>): void => setSettings((before) => ({ ...before, ...part })),
    [],
  )
  useEffect(() => {
    saveSettings(settings)
    document.documentElement.dataset.theme = settings.theme
  }, [settings])
  useEffect(() => {
    if (words.language !== settings.language) loadWords(settings.language).then(setWords, () => {})
  }, [settings.language, words])
  useEffect(() => {
    document.documentElement.lang = words.language
    document.title = words.say('title')
  }, [words])
  return { settings, change, words }
}

/** Finds the acted people; somebody of the crowd is fetched when first needed. */
function usePeople(community: CommunityAnswer, settings: Settings): (platform: PlatformName) => Person {
  const [crowd, setCrowd] = useState<Record<string, Person>>({})
  const known = useMemo(
    () => new Map([...community.people, ...Object.values(crowd)].map((person) => [person.id, person])),
    [community, crowd],
  )
  useEffect(() => {
    for (const id of [settings.telegram, settings.discord]) {
      if (known.has(id)) continue
      fetchPerson(id).then(
        (person) => setCrowd((before) => ({ ...before, [id]: person })),
        () => {},
      )
    }
  }, [settings.telegram, settings.discord])
  return (platform) => known.get(settings[platform]) ?? standIn(settings[platform])
}

function standIn(id: string): Person {
  return {
    ...{ id, name: id, part: 'member', language: 'en' },
    telegram: { id: 0, isPremium: false },
    discord: { id: '', username: id, roles: [] },
  }
}
