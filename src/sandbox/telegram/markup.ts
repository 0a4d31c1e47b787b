/**
 * Keyboards a bot attaches, with the server's complaints [Client.cpp get_reply_markup, td ReplyMarkup.cpp].
 */
import {
  type Args,
  booleanField,
  complaining,
  type Fields,
  isObject,
  json,
  objectField,
  requiredString,
  stringField,
} from './args.js'
import type { InlineKeyboardButton, Markup } from './native.js'
import { badRequest } from './refusal.js'
import { checkLink } from './text/links.js'
import { type ApiVersion, knows } from './world.js'

/** Bytes of callback_data [Bot API InlineKeyboardButton]. */
const DATA_BYTES = 64
/** Characters of copy_text [Bot API CopyTextButton]. */
const COPY_LENGTH = 256
/** Buttons of one inline keyboard [tginfo/Telegram-Limits]. */
const BUTTON_LIMIT = 100
/** Bytes of a whole markup, about [4-platforms 1.1]. */
const MARKUP_BYTES = 10_240
/** Characters of a hint in the input field [Bot API ForceReply]. */
const PLACEHOLDER_LENGTH = 64

const STYLES = new Set(['primary', 'danger', 'success'])

/** The `reply_markup` argument; undefined when there is none or it is empty. Throws 400. */
export function readMarkup(args: Args, version: ApiVersion): Markup | undefined {
  const value = json(args, 'reply_markup', "Can't parse reply keyboard markup JSON object")
  if (value === undefined) return undefined
  if (!isObject(value)) throw badRequest('Object expected as reply markup')
  return complaining('', () => markupOf(value, version))
}

function markupOf(value: Fields, version: ApiVersion): Markup | undefined {
  const rows = rowsOf(
    value.inline_keyboard,
    'inline_keyboard',
    'Field "inline_keyboard" of the InlineKeyboardMarkup',
  )
  const keyboard = rowsOf(value.keyboard, 'keyboard', 'Field "keyboard"')
  if (keyboard.some((row) => row.length > 0)) return { kind: 'keyboard', markup: keyboardOf(value, keyboard) }
  if (rows.some((row) => row.length > 0)) return inlineOf(value, rows, version)
  if (booleanField(value, 'remove_keyboard')) {
    return { kind: 'remove', markup: { remove_keyboard: true, ...selective(value) } }
  }
  if (!booleanField(value, 'force_reply')) return undefined
  return { kind: 'force_reply', markup: { force_reply: true, ...placeholder(value), ...selective(value) } }
}

function rowsOf(value: unknown, field: string, name: string): unknown[][] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new Error(`Field "${field}" must be of type Array`)
  if (!value.every(Array.isArray)) throw new Error(`${name} must be an Array of Arrays`)
  return value
}

const selective = (value: Fields) => (booleanField(value, 'selective') ? { selective: true } : {})

function placeholder(value: Fields): Fields {
  const hint = stringField(value, 'input_field_placeholder').slice(0, PLACEHOLDER_LENGTH)
  return hint ? { input_field_placeholder: hint } : {}
}

function keyboardOf(value: Fields, rows: unknown[][]): Fields {
  const keyboard = rows.map((row) => row.map((button) => complain('keyboard', () => keyboardButton(button))))
  const flags = ['resize_keyboard', 'one_time_keyboard', 'is_persistent'].filter((name) =>
    booleanField(value, name),
  )
  return {
    keyboard,
    ...Object.fromEntries(flags.map((name) => [name, true])),
    ...placeholder(value),
    ...selective(value),
  }
}

function keyboardButton(button: unknown): Fields {
  if (typeof button === 'string') return { text: button }
  if (!isObject(button)) throw new Error('KeyboardButton must be a String or an Object')
  return { ...button, text: requiredString(button, 'text'), ...styleOf(button) }
}

/** Button mistakes are reported with the kind of keyboard they are in. */
function complain<T>(kind: 'keyboard' | 'inline keyboard', parse: () => T): T {
  return complaining(`Can't parse ${kind} button: `, parse)
}

function inlineOf(value: Fields, rows: unknown[][], version: ApiVersion): Markup {
  const inline_keyboard = rows
    .map((row) => row.map((button) => complain('inline keyboard', () => inlineButton(button, version))))
    .filter((row) => row.length > 0)
  if (inline_keyboard.flat().length > BUTTON_LIMIT) throw badRequest('reply markup is too long')
  const force = knows({ apiVersion: version }, '10.3') && booleanField(value, 'force_reply')
  const markup = { inline_keyboard, ...(force ? { force_reply: true } : {}) }
  if (Buffer.byteLength(JSON.stringify(markup)) > MARKUP_BYTES) throw badRequest('reply markup is too long')
  return { kind: 'inline', markup }
}

function inlineButton(button: unknown, version: ApiVersion): InlineKeyboardButton {
  if (!isObject(button)) throw new Error('InlineKeyboardButton must be an Object')
  const text = requiredString(button, 'text')
  const style = styleOf(button)
  const action = actionOf(button, version)
  if (text === '') throw badRequest('Inline keyboard button text must be non-empty')
  const icon = stringField(button, 'icon_custom_emoji_id')
  return {
    text,
    ...(icon ? { icon_custom_emoji_id: icon } : {}),
    ...style,
    ...action,
  } as InlineKeyboardButton
}

function styleOf(button: Fields): Fields {
  const style = stringField(button, 'style').toLowerCase()
  if (style === '' || style === 'default') return {}
  if (!STYLES.has(style)) throw new Error('invalid button style specified')
  return { style }
}

