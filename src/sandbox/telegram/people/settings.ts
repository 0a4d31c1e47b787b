/** What people set in the app: whether the bot may write to them, who may write in a group, their account. */
import type { Action, Outcome, Person } from '../../contract.js'
import { type ChatState, isAdmin, isPresent, type Standing, standingOf } from '../state.js'
import type { World } from '../world.js'
import {
  migrate,
  ownerOf,
  promote,
  setBlocked,
  setBot,
  setDeactivated,
  setMuted,
  setTopicClosed,
} from './membership.js'
import { impossible, NOTHING } from './outcomes.js'
import { chatOfRoom, privateChat } from './rooms.js'

type OfAccount = Extract<Action, { do: 'block' | 'unblock' | 'delete-account' | 'restore-account' }>
type OfBot = Extract<Action, { do: 'let-in' | 'show-out' | 'promote-bot' | 'demote-bot' }>
type OfAdmin = Extract<Action, { do: 'become-admin' | 'cease-admin' }>
type OfGroup = Extract<Action, { do: 'mute' | 'unmute' | 'upgrade' }>
type OfTopic = Extract<Action, { do: 'close-topic' | 'open-topic' }>

/** The bot is blocked or not; the account is deleted or there again. */
export function setAccount(world: World, person: Person, action: OfAccount): Outcome {
  switch (action.do) {
    case 'block':
    case 'unblock':
      return setBlocked(world, person, action.do === 'block')
    case 'delete-account':
      setDeactivated(world, person, true)
      return NOTHING
    case 'restore-account':
      if (!privateChat(world, person).isDeactivated) return impossible({ code: 'not-deleted' })
      setDeactivated(world, person, false)
      return NOTHING
  }
}

const STANDINGS: Record<OfBot['do'], Standing> = {
  'let-in': 'member',
  'show-out': 'kicked',
  'promote-bot': 'administrator',
  'demote-bot': 'member',
}

/** An administrator changes what the bot is in the group. As an ordinary member it is in privacy mode. */
export function setBotIn(world: World, person: Person, action: OfBot): Outcome {
  const chat = administered(world, person, action.room)
  if ('kind' in chat) return chat
  if (action.do === 'let-in' && isPresent(chat.bot)) return impossible({ code: 'bot-in-group' })
  if (action.do !== 'let-in' && !isPresent(chat.bot)) return impossible({ code: 'bot-not-in-group' })
  const standing = STANDINGS[action.do]
  return chat.bot === standing ? NOTHING : setBot(world, person, action.room, standing)
}

/** The owner makes the person an administrator, or an ordinary member again. */
export function setAdmin(world: World, person: Person, action: OfAdmin): Outcome {
  const chat = chatOfRoom(world, action.room)
  const owner = chat && ownerOf(world, chat)
  if (!owner) return impossible({ code: 'no-group' })
  const standing = action.do === 'become-admin' ? 'administrator' : 'member'
  if (standingOf(chat, person.telegram.id) === standing) return NOTHING
  return promote(world, person, action.room, { by: owner, standing })
}

/** Who may write; and a basic group becomes a supergroup, under another id. */
export function setGroup(world: World, person: Person, action: OfGroup): Outcome {
  const chat = administered(world, person, action.room)
  if ('kind' in chat) return chat
  if (action.do !== 'upgrade') {
    setMuted(world, action.room, action.do === 'mute')
    return NOTHING
  }
  if (chat.type !== 'group') return impossible({ code: 'no-basic-group' })
  migrate(world, action.room)
  return NOTHING
}

export function setTopic(world: World, person: Person, action: OfTopic): Outcome {
  const chat = administered(world, person, action.room)
  if ('kind' in chat) return chat
  const thread = Number(action.thread)
  if (!chat.topics.some(({ id }) => id === thread)) return impossible({ code: 'topic-gone' })
  setTopicClosed(world, action.room, thread, action.do === 'close-topic')
  return NOTHING
}

/** The group, where the person is one of its administrators. */
function administered(world: World, person: Person, room: string): ChatState | Outcome {
  const chat = chatOfRoom(world, room)
  if (!chat || chat.type === 'private') return impossible({ code: 'no-group' })
  if (chat.migratedTo !== undefined) return impossible({ code: 'upgraded' })
  const isTheirs = isAdmin(standingOf(chat, person.telegram.id))
  return isTheirs ? chat : impossible({ code: 'admins-only' })
}
