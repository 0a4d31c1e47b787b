/**
 * The one way every call takes, whether it came over HTTP or as the answer to a webhook: known method, fields
 * against the rules, a fault that may be injected before the effect, the effect, its price, a fault after it,
 * a line for the page.
 */
import { type Access, resolveChat } from './access.js'
import type { Args } from './args.js'
import { checkFields } from './checks.js'
import type { Connections } from './connections.js'
import { METHODS } from './methods/table.js'
import { ApiRefusal, methodNotFound } from './refusal.js'
import { METHOD_NAMES, type MethodRule, RULES } from './rules.js'
import { ABSENT_METHODS } from './rules-absent.js'
import type { ChatState } from './state.js'
import { knows, type World } from './world.js'

/** What a method gets. */
export interface Call {
  world: World
  connections: Connections
  args: Args
  /** Resolves `chat_id` for what the method does, and looks at the send limits. Throws 400, 403, 429. */
  chat(): ChatState
}

export type Method = (call: Call) => unknown

/**
 * A fault script's hook. Runs before the effect and after it; may wait, or throw an ApiRefusal (answered as
 * such) or a BrokenConnection (the socket is cut without an answer).
 */
export type Fault = (phase: 'before' | 'after', method: string, args: Args) => Promise<void> | undefined

export class BrokenConnection extends Error {}

export interface Dispatcher {
  /** Resolves with the `result` of the call, or rejects with an ApiRefusal. */
  call(method: string, args: Args): Promise<unknown>
}

export function createDispatcher(
  world: World,
  connections: Connections,
  fault: Fault | undefined,
): Dispatcher {
  const run = async (name: string, rule: MethodRule, args: Args): Promise<unknown> => {
    const checked = checkFields(rule, args, world.apiVersion)
    await fault?.('before', name, checked.args)
    let touched: ChatState | undefined
    const chat = () => {
      touched = enter(world, checked.args, rule.access ?? 'read', rule.paced === true)
      return touched
    }
    const result = await METHODS[name]?.({ world, connections, args: checked.args, chat })
    if (rule.paced && touched) world.pace.spend(touched.id, touched.type !== 'private')
    await fault?.('after', name, checked.args)
    if (!rule.quiet) note(world, name, true, checked.notes.join('; '))
    return result
  }
  return {
    async call(method, args) {
      const name = METHOD_NAMES.get(method.toLowerCase())
      const rule = name === undefined ? undefined : RULES[name]
      if (name === undefined && ABSENT_METHODS.has(method.toLowerCase())) throw absent(method)
      if (name === undefined || !rule || (rule.since && !knows(world, rule.since))) throw methodNotFound()
      try {
        return await run(name, rule, args)
      } catch (error) {
        note(world, name, false, error instanceof ApiRefusal ? error.message : 'broken off')
        throw error
      }
    },
  }
}

/** Telegram never answers 501; a bot that meets it has left what the sandbox can show. */
const absent = (method: string) => new ApiRefusal(501, `Not Implemented: the sandbox has no ${method}`)

function enter(world: World, args: Args, access: Access, paced: boolean): ChatState {
  const chat = resolveChat(world, args, access)
  if (paced) world.pace.check(chat.id, chat.type !== 'private')
  return chat
}

function note(world: World, method: string, ok: boolean, text: string): void {
  world.tell({ kind: 'call', method, ok, note: text })
}
