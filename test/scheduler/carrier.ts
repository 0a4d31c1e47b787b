/**
 * A courier by hand, for the rows of a whole house: one row is carried when told, and what happens while its
 * request is on its way is up to the test.
 *
 *     const { carries } = carrierOf(house)
 *     await carries('card:1', { during: () => news(house), ends: '77' })
 */
import { eq } from 'drizzle-orm'
import type { PlatformName } from '../../src/interaction/call.js'
import {
  type Delivery,
  DeliveryError,
  type DeliveryFailure,
  type Platform,
} from '../../src/interaction/platform.js'
import { must } from '../../src/kit/refusal.js'
import { awaitedBy, isRowFor, resolveRow, rowDead, rowMoved, rowSent } from '../../src/outgoing.js'
import { carry, type Ways } from '../../src/scheduler/attempt.js'
import type { OutboxRow } from '../../src/scheduler/rows.js'
import type { House } from '../kit/house.js'
import { recordingLog } from '../kit/lines.js'

interface Journey {
  /** While the platform has the request. */
  during?: () => Promise<unknown>
  /** The native id of the message, or why there is none. */
  ends: string | DeliveryFailure
}

export interface Carrier {
  /** Answers what was sent; undefined when nothing was. */
  carries(key: string, journey: Journey): Promise<Delivery | undefined>
  row(key: string): Promise<OutboxRow>
  ways: Ways
}

export function carrierOf(house: House): Carrier {
  const journeys = new Map<string, Journey>()
  const tried = new Map<string, Delivery>()
  const idle = async () => {}
  const platform: Platform = {
    ...{ name: 'telegram', start: idle, stop: idle, close: idle, publish: idle },
    survey: async () => undefined,
    privateLink: () => undefined,
    download: async () => undefined,
    perform: async () => ({ outcome: 'done' }),
    standing: async () => ({ membership: 'unknown', isAdmin: false, roles: [] }),
    async deliver(delivery) {
      const journey = must(journeys.get(delivery.key), `a journey of ${delivery.key}`)
      tried.set(delivery.key, delivery)
      await journey.during?.()
      if (typeof journey.ends !== 'string') throw new DeliveryError(journey.ends)
      return { message: journey.ends }
    },
  }
  const choose = () => 'en'
  const ways: Ways = {
    ...{ storage: house.storage, world: house.world, log: recordingLog().log },
    platforms: new Map<PlatformName, Platform>([['telegram', platform]]),
    resolve: (work, row) => resolveRow(work, row, choose),
    onSent: rowSent,
    awaitedBy,
    isStillFor: isRowFor,
    onDead: (work, row, reason) => rowDead(work, row, reason, choose),
    onMoved: rowMoved,
  }
  const row = (key: string): Promise<OutboxRow> =>
    house.look(async (work) => {
      const rows = await work.db.select().from(work.t.outbox).where(eq(work.t.outbox.key, key))
      return must(rows[0], `a row ${key}`)
    })
  return {
    ways,
    row,
    async carries(key, journey) {
      journeys.set(key, journey)
      tried.delete(key)
      await carry(ways, (await row(key)).id, new AbortController().signal, () => {})
      return tried.get(key)
    },
  }
}
