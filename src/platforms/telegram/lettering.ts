/**
 * Words to Telegram's text and entities. Offsets count UTF-16 units, as JavaScript does. No markup language
 * is used anywhere, so nothing that a person typed can become markup. But Telegram also makes links and the
 * like of plain words by itself, so what a person typed is kept from it (`unpressed.ts`). Only `code` is left
 * alone: nothing is found in it, and it is there to be copied.
 */
import type { MessageEntity } from 'grammy/types'
import type { Span } from '../../i18n/speech.js'
import { unpressed } from '../../i18n/unpressed.js'
import { ENTITY_LIMIT, TEXT_LIMIT, TOAST_LIMIT } from './limits.js'

export interface Lettering {
  text: string
  entities: MessageEntity[]
}

export const ELLIPSIS = '…'

/** Shown instead of no words at all: Telegram refuses an empty text. */
const NOTHING = ELLIPSIS

/** Sets paragraphs one to a line. What does not fit is cut inside its span, never inside a character. */
export function letter(
  paragraphs: readonly (readonly Span[])[],
  dateTime: boolean,
  most = TEXT_LIMIT,
): Lettering {
  const lettering: Setting = { text: '', entities: [], most }
  for (const [index, spans] of paragraphs.entries()) {
    const isRoomLeft =
      (index === 0 || append(lettering, { text: '\n' }, dateTime)) && run(lettering, spans, dateTime)
    if (!isRoomLeft) break
  }
  if (lettering.text.trim() === '') return { text: NOTHING, entities: [] }
  return { text: lettering.text, entities: lettering.entities }
}

type Setting = Lettering & {
  most: number
  /** The last words are a person's. */
  afterTyped?: boolean
}

function run(lettering: Setting, spans: readonly Span[], dateTime: boolean): boolean {
  return spans.every((span) => append(lettering, span, dateTime))
}

/** Adds a span; false when the text is full. */
function append(lettering: Setting, span: Span, dateTime: boolean): boolean {
  const text = unlinked(lettering, span)
  const room = lettering.most - lettering.text.length
  const fits = text.length <= room
  const shown = fits ? text : cutUnits(text, room - ELLIPSIS.length)
  const offset = lettering.text.length
  lettering.text += shown
  if (shown.length > 0) addEntities(lettering.entities, span, { offset, length: shown.length }, dateTime)
  if (!fits) lettering.text += lettering.text.length < lettering.most ? ELLIPSIS : ''
  lettering.afterTyped = span.typed === true
  return fits
}

/** Its words as Telegram gets them: those of a person cannot be pressed. */
function unlinked(
  { text: before, entities, afterTyped = false }: Setting,
  { text: given, typed = false, code }: Span,
): string {
  const text = wellFormed(given)
  // What finds no room among the entities is shown without them.
  if (code && entities.length < ENTITY_LIMIT) return text
  return unpressed({ text, typed }, { text: before, typed: afterTyped })
}

interface Stretch {
  offset: number
  length: number
}

/** `code` stands alone: Telegram lets nothing else lie over it. */
function addEntities(entities: MessageEntity[], span: Span, stretch: Stretch, dateTime: boolean): void {
  if (entities.length >= ENTITY_LIMIT) return
  if (span.code) {
    entities.push({ type: 'code', ...stretch })
    return
  }
  if (span.bold) entities.push({ type: 'bold', ...stretch })
  if (span.italic) entities.push({ type: 'italic', ...stretch })
  const unixTime = Math.floor((span.instant?.at ?? 0) / 1000)
  if (!span.instant || !dateTime || !(unixTime > 0 && unixTime <= LAST_MOMENT)) return
  const format = span.instant.as === 'relative' ? 'r' : 'Dt'
  entities.push({ type: 'date_time', ...stretch, unix_time: unixTime, date_time_format: format })
}

/** The server reads `unix_time` as a signed 32-bit number; anything else makes it refuse the message. */
const LAST_MOMENT = 2 ** 31 - 1

const LONE_SURROGATE = /\p{Surrogate}/gu

/** Half a character would arrive as something else; it is replaced here, at the same length. */
export function wellFormed(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD')
}

/** At most `units` UTF-16 units, never half a character. */
function cutUnits(text: string, units: number): string {
  if (units <= 0) return ''
  if (text.length <= units) return text
  const last = text.charCodeAt(units - 1)
  const isSplit = last >= 0xd800 && last <= 0xdbff
  return text.slice(0, isSplit ? units - 1 : units)
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/**
 * At most `units` UTF-16 units with an ellipsis where something is missing, never half a visible character.
 */
export function cutGraphemes(text: string, units: number = TOAST_LIMIT): string {
  if (text.length <= units) return text
  // A visible character may take many units, but looking a little beyond the limit is always enough to know
  // where the last whole one ends; the rest of a long text is not segmented.
  let end = 0
  for (const { index, segment } of graphemes.segment(text.slice(0, units + 1))) {
    if (index + segment.length > units - ELLIPSIS.length) break
    end = index + segment.length
  }
  return (end > 0 ? text.slice(0, end) : cutUnits(text, units - ELLIPSIS.length)) + ELLIPSIS
}
