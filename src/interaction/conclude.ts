/**
 * The end of a call, inside its unit of work: the answer is remembered and, where no platform waits for it,
 * queued.
 */
import { enqueueAll, type Outgoing } from '../storage/outbox.js'
import type { Work } from '../storage/storage.js'
import type { Call } from './call.js'
import type { Content } from './content.js'
import { keyOf, type Meeting } from './contexts.js'
import { rememberAnswers } from './repeats.js'
import type { Answer } from './view.js'

export interface Concluded {
  call: Call
  meeting: Meeting
  answer: Answer
}

export async function concludeAll(work: Work, concluded: readonly Concluded[]): Promise<void> {
  await rememberAnswers(work, concluded)
  await enqueueAll(work, concluded.filter(({ call }) => !call.awaitsAnswer).map(receiptOf))
}

export async function conclude(work: Work, concluded: Concluded): Promise<Answer> {
  await concludeAll(work, [concluded])
  return concluded.answer
}

function receiptOf({ call, meeting, answer: { view, locale } }: Concluded): Outgoing {
  const content: Content = { kind: 'view', view, locale, replyTo: call.message, thread: call.place.thread }
  const account = view.audience === 'everyone' ? undefined : call.actor.id
  return {
    key: `answer:${keyOf(call)}`,
    class: 'receipt',
    to: { platform: call.platform, chat: meeting.spot.chat, account },
    content,
  }
}
