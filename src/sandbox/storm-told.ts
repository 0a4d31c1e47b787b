/**
 * What the people of a storm were told: the form of each outcome, and its words with the numbers taken out.
 */
import type { Outcome } from './contract.js'
import type { PlatformName, StormEnd, StormKind, ToldRow } from './page-contract.js'
import { type Named, oneLine, type Readable, readable } from './readable.js'
import type { Reason } from './reasons.js'

/** Rows kept apart; a bot that says something new to everyone must not fill the memory. */
const ROWS_MAX = 300
/** Rows shown. */
const ROWS_SHOWN = 12
/** Longer texts are cut: the table is for telling apart, not for reading. */
const TEXT_MAX = 220

/** How a press of this form ended. */
export function endOf(kind: StormKind): StormEnd {
  if (kind === 'timeout') return 'unanswered'
  return kind === 'impossible' ? 'turnedAway' : 'answered'
}

/** The form of an outcome. */
export function kindOf(outcome: Outcome): StormKind {
  if (outcome.kind === 'none') return 'silent'
  if (outcome.kind === 'toast') return outcome.text === '' ? 'silent' : outcome.alert ? 'alert' : 'toast'
  if (outcome.kind !== 'message') return outcome.kind
  if (outcome.ephemeral) return 'private'
  return outcome.update ? 'update' : 'public'
}

/** The words of an outcome as they are read, on one line. A reason has its words on the page. */
export function textOf(outcome: Outcome): string {
  return saidBy(outcome, TEXT_MAX).text
}

/** The same, with the points in time in it, cut after `max` characters. */
export function saidBy(outcome: Outcome, max: number): Readable {
  const plain = (text: string): Readable => ({ text: oneLine(text, max), moments: [] })
  if (outcome.kind === 'toast') return plain(outcome.text)
  if (outcome.kind === 'modal') return plain(String((outcome.data as { title?: unknown })?.title ?? ''))
  return outcome.kind === 'message' ? wordsIn(outcome.message, max) : plain('')
}

/** The words of a native message of Discord. */
export function wordsIn(message: unknown, max: number): Readable {
  const { mentions } = (message ?? {}) as { mentions?: Named[] }
  return readable(wordsOf(message), max, mentions)
}

interface Worded {
  content?: string
  title?: string
  description?: string
  embeds?: Worded[]
  components?: Worded[]
}

/** Content, embeds and text displays of a Discord message, in the order they are read. */
function wordsOf(message: unknown): string[] {
  const { content, title, description, embeds = [], components = [] } = (message ?? {}) as Worded
  const own = [content, title, description].filter((text) => text !== undefined && text !== '')
  return [...(own as string[]), ...[...embeds, ...components].flatMap(wordsOf)]
}

/**
 * Numbers, with their decimals and thousands, and points in time become `#`: `You got 1.25 USDT` and `You got
 * 3 USDT` are one.
 */
export function patternOf(text: string): string {
  return text.replace(NUMBERS, '#')
}

const NUMBERS = /\d{4}-\d\d-\d\d \d\d:\d\d UTC|\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*/gu

const numbersIn = (text: string): string[] => text.match(NUMBERS) ?? []

/** The text with `…` in the place of each number that was not the same for all. */
function asShown(example: string, numbers: readonly (string | undefined)[]): string {
  let index = 0
  return example.replace(NUMBERS, () => numbers[index++] ?? '…')
}

/** Of two reasons of one code: with `…` for what is not the same in both. */
function shared(one: Reason, other: Reason): Reason {
  const others: Record<string, unknown> = { ...other }
  const same = Object.entries(one).map(([name, value]) => [name, others[name] === value ? value : '…'])
  return Object.fromEntries(same) as Reason
}

/** Numbers that all texts of a row share, at their places; undefined where they differ. */
interface Row extends Omit<ToldRow, 'pattern'> {
  numbers: (string | undefined)[]
}

export interface Told {
  add(platform: PlatformName, outcome: Outcome): void
  /** The most frequent rows first, and what is left out. */
  top(): { rows: ToldRow[]; more: { rows: number; count: number } }
}

export function createTold(): Told {
  const rows = new Map<string, Row>()
  let overflow = 0
  return {
    add(platform, outcome) {
      const [kind, text] = [kindOf(outcome), textOf(outcome)]
      const reason = outcome.kind === 'impossible' ? outcome.reason : undefined
      const key = `${kind} ${reason?.code ?? patternOf(text)}`
      const numbers = numbersIn(text)
      const row = rows.get(key)
      if (row) {
        row.count++
        if (row.reason && reason) row.reason = shared(row.reason, reason)
        row.numbers = row.numbers.map((number, index) => (number === numbers[index] ? number : undefined))
        if (!row.platforms.includes(platform)) row.platforms.push(platform)
      } else if (rows.size < ROWS_MAX) {
        const words = { numbers, example: text, ...(reason ? { reason } : {}) }
        rows.set(key, { ...words, kind, platforms: [platform], count: 1 })
      } else overflow++
    },
    top() {
      const sorted = [...rows.values()].sort((a, b) => b.count - a.count)
      const rest = sorted.slice(ROWS_SHOWN)
      const count = rest.reduce((sum, row) => sum + row.count, overflow)
      // Copies: a report that has been given out must not change under its reader.
      const shown = sorted.slice(0, ROWS_SHOWN).map(({ numbers, ...row }) => {
        return { pattern: asShown(row.example, numbers), ...row, platforms: [...row.platforms] }
      })
      return { rows: shown, more: { rows: rest.length + overflow, count } }
    },
  }
}
