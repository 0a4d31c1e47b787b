/** A person in a room of a platform, who types, presses what is seen and reads what comes, as people do. */
import type { Speech } from '../../src/i18n/speech.js'
import type { Action, GivenFile, Outcome, SandboxPlatform } from '../../src/sandbox/contract.js'
import { messageKey } from '../../src/sandbox/page/message-key.js'
import type { Rig } from './rig.js'

/** A button, or an option of a menu. */
export interface Pressable {
  label: string
  /** callback_data, link or custom_id. */
  data: string
  /** The option of a menu. */
  values?: string[]
  disabled: boolean
}

export interface Seen {
  id: string
  text: string
  buttons: Pressable[]
}

/** ms for anything that does come; on a busy machine too. */
export const PATIENCE_MS = 15_000

/**
 * Resolves with the first value other than undefined that `probe` finds, now or after something has happened
 * on the platform. Rejects after `ms` with `what` was waited for and what `hint` tells.
 */
export function eventually<T>(
  platform: SandboxPlatform,
  what: string,
  probe: () => T | undefined,
  { ms = PATIENCE_MS, hint = () => '' }: { ms?: number; hint?: () => string } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isLooking = false
    const end = () => {
      clearTimeout(late)
      stop()
    }
    const look = () => {
      isLooking = false
      const found = probe()
      if (found === undefined) return
      end()
      resolve(found)
    }
    // Many things may happen in one turn of the event loop; one look is enough for them.
    const stop = platform.onEvent(() => {
      if (!isLooking) setImmediate(look)
      isLooking = true
    })
    const late = setTimeout(() => {
      end()
      reject(new Error(`${what} did not come in ${ms} ms on ${platform.name}\n${hint()}`))
    }, ms)
    look()
  })
}

export interface Seat {
  readonly person: string
  readonly room: string
  /** Types a text; on Telegram `/words` are a command. */
  type(text: string, replyTo?: string): Promise<void>
  /** Sends a file, with a caption. */
  attach(file: GivenFile, text?: string): Promise<void>
  /** A slash command (Discord). */
  slash(name: string, options?: Record<string, string | number | boolean>): Promise<Outcome>
  /** Presses the newest button in sight whose label holds `label`, and whose call holds `about`. */
  press(label: string, about?: string): Promise<Outcome>
  /** Fills in the modal that was opened last (Discord). */
  fill(values: Record<string, string | string[]>, files?: Record<string, GivenFile[]>): Promise<Outcome>
  /** The newest message, toast or reply in sight that holds every one of `parts`; waits for it. */
  sees(...parts: (string | RegExp)[]): Promise<Seen>
  /** All that is in sight, the newest first. */
  newest(): Seen[]
}

export function seatOf(platform: SandboxPlatform, person: string, room: string): Seat {
  const toasts: Seen[] = []
  let modal: string | undefined
  const inSight = () => [...toasts, ...platform.history(room, person).map(seenOf)].reverse()
  const act = async (action: Action): Promise<Outcome> => {
    const outcome = await platform.act(person, action)
    if (outcome.kind === 'toast' && outcome.text !== '') toasts.push(toast(outcome.text))
    if (outcome.kind === 'modal') modal = outcome.modal
    if (outcome.kind === 'impossible') throw new Error(`${person} cannot do that: ${outcome.reason.code}`)
    return outcome
  }
  return {
    person,
    room,
    async type(text, replyTo) {
      await act({ do: 'say', room, text, ...(replyTo === undefined ? {} : { replyTo }) })
    },
    async attach(file, text = '') {
      await act({ do: 'say', room, text, file })
    },
    slash: (name, options = {}) => act({ do: 'command', room, name, options }),
    async press(label, about = '') {
      const { message, button } = await eventually(
        platform,
        `a button “${label}” for ${person}`,
        () => findButton(inSight(), label, about),
        { hint: () => shown(inSight()) },
      )
      const chosen = button.values ? { values: button.values } : {}
      return act({ do: 'press', room, message: message.id, data: button.data, ...chosen })
    },
    fill: (values, files = {}) => act({ do: 'submit', room, modal: modal ?? '', values, files }),
    sees: (...parts) =>
      eventually(
        platform,
        `“${parts.join('” and “')}” for ${person}`,
        () => inSight().find(({ text }) => parts.every((part) => holds(text, part))),
        { hint: () => shown(inSight()) },
      ),
    newest: inSight,
  }
}

