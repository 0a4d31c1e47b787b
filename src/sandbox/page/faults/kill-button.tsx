import { fetchBot, killBot } from '../kit/api.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from '../shell/sandbox.js'

/** Ends the bot's process, while there is one to be ended. */
export function KillButton() {
  const { say } = useWords()
  const [bot, put] = useNewest(useSandbox().stream, 'bot', fetchBot)
  return (
    <button
      type="button"
      class="danger-button"
      disabled={bot?.running !== true}
      onClick={() => void killBot().then(put, () => {})}
    >
      {say('bot-kill')}
    </button>
  )
}
