/**
 * How Discord's markdown shows words letter for letter. Shared by what writes it and what measures whether it
 * has room.
 */

export const ZERO_WIDTH_SPACE = '\u200b'
/**
 * Characters that begin or end markup anywhere in a line; `<` opens mentions, emoji, timestamps and
 * autolinks.
 */
const INLINE = /[\\*_~`|[\]<]/g
/** A colon before a slash makes a bare URL. */
const URL_COLON = /:(?=\/)/g
/** `@everyone`, `@here`, and the inside of `<@123>`, `<@!123>`, `<@&123>`. */
const MENTION_AT = /@(?=[!&\d]|everyone|here|$)/gi
/** What opens a heading, quote, list or subtext at the start of a line, up to the character to escape. */
export const LINE_OPENER = /^\s*(?:(?=[#>+-])|\d+(?=[.)](?:\s|$)))/

/** Where a line ends, whoever wrote it. */
export const LINE_END = /\r\n?|\n/

/** Makes markdown show `text` letter for letter, wherever in a line it stands but at its start. */
export function escapeLiteral(text: string): string {
  return text.replace(INLINE, '\\$&').replace(URL_COLON, '\\:').replace(MENTION_AT, `@${ZERO_WIDTH_SPACE}`)
}

/**
 * Nothing can be escaped inside code; a backtick is shown as U+02CB, which looks the same and closes nothing.
 */
export function codeMarkdown(text: string): string {
  return `\`${text.replaceAll('`', '\u02cb').replace(MENTION_AT, `@${ZERO_WIDTH_SPACE}`)}\``
}