/** A person in their private chat on Telegram. */
export function privately(rig: Rig, person: string): Seat {
  return seatOf(rig.telegram, person, String(rig.community.person(person).telegram.id))
}

/** Words without parameters, as a seat shows them in this language. */
export function plainWords(speech: Speech): (locale: string, key: string) => string {
  return (locale, key) => withoutLook(speech.plain(locale, { key }))
}

function findButton(
  messages: Seen[],
  label: string,
  about: string,
): { message: Seen; button: Pressable } | undefined {
  for (const message of messages) {
    const isWanted = (one: Pressable) =>
      one.label.includes(label) && one.data.includes(about) && !one.disabled
    const button = message.buttons.find(isWanted)
    if (button) return { message, button }
  }
  return undefined
}

function holds(text: string, part: string | RegExp): boolean {
  return typeof part === 'string' ? text.includes(part) : part.test(text)
}

function toast(text: string): Seen {
  return { id: '', text: withoutLook(text), buttons: [] }
}

/** For the message of a failure. */
function shown(messages: Seen[]): string {
  const newest = messages.slice(0, 6)
  return newest.map(({ text, buttons }) => `${text}\n  [${buttons.map(({ label }) => label)}]`).join('\n--\n')
}

interface Native {
  text?: string
  content?: string
  label?: string
  url?: string
  custom_id?: string
  callback_data?: string
  disabled?: unknown
  title?: string
  description?: string
  options?: { label: string; value: string }[]
  components?: Native[]
  component?: Native
  embeds?: Native[]
  reply_markup?: { inline_keyboard?: Native[][] }
}

/** A native message of either platform, as words and things to press. */
export function seenOf(message: unknown): Seen {
  const native = message as Native
  return { id: messageKey(native), text: textOf(native), buttons: buttonsOf(native) }
}

/** The text that an outcome of a press or a command shows; empty when there is none. */
export function toldBy(outcome: Outcome): string {
  if (outcome.kind === 'toast') return withoutLook(outcome.text)
  return outcome.kind === 'message' ? textOf(outcome.message as Native) : ''
}

function textOf(native: Native): string {
  const { text, content, title, description, embeds = [], components = [] } = native
  const own = [content, title, description].filter((one) => one !== undefined && one !== '')
  const parts = [...(text === undefined || native.label ? [] : [text]), ...own]
  const nested = [...embeds, ...components].map(textOf).filter((one) => one !== '')
  return withoutLook([...parts, ...nested].join('\n'))
}

/**
 * Emphasis, escapes, the kind of a space and joints that cannot be seen are looks; the words are what is
 * compared.
 */
function withoutLook(text: string): string {
  return text
    .replace(/\*\*|`/g, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u2060/g, '')
}

function buttonsOf({ reply_markup, components = [] }: Native): Pressable[] {
  const keys = (reply_markup?.inline_keyboard ?? []).flat().map(keyOf)
  return [...keys, ...components.flatMap(componentButtons)]
}

function keyOf({ text = '', callback_data, url, disabled }: Native): Pressable {
  return { label: text, data: callback_data ?? url ?? text, disabled: disabled !== undefined }
}

function componentButtons(native: Native): Pressable[] {
  const { custom_id, label = '', options, disabled, components = [] } = native
  if (custom_id !== undefined && options) {
    return options.map((option) => ({
      label: option.label,
      data: custom_id,
      values: [option.value],
      disabled: disabled === true,
    }))
  }
  if (custom_id !== undefined) return [{ label, data: custom_id, disabled: disabled === true }]
  return components.flatMap(componentButtons)
}
