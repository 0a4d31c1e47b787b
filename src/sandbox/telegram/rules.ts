/**
 * What every method takes, as data, read by one check (checks.ts). Types are those of the Bot API
 * documentation; `required` is what the server says when a field is missing. Fields without it that a method
 * cannot do without are refused by the method itself, in the words that it has for what it does not find.
 */
import type { Access } from './access.js'

export type FieldType = 'Integer' | 'String' | 'Boolean' | 'Chat' | 'Object' | 'Array' | 'File'

export interface FieldRule {
  type: FieldType
  /** The refusal's text when the field is missing or empty. */
  required?: string
  /** What the server says to any value: nothing of the kind exists here. */
  refused?: string
  /** Bot API version the field came with. An older server ignores it. */
  since?: string
}

export interface MethodRule {
  fields: Record<string, FieldRule>
  /** What the bot must be allowed to do in the chat of `chat_id`. */
  access?: Access
  /** Counts against the send limits. */
  paced?: boolean
  /** Bot API version the method came with; older servers do not know it. */
  since?: string
  /** Too frequent to be worth a line on the page. */
  quiet?: boolean
}

const chat: FieldRule = { type: 'Chat', required: 'chat_id is empty' }
const string: FieldRule = { type: 'String' }
const integer: FieldRule = { type: 'Integer' }
const boolean: FieldRule = { type: 'Boolean' }
const object: FieldRule = { type: 'Object' }
const array: FieldRule = { type: 'Array' }
const business: FieldRule = { type: 'String', refused: 'business connection not found' }
const user: FieldRule = { type: 'Integer', required: 'Invalid user_id specified' }

const SENDING: Record<string, FieldRule> = {
  chat_id: chat,
  business_connection_id: business,
  message_thread_id: integer,
  direct_messages_topic_id: integer,
  parse_mode: string,
  disable_notification: boolean,
  protect_content: boolean,
  allow_paid_broadcast: boolean,
  message_effect_id: string,
  suggested_post_parameters: object,
  reply_parameters: object,
  reply_markup: object,
  ephemeral_message_parameters: { type: 'Object', since: '10.3' },
}

const EDITING: Record<string, FieldRule> = {
  business_connection_id: business,
  chat_id: { type: 'Chat' },
  message_id: integer,
  inline_message_id: string,
  reply_markup: object,
}

const EPHEMERAL: Record<string, FieldRule> = {
  chat_id: chat,
  receiver_user_id: { type: 'Integer', required: 'Invalid receiver_user_id specified' },
  ephemeral_message_id: { type: 'Integer', required: 'Ephemeral message identifier is not specified' },
}

const TEXT: FieldRule = { type: 'String', required: 'message text is empty' }
const SCOPE: Record<string, FieldRule> = { scope: object, language_code: string }
const LANGUAGE: Record<string, FieldRule> = { language_code: string }

