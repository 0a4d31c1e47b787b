/** What every command of the operator works with. */
import type { Config } from '../config.js'
import type { Log } from '../kit/log.js'
import type { World } from '../kit/world.js'

export interface Desk {
  config: Config
  world: World
  log: Log
  /** One line for the operator. */
  say(line: string): void
}

/** The command did its work, and the answer is no. */
export const ANSWER_IS_NO = 1
