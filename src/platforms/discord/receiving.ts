/** The open or closed door between Discord and the house, whichever way an interaction comes. */
import type { PlatformEvent } from '../../interaction/call.js'
import type { Intake } from '../../interaction/platform.js'
import { InHand } from './in-hand.js'
import type { DiscordCall } from './receive.js'
import { receiveInteraction } from './receive.js'
import type { Respond, Serving } from './serve.js'
import { respondByRequest, serve } from './serve.js'

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
}

export function createReceiving(serving: Omit<Serving, 'intake'>): Receiving {
  const inHand = new InHand()
  const byRequest = respondByRequest(serving.rest)
  let intake: Intake | undefined
  function call(received: DiscordCall, respond: Respond): Promise<void> | undefined {
    return intake && inHand.during(serve(received, respond, { ...serving, intake }))
  }
  return {
    begin(house) {
      intake = house
    },
    end() {
      intake = undefined
    },
    empty: () => inHand.empty(),
    call,
    interaction(raw) {
      const received = receiveInteraction(raw)
      if (received) void call(received, byRequest)
    },
    event(event) {
      if (intake) void inHand.during(intake.event(event))
    },
  }
}
