/** The open or closed door between Discord and the house, whichever way an interaction comes. */
import type { Overheard, PlatformEvent } from '../../interaction/call.js'
import type { Intake } from '../../interaction/platform.js'
import { Outage } from '../../kit/outage.js'
import { safeFields } from './failure.js'
import { InHand } from './in-hand.js'
import type { DiscordCall } from './receive.js'
import { receiveInteraction } from './receive.js'
import type { Respond, Serving } from './serve.js'
import { respondByRequest, serve } from './serve.js'

/** ms before news is told again while the database is away: doubled each time, up to the limit. */
const AGAIN_FIRST_MS = 1_000
const AGAIN_LIMIT_MS = 30_000

export interface Receiving {
  begin(intake: Intake): void
  end(): void
  /** Resolves when no call is in hand. */
  empty(): Promise<void>
  /** Takes a call through the house; undefined while the door is closed. */
  call(call: DiscordCall, respond: Respond): Promise<void> | undefined
  /** A raw interaction from the gateway, answered by a request. */
  interaction(raw: unknown): void
  event(event: PlatformEvent): void
  overhear(heard: Overheard): void
}

export function createReceiving(serving: Omit<Serving, 'intake'>): Receiving {
  const inHand = new InHand()
  const byRequest = respondByRequest(serving.rest)
  const { world, log } = serving
  let ending = new AbortController()
  let intake: Intake | undefined

  /** The gateway says a thing once, so what could not be kept is told again until the door closes. */
  async function tell(house: Intake, event: PlatformEvent): Promise<void> {
    const { signal } = ending
    for (let pause = AGAIN_FIRST_MS; ; pause = Math.min(pause * 2, AGAIN_LIMIT_MS)) {
      try {
        return await house.event(event)
      } catch (error) {
        const isAway = error instanceof Outage && !signal.aborted
        const words = isAway ? 'discord: news could not be kept yet' : 'discord: news was passed over'
        log[isAway ? 'warn' : 'error'](words, { event: event.kind, ...safeFields(error) })
        if (!isAway) return
        await world.sleep(pause, signal)
        if (signal.aborted) return log.error('discord: news was passed over', { event: event.kind })
      }
    }
  }

  function call(received: DiscordCall, respond: Respond): Promise<void> | undefined {
    return intake && inHand.during(serve(received, respond, { ...serving, intake }))
  }
  return {
    begin(house) {
      ending = new AbortController()
      intake = house
    },
    end() {
      intake = undefined
      ending.abort()
    },
    empty: () => inHand.empty(),
    call,
    interaction(raw) {
      const received = receiveInteraction(raw)
      if (received) void call(received, byRequest)
    },
    event(event) {
      if (intake) void inHand.during(tell(intake, event))
    },
    overhear: (heard) => intake?.overhear?.(heard),
  }
}
