/** Rows of buttons to an inline keyboard. */
import type { InlineKeyboardButton } from 'grammy/types'
import { packPress } from '../../interaction/press.js'
import type { Button, ButtonStyle, View } from '../../interaction/view.js'
import { ELLIPSIS, wellFormed } from './lettering.js'
import { BUTTON_LIMIT, COPY_LIMIT, ROW_COLUMNS, ROW_LIMIT } from './limits.js'
import { deepLink, groupLink, type Rendering } from './rendering.js'

/**
 * The keyboard of a view; no rows when there is nothing to press. Throws when a press does not fit
 * (press.ts).
 */
export function keyboard(view: View, locale: string, rendering: Rendering): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = []
  let left = BUTTON_LIMIT
  for (const row of view.rows ?? []) {
    const shown = row.filter((button) => isShown(button, view, rendering)).slice(0, left)
    left -= shown.length
    if (shown.length > 0) rows.push(...fold(shown.map((button) => key(button, locale, rendering))))
  }
  return rows
}

/**
 * A field that this very view asks for needs no button to open it; a copy that cannot be is shown as code.
 */
function isShown(button: Button, view: View, rendering: Rendering): boolean {
  if (button.kind === 'type') return !asks(view, button.field.name)
  return button.kind !== 'copy' || canCopy(button.text, rendering)
}

function asks(view: View, field: string): boolean {
  return view.awaits?.name === field || (view.form?.fields.some(({ name }) => name === field) ?? false)
}

/** Whether a copy button can hold this text here. */
export function canCopy(text: string, rendering: Rendering): boolean {
  return rendering.abilities.copyText && text.length > 0 && text.length <= COPY_LIMIT
}

function key(button: Button, locale: string, rendering: Rendering): InlineKeyboardButton {
  const text = wellFormed(rendering.speech.plain(locale, button.label)) || ELLIPSIS
  switch (button.kind) {
    case 'link':
      return { text, url: button.url }
    case 'private':
      return { text, url: deepLink(rendering.bot, button.payload) }
    case 'bring':
      return { text, url: groupLink(rendering.bot, button.payload) }
    case 'copy':
      return { text, copy_text: { text: button.text } }
    case 'type':
      return { text, callback_data: packPress(button.press, rendering.order) }
    case 'press':
      return pressKey(button, text, rendering)
  }
}

function pressKey(
  button: Extract<Button, { kind: 'press' }>,
  text: string,
  rendering: Rendering,
): InlineKeyboardButton {
  if (button.disabled && rendering.abilities.disabled) return { text, disabled: {} }
  const data = packPress(button.press, rendering.order)
  const style = styleOf(button.style)
  return style ? { text, callback_data: data, style } : { text, callback_data: data }
}

/** Servers before 9.4 ignore the style. */
function styleOf(style: ButtonStyle | undefined): 'primary' | 'success' | 'danger' | undefined {
  return style === 'plain' ? undefined : style
}

/** Breaks a row whose labels a phone would cut into rows of equal width. */
function fold(row: InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const longest = Math.max(...row.map((button) => columns(button.text)))
  const beside = Math.max(1, Math.min(ROW_LIMIT, row.length, Math.floor(ROW_COLUMNS / (longest + PADDING))))
  const rows: InlineKeyboardButton[][] = []
  const width = Math.ceil(row.length / Math.ceil(row.length / beside))
  for (let start = 0; start < row.length; start += width) rows.push(row.slice(start, start + width))
  return rows
}

/** Columns that a button's frame takes. */
const PADDING = 2
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** Width of a label: wide (East Asian) characters and emoji count two. */
function columns(label: string): number {
  return label.length + (label.match(WIDE)?.length ?? 0)
}
