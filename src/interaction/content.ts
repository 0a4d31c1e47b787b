/** What an outbox row carries: words that are ready, or the name of a card that is drawn when it is sent. */
import type { View } from './view.js'

export type Content =
  | { kind: 'view'; view: View; locale: string; replyTo?: string; thread?: string }
  /** Drawn at the moment of sending, so that a card under a storm always shows the newest state. */
  | { kind: 'card'; card: number }
