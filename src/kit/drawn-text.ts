/** Words in a document that is drawn, where nobody measures them: how wide they are, what XML takes. */

/** Letters as people see them. */
const letters = new Intl.Segmenter('en')

export interface Fitted {
  words: string
  /** Never less than they take when drawn. */
  ems: number
  isCut: boolean
}

/** Words that are no wider than so many ems: what is too long is cut between letters. */
export function within(words: string, most: number): Fitted {
  let fitting = ''
  let ems = 0
  for (const { segment } of letters.segment(words)) {
    const wide = width(segment)
    if (ems + wide > most) return { words: `${fitting.trimEnd()}…`, ems, isCut: true }
    fitting += segment
    ems += wide
  }
  return { words: fitting, ems, isCut: false }
}

/** Of a letter in ems, never too little: ideographs are square, a capital M of the bold face nearly is. */
function width(letter: string): number {
  if (
    /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uff60]/u.test(
      letter,
    )
  )
    return 1
  return /[MWmw@%\u0416\u0428\u0429\u042e\u0436\u0448\u0449\u044e]|[^\p{L}\p{N}\p{P}\s]/u.test(letter)
    ? 0.95
    : 0.72
}

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/** As XML takes them. What it cannot hold is left out. */
export function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '')
}

/**
 * Words as they can be drawn: without pictures, for which no font of ours has shapes, and without marks that
 * turn the direction of what follows. Empty when nothing is left.
 */
export function drawable(words: string): string {
  return words
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, '')
    .replace(/\p{Cf}|\ufe0f|\u20e3/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
