/** One interaction from its sending to the end of its token. */
import type { APIMessageInteractionMetadata } from 'discord.js'
import type { Outcome } from '../../contract.js'
import type { Channel, Kept, Realm } from '../realm.js'

/** The first answer must come within this (developers/interactions/receiving-and-responding). */
export const ANSWER_WITHIN_MS = 3_000
/** The token of an answered interaction lives this long (same page). */
const TOKEN_LIFE_MS = 15 * 60_000

/**
 * Interactions remembered at most. Discord has no such limit; it bounds what storms of tens of thousands
 * within a quarter of an hour may take of the memory (about 5 kB each).
 */
const INTERACTIONS_KEPT = 30_000

export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: number
  readonly at: number
  /** User id of who did it. */
  readonly user: string
  readonly channel: Channel
  /** The message whose component was used, also of the component behind a modal. */
  readonly message?: Kept
  readonly metadata: APIMessageInteractionMetadata
  /** Name of the command that was used; the apps write it above the answer. */
  readonly command?: string
  state: 'waiting' | 'answered' | 'expired'
  /** Deferred and not yet followed by anything visible. */
  pending?: 'message' | 'update'
  original?: Kept
  /** Messages sent with this token, by id. */
  readonly sent: Map<string, Kept>
  /** Whether the first answer was ephemeral. */
  ephemeral: boolean
  /** Choices of an autocomplete answer. */
  choices?: unknown[]
  /** Tells the person what they see; only the first telling counts. */
  settle(outcome: Outcome): void
  /** Stops the timer that waits for the next sign of the bot. */
  stopWaiting: () => void
}

export const isAlive = (realm: Realm, interaction: Interaction): boolean =>
  realm.clock.now() - interaction.at <= TOKEN_LIFE_MS

/** Forgets interactions whose tokens died; they lie in the map in order of birth. */
export function forgetDead(realm: Realm): void {
  for (const [token, interaction] of realm.interactions) {
    if (realm.interactions.size <= INTERACTIONS_KEPT && isAlive(realm, interaction)) return
    realm.interactions.delete(token)
  }
}
