/**
 * What the people of a storm were told: the form of each outcome, and its words with the numbers taken out.
 */
import type { Outcome } from './contract.js'
import type { PlatformName, StormEnd, StormKind, ToldRow } from './page-contract.js'

/** Rows kept apart; a bot that says something new to everyone must not fill the memory. */
const ROWS_MAX = 300
/** Rows shown. */
const ROWS_SHOWN = 12
/** Longer texts are cut: the table is for telling apart, not for reading. */
const TEXT_MAX = 220
/** Discord's marks for bold, code, headings and the like, which the table does not draw. */
const MARKS = /\*\*|__|~~|\|\||`|^(?:#{1,3}|-#) /gm

/** How a press of this form ended. */
export function endOf(kind: StormKind): StormEnd {
  if (kind === 'timeout') return 'failed'
  return kind === 'impossible' ? 'refused' : 'answered'
}

/** The form of an outcome. */
export function kindOf(outcome: Outcome): StormKind {
  if (outcome.kind === 'none') return 'silent'
  if (outcome.kind === 'toast') return outcome.text === '' ? 'silent' : outcome.alert ? 'alert' : 'toast'
  if (outcome.kind !== 'message') return outcome.kind
  if (outcome.ephemeral) return 'private'
  return outcome.update ? 'update' : 'public'
}

/** The words of an outcome, on one line. */
export function textOf(outcome: Outcome): string {
  if (outcome.kind === 'toast') return oneLine(outcome.text)
  if (outcome.kind === 'impossible') return oneLine(outcome.reason)
  if (outcome.kind === 'modal') return oneLine(String((outcome.data as { title?: unknown })?.title ?? ''))
  return outcome.kind === 'message' ? oneLine(wordsOf(outcome.message).join(' ').replace(MARKS, '')) : ''
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

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, TEXT_MAX)
}

/**
 * Numbers, with their decimals and thousands, become `#`: `You got 1.25 USDT` and `You got 3 USDT` are one.
 */
export function patternOf(text: string): string {
  return text.replace(/\p{Nd}+(?:[.,\u00a0\u202f]\p{Nd}+)*/gu, '#')
}

export interface Told {
  add(platform: PlatformName, kind: StormKind, text: string): void
  /** The most frequent rows first, and what is left out. */
  top(): { rows: ToldRow[]; more: { rows: number; count: number } }
}

export function createTold(): Told {
  const rows = new Map<string, ToldRow>()
  let overflow = 0
  return {
    add(platform, kind, text) {
      const pattern = patternOf(text)
      const key = `${kind} ${pattern}`
      const row = rows.get(key)
      if (row) {
        row.count++
        if (!row.platforms.includes(platform)) row.platforms.push(platform)
      } else if (rows.size < ROWS_MAX) {
        rows.set(key, { pattern, example: text, kind, platforms: [platform], count: 1 })
      } else overflow++
    },
    top() {
      const sorted = [...rows.values()].sort((a, b) => b.count - a.count)
      const rest = sorted.slice(ROWS_SHOWN)
      const count = rest.reduce((sum, row) => sum + row.count, overflow)
      // Copies: a report that has been given out must not change under its reader.
      const shown = sorted.slice(0, ROWS_SHOWN).map((row) => ({ ...row, platforms: [...row.platforms] }))
      return { rows: shown, more: { rows: rest.length + overflow, count } }
    },
  }
}
