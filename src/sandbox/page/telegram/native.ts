/**
 * The parts of Telegram's objects that the page draws (Bot API 10.3). Everything may be missing but the ids.
 */
export interface User {
  id: number
  is_bot?: boolean
  first_name: string
  last_name?: string
  username?: string
}

export interface Entity {
  type: string
  /** UTF-16 code units, as JavaScript counts. */
  offset: number
  length: number
  url?: string
  language?: string
  user?: User
  unix_time?: number
  date_time_format?: string
}

export interface InlineButton {
  text: string
  style?: 'danger' | 'success' | 'primary'
  callback_data?: string
  url?: string
  copy_text?: { text: string }
  disabled?: object
  web_app?: { url: string }
  switch_inline_query?: string
  switch_inline_query_current_chat?: string
}

export interface Photo {
  file_id: string
  width: number
  height: number
}

export interface Document {
  file_id: string
  file_name?: string
}

export interface Message {
  message_id: number
  ephemeral_message_id?: number
  receiver_user?: User
  date: number
  edit_date?: number
  from?: User
  sender_chat?: { id: number; title?: string }
  sender_tag?: string
  author_signature?: string
  chat: { id: number; type: string; title?: string }
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: Photo[]
  document?: Document
  reply_to_message?: Message
  quote?: { text: string; entities?: Entity[] }
  reply_markup?: {
    inline_keyboard?: InlineButton[][]
    force_reply?: boolean
    input_field_placeholder?: string
    selective?: boolean
  }
  new_chat_members?: User[]
  left_chat_member?: User
  pinned_message?: Message
  new_chat_title?: string
  migrate_to_chat_id?: number
  migrate_from_chat_id?: number
  forum_topic_created?: { name: string }
  group_chat_created?: boolean
}

export interface BotCommand {
  command: string
  description: string
}

export function nameOf(user: User): string {
  return [user.first_name, user.last_name].filter(Boolean).join(' ')
}

/** Who a message is from, as the apps write it: the chat itself for anonymous admins. */
export function senderOf(message: Message): string {
  if (message.sender_chat) return message.sender_chat.title ?? ''
  return message.from ? nameOf(message.from) : ''
}
