/**
 * Rows of buttons → action rows. Five buttons to a row, five rows; when that is not enough, what is an option
 * becomes one of a select and everything else stays a button. When even that is not enough, everything that
 * can be pressed becomes options, and the links stay buttons. A `copy` button, which Discord lacks,
 * and a link that Discord would refuse become lines of the text.
 */
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Locale, Span } from '../../i18n/speech.js'
import { packPress } from '../../interaction/press.js'
import type { Button, Press } from '../../interaction/view.js'
import { chunk } from '../../kit/chunk.js'
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
    row.flatMap((button): Placed[] => {
      const label = labelOf(button, locale, rendering)
      const line = lineInstead(button, label)
      if (line) lines.push(line)
      const rendered = line ? undefined : renderButton(button, label, rendering, taken)
      const isOption = button.kind === 'press' && button.option === true
      return rendered ? [{ button: rendered, isOption }] : []
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
  if (button.kind === 'bring') {
    const url = inviteLink(rendering.application())
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url }
  }
  const data = dataOf(button, rendering)
  if (data === undefined) return undefined
  const style = STYLES[(button.kind === 'press' && button.style) || 'plain']
  const native: PressButton = { type: ComponentType.Button, style, label, custom_id: unique(data, taken) }
  if (button.kind === 'press' && button.disabled) native.disabled = true
  return native
}

/**
 * What the bot asks for in a server it is brought into, as in docs/operators.md: view channels, send
 * messages, read message history, send messages in threads. Source: Discord documentation, permission flags.
 */
const INVITE_PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n)

/** Where somebody chooses a server for the bot (Discord documentation, bot authorization flow). */
function inviteLink(application: string | undefined): string {
  const query = new URLSearchParams({
    client_id: application ?? '',
    scope: 'bot applications.commands',
    permissions: String(INVITE_PERMISSIONS),
  })
  return `https://discord.com/oauth2/authorize?${query}`
}

function dataOf(
  button: Exclude<Button, { kind: 'copy' | 'link' | 'bring' }>,
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

interface Placed {
  button: PressButton | LinkButton
  isOption: boolean
}

function layOut(native: Placed[][], rendering: Rendering): ActionRow[] {
  const rows = rowsOf(native)
  if (rows.length <= ROWS_PER_MESSAGE) return rows.map(actionRow)
  const folded = optionsFolded(native)
  if (folded.length <= ROWS_PER_MESSAGE) return folded.map(actionRow)
  return allFolded(
    native.flat().map(({ button }) => button),
    rendering,
  )
}

function rowsOf(native: Placed[][]): ActionRow['components'][] {
  return native.flatMap((row) =>
    chunk(
      row.map(({ button }) => button),
      BUTTONS_PER_ROW,
    ),
  )
}

/** The selects stand where the first of their options stood. */
function optionsFolded(native: Placed[][]): ActionRow['components'][] {
  const first = native.findIndex((row) => row.some(({ isOption }) => isOption))
  const options = native.flat().flatMap(({ button, isOption }) => (isOption ? [button] : []))
  const others = (rows: Placed[][]) => rowsOf(rows.map((row) => row.filter(({ isOption }) => !isOption)))
  if (first === -1) return others(native)
  return [...others(native.slice(0, first)), ...selectsOf(options), ...others(native.slice(first))]
}

function selectsOf(buttons: (PressButton | LinkButton)[]): ActionRow['components'][] {
  const options = buttons
    .filter((button) => button.style !== ButtonStyle.Link)
    .filter((button) => !button.disabled)
    .map((button) => ({ label: cut(button.label, OPTION_TEXT_LIMIT), value: button.custom_id }))
  return chunk(options, OPTIONS_PER_SELECT).map((some, index) => [
    { type: ComponentType.StringSelect, custom_id: pickId(index), options: some },
  ])
}

function allFolded(buttons: (PressButton | LinkButton)[], rendering: Rendering): ActionRow[] {
  const links = buttons.filter((button) => button.style === ButtonStyle.Link)
  const rows = [...selectsOf(buttons), ...chunk(links, BUTTONS_PER_ROW)]
  if (rows.length > ROWS_PER_MESSAGE) rendering.dropped(`a view has ${buttons.length} buttons`)
  return rows.slice(0, ROWS_PER_MESSAGE).map(actionRow)
}

function actionRow(components: ActionRow['components']): ActionRow {
  return { type: ComponentType.ActionRow, components }
}
