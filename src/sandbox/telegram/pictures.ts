/** What kind of picture some bytes are, as the server sees when it is sent one as a photo. */

export interface Picture {
  type: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'
  width: number
  height: number
}

/**
 * Type and size of a picture; undefined when it is none that Telegram takes, or when its header is all there
 * is of it: Telegram makes every photo anew, and from a header alone there is nothing to make.
 */
export function recognise(bytes: Uint8Array): Picture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const picture = bytes.length < 30 ? undefined : readHeader(view)
  return picture && PIXELS[picture.type](view) ? picture : undefined
}

function readHeader(view: DataView): Picture | undefined {
  if (view.getUint32(0) === 0x89504e47) {
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  if (view.getUint32(0) === 0x47494638) {
    return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  }
  if (view.getUint32(0) === 0x52494646 && view.getUint32(8) === 0x57454250) return webpSize(view)
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined
}

function webpSize(view: DataView): Picture | undefined {
  const kind = view.getUint32(12)
  if (kind === 0x56503858) {
    const width = 1 + (view.getUint32(24, true) & 0xffffff)
    return { type: 'image/webp', width, height: 1 + (view.getUint32(26, true) >>> 8) }
  }
  if (kind !== 0x56503820) return undefined
  return { type: 'image/webp', width: view.getUint16(26, true), height: view.getUint16(28, true) }
}

/** Walks the JPEG's segments to the frame header, which holds the size. */
function jpegSize(view: DataView): Picture | undefined {
  let at = 2
  while (at + 9 < view.byteLength) {
    const marker = view.getUint16(at)
    if (marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

/** Whether there is picture data behind the header. It is looked for, not decoded. */
const PIXELS: Record<Picture['type'], (view: DataView) => boolean> = {
  'image/png': pngHasPixels,
  'image/jpeg': jpegHasPixels,
  'image/gif': gifHasPixels,
  'image/webp': webpHasPixels,
}

const IHDR = 0x49484452
const IDAT = 0x49444154
const IEND = 0x49454e44

/** Chunks of length, name, data and checksum: the header first, data somewhere, and an end. */
function pngHasPixels(view: DataView): boolean {
  let hasData = false
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    const name = view.getUint32(at + 4)
    if ((at === 8) !== (name === IHDR)) return false
    if (name === IEND) return hasData
    hasData ||= name === IDAT && view.getUint32(at) > 0
  }
  return false
}

const START_OF_SCAN = 0xffda

/** Segments up to the scan, and something in it. */
function jpegHasPixels(view: DataView): boolean {
  let at = 2
  while (at + 4 < view.byteLength) {
    const length = view.getUint16(at + 2)
    if (length < 2) return false
    if (view.getUint16(at) === START_OF_SCAN) return at + 2 + length < view.byteLength
    at += 2 + length
  }
  return false
}

const GIF_EXTENSION = 0x21
const GIF_IMAGE = 0x2c

/** Extensions, each a row of blocks that an empty one ends, up to the first image. */
function gifHasPixels(view: DataView): boolean {
  const flags = view.getUint8(10)
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  while (at + 2 < view.byteLength && view.getUint8(at) === GIF_EXTENSION) {
    at += 2
    while (at < view.byteLength && view.getUint8(at) > 0) at += 1 + view.getUint8(at)
    at += 1
  }
  return at + 10 < view.byteLength && view.getUint8(at) === GIF_IMAGE
}

/** `VP8 `, `VP8L` and the frames of an animation. */
const WEBP_DATA = [0x56503820, 0x5650384c, 0x414e4d46]

/** Chunks of name, length and data, padded to an even length. */
function webpHasPixels(view: DataView): boolean {
  let at = 12
  while (at + 8 < view.byteLength) {
    const length = view.getUint32(at + 4, true)
    if (WEBP_DATA.includes(view.getUint32(at))) return length > 0 && at + 8 + length <= view.byteLength
    at += 8 + length + (length % 2)
  }
  return false
}
