/** The bot is brought into a group by a link, as people do it. */
import type { Outcome, Person } from '../../contract.js'
import { isAdmin, isPresent, standingOf } from '../state.js'
import type { World } from '../world.js'
import { setBot } from './membership.js'
import { impossible } from './outcomes.js'
import { chatOfRoom } from './rooms.js'
import { say } from './saying.js'

/** A deep link's payload [Bot Features, deep linking]. */
const PAYLOAD = /^[A-Za-z0-9_-]{0,64}$/

/**
 * `t.me/<bot>?startgroup=<payload>` with a group chosen: the bot becomes an ordinary member where it is not
 * in it yet, and in either case the person says `/start@<bot> <payload>` there [Bot Features, deep linking].
 */
export function bring(
  world: World,
  person: Person,
  { room, payload }: { room: string; payload: string },
): Outcome {
  if (!PAYLOAD.test(payload)) return impossible({ code: 'link-invalid' })
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') return impossible({ code: 'no-group' })
  const standing = standingOf(chat, person.telegram.id)
  if (!isPresent(standing)) return impossible({ code: 'not-in-group', name: person.name })
  if (!isPresent(chat.bot)) {
    if (!isAdmin(standing)) return impossible({ code: 'admins-add-bot' })
    setBot(world, person, room, 'member')
  }
  const text = `/start@${world.bot.username}${payload === '' ? '' : ` ${payload}`}`
  return say(world, person, { do: 'say', room, text })
}
