/**
 * Rows of buttons → action rows. Five buttons to a row, five rows; when that is not enough, everything that
 * can be pressed becomes options of selects and the links stay buttons. A `copy` button, which Discord lacks,
 * and a link that Discord would refuse become lines of the text.
 */
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Locale, Span } from '../../i18n/speech.js'
import { packPress } from '../../interaction/press.js'
import type { Button, Press } from '../../interaction/view.js'
import { openId, pickId, repeatedId } from './custom-id.js'
import { cut } from './cut.js'
import {
  BUTTON_LABEL_LIMIT,
  BUTTON_URL_LIMIT,
  BUTTONS_PER_ROW,
  OPTION_TEXT_LIMIT,
  OPTIONS_PER_SELECT,
  ROWS_PER_MESSAGE,
} from './limits.js'
import type { Rendering } from './rendering.js'

export interface PressButton {
  type: ComponentType.Button
  style: Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>
  label: string
  custom_id: string
  disabled?: boolean
}

export interface LinkButton {
  type: ComponentType.Button
  style: ButtonStyle.Link
  label: string
  url: string
}

export interface Select {
  type: ComponentType.StringSelect
  custom_id: string
  options: { label: string; value: string }[]
}

export interface ActionRow {
  type: ComponentType.ActionRow
  components: (PressButton | LinkButton | Select)[]
}

export interface RenderedRows {
  rows: ActionRow[]
  /** Paragraphs for the end of the text. */
  lines: Span[][]
}

const STYLES = {
  primary: ButtonStyle.Primary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
  plain: ButtonStyle.Secondary,
} as const
/** A button needs a label; shown where a language has none. */
const NO_LABEL = '…'

export function renderButtons(rows: readonly Button[][], locale: Locale, rendering: Rendering): RenderedRows {
  const lines: Span[][] = []
  const taken = new Map<string, number>()
  const native = rows.map((row) =>
    row.flatMap((button) => {
      const label = labelOf(button, locale, rendering)
      const line = lineInstead(button, label)
      if (line) lines.push(line)
      const rendered = line ? undefined : renderButton(button, label, rendering, taken)
      return rendered ? [rendered] : []
    }),
  )
  return { rows: layOut(native, rendering), lines }
}

function labelOf(button: Button, locale: Locale, rendering: Rendering): string {
  return cut(rendering.speech.plain(locale, button.label), BUTTON_LABEL_LIMIT) || NO_LABEL
}

function lineInstead(button: Button, label: string): Span[] | undefined {
  if (button.kind === 'copy') return [{ text: `${label}: ` }, { text: button.text, code: true }]
  if (button.kind === 'link' && !isLinkable(button.url)) return [{ text: `${label}: ${button.url}` }]
  return undefined
}

function isLinkable(url: string): boolean {
  return url.length <= BUTTON_URL_LIMIT && /^(?:https?|discord):\/\//.test(url) && URL.canParse(url)
}

function renderButton(
  button: Button,
  label: string,
  rendering: Rendering,
  taken: Map<string, number>,
): PressButton | LinkButton | undefined {
  if (button.kind === 'copy') return undefined
  if (button.kind === 'link') {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
  }
  const data = dataOf(button, rendering)
  if (data === undefined) return undefined
  const style = STYLES[(button.kind === 'press' && button.style) || 'plain']
  const native: PressButton = { type: ComponentType.Button, style, label, custom_id: unique(data, taken) }
  if (button.kind === 'press' && button.disabled) native.disabled = true
  return native
}

function dataOf(
  button: Exclude<Button, { kind: 'copy' | 'link' }>,
  rendering: Rendering,
): string | undefined {
  if (button.kind !== 'private') return packed(button.press, rendering)
  const data = openId(button.payload)
  if (data === undefined) rendering.dropped('a private button has a payload that no deep link carries')
  return data
}

/** A packed press, or undefined when it cannot be one, which is our mistake and told to `dropped`. */
export function packed(press: Press, rendering: Rendering): string | undefined {
  try {
    return packPress(press, rendering.order)
  } catch (error) {
    rendering.dropped(error instanceof Error ? error.message : 'a button could not be packed')
    return undefined
  }
}

function unique(data: string, taken: Map<string, number>): string {
  const times = (taken.get(data) ?? 0) + 1
  taken.set(data, times)
  return times === 1 ? data : repeatedId(times, data)
}

function layOut(native: (PressButton | LinkButton)[][], rendering: Rendering): ActionRow[] {
  const rows = native.flatMap((row) => chunks(row, BUTTONS_PER_ROW))
  if (rows.length <= ROWS_PER_MESSAGE) return rows.map(actionRow)
  return foldIntoSelects(native.flat(), rendering)
}

function foldIntoSelects(buttons: (PressButton | LinkButton)[], rendering: Rendering): ActionRow[] {
  const links = buttons.filter((button) => button.style === ButtonStyle.Link)
  const options = buttons
    .filter((button) => button.style !== ButtonStyle.Link)
    .filter((button) => !button.disabled)
    .map((button) => ({ label: cut(button.label, OPTION_TEXT_LIMIT), value: button.custom_id }))
  const selects = chunks(options, OPTIONS_PER_SELECT).map((some, index): ActionRow['components'] => [
    { type: ComponentType.StringSelect, custom_id: pickId(index), options: some },
  ])
  const rows = [...selects, ...chunks(links, BUTTONS_PER_ROW)]
  if (rows.length > ROWS_PER_MESSAGE) rendering.dropped(`a view has ${buttons.length} buttons`)
  return rows.slice(0, ROWS_PER_MESSAGE).map(actionRow)
}

function actionRow(components: ActionRow['components']): ActionRow {
  return { type: ComponentType.ActionRow, components }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size))
  return parts
}
