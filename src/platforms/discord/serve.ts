/**
 * Takes an interaction through the house and sends the answer. Discord waits three seconds: a call that is
 * still being worked on after half of that is deferred, and its answer follows as an edit or a follow-up.
 */
import type { APIInteractionResponse, REST } from 'discord.js'
import { Routes } from 'discord.js'
import { type Attached, attachNow, type LoadFile } from '../../interaction/attach.js'
import type { Intake } from '../../interaction/platform.js'
import type { Answer } from '../../interaction/view.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import type { Step } from './answer.js'
import { deferralOf, planAnswer } from './answer.js'
import { isAlreadyAnswered, isExpired, safeFields } from './failure.js'
import { DEFER_AFTER_MS, UPLOAD_LIMIT_BYTES } from './limits.js'
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
  /** The same for what is uploaded, which takes its time. */
  uploads: REST
  load: LoadFile
  world: World
  log: Log
  rendering: Rendering
}

/**
 * Never rejects. Resolves when the answer has been sent, or when the outbox has what Discord takes no more:
 * it goes to the private chat then.
 */
export async function serve(call: DiscordCall, respond: Respond, serving: Serving): Promise<void> {
  try {
    if (!(await reply(call, respond, serving))) await serving.intake.settle(call, 'lost')
  } catch (error) {
    report(error, serving.log)
  }
}

async function filesOf(
  answer: Answer | undefined,
  { load }: Serving,
): Promise<{ answer: Answer | undefined; attached?: Attached[] }> {
  if (!answer?.view.files?.length) return { answer }
  const attaching = { load, platform: 'discord', most: UPLOAD_LIMIT_BYTES } as const
  const { view, attached } = await attachNow(attaching, answer.view, answer.locale)
  return { answer: { ...answer, view }, attached }
}

/** Whether the person was told, by us or by another process. */
async function reply(call: DiscordCall, respond: Respond, serving: Serving): Promise<boolean> {
  const { intake, world, rendering, log } = serving
  let deferring: Promise<Sent> | undefined
  const cancel = world.after(DEFER_AFTER_MS, () => {
    deferring = attempt(respond(call.handle, deferralOf(call.handle), false), log)
  })
  const reached = await intake.call(call).finally(cancel)
  const hasFiles = reached?.view.files?.length
  if (hasFiles) deferring ??= attempt(respond(call.handle, deferralOf(call.handle), false), log)
  const deferral = await deferring
  if (deferral === 'answered' || deferral === 'expired') return deferral === 'answered'
  if (hasFiles && deferral !== 'sent') return false
  const { answer, attached } = await filesOf(reached, serving)
  const steps = planAnswer(call.handle, answer, deferral === 'sent', rendering, attached)
  const sent = await attempt(takeAll(steps, call.handle, respond, serving), log)
  return sent === 'sent' || sent === 'answered'
}

/**
 * `answered`: somebody else was faster. `expired`: Discord listens no more. `failed`: it may still take a
 * first answer.
 */
type Sent = 'sent' | 'failed' | 'answered' | 'expired'

async function attempt(sending: Promise<void>, log: Log): Promise<Sent> {
  try {
    await sending
    return 'sent'
  } catch (error) {
    report(error, log)
    if (isAlreadyAnswered(error)) return 'answered'
    return isExpired(error) ? 'expired' : 'failed'
  }
}

/** The money part is done whatever happens here, so a lost answer is news and no failure. */
function report(error: unknown, log: Log): void {
  if (isAlreadyAnswered(error)) log.debug('discord: an interaction was answered before', safeFields(error))
  else log.warn('discord: an interaction could not be answered', safeFields(error))
}

async function takeAll(
  steps: readonly Step[],
  handle: InteractionHandle,
  respond: Respond,
  serving: Serving,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    await take(step, handle, index === steps.length - 1, respond, serving)
  }
}

function take(
  step: Step,
  handle: InteractionHandle,
  last: boolean,
  respond: Respond,
  serving: Serving,
): Promise<void> {
  if (step.do === 'respond') return respond(handle, step.body, last)
  return patiently(() => request(step, handle, serving), serving.world)
}

async function request(
  step: Exclude<Step, { do: 'respond' }>,
  { application, token }: InteractionHandle,
  { rest, uploads }: Serving,
): Promise<void> {
  const original = Routes.webhookMessage(application, token, '@original')
  if (step.do === 'delete-original') await rest.delete(original, { auth: false })
  if (step.do === 'delete-original') return
  const way = step.files.length > 0 ? uploads : rest
  const files = step.files.length > 0 ? { files: step.files } : {}
  const options = { auth: false, body: step.message satisfies Message, ...files }
  if (step.do === 'edit-original') await way.patch(original, options)
  else await way.post(Routes.webhook(application, token), options)
}

/** Answers by a request, which is how an interaction from the gateway must be answered. */
export function respondByRequest(rest: REST): Respond {
  return async ({ id, token }, body) => {
    await rest.post(Routes.interactionCallback(id, token), { auth: false, body })
  }
}
