/**
 * The components of messages, old and new, as tables. Source: developers/components/reference, and the
 * OpenAPI `*ComponentForMessageRequest` schemas for lengths.
 */
import { BUTTON, COMPONENT } from '../protocol.js'
import { isEmoji } from './emoji.js'
import {
  attachmentReference,
  boolean,
  choice,
  type FieldError,
  type Fields,
  type Finding,
  integer,
  list,
  media,
  type Rule,
  required,
  shape,
  snowflake,
  tagged,
  text,
  url,
} from './rule.js'

/** Components of one message, counted at every depth (Components V2). */
export const COMPONENTS_MAX = 40
/** Characters of all text displays of one message together. */
export const TEXT_TOTAL = 4000
const ROWS_MAX = 5
const COLOUR_MAX = 0xffffff
const ID_MAX = 2 ** 31 - 1
const URL_MAX = 512

export const common: Fields = { type: required(integer()), id: integer(0, ID_MAX) }
export const customId = text(100, 1)

const say = (code: string, message: string): FieldError => ({ code, message })
const emoji = shape({ id: snowflake, name: text(32), animated: boolean }, noEmoji)

/**
 * An emoji of a server is known by its id; any other by its name, which must be one of Unicode. The code is
 * the same in menus (discord-api-docs issue 8071).
 */
function noEmoji({ id, name }: Given): Finding[] {
  if ((id !== undefined && id !== null) || isEmoji(String(name ?? ''))) return []
  return [{ at: ['name'], error: say('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji') }]
}

const button: Rule = shape(
  {
    ...common,
    style: required(choice(1, 2, 3, 4, 5, 6)),
    label: text(80),
    emoji,
    custom_id: customId,
    url,
    sku_id: snowflake,
    disabled: boolean,
  },
  wrongButton,
)

type Given = Record<string, unknown>
const has = (value: Given, key: string): boolean => value[key] !== undefined && value[key] !== null

function wrongButton(value: Given): Finding[] {
  const found: Finding[] = []
  const refuse = (key: string, error: FieldError): void => void found.push({ at: [key], error })
  const link = value.style === BUTTON.link
  const premium = value.style === BUTTON.premium
  const needed = link ? 'url' : premium ? 'sku_id' : 'custom_id'
  if (!has(value, needed)) refuse(needed, NEEDED[needed])
  for (const key of ['url', 'sku_id', 'custom_id'] as const) {
    if (key !== needed && has(value, key)) refuse(key, exclusive(needed, key))
  }
  if (premium && (has(value, 'label') || has(value, 'emoji'))) refuse('label', exclusive('sku_id', 'label'))
  if (!premium && !value.label && !has(value, 'emoji')) {
    refuse('label', say('BUTTON_COMPONENT_EMPTY', 'A button must have a label or an emoji'))
  }
  if (typeof value.url === 'string' && value.url.length > URL_MAX) {
    refuse('url', say('BASE_TYPE_MAX_LENGTH', `Must be ${URL_MAX} or fewer in length.`))
  }
  return found
}

const NEEDED = {
  custom_id: say('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'),
  url: say('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required'),
  sku_id: say('BUTTON_COMPONENT_SKU_ID_REQUIRED', 'A sku id is required'),
}

const exclusive = (one: string, other: string): FieldError =>
  say('BUTTON_COMPONENT_EXCLUSIVE_FIELDS', `A ${one} and ${other} cannot both be specified`)

const selectOption = shape({
  label: required(text(100, 1)),
  value: required(text(100, 1)),
  description: text(100),
  emoji,
  default: boolean,
})

const selectFields: Fields = {
  ...common,
  custom_id: required(customId),
  placeholder: text(150),
  min_values: integer(0, 25),
  max_values: integer(1, 25),
  disabled: boolean,
  required: boolean,
}

/** Rules of a select menu and its counts; `max_values` is one where it is not said. */
export function wrongSelect(value: Given): Finding[] {
  const options = Array.isArray(value.options) ? (value.options as Given[]) : undefined
  const max = Number(value.max_values ?? 1)
  const found = Number(value.min_values ?? 1) > max ? [tooFew] : []
  if (!options) return found
  if (max > options.length) found.push(tooMany)
  const seen = new Set<unknown>()
  options.forEach((option, index) => {
    if (seen.has(option.value)) found.push({ at: ['options', index, 'value'], error: REPEATED })
    seen.add(option.value)
  })
  if (options.filter((option) => option.default === true).length > max) found.push(TOO_MANY_DEFAULTS)
  return found
}

