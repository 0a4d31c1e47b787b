/** When a life of the app is cut short: aimed at a kind of moment, so that rare kinds get their share. */
import type { History } from './history.js'

/** `point`: where the scheduler picks. `mark`: a crashpoint in the code. `request`: with one under way. */
export type Moment = 'point' | 'statement' | 'mark' | 'request'

/** How many moments of a kind a life may pass at most before the one it ends at. */
const REACH: Record<Moment, number> = { point: 1200, statement: 900, mark: 120, request: 25 }
/** Points of a life that count as its start. */
const START_REACH = 60

export interface Crashes {
  /** A new life begins. */
  aim(): void
  /** Whether the life ends here. */
  strikes(moment: Moment): boolean
}

export function crashesOf(history: History): Crashes {
  const chance = history.chance('crashes')
  let target: { moment: Moment; left: number } | undefined
  return {
    aim() {
      const { crashes, crashesAtStart } = history.mood
      target = undefined
      if (chance.happens(crashesAtStart)) target = { moment: 'point', left: chance.between(1, START_REACH) }
      else if (chance.happens(Math.sqrt(crashes))) {
        const moment = chance.pick(['point', 'statement', 'mark', 'request'] as const)
        target = { moment, left: chance.between(1, REACH[moment]) }
      }
    },
    strikes(moment) {
      if (target?.moment !== moment || history.mood.crashes + history.mood.crashesAtStart === 0) return false
      target.left -= 1
      return target.left === 0
    },
  }
}
