/**
 * Command lists per scope and language, and which one a person sees
 * [core.telegram.org/bots/features#commands].
 */
import type { Person } from '../contract.js'
import { type ChatState, isAdmin, standingOf } from './state.js'
import type { World } from './world.js'

export interface ListedCommand {
  command: string
  description: string
  is_ephemeral?: boolean
}

export type Scope =
  | { type: 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators' }
  | { type: 'chat' | 'chat_administrators'; chat: number }
  | { type: 'chat_member'; chat: number; user: number }

/** Key of a list: scope, then two-letter language, `''` for everybody. */
export function listKey(scope: Scope, language: string): string {
  const place = 'chat' in scope ? `${scope.chat}` : ''
  const user = 'user' in scope ? `${scope.user}` : ''
  return [scope.type, place, user, language].join(' ')
}

/** Scopes that concern a person in a chat, narrowest first. */
function scopesFor(chat: ChatState, person: Person): Scope[] {
  if (chat.type === 'private') {
    return [{ type: 'chat', chat: chat.id }, { type: 'all_private_chats' }, { type: 'default' }]
  }
  const admin = isAdmin(standingOf(chat, person.telegram.id))
  const member: Scope = { type: 'chat_member', chat: chat.id, user: person.telegram.id }
  return [
    member,
    ...(admin ? [{ type: 'chat_administrators', chat: chat.id } as const] : []),
    { type: 'chat', chat: chat.id },
    ...(admin ? [{ type: 'all_chat_administrators' } as const] : []),
    { type: 'all_group_chats' },
    { type: 'default' },
  ]
}

/** The first list there is: in each scope the person's language comes before everybody's. */
export function commandsFor(world: World, chat: ChatState, person: Person): ListedCommand[] {
  const language = person.language.slice(0, 2).toLowerCase()
  for (const scope of scopesFor(chat, person)) {
    const list =
      world.profile.commands.get(listKey(scope, language)) ?? world.profile.commands.get(listKey(scope, ''))
    if (list) return list
  }
  return []
}
