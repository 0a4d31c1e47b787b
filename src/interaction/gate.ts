/**
 * The cheap no, before any database work: floods and cooldowns. In memory; a restart only ever favours the
 * person.
 */
import { Refusal } from '../kit/refusal.js'
import type { World } from '../kit/world.js'
import { CHAT_BUCKET, createBuckets, PERSON_BUCKET } from './buckets.js'
import type { Call } from './call.js'
import { keyOf } from './contexts.js'
import type { Intent } from './decode.js'

/** Cooldowns kept; older ones are over anyway. */
const COOLDOWNS_KEPT = 100_000

/**
 * Calls whose verdict is kept. A repetition that comes later finds the answer of the first in the database.
 */
const VERDICTS_KEPT = 10_000

/** `pass`, a refusal to be told, or `silent` when it was told already. */
type Verdict = 'pass' | 'silent' | Refusal

/** The same call again gets the same verdict: a repetition is no second try. */
export interface Gate {
  (call: Call, intent: Intent): Verdict
  /** The call was refused: a slip of the pen costs nobody a cooldown. */
  forgive(call: Call, intent: Intent): void
}

export function createGate(world: Pick<World, 'monotonic'>): Gate {
  const persons = createBuckets(PERSON_BUCKET)
  const chats = createBuckets(CHAT_BUCKET)
  const cooldowns = new Map<string, number>()
  const verdicts = new Map<string, Verdict>()

  function cool(call: Call, intent: Intent, now: number): Refusal | undefined {
    if (intent.kind !== 'run' || !intent.command.cooldownMs) return undefined
    const key = cooldownKey(call, intent.command.name)
    const left = (cooldowns.get(key) ?? Number.NEGATIVE_INFINITY) + intent.command.cooldownMs - now
    if (left > 0) return new Refusal('cooldown', { wait: { duration: left }, command: intent.command.name })
    cooldowns.delete(key)
    cooldowns.set(key, now)
    if (cooldowns.size > COOLDOWNS_KEPT) cooldowns.delete(cooldowns.keys().next().value ?? key)
    return undefined
  }

  function judge(call: Call, intent: Intent): Verdict {
    const now = world.monotonic()
    const person = persons.take(`${call.platform}:${call.actor.id}`, now)
    const counted = call.request.kind === 'pressed' || call.place.kind === 'private'
    const chat = counted ? undefined : chats.take(`${call.platform}:${call.place.chat}`, now)
    for (const taken of [person, chat]) {
      if (taken?.verdict === 'warn') return new Refusal('too-fast', { wait: { duration: taken.waitMs } })
      if (taken?.verdict === 'silent') return 'silent'
    }
    return cool(call, intent, now) ?? 'pass'
  }

  const gate = (call: Call, intent: Intent): Verdict => {
    const key = keyOf(call)
    const known = verdicts.get(key)
    if (known) return known
    const verdict = judge(call, intent)
    verdicts.set(key, verdict)
    if (verdicts.size > VERDICTS_KEPT) verdicts.delete(verdicts.keys().next().value ?? key)
    return verdict
  }
  return Object.assign(gate, {
    forgive(call: Call, intent: Intent) {
      if (intent.kind === 'run') cooldowns.delete(cooldownKey(call, intent.command.name))
    },
  })
}

function cooldownKey({ platform, actor }: Call, command: string): string {
  return `${platform}:${actor.id}:${command}`
}
