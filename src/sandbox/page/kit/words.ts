/** The page's words: `locales/<language>/sandbox.ftl`, in the language the reader chose. */
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Folder name in `locales/`, and the language's name in itself. */
export const LANGUAGES = { en: 'English', 'zh-CN': '简体中文', ru: 'Русский', es: 'Español' } as const
export type Language = keyof typeof LANGUAGES

export interface Words {
  language: Language
  /** The text of a key; the key itself when there is none, so that a gap is seen and not hidden. */
  say(key: string, values?: Record<string, FluentVariable>): string
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
  const response = await fetch(`/locales/${language}/sandbox.ftl`)
  if (!response.ok) throw new Error(`no words for ${language}: ${response.status}`)
  return wordsOf(language, await response.text())
}

/** Words out of the text of a Fluent file. */
export function wordsOf(language: Language, source: string): Words {
  // Names and amounts are drawn in elements of their own; isolation marks inside labels would only be copied
  // along.
  const bundle = new FluentBundle(language, { useIsolating: false })
  bundle.addResource(new FluentResource(source))
  const say = (key: string, values?: Record<string, FluentVariable>): string => {
    const pattern = bundle.getMessage(`sandbox-${key}`)?.value
    return pattern ? bundle.formatPattern(pattern, values ?? null) : key
  }
  return { language, say }
}

export const WordsContext = createContext<Words>({ language: 'en', say: (key) => key })

/** The words, for a component. */
export const useWords = (): Words => useContext(WordsContext)
