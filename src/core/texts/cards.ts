/** How the texts of the programme look: a page at a time, with its version and what there is to do. */
import type { Context } from '../../interaction/command.js'
import type { Button, View } from '../../interaction/view.js'
import { pagesOf } from '../../kit/pages.js'
import { type Text, text } from '../../kit/text.js'
import { ACCEPTED_KINDS, type TextKind, type Version } from '../../programme/texts.js'
import { type Prose, proseFor, textOf } from '../../programme/words.js'
import { acceptedAt, type Named } from './texts.js'

/**
 * UTF-16 units of a page. With its title and note it stays under Discord's 4000 characters for all texts of a
 * message and Telegram's 4096, and a telephone shows it without scrolling for long.
 */
const PAGE_MOST = 2000

/** Words of the programme, which are no words of ours: in the reader's language where they are there. */
export interface Paged {
  lines: Text[]
  buttons: Button[]
  /** Whether it is the end of them. */
  isLast: boolean
}

/**
 * A page of words, and the ways to the others. `turn` is the call that shows another page of it; `page` past
 * the end is the last.
 */
export function pageOf(
  prose: Prose,
  { locale, page }: { locale: string; page: number },
  turn: (page: string) => { command: string; values: Record<string, string> },
): Paged {
  const { words, language } = proseFor(prose, locale)
  const pages = pagesOf(words, PAGE_MOST)
  const shown = Math.min(page, pages.length)
  const lines = [text('form-literal', { value: { said: pages[shown - 1] ?? '' } })]
  if (language !== locale) lines.push(text('text-untranslated'))
  if (pages.length === 1) return { lines, buttons: [], isLast: true }
  lines.push(text('text-page', { page: shown, pages: pages.length }))
  const to = (label: Text, target: number): Button => ({
    ...{ kind: 'press', label, press: turn(String(target)) },
    disabled: target < 1 || target > pages.length,
  })
  const buttons = [to(text('text-before'), shown - 1), to(text('text-after'), shown + 1)]
  return { lines, buttons, isLast: shown === pages.length }
}

/** A version, by the page; of what is accepted, whether this person has. */
export async function versionView(
  { work, actor }: Pick<Context, 'work' | 'actor'>,
  { kind, said, page }: { kind: TextKind; said: Version; page: number },
  { command, current }: { command: string; current: string },
): Promise<View> {
  const values = { text: kind, version: said.id }
  const paged = pageOf(said.words, { locale: actor.locale, page }, (to) => ({
    ...{ command, values: { ...values, page: to } },
  }))
  const named = { kind, version: said.id }
  const mark = await markOf({ work, actor }, named, current)
  const { url, note } = said
  return {
    text: [
      text('text-title', { name: text(`text-${kind}`), version: said.id, from: said.from }),
      ...(said.id === current ? [] : [text('text-older', { current })]),
      ...paged.lines,
      ...(note === undefined ? [] : [text('text-note', { note: textOf(note) })]),
      ...mark.lines,
    ],
    rows: [
      paged.buttons,
      // Nobody binds themself to a page that they have not seen.
      paged.isLast ? mark.buttons : [],
      url === undefined ? [] : [{ kind: 'link', label: text('text-in-full'), url } as const],
    ].filter((row) => row.length > 0),
    tone: 'info',
  }
}

async function markOf(
  { work, actor }: Pick<Context, 'work' | 'actor'>,
  named: Named,
  current: string,
): Promise<Pick<Paged, 'lines' | 'buttons'>> {
  const { kind, version } = named
  if (!isAcceptable(kind)) return { lines: [], buttons: [] }
  const at = await acceptedAt(work, actor.member, named)
  if (at !== undefined)
    return { lines: [text('text-accepted', { at: { instant: at, as: 'moment' } })], buttons: [] }
  if (version !== current) return { lines: [], buttons: [] }
  return { lines: [text('text-to-accept')], buttons: [acceptButton(named)] }
}

export function isAcceptable(kind: TextKind): boolean {
  return ACCEPTED_KINDS.some((one) => one === kind)
}

function acceptButton({ kind, version }: Named): Button {
  const press = { command: 'text-accept', values: { text: kind, version } }
  return { kind: 'press', label: text('apply-accept'), press, style: 'success' }
}

/** News for somebody who accepted an older version. */
export function newsView({ kind, version }: Named, said: Version): View {
  const read: Button = {
    ...{ kind: 'press', label: text('text-read') },
    press: { command: 'guidelines', values: { text: kind, version } },
  }
  return {
    text: [
      text('text-news', { name: text(`text-${kind}`), version, from: said.from }),
      ...(said.changes === undefined ? [] : [text('text-changes', { changes: textOf(said.changes) })]),
      text('text-news-next'),
    ],
    rows: [[read, acceptButton({ kind, version })]],
    tone: 'info',
  }
}
