/**
 * From a native update to the house and back: reads it, keeps the order of one person's calls and of one
 * chat's messages, waits for the commit, and hands on what is to be said. An update that cannot be dealt with
 * is logged and passed over, so that it holds up nobody. Only an Outage goes up, so that Telegram keeps the
 * update for us.
 */
import type { Call, PlatformEvent } from '../../interaction/call.js'
import type { Intake } from '../../interaction/platform.js'
import type { Answer } from '../../interaction/view.js'
import type { Log } from '../../kit/log.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import { type Answering, planAnswer, type QueryReply } from './answer.js'
import { describe } from './failure.js'
import type { Lanes } from './lanes.js'
import { type Received, receive, type Self, updateId } from './receive.js'
import type { Standings } from './standing.js'

export interface Reception {
  intake: Intake
  self: Self
  standings: Standings
  answering: Answering
  /**
   * Order of what comes in, and of what one person is answered; apart, so that a slow answer stops no intake.
   */
  calls: Lanes
  answers: Lanes
  world: World
  log: Log
}

/**
 * Deals with one update up to the commit. The reply to a press is handed back to be sent; the rest goes out
 * here. Rejects with an Outage alone: nothing was kept, the update must come again.
 */
export async function take(reception: Reception, update: unknown): Promise<QueryReply | undefined> {
  try {
    const received = receive(update, reception.self, reception.world.now())
    return received && (await hand(reception, received))
  } catch (error) {
    if (error instanceof Outage) throw error
    reception.log.error('an update was passed over', { update: updateId(update), ...describe(error) })
    return undefined
  }
}

async function hand(reception: Reception, received: Received): Promise<QueryReply | undefined> {
  const { intake, standings, calls } = reception
  switch (received.kind) {
    case 'call':
      return handCall(reception, received.call)
    case 'event':
      if (received.news) standings.learn(received.news)
      await calls.run(eventKeys(received.event), () => intake.event(received.event))
      return undefined
    case 'news':
      standings.learn(received.news)
      return undefined
    case 'unplaced':
      return { callback_query_id: received.query, text: notHere(reception, received.language) }
  }
}

async function handCall(reception: Reception, call: Call): Promise<QueryReply | undefined> {
  const answer = await reception.calls.run(callKeys(call), () => reception.intake.call(call))
  return giveAnswer(reception, call, answer)
}

function giveAnswer(reception: Reception, call: Call, answer: Answer | undefined): QueryReply | undefined {
  const { reply, rest } = planAnswer(reception.answering, call, answer)
  if (rest) void reception.answers.run([call.actor.id], rest)
  return reply
}

/** One person's calls in order; messages of one chat too, as Telegram itself sends them. */
function callKeys(call: Call): string[] {
  const person = `person:${call.actor.id}`
  return call.awaitsAnswer ? [person] : [person, `chat:${call.place.chat}`]
}

function eventKeys(event: PlatformEvent): string[] {
  switch (event.kind) {
    case 'chat-migrated':
      return [`chat:${event.from}`, `chat:${event.to}`]
    case 'bot-joined':
    case 'bot-left':
      return [`chat:${event.place.chat}`]
    case 'bot-blocked':
    case 'bot-unblocked':
      return [`person:${event.account.id}`]
  }
}

function notHere({ answering }: Reception, language: string | undefined): string {
  const { rendering } = answering
  return rendering.speech.plain(rendering.speech.choose(language), { key: 'telegram-not-here' })
}
