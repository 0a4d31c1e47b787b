/** Reads a request's body, but never more of it than allowed. */
import type { IncomingMessage } from 'node:http'

/**
 * The whole body; or `too-long`, told as early as it is known (by the header, before anything is read, where
 * there is one); or `broken-off` when the sender went away. What comes after `too-long` is thrown away unread
 * by Node, until the server's patience ends. `admit` is called before the first byte is read.
 */
export function readBody(
  request: IncomingMessage,
  limit: number,
  admit: () => void = () => {},
): Promise<Buffer | 'too-long' | 'broken-off'> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.resolve('too-long')
  admit()
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length > limit) return end('too-long')
      chunks.push(chunk)
    }
    const whole = () => end(Buffer.concat(chunks, length))
    const broken = () => end('broken-off')
    function end(result: Buffer | 'too-long' | 'broken-off'): void {
      request.off('data', take).off('end', whole).off('close', broken)
      chunks.length = 0
      resolve(result)
    }
    request.on('data', take).on('end', whole).on('close', broken)
    // Its own event is enough: a connection that breaks also closes.
    request.on('error', () => {})
  })
}
