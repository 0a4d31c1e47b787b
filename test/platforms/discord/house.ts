/**
 * What the adapter's tests share: a speech without files, a log that remembers, a house that does as it is
 * told.
 */
import { inspect } from 'node:util'
import type { Span, Speech } from '../../../src/i18n/speech.js'
import type { Call, PlatformEvent } from '../../../src/interaction/call.js'
import type { Fate, Intake } from '../../../src/interaction/platform.js'
import type { ArgumentOrder } from '../../../src/interaction/press.js'
import type { Answer, View } from '../../../src/interaction/view.js'
import type { Log } from '../../../src/kit/log.js'
import type { Text } from '../../../src/kit/text.js'
import type { Rendering } from '../../../src/platforms/discord/rendering.js'

/** A Text that fakeSpeech says as exactly these spans. */
export function spans(...said: (Span | string)[]): Text {
  const whole = said.map((one) => (typeof one === 'string' ? { text: one } : one))
  return { key: 'spans', params: { json: JSON.stringify(whole) } }
}

function spansOf({ key, params }: Text): Span[] {
  if (key === 'spans') return JSON.parse(String(params?.json)) as Span[]
  return [{ text: key }]
}

export const fakeSpeech: Speech = {
  locales: ['en', 'zh-CN', 'ru', 'es'],
  fallback: 'en',
  choose: (...tags) => tags.find((tag) => typeof tag === 'string') ?? 'en',
  say: (_, text) => spansOf(text),
  plain: (_, text) =>
    spansOf(text)
      .map((span) => span.text)
      .join(''),
  has: () => true,
}

export const ORDERS: Record<string, readonly string[]> = {
  claim: ['packet'],
  redpacket: ['amount', 'shares', 'note'],
  page: ['number'],
  help: [],
}
export const order: ArgumentOrder = (command) => ORDERS[command]

export function recordingRendering(): Rendering & { complaints: string[] } {
  const complaints: string[] = []
  const application = () => '800000000000009000'
  return { speech: fakeSpeech, order, application, complaints, dropped: (what) => complaints.push(what) }
}

export interface RecordingLog extends Log {
  /** Every line as the most talkative writer would print it. */
  lines: string[]
}

export function recordingLog(lines: string[] = []): RecordingLog {
  const write = (level: string) => (message: string, fields?: unknown) => {
    lines.push(`${level} ${message} ${inspect(fields, { depth: 20, showHidden: true })}`)
  }
  return {
    lines,
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    child: () => recordingLog(lines),
  }
}

export interface House extends Intake {
  calls: Call[]
  events: PlatformEvent[]
  fates: Fate[]
  /** How the next calls are answered. */
  answer: (call: Call) => Answer | undefined | Promise<Answer | undefined>
  nextEvent(): Promise<PlatformEvent>
}

export function fakeHouse(answer: House['answer'] = () => undefined): House {
  const waiting: ((event: PlatformEvent) => void)[] = []
  const house: House = {
    calls: [],
    events: [],
    fates: [],
    answer,
    nextEvent: () => new Promise((resolve) => waiting.push(resolve)),
    async call(call) {
      house.calls.push(call)
      return house.answer(call)
    },
    async event(event) {
      house.events.push(event)
      waiting.shift()?.(event)
    },
    async settle(_call, fate) {
      house.fates.push(fate)
    },
  }
  return house
}

export function saying(view: Partial<View>, refused = false): Answer {
  return { view: { text: [], ...view }, locale: 'en', refused }
}
