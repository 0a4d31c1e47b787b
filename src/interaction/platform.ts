/** The port that Telegram and Discord implement. They do not know what a packet is. */
import type { Text } from '../kit/text.js'
import type { DeedOutcome, Task } from '../storage/deed.js'
import type {
  Account,
  Call,
  Noticed,
  Overheard,
  Place,
  PlatformEvent,
  PlatformName,
  Standing,
  Survey,
} from './call.js'
import type { Answer, View } from './view.js'

export type {
  InviteDeed,
  RevokeDeed,
  RoleDeed,
  ShowOutDeed,
  TagDeed,
  Task,
} from '../storage/deed.js'

/**
 * What the house offers to an adapter. Resolves after the commit; rejects only with an `Outage` for a typed
 * call, of which nothing was kept: the platform must be made to deliver it again.
 */
export interface Intake {
  /** The answer to hand back, or undefined when the outbox carries it or there is nothing to say. */
  call(call: Call): Promise<Answer | undefined>
  event(event: PlatformEvent): Promise<void>
  /**
   * Tells what became of the answer to a press, where it did not get through at once. Rejects with an
   * `Outage`: it is not kept.
   */
  settle(call: Call, fate: Fate): Promise<void>
  /** Somebody wrote in a group; counted in memory and never waited for. Left out: nobody counts. */
  overhear?(heard: Overheard): void
  /**
   * Somebody came into a group or went. Resolves when it is kept, where it counts at all; rejects with an
   * `Outage`: it is not kept. Left out: nobody looks.
   */
  notice?(noticed: Noticed): Promise<void>
}

/**
 * `slow`: it is still under way, so the outbox keeps it, and sends it unless it was `told` soon. `lost`: it
 * did not get through, or nobody knows, so the outbox sends it now.
 */
export type Fate = 'slow' | 'lost' | 'told'

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

/** A letter on its way out. */
export interface Letter {
  /** Stable for this letter: its Message-ID comes from it. */
  key: string
  /** One e-mail address. */
  to: string
  subject: Text
  text: Text[]
  locale: string
}

/** What carries rows of the outbox. Throws a {@link DeliveryError}. */
export interface Carrier {
  deliver(what: Delivery | Letter): Promise<Delivered>
  /** Does one deed. Platforms alone can. */
  perform?(task: Task): Promise<Performed>
}

/**
 * ms that one delivery may take, with all the requests it needs, and the answer to a press likewise; what is
 * left of the courier's lease is for writing down how it went.
 */
export const DELIVERY_MS = 30_000

/** Native id of what was sent, when the platform gives one that can be edited later. */
export interface Delivered {
  message?: string
}

/** How a deed went. */
export interface Performed {
  outcome: DeedOutcome
  /** Of an invitation that was made: where it leads in. */
  link?: string
}

/**
 * Why a delivery failed, in the courier's words.
 * `later`: not applied, try again after `retryAfter` ms; `everything` says the whole bot must pause.
 * `unknown`: the request may have been applied, nobody can tell.
 * `unreachable`: this recipient or chat is gone for now (blocked, kicked, deleted).
 * `waits`: the person has no private chat with us; they were told in the group that it waits for them there.
 * `forbidden`: the chat is there, but this message may not be sent (a closed topic, a missing right).
 * `gone`: the message to edit is not there any more.
 * `invalid`: we sent something the platform refuses; a Mistake of ours.
 * `moved`: the chat has a new id.
 * `unauthorised`: the token is revoked: stop.
 */
export type DeliveryFailure =
  | { kind: 'later'; retryAfter: number; everything: boolean }
  | {
      kind: 'unknown' | 'unreachable' | 'waits' | 'forbidden' | 'gone' | 'invalid' | 'unauthorised'
      detail: string
    }
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
  type: 'text' | 'integer' | 'choice' | 'flag' | 'file'
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
   * Sends or edits one message, or throws a {@link DeliveryError}, within {@link DELIVERY_MS} or a little
   * more. The courier is the only caller and the only retrier.
   */
  deliver(delivery: Delivery): Promise<Delivered>
  /**
   * Does one deed, or finds it done, as `deliver` sends: a definite no is an outcome, and what may be tried
   * again or is in doubt a {@link DeliveryError}.
   */
  perform(task: Task): Promise<Performed>
  /** Asks the platform about an account in a place. Answers `unknown` when it cannot tell; never throws. */
  standing(account: Account, place: Place): Promise<Standing>
  /** Asks the platform about a group. Undefined when it cannot tell; never throws. */
  survey(place: Place): Promise<Survey | undefined>
  /**
   * The bytes of a file that was sent to us, by its {@link SentFile.native}; undefined when the platform has
   * it no more, or it has more than `most` bytes. Throws an Outage.
   */
  download(native: string, most: number): Promise<Uint8Array | undefined>
  /** Registers commands and menus in every language; only what differs is sent. */
  publish(listings: Listing[]): Promise<void>
  /** How people reach the private chat: `https://t.me/<bot>?start=` and the like; undefined before start. */
  privateLink(payload: string): string | undefined
}
