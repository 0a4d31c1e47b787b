/** What can be made to go wrong: the bot's process, the way updates take, and faults of both platforms. */
import { BotBox } from './bot-box.js'
import { FaultList } from './fault-list.js'
import { TransportBox } from './transport-box.js'

export function Faults() {
  return (
    <div class="faults">
      <BotBox />
      <TransportBox />
      <FaultList />
    </div>
  )
}
