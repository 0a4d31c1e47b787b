/** Every language has all the words, no more and no fewer than the sources ask for. */
import { type Language, languagesOf } from './ftl.js'
import { type Asked, wantedIn } from './keys.js'
import type { Finding, Rule, Tree } from './tree.js'

/** The language the others are compared with. */
const MOTHER = 'en'

function motherOf(tree: Tree): Language | undefined {
  return languagesOf(tree).find(({ locale }) => locale === MOTHER)
}

function* alike(tree: Tree): Generator<Finding> {
  const mother = motherOf(tree)
  for (const language of languagesOf(tree)) {
    yield* language.faults
    if (!mother || language === mother) continue
    yield* sameFiles(mother, language)
    yield* sameKeys(mother, language)
  }
}

function* sameFiles(mother: Language, language: Language): Generator<Finding> {
  const folder = `locales/${language.locale}`
  for (const file of mother.files) {
    if (!language.files.includes(file))
      yield { file: `${folder}/${file}`, what: 'is missing', fix: 'translate it' }
  }
  for (const file of language.files) {
    if (!mother.files.includes(file))
      yield { file: `${folder}/${file}`, what: 'is not in en', fix: 'add or delete it' }
  }
}

function* sameKeys(mother: Language, language: Language): Generator<Finding> {
  for (const [key, { file, line, variables, tags }] of mother.keys) {
    const other = language.keys.get(key)
    const there = file.replace(`/${MOTHER}/`, `/${language.locale}/`)
    if (!other) {
      const fileIsThere = language.files.includes(file.split('/')[2] ?? '')
      if (fileIsThere && !key.startsWith('-'))
        yield { file: there, what: `lacks ${key}`, fix: `translate it from ${file}:${line}` }
      continue
    }
    if (other.file !== there) yield { ...other, what: `${key} is in ${file}`, fix: `move it to ${there}` }
    yield* sameSet(other, `${key}: parameters`, variables, other.variables)
    yield* sameSet(other, `${key}: markup`, tags, other.tags)
  }
  for (const [key, { file, line }] of language.keys) {
    const extra = !mother.keys.has(key) && !key.startsWith('-')
    if (extra) yield { file, line, what: `${key} is not in en`, fix: 'add it to en or delete it' }
  }
}

function* sameSet(
  { file, line }: { file: string; line: number },
  what: string,
  expected: ReadonlySet<string>,
  found: ReadonlySet<string>,
): Generator<Finding> {
  const [en, here] = [[...expected].sort().join(' '), [...found].sort().join(' ')]
  if (en !== here) yield { file, line, what: `${what} are "${here}", in en "${en}"`, fix: 'use the same' }
}

/** The whole keys that one place asks for: a refusal says why, and what to do about it. */
function keysOf({ parts, refusal }: Asked): string[] {
  const [key] = parts
  if (parts.length !== 1 || key === undefined) return []
  return refusal ? [key, `${key}.next`] : [key]
}

function* spoken(tree: Tree): Generator<Finding> {
  const keys = motherOf(tree)?.keys ?? new Map()
  for (const asked of wantedIn(tree).asked) {
    for (const key of keysOf(asked)) {
      const { file, line, gives } = asked
      const words = keys.get(key)
      if (!words)
        yield { file, line, what: `asks for ${key}`, fix: 'there are no such words: add them to locales/' }
      const lacking = gives && words ? [...words.variables].filter((name) => !gives.includes(name)) : []
      if (lacking.length > 0) {
        yield { file, line, what: `gives no $${lacking.join(', $')} to ${key}`, fix: 'the words need it' }
      }
    }
  }
}

/**
 * Keys made by convention: `command-<name>`, `argument-<command>-<name>`, `choice-<value>`, with the
 * attributes that the sources ask for. A command with a `-` in it is reached by buttons only and asks for
 * what it needs by itself.
 */
function* conventional(tree: Tree): Generator<Finding> {
  const { asked, commands, choices } = wantedIn(tree)
  const keys = motherOf(tree)?.keys ?? new Map()
  const tails = (head: string, holes: number) =>
    new Set(
      asked
        .filter(({ parts }) => parts[0] === head && parts.length === holes + 1)
        .map(({ parts }) => parts[holes]),
    )
  const fix = 'there are no such words: add them to locales/'
  for (const { file, line, name, args } of commands.filter((one) => !one.name.includes('-'))) {
    const own = [...tails('command-', 1)].filter((tail) => tail !== TITLE || args.length > 0)
    const ofArgs = args.flatMap((arg) =>
      [...tails('argument-', 2)].map((tail) => `argument-${name}-${arg}${tail}`),
    )
    const needed = [...own.map((tail) => `command-${name}${tail}`), ...ofArgs]
    for (const key of needed) if (!keys.has(key)) yield { file, line, what: `needs ${key}`, fix }
  }
  if (tails('choice-', 1).size === 0) return
  for (const { file, line, value } of choices) {
    const key = `choice-${value}`
    if (!keys.has(key)) yield { file, line, what: `needs ${key}`, fix }
  }
}

/** The title of a form: only a command with arguments has one. */
const TITLE = '.title'

function* unasked(tree: Tree): Generator<Finding> {
  const mother = motherOf(tree)
  if (!mother) return
  const repeated = new Set([...mother.keys.values()].flatMap(({ repeats }) => [...repeats]))
  for (const [key, { file, line }] of mother.keys) {
    if (key.startsWith('-') || repeated.has(key) || isAskedFor(tree, key)) continue
    yield { file, line, what: `nothing asks for ${key}`, fix: 'delete it in every language, or use it' }
  }
}

function isAskedFor(tree: Tree, key: string): boolean {
  const { asked, words, templates } = wantedIn(tree)
  const isWord = (hole: string) =>
    words.has(hole) || templates.some((parts) => fits(hole, parts, isPlainWord))
  const isPlainWord = (hole: string) => words.has(hole)
  const [, named] = /^(?:refusal|sandbox)-([^.]+)(?:\.next)?$/.exec(key) ?? []
  if (words.has(key) || (named !== undefined && isWord(named))) return true
  return asked.some(({ parts }) => {
    const generic = parts[0] === 'refusal-' || parts.length === 1 || parts.every((part) => part === '')
    return !generic && fits(key, parts, isWord)
  })
}

/** Whether a key is these parts with known words in the holes. */
function fits(key: string, parts: readonly string[], isWord: (hole: string) => boolean): boolean {
  const [head = '', next, ...rest] = parts
  if (!key.startsWith(head)) return false
  const left = key.slice(head.length)
  if (next === undefined) return left === ''
  for (let end = 1; end <= left.length; end++) {
    if (isWord(left.slice(0, end)) && fits(left.slice(end), [next, ...rest], isWord)) return true
  }
  return false
}

export const WORDS: Rule[] = [
  { name: 'every language has the same words', check: (tree) => [...alike(tree)] },
  { name: 'all words that are asked for exist', check: (tree) => [...spoken(tree)] },
  { name: 'commands, arguments and choices have their words', check: (tree) => [...conventional(tree)] },
  { name: 'all words are asked for', check: (tree) => [...unasked(tree)] },
]
