/** How the bot's process is doing; behind a click, what ends it. */
import { BotBox, stateOf } from '../faults/bot-box.js'
import { fetchBot } from '../kit/api.js'
import { Menu } from '../kit/menu.js'
import { useNewest } from '../kit/use-newest.js'
import { useWords } from '../kit/words.js'
import { useSandbox } from './sandbox.js'

export function BotLamp() {
  const { say } = useWords()
  const [bot] = useNewest(useSandbox().stream, 'bot', fetchBot)
  if (!bot) return null
  const state = stateOf(bot)
  return (
    <Menu
      class="bot-lamp"
      label={say(`bot-${state}`)}
      face={<Lamp state={state} text={say(`bot-${state}`)} />}
      isRight
      isPanel
    >
      {() => <BotBox />}
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
