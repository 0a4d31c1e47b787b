/**
 * The one way every call takes, whether it came over HTTP or as the answer to a webhook: known method, fields
 * against the rules, a fault that may be injected before the effect, the effect, its price, a fault after it,
 * a line for the page.
 */
import type { ApiCall, FaultId, Strange } from '../contract.js'
import { messageKey } from '../page/message-key.js'
import { type Access, resolveChat } from './access.js'
import type { Args } from './args.js'
import { checkFields, strangeIn } from './checks.js'
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
 * A fault script's hook. Runs before the effect and after it; may wait, or throw an ApiRefusal or a
 * StrangeAnswer (answered as such) or a BrokenConnection (the socket is cut). Resolves with the fault that
 * struck, if it has a name.
 */
export type Fault = (
  phase: 'before' | 'after',
  method: string,
  args: Args,
) => Promise<FaultId | undefined> | undefined

/** The socket is cut, without a word or in the middle of the answer. */
export class BrokenConnection extends Error {
  readonly midway: boolean
  constructor(midway = false) {
    super('broken off')
    this.midway = midway
  }
}

/** An answer that is not the Bot API's, as of a proxy before it. */
export class StrangeAnswer extends Error {
  readonly status: number
  readonly type: string
  readonly body: string
  constructor(status: number, type: string, body: string) {
    super(`${status}, and not from the Bot API`)
    this.status = status
    this.type = type
    this.body = body
  }
}

/** A fault that has a name struck: `seen` is what the bot gets of it. */
export class Struck extends Error {
  readonly fault: FaultId
  readonly seen: Error
  constructor(fault: FaultId, seen: Error) {
    super(seen.message)
    this.fault = fault
    this.seen = seen
  }
}

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
    const held = await fault?.('before', name, checked.args)
    let touched: ChatState | undefined
    const chat = () => {
      touched = enter(world, checked.args, rule.access ?? 'read', rule.paced === true)
      return touched
    }
    const result = await METHODS[name]?.({ world, connections, args: checked.args, chat })
    if (rule.paced && touched) world.pace.spend(touched.id, touched.type !== 'private')
    await fault?.('after', name, checked.args)
    const about = aboutOf(checked.args, result)
    const strange = strangely(checked.strange)
    if (!rule.quiet || held || strange.strange) {
      note(world, name, { ok: true, note: '', ...named(held), ...strange, ...about })
    }
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
        const seen = error instanceof Struck ? error.seen : error
        const text = seen instanceof Error ? seen.message : String(seen)
        const strange = strangely(strangeIn(rule, args, world.apiVersion))
        note(world, name, { ok: false, note: text, ...named(faultOf(error)), ...strange, ...aboutOf(args) })
        throw seen
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

const named = (fault: FaultId | undefined): { fault?: FaultId } => (fault ? { fault } : {})

const strangely = (strange: Strange[]): Pick<ApiCall, 'strange'> => (strange.length > 0 ? { strange } : {})

const faultOf = (error: unknown): FaultId | undefined => (error instanceof Struck ? error.fault : undefined)

type Noted = Omit<ApiCall, 'kind' | 'method'>

function note(world: World, method: string, noted: Noted): void {
  world.tell({ kind: 'call', method, ...noted })
}

/** A query's id in the parameters of an ephemeral answer. */
const ANSWERED = /"callback_query_id"\s*:\s*"(\d+)"/

/** The query that a call answers, and the message that it is about. */
function aboutOf({ values }: Args, result?: unknown): Pick<ApiCall, 'answers' | 'room' | 'message'> {
  const answers =
    values.get('callback_query_id') ?? ANSWERED.exec(values.get('ephemeral_message_parameters') ?? '')?.[1]
  const room = values.get('chat_id')
  const made = result as { message_id?: number; ephemeral_message_id?: number } | undefined
  const other = made?.message_id ?? (Number(values.get('message_id') ?? 0) || undefined)
  const message = made?.ephemeral_message_id === undefined ? other : messageKey(made)
  return { ...(answers ? { answers } : {}), ...(room ? { room } : {}), ...(message ? { message } : {}) }
}
