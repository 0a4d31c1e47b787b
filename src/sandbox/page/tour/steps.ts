/**
 * The guided first minute: what to do, as whom, and the exact words to type. What only one person sees is in
 * that person's language, so the tour goes with people who speak the page's.
 */
import type { Action, Outcome } from '../../contract.js'
import type { PlatformName } from '../../page-contract.js'
import { CAST } from '../kit/cast.js'
import type { Language } from '../kit/words.js'

/** One button of a step: become somebody, and have the words put into the composer. */
export interface Help {
  platform: PlatformName
  person: string
  /** Left out, the button only changes the person. */
  text?: string
}

/** The steps in their order: keys of their words. */
const KEYS = ['drop', 'claim', 'discord', 'storm', 'verify'] as const
export type StepKey = (typeof KEYS)[number]

export interface Step {
  key: StepKey
  helps: Help[]
}

export function stepsIn(language: Language): readonly Step[] {
  const { host, guest } = CAST[language]
  const helps: Partial<Record<Step['key'], Help[]>> = {
    drop: [{ platform: 'telegram', person: host, text: '/redpacket 50 20' }],
    claim: [{ platform: 'telegram', person: guest }],
    discord: [
      { platform: 'discord', person: host, text: '/redpacket amount:50 shares:20' },
      { platform: 'discord', person: guest },
    ],
  }
  return KEYS.map((key) => ({ key, helps: helps[key] ?? [] }))
}

export interface Deed {
  platform: PlatformName
  action: Action
  outcome: Outcome
}

/** The step that something was, whichever is asked for; undefined when it was none or came to nothing. */
export function stepOf({ platform, action, outcome }: Deed): StepKey | undefined {
  if (outcome.kind === 'impossible' || outcome.kind === 'timeout') return undefined
  if (action.do === 'press') return pressedStep(platform, action.data)
  const command = action.do === 'say' ? /^\/([a-z]+)/.exec(action.text)?.[1] : nameOf(action)
  if (command === 'verify') return 'verify'
  return platform === 'telegram' && command === 'redpacket' ? 'drop' : undefined
}

const nameOf = (action: Action): string | undefined => (action.do === 'command' ? action.name : undefined)

function pressedStep(platform: PlatformName, data: string): StepKey | undefined {
  if (data.includes('verify:')) return 'verify'
  if (!data.includes('claim:')) return undefined
  return platform === 'telegram' ? 'claim' : 'discord'
}

/** What is remembered of the tour. */
export interface TourState {
  /** Index of the step that is shown, one beyond the last when all are done, or -1 when it was put away. */
  tour: number
  /** Steps that were done, in whatever order. */
  tourDone: readonly StepKey[]
}

/** The state out of what a browser has kept, which may be of an earlier version, or anything. */
export function tourFrom(kept: { tour?: unknown; tourDone?: unknown }): TourState {
  const tour = Math.trunc(Number(kept.tour ?? 0))
  const isOne = Number.isInteger(tour) && tour >= -1 && tour <= KEYS.length
  const done = Array.isArray(kept.tourDone) ? kept.tourDone : []
  return { tour: isOne ? tour : 0, tourDone: KEYS.filter((key) => done.includes(key)) }
}

/** After a step was done: what is shown goes on when that was it, to the next that is not done yet. */
export function tourAfter({ tour, tourDone }: TourState, key: StepKey): TourState {
  const done = KEYS.filter((one) => one === key || tourDone.includes(one))
  return { tour: KEYS[tour] === key ? nextOpen(done, tour) : tour, tourDone: done }
}

/** Taken out again: where it was left; from the beginning when all is done. */
export function tourReopened({ tourDone }: TourState): TourState {
  return tourDone.length === KEYS.length
    ? { tour: 0, tourDone: [] }
    : { tour: nextOpen(tourDone, -1), tourDone }
}

/** The next step after `index` that is not done, or the first of those before it; else beyond the last. */
function nextOpen(done: readonly StepKey[], index: number): number {
  const open = KEYS.flatMap((key, at) => (done.includes(key) ? [] : [at]))
  return open.find((at) => at > index) ?? open[0] ?? KEYS.length
}
