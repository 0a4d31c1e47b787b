/**
 * What a platform shows of people besides messages: roles and tags. Asked for like a message, and like one
 * refused, limited, lost before or after its effect; each deed looks before it acts.
 */
import { DeliveryError, type DeliveryFailure, type Performed } from '../../src/interaction/platform.js'
import type { Deed, Task } from '../../src/storage/deed.js'
import type { History } from './history.js'
import type { Life } from './life.js'

/** ms a request or an answer is on its way. */
const TRAVEL = { least: 5, most: 250 }
/** ms that a platform asks to wait for. */
const WAIT_MS = 3_000

/** A badge of an account as it is there; `shown` is the tag, or `role`. */
export interface Shown {
  place: string
  badge: string
  account: string
  shown: string
}

export interface Deeds {
  perform(life: Life, task: Task): Promise<Performed>
  /** It was there before the history. */
  begins(shown: Shown): void
  /** All that is there. */
  shown(): Shown[]
}

export function deedsOf(name: string, history: History): Deeds {
  const { scheduler } = history
  const chance = history.chance(`${name} deeds`)
  const there = new Map<string, Shown>()

  function put(one: Shown): void {
    const key = `${one.place} ${one.badge} ${one.account}`
    if (one.shown === '') there.delete(key)
    else there.set(key, one)
  }

  /** As the adapters: what is there by somebody else's hand stays. */
  function does(deed: Deed): Performed {
    if (deed.do === 'role') {
      put({ place: deed.guild, badge: deed.role, account: deed.account, shown: deed.give ? 'role' : '' })
      return { outcome: 'done' }
    }
    // Nobody names a group of partners in a history.
    if (deed.do !== 'tag') throw new Error(`nobody asked for ${deed.do}`)
    const { chat: place, account, tag, ours } = deed
    const now = there.get(`${place} tag ${account}`)?.shown ?? ''
    if (now !== '' && now !== tag && !ours.includes(now)) return { outcome: tag === '' ? 'done' : 'foreign' }
    put({ place, badge: 'tag', account, shown: tag })
    return { outcome: 'done' }
  }

  function arrive(deed: Deed): Performed | DeliveryFailure {
    const { mood } = history
    if (chance.happens(mood.broken)) return { kind: 'later', retryAfter: 0, everything: false }
    if (chance.happens(mood.limited)) return { kind: 'later', retryAfter: WAIT_MS, everything: false }
    if (chance.happens(mood.cut)) return UNTOLD
    const done = does(deed)
    return chance.happens(mood.lost) ? UNTOLD : done
  }

  return {
    begins: put,
    shown: () => [...there.values()],
    perform(life, { key, deed }) {
      history.trace.add(`${name} is asked for ${key}`)
      if (life.passes('request')) return new Promise(() => {})
      return new Promise((resolve, reject) => {
        const travel = (what: string, go: () => void, whose?: number) =>
          scheduler.later(chance.between(TRAVEL.least, TRAVEL.most), what, go, whose)
        travel(`${name} does ${key}`, () => {
          const came = arrive(deed)
          if (life.isOver()) return
          const hear = () => {
            if (life.passes('request')) return
            if ('outcome' in came) resolve(came)
            else reject(new DeliveryError(came))
          }
          travel(`${life.number} hears of ${key}`, hear, life.number)
        })
      })
    },
  }
}

const UNTOLD: DeliveryFailure = { kind: 'unknown', detail: 'no answer came' }
