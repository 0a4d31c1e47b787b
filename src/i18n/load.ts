/** Reads `locales/`: one folder a language, one file a feature, all files of a language in one bundle. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import { holdsPlaceholder } from './compose.js'
import type { Locale } from './speech.js'

/** A message or attribute as `formatPattern` takes it. */
export type Pattern = Parameters<FluentBundle['formatPattern']>[0]

export interface Book {
  locale: Locale
  bundle: FluentBundle
  /** By key; an attribute's key is `message.attribute`. */
  patterns: Map<string, Pattern>
}

/**
 * Where a message begins. Fluent's runtime skips a message that it cannot read without a word, so we count
 * them.
 */
const MESSAGE_START = /^-?[a-zA-Z][\w-]* *= */gm

/** Throws one line that names the file when a message is doubled or cannot be read. */
export function loadBooks(folder: string): Book[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.map((entry) => loadBook(folder, entry.name)).sort((a, b) => (a.locale < b.locale ? -1 : 1))
}

function loadBook(folder: string, locale: Locale): Book {
  // Parameters are isolated by `compose`, and only where their letters call for it.
  const bundle = new FluentBundle(locale, { useIsolating: false })
  const patterns = new Map<string, Pattern>()
  const files = readdirSync(join(folder, locale)).filter((file) => file.endsWith('.ftl'))
  for (const file of files.sort()) addFile(bundle, patterns, join(folder, locale, file))
  return { locale, bundle, patterns }
}

function addFile(bundle: FluentBundle, patterns: Map<string, Pattern>, file: string): void {
  const source = readFileSync(file, 'utf8')
  if (holdsPlaceholder(source)) throw new Error(`${file}: private-use characters are the renderer's own`)
  const resource = new FluentResource(source)
  const begun = source.match(MESSAGE_START)?.length ?? 0
  if (begun !== resource.body.length)
    throw new Error(`${file}: ${firstUnread(source, resource)} cannot be read`)
  const [doubled] = bundle.addResource(resource)
  if (doubled) throw new Error(`${file}: ${doubled.message}`)
  for (const { id, value, attributes } of resource.body) {
    if (id.startsWith('-')) continue
    if (value !== null) patterns.set(id, value)
    for (const [name, pattern] of Object.entries(attributes)) patterns.set(`${id}.${name}`, pattern)
  }
}

function firstUnread(source: string, resource: FluentResource): string {
  const read = new Set(resource.body.map((message) => message.id))
  const begun = (source.match(MESSAGE_START) ?? []).map((start) => start.replace(/ *= *$/, ''))
  return begun.find((id) => !read.has(id)) ?? 'a message'
}
