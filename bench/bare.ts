/**
 * The raw limit of HTTP: a server of Node's own that parses the same press and answers with as many bytes,
 * and does nothing else. With a public key it checks Discord's signature first, in Node's thread pool, as
 * every endpoint must.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const key = process.argv[2] ? readKey(process.argv[2]) : undefined
const WORDS = '🎉 You got 1 USDT! It is in your wallet. 999 shares are left.'

const server = createServer((request, response) => {
  void answer(request).then((body) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
    response.end(body)
  })
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))

async function answer(request: IncomingMessage): Promise<string> {
  const body = await read(request)
  if (key && !(await isSigned(key, request, body))) return '{}'
  const { callback_query: query, id } = JSON.parse(body.toString())
  if (key) return JSON.stringify({ type: 4, data: { content: WORDS, flags: 64, id } })
  return JSON.stringify({ method: 'answerCallbackQuery', callback_query_id: query.id, text: WORDS })
}

function read(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)))
  })
}

function readKey(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

function isSigned(publicKey: KeyObject, { headers }: IncomingMessage, body: Buffer): Promise<boolean> {
  const bytes = Buffer.concat([Buffer.from(String(headers['x-signature-timestamp'])), body])
  const signature = Buffer.from(String(headers['x-signature-ed25519']), 'hex')
  return new Promise((resolve) => verify(null, bytes, publicKey, signature, (_, valid) => resolve(valid)))
}
