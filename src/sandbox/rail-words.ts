/** What a person did and what was shown, in the few words that an entry of the rail has room for. */
import type { Action, GivenFile, Outcome } from './contract.js'
import { messageKey } from './page/message-key.js'
import type { RailEntry, RailMessage } from './page-contract.js'
import { oneLine, type Readable } from './readable.js'
import { kindOf, saidBy, wordsIn } from './storm-told.js'

/** Characters of a text in an entry. */
const TEXT_MAX = 160

const cut = (text: string): string => oneLine(text, TEXT_MAX)

type Part = Record<string, unknown>

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** `label` is that of the button, where there is one. */
export function wordsOf(action: Action, label: string | undefined): string {
  switch (action.do) {
    case 'say':
      return cut(action.text)
    case 'command': {
      const options = Object.entries(action.options).map(([name, value]) => `${name}:${value}`)
      return cut(['/', [action.name, ...options].join(' ')].join(''))
    }
    case 'press':
      return cut(label ?? action.data)
    case 'submit':
      return cut(Object.values(action.values).flat().join(', '))
    case 'open':
    case 'bring':
      return cut(`/start ${action.payload}`)
    default:
      return ''
  }
}

/** The files that were given along. */
export function filesOf(action: Action): NonNullable<RailEntry['files']> {
  const given =
    action.do === 'say'
      ? [action.file]
      : action.do === 'command' || action.do === 'submit'
        ? Object.values<GivenFile | GivenFile[]>(action.files ?? {}).flat()
        : []
  return given.flatMap((file) =>
    file ? [{ name: cut(file.name), isPicture: file.type.startsWith('image/') }] : [],
  )
}

/** `1claim:6f3k…` is a press of `claim`; `/claim@bot x` a typed one. */
export function commandOf(action: Action, native: unknown): string | undefined {
  if (action.do === 'command') return action.name.split(' ')[0]
  if (action.do === 'say') return /^\/([a-z0-9_]{1,32})/i.exec(action.text)?.[1]?.toLowerCase()
  if (action.do === 'open' || action.do === 'bring') return 'start'
  const data = action.do === 'press' ? action.data : action.do === 'submit' ? customIdOf(native) : undefined
  return data === undefined ? undefined : /^\d([a-z][a-z0-9_-]*)(?::|$)/.exec(data)?.[1]
}

function customIdOf(native: unknown): string | undefined {
  const data = isPart(native) && isPart(native.data) ? native.data : {}
  return typeof data.custom_id === 'string' ? data.custom_id : undefined
}

/** The label of the button with this data, anywhere in a message of either platform. */
export function labelIn(part: unknown, data: string): string | undefined {
  if (Array.isArray(part)) {
    for (const one of part) {
      const label = labelIn(one, data)
      if (label !== undefined) return label
    }
    return undefined
  }
  if (!isPart(part)) return undefined
  if (part.callback_data === data || part.custom_id === data) return String(part.text ?? part.label ?? data)
  return labelIn([part.reply_markup, part.inline_keyboard, part.components, part.accessory], data)
}

/** The key of the message by which something was said, in an update of Telegram. */
export function saidAs(native: unknown): string | undefined {
  const { message } = isPart(native) ? native : {}
  return isPart(message) ? messageKey(message) : undefined
}

/** The topic that a native message of Telegram is in, where it names one. */
export function threadOf(message: unknown): string | undefined {
  const { message_thread_id } = isPart(message) ? message : {}
  return message_thread_id === undefined ? undefined : String(message_thread_id)
}

/** The first words of a native message. */
export function firstWords(message: unknown): Said {
  const { text, caption } = isPart(message) ? message : {}
  const plain = [text, caption].find((one) => typeof one === 'string')
  return plain === undefined ? said(wordsIn(message, TEXT_MAX)) : { text: cut(String(plain)) }
}

/** What was seen at once, where it was anything to read. */
export function seenOf(outcome: Outcome): RailEntry['seen'] {
  const kind = kindOf(outcome)
  if (kind === 'silent' || kind === 'timeout' || kind === 'impossible') return undefined
  return { kind, ...said(saidBy(outcome, TEXT_MAX)) }
}

type Said = Pick<RailMessage, 'text' | 'moments'>

const said = ({ text, moments }: Readable): Said => (moments.length > 0 ? { text, moments } : { text })

/** The message that this one answers, by its key (`page/message-key.ts`). */
export function repliedTo(message: unknown): string | undefined {
  const { reply_to_message, message_reference } = isPart(message) ? message : {}
  if (isPart(reply_to_message)) return messageKey(reply_to_message)
  return isPart(message_reference) ? String(message_reference.message_id ?? '') : undefined
}
