/** Who may have a session: identify, resume, and what becomes of a session whose connection ends. */
import { createHash } from 'node:crypto'
import type { WebSocket } from 'ws'
import { CLOSE, INTENT, KNOWN_INTENTS, PRIVILEGED_INTENTS } from '../protocol.js'
import type { Realm } from '../realm.js'
import { isRecord } from '../rules/rule.js'
import { type Connection, UNDECODABLE, type Verdict } from './connection.js'
import type { IdentifyBudget } from './identify.js'
import { greet, membersOf } from './ready.js'
import { canReplay, confirm, emit, RESUMABLE_MS, type Session } from './session.js'

/** What the gateway knows. */
export interface Desk {
  readonly realm: Realm
  readonly budget: IdentifyBudget
  readonly sessions: Map<string, Session>
  readonly connections: Map<Connection, WebSocket>
  /** Resumes that were granted. */
  resumed: number
  /** Sessions that were ended on purpose, until another one begins. */
  ended: Session[]
  /** Events that those would have been sent since. */
  lost: number
  /** Told when a session is taken up by a connection. */
  taken(news: SessionNews): void
}

/**
 * `resumed`: so many events were sent again; `begun`: so many had nobody to go to since there was a session.
 */
export interface SessionNews {
  kind: 'resumed' | 'begun'
  events: number
}

export const gatewayUrl = (realm: Realm): string => `${realm.origin.replace('http', 'ws')}/gateway`

export function identify(desk: Desk, connection: Connection, data: Record<string, unknown>): Verdict {
  const { realm, budget, sessions } = desk
  const refused = refusal(realm, data)
  if (refused) return refused
  const shard = (data.shard ?? [0, 1]) as [number, number]
  const granted = budget.take(shard[0])
  if (granted === 'crowded') return 'invalid session'
  if (granted === 'spent') return resetToken(desk)
  const id = createHash('sha256').update(realm.ids.next()).digest('hex').slice(0, 32)
  const session: Session = { ...EMPTY, id, shard, intents: Number(data.intents), unconfirmed: [] }
  desk.taken({ kind: 'begun', events: desk.lost })
  Object.assign(desk, { ended: [], lost: 0 })
  sessions.set(id, session)
  carry(connection, session)
  greet(realm, session, gatewayUrl(realm), Number(data.large_threshold ?? undefined) || undefined)
  return undefined
}

const EMPTY = { seq: 0, send: undefined, close: undefined, lostAt: undefined }
const UNAUTHENTICATED = [CLOSE.authenticationFailed, 'Authentication failed.'] as const

/** Why an IDENTIFY is turned away, as a close code and its text. */
function refusal(realm: Realm, data: Record<string, unknown>): Verdict {
  if (!isRecord(data.properties)) return UNDECODABLE
  if (data.token !== realm.app.token) return UNAUTHENTICATED
  const { intents, shard } = data
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0 || intents & ~KNOWN_INTENTS) {
    return [CLOSE.invalidIntents, 'Invalid intent(s).']
  }
  if (intents & PRIVILEGED_INTENTS & ~realm.privilegedIntents) {
    return [CLOSE.disallowedIntents, 'Disallowed intent(s).']
  }
  if (shard !== undefined && !isShard(shard)) return [CLOSE.invalidShard, 'Invalid shard.']
  return undefined
}

function isShard(shard: unknown): boolean {
  if (!Array.isArray(shard) || shard.length !== 2 || !shard.every(Number.isInteger)) return false
  const [id, count] = shard as [number, number]
  return id >= 0 && count > 0 && id < count
}

/** Discord ends all sessions and makes a new token, which only the owner gets to see. */
function resetToken({ realm, connections, sessions }: Desk): Verdict {
  realm.app.token = `${realm.app.token}.reset`
  for (const connection of connections.keys()) connection.close(...UNAUTHENTICATED)
  sessions.clear()
  return undefined
}

/** From now on the session speaks through this connection; a former one is closed. */
function carry(connection: Connection, session: Session): void {
  session.close?.(CLOSE.unknownError, 'Session resumed elsewhere.')
  connection.session = session
  session.send = connection.sendText
  session.close = connection.close
  session.lostAt = undefined
}

export function resume(desk: Desk, connection: Connection, data: Record<string, unknown>): Verdict {
  if (data.token !== desk.realm.app.token) return UNAUTHENTICATED
  forgetExpired(desk)
  const session = desk.sessions.get(String(data.session_id))
  const seq = Number(data.seq)
  if (!session) return 'invalid session'
  if (!Number.isInteger(seq) || seq > session.seq) return [CLOSE.invalidSeq, 'Invalid seq.']
  if (!canReplay(session, seq)) return 'invalid session'
  desk.resumed += 1
  carry(connection, session)
  confirm(session, seq)
  for (const { text } of session.unconfirmed) connection.sendText(text)
  desk.taken({ kind: 'resumed', events: session.unconfirmed.length })
  emit(session, 'RESUMED', '{"_trace":[]}')
  return undefined
}

export function forgetExpired({ realm, sessions }: Desk): void {
  const now = realm.clock.now()
  for (const { id, lostAt } of sessions.values()) {
    if (lostAt !== undefined && now - lostAt > RESUMABLE_MS) sessions.delete(id)
  }
}

/** A client that closes with one of these has done with its session; after any other it may resume. */
const DONE = [1000, 1001]

export function lose({ realm, connections, sessions }: Desk, connection: Connection, code: number): void {
  connections.delete(connection)
  const { session } = connection
  if (!session || session.send !== connection.sendText) return
  session.send = undefined
  session.close = undefined
  session.lostAt = realm.clock.now()
  if (DONE.includes(code)) sessions.delete(session.id)
}

/** Opcode 8: named members, or with the members intent all of them. */
export function sendMembers({ realm }: Desk, session: Session, data: Record<string, unknown>): void {
  const guild = realm.guilds.get(String(data.guild_id))
  if (!guild) return
  const asked = data.user_ids === undefined ? undefined : [data.user_ids].flat().map(String)
  const all = (session.intents & INTENT.guildMembers) !== 0
  const members = membersOf(realm, guild, asked ?? (all ? undefined : []))
  const notFound = asked?.filter((id) => !members.some(({ user }) => user.id === id))
  const chunk = { guild_id: guild.id, members, chunk_index: 0, chunk_count: 1, nonce: data.nonce }
  emit(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify({ ...chunk, not_found: notFound }))
}
