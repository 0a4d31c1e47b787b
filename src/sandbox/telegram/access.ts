/**
 * Which chat a call means and whether the bot may do that there [Client.cpp check_chat, check_chat_access].
 */
import { type Args, text } from './args.js'
import { chatOfRoom } from './people/rooms.js'
import { badRequest, forbidden } from './refusal.js'
import { type ChatState, isPresent } from './state.js'
import type { World } from './world.js'

export type Access = 'read' | 'members' | 'edit' | 'write'

/** The chat named by `chat_id`. Throws 400 or 403. */
export function resolveChat(world: World, args: Args, access: Access, name = 'chat_id'): ChatState {
  const id = text(args, name)
  if (id === '') throw badRequest('chat_id is empty')
  const chat = chatOfRoom(world, id)
  if (!chat) throw badRequest('chat not found')
  return allowed(chat, access)
}

function allowed(chat: ChatState, access: Access): ChatState {
  const changes = access === 'edit' || access === 'write'
  if (chat.type === 'private') {
    if (access === 'write' && chat.bot === 'left') {
      throw forbidden("bot can't initiate conversation with a user")
    }
    if (changes && chat.isDeactivated) throw forbidden('user is deactivated')
    if (changes && chat.bot === 'kicked') throw forbidden('bot was blocked by the user')
    return chat
  }
  if (chat.migratedTo !== undefined && access !== 'read') {
    throw badRequest('group chat was upgraded to a supergroup chat', { migrate_to_chat_id: chat.migratedTo })
  }
  const kind = chat.type === 'group' ? 'group chat' : 'supergroup chat'
  const matters = chat.type === 'supergroup' || changes
  if (matters && chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${kind}`)
  if (matters && !isPresent(chat.bot)) throw forbidden(`bot is not a member of the ${kind}`)
  return chat
}

/** An administrator right of the bot in a group; private chats need none. */
export function needRight(chat: ChatState, right: string, complaint: string): void {
  if (chat.type === 'private') return
  const holds = chat.bot === 'creator' || (chat.bot === 'administrator' && !chat.botLacks.includes(right))
  if (!holds) throw badRequest(complaint)
}
