/**
 * The Fluent files as the tests of words see them: literal text, parameters, and what is chosen by number.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  Identifier,
  Message,
  type Pattern,
  parse,
  type SelectExpression,
  type TextElement,
  VariableReference,
  Visitor,
} from '@fluent/syntax'

export const FOLDER = fileURLToPath(new URL('../../locales', import.meta.url))
/** The language the others are translated from. */
export const MOTHER = 'en'
export const LOCALES = readdirSync(FOLDER).sort()

/** A choice between variants, by the keys of the variants. */
export interface Select {
  variable: string
  keys: string[]
}

/** One message, or one attribute of it by the key `message.attribute`. */
export interface Words {
  key: string
  /** Name of the file without its folder. */
  file: string
  /** All text of all variants, without parameters and markup. */
  literal: string
  variables: Set<string>
  selects: Select[]
}

const MARKUP = /<\/?(?:b|i|code)>/g

export function wordsOf(locale: string): Map<string, Words> {
  const files = readdirSync(join(FOLDER, locale)).filter((file) => file.endsWith('.ftl'))
  const words = files.flatMap((file) => wordsIn(file, readFileSync(join(FOLDER, locale, file), 'utf8')))
  return new Map(words.map((one) => [one.key, one]))
}

function wordsIn(file: string, source: string): Words[] {
  const messages = parse(source, {}).body.filter((entry) => entry instanceof Message)
  return messages.flatMap(({ id, value, attributes }) => [
    ...(value ? [read(id.name, file, value)] : []),
    ...attributes.map((one) => read(`${id.name}.${one.id.name}`, file, one.value)),
  ])
}

function read(key: string, file: string, pattern: Pattern): Words {
  const reader = new Reader()
  reader.visit(pattern)
  const { variables, selects } = reader
  return { key, file, literal: reader.literal.replace(MARKUP, ''), variables, selects }
}

class Reader extends Visitor {
  literal = ''
  readonly variables = new Set<string>()
  readonly selects: Select[] = []

  override visitTextElement({ value }: TextElement): void {
    this.literal += `${value} `
  }

  override visitVariableReference({ id }: VariableReference): void {
    this.variables.add(id.name)
  }

  override visitSelectExpression(node: SelectExpression): void {
    const { selector, variants } = node
    const variable = selector instanceof VariableReference ? selector.id.name : ''
    const keys = variants.map(({ key }) => (key instanceof Identifier ? key.name : key.value))
    this.selects.push({ variable, keys })
    this.genericVisit(node)
  }
}

const COUNTED = new Set(['zero', 'one', 'two', 'few', 'many'])

/** Whether it chooses by grammatical number and not by a word or an exact number. */
export function isPlural({ keys }: Select): boolean {
  return keys.some((key) => COUNTED.has(key))
}
