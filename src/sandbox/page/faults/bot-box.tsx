/** How the bot's process is doing, with the button that ends it: it must come back, and lose nothing. */
import type { BotStatus } from '../../page-contract.js'
import { fetchBot } from '../kit/api.js'
import { RelativeMoment } from '../kit/moment.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { KillButton } from './kill-button.js'

/** By which its words and its lamp are named. */
export function stateOf({ running, isWaiting }: BotStatus): 'running' | 'waiting' | 'stopped' {
  if (!running) return 'stopped'
  return isWaiting ? 'waiting' : 'running'
}

export function BotBox() {
  const { say } = useWords()
  const [bot] = useNewest(useSandbox().stream, 'bot', fetchBot)
  if (!bot) return null
  const state = stateOf(bot)
  return (
    <section class="box" aria-label={say('bot')}>
      <h3>
        <span class={`lamp ${state}`} aria-hidden="true" /> {say(`bot-${state}`)}
      </h3>
      <p>
        {say(`bot-${state}-since`)} <RelativeMoment at={bot.since} />
        <br />
        {say('bot-restarts', { count: bot.restarts })}
      </p>
      {state === 'waiting' && <p>{say('bot-waiting-why')}</p>}
      <p class="quiet">{say('bot-kill-why')}</p>
      <KillButton />
    </section>
  )
}
