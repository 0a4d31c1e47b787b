/**
 * What Discord allows, in one place. Lengths count UTF-16 units, which is never fewer than Discord counts.
 * Sources: [DOC] docs.discord.com/developers (August 2026), [OAS] Discord's published OpenAPI document.
 */

/** Characters of all text displays of one message together. [DOC components/reference, Text Display] */
export const MESSAGE_TEXT_LIMIT = 4000
/** Characters of a button's label. [DOC components/reference, Button] */
export const BUTTON_LABEL_LIMIT = 80
/** Characters of a link button's URL. [DOC components/reference, Button] */
export const BUTTON_URL_LIMIT = 512
/** Buttons in an action row. [DOC components/reference, Action Row] */
export const BUTTONS_PER_ROW = 5
/** Action rows we use. Components v2 would allow more within its 40 components; five stay readable. [DOC] */
export const ROWS_PER_MESSAGE = 5
/** Options of a string select; label and value of one. [DOC components/reference, String Select] */
export const OPTIONS_PER_SELECT = 25
export const OPTION_TEXT_LIMIT = 100
/** Characters of a custom_id. [DOC components/reference, Custom ID] */
export const CUSTOM_ID_LIMIT = 100

/**
 * Bytes of a file, and characters of what a picture shows. [DOC reference, Uploading Files;
 * resources/message]
 */
export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024
export const FILE_ABOUT_LIMIT = 1024
/** ms for the upload of an answer's files, and for a file to be fetched from Discord. */
export const UPLOAD_MS = 30_000
export const DOWNLOAD_MS = 20_000
/** ms to wait when a file of a message cannot be had now. */
export const FILE_PAUSE_MS = 5_000

/** Characters of a modal's title; fields in a modal. [DOC interactions/receiving-and-responding, Modal] */
export const MODAL_TITLE_LIMIT = 45
export const FIELDS_PER_MODAL = 5
/** Characters of a Label component and its description. [DOC components/reference, Label] */
export const LABEL_LIMIT = 45
export const LABEL_DESCRIPTION_LIMIT = 100
/** Characters of a text input, and of its placeholder. [DOC components/reference, Text Input] */
export const INPUT_LIMIT = 4000
export const INPUT_PLACEHOLDER_LIMIT = 100
/**
 * Characters of an unlabelled string option of a slash command. [DOC application-commands, option max_length]
 */
export const OPTION_VALUE_LIMIT = 6000

/**
 * Options and choices of a slash command; characters of a description and of a choice. [DOC
 * application-commands]
 */
export const OPTIONS_PER_COMMAND = 25
export const CHOICES_PER_OPTION = 25
export const DESCRIPTION_LIMIT = 100
export const CHOICE_LIMIT = 100

/** Characters of a message nonce. [DOC resources/message, Create Message] */
export const NONCE_LIMIT = 25

/**
 * ms before a call that is still being worked on is deferred; Discord gives up at 3,000. [DOC interactions]
 */
export const DEFER_AFTER_MS = 1500
/** ms that one answer to an interaction may take; later than 3,000 it would be refused anyway. */
export const ANSWER_TIMEOUT_MS = 2500
/**
 * Repetitions of an answer to an interaction after a 5xx or a timeout; a second arrival is refused with
 * 40060.
 */
export const ANSWER_RETRIES = 1
/** Times, and the longest single wait in ms, that we sit out a rate limit where nobody else would repeat. */
export const RATE_LIMIT_WAITS = 3
export const RATE_LIMIT_WAIT_MS = 10_000
/** ms that any other request may take. */
export const REQUEST_TIMEOUT_MS = 15_000
/** ms between two sweeps of idle rate-limit records: each interaction token we follow up on makes one. */
export const HANDLER_SWEEP_MS = 15_000
/** Sockets to Discord; HTTP/1.1 carries one request at a time on each. */
export const CONNECTIONS = 128

/**
 * 401, 403 and 429 answers in ten minutes before we stop asking. Discord bans an address at 10,000.
 * [DOC topics/rate-limits, Invalid Request Limit]
 */
export const INVALID_REQUESTS_LIMIT = 1000
export const INVALID_REQUESTS_WINDOW_MS = 600_000

/** ms to wait when Discord fails without saying for how long. */
export const SERVER_TROUBLE_MS = 2000
/** ms to wait when a 4xx is no answer of Discord's API (a page of its firewall). */
export const BLOCKED_PAUSE_MS = 60_000
/** ms to wait when Discord says we open private chats too fast (40003) and nothing more. */
export const DM_PAUSE_MS = 60_000

/** ms between two attempts to reach Discord at start: the first pause, and the longest after doubling. */
export const START_PAUSE_MS = 1000
export const START_PAUSE_LIMIT_MS = 60_000

/** ms that the platform's word about a member is believed, and how many such words are kept. */
export const STANDING_TTL_MS = 60_000
export const STANDINGS_KEPT = 10_000
/** Private channels remembered by person; each is only an id to save one request. */
export const PRIVATE_CHANNELS_KEPT = 10_000

/** Bytes of an interaction sent to us over HTTP. Discord's own are far smaller. */
export const HOOK_BODY_LIMIT_BYTES = 1_048_576
/** ms that a signed request may be old or early. */
export const SIGNATURE_AGE_MS = 300_000
