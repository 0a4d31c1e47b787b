import type { Param } from './text.js'

/**
 * An expected no. Rolls the unit of work back and is told to the actor alone.
 * `refusal-<key>` in `locales/` says why, its `.next` attribute says what to do about it; both are required.
 */
export class Refusal extends Error {
  readonly key: string
  readonly params: Record<string, Param>

  constructor(key: string, params: Record<string, Param> = {}) {
    super(`refused: ${key}`)
    this.name = 'Refusal'
    this.key = key
    this.params = params
  }
}

/** Says no. See {@link Refusal}. */
export function refuse(key: string, params?: Record<string, Param>): never {
  throw new Refusal(key, params)
}

/**
 * Something that must be true is not: we were wrong. Rolls back, is logged with its stack, and the person
 * gets one apology with a reference number.
 */
export function must<T>(value: T | null | undefined | false, what: string): T {
  if (value === undefined || value === null || value === false) throw new Error(`broken promise: ${what}`)
  return value
}
