/** What the page's server and the page agree on about the ways of updates. Types only. */

import type { Reason } from './reasons.js'

/** By which way updates come to the bot. */
export interface Transports {
  telegram: 'polling' | 'webhook'
  discord: 'gateway' | 'http'
}

/**
 * Answer of `GET /api/transport` and `POST /api/transport`; server-sent event `transport`. A change stops the
 * bot in good order and starts it with other settings; the answer to the POST comes when that has begun.
 */
export interface TransportStatus extends Transports {
  /** Until the bot runs with these settings. */
  switching: boolean
  /** Where the bot itself listens: `http://127.0.0.1:20123`. */
  address?: string
  /** Why the change came to nothing: the bot runs as before. */
  problem?: Reason
}

/** Body of `POST /api/transport`. */
export type TransportRequest = Partial<Transports>
