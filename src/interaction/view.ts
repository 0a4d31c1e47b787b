/**
 * What goes out: plain data that both platforms render. It carries keys and parameters, never prose, and it
 * survives JSON (see `kit/json.ts` for bigint), because views wait in the outbox.
 */
import type { Text } from '../kit/text.js'

/** A call with its arguments filled in, as a button carries it. `press.ts` packs it into 64 bytes. */
export interface Press {
  command: string
  /** Values by argument name, as text. */
  values: Record<string, string>
}

export type ButtonStyle = 'primary' | 'success' | 'danger' | 'plain'

export type Button =
  | { kind: 'press'; label: Text; press: Press; style?: ButtonStyle; disabled?: boolean }
  | { kind: 'link'; label: Text; url: string }
  /**
   * Copies `text` (1–256 characters). Where the platform cannot, the text is shown as code in the message.
   */
  | { kind: 'copy'; label: Text; text: string }
  /**
   * Opens the private chat with the bot, arriving as `opened` with this payload (1–64 of A-Z a-z 0-9 _ -).
   */
  | { kind: 'private'; label: Text; payload: string }
  /** Opens the field of a form for typing: a modal on Discord, a forced reply on Telegram. */
  | { kind: 'type'; label: Text; field: Field; press: Press }

/** One argument as a person fills it in. */
export interface Field {
  /** Argument name. */
  name: string
  /** The question, for example "How much in all?". */
  label: Text
  /** What a good answer looks like. */
  hint?: Text
  /** Closed choices; the value is what is stored. */
  choices?: { value: string; label: Text }[]
  /** Answers offered as buttons beside typing. */
  suggestions?: string[]
  value?: string
  required: boolean
  /** Long text: a paragraph input. */
  long?: boolean
  /** Characters, for the modal's own check. */
  maxLength?: number
}

/** Several fields asked at once. Rendered as a modal where the platform has them and the call allows it. */
export interface FormView {
  /** Comes back as `submitted.form`. Same packing as a press. */
  press: Press
  title: Text
  /** At most 5. */
  fields: Field[]
}

export interface View {
  /** Paragraphs, one to a line. */
  text: Text[]
  rows?: Button[][]
  /** Left bar or mood of the message, where the platform has one. */
  tone?: 'info' | 'success' | 'warning' | 'refusal' | 'gift'
  /** Who may see it in a group. Default: the actor alone. */
  audience?: 'everyone' | 'actor'
  /** Said in this language and not in the reader's: the answer to choosing one. */
  locale?: string
  /** Replaces the message whose button was pressed, instead of adding one. */
  replace?: boolean
  /** Wants a modal if the platform can open one now; `text` and `rows` are the way without. */
  form?: FormView
  /** The next free text of this person here answers this field (Telegram: force_reply). */
  awaits?: Field
  /** A picture above the text: PNG by a stable name that a port resolves (none yet in this issue). */
  picture?: string
}

/** A view and the language of whoever reads it. */
export interface Answer {
  view: View
  locale: string
  /** Told by a refusal or a mistake: an alert rather than a toast. */
  refused: boolean
}
