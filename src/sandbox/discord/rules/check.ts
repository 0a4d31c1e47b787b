/** Checks a value against a rule; every finding carries Discord's own error code and text. */
import { type FieldError, type Finding, isRecord, type Rule } from './rule.js'

type Path = (string | number)[]

const error = (code: string, message: string): FieldError => ({ code, message })
const REQUIRED = error('BASE_TYPE_REQUIRED', 'This field is required')

const INT_MAX = 2n ** 63n - 1n

/** Everything wrong with `value`, in document order; empty when it is fine. */
export function check(rule: Rule, value: unknown, at: Path = []): Finding[] {
  if (value === undefined || value === null) return rule.required ? [{ at, error: REQUIRED }] : []
  switch (rule.kind) {
    case 'list':
      return checkList(rule, value, at)
    case 'object':
      return checkObject(rule, value, at)
    case 'map':
      return checkMap(rule, value, at)
    case 'tagged':
      return checkTagged(rule, value, at)
    case 'picked':
      return check(rule.pick(value), value, at)
    default: {
      const wrong = checkScalar(rule, value)
      return wrong ? [{ at, error: wrong }] : []
    }
  }
}

type Of<K extends Rule['kind']> = Extract<Rule, { kind: K }>

function checkList(rule: Of<'list'>, value: unknown, at: Path): Finding[] {
  if (!Array.isArray(value)) {
    return [{ at, error: error('LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType') }]
  }
  const wrong = badLength(value.length, rule.min, rule.max)
  if (wrong) return [{ at, error: wrong }]
  return value.flatMap((item, index) => check({ ...rule.of, required: true }, item, [...at, index]))
}

function checkObject(rule: Of<'object'>, value: unknown, at: Path): Finding[] {
  if (!isRecord(value)) {
    const message = 'Only dictionaries may be used in a DictType'
    return [{ at, error: error('DICT_TYPE_CONVERT', message) }]
  }
  const found = Object.entries(rule.fields).flatMap(([name, field]) =>
    check(field, value[name], [...at, name]),
  )
  if (found.length > 0 || !rule.also) return found
  return rule.also(value).map((finding) => ({ ...finding, at: [...at, ...finding.at] }))
}

function checkMap(rule: Of<'map'>, value: unknown, at: Path): Finding[] {
  if (!isRecord(value)) {
    return [{ at, error: error('DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType') }]
  }
  return Object.entries(value).flatMap(([key, item]) => {
    const known = rule.keys.includes(key)
    if (!known) return [{ at: [...at, key], error: choices(rule.keys) }]
    return check(rule.of, item, [...at, key])
  })
}

function checkTagged(rule: Of<'tagged'>, value: unknown, at: Path): Finding[] {
  if (!isRecord(value)) {
    const message = 'Only dictionaries may be used to construct a ModelType'
    return [{ at, error: error('MODEL_TYPE_CONVERT', message) }]
  }
  const tag = value[rule.by]
  if (tag === undefined || tag === null) return [{ at: [...at, rule.by], error: REQUIRED }]
  const shape = rule.shapes[Number(tag)]
  if (shape) return check(shape, value, at)
  const known = Object.keys(rule.shapes).join(', ')
  const message = `Value of field "${rule.by}" must be one of (${known}).`
  return [{ at: [...at, rule.by], error: error('UNION_TYPE_CHOICES', message) }]
}

type Scalar = Exclude<Rule, { kind: 'list' | 'object' | 'map' | 'tagged' | 'picked' }>

