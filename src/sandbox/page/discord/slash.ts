/**
 * Slash commands as somebody types them: `/treasury topup amount:50`. Subcommands become entries of their
 * own, names are shown in the person's language and sent as they were registered.
 */
import type { GivenFile } from '../../contract.js'
import { wholeFirst } from '../pane/suggestions.js'
import { type Command, type CommandOption, localised, OPTION } from './native.js'

/** Type of a command that is typed, and not found in a menu of a message or a person. */
const CHAT_INPUT = 1

export interface Slash {
  /** As it is sent: `treasury topup`. */
  name: string
  /** As it is shown. */
  title: string
  description: string
  options: CommandOption[]
}

export function slashesOf(commands: readonly Command[], locale: string): Slash[] {
  return commands
    .filter((command) => (command.type ?? CHAT_INPUT) === CHAT_INPUT)
    .flatMap((command) => leaves(command, { name: '', title: '' }, locale))
}

type Named = Pick<Slash, 'name' | 'title'>

function leaves(
  command: Omit<Command, 'id' | 'type'> | CommandOption,
  above: Named,
  locale: string,
): Slash[] {
  const name = `${above.name} ${command.name}`.trim()
  const title = `${above.title} ${localised(command.name, command.name_localizations, locale)}`.trim()
  const options = command.options ?? []
  const below = options.filter((option) => option.type === OPTION.subcommand || option.type === OPTION.group)
  if (below.length > 0) return below.flatMap((option) => leaves(option, { name, title }, locale))
  const description = localised(command.description, command.description_localizations, locale)
  return [{ name, title, description, options }]
}

/** Commands whose name, in either form, begins with what was typed after the slash. */
export function matchingSlashes(slashes: readonly Slash[], text: string): Slash[] {
  const typed = /^\/(.*)$/.exec(text)?.[1]?.trim().toLowerCase()
  if (typed === undefined) return []
  return wholeFirst(
    slashes.filter(({ name, title }) => name.startsWith(typed) || title.toLowerCase().startsWith(typed)),
    ({ name, title }) => name === typed || title.toLowerCase() === typed,
  )
}

export interface Typed {
  slash: Slash
  /** Values by option name, as they stand in the fields. */
  values: Record<string, string>
  /** Files by option name. */
  files?: Record<string, GivenFile>
  /** What was typed and belongs to no option: `action:lift`. */
  unknown?: string
}

/** What could be the name of an option, with its colon. */
const NAME = /(?<![\p{L}\p{N}_-])([\p{L}\p{N}_-]+):\s*/gu

/** Reads a whole command out of a line, as when one is pasted: `/redpacket amount:50 shares:20`. */
export function parseSlash(slashes: readonly Slash[], text: string): Typed | undefined {
  const words = /^\/(.+)$/s.exec(text.trim())?.[1]
  if (words === undefined) return undefined
  const longest = [...slashes].sort((a, b) => b.name.length - a.name.length)
  const slash = longest.find(({ name }) => words === name || words.startsWith(`${name} `))
  return slash && { slash, ...valuesIn(words.slice(slash.name.length), slash.options) }
}

/**
 * As in Discord's app, a value is everything up to the next name of an option of this command. What stands
 * before the first, and what looks like an option behind a value that is no free text, belongs to none.
 */
function valuesIn(words: string, options: readonly CommandOption[]): Omit<Typed, 'slash'> {
  const known = new Map(options.map((option) => [option.name, option]))
  const names = [...words.matchAll(NAME)].filter(([, name = '']) => known.has(name))
  const unknown = [words.slice(0, names[0]?.index)]
  const values: Record<string, string> = {}
  names.forEach((found, index) => {
    const [value, rest] = split(words.slice(found.index + found[0].length, names[index + 1]?.index))
    const name = found[1] ?? ''
    const isFree = isFreeText(known.get(name))
    values[name] = (isFree ? value + rest : value).trim().replace(/^"(.*)"$/s, '$1')
    if (!isFree) unknown.push(rest)
  })
  const left = unknown.join(' ').replace(/\s+/g, ' ').trim()
  return left === '' ? { values } : { values, unknown: left }
}

/** Before and from what looks like the name of another option. */
function split(value: string): [before: string, rest: string] {
  const at = value.search(NAME)
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at)]
}

const isFreeText = (option: CommandOption | undefined): boolean =>
  option?.type === OPTION.string && option.choices === undefined

/** The values as Discord's app would send them. Empty ones are left out. */
export function optionsToSend({ slash, values }: Typed): Record<string, string | number | boolean> {
  const given = slash.options.flatMap((option) => {
    const text = values[option.name] ?? ''
    return text === '' || option.type === OPTION.attachment
      ? []
      : [[option.name, typedValue(option, text)] as const]
  })
  return Object.fromEntries(given)
}

function typedValue(option: CommandOption, text: string): string | number | boolean {
  if (option.type === OPTION.integer || option.type === OPTION.number) return Number(text)
  return option.type === OPTION.boolean ? text === 'true' : text
}

/**
 * Options that must be filled in, and those that hold something: these have a field, the others wait behind a
 * +.
 */
export function visibleOptions({ slash, values }: Typed): CommandOption[] {
  return slash.options.filter((option) => option.required || values[option.name] !== undefined)
}
