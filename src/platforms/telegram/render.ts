/**
 * A View in one language to Telegram's payload. Pure; total for every view whose presses fit (a test of the
 * catalogue renders them all).
 *
 * What Telegram lacks, and what is done instead:
 * - modals: `form` is not rendered; the view's text and rows are the way without;
 * - a button that opens a field: `type` becomes a press that asks, or nothing where the view itself asks;
 * - `awaits` beside buttons on servers before 10.3, and in every edit: no reply field opens; in a group the
 *   text
 *   asks for a reply instead;
 * - `tone`: no colour of a message; only a refusal shows, as an alert (see answer.ts);
 * - disabled buttons before 10.3: shown enabled, as every press is checked again anyway;
 * - copy buttons before 7.11 or over 256 characters: the text is shown as code;
 * - files beside more words than a caption holds, and several files: messages of their own (`parts.ts`);
 * - files in an edit: those of the message stay as they are.
 */
import type { ForceReply, InlineKeyboardMarkup, MessageEntity } from 'grammy/types'
import type { Span } from '../../i18n/speech.js'
import type { Button, View } from '../../interaction/view.js'
import { forMany } from '../../kit/text.js'
import { canCopy, keyboard } from './keyboard.js'
import { cutGraphemes, letter, wellFormed } from './lettering.js'
import { PLACEHOLDER_LIMIT, TOAST_LIMIT } from './limits.js'
import type { Rendering } from './rendering.js'

interface Words {
  text: string
  entities?: MessageEntity[]
  link_preview_options: { is_disabled: true }
}

/** The part of sendMessage that depends on the view. */
export interface Message extends Words {
  reply_markup?: InlineKeyboardMarkup | ForceReply
}

/** The part of editMessageText that depends on the view. */
export interface Edit extends Words {
  reply_markup?: InlineKeyboardMarkup
}

const NO_PREVIEW = { is_disabled: true } as const

/** Where a message goes, as far as its looks depend on it. */
export interface Scene {
  isGroup: boolean
  /** It answers somebody's message: a forced reply is then for that person alone. */
  isReply: boolean
}

export function renderMessage(view: View, locale: string, rendering: Rendering, scene: Scene): Message {
  const inline = keyboard(view, locale, rendering)
  const opensReply = view.awaits !== undefined && (inline.length === 0 || rendering.abilities.replyKeyboard)
  const asks = view.awaits !== undefined && scene.isGroup && !opensReply
  const message: Message = words(view, locale, rendering, asks)
  if (inline.length > 0)
    message.reply_markup = opensReply
      ? { inline_keyboard: inline, force_reply: true }
      : { inline_keyboard: inline }
  else if (opensReply) message.reply_markup = forceReply(view, locale, rendering, scene)
  return message
}

/** An edit can change the words and the inline keyboard; it can open nothing. `most`: characters. */
export function renderEdit(
  view: View,
  locale: string,
  rendering: Rendering,
  scene: Scene,
  most?: number,
): Edit {
  const inline = keyboard(view, locale, rendering)
  const edit: Edit = words(view, locale, rendering, view.awaits !== undefined && scene.isGroup, most)
  if (inline.length > 0) edit.reply_markup = { inline_keyboard: inline }
  return edit
}

function words(
  view: View,
  locale: string,
  rendering: Rendering,
  asksForReply: boolean,
  most?: number,
): Words {
  const told = view.audience === 'everyone' ? view.text.map(forMany) : view.text
  const paragraphs = told.map((text) => rendering.speech.say(locale, text))
  for (const shown of codes(view, locale, rendering)) paragraphs.push(shown)
  if (asksForReply) paragraphs.push(rendering.speech.say(locale, { key: 'telegram-reply-here' }))
  const { text, entities } = letter(paragraphs, rendering.abilities.dateTime, most)
  const said: Words = { text, link_preview_options: NO_PREVIEW }
  if (entities.length > 0) said.entities = entities
  return said
}

/** Copy buttons that cannot be buttons here: label and code, a line each. */
function codes(view: View, locale: string, rendering: Rendering): Span[][] {
  const lost = (button: Button) => button.kind === 'copy' && !canCopy(button.text, rendering)
  return (view.rows ?? []).flatMap((row) =>
    row.filter(lost).flatMap((button) => {
      if (button.kind !== 'copy') return []
      return [
        [{ text: `${rendering.speech.plain(locale, button.label)} ` }, { text: button.text, code: true }],
      ]
    }),
  )
}

function forceReply(view: View, locale: string, rendering: Rendering, scene: Scene): ForceReply {
  const markup: ForceReply = { force_reply: true }
  const question = view.awaits?.hint ?? view.awaits?.label
  const placeholder = question
    ? cutGraphemes(rendering.speech.plain(locale, question), PLACEHOLDER_LIMIT)
    : ''
  if (placeholder) markup.input_field_placeholder = wellFormed(placeholder)
  if (scene.isGroup && scene.isReply) markup.selective = true
  return markup
}

/** The words alone, for a toast; longer than a toast may be where the view is. */
export function renderPlain(view: View, locale: string, rendering: Rendering): string {
  return wellFormed(view.text.map((text) => rendering.speech.plain(locale, text)).join('\n'))
}

/** The words cut to what a toast or an alert takes. */
export function renderToast(view: View, locale: string, rendering: Rendering): string {
  return cutGraphemes(renderPlain(view, locale, rendering), TOAST_LIMIT)
}

/** Whether the toast says it all: nothing to press, nothing to answer, and short enough. */
export function fitsToast(view: View, plain: string): boolean {
  const isPlain =
    !view.rows?.some((row) => row.length > 0) && !view.awaits && !view.form && !view.files?.length
  return isPlain && plain.length <= TOAST_LIMIT
}
