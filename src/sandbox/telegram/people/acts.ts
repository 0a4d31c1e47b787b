/** One door for everything a person does in the app. */
import type { Action, Outcome } from '../../contract.js'
import type { World } from '../world.js'
import { bring } from './bringing.js'
import { join, leave } from './membership.js'
import { impossible } from './outcomes.js'
import { press } from './pressing.js'
import { open, say } from './saying.js'
import { setAccount, setAdmin, setBotIn, setGroup, setTopic } from './settings.js'

export function act(world: World, personId: string, action: Action): Outcome | Promise<Outcome> {
  const person = world.community.person(personId)
  const isDeleted = world.chats.get(person.telegram.id)?.isDeactivated === true
  if (isDeleted && action.do !== 'restore-account') {
    return impossible({ code: 'account-deleted', name: person.name })
  }
  switch (action.do) {
    case 'say':
      return say(world, person, action)
    case 'press':
      return press(world, person, action)
    case 'open':
      return open(world, person, action.payload)
    case 'bring':
      return bring(world, person, action)
    case 'let-in':
    case 'show-out':
    case 'promote-bot':
    case 'demote-bot':
      return setBotIn(world, person, action)
    case 'become-admin':
    case 'cease-admin':
      return setAdmin(world, person, action)
    case 'mute':
    case 'unmute':
    case 'upgrade':
      return setGroup(world, person, action)
    case 'close-topic':
    case 'open-topic':
      return setTopic(world, person, action)
    case 'block':
    case 'unblock':
    case 'delete-account':
    case 'restore-account':
      return setAccount(world, person, action)
    case 'join':
      return join(world, person, action.room)
    case 'leave':
      return leave(world, person, action.room)
    case 'command':
    case 'submit':
      return impossible({ code: 'not-on-telegram' })
  }
}
