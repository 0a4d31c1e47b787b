/**
 * The one place where a call's fields are held against the rules. The real server ignores what it does not
 * know and reads what it can: a number that is none is 0 to it, a boolean false. So does this, because a bot
 * must find here what it will find there; but it tells every deviation, and no test lets one pass
 * (test/kit/strange.ts).
 */
import type { Strange } from '../contract.js'
import type { Args } from './args.js'
import { badRequest } from './refusal.js'
import type { FieldRule, FieldType, MethodRule } from './rules.js'
import { unknownFields } from './rules-objects.js'
import { type ApiVersion, knows } from './world.js'

export interface Checked {
  /** The arguments this server version reads. */
  args: Args
  /** What the call did that the documentation does not know. */
  strange: Strange[]
}

/** Throws 400 with the server's words for the first required field that is missing. */
export function checkFields(rule: MethodRule, args: Args, version: ApiVersion): Checked {
  const values = new Map([...args.values].filter(([name]) => isKnown(rule, name, version)))
  for (const [name, field] of Object.entries(rule.fields)) need(field, values.get(name))
  return { args: { values, files: args.files }, strange: strangeIn(rule, args, version) }
}

/** Fields that the documentation does not know, at any depth, and values that are not of their type. */
export function strangeIn(rule: MethodRule, args: Args, version: ApiVersion): Strange[] {
  return [...args.values].flatMap(([name, value]) => {
    const field = rule.fields[name]
    if (!field || !isKnown(rule, name, version)) return [{ field: name }]
    const wrong = fits(value, field.type) ? [] : [{ field: name, type: field.type }]
    return [...wrong, ...unknownFields(name, value).map((path) => ({ field: path }))]
  })
}

function isKnown(rule: MethodRule, name: string, version: ApiVersion): boolean {
  const field = Object.hasOwn(rule.fields, name) ? rule.fields[name] : undefined
  return field !== undefined && (field.since === undefined || knows({ apiVersion: version }, field.since))
}

function need(field: FieldRule, value: string | undefined): void {
  const isMissing = value === undefined || value === ''
  if (field.required !== undefined && isMissing) throw badRequest(field.required)
  if (field.refused !== undefined && !isMissing) throw badRequest(field.refused)
}

const FORMS: Record<FieldType, (value: string) => boolean> = {
  Integer: (value) => /^-?\d{1,16}$/.test(value),
  Boolean: (value) => /^(true|false|yes|no|0|1)?$/i.test(value),
  Chat: (value) => /^(-?\d{1,16}|@\w{4,32})?$/.test(value),
  Object: (value) => value === '' || value.trimStart().startsWith('{'),
  Array: (value) => value === '' || value.trimStart().startsWith('['),
  String: () => true,
  File: () => true,
}

const fits = (value: string, type: FieldType): boolean => FORMS[type](value)
