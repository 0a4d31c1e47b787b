/**
 * Checks a value against a schema of Discord's OpenAPI description: the part of JSON Schema that it uses.
 * `oneOf` is read as "at least one", because the description's alternatives overlap. Its objects are open;
 * here a field that they do not name is a disagreement, for the sandbox has no business to make one up.
 */
import { existsSync, readFileSync } from 'node:fs'

export interface Schema {
  $ref?: string
  type?: string | string[]
  const?: unknown
  enum?: unknown[]
  oneOf?: Schema[]
  anyOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
}

interface Operation {
  requestBody?: { content?: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

export interface Description {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const PLACE = new URL('../../../../shared/specs/discord-openapi.json', import.meta.url)

/** The description, where it lies beside the project. */
export function description(): Description | undefined {
  return existsSync(PLACE) ? (JSON.parse(readFileSync(PLACE, 'utf8')) as Description) : undefined
}

/** Names of the fields that a body of this schema may have, by the places where they stand. */
export type NamesOf = (schema: Schema, place: readonly string[]) => Set<string>

/** Collects names over all alternatives: which of them is meant depends on the value. */
export function namesIn({ components }: Description): NamesOf {
  const open = (schema: Schema): Schema[] => {
    if (schema.$ref) return open(components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
    const parts = [...(schema.allOf ?? []), ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    return [schema, ...parts.flatMap(open), ...(schema.items ? open(schema.items) : [])]
  }
  return (schema, place) => {
    const all = open(schema)
    const [next, ...rest] = place
    if (next === undefined) return new Set(all.flatMap(({ properties }) => Object.keys(properties ?? {})))
    const inside = all.flatMap(({ properties }) => properties?.[next] ?? [])
    return new Set(inside.flatMap((one) => [...namesIn({ components } as Description)(one, rest)]))
  }
}

export type Walk = (schema: Schema, value: unknown, at?: string) => string[]

/** Every disagreement as `path: what`; empty when the value fits. */
export function walker({ components }: Description): Walk {
  const named = (ref: string): Schema => {
    const found = components.schemas[ref.split('/').at(-1) ?? '']
    if (!found) throw new Error(`no schema ${ref}`)
    return found
  }
  const walk: Walk = (schema, value, at = '$') => {
    if (schema.$ref) return walk(named(schema.$ref), value, at)
    if (schema.allOf) return walk(whole(schema), value, at)
    return [...alternatives(schema, value, at), ...own(schema, value, at)]
  }

  /** Several objects that are one. */
  function whole({ allOf = [], ...schema }: Schema): Schema {
    const parts = allOf
      .map((part) => (part.$ref ? named(part.$ref) : part))
      .map((part) => (part.allOf ? whole(part) : part))
    const all = [...parts, schema]
    const properties = Object.assign({}, ...all.map((part) => part.properties))
    const one: Schema = Object.assign({}, ...all)
    if (Object.keys(properties).length > 0) one.properties = properties
    one.required = all.flatMap((part) => part.required ?? [])
    return one
  }

  function alternatives(schema: Schema, value: unknown, at: string): string[] {
    const options = schema.oneOf ?? schema.anyOf
    if (!options) return []
    const found = options.map((each) => walk(each, value, at))
    if (found.some((each) => each.length === 0)) return []
    // The alternative that got furthest is the one that was meant.
    return [...found].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
  }

  function own(schema: Schema, value: unknown, at: string): string[] {
    const wrong = scalar(schema, value)
    if (wrong) return [`${at}: ${wrong}`]
    if (Array.isArray(value)) {
      return value.flatMap((item, index) => (schema.items ? walk(schema.items, item, `${at}[${index}]`) : []))
    }
    if (typeof value !== 'object' || value === null) return []
    return inObject(schema, value as Record<string, unknown>, at)
  }

  function inObject(schema: Schema, value: Record<string, unknown>, at: string): string[] {
    const missing = (schema.required ?? []).filter((name) => value[name] === undefined)
    const { properties = {}, additionalProperties: extra } = schema
    const inside = Object.entries(value).flatMap(([name, item]) => {
      if (item === undefined) return []
      const field = properties[name] ?? (typeof extra === 'object' ? extra : undefined)
      if (field) return walk(field, item, `${at}.${name}`)
      return schema.properties || extra === false ? [`${at}.${name}: not in the schema`] : []
    })
    return [...missing.map((name) => `${at}.${name}: missing`), ...inside]
  }

  return walk
}

const depth = (found: readonly string[]): number =>
  Math.max(0, ...found.map((each) => each.split(/[.[]/).length))

function scalar(schema: Schema, value: unknown): string | undefined {
  if (schema.const !== undefined && schema.const !== value) return `is not ${JSON.stringify(schema.const)}`
  if (schema.enum && !schema.enum.includes(value)) return 'is none of the enum'
  const types = schema.type === undefined ? [] : [schema.type].flat()
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return `is not of ${types.join('|')}`
  if (typeof value === 'string') return badText(schema, value)
  if (typeof value === 'number') return bounds(value, schema.minimum, schema.maximum)
  if (Array.isArray(value)) return bounds(value.length, schema.minItems, schema.maxItems)
  return undefined
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function badText(schema: Schema, value: string): string | undefined {
  if (schema.pattern && !new RegExp(schema.pattern, 'u').test(value))
    return `does not match ${schema.pattern}`
  if (schema.format === 'date-time' && Number.isNaN(Date.parse(value))) return 'is no time'
  if (schema.format === 'uri' && !URL.canParse(value)) return 'is no address'
  return bounds([...value].length, schema.minLength, schema.maxLength)
}

const bounds = (
  size: number,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
): string | undefined => (size >= min && size <= max ? undefined : `${size} is not within ${min} and ${max}`)
