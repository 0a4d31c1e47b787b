/** Forum topics [Client.cpp check_message_topic]. */
import { type Draft, quoted } from './messages.js'
import { badRequest } from './refusal.js'
import type { ChatState } from './state.js'

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
 * Every message of a topic that answers no other one silently answers the message that began the topic
 * [Client.cpp get_implicit_reply_to_message_id].
 */
export function topicFields(chat: ChatState, thread: number): Draft {
  const root = chat.messages.get(thread)
  const reply = root?.forum_topic_created ? { reply_to_message: quoted(root) } : {}
  return { message_thread_id: thread, is_topic_message: true, ...reply } as Draft
}
