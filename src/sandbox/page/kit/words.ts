/**
 * The page's words: `locales/<language>/sandbox.ftl`, in the language the reader chose; and those for what is
 * in the record, which it shares with the bot.
 */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Reason } from '../../reasons.js'

/** Folder name in `locales/`, and the language's name in itself. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文', ru: 'Русский', es: 'Español' } as const
export type Language = keyof typeof LANGUAGES

export interface Words {
  language: Language
  /** The text of a key; the key itself when there is none, so that a gap is seen and not hidden. */
  say(key: string, values?: Record<string, FluentVariable>): string
  /** What somebody did, as the record has it: "dropped a red packet". The kind itself when there is none. */
  fact(kind: string): string
}

export function isLanguage(name: string | null | undefined): name is Language {
  return name !== null && name !== undefined && Object.hasOwn(LANGUAGES, name)
}

/** The first of the browser's languages that the page speaks. */
export function preferredLanguage(asked: readonly string[]): Language {
  const known = Object.keys(LANGUAGES) as Language[]
  const found = asked.map((tag) =>
    known.find((name) => name.split('-')[0] === tag.toLowerCase().split('-')[0]),
  )
  return found.find((name) => name !== undefined) ?? 'en'
}

export async function loadWords(language: Language): Promise<Words> {
  const files = ['sandbox', 'record'].map((name) => fetchText(`/locales/${language}/${name}.ftl`))
  return wordsOf(language, ...(await Promise.all(files)))
}

async function fetchText(path: string): Promise<string> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return await response.text()
}

/** Words out of the texts of Fluent files. */
export function wordsOf(language: Language, ...sources: readonly string[]): Words {
  // Names and amounts are drawn in elements of their own; isolation marks inside labels would only be copied
  // along.
  const bundle = new FluentBundle(language, { useIsolating: false })
  for (const source of sources) bundle.addResource(new FluentResource(source))
  const wordsFor = (key: string, values?: Record<string, FluentVariable>): string | undefined => {
    const pattern = bundle.getMessage(key)?.value
    return pattern ? bundle.formatPattern(pattern, values ?? null) : undefined
  }
  return {
    language,
    say: (key, values) => wordsFor(`sandbox-${key}`, values) ?? key,
    fact: (kind) => wordsFor(`fact-${kind}`) ?? kind,
  }
}

export const WordsContext = createContext<Words>({ language: 'en', say: (key) => key, fact: (kind) => kind })

/** Why not, in words. */
export const whyNot = (say: Words['say'], reason: Reason): string => say(`no-${reason.code}`, reason)

/** The words, for a component. */
export const useWords = (): Words => useContext(WordsContext)
