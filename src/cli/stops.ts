/** Stops, for when nobody who may lift one by `/freeze` is free to: whoever is stopped has no say. */
import { type OwnerAccount, ownerOf } from '../config.js'
import { memberText } from '../core/facts/facts.js'
import { type Freeze, heldFreezes, lift, type Scope } from '../core/freezes/freezes.js'
import { memberOf } from '../core/members/members.js'
import { Refusal } from '../kit/refusal.js'
import type { Work } from '../storage/storage.js'
import { ANSWER_IS_NO, type Desk } from './desk.js'
import { atWork, look } from './look.js'
import { OPERATOR } from './roles.js'

/** What is named as stopped: its scope, or an account of a person. */
export type Stopped = Scope | OwnerAccount

/** `everything`, `programme`, `member:7`, `chat:3` or `telegram:123`. Undefined: none of these. */
export function stoppedOf(text: string): Stopped | undefined {
  if (text === 'everything' || text === 'programme') return 'programme'
  const [, kind, id] = /^(member|chat):([1-9]\d{0,14})$/.exec(text) ?? []
  if (kind === 'member' || kind === 'chat') return `${kind}:${Number(id)}`
  return ownerOf(text)
}

/** Shows them, the oldest first. Looks only; works while the bot runs. */
export function listStops(desk: Desk): Promise<number> {
  return look(desk, async (storage) => {
    const stops = await storage.read(heldFreezes)
    for (const stop of stops) desk.say(lineOf(stop))
    desk.say(`${stops.length} ${stops.length === 1 ? 'stop holds' : 'stops hold'}.`)
    return 0
  })
}

function lineOf({ scope, by, at, reason }: Freeze): string {
  return `${scope}  by ${by}, ${new Date(at).toISOString()}: ${reason || 'no reason'}`
}

/** Lifts a stop, whoever laid it. */
export async function liftStop(desk: Desk, stopped: Stopped): Promise<number> {
  return atWork(desk, async (storage) => {
    const scope = await storage.write((work) => lifted(work, stopped))
    if (scope === undefined) desk.say('Nobody is known by that account.')
    else desk.say(scope.was ? `${scope.name} goes on.` : `${scope.name} is not stopped.`)
    return scope?.was ? 0 : ANSWER_IS_NO
  })
}

/** Undefined: an account of nobody. */
async function lifted(work: Work, stopped: Stopped): Promise<{ name: Scope; was: boolean } | undefined> {
  const name = typeof stopped === 'string' ? stopped : await scopeOf(work, stopped)
  if (name === undefined) return undefined
  try {
    await lift(work, name, OPERATOR, true)
    return { name, was: true }
  } catch (error) {
    if (error instanceof Refusal && error.key === 'not-frozen') return { name, was: false }
    throw error
  }
}

async function scopeOf(work: Work, account: OwnerAccount): Promise<Scope | undefined> {
  const member = await memberOf(work, account)
  return member === undefined ? undefined : memberText(member)
}
