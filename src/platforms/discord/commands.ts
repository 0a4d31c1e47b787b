/**
 * Listings → slash commands with names and descriptions in every language we speak. What is registered is
 * compared first and sent only when it differs, in one request that replaces them all.
 *
 * No `default_member_permissions`: a guild's admin could not see why a command is missing, and the house asks
 * again at every call anyway.
 */
import type { REST } from 'discord.js'
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Routes,
} from 'discord.js'
import type { ListedArgument, Listing } from '../../interaction/platform.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import { cut } from './cut.js'
import { summary } from './failure.js'
import { CHOICE_LIMIT, CHOICES_PER_OPTION, DESCRIPTION_LIMIT, OPTIONS_PER_COMMAND } from './limits.js'
import { patiently } from './patience.js'
import type { Raw } from './raw.js'
import { record } from './raw.js'

export interface NativeChoice {
  name: string
  name_localizations: Record<string, string>
  value: string
}

export interface NativeOption {
  type: ApplicationCommandOptionType
  name: string
  name_localizations: Record<string, string>
  description: string
  description_localizations: Record<string, string>
  required: boolean
  choices?: NativeChoice[]
  min_value?: number
  max_value?: number
  max_length?: number
}

export interface NativeCommand {
  type: ApplicationCommandType.ChatInput
  name: string
  description: string
  description_localizations: Record<string, string>
  options: NativeOption[]
  contexts: InteractionContextType[]
  integration_types: ApplicationIntegrationType[]
}

/**
 * Our locales → Discord's. Source: Discord documentation, reference, Locales. British English falls back to
 * the default by itself; Traditional Chinese would fall back to English, so it gets the Simplified words.
 */
const DISCORD_LOCALES: Record<string, readonly string[]> = {
  en: ['en-US', 'en-GB'],
  'zh-CN': ['zh-CN', 'zh-TW'],
  ru: ['ru'],
  es: ['es-ES', 'es-419'],
}
/**
 * Ephemeral answers make every command private in a guild too; only what needs a group is not offered in
 * private.
 */
const IN_GUILDS = [InteractionContextType.Guild]
const ANYWHERE = [InteractionContextType.Guild, InteractionContextType.BotDM]
/**
 * Option names: 1–32 letters, digits, `-` and `_`, lower case where there is one. [DOC application-commands]
 */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
/** A description may not be empty. */
const NO_WORDS = '…'

/**
 * Registers what differs. Fails with an Outage that says why; nothing of the old registration is lost then.
 */
export async function publish(
  listings: readonly Listing[],
  { rest, world, application, fallback }: { rest: REST; world: World; application: string; fallback: string },
): Promise<boolean> {
  const commands = renderCommands(listings, fallback)
  const route = Routes.applicationCommands(application)
  const query = new URLSearchParams({ with_localizations: 'true' })
  try {
    if (isRegistered(commands, await patiently(() => rest.get(route, { query }), world))) return false
    await patiently(() => rest.put(route, { body: commands }), world)
    return true
  } catch (error) {
    throw new Outage(`Discord did not take the commands: ${summary(error)}`)
  }
}

/** `fallback`: the locale whose words people of all other languages see. */
export function renderCommands(listings: readonly Listing[], fallback: string): NativeCommand[] {
  return listings.map((listing) => ({
    type: ApplicationCommandType.ChatInput,
    name: listing.name,
    description: describe(listing.description, fallback),
    description_localizations: localize(listing.description, DESCRIPTION_LIMIT),
    options: renderOptions(listing.arguments, fallback),
    contexts: [...(listing.scope === 'group' ? IN_GUILDS : ANYWHERE)],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }))
}

/** Discord wants the required ones first. */
function renderOptions(listed: readonly ListedArgument[], fallback: string): NativeOption[] {
  const ordered = [...listed.filter((one) => one.required), ...listed.filter((one) => !one.required)]
  return ordered.slice(0, OPTIONS_PER_COMMAND).map((argument) => renderOption(argument, fallback))
}

