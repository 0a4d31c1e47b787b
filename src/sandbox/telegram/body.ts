/** Reads a request's query string and body into arguments, with the server's limits [td HttpReader.cpp]. */
import type { IncomingMessage } from 'node:http'
import { Busboy } from '@fastify/busboy'
import type { Args, Upload } from './args.js'
import { ApiRefusal, badRequest } from './refusal.js'

/** Bytes of a body without files [HttpReader.h MAX_TOTAL_PARAMETERS_LENGTH]. */
const PARAMETER_BYTES = 1 << 20
/** Bytes of a body with files [core.telegram.org/bots/faq: uploads up to 50 MB]. */
const UPLOAD_BYTES = 50 * 1024 * 1024 + PARAMETER_BYTES

/** Throws 400 or 413. */
export async function readArgs(request: IncomingMessage, query: URLSearchParams): Promise<Args> {
  const values = new Map<string, string>()
  for (const [name, value] of query) setFirst(values, name, value)
  const type = request.headers['content-type'] ?? ''
  const isMultipart = type.toLowerCase().startsWith('multipart/form-data')
  const body = await readBody(request, isMultipart ? UPLOAD_BYTES : PARAMETER_BYTES)
  if (body.length === 0) return { values, files: new Map() }
  if (isMultipart) return readMultipart(values, type, body)
  const source = body.toString('utf8')
  if (type.toLowerCase().startsWith('application/json')) readJson(values, source)
  else if (type.toLowerCase().startsWith('application/x-www-form-urlencoded')) {
    for (const [name, value] of new URLSearchParams(source)) setFirst(values, name, value)
  }
  return { values, files: new Map() }
}

/** The first value of a repeated name counts. */
function setFirst(values: Map<string, string>, name: string, value: string): void {
  if (!values.has(name)) values.set(name, value)
}

async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0)
  if (announced > limit) throw tooLarge(announced)
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) throw tooLarge(size)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

const tooLarge = (size: number) => new ApiRefusal(413, `Request Entity Too Large: content length is ${size}`)

/** A JSON object; nested values stay JSON text, as every argument is text to the server. */
export function readJson(values: Map<string, string>, source: string): void {
  let parsed: unknown
  try {
    parsed = JSON.parse(source)
  } catch (error) {
    throw badRequest(`can't parse object: ${error instanceof Error ? error.message : 'no JSON'}`)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw badRequest('JSON object expected')
  }
  for (const [name, value] of Object.entries(parsed)) {
    setFirst(values, name, typeof value === 'string' ? value : JSON.stringify(value))
  }
}

/** As the server reads it: what it cannot read at all is refused, a file is any part with a file name. */
function readMultipart(values: Map<string, string>, type: string, body: Buffer): Promise<Args> {
  if (!/boundary=/i.test(type)) throw badRequest('boundary not found')
  const files = new Map<string, Upload>()
  return new Promise((resolve, reject) => {
    const refuse = () => reject(badRequest("can't parse form data"))
    const parser = new Busboy({ headers: { 'content-type': type }, limits: { fieldSize: PARAMETER_BYTES } })
    parser.on('field', (name, value) => setFirst(values, name, value))
    parser.on('file', (name, stream, fileName) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('error', refuse)
      stream.on('end', () => files.set(name, { name: fileName, bytes: Buffer.concat(parts) }))
    })
    parser.on('error', refuse)
    parser.on('finish', () => resolve({ values, files }))
    parser.end(body)
  })
}
