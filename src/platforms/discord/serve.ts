/**
 * Takes an interaction through the house and sends the answer. Discord waits three seconds: a call that is
 * still being worked on after half of that is deferred, and its answer follows as an edit or a follow-up.
 */
import type { APIInteractionResponse, REST } from 'discord.js'
import { Routes } from 'discord.js'
import type { Intake } from '../../interaction/platform.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import type { Step } from './answer.js'
import { deferralOf, planAnswer } from './answer.js'
import { isAlreadyAnswered, safeFields } from './failure.js'
import { DEFER_AFTER_MS } from './limits.js'
import { patiently } from './patience.js'
import type { DiscordCall, InteractionHandle } from './receive.js'
import type { Message } from './render.js'
import type { Rendering } from './rendering.js'

/**
 * How a first answer leaves: by a request, or in the body of the HTTP request that brought the interaction.
 * `last` says that no further step builds on it, so that a body, whose arrival nobody confirms, will do.
 */
export type Respond = (
  handle: InteractionHandle,
  body: APIInteractionResponse,
  last: boolean,
) => Promise<void>

export interface Serving {
  intake: Intake
  rest: REST
  world: World
  log: Log
  rendering: Rendering
}

/** Never rejects. Resolves when the answer has been sent, or when nothing can be done about it any more. */
export async function serve(call: DiscordCall, respond: Respond, serving: Serving): Promise<void> {
  try {
    await answer(call, respond, serving)
  } catch (error) {
    report(error, serving.log)
  }
}

async function answer(call: DiscordCall, respond: Respond, serving: Serving): Promise<void> {
  const { intake, world, rendering, log } = serving
  let deferring: Promise<Sent> | undefined
  const cancel = world.after(DEFER_AFTER_MS, () => {
    deferring = attempt(respond(call.handle, deferralOf(call.handle), false), log)
  })
  const reached = await intake.call(call).finally(cancel)
  const deferral = await deferring
  if (deferral === 'lost') return
  const steps = planAnswer(call.handle, reached, deferral === 'sent', rendering)
  for (const [index, step] of steps.entries()) {
    await take(step, call.handle, index === steps.length - 1, respond, serving)
  }
}

/** `lost`: Discord listens no more. `failed`: it may still take a first answer. */
type Sent = 'sent' | 'failed' | 'lost'

async function attempt(sending: Promise<void>, log: Log): Promise<Sent> {
  try {
    await sending
    return 'sent'
  } catch (error) {
    report(error, log)
    return isAlreadyAnswered(error) ? 'lost' : 'failed'
  }
}

/** The money part is done whatever happens here, so a lost answer is news and no failure. */
function report(error: unknown, log: Log): void {
  if (isAlreadyAnswered(error)) log.debug('discord: an interaction was answered before', safeFields(error))
  else log.warn('discord: an interaction could not be answered', safeFields(error))
}

function take(
  step: Step,
  handle: InteractionHandle,
  last: boolean,
  respond: Respond,
  serving: Serving,
): Promise<void> {
  if (step.do === 'respond') return respond(handle, step.body, last)
  return patiently(() => request(step, handle, serving.rest), serving.world)
}

async function request(
  step: Exclude<Step, { do: 'respond' }>,
  { application, token }: InteractionHandle,
  rest: REST,
): Promise<void> {
  const original = Routes.webhookMessage(application, token, '@original')
  if (step.do === 'delete-original') await rest.delete(original, { auth: false })
  if (step.do === 'edit-original') await rest.patch(original, { auth: false, body: step.message })
  if (step.do === 'follow-up') {
    await rest.post(Routes.webhook(application, token), { auth: false, body: step.message satisfies Message })
  }
}

/** Answers by a request, which is how an interaction from the gateway must be answered. */
export function respondByRequest(rest: REST): Respond {
  return async ({ id, token }, body) => {
    await rest.post(Routes.interactionCallback(id, token), { auth: false, body })
  }
}
