/** One door for everything a person does in the app. */
import type { Action, Outcome } from '../../contract.js'
import type { World } from '../world.js'
import { bring, showOut } from './bringing.js'
import { join, leave } from './membership.js'
import { impossible } from './outcomes.js'
import { press } from './pressing.js'
import { open, say } from './saying.js'

export function act(world: World, personId: string, action: Action): Outcome | Promise<Outcome> {
  const person = world.community.person(personId)
  switch (action.do) {
    case 'say':
      return say(world, person, action)
    case 'press':
      return press(world, person, action)
    case 'open':
      return open(world, person, action.payload)
    case 'bring':
      return bring(world, person, action)
    case 'show-out':
      return showOut(world, person, action.room)
    case 'join':
      return join(world, person, action.room)
    case 'leave':
      return leave(world, person, action.room)
    case 'command':
    case 'submit':
      return impossible('Telegram has no slash commands with options and no modals.')
  }
}
