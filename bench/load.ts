/**
 * The load generator, a process of its own so that it costs the server nothing: keep-alive connections of
 * plain sockets, one request outstanding on each, requests written down beforehand. All presses count as made
 * at the same moment; whoever finds no free connection waits, as in Telegram's own queue.
 */
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** One request as the file holds it, one a line. */
export interface Request {
  path: string
  headers: Record<string, string>
  body: string
}

export interface Job {
  host: string
  port: number
  /** NDJSON of {@link Request}. */
  file: string
  connections: number
}

export interface Report {
  requests: number
  seconds: number
  /** ms from the press to the answer. */
  p50: number
  p99: number
  slowest: number
  /** Answers by what they say: see `KINDS`. */
  kinds: Record<string, number>
}

/** What an answer in English says, by words only it has. */
const KINDS: readonly [string, RegExp][] = [
  ['paid', /You got/],
  ['empty', /shares are taken/],
  ['already', /already have/],
]

process.on('message', (job: Job) => {
  void run(job).then((report) => process.send?.(report))
})

async function run({ host, port, file, connections }: Job): Promise<Report> {
  const requests = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => bytesOf(host, JSON.parse(line) as Request))
  const sockets = await Promise.all(
    Array.from({ length: Math.min(connections, requests.length) }, () => opened(host, port)),
  )
  const latencies = new Float64Array(requests.length)
  const kinds: Record<string, number> = {}
  let [next, done] = [0, 0]
  const begin = performance.now()
  const worker = async (socket: Socket): Promise<void> => {
    const ask = asking(socket)
    for (let at = next++; at < requests.length; at = next++) {
      const kind = kindOf(await ask(requests[at] as Buffer))
      latencies[done++] = performance.now() - begin
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    socket.destroy()
  }
  await Promise.all(sockets.map(worker))
  const seconds = (performance.now() - begin) / 1000
  const ascending = latencies.sort()
  const at = (share: number) => ascending[Math.ceil(share * requests.length) - 1] ?? 0
  return { requests: requests.length, seconds, p50: at(0.5), p99: at(0.99), slowest: at(1), kinds }
}

function bytesOf(host: string, { path, headers, body }: Request): Buffer {
  const all = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return Buffer.from(`POST ${path} HTTP/1.1\r\nhost: ${host}\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
}

function opened(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })
}

interface Answer {
  status: number
  body: string
}

/** Sends one request after the other; answers must carry a content-length. */
function asking(socket: Socket): (request: Buffer) => Promise<Answer> {
  let text = ''
  let settle: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  socket.setEncoding('utf8')
  socket.on('data', (chunk: string) => {
    text += chunk
    const answer = answerIn(text)
    if (!answer) return
    text = ''
    settle?.resolve(answer)
  })
  socket.on('error', (error) => settle?.reject(error))
  socket.on('close', () => settle?.reject(new Error('the server closed the connection')))
  return (request) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject }
      socket.write(request)
    })
}

function answerIn(text: string): Answer | undefined {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end)
  const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0)
  const body = text.slice(end + 4)
  if (Buffer.byteLength(body) < length) return undefined
  return { status: Number(head.slice(9, 12)), body }
}

function kindOf({ status, body }: Answer): string {
  if (status !== 200) return `HTTP ${status}`
  if (body === '') return 'no words'
  return KINDS.find(([, words]) => words.test(body))?.[0] ?? 'other'
}
