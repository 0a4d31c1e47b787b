/** Short names for the platform's own object types; grammY's are Bot API 10.3. */
import type {
  Chat,
  ChatMember,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  Message,
  MessageEntity,
  User,
} from 'grammy/types'

export type { Chat, ChatMember, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity, User }

/** Kinds of update this server can make. */
export type UpdateKind =
  | 'message'
  | 'edited_message'
  | 'callback_query'
  | 'my_chat_member'
  | 'chat_member'
  | 'message_reaction'

/** The reply markups a message may carry. Only the inline keyboard comes back in `Message.reply_markup`. */
export type Markup =
  | { kind: 'inline'; markup: InlineKeyboardMarkup }
  | { kind: 'keyboard' | 'remove' | 'force_reply'; markup: Record<string, unknown> }

/** Text as it is shown: markup stripped, entities in UTF-16 code units. */
export interface FormattedText {
  text: string
  entities: MessageEntity[]
}
