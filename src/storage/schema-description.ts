/**
 * What a database is made of, as names and definitions, so that a lost trigger, check or index is found at start and
 * named, instead of being missed by money later.
 */
import { StartError } from '../kit/start-error.js'

/** `trigger transfers_guard` → its definition, in whatever text the engine gives for it. */
export type Description = Map<string, string>

/** Kinds of things that an operator may add without harm; an added trigger could do anything. */
const MAY_BE_ADDED = /^(table|index|column|constraint|function) /

/** What is wrong, a phrase each: `trigger transfers_guard is missing`. */
export function drift(expected: Description, actual: Description): string[] {
  const lost = [...expected].flatMap(([thing, definition]) => {
    const found = actual.get(thing)
    if (found === undefined) return [`${thing} is missing`]
    return found === definition ? [] : [`${thing} was changed`]
  })
  const added = [...actual.keys()].filter((thing) => !expected.has(thing) && !MAY_BE_ADDED.test(thing))
  return [...lost, ...added.map((thing) => `${thing} does not belong here`)]
}

/** Phrases in one message. */
const NAMED = 3

export function refuseDrift(phrases: string[]): void {
  if (phrases.length === 0) return
  const more = phrases.length > NAMED ? ` and ${phrases.length - NAMED} more` : ''
  throw new StartError(
    `The database's schema is damaged: ${phrases.slice(0, NAMED).join(', ')}${more}. Restore a backup, or put back what is missing from the program's migrations folder.`,
    'data',
  )
}
