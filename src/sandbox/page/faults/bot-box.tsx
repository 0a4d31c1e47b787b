/** How the bot's process is doing, with the button that ends it: it must come back, and lose nothing. */
import { fetchBot } from '../kit/api.js'
import { RelativeMoment } from '../kit/moment.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'
import { KillButton } from './kill-button.js'

export function BotBox() {
  const { say } = useWords()
  const [bot] = useNewest(useSandbox().stream, 'bot', fetchBot)
  if (!bot) return null
  const state = bot.running ? 'running' : 'stopped'
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
      <p class="quiet">{say('bot-kill-why')}</p>
      <KillButton />
    </section>
  )
}
