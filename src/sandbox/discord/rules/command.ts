/**
 * Application commands. Source: developers/interactions/application-commands, and the OpenAPI's option
 * schemas.
 */
import { COMMAND, LOCALES, OPTION } from '../protocol.js'
import {
  boolean,
  choice,
  type FieldError,
  type Finding,
  integer,
  isRecord,
  list,
  number,
  type Rule,
  required,
  shape,
  snowflake,
  tagged,
  text,
} from './rule.js'

/**
 * CHAT_INPUT names: 1-32 word characters of any script, hyphen, apostrophe; lower case where there is one.
 */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const INVALID_NAME: FieldError = {
  code: 'APPLICATION_COMMAND_INVALID_NAME',
  message: 'Command name is invalid',
}
const OPTIONS_MAX = 25
const CHOICES_MAX = 25
const INT53 = Number.MAX_SAFE_INTEGER
/** Characters of names, descriptions and values of one command, the longest localisation counting. */
const COMMAND_SIZE = 8000

const slashName: Rule = { kind: 'text', min: 1, max: 32, pattern: NAME, mismatch: INVALID_NAME }
const localised = (of: Rule): Rule => ({ kind: 'map', keys: LOCALES, of })
const described = {
  name: required(slashName),
  name_localizations: localised(slashName),
  description: required(text(100, 1)),
  description_localizations: localised(text(100, 1)),
}

const choices = (value: Rule): Rule =>
  list(
    shape({
      name: required(text(100, 1)),
      name_localizations: localised(text(100, 1)),
      value: required(value),
    }),
    CHOICES_MAX,
  )

const parameter = { type: required(integer()), ...described, required: boolean }
const plain = shape(parameter, lowerCase)
const parameters: Record<number, Rule> = {
  [OPTION.string]: shape(
    {
      ...parameter,
      autocomplete: boolean,
      choices: choices(text(6000)),
      min_length: integer(0, 6000),
      max_length: integer(1, 6000),
    },
    wrongParameter,
  ),
  [OPTION.integer]: shape(
    {
      ...parameter,
      autocomplete: boolean,
      choices: choices(integer(-INT53, INT53)),
      min_value: integer(-INT53, INT53),
      max_value: integer(-INT53, INT53),
    },
    wrongParameter,
  ),
  [OPTION.number]: shape(
    {
      ...parameter,
      autocomplete: boolean,
      choices: choices(number()),
      min_value: number(),
      max_value: number(),
    },
    wrongParameter,
  ),
  [OPTION.boolean]: plain,
  [OPTION.user]: plain,
  [OPTION.channel]: shape({ ...parameter, channel_types: list(integer()) }, lowerCase),
  [OPTION.role]: plain,
  [OPTION.mentionable]: plain,
  [OPTION.attachment]: plain,
}

const say = (at: (string | number)[], code: string, message: string): Finding => ({
  at,
  error: { code, message },
})

function lowerCase(value: Record<string, unknown>): Finding[] {
  const names = isRecord(value.name_localizations) ? Object.entries(value.name_localizations) : []
  const all: [(string | number)[], unknown][] = [
    [['name'], value.name],
    ...names.map(([locale, name]): [string[], unknown] => [['name_localizations', locale], name]),
  ]
  return all
    .filter(([, name]) => String(name) !== String(name).toLowerCase())
    .map(([at]) => ({ at, error: INVALID_NAME }))
}

function wrongParameter(value: Record<string, unknown>): Finding[] {
  const found = lowerCase(value)
  const offered = Array.isArray(value.choices) && value.choices.length > 0
  if (offered && value.autocomplete === true) {
    found.push(
      say(
        ['choices'],
        'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
        'Autocomplete and choices are mutually exclusive',
      ),
    )
  }
  const least = value.min_value ?? value.min_length
  const most = value.max_value ?? value.max_length
  if (typeof least === 'number' && typeof most === 'number' && least > most) {
    const message = 'Minimum must not be greater than maximum'
    found.push(say([], 'APPLICATION_COMMAND_OPTIONS_MIN_MAX_INVALID', message))
  }
  return found
}

