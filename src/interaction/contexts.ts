/** Who is asking and where: from a call to the context of a handler, and from its view to an answer. */
import { must, type Refusal, refuse } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import type { Call, Place } from './call.js'
import type { Context, Spot } from './command.js'
import type { Form } from './forms.js'
import type { House } from './house.js'
import { refusalText } from './mistakes.js'
import type { Met, MetChat } from './roster.js'
import type { Answer, View } from './view.js'

/** A context before its unit of work. */
export type Meeting = Omit<Context, 'work'>

/** Recognises the people and chats of many calls, in the order of the calls. */
export async function meetingsOf(house: House, work: Work, calls: readonly Call[]): Promise<Meeting[]> {
  const met = await house.roster.recognise(
    work,
    calls.map(({ actor, place }) => ({ account: actor, place })),
  )
  return calls.map((call, at) => meetingFrom(house, call, must(met[at], 'everyone is recognised')))
}

export async function contextOf(house: House, work: Work, call: Call): Promise<Context> {
  const [meeting] = await meetingsOf(house, work, [call])
  return { ...must(meeting, 'a context for the call'), work }
}

function meetingFrom(house: House, call: Call, met: Met): Meeting {
  const { actor: account, place, standing, there, concerned, survey } = call
  const { member, roles, stopped, firstMet } = met
  const locale = house.speech.choose(met.language, account.language, met.chat.language, place.language)
  return {
    actor: { member, account, locale, roles, stopped, firstMet, standing, there },
    spot: spotFrom(house, met.chat, place),
    here: { chat: met.chat.id, kind: place.kind },
    isPublic: call.request.kind === 'typed' && place.kind === 'group',
    callKey: keyOf(call),
    platform: call.platform,
    message: call.message,
    concerned,
    survey,
    confirmed: false,
  }
}

function spotFrom(house: House, chat: MetChat, place: Place): Spot {
  const locale = house.speech.choose(chat.language, place.language)
  return { chat: chat.id, place, kind: place.kind, title: chat.title, locale }
}

/**
 * A form takes effect where it was begun, wherever its last answer was given.
 * Refuses `form-elsewhere` when that was on the other platform.
 */
export async function atOrigin(house: House, context: Context, form: Form): Promise<Context> {
  if (form.origin.chat === context.spot.chat) return context
  const chat = await house.roster.chat(context.work, form.origin.chat)
  if (chat.place.platform !== context.platform) return refuse('form-elsewhere', { title: chat.title })
  return { ...context, spot: spotFrom(house, chat, { ...chat.place, thread: form.origin.thread }) }
}

/** The same for every delivery of the same call. */
export function keyOf({ platform, id }: Pick<Call, 'platform' | 'id'>): string {
  return `${platform}:${id}`
}

export function answerFrom({ actor, spot }: Meeting, view: View, refused = false): Answer {
  const locale = view.locale ?? (view.audience === 'everyone' ? spot.locale : actor.locale)
  return { view, locale, refused }
}

export function refusalView(refusal: Refusal): View {
  return { text: refusalText(refusal), tone: 'refusal' }
}
