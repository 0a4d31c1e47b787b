/** What kind of picture it is, by its first bytes: names and types are what senders say. */

const SIGNATURES = [
  { mime: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mime: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const

/** Undefined for anything but PNG, JPEG and WebP. */
export function pictureType(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(({ at, bytes: begin }) => begin.every((byte, index) => bytes[at + index] === byte))
    ?.mime
}
