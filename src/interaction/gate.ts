/**
 * The cheap no, before any database work: floods and cooldowns. In memory; a restart only ever favours the
 * person. Whoever waits for an answer is told every time, without the database; who typed is told once, for
 * that answer is a message like any other, and how many calls went unheard stands in the next answer.
 */
import { Kept } from '../kit/kept.js'
import { Refusal } from '../kit/refusal.js'
import type { Param } from '../kit/text.js'
import type { World } from '../kit/world.js'
import {
  type Buckets,
  CHAT_BUCKET,
  createBuckets,
  PERSON_BUCKET,
  SLIP_REFUND,
  TYPIST_BUCKET,
} from './buckets.js'
import type { Call } from './call.js'
import { isTyped } from './catalogue.js'
import type { AnyCommand, Cooldown } from './command.js'
import { keyOf } from './contexts.js'
import type { Intent } from './decode.js'
import { goesThrough } from './steps.js'

/** Cooldowns kept; older ones are over anyway. */
const COOLDOWNS_KEPT = 100_000

/**
 * Calls whose verdict is kept. A repetition that comes later finds the answer of the first in the database.
 */
const VERDICTS_KEPT = 10_000

/** People, chat by chat, of whom we know how many calls went unheard. */
const UNHEARD_KEPT = 10_000

/** Why a call goes no further, and whether this person was told so before. */
interface Turned {
  refusal: Refusal
  told: boolean
}

/** It goes on. `missed`: typed calls of this person here that were too fast before it. */
interface Passed {
  missed: number
}

type Verdict = Passed | Turned

/** The same call again gets the same verdict: a repetition is no second try. */
export interface Gate {
  /** `intent` is undefined for what could not be read, which counts as any other call. */
  (call: Call, intent: Intent | undefined): Verdict
  /**
   * Nothing was done: a slip of the pen costs nobody a cooldown, and a typed one less of the pace in a group.
   * `intent` as above.
   */
  forgive(call: Call, intent: Intent | undefined): void
  /** For the confirm of a form, of which only the database knows the command. */
  cooldownOf(call: Call): Cooldown
}

export function createGate(world: Pick<World, 'monotonic'>): Gate {
  const persons = createBuckets(PERSON_BUCKET)
  const typists = createBuckets(TYPIST_BUCKET)
  const chats = createBuckets(CHAT_BUCKET)
  const cooldowns = createCooldowns()
  const verdicts = new Kept<Verdict>(VERDICTS_KEPT)
  const forgiven = new Kept<true>(VERDICTS_KEPT)
  const unheard = createUnheard()

  function cool(call: Call, intent: Intent | undefined, now: number): Turned | undefined {
    if (intent?.kind !== 'run' || !intent.command.cooldownMs) return undefined
    // Whoever looks at a preview, or begins a form, has not done it yet.
    return goesThrough(intent) ? cooldowns.begin(call, intent.command, now) : undefined
  }

  function judge(call: Call, intent: Intent | undefined): Verdict {
    const now = world.monotonic()
    const person = personKey(call)
    const chat = `${call.platform}:${call.place.chat}`
    const buckets: [Buckets, string][] = []
    if (isTypedInGroup(call)) buckets.push([typists, typistKey(call)])
    buckets.push([persons, person])
    if (call.place.kind === 'group' && call.request.kind !== 'pressed') buckets.push([chats, chat])
    // One after the other: who is refused takes nothing from the others of the chat.
    for (const [bucket, key] of buckets) {
      const taken = bucket.take(key, now)
      if (taken.verdict === 'ok') continue
      unheard.add(call)
      return turned('too-fast', taken.waitMs, taken.verdict === 'silent', { command: nameOf(intent) })
    }
    return cool(call, intent, now) ?? { missed: intent ? unheard.take(call) : 0 }
  }

  const gate = (call: Call, intent: Intent | undefined): Verdict => {
    const key = keyOf(call)
    const known = verdicts.get(key)
    if (known) return known
    const verdict = judge(call, intent)
    verdicts.set(key, verdict)
    return verdict
  }
  return Object.assign(gate, {
    forgive(call: Call, intent: Intent | undefined) {
      if (intent?.kind === 'run') cooldowns.end(call, intent.command.name)
      const key = keyOf(call)
      if (!isTypedInGroup(call) || call.actor.isAnonymous || forgiven.get(key)) return
      forgiven.set(key, true)
      typists.refund(typistKey(call), SLIP_REFUND)
    },
    cooldownOf: (call: Call): Cooldown => ({
      begin: (command) => cooldowns.begin(call, command, world.monotonic())?.refusal,
      end: ({ name }) => cooldowns.end(call, name),
    }),
  })
}

function createCooldowns() {
  const kept = new Kept<{ at: number; by: string; told: boolean }>(COOLDOWNS_KEPT)
  return {
    /** One call begins one cooldown, also where its unit of work runs twice. */
    begin(call: Call, { name, cooldownMs = 0 }: AnyCommand, now: number): Turned | undefined {
      const key = cooldownKey(call, name)
      const by = keyOf(call)
      const last = kept.get(key)
      if (last?.by === by) return undefined
      const left = last ? last.at + cooldownMs - now : 0
      if (last && left > 0) {
        const { told } = last
        last.told = true
        return turned('cooldown', left, told, { command: name })
      }
      if (cooldownMs > 0) kept.set(key, { at: now, by, told: false })
      return undefined
    },
    /** What another call has begun stays. */
    end(call: Call, name: string): void {
      const key = cooldownKey(call, name)
      if (kept.get(key)?.by === keyOf(call)) kept.delete(key)
    },
  }
}

/** Counts typed calls that were too fast, and hands the number to the first that passes. */
function createUnheard() {
  const counts = new Kept<number>(UNHEARD_KEPT)
  return {
    add(call: Call): void {
      const key = typistKey(call)
      if (!call.awaitsAnswer) counts.set(key, (counts.get(key) ?? 0) + 1)
    },
    take(call: Call): number {
      const key = typistKey(call)
      const count = call.awaitsAnswer ? 0 : (counts.get(key) ?? 0)
      if (count > 0) counts.delete(key)
      return count
    },
  }
}

function turned(key: string, waitMs: number, told: boolean, more: Record<string, Param> = {}): Turned {
  return { refusal: new Refusal(key, { wait: { duration: waitMs }, ...more }), told }
}

/** As people type it; `none` where they pressed something that has no such name. */
function nameOf(intent: Intent | undefined): string {
  return intent?.kind === 'run' && isTyped(intent.command) ? intent.command.name : 'none'
}

/** All who hide behind a group on Telegram share one account, so they are counted group by group. */
function personKey({ platform, actor, place }: Call): string {
  return `${platform}:${actor.isAnonymous ? `in ${place.chat}` : actor.id}`
}

function isTypedInGroup({ place, awaitsAnswer }: Call): boolean {
  return place.kind === 'group' && !awaitsAnswer
}

function typistKey(call: Call): string {
  return `${personKey(call)} ${call.platform}:${call.place.chat}`
}

function cooldownKey(call: Call, command: string): string {
  return `${personKey(call)}:${command}`
}
