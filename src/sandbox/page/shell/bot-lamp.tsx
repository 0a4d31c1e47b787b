/** How the bot's process is doing, with the button that ends it: it must come back, and lose nothing. */
import { useEffect, useState } from 'preact/hooks'
import type { BotStatus } from '../../page-contract.js'
import { fetchBot, killBot } from '../kit/api.js'
import { Menu } from '../kit/menu.js'
import { RelativeMoment } from '../kit/moment.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from './sandbox.js'

export function BotLamp() {
  const { say } = useWords()
  const { stream } = useSandbox()
  const [bot, setBot] = useState<BotStatus | null>(null)
  useEffect(() => {
    const look = (): void => {
      fetchBot().then(setBot, () => setBot(null))
    }
    const stops = [stream.on('bot', setBot), stream.on('hello', look), stream.on('lost', () => setBot(null))]
    look()
    return () => {
      for (const stop of stops) stop()
    }
  }, [stream])
  if (!bot) return null
  const state = bot.running ? 'running' : 'stopped'
  return (
    <Menu
      class="bot-lamp"
      label={say('bot')}
      face={<Lamp state={state} text={say(`bot-${state}`)} />}
      isRight
    >
      {(close) => (
        <div class="bot-panel">
          <p>
            {say(`bot-${state}-since`)} <RelativeMoment at={bot.since} />
          </p>
          <p>{say('bot-restarts', { count: bot.restarts })}</p>
          <p class="quiet">{say('bot-kill-why')}</p>
          <button
            type="button"
            class="danger-button"
            onClick={() => {
              killBot().then(setBot, () => {})
              close()
            }}
          >
            {say('bot-kill')}
          </button>
        </div>
      )}
    </Menu>
  )
}

function Lamp({ state, text }: { state: string; text: string }) {
  return (
    <>
      <span class={`lamp ${state}`} aria-hidden="true" />
      <span>{text}</span>
    </>
  )
}
