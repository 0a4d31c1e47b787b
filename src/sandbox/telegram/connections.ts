/** How the bot gets its updates: it asks for them, or they are sent to it. */
import type { Polling } from './polling.js'
import type { Webhook } from './webhook.js'

export interface Connections {
  polling: Polling
  webhook: Webhook
  /** Milliseconds since 1970 from which the next setWebhook is taken: one a second. */
  nextSetWebhook: number
}
