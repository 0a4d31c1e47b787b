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
  wake,
  log,
}: Pick<House, 'storage' | 'wake'> & { log: Log }): Intake['settle'] {
  return async (call, fate) => {
    if (!call.awaitsAnswer || call.actor.isAnonymous) return
    const isKept = await storage.write((work) => settle(work, call, fate))
    if (!isKept) return
    log.info('an answer did not get through at once', { platform: call.platform, call: call.id, fate })
    wake()
  }
}

/** Whether the outbox has it now. */
async function settle(work: Work, call: Call, fate: Fate): Promise<boolean> {
  const key = `answer:${keyOf(call)}`
  if (fate === 'told') {
    await withdraw(work, key)
    return false
  }
  const known = (await rememberedAnswers(work, call.platform, [call.id])).get(call.id)
  if (!known?.answer || known.answer.refused) return false
  const { view, locale } = known.answer
  const content: Content = { kind: 'view', view, locale }
  const to = { platform: call.platform, account: call.actor.id }
  const notBefore = fate === 'slow' ? work.now + SLOW_MS : work.now
  await enqueue(work, { key, class: 'receipt', to, content, notBefore })
  if (fate === 'lost') await hasten(work, key)
  return true
}