type ActionReader = (button: Fields) => Fields

/** In the order the server looks for them; a button needs exactly one. */
const ACTIONS: [name: string, since: string, read: ActionReader][] = [
  ['url', '1.0', (button) => urlAction(stringField(button, 'url'))],
  ['callback_data', '1.0', (button) => callbackAction(stringField(button, 'callback_data'))],
  ['callback_game', '2.2', () => ({ callback_game: {} })],
  ['pay', '3.0', () => ({ pay: true })],
  ['switch_inline_query', '2.0', (button) => text(button, 'switch_inline_query')],
  ['switch_inline_query_chosen_chat', '6.7', (button) => whole(button, 'switch_inline_query_chosen_chat')],
  ['switch_inline_query_current_chat', '2.1', (button) => text(button, 'switch_inline_query_current_chat')],
  ['login_url', '4.3', (button) => urlAction(requiredString(objectField(button, 'login_url'), 'url'))],
  ['web_app', '6.0', webAppAction],
  ['copy_text', '7.11', (button) => copyAction(requiredString(objectField(button, 'copy_text'), 'text'))],
  ['disabled', '10.3', (button) => whole(button, 'disabled')],
]

const text = (button: Fields, name: string): Fields => ({ [name]: requiredString(button, name) })

const whole = (button: Fields, name: string): Fields => ({ [name]: objectField(button, name) })

/**
 * The real server takes the first action it finds and drops the others without a word; the documentation says
 * exactly one, so two are refused here.
 */
function actionOf(button: Fields, version: ApiVersion): Fields {
  const given = ACTIONS.filter(
    ([name, since]) => knows({ apiVersion: version }, since) && isGiven(button, name),
  )
  const first = given[0]
  if (!first) throw new Error('Text buttons are unallowed in the inline keyboard')
  if (given.length > 1) {
    throw new Error(`exactly one action is allowed, found ${given.map(([name]) => name).join(' and ')}`)
  }
  return first[2](button)
}

/** An empty url or callback_data counts as absent [Client.cpp get_inline_keyboard_button_type]. */
function isGiven(button: Fields, name: string): boolean {
  const value = button[name]
  return value !== undefined && !((name === 'url' || name === 'callback_data') && value === '')
}

function urlAction(link: string): Fields {
  try {
    return { url: checkLink(link) }
  } catch (error) {
    throw badRequest(`Inline keyboard button ${error instanceof Error ? error.message : 'URL is invalid'}`)
  }
}

function webAppAction(button: Fields): Fields {
  return { web_app: { url: webAppLink(button, 'Inline keyboard button') } }
}

/** Web Apps are opened by HTTPS alone [td InlineKeyboardButton.cpp, KeyboardButton.cpp]. */
function webAppLink(button: Fields, what: string): string {
  const link = requiredString(objectField(button, 'web_app'), 'url')
  try {
    return checkLink(link, true)
  } catch (error) {
    throw badRequest(`${what} Web App ${error instanceof Error ? error.message : 'URL is invalid'}`)
  }
}

function callbackAction(data: string): Fields {
  if (Buffer.byteLength(data) > DATA_BYTES) throw badRequest('BUTTON_DATA_INVALID')
  return { callback_data: data }
}

function copyAction(copied: string): Fields {
  if (copied === '' || copied.length > COPY_LENGTH) throw badRequest('BUTTON_COPY_TEXT_INVALID')
  return { copy_text: { text: copied } }
}

/**
 * Buttons that do not belong to this chat, or under a message that is neither invoice nor game, of which
 * there are none here. The real server says for inline keyboards what clients have been seen to receive,
 * and for the others what stands in td KeyboardButton.cpp.
 */
export function refuseMisplaced(markup: Markup | undefined, isPrivate: boolean): void {
  if (markup?.kind === 'inline') {
    const foreign = ['pay', 'callback_game', ...(isPrivate ? [] : ['web_app'])]
    const buttons = markup.markup.inline_keyboard.flat()
    if (buttons.some((button) => foreign.some((action) => action in button))) {
      throw badRequest('BUTTON_TYPE_INVALID')
    }
  }
  if (markup?.kind !== 'keyboard') return
  for (const button of (markup.markup.keyboard as Fields[][]).flat()) refuseRequest(button, isPrivate)
}

/** What buttons of a reply keyboard ask for, in the order the server looks for it. */
const REQUESTS: [name: string, complaint: string][] = [
  ['request_contact', 'Phone number can be requested in private chats only'],
  ['request_location', 'Location can be requested in private chats only'],
  ['request_poll', 'Poll can be requested in private chats only'],
  ['web_app', 'Web App buttons can be used in private chats only'],
  ['request_users', 'Users can be requested in private chats only'],
  ['request_chat', 'Chats can be requested in private chats only'],
  ['request_managed_bot', 'Managed bots can be requested in private chats only'],
]

function refuseRequest(button: Fields, isPrivate: boolean): void {
  const [request, complaint = ''] =
    REQUESTS.find(([name]) => button[name] !== undefined && button[name] !== false) ?? []
  if (request === undefined) return
  if (!isPrivate) throw badRequest(complaint)
  if (request === 'web_app') complain('keyboard', () => webAppLink(button, 'Keyboard button'))
}

/** Edits take inline keyboards only [td ReplyMarkup.cpp]. */
export function inlineOnly(markup: Markup | undefined) {
  if (!markup) return undefined
  if (markup.kind !== 'inline') throw badRequest('Inline keyboard expected')
  return markup.markup
}
