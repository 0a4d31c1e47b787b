/**
 * View → native message. Pure and total.
 *
 * One rule for all messages: components v2, a container with the words, then the rows. A message that carries
 * the v2 flag can never lose it, so a single form lets any view replace any message; and the container shows
 * the tone as its bar, in an ephemeral receipt as in a public card.
 *
 * What Discord lacks, and what is done instead:
 * - `copy` buttons: the text stands as code in the message, which both apps copy by a tap (`buttons.ts`).
 * - deep links with a payload: a `private` button is pressed where it is and answered ephemerally
 *   (`custom-id.ts`).
 * - a field to type into beside a message: a `type` button is an ordinary press; the house answers with
 *   `form`, which opens a modal.
 * - free text (`awaits`): without the privileged message intent a bot reads none, so it is ignored; the same
 *   question comes as `form` or as buttons.
 * - a modal after a deferral, or in answer to a modal: the view's text and rows are shown, with a button that
 *   asks again.
 */
import { ComponentType, MessageFlags } from 'discord.js'
import type { Locale, Span } from '../../i18n/speech.js'
import type { Attached } from '../../interaction/attach.js'
import type { Button, View } from '../../interaction/view.js'
import { forMany } from '../../kit/text.js'
import type { ActionRow } from './buttons.js'
import { renderButtons } from './buttons.js'
import { MESSAGE_TEXT_LIMIT } from './limits.js'
import { markdownOf } from './markdown.js'
import type { Rendering } from './rendering.js'
import { type AttachmentNote, type FilePart, fileParts } from './uploads.js'

export interface TextDisplay {
  type: ComponentType.TextDisplay
  content: string
}

export interface Container {
  type: ComponentType.Container
  accent_color?: number
  components: (TextDisplay | FilePart | ActionRow)[]
}

export interface Message {
  flags: number
  components: [Container]
  /**
   * Nobody is ever pinged; given with every edit too, because an edit without it falls back to the default.
   */
  allowed_mentions: { parse: never[]; replied_user?: false }
  /** What is uploaded beside it, see `uploads.ts`. */
  attachments?: AttachmentNote[]
}

/** Bars by tone, as 24-bit RGB: Discord's own blurple, green, yellow and red, and a red packet's gold. */
const ACCENTS = {
  info: 0x58_65_f2,
  success: 0x57_f2_87,
  warning: 0xfe_e7_5c,
  refusal: 0xed_42_45,
  gift: 0xf0_b2_32,
} as const
/** Discord refuses a message without anything to show. */
const NOTHING: Span[][] = [[{ text: '…' }]]

/** `attached`: the files of the view, which are uploaded with the message (`uploadsOf`). */
export function renderMessage(
  view: View,
  locale: Locale,
  rendering: Rendering,
  attached: readonly Attached[] = [],
): Message {
  const { rows, lines } = renderButtons(buttonsOf(view), locale, rendering)
  const paragraphs = [...wordsOf(view, locale, rendering), ...lines]
  const content = markdownOf(paragraphs, MESSAGE_TEXT_LIMIT)
  const shown = fileParts(attached, locale, rendering)
  const isEmpty = content.trim() === '' && rows.length + shown.parts.length === 0
  const text = isEmpty ? markdownOf(NOTHING, MESSAGE_TEXT_LIMIT) : content
  const components: Container['components'] = [...shown.parts, ...rows]
  if (text.trim() !== '') components.unshift({ type: ComponentType.TextDisplay, content: text })
  const container: Container = { type: ComponentType.Container, components }
  if (view.tone) container.accent_color = ACCENTS[view.tone]
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [container],
    allowed_mentions: { parse: [] },
    ...(shown.notes.length > 0 ? { attachments: shown.notes } : {}),
  }
}

/**
 * The same message for the actor's eyes only. The flag counts in first answers and follow-ups, never in
 * edits.
 */
export function ephemeral(message: Message): Message {
  return { ...message, flags: message.flags | MessageFlags.Ephemeral }
}

function wordsOf(view: View, locale: Locale, rendering: Rendering): Span[][] {
  if (view.text.length > 0 || !view.form) {
    const said = view.audience === 'everyone' ? view.text.map(forMany) : view.text
    return said.map((paragraph) => rendering.speech.say(locale, paragraph))
  }
  return [rendering.speech.say(locale, view.form.title)]
}

/**
 * A form that cannot open now needs a way to be asked for again: a press of it, unless the view has its own.
 */
function buttonsOf(view: View): Button[][] {
  const rows = view.rows ?? []
  const { form } = view
  if (!form || rows.some((row) => row.some((button) => button.kind === 'type'))) return rows
  return [...rows, [{ kind: 'press', label: form.title, press: form.press, style: 'primary' }]]
}