function checkScalar(rule: Scalar, value: unknown): FieldError | undefined {
  switch (rule.kind) {
    case 'text':
      return wrongText(rule, value)
    case 'integer':
    case 'number':
      return wrongNumber(rule, value)
    case 'choice':
      return rule.values.includes(value as string | number) ? undefined : choices(rule.values)
    case 'boolean':
      if (typeof value === 'boolean') return undefined
      return error('BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
    case 'snowflake':
      return isSnowflake(value) ? undefined : notNumber(value, 'snowflake')
    case 'permissions':
      return isSnowflake(value) ? undefined : notNumber(value, 'int')
    case 'url':
      return wrongUrl(value, ['http', 'https', 'discord'])
    case 'media':
      return wrongUrl(value, ['http', 'https', 'attachment'])
    case 'attachment':
      return wrongUrl(value, ['attachment'])
    case 'time':
      return wrongTime(value)
    case 'nonce':
      return wrongNonce(value)
    case 'any':
      return undefined
  }
}

function wrongText(rule: Of<'text'>, value: unknown): FieldError | undefined {
  if (typeof value !== 'string') {
    return error('STRING_TYPE_CONVERT', `Could not interpret "${shown(value)}" as string.`)
  }
  const length = badLength([...value].length, rule.min, rule.max)
  if (length) return length
  if (!rule.pattern || rule.pattern.test(value)) return undefined
  return rule.mismatch ?? error('STRING_TYPE_REGEX', 'String value did not match validation regex.')
}

function badLength(length: number, min = 0, max = Number.POSITIVE_INFINITY): FieldError | undefined {
  if (length >= min && length <= max) return undefined
  if (min === 0) return error('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
  if (max === Number.POSITIVE_INFINITY) {
    return error('BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`)
  }
  return error('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
}

function wrongNumber(rule: Of<'integer' | 'number'>, value: unknown): FieldError | undefined {
  const type = rule.kind === 'integer' ? 'int' : 'float'
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number)) return notNumber(value, type)
  if (rule.kind === 'integer' && !Number.isInteger(number)) return notNumber(value, type)
  if (rule.min !== undefined && number < rule.min) {
    return error('NUMBER_TYPE_MIN', `${type} value should be greater than or equal to ${rule.min}.`)
  }
  if (rule.max !== undefined && number > rule.max) {
    return error('NUMBER_TYPE_MAX', `${type} value should be less than or equal to ${rule.max}.`)
  }
  return undefined
}

function wrongUrl(value: unknown, schemes: readonly string[]): FieldError | undefined {
  if (typeof value !== 'string' || !URL.canParse(value)) {
    return error('URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  }
  const scheme = new URL(value).protocol.slice(0, -1)
  if (schemes.includes(scheme)) return undefined
  const known = schemes.map((each) => `'${each}'`).join(', ')
  const message = `Scheme "${scheme}" is not supported. Scheme must be one of (${known}).`
  return error('URL_TYPE_INVALID_SCHEME', message)
}

function wrongTime(value: unknown): FieldError | undefined {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value))) return
  return error('DATE_TIME_TYPE_PARSE', `Could not parse ${shown(value)}. Should be ISO8601.`)
}

/** The longest nonce (OpenAPI `MessageCreateRequest.nonce`). */
const NONCE_LENGTH = 25

function wrongNonce(value: unknown): FieldError | undefined {
  if (typeof value === 'string') {
    if (value.length <= NONCE_LENGTH) return undefined
    return error('NONCE_TYPE_TOO_LONG', `Must be ${NONCE_LENGTH} or fewer characters long.`)
  }
  if (typeof value === 'number' && Number.isInteger(value)) return undefined
  return error('NONCE_TYPE_INVALID_TYPE', 'This field must be a string or integer.')
}

function isSnowflake(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0
  return typeof value === 'string' && /^\d{1,20}$/.test(value) && BigInt(value) <= INT_MAX
}

const notNumber = (value: unknown, type: string): FieldError =>
  error('NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not ${type}.`)

const choices = (values: readonly (string | number)[]): FieldError =>
  error('BASE_TYPE_CHOICES', `Value must be one of (${values.join(', ')}).`)

/** Values are echoed in error texts; no more of them than a person would read. */
const SHOWN = 100

const shown = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, SHOWN)
