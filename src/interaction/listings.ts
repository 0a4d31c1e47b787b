/** Menus and registrations, derived from the catalogue and the languages; never written twice. */
import type { Speech } from '../i18n/speech.js'
import { text } from '../kit/text.js'
import type { ArgumentFacts } from './arguments.js'
import { isTyped } from './catalogue.js'
import type { AnyCommand } from './command.js'
import type { ListedArgument, Listing } from './platform.js'

/** Every typed command in every language. */
export function listingsOf(commands: readonly AnyCommand[], speech: Speech): Listing[] {
  return commands.filter(isTyped).map((one) => ({
    name: one.name,
    scope: scopeOf(one),
    description: inAll(speech, `command-${one.name}`),
    arguments: one.facts.map((facts) => listed(one.name, facts, speech)),
  }))
}

function scopeOf({ who, where }: AnyCommand): Listing['scope'] {
  if (who === 'moderator') return 'admins'
  if (who !== 'anyone') return 'private'
  return where === 'anywhere' ? 'everywhere' : where
}

/** Never required: what is missing is asked for. */
function listed(command: string, facts: ArgumentFacts, speech: Speech): ListedArgument {
  const key = `argument-${command}-${facts.name}`
  return {
    name: facts.name,
    type: typeOf(facts),
    required: false,
    label: inAll(speech, `${key}.label`),
    description: inAll(speech, key),
    choices: facts.choices?.map((value) => ({ value, label: choiceIn(facts, value, speech) })),
    min: facts.kind === 'count' ? facts.min : undefined,
    max: facts.kind === 'count' ? facts.max : undefined,
    maxLength: facts.maxLength,
  }
}

function typeOf({ kind }: ArgumentFacts): ListedArgument['type'] {
  if (kind === 'count') return 'integer'
  return kind === 'choice' || kind === 'flag' ? 'choice' : 'text'
}

function choiceIn({ named }: ArgumentFacts, value: string, speech: Speech): Record<string, string> {
  if (!named) return inAll(speech, `choice-${value}`)
  return Object.fromEntries(speech.locales.map((locale) => [locale, value]))
}

function inAll(speech: Speech, key: string): Record<string, string> {
  return Object.fromEntries(speech.locales.map((locale) => [locale, speech.plain(locale, text(key))]))
}
