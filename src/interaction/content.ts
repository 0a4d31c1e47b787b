/** What an outbox row carries: words that are ready, or the name of a card that is drawn when it is sent. */
import type { Text } from '../kit/text.js'
import type { Deed } from '../storage/deed.js'
import type { View } from './view.js'

export type Content =
  | { kind: 'view'; view: View; locale: string; replyTo?: string; thread?: string }
  /** By e-mail, to the account's address. `member`: who is told in chat when it cannot be delivered. */
  | { kind: 'letter'; subject: Text; text: Text[]; locale: string; member: number }
  /** Drawn at the moment of sending, so that a card under a storm always shows the newest state. */
  | { kind: 'card'; card: number }
  /** No message: something is done there. */
  | { kind: 'deed'; deed: Deed }
