/**
 * The fields of objects inside arguments, by the names of their types in the Bot API, as data: for saying
 * which of them the bot made up. Only types that arguments of this server hold; what is not named here is not
 * looked into. The contract test holds it against the description.
 */

/** Types that a field's value may be, itself or as items of lists; empty for what is no object of these. */
type Types = readonly string[]

const KEYBOARDS: Types = ['InlineKeyboardMarkup', 'ReplyKeyboardMarkup', 'ReplyKeyboardRemove', 'ForceReply']
const SCOPES: Types = [
  ...['BotCommandScopeDefault', 'BotCommandScopeAllPrivateChats', 'BotCommandScopeAllGroupChats'],
  ...['BotCommandScopeAllChatAdministrators', 'BotCommandScopeChat', 'BotCommandScopeChatAdministrators'],
  'BotCommandScopeChatMember',
]

/** Types of an argument, by its name: it is the same in every method. */
export const ARGUMENTS: Readonly<Record<string, Types>> = {
  reply_markup: KEYBOARDS,
  link_preview_options: ['LinkPreviewOptions'],
  reply_parameters: ['ReplyParameters'],
  ephemeral_message_parameters: ['EphemeralMessageParameters'],
  entities: ['MessageEntity'],
  caption_entities: ['MessageEntity'],
  commands: ['BotCommand'],
  scope: SCOPES,
  reaction: ['ReactionTypeEmoji', 'ReactionTypeCustomEmoji', 'ReactionTypePaid'],
}

const named = (...names: string[]): Record<string, Types> =>
  Object.fromEntries(names.map((name) => [name, []]))

const SCOPE = named('type')

export const OBJECTS: Readonly<Record<string, Readonly<Record<string, Types>>>> = {
  InlineKeyboardMarkup: { inline_keyboard: ['InlineKeyboardButton'], ...named('force_reply') },
  InlineKeyboardButton: {
    ...named('text', 'icon_custom_emoji_id', 'style', 'url', 'callback_data', 'web_app', 'login_url'),
    ...named('switch_inline_query', 'switch_inline_query_current_chat', 'switch_inline_query_chosen_chat'),
    ...named('callback_game', 'pay', 'disabled'),
    copy_text: ['CopyTextButton'],
  },
  CopyTextButton: named('text'),
  ReplyKeyboardMarkup: {
    keyboard: ['KeyboardButton'],
    ...named('is_persistent', 'resize_keyboard', 'one_time_keyboard', 'input_field_placeholder'),
    ...named('selective', 'force_reply'),
  },
  KeyboardButton: named(
    ...['text', 'icon_custom_emoji_id', 'style', 'request_users', 'request_chat', 'request_managed_bot'],
    ...['request_contact', 'request_location', 'request_poll', 'web_app'],
  ),
  ReplyKeyboardRemove: named('remove_keyboard', 'selective'),
  ForceReply: named('force_reply', 'input_field_placeholder', 'selective'),
  LinkPreviewOptions: named(
    ...['is_disabled', 'url', 'prefer_small_media', 'prefer_large_media', 'show_above_text'],
  ),
  ReplyParameters: {
    ...named('message_id', 'chat_id', 'allow_sending_without_reply', 'quote', 'quote_parse_mode'),
    ...named('quote_position', 'checklist_task_id', 'poll_option_id', 'ephemeral_message_id'),
    quote_entities: ['MessageEntity'],
  },
  EphemeralMessageParameters: named(
    ...['receiver_user_id', 'callback_query_id', 'replace_callback_query_message'],
  ),
  MessageEntity: named(
    ...['type', 'offset', 'length', 'url', 'user', 'language', 'custom_emoji_id', 'unix_time'],
    'date_time_format',
  ),
  BotCommand: named('command', 'description', 'is_ephemeral'),
  BotCommandScopeDefault: SCOPE,
  BotCommandScopeAllPrivateChats: SCOPE,
  BotCommandScopeAllGroupChats: SCOPE,
  BotCommandScopeAllChatAdministrators: SCOPE,
  BotCommandScopeChat: named('type', 'chat_id'),
  BotCommandScopeChatAdministrators: named('type', 'chat_id'),
  BotCommandScopeChatMember: named('type', 'chat_id', 'user_id'),
  ReactionTypeEmoji: named('type', 'emoji'),
  ReactionTypeCustomEmoji: named('type', 'custom_emoji_id'),
  ReactionTypePaid: named('type'),
}

/** Paths of the fields in an argument that none of its types has: `reply_markup.inline_keyboard.colour`. */
export function unknownFields(name: string, raw: string): string[] {
  const types = ARGUMENTS[name]
  if (!types || raw === '') return []
  try {
    return [...new Set(unknownIn(JSON.parse(raw), types, name))]
  } catch {
    return []
  }
}

function unknownIn(value: unknown, types: Types, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => unknownIn(item, types, at))
  const shapes = types.map((type) => OBJECTS[type]).filter((shape) => shape !== undefined)
  if (typeof value !== 'object' || value === null || shapes.length === 0) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const fitting = shapes.flatMap((shape) => (Object.hasOwn(shape, key) ? [shape[key] ?? []] : []))
    return fitting.length === 0 ? [`${at}.${key}`] : unknownIn(inner, fitting.flat(), `${at}.${key}`)
  })
}
