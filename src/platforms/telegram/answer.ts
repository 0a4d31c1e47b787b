/**
 * The answer to a press. A toast where it says it all; an edit where the view replaces its message; else the
 * most private way to the person, with a toast and a link where there is none. Toasts may be lost (Telegram
 * takes them for a short while only, and tells nobody through a webhook's reply): nothing of value hangs on
 * them.
 */
import type { Call } from '../../interaction/call.js'
import { DeliveryError } from '../../interaction/platform.js'
import type { Answer } from '../../interaction/view.js'
import type { Log } from '../../kit/log.js'
import type { World } from '../../kit/world.js'
import { PRIVATE_PAYLOAD } from './deliver.js'
import { describe } from './failure.js'
import { cutGraphemes } from './lettering.js'
import { TOAST_LIMIT } from './limits.js'
import { parseMessageId } from './message-id.js'
import { type PrivateWays, sendPrivately } from './private.js'
import { fitsToast, renderPlain, renderToast } from './render.js'
import { deepLink, type Rendering } from './rendering.js'

/** Arguments of answerCallbackQuery; without a text it only ends the waiting. */
export interface QueryReply {
  callback_query_id: string
  text?: string
  show_alert?: true
  url?: string
}

/** What is said at once, and what takes calls of its own. */
export interface AnswerPlan {
  reply?: QueryReply
  rest?: () => Promise<void>
}

export interface Answering {
  ways: PrivateWays
  rendering: Rendering
  /** Answers a press by an API call of its own; never rejects. */
  answerQuery(reply: QueryReply): Promise<void>
  world: World
  log: Log
}

/** ms that an edit waits for Telegram's leave before it is given up: the person looks at the old message. */
const EDIT_PATIENCE = 3_000

/** Decides; `rest` never rejects. A call that awaits nothing gets its answer as a message of its own. */
export function planAnswer(answering: Answering, call: Call, answer: Answer | undefined): AnswerPlan {
  const query = typeof call.handle === 'string' ? call.handle : undefined
  if (!answer) return query ? { reply: { callback_query_id: query } } : {}
  const guarded = (task: () => Promise<void>) => () =>
    task().catch((error) => report(answering.log, call, error))
  if (!query) return { rest: guarded(() => send(answering, call, answer)) }
  const ended: QueryReply = { callback_query_id: query }
  if (mayReplace(call, answer)) return { reply: ended, rest: guarded(() => replace(answering, call, answer)) }
  const plain = renderPlain(answer.view, answer.locale, answering.rendering)
  if (fitsToast(answer.view, plain)) return { reply: toast(query, plain, answer) }
  if (answer.view.audience === 'everyone')
    return { reply: ended, rest: guarded(() => send(answering, call, answer)) }
  return { rest: guarded(() => tell(answering, call, answer, query)) }
}

/** What is for one person's eyes never takes the place of a message that the group reads. */
function mayReplace({ message, place }: Call, { view }: Answer): boolean {
  const pressed = message === undefined ? undefined : parseMessageId(message, place.chat)
  if (!view.replace || !pressed) return false
  return place.kind === 'private' || 'ephemeral' in pressed || view.audience === 'everyone'
}

function toast(query: string, text: string, { view, refused }: Answer): QueryReply {
  const reply: QueryReply = { callback_query_id: query, text }
  if (refused || view.tone === 'refusal') reply.show_alert = true
  return reply
}

async function send({ ways }: Answering, call: Call, { view, locale }: Answer): Promise<void> {
  const { place, actor, message } = call
  const query = typeof call.handle === 'string' ? call.handle : undefined
  const replyTo = message ? parseMessageId(message, place.chat) : undefined
  if (view.audience !== 'everyone') {
    await sendPrivately(ways, { place, person: actor, view, locale, query, replyTo })
    return
  }
  const isGroup = place.kind === 'group'
  await ways.sender.send({ chat: place.chat, thread: place.thread, isGroup, view, locale })
}

async function replace(answering: Answering, call: Call, answer: Answer): Promise<void> {
  const { place, message = '' } = call
  const address = parseMessageId(message, place.chat)
  if (!address) return
  const { view, locale } = answer
  const edit = () => answering.ways.sender.edit(address, place.kind === 'group', view, locale)
  try {
    await edit().catch((error) => waitFor(answering.world, error).then(edit))
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.failure.kind !== 'gone') throw error
    await send(answering, call, answer)
  }
}

/** Waits where one more edit makes sense (edits do no harm twice); throws the error where it does not. */
async function waitFor(world: World, error: unknown): Promise<void> {
  const failure = error instanceof DeliveryError ? error.failure : undefined
  if (failure?.kind === 'unknown') return
  if (failure?.kind !== 'later' || failure.retryAfter > EDIT_PATIENCE) throw error
  await world.sleep(failure.retryAfter)
}

async function tell(answering: Answering, call: Call, answer: Answer, query: string): Promise<void> {
  const { place, actor } = call
  const { view, locale } = answer
  try {
    await sendPrivately(answering.ways, { place, person: actor, view, locale, query })
    await answering.answerQuery({ callback_query_id: query })
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    answering.log.debug('no private way to the person; a toast must do', describe(error))
    await answering.answerQuery(lastResort(answering, answer, query, place.kind === 'group'))
  }
}

/** As much as a toast holds, and in a group the way to the private chat. */
function lastResort({ rendering }: Answering, answer: Answer, query: string, isGroup: boolean): QueryReply {
  const { view, locale } = answer
  if (!isGroup) return toast(query, renderToast(view, locale, rendering), answer)
  const invitation = rendering.speech.plain(locale, { key: 'telegram-toast-private' })
  const room = TOAST_LIMIT - invitation.length - 1
  const text = cutGraphemes(renderPlain(view, locale, rendering), Math.max(0, room))
  const words = cutGraphemes(`${text}\n${invitation}`, TOAST_LIMIT)
  return { ...toast(query, words, answer), url: deepLink(rendering.bot, PRIVATE_PAYLOAD) }
}

function report(log: Log, call: Call, error: unknown): void {
  log.warn('the answer to a call could not be given', { call: call.id, ...describe(error) })
}