/** Order and uniqueness among the options of one level. */
function wrongOptions(value: Record<string, unknown>): Finding[] {
  const found = lowerCase(value)
  const options = Array.isArray(value.options) ? (value.options as Record<string, unknown>[]) : []
  const names = new Set<unknown>()
  let optionalSeen = false
  options.forEach((option, index) => {
    if (names.has(option.name)) found.push(say(['options', index, 'name'], ...NAME_TWICE))
    names.add(option.name)
    if (option.required === true && optionalSeen) found.push(say(['options', index], ...ORDER))
    if (option.required !== true) optionalSeen = true
  })
  return [...found, ...mixedLevels(options)]
}

const NAME_TWICE = ['APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'] as const
const ORDER = [
  'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  'Required options must be placed before non-required options',
] as const

function mixedLevels(options: readonly Record<string, unknown>[]): Finding[] {
  const sub = options.map(({ type }) => type === OPTION.subcommand || type === OPTION.subcommandGroup)
  const odd = sub.findIndex((is) => is !== sub[0])
  if (odd < 0) return []
  const message = 'Sub-command and sub-command group option types are mutually exclusive to all other types'
  return [say(['options', odd], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message)]
}

const level = (of: Record<number, Rule>): Rule => list(tagged('type', of), OPTIONS_MAX)
const subcommand = shape(
  { type: required(integer()), ...described, options: level(parameters) },
  wrongOptions,
)
const group = shape(
  { type: required(integer()), ...described, options: level({ [OPTION.subcommand]: subcommand }) },
  wrongOptions,
)

const shared = {
  id: snowflake,
  type: choice(1, 2, 3, 4),
  default_member_permissions: { kind: 'permissions' } as Rule,
  dm_permission: boolean,
  default_permission: boolean,
  nsfw: boolean,
  contexts: list(choice(0, 1, 2), 3, 1),
  integration_types: list(choice(0, 1), 2, 1),
}

const chatInput = shape(
  {
    ...shared,
    ...described,
    options: level({ ...parameters, [OPTION.subcommand]: subcommand, [OPTION.subcommandGroup]: group }),
  },
  (value) => [...wrongOptions(value), ...tooLarge(value)],
)

/** User and message commands: free names of 1-32 characters, no description, no options. */
const menu = shape({ ...shared, name: required(text(32, 1)), name_localizations: localised(text(32, 1)) })

/** One command as POSTed; the type (absent: CHAT_INPUT) decides the table. */
export const commandRule: Rule = {
  kind: 'picked',
  pick(value) {
    const type = isRecord(value) ? (value.type ?? COMMAND.chatInput) : COMMAND.chatInput
    return type === COMMAND.user || type === COMMAND.message ? menu : chatInput
  },
}

/** Commands of one scope by PUT: 100 slash, 15 user, 15 message. */
const BULK_MAX = 130
export const commandsRule: Rule = required(list(commandRule, BULK_MAX))

function tooLarge(command: Record<string, unknown>): Finding[] {
  if (weight(command) <= COMMAND_SIZE) return []
  const message = `Command exceeds maximum size (${COMMAND_SIZE})`
  return [say([], 'APPLICATION_COMMAND_TOO_LARGE', message)]
}

type Texts = Record<string, string> | null | undefined
const longest = (own: unknown, localisations: unknown): number =>
  Math.max(
    String(own ?? '').length,
    ...Object.values((localisations as Texts) ?? {}).map((each) => each.length),
  )

function weight(item: Record<string, unknown>): number {
  const below = [item.options, item.choices].flatMap((each) => (Array.isArray(each) ? each : []))
  const names = longest(item.name, item.name_localizations)
  const value = typeof item.value === 'string' ? item.value.length : 0
  const inside = below.reduce((sum: number, each) => sum + weight(each as Record<string, unknown>), 0)
  return names + longest(item.description, item.description_localizations) + value + inside
}
