/**
 * A small language for what a request body must look like, and the check that says what is wrong in
 * Discord's own words. Rules are plain data, so the whole strictness of the sandbox can be read in a few
 * tables. Unknown fields are ignored, as Discord does, and told
 * (strange.ts); `null` counts as absent wherever a field is not
 * required.
 */
export interface FieldError {
  code: string
  message: string
}

/** `{ content: { _errors: [{ code, message }] } }`, nested by field name and list index. */
export interface ErrorTree {
  [field: string]: ErrorTree | FieldError[]
}

export type Fields = Record<string, Rule>

/** An error somewhere below the value it was found in. */
export interface Finding {
  at: (string | number)[]
  error: FieldError
}

interface Common {
  required?: boolean
}

export type Rule = Common &
  (
    | { kind: 'text'; min?: number; max?: number; pattern?: RegExp; mismatch?: FieldError }
    | { kind: 'integer' | 'number'; min?: number; max?: number }
    | { kind: 'boolean' | 'snowflake' | 'url' | 'media' | 'attachment' | 'time' | 'nonce' | 'permissions' }
    /** Checked elsewhere, or not at all; `like` knows the names of its fields. */
    | { kind: 'any'; like?: Rule }
    | { kind: 'choice'; values: readonly (string | number)[] }
    | { kind: 'list'; of: Rule; min?: number; max?: number }
    | { kind: 'object'; fields: Fields; also?: (value: Record<string, unknown>) => Finding[] }
    | { kind: 'map'; keys: readonly string[]; of: Rule }
    | { kind: 'tagged'; by: string; shapes: Record<number, Rule> }
    /** The rule depends on the value. */
    | { kind: 'picked'; pick: (value: unknown) => Rule }
  )

export const required = (rule: Rule): Rule => ({ ...rule, required: true })
export const text = (max: number, min?: number): Rule => ({ kind: 'text', max, min })
export const integer = (min?: number, max?: number): Rule => ({ kind: 'integer', min, max })
export const number = (): Rule => ({ kind: 'number' })
export const boolean: Rule = { kind: 'boolean' }
export const snowflake: Rule = { kind: 'snowflake' }
/** A link: http, https or discord. */
export const url: Rule = { kind: 'url' }
/** A picture or file: http, https, or `attachment://name` for one uploaded with the message. */
export const media: Rule = { kind: 'media' }
/** `attachment://name` and nothing else. */
export const attachmentReference: Rule = { kind: 'attachment' }
export const choice = (...values: (string | number)[]): Rule => ({ kind: 'choice', values })
export const list = (of: Rule, max?: number, min?: number): Rule => ({ kind: 'list', of, max, min })
export const shape = (fields: Fields, also?: (value: Record<string, unknown>) => Finding[]): Rule =>
  also ? { kind: 'object', fields, also } : { kind: 'object', fields }
export const tagged = (by: string, shapes: Record<number, Rule>): Rule => ({ kind: 'tagged', by, shapes })

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Puts an error into the tree at a path, making the branches on the way. */
function addError(tree: ErrorTree, at: readonly (string | number)[], error: FieldError): void {
  let branch = tree
  for (const step of at) {
    const next = branch[String(step)]
    if (next && !Array.isArray(next)) branch = next
    else {
      const made: ErrorTree = {}
      branch[String(step)] = made
      branch = made
    }
  }
  const errors = branch._errors
  if (Array.isArray(errors)) errors.push(error)
  else branch._errors = [error]
}

/** The findings as a tree, below a prefix where there is one (`data` in an interaction callback). */
export function treeOf(
  findings: readonly Finding[],
  prefix: readonly (string | number)[] = [],
): ErrorTree | undefined {
  if (findings.length === 0) return undefined
  const tree: ErrorTree = {}
  for (const finding of findings) addError(tree, [...prefix, ...finding.at], finding.error)
  return tree
}