function renderOption(argument: ListedArgument, fallback: string): NativeOption {
  return {
    type: optionType(argument.type),
    name: argument.name,
    name_localizations: localizeNames(argument.label),
    description: describe(argument.description, fallback),
    description_localizations: localize(argument.description, DESCRIPTION_LIMIT),
    required: argument.required,
    ...limits(argument, fallback),
  }
}

function optionType(type: ListedArgument['type']): ApplicationCommandOptionType {
  if (type === 'integer') return ApplicationCommandOptionType.Integer
  if (type === 'flag') return ApplicationCommandOptionType.Boolean
  if (type === 'file') return ApplicationCommandOptionType.Attachment
  return ApplicationCommandOptionType.String
}

function limits(argument: ListedArgument, fallback: string): Partial<NativeOption> {
  const { type, choices, min, max, maxLength } = argument
  if (type === 'integer') {
    return {
      ...(min === undefined ? {} : { min_value: min }),
      ...(max === undefined ? {} : { max_value: max }),
    }
  }
  if (type === 'choice' && choices?.length && choices.length <= CHOICES_PER_OPTION) {
    return { choices: choices.map((choice) => renderChoice(choice, fallback)) }
  }
  return type === 'text' && maxLength !== undefined ? { max_length: maxLength } : {}
}

function renderChoice(
  { value, label }: { value: string; label: Record<string, string> },
  fallback: string,
): NativeChoice {
  return {
    name: cut(label[fallback] || value, CHOICE_LIMIT),
    name_localizations: localize(label, CHOICE_LIMIT),
    value,
  }
}

function describe(words: Record<string, string>, fallback: string): string {
  return cut(words[fallback] || NO_WORDS, DESCRIPTION_LIMIT)
}

function localize(words: Record<string, string>, limit: number): Record<string, string> {
  const entries = Object.entries(words).filter(([, text]) => text !== '')
  return Object.fromEntries(
    entries.flatMap(([locale, text]) =>
      (DISCORD_LOCALES[locale] ?? []).map((native): [string, string] => [native, cut(text, limit)]),
    ),
  )
}

/** A name in another language that Discord would refuse is left out, and the plain name is shown instead. */
function localizeNames(labels: Record<string, string>): Record<string, string> {
  const usable = Object.entries(labels).filter(
    ([, label]) => NAME.test(label) && label === label.toLowerCase(),
  )
  return localize(Object.fromEntries(usable), Number.POSITIVE_INFINITY)
}

/** Whether what is registered (asked with its localizations) says the same as `wanted`. */
export function isRegistered(wanted: readonly NativeCommand[], registered: unknown): boolean {
  if (!Array.isArray(registered) || registered.length !== wanted.length) return false
  const spelt = new Set(registered.map((command) => spell(record(command) ?? {})))
  return wanted.every((command) => spelt.has(spell({ ...command })))
}

/** What must agree, in a fixed order, with Discord's ways of leaving things out made one. */
function spell(command: Raw): string {
  return JSON.stringify([
    command.type ?? ApplicationCommandType.ChatInput,
    command.name,
    command.description,
    sorted(command.description_localizations),
    sorted(command.name_localizations),
    items(command.options).map(spellOption),
    [...items(command.contexts)].sort(),
    [...items(command.integration_types)].sort(),
    command.default_member_permissions ?? null,
  ])
}

function spellOption(option: unknown): unknown {
  const known = record(option) ?? {}
  return [
    known.type,
    known.name,
    sorted(known.name_localizations),
    known.description,
    sorted(known.description_localizations),
    known.required ?? false,
    items(known.choices).map((choice) => [
      record(choice)?.name,
      sorted(record(choice)?.name_localizations),
      record(choice)?.value,
    ]),
    known.min_value ?? null,
    known.max_value ?? null,
    known.max_length ?? null,
  ]
}

function items(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function sorted(value: unknown): [string, unknown][] {
  return Object.entries(record(value) ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
}
