/**
 * Forum topics [Client.cpp check_message_topic]. In a group that is no forum a number of a topic is left
 * alone there: it neither goes anywhere nor is refused.
 */
import { type Draft, quoted } from './messages.js'
import { badRequest } from './refusal.js'
import { type ChatState, isAdmin } from './state.js'

/** The General topic; it is written to without a thread [Client.h GENERAL_FORUM_TOPIC_ID]. */
export const GENERAL_TOPIC = 1

/** The topic fields of a message. Throws 400 for a topic that is not there, and for General by its number. */
export function resolveThread(chat: ChatState, thread: number): Draft {
  if (thread <= 0) return {}
  if (chat.type === 'private') throw badRequest('message thread not found')
  if (chat.topics.length === 0) return {}
  if (!hasTopic(chat, thread)) throw badRequest('message thread not found')
  return topicFields(chat, thread)
}

export const hasTopic = (chat: ChatState, thread: number): boolean =>
  thread !== GENERAL_TOPIC && chat.topics.some((topic) => topic.id === thread)

/**
 * A group in which only administrators may write, in words that bots have met; and a topic that was closed,
 * which is open to those who may manage topics [TOPIC_CLOSED of messages.sendMessage]. Throws 400.
 */
export function refuseSilenced(chat: ChatState, thread: number, what: string): void {
  if (chat.isMuted && !isAdmin(chat.bot)) throw badRequest(`not enough rights to send ${what} to the chat`)
  const mayManage = isAdmin(chat.bot) && !chat.botLacks.includes('can_manage_topics')
  if (isClosed(chat, thread) && !mayManage) throw badRequest('TOPIC_CLOSED')
}

/** What names no topic is for the General one. */
export function isClosed(chat: ChatState, thread: number): boolean {
  const topic = chat.topics.find(({ id }) => id === (thread > 0 ? thread : GENERAL_TOPIC))
  return topic?.isClosed === true
}

/**
 * Every message of a topic that answers no other one silently answers the message that began the topic
 * [Client.cpp get_implicit_reply_to_message_id].
 */
export function topicFields(chat: ChatState, thread: number): Draft {
  const root = chat.messages.get(thread)
  const reply = root?.forum_topic_created ? { reply_to_message: quoted(root) } : {}
  return { message_thread_id: thread, is_topic_message: true, ...reply } as Draft
}
