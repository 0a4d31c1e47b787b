/** What is wrong with a programme file, for whoever wrote it: a line for each mistake, with an example. */
import { z } from 'zod'
import { StartError } from '../kit/start-error.js'
import { amountsNamed } from './amounts.js'
import { bitmart } from './bitmart.js'

/** Its message has a line for each thing that is wrong. */
export class ProgrammeError extends StartError {
  constructor(file: string | undefined, problems: readonly string[]) {
    const lines = problems.map((problem) =>
      problem.startsWith('PROGRAMME_FILE ') ? problem : `PROGRAMME_FILE ${file}: ${problem}`,
    )
    super(lines.join(' '), 'configuration')
    this.name = 'ProgrammeError'
    this.message = lines.join('\n')
  }
}

type Path = readonly PropertyKey[]
type Issue = z.core.$ZodIssue

/** Each mistake with its path, what was wrong, and an example. `raw` is what was read. */
export function problemsOf(issues: readonly Issue[], raw: unknown): string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `${pathText([...issue.path, key])} is no setting that there is here.`)
      : [`${pathText(issue.path)} ${wrong(issue, at(raw, issue.path))}.${exampleText(issue.path)}`],
  )
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object of settings',
  record: 'an object of settings',
}

/** Goes on after the path. */
function wrong(issue: Issue, given: unknown): string {
  if (given === undefined && issue.code !== 'custom') return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `is not ${NAMES[issue.expected] ?? issue.expected}`
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}`
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `must be one of ${issue.options.map((value) => JSON.stringify(value)).join(', ')}`
        : `is not ${issue.message}`
    case 'custom':
      return `is wrong: ${issue.message}`
    default:
      return `is not ${issue.message}`
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long'
  return origin === 'array' ? ' entries long' : ''
}

/** `applications.questions[0].kind`. */
function pathText(path: Path): string {
  const parts = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
  return parts.join('').replace(/^\./, '') || 'the file'
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inside, part) => entry(inside, part), value)
}

function entry(value: unknown, part: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
  return Reflect.get(value, part)
}

/** Of settings that the shipped programme leaves out. */
const EXAMPLES: Readonly<Record<string, unknown>> = {
  approvalHours: 24,
  requestsMost: 3,
  requestHours: 24,
  days: 7,
  role: '123456789012345678',
  url: 'https://example.org/rules',
  belowReason: 'audience',
  blockedRegions: ['latam'],
  watchedRegions: ['latam'],
  blockedReason: 'region',
  digitsLeast: 4,
  digitsMost: 20,
  least: 1,
  most: 5,
  leaseMinutes: 30,
  infoDays: 14,
  reminderDays: [3, 7, 12],
  draftDays: 30,
  appealDays: 14,
  email: 'partners@example.org',
  brief: { en: 'Be open about who pays you, and promise nothing.' },
  changes: { en: 'New: the disclosure stands before the first link.' },
  contact: { label: { en: 'Our region’s chat' }, url: 'https://t.me/example' },
}
/** Characters of an example: a whole section is no line. */
const EXAMPLE_MOST = 90

function exampleText(path: Path): string {
  if (path.length === 0) return ' Example: {"name": "Example Partners", …}'
  const example =
    shipped(bitmart, path) ?? EXAMPLES[String(path.findLast((part) => typeof part === 'string'))]
  const words = example === undefined ? undefined : JSON.stringify(example)
  if (words === undefined) return ''
  return ` Example: ${words.length > EXAMPLE_MOST ? `${words.slice(0, EXAMPLE_MOST)}…` : words}`
}

/** What the shipped programme says there; of a list, the first entry that says it; of amounts, any. */
function shipped(value: unknown, [part, ...rest]: Path): unknown {
  if (part === undefined) return value
  if (typeof value !== 'object' || value === null) return undefined
  const isList = Array.isArray(value)
  const own = isList ? undefined : entry(value, part)
  const isAmount = !isList && rest.length === 0 && /^[A-Z]/.test(String(part))
  const inside = isList || (own === undefined && isAmount) ? Object.values(value) : [own]
  return inside.map((one) => shipped(one, rest)).find((found) => found !== undefined)
}

const readable = z.looseObject({
  mainAsset: z.unknown(),
  assets: z.array(z.object({ code: z.string() })),
})

/** Assets that are named and not there. Looks at whatever can be read, right or wrong otherwise. */
export function unknownAssets(raw: unknown): string[] {
  const read = readable.safeParse(raw)
  if (!read.success) return []
  const { assets, mainAsset } = read.data
  const codes = assets.map(({ code }) => code)
  const named = amountsNamed(raw).map(({ section, name, code }) => ({ path: `${section}.${name}`, code }))
  const main = typeof mainAsset === 'string' ? [{ path: 'mainAsset', code: mainAsset }] : []
  return [...main, ...named]
    .filter(({ code }) => !codes.includes(code))
    .map(({ path, code }) => `${path} names "${code}", which is not one of the assets: ${codes.join(', ')}.`)
}
