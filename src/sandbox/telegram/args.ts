/**
 * Arguments of a call as the real server sees them: every value is text (JSON values stay JSON text), so the
 * same call may come as a query string, a form, JSON or multipart, and numbers may come as strings.
 */
import { badRequest } from './refusal.js'

export interface Upload {
  name: string
  bytes: Uint8Array
}

export interface Args {
  readonly values: ReadonlyMap<string, string>
  readonly files: ReadonlyMap<string, Upload>
}

export const text = (args: Args, name: string): string => args.values.get(name) ?? ''

export const has = (args: Args, name: string): boolean => text(args, name) !== ''

/** Leading integer of the text, 0 when there is none, as the server's `to_integer` reads it. */
export function integer(args: Args, name: string): number {
  const digits = /^-?\d{1,15}/.exec(text(args, name))?.[0]
  return digits ? Number(digits) : 0
}

export function clamped(args: Args, name: string, fallback: number, low: number, high: number): number {
  const value = has(args, name) ? integer(args, name) : fallback
  return Math.min(high, Math.max(low, value))
}

/** `true`, `yes` and `1` are true, everything else is false [Client.cpp to_bool]. */
export const flag = (args: Args, name: string): boolean =>
  ['true', 'yes', '1'].includes(text(args, name).toLowerCase())

/** The argument parsed as JSON; undefined when absent; throws `complaint` when it is no JSON. */
export function json(args: Args, name: string, complaint: string): unknown {
  const raw = text(args, name)
  if (raw === '') return undefined
  try {
    return JSON.parse(raw)
  } catch {
    throw badRequest(complaint)
  }
}

export type Fields = Record<string, unknown>

export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Readers of an object inside an argument, with the server's complaints [td JsonBuilder.cpp]. */
export function stringField(object: Fields, name: string): string {
  const value = object[name]
  if (value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Error(`Field "${name}" must be of type String`)
}

export function requiredString(object: Fields, name: string): string {
  if (object[name] === undefined) throw new Error(`Can't find field "${name}"`)
  return stringField(object, name)
}

export function integerField(object: Fields, name: string): number {
  const value = object[name]
  if (value === undefined) return 0
  if (typeof value !== 'number' && typeof value !== 'string')
    throw new Error(`Field "${name}" must be a Number`)
  const read = Number(value)
  if (!Number.isSafeInteger(read) || value === '') throw new Error(`Field "${name}" must be a valid Number`)
  return read
}

export function requiredInteger(object: Fields, name: string): number {
  if (object[name] === undefined) throw new Error(`Can't find field "${name}"`)
  return integerField(object, name)
}

export function booleanField(object: Fields, name: string): boolean {
  const value = object[name]
  if (value === undefined) return false
  if (typeof value !== 'boolean') throw new Error(`Field "${name}" must be of type Boolean`)
  return value
}

export function objectField(object: Fields, name: string): Fields {
  const value = object[name]
  if (value === undefined) throw new Error(`Can't find field "${name}"`)
  if (!isObject(value)) throw new Error(`Field "${name}" must be of type Object`)
  return value
}

/** Runs a parser whose complaints are plain errors and turns them into a refusal with a prefix. */
export function complaining<T>(prefix: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (error instanceof Error && error.name === 'Error' && !('code' in error)) {
      throw badRequest(prefix + error.message)
    }
    throw error
  }
}
