/**
 * Telegram's limits and ours towards Telegram, each with its unit and where the number comes from.
 * "Bot API" is core.telegram.org/bots/api (10.3); "server" is the source of tdlib/telegram-bot-api.
 */

/** UTF-16 units of a message after its entities are parsed. Bot API, sendMessage. */
export const TEXT_LIMIT = 4096

/** The same of a caption. Bot API, sendPhoto. */
export const CAPTION_LIMIT = 1024

/** Bytes of a photo that is uploaded, and of any other file. Bot API, "Sending files". */
export const PHOTO_LIMIT_BYTES = 10_000_000
export const UPLOAD_LIMIT_BYTES = 50_000_000

/** ms for a file to be fetched from Telegram. */
export const DOWNLOAD_MS = 20_000

/** ms to wait when a file of a message cannot be had now. */
export const FILE_PAUSE = 5_000

/** Messages of several parts remembered as half sent. */
export const HALF_SENT_KEPT = 1_000

/**
 * Entities of one message that Telegram keeps; the rest are dropped by the server. Known from clients, ~100.
 */
export const ENTITY_LIMIT = 100

/** Characters of a toast or alert; counted in UTF-16 units, the careful way. Bot API, answerCallbackQuery. */
export const TOAST_LIMIT = 200

/**
 * Buttons of one inline keyboard; more are refused as "reply markup is too long". Known from clients, 100.
 */
export const BUTTON_LIMIT = 100

/** Buttons side by side that the apps still show well. No documented limit. */
export const ROW_LIMIT = 8

/** Columns (a wide character counts two) that the labels of one row may take before a phone cuts them. */
export const ROW_COLUMNS = 40

/** Characters of a copy button. Bot API, CopyTextButton. */
export const COPY_LIMIT = 256

/** Characters of the placeholder of a forced reply. Bot API, ForceReply. */
export const PLACEHOLDER_LIMIT = 64

/** A deep link's payload. Telegram, "Deep linking". */
export const PAYLOAD_PATTERN = /^[A-Za-z0-9_-]{1,64}$/

/** A command's name, and the characters of its description. Bot API, BotCommand. */
export const COMMAND_PATTERN = /^[a-z0-9_]{1,32}$/
export const COMMAND_DESCRIPTION_LIMIT = 256

/** Commands of one menu. Bot API, setMyCommands. */
export const COMMANDS_LIMIT = 100

/** The General topic of a forum: its messages are sent without `message_thread_id`. Server, Client.h. */
export const GENERAL_TOPIC = 1

/**
 * Placeholder authors: anonymous admins, channels, and the linked channel's forwards. Telegram, fixed ids.
 */
export const ANONYMOUS_AUTHORS: ReadonlySet<number> = new Set([1_087_968_824, 136_817_688, 777_000])

/** Seconds that a getUpdates call waits for news; the server caps it at 50. */
export const POLL_SECONDS = 30

/** Updates of one getUpdates answer. Bot API, getUpdates. */
export const POLL_BATCH = 100

/** Seconds after which a request is given up; a poll gets its own waiting time on top. */
export const REQUEST_SECONDS = 30
export const POLL_REQUEST_SECONDS = POLL_SECONDS + 15

/** Seconds to undo what the whole group should not have seen; beside the time for the delivery. */
export const TAKE_BACK_SECONDS = 5

/** ms to wait when the time for a delivery was over before its last request. */
export const LATE_PAUSE = 1_000

/** Seconds for a question about a member: somebody waits for the answer to a press. */
export const STANDING_SECONDS = 5

/** Connections to the Bot API that are open at once. */
export const CONNECTIONS = 32

/** Bytes of a webhook's body. Telegram's updates are far smaller (an answer of 100 is about 4 MB). */
export const HOOK_LIMIT_BYTES = 1024 * 1024

/** Parallel deliveries of Telegram's webhook. Bot API, setWebhook: 1–100. */
export const HOOK_CONNECTIONS = 100

/** The webhook's secret. Bot API allows 1–256; below 32 it could be guessed. */
export const SECRET_PATTERN = /^[A-Za-z0-9_-]{32,256}$/

/** Milliseconds that an answer about a member is believed. */
export const STANDING_TTL = 60_000

/** Members remembered at once; the oldest go first. */
export const STANDING_LIMIT = 20_000

/** Milliseconds that the bot's own rights in a chat are believed; `my_chat_member` corrects them sooner. */
export const OWN_STANDING_TTL = 600_000

/** Kinds of update we ask for; `chat_member` comes only when named. Bot API, Update. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member', 'chat_member'] as const
