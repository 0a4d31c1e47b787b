/** What the Fluent files hold: keys, the parameters they want and the markup they use. */
import {
  type Entry,
  Junk,
  Message,
  type MessageReference,
  type Pattern,
  parse,
  Term,
  TextElement,
  type VariableReference,
  Visitor,
} from '@fluent/syntax'
import type { Finding, Tree } from './tree.js'

/** One message, or one attribute of it by the key `message.attribute`. */
export interface Words {
  file: string
  line: number
  variables: Set<string>
  tags: Set<string>
  /** Keys of messages that it repeats. */
  repeats: Set<string>
}

export interface Language {
  locale: string
  /** Names without the folder. */
  files: string[]
  keys: Map<string, Words>
  faults: Finding[]
}

/** The markup there is; the renderers know no other. */
const TAGS = new Set(['b', 'i', 'code'])
const LOOKS_LIKE_A_TAG = /<(\/?)([a-z][a-z0-9]*)([^<>]*)>/gi

const known = new WeakMap<Tree, Language[]>()

export function languagesOf(tree: Tree): Language[] {
  const before = known.get(tree)
  if (before) return before
  const paths = tree.files.filter((path) => /^locales\/[^/]+\/[^/]+\.ftl$/.test(path))
  const locales = [...new Set(paths.map((path) => path.split('/')[1] ?? ''))].sort()
  const languages = locales.map((locale) => readLanguage(tree, locale, paths))
  known.set(tree, languages)
  return languages
}

function readLanguage(tree: Tree, locale: string, paths: readonly string[]): Language {
  const mine = paths.filter((path) => path.startsWith(`locales/${locale}/`))
  const files = mine.map((path) => path.split('/')[2] ?? '').sort()
  const language: Language = { locale, files, keys: new Map(), faults: [] }
  for (const path of mine) readFile(language, path, tree.read(path))
  for (const [key, words] of language.keys) words.variables = variablesOf(language, key, new Set())
  return language
}

function readFile(language: Language, file: string, source: string): void {
  const lineOf = ({ span }: Entry) => source.slice(0, span?.start ?? 0).split('\n').length
  for (const entry of parse(source, { withSpans: true }).body) {
    const line = lineOf(entry)
    if (entry instanceof Junk) {
      const what = `cannot be read: ${entry.annotations[0]?.message ?? entry.content.slice(0, 40)}`
      language.faults.push({ file, line, what, fix: 'mend the Fluent syntax' })
    }
    if (!(entry instanceof Message || entry instanceof Term)) continue
    const key = entry instanceof Term ? `-${entry.id.name}` : entry.id.name
    if (entry.value) addWords(language, key, { file, line }, entry.value)
    for (const { id, value } of entry.attributes)
      addWords(language, `${key}.${id.name}`, { file, line }, value)
  }
}

function addWords(
  language: Language,
  key: string,
  at: { file: string; line: number },
  pattern: Pattern,
): void {
  if (language.keys.has(key))
    language.faults.push({ ...at, what: `${key} is there twice`, fix: 'delete one' })
  const words: Words = { ...at, variables: new Set(), tags: new Set(), repeats: new Set() }
  const reader = new Reader(words)
  reader.visit(pattern)
  for (const what of reader.faults) language.faults.push({ ...at, what: `${key}: ${what}`, fix: FIX_MARKUP })
  language.keys.set(key, words)
}

const FIX_MARKUP = 'only <b>, <i> and <code>, closed in the same variant'

class Reader extends Visitor {
  readonly faults: string[] = []
  readonly #words: Words

  constructor(words: Words) {
    super()
    this.#words = words
  }

  override visitVariableReference({ id }: VariableReference): void {
    this.#words.variables.add(id.name)
  }

  override visitMessageReference({ id, attribute }: MessageReference): void {
    this.#words.repeats.add(attribute ? `${id.name}.${attribute.name}` : id.name)
  }

  override visitPattern(pattern: Pattern): void {
    const own = pattern.elements.map((one) => (one instanceof TextElement ? one.value : '')).join('')
    const open: string[] = []
    for (const [whole, closes, tag = '', more] of own.matchAll(LOOKS_LIKE_A_TAG)) {
      if (!TAGS.has(tag) || more) this.faults.push(`${whole} is no markup of ours`)
      else if (!closes) open.push(tag)
      else if (open.pop() !== tag) this.faults.push(`${whole} closes nothing`)
      this.#words.tags.add(tag)
    }
    for (const tag of open) this.faults.push(`<${tag}> is not closed`)
    this.genericVisit(pattern)
  }
}

/** With those of the messages it repeats. */
function variablesOf(language: Language, key: string, seen: Set<string>): Set<string> {
  const words = language.keys.get(key)
  if (!words || seen.has(key)) return new Set()
  seen.add(key)
  const repeated = [...words.repeats].flatMap((other) => [...variablesOf(language, other, seen)])
  return new Set([...words.variables, ...repeated])
}
