/** Reads a body whose sender may go on for ever. */
export async function readUpTo(
  body: AsyncIterable<Uint8Array> & { destroy(): unknown },
  most: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.length
    if (size > most) {
      body.destroy()
      return undefined
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}
