/** What a certificate looks like, as an SVG document. Pure: the same words give the same document. */

/** Pixels: as wide as both platforms show a picture without making it smaller. */
const WIDTH = 1280
const HEIGHT = 900
const MIDDLE = WIDTH / 2
/** Letters of a name: as large as fits, and never smaller. */
const NAME_SIZE = { most: 84, least: 40 }
const NAME_WIDTH = 1040
/** The family of `pictures/draw.ts`. */
const FAMILY = 'Noto Sans'

export interface CertificateWords {
  /** The programme. */
  issuer: string
  heading: string
  awarded: string
  name: string
  /** What partners may call themselves. */
  title: string
  /** Number, region, day. */
  details: readonly string[]
}

export function certificateSvg({ issuer, heading, awarded, name, title, details }: CertificateWords): string {
  const fit = fitted(name)
  const lines = [
    line(issuer, { y: 150, size: 34, fill: '#8a6d1d', weight: 'bold' }),
    line(heading, { y: 250, size: 64, fill: '#1c2333', weight: 'bold' }),
    line(awarded, { y: 340, size: 30, fill: '#5b6478' }),
    line(fit.words, { y: 470, size: fit.size, fill: '#1c2333', weight: 'bold' }),
    line(title, { y: 570, size: 42, fill: '#8a6d1d' }),
    ...details.map((words, at) => line(words, { y: 670 + at * 46, size: 28, fill: '#5b6478' })),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fffdf6"/>
<rect x="32" y="32" width="${WIDTH - 64}" height="${HEIGHT - 64}" fill="none" stroke="#c9a227" stroke-width="6"/>
<rect x="48" y="48" width="${WIDTH - 96}" height="${HEIGHT - 96}" fill="none" stroke="#c9a227" stroke-width="2"/>
${lines.join('\n')}
</svg>`
}

function line(
  words: string,
  { y, size, fill, weight = 'normal' }: { y: number; size: number; fill: string; weight?: string },
): string {
  const font = `font-family="${FAMILY}" font-size="${size}" font-weight="${weight}"`
  return `<text x="${MIDDLE}" y="${y}" ${font} fill="${fill}" text-anchor="middle">${escaped(words)}</text>`
}

/** Smaller as it gets longer; what is too long at the smallest is cut between letters as people see them. */
function fitted(name: string): { words: string; size: number } {
  const letters = [...new Intl.Segmenter('en').segment(name)].map(({ segment }) => segment)
  const most = NAME_WIDTH / NAME_SIZE.least
  let words = ''
  let ems = 0
  for (const letter of letters) {
    if (ems + width(letter) > most) return { words: `${words.trimEnd()}…`, size: NAME_SIZE.least }
    words += letter
    ems += width(letter)
  }
  return { words, size: Math.min(NAME_SIZE.most, Math.floor(NAME_WIDTH / Math.max(1, ems))) }
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

/** What XML cannot hold is left out. */
function escaped(words: string): string {
  return words
    .replace(/[\p{Cc}\p{Cs}\p{Cn}\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '')
}

/**
 * A name as it can be drawn: without pictures, for which no font of ours has shapes, and without marks that
 * turn the direction of what follows. Empty when nothing is left.
 */
export function drawable(name: string): string {
  return name
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}/gu, '')
    .replace(/\p{Cf}|\ufe0f|\u20e3/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
