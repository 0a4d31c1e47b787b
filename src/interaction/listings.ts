/** Menus, registrations and labels, derived from the catalogue and the languages; never written twice. */
import type { Speech } from '../i18n/speech.js'
import { type Text, text } from '../kit/text.js'
import type { ArgumentFacts } from './arguments.js'
import { isTyped } from './catalogue.js'
import type { AnyCommand } from './command.js'
import type { ListedArgument, Listing } from './platform.js'
import { choiceText } from './question.js'
import { bare } from './typed.js'

/** Every typed command in every language. */
export function listingsOf(commands: readonly AnyCommand[], speech: Speech): Listing[] {
  return commands.filter(isTyped).map((one) => ({
    name: one.name,
    scope: scopeOf(one),
    description: inAll(speech, `command-${one.name}`),
    arguments: (one.long ? [] : one.facts).map((facts) => listed(one, facts, speech)),
  }))
}

function scopeOf({ who, where }: AnyCommand): Listing['scope'] {
  if (who === 'moderator') return 'admins'
  if (who !== 'anyone') return 'private'
  return where === 'anywhere' ? 'everywhere' : where
}

/** Never required: what is missing is asked for. */
function listed(command: AnyCommand, facts: ArgumentFacts, speech: Speech): ListedArgument {
  const key = `argument-${command.name}-${facts.name}`
  return {
    name: facts.name,
    type: typeOf(facts),
    required: false,
    label: inAll(speech, `${key}.label`),
    description: inAll(speech, key),
    choices: facts.choices?.map((value) => ({ value, label: choiceIn(command, facts, value, speech) })),
    min: facts.kind === 'count' ? facts.min : undefined,
    max: facts.kind === 'count' ? facts.max : undefined,
    maxLength: facts.maxLength,
  }
}

function typeOf({ kind }: ArgumentFacts): ListedArgument['type'] {
  if (kind === 'count') return 'integer'
  if (kind === 'file') return 'file'
  return kind === 'choice' || kind === 'flag' ? 'choice' : 'text'
}

function choiceIn(
  command: AnyCommand,
  facts: ArgumentFacts,
  value: string,
  speech: Speech,
): Record<string, string> {
  return wordsIn(speech, choiceText(command, facts, value))
}

function inAll(speech: Speech, key: string): Record<string, string> {
  return wordsIn(speech, text(key))
}

function wordsIn(speech: Speech, words: Text): Record<string, string> {
  return Object.fromEntries(speech.locales.map((locale) => [locale, speech.plain(locale, words)]))
}

/**
 * The commands, of which every choice may be typed as people see it. In any of the languages: which one they
 * read is known only when they are recognised, and no label means two things in one command.
 */
export function withLabels(commands: readonly AnyCommand[], speech: Speech): AnyCommand[] {
  // The questions of a long form are answered one by one, and never in one line.
  return commands.map((one) =>
    one.long ? one : { ...one, facts: one.facts.map((facts) => labelled(one, facts, speech)) },
  )
}

function labelled(command: AnyCommand, facts: ArgumentFacts, speech: Speech): ArgumentFacts {
  const { choices, named } = facts
  const isShownAsItIs = named && command.choiceWords === undefined
  if (!choices || isShownAsItIs) return facts
  const labelsOf = (value: string) => [
    ...new Set(Object.values(choiceIn(command, facts, value, speech)).map(bare)),
  ]
  return { ...facts, labels: Object.fromEntries(choices.map((value) => [value, labelsOf(value)])) }
}