const tooFew: Finding = {
  at: ['min_values'],
  error: say('SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX', 'min_values must not be greater than max_values'),
}
const tooMany: Finding = {
  at: ['max_values'],
  error: say(
    'SELECT_COMPONENT_MAX_VALUES_EXCEEDS_OPTIONS',
    'max_values must not exceed the number of options',
  ),
}
const TOO_MANY_DEFAULTS: Finding = {
  at: ['options'],
  error: say(
    'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
    'The specified number of default values exceeds the specified maximum values',
  ),
}
const REPEATED = say('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used')

const defaults = list(
  shape({ id: required(snowflake), type: required(choice('user', 'role', 'channel')) }),
  25,
)

/** The five menus, for messages and (inside a label) for modals. */
export const selects: Record<number, Rule> = {
  [COMPONENT.stringSelect]: shape(
    { ...selectFields, options: required(list(selectOption, 25, 1)) },
    wrongSelect,
  ),
  [COMPONENT.userSelect]: shape({ ...selectFields, default_values: defaults }, wrongSelect),
  [COMPONENT.roleSelect]: shape({ ...selectFields, default_values: defaults }, wrongSelect),
  [COMPONENT.mentionableSelect]: shape({ ...selectFields, default_values: defaults }, wrongSelect),
  [COMPONENT.channelSelect]: shape(
    { ...selectFields, default_values: defaults, channel_types: list(integer()) },
    wrongSelect,
  ),
}

const WIDTH = 5

function tooWide(value: Given): Finding[] {
  const children = Array.isArray(value.components) ? (value.components as Given[]) : []
  const width = children.reduce((sum, child) => sum + (child.type === COMPONENT.button ? 1 : WIDTH), 0)
  if (width <= WIDTH) return []
  const error = say('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')
  return [{ at: ['components', children.length - 1], error }]
}

const actionRow = shape(
  {
    ...common,
    components: required(list(tagged('type', { [COMPONENT.button]: button, ...selects }), WIDTH, 1)),
  },
  tooWide,
)

export const textDisplay = shape({ ...common, content: required(text(TEXT_TOTAL, 1)) })
const unfurled = shape({ url: required(media) })
const thumbnail = shape({
  ...common,
  media: required(unfurled),
  description: text(1024, 1),
  spoiler: boolean,
})
const section = shape({
  ...common,
  components: required(list(tagged('type', { [COMPONENT.textDisplay]: textDisplay }), 3, 1)),
  accessory: required(tagged('type', { [COMPONENT.button]: button, [COMPONENT.thumbnail]: thumbnail })),
})
const gallery = shape({
  ...common,
  items: required(
    list(shape({ media: required(unfurled), description: text(1024, 1), spoiler: boolean }), 10, 1),
  ),
})
/** "It only supports attachment references" (OpenAPI `…WithAttachmentReferenceRequired`). */
const file = shape({
  ...common,
  file: required(shape({ url: required(attachmentReference) })),
  spoiler: boolean,
})
const separator = shape({ ...common, divider: boolean, spacing: choice(1, 2) })

const inContainer: Record<number, Rule> = {
  [COMPONENT.actionRow]: actionRow,
  [COMPONENT.section]: section,
  [COMPONENT.textDisplay]: textDisplay,
  [COMPONENT.mediaGallery]: gallery,
  [COMPONENT.file]: file,
  [COMPONENT.separator]: separator,
}

const container = shape({
  ...common,
  accent_color: integer(0, COLOUR_MAX),
  spoiler: boolean,
  components: required(list(tagged('type', inContainer), COMPONENTS_MAX, 1)),
})

/** Top level of a message without the Components V2 flag: rows only. */
export const legacyComponents: Rule = list(tagged('type', { [COMPONENT.actionRow]: actionRow }), ROWS_MAX)
/** Top level of a message with the flag. */
export const layoutComponents: Rule = list(
  tagged('type', { ...inContainer, [COMPONENT.container]: container }),
  COMPONENTS_MAX,
)
