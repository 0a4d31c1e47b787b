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
  /** An `option` is one of a list of equals, which stand in a select where there are too many for buttons. */
  | { kind: 'press'; label: Text; press: Press; style?: ButtonStyle; disabled?: boolean; option?: boolean }
  | { kind: 'link'; label: Text; url: string }
  /**
   * Copies `text` (1–256 characters). Where the platform cannot, the text is shown as code in the message.
   */
  | { kind: 'copy'; label: Text; text: string }
  /**
   * Opens the private chat with the bot, arriving as `opened` with this payload (1–64 of A-Z a-z 0-9 _ -).
   */
  | { kind: 'private'; label: Text; payload: string }
  /**
   * Brings the bot into a group that the person chooses. On Telegram it arrives there as `opened` with this
   * payload; Discord's link carries none.
   */
  | { kind: 'bring'; label: Text; payload: string }
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
  /** Several of the choices may be taken; the value is `one,other`. */
  several?: boolean
  /** Answered by a file and not by words. */
  file?: FileKind
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
  /** What the questions are about, above them; takes the place of one field. */
  about?: Text[]
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
  /**
   * Shown above the text, at most {@link FILES_MOST}. A view with files never takes the place of a message,
   * and an edit of a card leaves the files of its post as they are.
   */
  files?: ViewFile[]
}

/** A picture is seen at once (PNG, JPEG, WebP); a document is for opening. */
export type FileKind = 'picture' | 'document'

/** Files of one view. Source: Discord, items of a media gallery. */
export const FILES_MOST = 10

/** A file by what it shows: its bytes are made or fetched when it is sent, for views wait in the outbox. */
export interface ViewFile {
  kind: FileKind
  /** As people save it, with its extension. */
  name: string
  /** What a picture shows, for whoever cannot see it. */
  about?: Text
  from: FileOrigin
}

export type FileOrigin =
  /** Drawn or written by a maker of the catalogue from what is stored about the subject, as cards are. */
  | { maker: string; subject: string }
  /** Sent to us by a person: the id of its row (`received-files.ts`). */
  | { received: string }

/** A view and the language of whoever reads it. */
export interface Answer {
  view: View
  locale: string
  /** Told by a refusal or a mistake: an alert rather than a toast. */
  refused: boolean
  /** The call was answered before, with this; it has come once more. */
  isRepeated?: boolean
}
