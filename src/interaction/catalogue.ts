/** The commands there are, by name; and the order of their arguments for `press.ts`. */
import type { AnyCommand } from './command.js'
import type { ArgumentOrder } from './press.js'

/** The one press that is not a command: a step of a half-filled form. */
export const FORM_PRESS = 'form'
/**
 * `act` is `set` (value of field), `ask` (for field), `fill` (modal), `more` (options), `confirm`, `cancel`
 * or `show`.
 */
const FORM_ORDER = ['form', 'version', 'act', 'field', 'value'] as const

export interface Catalogue {
  readonly commands: readonly AnyCommand[]
  find(name: string): AnyCommand | undefined
  readonly order: ArgumentOrder
}

export function createCatalogue(commands: readonly AnyCommand[]): Catalogue {
  const byName = new Map(commands.map((one) => [one.name, one]))
  if (byName.size !== commands.length) throw new Error('two commands have the same name')
  return {
    commands,
    find: (name) => byName.get(name),
    order: (name) => (name === FORM_PRESS ? FORM_ORDER : byName.get(name)?.argumentNames),
  }
}

/** A catalogue that is always the one of this moment. */
export function liveCatalogue(now: () => Catalogue): Catalogue {
  return {
    get commands() {
      return now().commands
    },
    find: (name) => now().find(name),
    order: (name) => now().order(name),
  }
}

/** Reachable by typing; the others only by buttons. */
export function isTyped({ name }: AnyCommand): boolean {
  return !name.includes('-')
}
