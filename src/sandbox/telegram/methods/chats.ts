/** Reading chats and members, pins, reactions, tags, and leaving. */
import { needRight } from '../access.js'
import { complaining, integer, isObject, json, requiredString, text } from '../args.js'
import type { Call } from '../calls.js'
import { deliver } from '../delivery.js'
import { fromBot, postMessage, quoted } from '../messages.js'
import type { ChatMember, Message } from '../native.js'
import { botUser, chatObject, memberObject } from '../objects.js'
import { moveBot } from '../people/membership.js'
import { memberCount } from '../people/rooms.js'
import { isReaction } from '../reactions.js'
import { badRequest } from '../refusal.js'
import { type ChatState, isAdmin, isPresent } from '../state.js'
import { resolveThread } from '../threads.js'
import type { World } from '../world.js'

/** Characters of a member's tag [Bot API setChatMemberTag]. */
const TAG_LENGTH = 16
/** Reactions a bot may leave on a message [Bot API setMessageReaction: bots are no premium users]. */
const REACTIONS = 1

/** Everyday permissions; names are those of ChatPermissions. */
const PERMISSIONS = {
  can_send_messages: true,
  can_send_audios: true,
  can_send_documents: true,
  can_send_photos: true,
  can_send_videos: true,
  can_send_video_notes: true,
  can_send_voice_notes: true,
  can_send_polls: true,
  can_send_other_messages: true,
  can_add_web_page_previews: true,
  can_react_to_messages: true,
  can_edit_tag: false,
  can_change_info: false,
  can_invite_users: true,
  can_pin_messages: false,
  can_manage_topics: false,
}

function permissionsOf({ isMuted }: ChatState): object {
  const may = Object.entries(PERMISSIONS).map(([name, is]) => [name, is && !(isMuted && /_send_/.test(name))])
  return Object.fromEntries(may)
}

export function getChat(call: Call): object {
  const { world } = call
  const chat = call.chat()
  const pinned = chat.messages.get(chat.pinned.at(-1) ?? 0)
  const gifts = chat.type === 'private'
  return {
    ...chatObject(world, chat),
    ...(chat.type === 'private' ? {} : { permissions: permissionsOf(chat), has_visible_history: true }),
    accepted_gift_types: {
      unlimited_gifts: gifts,
      limited_gifts: gifts,
      unique_gifts: gifts,
      premium_subscription: gifts,
      gifts_from_channels: gifts,
    },
    max_reaction_count: 11,
    accent_color_id: Math.abs(chat.id) % 7,
    ...(pinned ? { pinned_message: quoted(pinned) } : {}),
  }
}

export function getChatMember(call: Call): ChatMember {
  const { world, args } = call
  const user = integer(args, 'user_id')
  if (user <= 0) throw badRequest('Invalid user_id specified')
  const chat = call.chat()
  refuseNobody(world, user)
  return memberObject(world, chat, user)
}

function refuseNobody({ bot, community }: World, user: number): void {
  if (user !== bot.id && !community.byTelegram(user)) throw badRequest('PARTICIPANT_ID_INVALID')
}

export function getChatAdministrators(call: Call): ChatMember[] {
  const { world } = call
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  const people = [...chat.members].filter(([, { standing }]) => isAdmin(standing)).map(([id]) => id)
  const ids = isAdmin(chat.bot) ? [...people, world.bot.id] : people
  return ids.map((id) => memberObject(world, chat, id))
}

export function getChatMemberCount(call: Call): number {
  const chat = call.chat()
  return chat.type === 'private' ? 2 : memberCount(chat)
}

export function leaveChat(call: Call): true {
  const { world } = call
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest("chat can't be left")
  if (!isPresent(chat.bot)) return true
  const bot = botUser(world)
  moveBot(world, chat, bot, 'left')
  deliver(world, chat, 'message', postMessage(world, chat, { from: bot, left_chat_member: bot }))
  return true
}

const PIN_RIGHTS = 'not enough rights to manage pinned messages in the chat'

export function pinChatMessage(call: Call): true {
  const { world, args } = call
  const chat = call.chat()
  const message = chat.messages.get(integer(args, 'message_id'))
  if (!message) throw badRequest('message to pin not found')
  needRight(chat, 'can_pin_messages', PIN_RIGHTS)
  if (chat.pinned.at(-1) === message.message_id) return true
  chat.pinned = [...chat.pinned.filter((id) => id !== message.message_id), message.message_id]
  announcePin(world, chat, message)
  return true
}

