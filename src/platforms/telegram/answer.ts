/**
 * The answer to a press. A toast where it says it all; an edit where the view replaces its message; else the
 * most private way to the person, with a toast and a link where there is none. Telegram takes toasts for a
 * short while only, and tells nobody through a webhook's reply: nothing of value hangs on them, and what is
 * known to be lost is said by a message (`interaction/untold.ts`).
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
  /** Whether the person was told; nothing of it is begun, or goes on, after the deadline. */
  rest?: (deadline: AbortSignal) => Promise<boolean>
}

export interface Answering {
  ways: PrivateWays
  rendering: Rendering
  /** Answers a press by an API call of its own, and says whether Telegram took it; never rejects. */
  answerQuery(reply: QueryReply, deadline?: AbortSignal): Promise<boolean>
  world: World
  log: Log
}

/** ms that an edit waits for Telegram's leave before it is given up: the person looks at the old message. */
const EDIT_PATIENCE = 3_000

/** Decides; `rest` never rejects. A call that awaits nothing gets its answer as a message of its own. */
export function planAnswer(answering: Answering, call: Call, answer: Answer | undefined): AnswerPlan {
  const query = typeof call.handle === 'string' ? call.handle : undefined
  if (!answer) return query ? { reply: { callback_query_id: query } } : {}
  const guarded = (way: Way) => (deadline: AbortSignal) =>
    way(answering, { call, answer, deadline }).catch((error) => report(answering.log, call, error))
  if (!query) return { rest: guarded(send) }
  const ended: QueryReply = { callback_query_id: query }
  if (mayReplace(answering, call, answer)) return { reply: ended, rest: guarded(replace) }
  const plain = renderPlain(answer.view, answer.locale, answering.rendering)
  if (fitsToast(answer.view, plain)) return { reply: toast(query, plain, answer) }
  if (answer.view.audience === 'everyone') return { reply: ended, rest: guarded(send) }
  return { rest: guarded((_, told) => tell(answering, told, query)) }
}

/** An answer on its way, and when it has to have ended. */
interface Told {
  call: Call
  answer: Answer
  deadline: AbortSignal
}

type Way = (answering: Answering, told: Told) => Promise<boolean>

/**
 * What is for one person's eyes never takes the place of a message that the group reads. A question that is
 * answered in words comes as a message of its own where only a reply reaches us: an edit opens no reply field
 * (Bot API, InlineKeyboardMarkup.force_reply), and an ephemeral message that was sent without one may have no
 * Reply at all.
 */
function mayReplace({ rendering }: Answering, { message, place }: Call, { view }: Answer): boolean {
  const pressed = message === undefined ? undefined : parseMessageId(message, place.chat)
  if (!view.replace || view.files?.length || !pressed) return false
  if (place.kind === 'private') return true
  if ('ephemeral' in pressed) return view.awaits === undefined || !rendering.abilities.replyKeyboard
  return view.audience === 'everyone'
}

function toast(query: string, text: string, { view, refused }: Answer): QueryReply {
  const reply: QueryReply = { callback_query_id: query, text }
  if (refused || view.tone === 'refusal') reply.show_alert = true
  return reply
}

async function send({ ways }: Answering, { call, answer, deadline }: Told): Promise<boolean> {
  const { view, locale } = answer
  const { place, actor, message } = call
  const query = typeof call.handle === 'string' ? call.handle : undefined
  const replyTo = message ? parseMessageId(message, place.chat) : undefined
  if (view.audience !== 'everyone') {
    await sendPrivately(ways, { place, person: actor, view, locale, query, replyTo, deadline })
    return true
  }
  const isGroup = place.kind === 'group'
  await ways.sender.send({ chat: place.chat, thread: place.thread, isGroup, view, locale, deadline })
  return true
}

async function replace(answering: Answering, told: Told): Promise<boolean> {
  const { call, answer, deadline } = told
  const { place, message = '' } = call
  const address = parseMessageId(message, place.chat)
  if (!address) return false
  const { view, locale } = answer
  const changes = { isGroup: place.kind === 'group', view, locale, deadline }
  const edit = () => answering.ways.sender.edit(address, changes)
  try {
    await edit().catch((error) => waitFor(answering.world, error).then(edit))
    return true
  } catch (error) {
    if (!(error instanceof DeliveryError) || error.failure.kind !== 'gone') throw error
    return send(answering, told)
  }
}

/** Waits where one more edit makes sense (edits do no harm twice); throws the error where it does not. */
async function waitFor(world: World, error: unknown): Promise<void> {
  const failure = error instanceof DeliveryError ? error.failure : undefined
  if (failure?.kind === 'unknown') return
  if (failure?.kind !== 'later' || failure.retryAfter > EDIT_PATIENCE) throw error
  await world.sleep(failure.retryAfter)
}

async function tell(answering: Answering, { call, answer, deadline }: Told, query: string): Promise<boolean> {
  const { place, actor } = call
  const { view, locale } = answer
  try {
    await sendPrivately(answering.ways, { place, person: actor, view, locale, query, deadline })
    await answering.answerQuery({ callback_query_id: query }, deadline)
    return true
  } catch (error) {
    if (!(error instanceof DeliveryError)) throw error
    answering.log.debug('no private way to the person; a toast must do', describe(error))
    const isGroup = place.kind === 'group'
    const isTaken = await answering.answerQuery(lastResort(answering, answer, query, isGroup), deadline)
    // The rest of it is kept for the private chat, to which the toast sends them.
    return isTaken && !isGroup
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

function report(log: Log, call: Call, error: unknown): false {
  log.warn('the answer to a call could not be given', { call: call.id, ...describe(error) })
  return false
}
