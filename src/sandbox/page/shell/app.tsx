/** The page as a whole: it holds what both panes share. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Action, Outcome, Person } from '../../contract.js'
import type { CommunityAnswer, PlatformName } from '../../page-contract.js'
import { DiscordPane } from '../discord/discord-pane.js'
import { fetchPerson } from '../kit/api.js'
import { type Settings, saveSettings } from '../kit/settings.js'
import type { Stream } from '../kit/stream.js'
import { loadWords, type Words, WordsContext } from '../kit/words.js'
import { useRail } from '../rail/use-rail.js'
import { StormDialog } from '../storm/storm-dialog.js'
import { StormPanel } from '../storm/storm-panel.js'
import { useStorm } from '../storm/use-storm.js'
import { TelegramPane } from '../telegram/telegram-pane.js'
import { Tour } from '../tour/tour.js'
import { useTour } from '../tour/use-tour.js'
import { FrontTabs } from './front-tabs.js'
import { type Fill, RailContext, type Sandbox, SandboxContext, type StormButton } from './sandbox.js'
import { SidePanel } from './side-panel.js'
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
  const rail = useRail(stream)
  const noticed = useRef(useTour(storm.report, change))
  const [fills, setFills] = useState<Partial<Record<PlatformName, Fill>>>({})
  const [asked, askStorm] = useState<StormButton[]>()
  const offers = useRef<Partial<Record<PlatformName, StormButton[]>>>({})
  useEffect(
    () => stream.view({ telegram: settings.telegram, discord: settings.discord }),
    [stream, settings.telegram, settings.discord],
  )
  const did = useCallback((platform: PlatformName, action: Action, outcome: Outcome): void => {
    noticed.current({ platform, action, outcome })
  }, [])
  const offer = useCallback((platform: PlatformName, buttons: StormButton[]): void => {
    offers.current[platform] = buttons
  }, [])
  const fill = useCallback((platform: PlatformName, text: string): void => {
    setFills((before) => ({ ...before, [platform]: { text } }))
    change({ front: platform })
  }, [])
  const sandbox = useMemo(
    (): Sandbox => ({ community, settings, change, stream, personOf, fills, fill, did, offer, askStorm }),
    [community, settings, stream, personOf, fills],
  )
  return (
    <WordsContext.Provider value={words}>
      <SandboxContext.Provider value={sandbox}>
        <RailContext.Provider value={rail}>
          <div class={`page front-${settings.front} side-${settings.side}`}>
            <a class="skip" href={`#pane-${settings.front === 'discord' ? 'discord' : 'telegram'}`}>
              {words.say('skip')}
            </a>
            <Chats isTouring={settings.tour >= 0} />
            {storm.isShown && storm.report && (
              <StormPanel report={storm.report} onClose={storm.hide} onCancel={storm.cancel} />
            )}
            <FrontTabs />
            {asked && (
              <StormDialog
                buttons={asked}
                others={Object.values(offers.current).flat()}
                storm={storm}
                onClose={() => askStorm(undefined)}
              />
            )}
          </div>
        </RailContext.Provider>
      </SandboxContext.Provider>
    </WordsContext.Provider>
  )
}

/** All but the storm. The same elements each time: they draw themselves anew when what they read changes. */
function Chats({ isTouring }: { isTouring: boolean }) {
  return useMemo(
    () => (
      <>
        <TopBar />
        <main id="chats" tabIndex={-1}>
          {isTouring && <Tour />}
          <div class="panes">
            <TelegramPane />
            <DiscordPane />
            <SidePanel />
          </div>
        </main>
      </>
    ),
    [isTouring],
  )
}

/** What changes, or how it follows from what there is. */
type Change = Partial<Settings> | ((before: Settings) => Partial<Settings>)

/** The settings, kept in the browser, and the words of the chosen language. */
function useSettings(first: Settings, firstWords: Words) {
  const [settings, setSettings] = useState(first)
  const [words, setWords] = useState(firstWords)
  const change = useCallback(
    (part: Change): void =>
      setSettings((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) })),
    [],
  )
  // At once: the page may be loaded again in the next moment.
  useLayoutEffect(() => {
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
  const { telegram, discord } = settings
  return useCallback(
    (platform) => {
      const id = { telegram, discord }[platform]
      return known.get(id) ?? standIn(id)
    },
    [known, telegram, discord],
  )
}

function standIn(id: string): Person {
  return {
    ...{ id, name: id, part: 'member', language: 'en' },
    telegram: { id: 0, isPremium: false },
    discord: { id: '', username: id, roles: [] },
  }
}
