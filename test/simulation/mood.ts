/** How rough a history is: the probabilities of its faults, by its seed. Some are calm, some brutal. */
import type { Chance } from './chance.js'

export interface Mood {
  /** How often a life of the app is cut short; 0 never, 1 in most of its lives. */
  crashes: number
  /** Of a crash: that the next life is cut short while it starts. */
  crashesAtStart: number
  /** Of a request to a platform: the answer is lost after the effect. */
  lost: number
  /** The request is lost before the effect. */
  cut: number
  /** 5xx before the effect. */
  broken: number
  /** 429. */
  limited: number
  /** The answer takes many seconds. */
  stalled: number
  /** Of an update: comes twice at once, or again later. */
  twice: number
  /** The acknowledgement of an update is lost. */
  unacknowledged: number
  /** Of an event of Discord: never comes. */
  never: number
  /** Of a commit: the disk is full. */
  full: number
  /** Of a question about a person: nobody can tell. */
  unsure: number
  /** Jumps of the machine's clock in a minute. */
  jumps: number
  /** Of a downtime: it lasts for hours or days. */
  away: number
}

export const CALM: Mood = {
  crashes: 0,
  crashesAtStart: 0,
  lost: 0,
  cut: 0,
  broken: 0,
  limited: 0,
  stalled: 0,
  twice: 0,
  unacknowledged: 0,
  never: 0,
  full: 0,
  unsure: 0,
  jumps: 0,
  away: 0,
}

/** The worst each can be. */
const BRUTAL: Mood = {
  crashes: 1,
  crashesAtStart: 0.4,
  lost: 0.25,
  cut: 0.15,
  broken: 0.2,
  limited: 0.2,
  stalled: 0.05,
  twice: 0.3,
  unacknowledged: 0.25,
  never: 0.2,
  full: 0.03,
  unsure: 0.2,
  jumps: 3,
  away: 0.08,
}

/** One seed in eight is calm throughout. */
const CALM_SEEDS = 0.125
/** Of a fault in a seed that is not calm: it does not happen in this one. A clock that jumps is waited for
 * a quarter of an hour at the end, so it is rarer. */
const LEFT_OUT = 0.3
const LEFT_OUT_JUMPS = 0.8

export function moodOf(chance: Chance): Mood {
  const isCalm = chance.happens(CALM_SEEDS)
  const mood = { ...CALM }
  for (const name of Object.keys(BRUTAL) as (keyof Mood)[]) {
    const drawn = chance.happens(name === 'jumps' ? LEFT_OUT_JUMPS : LEFT_OUT)
      ? 0
      : BRUTAL[name] * chance.real() ** 1.5
    mood[name] = isCalm ? 0 : drawn
  }
  return mood
}
