/** What a certificate looks like, as an SVG document. Pure: the same words give the same document. */
import { escaped, within } from '../../kit/drawn-text.js'

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
  const { words, ems, isCut } = within(name, NAME_WIDTH / NAME_SIZE.least)
  if (isCut) return { words, size: NAME_SIZE.least }
  return { words, size: Math.min(NAME_SIZE.most, Math.floor(NAME_WIDTH / Math.max(1, ems))) }
}
