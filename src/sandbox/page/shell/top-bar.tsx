import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../kit/icons.js'
import { useWords } from '../kit/words.js'
import { BotLamp } from './bot-lamp.js'
import { PageMenu } from './page-menu.js'
import { useSandbox } from './sandbox.js'

/** What this is, that its money is play money, how the bot is doing, and how the page looks. */
export function TopBar() {
  const { say } = useWords()
  return (
    <header class="top-bar">
      <img src="/style/mark.svg" alt="" width={28} height={28} />
      <div class="top-bar-title">
        <h1>{say('name')}</h1>
        <p class="play-money">{say('play-money')}</p>
      </div>
      <Connection />
      <BotLamp />
      <SideButton />
      <PageMenu />
    </header>
  )
}

/** Opens and closes what stands beside the chats. */
function SideButton() {
  const { say } = useWords()
  const { settings, change } = useSandbox()
  const isOpen = settings.side !== 'none'
  return (
    <button
      type="button"
      class="quiet-button side-button"
      aria-expanded={isOpen}
      aria-controls="side"
      onClick={() => change({ side: isOpen ? 'none' : 'rail' })}
    >
      <Icon name="rail" size={18} />
      <span>{say('side')}</span>
    </button>
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
