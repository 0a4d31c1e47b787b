/** The faults that are switched on, as they befall calls of the Bot API. */

import type { Clock } from '../clock.js'
import type { CallFaultId } from '../contract.js'
import type { Faults } from '../faults.js'
import { type Args, integer, text } from './args.js'
import { BrokenConnection, type Fault, StrangeAnswer, Struck } from './calls.js'
import { chatOfRoom } from './people/rooms.js'
import { ApiRefusal, badRequest, tooManyRequests } from './refusal.js'
import { isAdmin } from './state.js'
import type { World } from './world.js'

const BEFORE = [
  ...['telegram-limit', 'telegram-error-before', 'telegram-stall', 'telegram-reset-before'],
] as const satisfies CallFaultId[]
const AFTER = ['telegram-error-after', 'telegram-reset-after'] as const satisfies CallFaultId[]

/** What a proxy before the Bot API answers when it has lost the server's answer: no JSON at all. */
const BAD_GATEWAY = `<html>\r
<head><title>502 Bad Gateway</title></head>\r
<body>\r
<center><h1>502 Bad Gateway</h1></center>\r
<hr><center>nginx/1.18.0</center>\r
</body>\r
</html>\r
`

/** One decision a call and phase. */
export function callFaults(faults: Faults, world: World): Fault {
  return (phase, method, args) => {
    const id = faults.first(phase === 'before' ? BEFORE : AFTER, method)
    if (id !== undefined) return strike(id, faults, world.clock)
    const isAsking = phase === 'before' && isUnsure(world, method, args)
    if (isAsking && faults.strikes(UNSURE, method)) throw new Struck(UNSURE, badRequest(NO_LIST))
    return undefined
  }
}

const UNSURE = 'telegram-unsure' satisfies CallFaultId
/** The words in which bots have met it. */
const NO_LIST = 'member list is inaccessible'

/** "Only guaranteed to work for other users if the bot is an administrator" [Bot API getChatMember]. */
function isUnsure(world: World, method: string, args: Args): boolean {
  if (method !== 'getChatMember' || integer(args, 'user_id') === world.bot.id) return false
  const chat = chatOfRoom(world, text(args, 'chat_id'))
  return chat !== undefined && chat.type !== 'private' && !isAdmin(chat.bot)
}

/** Resolves with the fault that only took time; any other rejects with what the bot gets to see. */
async function strike(
  id: (typeof BEFORE)[number] | (typeof AFTER)[number],
  { times }: Faults,
  clock: Clock,
): Promise<CallFaultId> {
  if (id !== 'telegram-stall') throw new Struck(id, seen(id, times.retryAfter))
  await new Promise<void>((resolve) => void clock.after(times.stall * 1000, resolve))
  return id
}

function seen(id: CallFaultId, retryAfter: number): Error {
  switch (id) {
    case 'telegram-limit':
      return tooManyRequests(retryAfter)
    case 'telegram-error-before':
      return new ApiRefusal(500, 'Internal Server Error')
    case 'telegram-error-after':
      return new StrangeAnswer(502, 'text/html', BAD_GATEWAY)
    default:
      return new BrokenConnection(id === 'telegram-reset-after')
  }
}
