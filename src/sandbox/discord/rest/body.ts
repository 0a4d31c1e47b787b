/** Reading a request body: JSON, or multipart with `payload_json` and files. */
import type { IncomingMessage } from 'node:http'
import { ApiError, apiError } from '../api-error.js'
import { FILE_MAX, type Upload } from '../files.js'

/** Ten files of the largest size and the JSON beside them, in bytes. */
const BODY_MAX = 10 * FILE_MAX + 1024 * 1024

export interface Body {
  json: unknown
  files: Upload[]
}

/** The raw bytes. 413 40005 when there are too many. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > BODY_MAX) throw apiError(40005)
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** 400 50109 for JSON that is none, 400 50035 for a content type that is neither. */
export async function parseBody(bytes: Buffer, type = ''): Promise<Body> {
  if (bytes.length === 0) return { json: undefined, files: [] }
  if (type.startsWith('application/json')) return { json: parseJson(bytes.toString('utf8')), files: [] }
  if (type.startsWith('multipart/form-data')) return parseMultipart(bytes, type)
  const message = `Expected "Content-Type" header to be one of {'application/json'}.`
  throw new ApiError(400, 50035, 'Invalid Form Body', {
    _errors: [{ code: 'CONTENT_TYPE_INVALID', message }],
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw apiError(50109)
  }
}

async function parseMultipart(bytes: Buffer, type: string): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw apiError(50109)
    })
  const payload = form.get('payload_json')
  const json = typeof payload === 'string' ? parseJson(payload) : {}
  return { json, files: await uploadsOf(form) }
}

async function uploadsOf(form: FormData): Promise<Upload[]> {
  const files: Upload[] = []
  for (const [field, value] of form) {
    if (typeof value === 'string') continue
    const key = /^files\[(\d+)\]$/.exec(field)?.[1] ?? field
    const data = Buffer.from(await value.arrayBuffer())
    files.push({ key, name: value.name, type: value.type || 'application/octet-stream', data })
  }
  return files
}
