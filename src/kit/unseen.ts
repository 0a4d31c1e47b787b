/** What is drawn as nothing, or turns the text around it: one list for names and for texts. */
/**
 * The glue of emoji, which is drawn as nothing itself: a joiner between two pictures … Code points that are
 * kept free for emoji count as pictures but are unassigned, so they go, and their glue with them.
 */
const PICTURE = /(?!\p{C})\p{Extended_Pictographic}/u.source
export const JOINER = new RegExp(`(?<=(?:${PICTURE}|\\p{Emoji_Modifier})\\uFE0F?)\\u200D(?=${PICTURE})`, 'u')
/** … and the colour selector, after a picture or inside a key cap. */
export const COLOUR = new RegExp(`(?<=${PICTURE})\\uFE0F|(?<=[0-9#*])\\uFE0F(?=\\u20E3)`, 'u')
/** Controls, formats, lone surrogates, private use, unassigned, and the letters that are drawn as nothing. */
export const UNSEEN = /[\p{C}\p{Default_Ignorable_Code_Point}]/u

/** Combining marks kept on one letter. Vietnamese, Hebrew, Thai and Tibetan need no more than four. */
const MARKS_ON_ONE_LETTER = 4
const JOINED_MARK = '[\\u200C\\u200D]*\\p{M}'
const STACKED_MARKS = new RegExp(
  `(\\p{M}(?:${JOINED_MARK}){${MARKS_ON_ONE_LETTER - 1}})(?:${JOINED_MARK})+`,
  'gu',
)

/** Marks that would paint over the lines around go, whether or not joiners stand among them. */
export function unstacked(text: string): string {
  return text.replace(STACKED_MARKS, '$1')
}

const HIDDEN = `(?:${UNSEEN.source}|\\u2800)`
const HIDDEN_IN_LINE = new RegExp(`(${JOINER.source}|${COLOUR.source})|${HIDDEN}`, 'gu')
/** Persian and the languages of India spell with joiners, and a paragraph has lines. */
const HIDDEN_IN_PROSE = new RegExp(`(${JOINER.source}|${COLOUR.source}|[\\n\\u200C\\u200D])|${HIDDEN}`, 'gu')

/** One line of a person's text; whatever a name would not show becomes `instead`. */
export function cleanLine(raw: string, instead: string): string {
  const seen = raw.normalize('NFC').replace(HIDDEN_IN_LINE, (_, glue: string | undefined) => glue ?? instead)
  return unstacked(seen)
}

/** As {@link cleanLine}, with line breaks and with the joiners that some languages spell with. */
export function cleanProse(raw: string, instead: string): string {
  const seen = raw.normalize('NFC').replace(HIDDEN_IN_PROSE, (_, kept: string | undefined) => kept ?? instead)
  return unstacked(seen)
}

/** Letters, digits and signs that are as wide as Chinese ones, as others write them. */
export function halfWidth(text: string): string {
  return text.replace(/[\uFF01-\uFF5E\u3000]/g, (wide) =>
    wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}