export const RULES: Readonly<Record<string, MethodRule>> = {
  getMe: { fields: {} },
  getUpdates: {
    fields: { offset: integer, limit: integer, timeout: integer, allowed_updates: array },
    quiet: true,
  },
  setWebhook: {
    fields: {
      url: string,
      certificate: { type: 'File' },
      ip_address: string,
      max_connections: integer,
      allowed_updates: array,
      drop_pending_updates: boolean,
      secret_token: string,
    },
  },
  deleteWebhook: { fields: { drop_pending_updates: boolean } },
  getWebhookInfo: { fields: {} },
  sendMessage: {
    fields: { text: TEXT, entities: array, link_preview_options: object, ...SENDING },
    access: 'write',
    paced: true,
  },
  sendPhoto: {
    fields: {
      photo: { type: 'File' },
      caption: string,
      caption_entities: array,
      show_caption_above_media: boolean,
      has_spoiler: boolean,
      ...SENDING,
    },
    access: 'write',
    paced: true,
  },
  sendDocument: {
    fields: {
      document: { type: 'File' },
      thumbnail: { type: 'File' },
      caption: string,
      caption_entities: array,
      disable_content_type_detection: boolean,
      ...SENDING,
    },
    access: 'write',
    paced: true,
  },
  editMessageText: {
    fields: {
      text: TEXT,
      parse_mode: string,
      entities: array,
      link_preview_options: object,
      rich_message: { type: 'Object', since: '10.1' },
      ...EDITING,
    },
    access: 'edit',
    paced: true,
  },
  editMessageCaption: {
    fields: {
      caption: string,
      parse_mode: string,
      caption_entities: array,
      show_caption_above_media: boolean,
      ...EDITING,
    },
    access: 'edit',
    paced: true,
  },
  editMessageReplyMarkup: { fields: EDITING, access: 'edit', paced: true },
  deleteMessage: {
    fields: { chat_id: { type: 'Chat', required: 'Chat identifier is not specified' }, message_id: integer },
    access: 'write',
  },
  deleteMessages: { fields: { chat_id: chat, message_ids: array }, access: 'write' },
  answerCallbackQuery: {
    fields: {
      callback_query_id: string,
      text: string,
      show_alert: boolean,
      url: string,
      cache_time: integer,
    },
  },
  setMyCommands: { fields: { commands: array, ...SCOPE } },
  getMyCommands: { fields: SCOPE },
  deleteMyCommands: { fields: SCOPE },
  setMyName: { fields: { name: string, ...LANGUAGE } },
  getMyName: { fields: LANGUAGE },
  setMyDescription: { fields: { description: string, ...LANGUAGE } },
  getMyDescription: { fields: LANGUAGE },
  setMyShortDescription: { fields: { short_description: string, ...LANGUAGE } },
  getMyShortDescription: { fields: LANGUAGE },
  getChat: { fields: { chat_id: chat }, access: 'read' },
  getChatMember: { fields: { chat_id: chat, user_id: user }, access: 'members' },
  getChatAdministrators: {
    fields: { chat_id: chat, return_bots: { type: 'Boolean', since: '10.0' } },
    access: 'members',
  },
  getChatMemberCount: { fields: { chat_id: chat }, access: 'members' },
  pinChatMessage: {
    fields: {
      business_connection_id: business,
      chat_id: chat,
      message_id: integer,
      disable_notification: boolean,
    },
    access: 'write',
  },
  unpinChatMessage: {
    fields: { business_connection_id: business, chat_id: chat, message_id: integer },
    access: 'write',
  },
  createChatInviteLink: {
    fields: {
      chat_id: chat,
      name: string,
      expire_date: integer,
      member_limit: integer,
      creates_join_request: boolean,
    },
    access: 'write',
  },
  revokeChatInviteLink: { fields: { chat_id: chat, invite_link: string }, access: 'write' },
  banChatMember: {
    fields: { chat_id: chat, user_id: user, until_date: integer, revoke_messages: boolean },
    access: 'write',
  },
  unbanChatMember: { fields: { chat_id: chat, user_id: user, only_if_banned: boolean }, access: 'write' },
  leaveChat: { fields: { chat_id: chat }, access: 'read' },
  sendChatAction: {
    fields: { business_connection_id: business, chat_id: chat, message_thread_id: integer, action: string },
    access: 'write',
  },
  setMessageReaction: {
    fields: { chat_id: chat, message_id: integer, reaction: array, is_big: boolean },
    access: 'read',
  },
  setChatMemberTag: { fields: { chat_id: chat, user_id: user, tag: string }, access: 'write', since: '9.5' },
  getFile: { fields: { file_id: { type: 'String', required: 'file_id not specified' } } },
  // An edit is a message, as any other: limits of editing and sending are shared [4-platforms 1.2].
  editEphemeralMessageText: {
    fields: {
      ...EPHEMERAL,
      text: TEXT,
      parse_mode: string,
      entities: array,
      link_preview_options: object,
      reply_markup: object,
      rich_message: { type: 'Object', since: '10.3' },
    },
    access: 'write',
    paced: true,
    since: '10.2',
  },
  editEphemeralMessageCaption: {
    fields: {
      ...EPHEMERAL,
      caption: string,
      parse_mode: string,
      caption_entities: array,
      reply_markup: object,
      show_caption_above_media: { type: 'Boolean', since: '10.3' },
    },
    access: 'write',
    paced: true,
    since: '10.2',
  },
  editEphemeralMessageReplyMarkup: {
    fields: { ...EPHEMERAL, reply_markup: object },
    access: 'write',
    paced: true,
    since: '10.2',
  },
  deleteEphemeralMessage: { fields: EPHEMERAL, access: 'write', since: '10.2' },
  logOut: { fields: {} },
  close: { fields: {} },
}

/** Method names are not case sensitive. */
export const METHOD_NAMES: ReadonlyMap<string, string> = new Map(
  Object.keys(RULES).map((name) => [name.toLowerCase(), name]),
)
