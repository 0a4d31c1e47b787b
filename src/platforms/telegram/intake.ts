/**
 * From a native update to the house and back: reads it, keeps the order of one person's calls and of one
 * chat's messages, waits for the commit, and hands on what is to be said. An update that cannot be dealt with
 * is logged and passed over, so that it holds up nobody. Only an Outage goes up, so that Telegram keeps the
 * update for us.
 */
import type { Call, PlatformEvent } from '../../interaction/call.js'
import { DELIVERY_MS, type Intake } from '../../interaction/platform.js'
import type { Answer } from '../../interaction/view.js'
import { byDeadline } from '../../kit/deadline.js'
import type { Log } from '../../kit/log.js'
import { Outage } from '../../kit/outage.js'
import type { World } from '../../kit/world.js'
import { type Answering, planAnswer, type QueryReply } from './answer.js'
import type { Answered } from './answered.js'
import { describe } from './failure.js'
import type { Lanes } from './lanes.js'
import { overhear } from './overhear.js'
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
  /** Presses whose answer is under way or out, by this process. */
  answered: Answered
  /** How many answers are under way to a person that take long. */
  hanging: Map<string, number>
  /** The reply to a press is handed back, to be sent by a webhook; a poll has no reply of its own. */
  handsBack: boolean
  world: World
  log: Log
}

/**
 * ms that an answer may hold up the confirmation of its update; then it is kept for the case that we are
 * killed. A request that hangs must not keep everybody waiting.
 */
const ANSWER_MOST = 1_000

/**
 * Deals with one update until it may be confirmed: its effects are committed, and its answer is out or kept.
 * Rejects with an Outage alone: something was not kept, the update must come again.
 */
export async function take(reception: Reception, update: unknown): Promise<QueryReply | undefined> {
  try {
    const heard = overhear(update)
    if (heard) reception.intake.overhear?.(heard)
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
      if (received.noticed) await intake.notice?.(received.noticed)
      return undefined
    case 'unplaced':
      return handBack(reception, {
        callback_query_id: received.query,
        text: notHere(reception, received.language),
      })
  }
}

async function handCall(reception: Reception, call: Call): Promise<QueryReply | undefined> {
  const answer = await reception.calls.run(callKeys(call), () => reception.intake.call(call))
  const { answering, answered, answers, handsBack, world } = reception
  if (answered.has(call.id)) return undefined
  const { reply, rest } = planAnswer(answering, call, answer)
  // Of a reply that is handed back nobody hears whether it came: the update comes again where it did not.
  if (call.awaitsAnswer && (rest || !handsBack)) answered.add(call.id)
  // Before the reply, which ends the waiting: whoever presses again must see what there is to press by then.
  if (rest) {
    // From now on, not from its turn: the one that is kept goes by the same time.
    const told = byDeadline(DELIVERY_MS, world, (deadline) =>
      answers.run([call.actor.id], () => rest(deadline)),
    )
    await secure(reception, call, told, answer)
  }
  if (handsBack || !reply) return reply
  const replied = answers.run([], () => answering.answerQuery(reply))
  if (!rest) await secure(reception, call, replied, answer)
  return undefined
}

/**
 * Resolves when the answer is out, or kept where that takes longer than a moment or went wrong. Behind
 * another that hangs it is kept at once: one person's presses hold up one batch, and not each of them one.
 */
async function secure(
  reception: Reception,
  call: Call,
  told: Promise<boolean>,
  answer: Answer | undefined,
): Promise<void> {
  const { intake, world, hanging } = reception
  const person = call.actor.id
  const first = hanging.has(person) ? undefined : await withinMoment(world, told)
  // A former life may have kept this answer before it was killed.
  if (first === true) return answer?.isRepeated ? settleLater(reception, call, true) : undefined
  if (first === false) return intake.settle(call, 'lost')
  hanging.set(person, (hanging.get(person) ?? 0) + 1)
  void told.finally(() => letGo(hanging, person))
  await intake.settle(call, 'slow')
  void told.then((isTold) => settleLater(reception, call, isTold))
}

/** One answer less that hangs; others to the same person may hang still. */
function letGo(hanging: Map<string, number>, person: string): void {
  const left = (hanging.get(person) ?? 0) - 1
  if (left > 0) hanging.set(person, left)
  else hanging.delete(person)
}

/** Undefined when it takes longer. */
function withinMoment(world: World, told: Promise<boolean>): Promise<boolean | undefined> {
  return new Promise((resolve) => {
    const cancel = world.after(ANSWER_MOST, () => resolve(undefined))
    void told.then((isTold) => {
      cancel()
      resolve(isTold)
    })
  })
}

/** An outage changes little: the answer is kept, and sent when its time has come. */
async function settleLater({ intake, log }: Reception, call: Call, isTold: boolean): Promise<void> {
  try {
    await intake.settle(call, isTold ? 'told' : 'lost')
  } catch (error) {
    log.warn('what became of an answer could not be kept', { call: call.id, ...describe(error) })
  }
}

/** A reply that nothing hangs on. */
function handBack({ answering, answers, handsBack }: Reception, reply: QueryReply): QueryReply | undefined {
  if (handsBack) return reply
  void answers.run([], () => answering.answerQuery(reply))
  return undefined
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
