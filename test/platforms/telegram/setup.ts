/**
 * Shared by the tests of the Telegram adapter: words that show their keys, a log that remembers, a world by
 * hand.
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Span, Speech } from '../../../src/i18n/speech.js'
import type { Call, PlatformEvent } from '../../../src/interaction/call.js'
import type { Intake } from '../../../src/interaction/platform.js'
import type { ArgumentOrder } from '../../../src/interaction/press.js'
import type { Answer, View } from '../../../src/interaction/view.js'
import type { Log, LogFields } from '../../../src/kit/log.js'
import type { Text } from '../../../src/kit/text.js'
import { realWorld, type World } from '../../../src/kit/world.js'
import { EVERYTHING } from '../../../src/platforms/telegram/abilities.js'
import type { Self } from '../../../src/platforms/telegram/receive.js'
import type { Rendering } from '../../../src/platforms/telegram/rendering.js'

/** Looks like a real token and is none: must never be seen in a log line or an error. */
export const CANARY = '7000000001:AAH-canary_token_that_must_stay_secret0'

export const SELF: Self = { id: 7_000_000_001, username: 'partner_bot' }

/** Says `key` for a Text, or its `value` parameter literally; other locales than `en` are put in front. */
export function fakeSpeech(): Speech {
  const plain = (locale: string, { key, params }: Text) => {
    const words = typeof params?.value === 'string' ? params.value : key
    return locale === 'en' ? words : `${locale}:${words}`
  }
  return {
    locales: ['en', 'es', 'ru', 'zh-CN'],
    fallback: 'en',
    choose: (...tags) => (tags.some((tag) => tag?.startsWith('zh')) ? 'zh-CN' : 'en'),
    plain,
    say: (locale, text) => [styled({ text: plain(locale, text) }, text)],
    has: () => true,
  }
}

function styled(span: Span, { params }: Text): Span {
  const instant = params?.at
  if (params?.style === 'bold') span.bold = true
  if (params?.style === 'code') span.code = true
  if (typeof instant === 'object' && 'instant' in instant) {
    span.instant = { at: instant.instant, as: instant.as }
  }
  return span
}

/** A literal text. */
export const words = (value: string, params: Text['params'] = {}): Text => ({
  key: 'literal',
  params: { value, ...params },
})

export const order: ArgumentOrder = (command) =>
  ({ claim: ['packet'], form: ['form', 'version', 'act', 'field', 'value'], wallet: [] })[command]

export function fakeRendering(lacking: Partial<Rendering['abilities']> = {}): Rendering {
  return { speech: fakeSpeech(), order, bot: SELF.username, abilities: { ...EVERYTHING, ...lacking } }
}

export interface RecordingLog extends Log {
  lines: { level: string; message: string; fields: LogFields }[]
  /** Everything that was said, as one text. */
  text(): string
}

export function recordingLog(): RecordingLog {
  const lines: RecordingLog['lines'] = []
  const at =
    (level: string) =>
    (message: string, fields: LogFields = {}) => {
      lines.push({ level, message, fields })
    }
  const log: RecordingLog = {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: () => log,
    text: () => JSON.stringify(lines),
  }
  return log
}

/** The real world, except that sleeping takes no time and is written down. */
export function quickWorld(): World & { slept: number[] } {
  const slept: number[] = []
  return {
    ...realWorld(),
    slept,
    async sleep(ms, signal) {
      slept.push(ms)
      if (!signal?.aborted) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

export interface FakeIntake extends Intake {
  calls: Call[]
  events: PlatformEvent[]
  /** `id fate`, as they were told. */
  fates: string[]
}

/** Takes everything in and answers presses by `answer`. */
export function fakeIntake(
  answer: (call: Call) => Answer | undefined | Promise<Answer | undefined>,
): FakeIntake {
  const calls: Call[] = []
  const events: PlatformEvent[] = []
  const fates: string[] = []
  return {
    calls,
    events,
    fates,
    async call(call) {
      calls.push(call)
      return answer(call)
    },
    async event(event) {
      events.push(event)
    },
    async settle(call, fate) {
      fates.push(`${call.id} ${fate}`)
    },
  }
}

export const answerOf = (view: View, refused = false): Answer => ({ view, locale: 'en', refused })

export interface ScriptedServer {
  root: string
  /** Every call, in order of arrival. */
  calls: { method: string; body: Record<string, unknown> }[]
  close(): Promise<void>
}

export interface ScriptedReply {
  status?: number
  /**
   * An object is sent as JSON, a text as it is; `cut` ends the connection without an answer, `silence` leaves
   * it open.
   */
  body: unknown | 'cut' | 'silence'
  afterMs?: number
}

/** A Bot API server that does as it is told; what the script leaves undefined succeeds. */
export async function scriptedServer(
  script: (method: string, body: Record<string, unknown>, count: number) => ScriptedReply | undefined,
): Promise<ScriptedServer> {
  const calls: ScriptedServer['calls'] = []
  const server = createServer(async (request, response) => {
    const method = request.url?.split('/').at(-1) ?? ''
    const body = JSON.parse((await read(request)) || '{}') as Record<string, unknown>
    calls.push({ method, body })
    const reply = script(method, body, calls.filter((call) => call.method === method).length) ?? {
      body: usual(method),
    }
    if (reply.afterMs) await realWorld().sleep(reply.afterMs)
    if (reply.body === 'silence') return
    if (reply.body === 'cut') return request.socket.destroy()
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json' })
    return response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

const RESULTS: Record<string, unknown> = {
  getMe: { id: SELF.id, is_bot: true, first_name: 'Partner', username: SELF.username },
  sendMessage: { message_id: 77, ephemeral_message_id: 7, date: 1, chat: { id: 1, type: 'private' } },
  getMyCommands: [],
  getUpdates: [],
}

function usual(method: string): object {
  return { ok: true, result: RESULTS[method] ?? true }
}

export function failing(code: number, description: string, parameters?: object): ScriptedReply {
  return { status: code, body: { ok: false, error_code: code, description, parameters } }
}
