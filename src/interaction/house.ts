/** What the dispatcher is given, and the shapes that travel through it. */
import type { Speech } from '../i18n/speech.js'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'
import type { Storage } from '../storage/storage.js'
import type { Account, Call, Place, Standing, Survey } from './call.js'
import type { Catalogue } from './catalogue.js'
import type { AnyCommand, Cooldown } from './command.js'
import type { Intent } from './decode.js'
import type { Roster } from './roster.js'

export interface House {
  storage: Storage
  world: World
  log: Log
  speech: Pick<Speech, 'choose' | 'has' | 'fallback'>
  catalogue: Catalogue
  roster: Roster
  /** Asks the platform; never throws. */
  standing(account: Account, place: Place): Promise<Standing>
  /** How large a group is; undefined when the platform cannot tell; never throws. */
  survey(place: Place): Promise<Survey | undefined>
  /** Tells the courier that something was queued. */
  wake(): void
}

/** A call and what it means. */
export interface Arrival {
  call: Call
  intent: Intent
  cooldown?: Cooldown
  /** Typed calls of this person here that were too fast before this one: its answer says so. */
  missed?: number
}

/** A call of a command that takes a list, with all its arguments. */
export interface HotArrival extends Arrival {
  command: AnyCommand
  args: Record<string, unknown>
}