/** Bots get the service message about their own pins too. */
function announcePin(world: World, chat: ChatState, message: Message): void {
  const topic = message.is_topic_message
    ? { message_thread_id: message.message_thread_id, is_topic_message: true }
    : {}
  const draft = { ...fromBot(world), ...topic, pinned_message: quoted(message) }
  deliver(world, chat, 'message', postMessage(world, chat, draft))
}

export function unpinChatMessage(call: Call): true {
  const chat = call.chat()
  const id = integer(call.args, 'message_id') || chat.pinned.at(-1)
  if (id === undefined || !chat.messages.has(id)) throw badRequest('message to unpin not found')
  needRight(chat, 'can_pin_messages', PIN_RIGHTS)
  chat.pinned = chat.pinned.filter((pinned) => pinned !== id)
  return true
}

const ACTIONS =
  /^(cancel|typing|record_video|upload_video|record_audio|record_voice|upload_audio|upload_voice|upload_photo|upload_document|choose_sticker|pick_up_location|find_location|record_video_note|upload_video_note)$/i

export function sendChatAction(call: Call): true {
  if (!ACTIONS.test(text(call.args, 'action'))) throw badRequest('Wrong parameter action in request')
  resolveThread(call.chat(), integer(call.args, 'message_thread_id'))
  return true
}

/** Checked as Telegram does; the page does not draw reactions. */
export function setMessageReaction(call: Call): true {
  const { args } = call
  const reactions = readReactions(json(args, 'reaction', "Can't parse reaction types JSON object"))
  const chat = call.chat()
  if (!chat.messages.has(integer(args, 'message_id'))) throw badRequest('message to react not found')
  if (reactions.length > REACTIONS) throw badRequest('REACTIONS_TOO_MANY')
  return true
}

function readReactions(value: unknown): object[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw badRequest('Expected an Array of ReactionType')
  return complaining("Can't parse ReactionType: ", () => value.map(readReaction))
}

function readReaction(value: unknown): object {
  if (!isObject(value)) throw new Error('expected an Object')
  const type = requiredString(value, 'type')
  if (type === 'emoji') {
    const emoji = requiredString(value, 'emoji')
    if (!isReaction(emoji)) throw badRequest('REACTION_INVALID')
    return { type, emoji }
  }
  if (type === 'custom_emoji') return { type, custom_emoji_id: requiredString(value, 'custom_emoji_id') }
  if (type === 'paid') return { type }
  throw new Error('invalid reaction type specified')
}

export function setChatMemberTag(call: Call): true {
  const { args } = call
  const user = integer(args, 'user_id')
  if (user <= 0) throw badRequest('Invalid user_id specified')
  const chat = call.chat()
  if (chat.type === 'private') throw badRequest('method is available only for groups and supergroups')
  refuseNobody(call.world, user)
  const tag = text(args, 'tag')
  const member = memberObject(call.world, chat, user)
  if (member.status === 'left' || member.status === 'kicked') throw badRequest('USER_NOT_PARTICIPANT')
  needRight(chat, 'can_manage_tags', 'CHAT_ADMIN_REQUIRED')
  if (/\p{Extended_Pictographic}/u.test(tag)) throw badRequest('TAG_EMOJI_NOT_ALLOWED')
  if ([...tag].length > TAG_LENGTH) throw badRequest('TAG_INVALID')
  const { tag: _before, ...membership } = chat.members.get(user) ?? { standing: 'member' as const }
  chat.members.set(user, { ...membership, ...(tag ? { tag } : {}) })
  return true
}

/** Bytes of a file that bots may download [Bot API getFile]. */
const DOWNLOAD_BYTES = 20 * 1024 * 1024

export function getFile({ world, args }: Call): object {
  const file = world.files.get(text(args, 'file_id'))
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.bytes.length > DOWNLOAD_BYTES) throw badRequest('file is too big')
  return {
    file_id: file.id,
    file_unique_id: file.uniqueId,
    file_size: file.bytes.length,
    file_path: file.path,
  }
}
