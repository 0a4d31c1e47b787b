/**
 * SVG → PNG. The same document gives the same bytes on every machine: only the fonts that come with the
 * program are used, and nothing outside of the document is read.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'

const require = createRequire(import.meta.url)

/** Noto, under the Open Font License: European letters, Chinese and Japanese, Korean, Arabic, Hebrew. */
const FONTS = [
  ['@embedpdf/fonts-latin', 'NotoSans-Regular.ttf', 'NotoSans-Bold.ttf'],
  ['@embedpdf/fonts-sc', 'NotoSansHans-Regular.otf'],
  ['@embedpdf/fonts-kr', 'NotoSansKR-Regular.otf'],
  ['@embedpdf/fonts-arabic', 'NotoNaskhArabic-Regular.ttf'],
  ['@embedpdf/fonts-hebrew', 'NotoSansHebrew-Regular.ttf'],
] as const

/** What this family has no letters for is taken from the others. */
const FAMILY = 'Noto Sans'

function fontFiles(): string[] {
  return FONTS.flatMap(([name, ...files]) => {
    const folder = join(dirname(require.resolve(name)), '..', 'fonts')
    return files.map((file) => join(folder, file))
  })
}

let known: string[] | undefined

/** Off the thread that answers people. Throws for a document that is no SVG. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  known ??= fontFiles()
  const font = { fontFiles: known, loadSystemFonts: false, defaultFontFamily: FAMILY }
  return (await renderAsync(svg, { font })).asPng()
}
