/**
 * What is done on a platform besides messages, carried by the outbox like them. Each can be done twice: the
 * adapter looks before it acts, and touches what is named and nothing else.
 */
export type Deed = RoleDeed | TagDeed | GroupDeed
/** What is done about the private groups of partners. */
export type GroupDeed = InviteDeed | RevokeDeed | ShowOutDeed

type PlatformWord = 'telegram' | 'discord'

/** A role of a Discord server is given to an account, or taken. */
export interface RoleDeed {
  do: 'role'
  guild: string
  role: string
  account: string
  give: boolean
}

/**
 * A tag of a Telegram supergroup. `tag`: what is to be there, '' for none. `ours`: what we have put there, or
 * may have, for a request whose answer was lost may have had its effect; any other is somebody else's, and
 * stays.
 */
export interface TagDeed {
  do: 'tag'
  chat: string
  account: string
  tag: string
  ours: string[]
}

/**
 * A link into a chat for one person and one use. There is no looking before it: whoever does it twice makes
 * a link that nobody ever sees, which ends by itself.
 */
export interface InviteDeed {
  do: 'invite'
  platform: PlatformWord
  chat: string
  /** By its own number. */
  invite: number
  /** When the link ends, ms since the epoch. */
  until: number
}

/** Such a link is taken back. */
export interface RevokeDeed {
  do: 'revoke'
  platform: PlatformWord
  chat: string
  invite: number
  link: string
}

/** An account is shown out of a chat of Telegram, and may come again with another invitation. */
export interface ShowOutDeed {
  do: 'show-out'
  platform: 'telegram'
  chat: string
  account: string
}

/** A deed on its way out, as the courier hands it over. */
export interface Task {
  key: string
  deed: Deed
}

/**
 * How it went. `done`: it is so now, or was before. `absent`: the account is not there. `foreign`: something
 * of somebody else is there, which was left alone. The rest is a platform's definite no, for staff:
 * `no-right`: we lack the right; `above`: the role, or the person, stands above us; `unknown`: there is no
 * such role; `away`: we are not there ourselves; `unable`: this chat or server cannot do it.
 */
export type DeedOutcome = 'done' | 'absent' | 'foreign' | 'no-right' | 'above' | 'unknown' | 'away' | 'unable'

/** The place that a deed is about, natively. */
export function placeOfDeed(deed: RoleDeed | TagDeed): string {
  return deed.do === 'role' ? deed.guild : deed.chat
}
