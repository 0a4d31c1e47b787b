/** Reactions to messages. */
import type { APIReaction } from 'discord.js'
import { apiError } from '../../api-error.js'
import { channelById, demand } from '../../guilds.js'
import { publicMessage } from '../../messages.js'
import { findUser } from '../../objects.js'
import { INTENT, PERMISSION } from '../../protocol.js'
import type { Kept, Realm } from '../../realm.js'
import { isEmoji } from '../../rules/emoji.js'
import { type Call, noContent, ok, type Route } from '../call.js'

/** Different emoji under one message (JSON error 30010). */
const REACTIONS_MAX = 20

function keptOf(call: Call): Kept {
  const channel = channelById(call.realm, call.params.channel ?? '')
  demand(call.realm, channel, PERMISSION.readMessageHistory)
  return publicMessage(channel, call.params.message ?? '')
}

/** Unicode emoji only: the demo guild has none of its own. 400 10014. */
function emojiOf({ params }: Call): string {
  const emoji = params.emoji ?? ''
  if (!isEmoji(emoji)) throw apiError(10014)
  return emoji
}

function add(call: Call) {
  const kept = keptOf(call)
  const emoji = emojiOf(call)
  demand(call.realm, kept.channel, PERMISSION.addReactions)
  if (!kept.reactions.has(emoji) && kept.reactions.size >= REACTIONS_MAX) throw apiError(30010)
  react(call.realm, kept, emoji, call.realm.app.id, true)
  return noContent
}

/** Adds or takes back one person's reaction and tells everyone. */
function react(realm: Realm, kept: Kept, emoji: string, user: string, on: boolean): void {
  const users = kept.reactions.get(emoji) ?? new Set<string>()
  if (users.has(user) === on) return
  if (on) users.add(user)
  else users.delete(user)
  if (users.size > 0) kept.reactions.set(emoji, users)
  else kept.reactions.delete(emoji)
  show(realm, kept)
  tell(realm, kept, on ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE', {
    user_id: user,
    emoji: { id: null, name: emoji },
  })
}

function show(realm: Realm, kept: Kept): void {
  const reactions = [...kept.reactions].map(([name, users]): APIReaction => {
    const count = users.size
    return {
      emoji: { id: null, name },
      count,
      count_details: { burst: 0, normal: count },
      burst_colors: [],
      me: users.has(realm.app.id),
      me_burst: false,
    }
  })
  kept.message = { ...kept.message, reactions }
  realm.tell({ kind: 'edit', room: kept.channel.id, message: kept.message })
}

function tell(realm: Realm, { channel, message }: Kept, name: string, data: Record<string, unknown>): void {
  const guild = channel.guild ? { guild: channel.guild } : {}
  realm.dispatch({
    name,
    ...guild,
    intents: channel.guild ? INTENT.guildMessageReactions : INTENT.directMessageReactions,
    data: {
      ...{ channel_id: channel.id, message_id: message.id, message_author_id: message.author.id },
      ...{ burst: false, type: 0, ...data },
      ...(channel.guild ? { guild_id: channel.guild } : {}),
    },
  })
}

function takeAway(call: Call, user: string) {
  const kept = keptOf(call)
  if (user !== call.realm.app.id) demand(call.realm, kept.channel, PERMISSION.manageMessages)
  react(call.realm, kept, emojiOf(call), user, false)
  return noContent
}

function clear(call: Call) {
  const kept = keptOf(call)
  demand(call.realm, kept.channel, PERMISSION.manageMessages)
  kept.reactions.clear()
  show(call.realm, kept)
  tell(call.realm, kept, 'MESSAGE_REACTION_REMOVE_ALL', {})
  return noContent
}

function whoReacted(call: Call) {
  const users = keptOf(call).reactions.get(emojiOf(call)) ?? new Set<string>()
  return ok([...users].flatMap((id) => findUser(call.realm, id) ?? []))
}

const common = { auth: 'bot', bucket: 'reaction' } as const
const all = '/channels/:channel/messages/:message/reactions'

export const reactionRoutes: Route[] = [
  { ...common, method: 'PUT', path: `${all}/:emoji/@me`, run: add },
  {
    ...common,
    method: 'DELETE',
    path: `${all}/:emoji/@me`,
    run: (call) => takeAway(call, call.realm.app.id),
  },
  {
    ...common,
    method: 'DELETE',
    path: `${all}/:emoji/:user`,
    run: (call) => takeAway(call, call.params.user ?? ''),
  },
  { ...common, method: 'GET', path: `${all}/:emoji`, bucket: 'read', run: whoReacted },
  { ...common, method: 'DELETE', path: all, run: clear },
]
