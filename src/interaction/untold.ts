/**
 * Answers to presses that do not get through at once. A platform listens for a while only, a request may
 * hang, and we may be killed meanwhile; what was done is worth a message then. A no is not: who was refused
 * something presses again.
 */
import type { Log } from '../kit/log.js'
import { enqueue, hasten, withdraw } from '../storage/outbox.js'
import type { Work } from '../storage/storage.js'
import type { Call } from './call.js'
import type { Content } from './content.js'
import { keyOf } from './contexts.js'
import type { House } from './house.js'
import { DELIVERY_MS, type Fate, type Intake } from './platform.js'
import { rememberedAnswers } from './repeats.js'

/** ms after which an answer under way arrives no more: its requests have ended by {@link DELIVERY_MS}. */
const SLOW_MS = DELIVERY_MS + 15_000

/** Makes `Intake.settle`. */
export function createSettling({
  storage,
  roster,
  wake,
  log,
}: Pick<House, 'storage' | 'roster' | 'wake'> & { log: Log }): Intake['settle'] {
  return async (call, fate) => {
    if (!call.awaitsAnswer || call.actor.isAnonymous) return
    const isKept = await storage.write((work) => settle(roster, work, call, fate))
    if (!isKept) return
    log.info('an answer did not get through at once', { platform: call.platform, call: call.id, fate })
    wake()
  }
}

/** Whether the outbox has it now. */
async function settle(roster: House['roster'], work: Work, call: Call, fate: Fate): Promise<boolean> {
  const key = `answer:${keyOf(call)}`
  if (fate === 'told') {
    await withdraw(work, key)
    return false
  }
  const known = (await rememberedAnswers(work, call.platform, [call.id])).get(call.id)
  if (!known?.answer || known.answer.refused) return false
  const { view, locale } = known.answer
  const { actor, place, platform } = call
  // Whoever had everything erased by that press, or since, is not made known again by its answer.
  if ((await roster.memberOf(work, actor)) === undefined) return false
  const content: Content = { kind: 'view', view, locale, thread: place.thread }
  const to = { platform, chat: await groupOf(roster, work, call), account: actor.id }
  const notBefore = fate === 'slow' ? work.now + SLOW_MS : work.now
  await enqueue(work, { key, class: 'receipt', to, content, notBefore, aside: true })
  if (fate === 'lost') await hasten(work, key)
  return true
}

/** Where it was pressed: whoever has no private chat with us is told there, if nobody else sees it. */
async function groupOf(
  roster: House['roster'],
  work: Work,
  { actor, place }: Call,
): Promise<number | undefined> {
  if (place.kind === 'private') return undefined
  const [met] = await roster.recognise(work, [{ account: actor, place }])
  return met?.chat.id
}
