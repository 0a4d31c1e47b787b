/**
 * A platform's side of what people say to the bot. Telegram keeps an update until it is
 * acknowledged, for 24 hours (a press: 150 s), in order within a chat (a person, for presses), each queue by
 * itself. Discord gives an interaction once, more than once or never.
 */
import type { Call, PlatformEvent } from '../../src/interaction/call.js'
import type { Intake } from '../../src/interaction/platform.js'
import type { Answer } from '../../src/interaction/view.js'
import type { History } from './history.js'
import type { Life } from './life.js'

export type News = { call: Call } | { event: PlatformEvent }

interface Update {
  news: News
  /** True time. */
  at: number
  lifeMs: number
  attempts: number
}

/** Source of both: the source of telegram-bot-api. */
const MESSAGE_LIFE_MS = 24 * 3_600_000
const PRESS_LIFE_MS = 150_000
/** ms between attempts: at once, then doubling. Same source. */
const AGAIN_FIRST_MS = 2_000
const AGAIN_MOST_MS = 60_000
const TRAVEL = { least: 2, most: 150 }
/** ms after which a second copy of an update comes. */
const COPY_MOST_MS = 20_000
/** ms that Discord keeps what a gateway missed, for a resume. */
const RESUME_MS = 60_000

export interface Inward {
  /** Somebody says something. */
  takes(news: News): void
  /** A life listens. */
  attach(life: Life, intake: Intake): void
  detach(): void
  /** Nothing waits any more. */
  isIdle(): boolean
}

export interface InwardOptions {
  name: 'telegram' | 'discord'
  history: History
  /** The app has answered, or has taken the news without a word. */
  answered(news: News, answer: Answer | undefined): void
  /** The platform takes it for done and will not bring it again. */
  acknowledged(news: News): void
  /** For a platform that is broken on purpose: takes this for done without bringing it. */
  swallows?(news: News): boolean
}

interface Link {
  life: Life
  intake: Intake
}

/** Hands one over; what it comes to is told when chance says so, unless the life ends first. */
function hand(
  options: InwardOptions,
  { life, intake }: Link,
  news: News,
  ended: (isTaken: boolean) => void,
): void {
  const { history, name } = options
  if (life.passes('request')) return
  history.count.calls += 1
  const taken = 'call' in news ? intake.call(news.call) : intake.event(news.event).then(() => undefined)
  life.keep(`${name} is answered`, taken).then(
    (answer) => {
      history.trace.add(`answer to ${nameOf(news)}`)
      options.answered(news, answer)
      ended(true)
    },
    () => ended(false),
  )
}

export function nameOf(news: News): string {
  return 'call' in news ? news.call.id : news.event.id
}

export function telegramInward(options: InwardOptions): Inward {
  const { history } = options
  const { scheduler } = history
  const chance = history.chance('telegram inward')
  const queues = new Map<string, Update[]>()
  const busy = new Set<string>()
  let link: Link | undefined

  const soon = (ms: number, what: string, go: () => void) => {
    if (link) scheduler.later(ms, `telegram ${what}`, go, link.life.number)
  }

  function pump(queue: string): void {
    const [head] = queues.get(queue) ?? []
    if (!link || !head || busy.has(queue)) return
    if (history.trueTime() > head.at + head.lifeMs) {
      drop(queue)
      return
    }
    busy.add(queue)
    const wait = head.attempts < 2 ? 0 : Math.min(AGAIN_MOST_MS, AGAIN_FIRST_MS * 2 ** (head.attempts - 2))
    head.attempts += 1
    if (head.attempts > 1) history.count.duplicates += 1
    soon(wait + chance.between(TRAVEL.least, TRAVEL.most), `brings ${nameOf(head.news)}`, () =>
      bring(queue, head),
    )
  }

  function acknowledge(queue: string, news: News): void {
    options.acknowledged(news)
    drop(queue)
  }

  function bring(queue: string, head: Update): void {
    if (!link) return
    if (options.swallows?.(head.news)) {
      busy.delete(queue)
      acknowledge(queue, head.news)
      return
    }
    if (chance.happens(history.mood.twice)) copy(head.news)
    hand(options, link, head.news, (isTaken) => {
      const isHeard = isTaken && !chance.happens(history.mood.unacknowledged)
      soon(chance.between(TRAVEL.least, TRAVEL.most), `hears of ${nameOf(head.news)}`, () => {
        busy.delete(queue)
        if (isHeard) acknowledge(queue, head.news)
        else pump(queue)
      })
    })
  }

  /** The same update beside or after itself. */
  function copy(news: News): void {
    soon(chance.below(COPY_MOST_MS), `brings ${nameOf(news)} again`, () => {
      history.count.duplicates += 1
      if (link) hand(options, link, news, () => {})
    })
  }

  function drop(queue: string): void {
    const left = (queues.get(queue) ?? []).slice(1)
    if (left.length > 0) queues.set(queue, left)
    else queues.delete(queue)
    pump(queue)
  }

  return {
    takes(news) {
      const isPress = 'call' in news && news.call.request.kind === 'pressed'
      const queue = queueOf(news)
      const update = {
        news,
        at: history.trueTime(),
        lifeMs: isPress ? PRESS_LIFE_MS : MESSAGE_LIFE_MS,
        attempts: 0,
      }
      queues.set(queue, [...(queues.get(queue) ?? []), update])
      pump(queue)
    },
    attach(life, intake) {
      link = { life, intake }
      busy.clear()
      for (const queue of [...queues.keys()]) pump(queue)
    },
    detach() {
      link = undefined
      busy.clear()
    },
    isIdle: () => queues.size === 0,
  }
}

/** Messages by chat, presses by person. */
function queueOf(news: News): string {
  if ('event' in news)
    return 'event' in news && 'place' in news.event ? `chat ${news.event.place.chat}` : 'events'
  const { request, actor, place } = news.call
  return request.kind === 'pressed' ? `person ${actor.id}` : `chat ${place.chat}`
}

export function discordInward(options: InwardOptions): Inward {
  const { history } = options
  const { scheduler } = history
  const chance = history.chance('discord inward')
  let link: Link | undefined
  let missed: { news: News; at: number }[] = []
  let underway = 0

  function bring(news: News): void {
    underway += 1
    scheduler.later(chance.between(TRAVEL.least, TRAVEL.most), `discord brings ${nameOf(news)}`, () => {
      underway -= 1
      if (!link) missed.push({ news, at: history.trueTime() })
      else hand(options, link, news, () => {})
    })
  }

  return {
    takes(news) {
      if (chance.happens(history.mood.never)) return
      bring(news)
      if (!chance.happens(history.mood.twice)) return
      underway += 1
      scheduler.later(chance.below(COPY_MOST_MS), 'discord again', () => {
        underway -= 1
        history.count.duplicates += 1
        bring(news)
      })
    },
    attach(life, intake) {
      link = { life, intake }
      const resumed = missed.filter(({ at }) => history.trueTime() - at < RESUME_MS)
      missed = []
      for (const { news } of resumed) bring(news)
    },
    detach() {
      link = undefined
    },
    isIdle: () => underway === 0,
  }
}
