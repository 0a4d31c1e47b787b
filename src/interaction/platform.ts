/** The port that Telegram and Discord implement. They do not know what a packet is. */
import type { Account, Call, Place, PlatformEvent, PlatformName, Standing } from './call.js'
import type { Answer, View } from './view.js'

/**
 * What the house offers to an adapter. Resolves after the commit; rejects only with an `Outage` for a typed
 * call, of which nothing was kept: the platform must be made to deliver it again.
 */
export interface Intake {
  /** The answer to hand back, or undefined when the outbox carries it or there is nothing to say. */
  call(call: Call): Promise<Answer | undefined>
  event(event: PlatformEvent): Promise<void>
}

/** A message on its way out, as the courier hands it over. */
export interface Delivery {
  /** Stable for this message: becomes Discord's enforced nonce. */
  key: string
  place: Place
  /**
   * Set for a private receipt that answers a call in a group; the adapter finds the most private way there
   * is.
   */
  recipient?: Account
  /** Native id of the message to edit; without it a new one is sent. */
  edit?: string
  /** Native id of the message this answers. */
  replyTo?: string
  view: View
  locale: string
}

/** Native id of what was sent, when the platform gives one that can be edited later. */
export interface Delivered {
  message?: string
}

/**
 * Why a delivery failed, in the courier's words (page 7 section 5).
 * `later`: not applied, try again after `retryAfter` ms; `everything` says the whole bot must pause.
 * `unknown`: the request may have been applied, nobody can tell.
 * `unreachable`: this recipient or chat is gone for now (blocked, kicked, deleted).
 * `gone`: the message to edit is not there any more.
 * `invalid`: we sent something the platform refuses; a Mistake of ours.
 * `moved`: the chat has a new id.
 * `unauthorised`: the token is revoked: stop.
 */
export type DeliveryFailure =
  | { kind: 'later'; retryAfter: number; everything: boolean }
  | { kind: 'unknown' | 'unreachable' | 'gone' | 'invalid' | 'unauthorised'; detail: string }
  | { kind: 'moved'; to: string }

export class DeliveryError extends Error {
  readonly failure: DeliveryFailure

  constructor(failure: DeliveryFailure) {
    super('detail' in failure ? `delivery ${failure.kind}: ${failure.detail}` : `delivery ${failure.kind}`)
    this.name = 'DeliveryError'
    this.failure = failure
  }
}

/** One command as menus and registrations show it; derived from the catalogue, never written twice. */
export interface Listing {
  name: string
  /** Shown where: everybody's menu, private chats, groups, chat admins. */
  scope: 'everywhere' | 'private' | 'group' | 'admins'
  /** Description per locale, plain. */
  description: Record<string, string>
  arguments: ListedArgument[]
}

export interface ListedArgument {
  name: string
  type: 'text' | 'integer' | 'choice' | 'flag'
  required: boolean
  /** Localized name and description. Names fit Discord: 1–32, lower case, no spaces. */
  label: Record<string, string>
  description: Record<string, string>
  choices?: { value: string; label: Record<string, string> }[]
  min?: number
  max?: number
  maxLength?: number
}

export interface Platform {
  readonly name: PlatformName
  /**
   * Begins to receive and resolves when the platform has accepted us. Fails with a `StartError` that says in
   * one line what to do (bad token, second poller …). `fatal` reports the same kind of end later on.
   */
  start(intake: Intake, fatal: (error: Error) => void): Promise<void>
  /** Stops receiving, waits for the calls in hand, keeps sending possible until `close`. */
  stop(): Promise<void>
  close(): Promise<void>
  /**
   * Sends or edits one message, or throws a {@link DeliveryError}. The courier is the only caller and the
   * only retrier.
   */
  deliver(delivery: Delivery): Promise<Delivered>
  /** Asks the platform about an account in a place. Answers `unknown` when it cannot tell; never throws. */
  standing(account: Account, place: Place): Promise<Standing>
  /** Registers commands and menus in every language; only what differs is sent. */
  publish(listings: Listing[]): Promise<void>
  /** How people reach the private chat: `https://t.me/<bot>?start=` and the like; undefined before start. */
  privateLink(payload: string): string | undefined
}
