/** How the house knows people and chats; `core/members` answers it. */
import type { Work } from '../storage/storage.js'
import type { Account, Place } from './call.js'

export interface Meeting {
  account: Account
  place: Place
}

/** A person and the chat they were met in. */
export interface Met {
  member: number
  /** Chosen by the person, or null. */
  language: string | null
  /** None while they are stopped. */
  roles: readonly string[]
  /** Why they are stopped, while they are; see {@link Actor.stopped}. */
  stopped?: string
  /** When this house first met the account, ms since the epoch. */
  firstMet: number
  chat: MetChat
}

export interface MetChat {
  id: number
  title: string
  kind: 'private' | 'group'
  language: string | null
}

export interface Roster {
  /** Recognises everyone, making rows for newcomers; answers in the order asked. */
  recognise(work: Work, meetings: readonly Meeting[]): Promise<Met[]>
  /** The person behind an account, when there is one. Only looks. */
  memberOf(work: Work, account: Account): Promise<number | undefined>
  /** A chat by its own number, with its place on the platform. */
  chat(work: Work, id: number): Promise<MetChat & { place: Place }>
  /**
   * Where a chat is, and the person's account on its platform: what is needed to ask how they stand there.
   * Undefined where there is none of either. Only looks.
   */
  reach(work: Work, account: Account, chat: number): Promise<Meeting | undefined>
  /** The same of a person, wherever they are. */
  find(work: Work, member: number, chat: number): Promise<Meeting | undefined>
  /**
   * Throws an Again, so that the unit runs once more, where the person has become one with another meanwhile.
   */
  assertStillOne(work: Work, member: number): Promise<void>
  /** A person was met in a group other than by a storm's press. */
  sighted(work: Work, member: number, chat: number): Promise<void>
}
