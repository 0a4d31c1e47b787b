/** Long texts in pages that fit a message. */

/**
 * Splits a text into pages of at most `most` UTF-16 units, where paragraphs end if they can, else lines, else
 * sentences, else words, and never inside of a character. Nothing is lost but white space where it is cut. An
 * empty text is one empty page.
 */
export function pagesOf(text: string, most: number): string[] {
  const pages: string[] = []
  let left = text.trim()
  while (left.length > most) {
    const at = cutIn(left, most)
    pages.push(left.slice(0, at).trimEnd())
    left = left.slice(at).trimStart()
  }
  if (left !== '' || pages.length === 0) pages.push(left)
  return pages
}

/** Where a cut hurts least, the best first. */
const SEAMS = [/\n\s*\n/g, /\n/g, /[.!?。！？…]["”»’)]*\s|[。！？]/g, /\s/g]

function cutIn(text: string, most: number): number {
  const head = text.slice(0, most)
  for (const seam of SEAMS) {
    const ends = [...head.matchAll(seam)].map((found) => found.index + found[0].length)
    // A page of a few words before a long one reads badly: the next best seam, then.
    const last = ends.findLast((end) => end >= most / 3)
    if (last !== undefined) return last
  }
  const isInside = /[\uDC00-\uDFFF]/.test(text.charAt(most)) && /[\uD800-\uDBFF]/.test(text.charAt(most - 1))
  return isInside && most > 1 ? most - 1 : most
}
