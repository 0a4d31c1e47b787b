/**
 * Fields of a body that no rule knows. Discord ignores them without a word, and so does the sandbox; a bot
 * that sends one has mistaken a name, so each is told.
 */
import { isRecord, type Rule } from './rule.js'

/** Paths of the fields, each once: `components.components.colour`. */
export function unknownFields(rule: Rule, value: unknown): string[] {
  return [...new Set(unknownIn(rule, value, []))]
}

function unknownIn(rule: Rule, value: unknown, at: readonly string[]): string[] {
  switch (rule.kind) {
    case 'list':
      return Array.isArray(value) ? value.flatMap((item) => unknownIn(rule.of, item, at)) : []
    case 'object':
      return unknownOf(rule.fields, value, at)
    case 'map':
      return isRecord(value) ? Object.values(value).flatMap((item) => unknownIn(rule.of, item, at)) : []
    case 'tagged':
      return unknownTagged(rule, value, at)
    case 'picked':
      return unknownIn(rule.pick(value), value, at)
    case 'any':
      return rule.like ? unknownIn(rule.like, value, at) : []
    default:
      return []
  }
}

function unknownOf(fields: Record<string, Rule>, value: unknown, at: readonly string[]): string[] {
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    return field ? unknownIn(field, inner, [...at, name]) : [[...at, name].join('.')]
  })
}

/** Everything that says which shape it has may say so, whether the shape names that field or not. */
function unknownTagged(
  { by, shapes }: Extract<Rule, { kind: 'tagged' }>,
  value: unknown,
  at: readonly string[],
): string[] {
  if (!isRecord(value)) return []
  const shape = shapes[Number(value[by])]
  if (!shape) return []
  const { [by]: _tag, ...rest } = value
  return unknownIn(shape, rest, at)
}
