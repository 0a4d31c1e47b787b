/** The gateway: who may identify, which sessions live, and what they are told. */
import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import { CLOSE, INTENT, KNOWN_INTENTS, OP, PRIVILEGED_INTENTS } from '../protocol.js'
import type { GatewayEvent, Realm } from '../realm.js'
import { type Connection, HEARTBEAT_MS, openConnection, type Verdict } from './connection.js'
import { IDENTIFIES_A_DAY, IDENTIFY_WINDOW_MS, type IdentifyBudget, identifyBudget } from './identify.js'
import { API_VERSION, greet, membersOf } from './ready.js'
import { canReplay, confirm, deliverTo, emit, RESUMABLE_MS, type Session } from './session.js'

export interface GatewayOptions {
  /** Shards that may identify within one window. Discord gives most bots 1. */
  maxConcurrency?: number
  /** The window in ms: 5,000 on Discord. Less where a test starts a bot again and again. */
  identifyWindowMs?: number
  /** Identifies a day. */
  identifiesADay?: number
  /** Privileged intents switched on for the application. The bot of this house needs none. */
  privilegedIntents?: number
  /** Milliseconds between heartbeats. */
  heartbeatMs?: number
}

export interface Gateway {
  readonly budget: IdentifyBudget
  accept(socket: WebSocket, request: IncomingMessage): void
  dispatch(event: GatewayEvent): void
  /** Cuts the TCP connections without a word; the sessions can be resumed. */
  dropConnections(): void
  /** Opcode 7: clients must reconnect and resume. */
  askReconnect(): void
  /** Opcode 9. Sessions that are not resumable are forgotten. */
  invalidateSessions(resumable: boolean): void
  /** Sessions that live, with or without a connection. */
  sessions(): number
  /** WebSockets open now. */
  connections(): number
  close(): void
}

export function createGateway(realm: Realm, options: GatewayOptions = {}): Gateway {
  const sessions = new Map<string, Session>()
  const connections = new Map<Connection, WebSocket>()
  const budget = identifyBudget(realm.clock, {
    maxConcurrency: options.maxConcurrency ?? 1,
    total: options.identifiesADay ?? IDENTIFIES_A_DAY,
    windowMs: options.identifyWindowMs ?? IDENTIFY_WINDOW_MS,
  })
  const privileged = options.privilegedIntents ?? 0
  let born = 0

  const url = (): string => `${realm.origin.replace('http', 'ws')}/gateway`
  const port = {
    clock: realm.clock,
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    onIdentify,
    onResume,
    onRequestMembers,
    onClosed,
  }

  function onIdentify(connection: Connection, data: Record<string, unknown>): Verdict {
    const refused = refusal(realm, data, privileged)
    if (refused) return refused
    const shard = (data.shard ?? [0, 1]) as [number, number]
    const granted = budget.take(shard[0])
    if (granted === 'crowded') return 'invalid session'
    if (granted === 'spent') return resetToken()
    born += 1
    const id = createHash('sha256').update(`${realm.ids.next()}:${born}`).digest('hex').slice(0, 32)
    const intents = Number(data.intents)
    const session: Session = { ...EMPTY, id, shard, intents, unconfirmed: [] }
    sessions.set(id, session)
    carry(connection, session)
    greet(realm, session, url(), Number(data.large_threshold ?? undefined) || undefined)
    return undefined
  }

  function carry(connection: Connection, session: Session): void {
    session.close?.(CLOSE.unknownError, 'Session resumed elsewhere.')
    connection.session = session
    session.send = connection.sendText
    session.close = connection.close
    session.lostAt = undefined
  }

  function onResume(connection: Connection, data: Record<string, unknown>): Verdict {
    if (data.token !== realm.app.token) return UNAUTHENTICATED
    forgetExpired()
    const session = sessions.get(String(data.session_id))
    const seq = Number(data.seq)
    if (!session) return 'invalid session'
    if (!Number.isInteger(seq) || seq > session.seq) return [CLOSE.invalidSeq, 'Invalid seq.']
    if (!canReplay(session, seq)) return 'invalid session'
    carry(connection, session)
    confirm(session, seq)
    for (const { text } of session.unconfirmed) connection.sendText(text)
    emit(session, 'RESUMED', '{"_trace":[]}')
    return undefined
  }

  const expired = (session: Session): boolean =>
    session.lostAt !== undefined && realm.clock.now() - session.lostAt > RESUMABLE_MS

  function forgetExpired(): void {
    for (const session of sessions.values()) if (expired(session)) sessions.delete(session.id)
  }

  function onClosed(connection: Connection, code: number): void {
    connections.delete(connection)
    const { session } = connection
    if (!session || session.send !== connection.sendText) return
    session.send = undefined
    session.close = undefined
    session.lostAt = realm.clock.now()
    // A client that says 1000 or 1001 has done with its session.
    if (code === 1000 || code === 1001) sessions.delete(session.id)
  }

  function onRequestMembers({ session }: Connection, data: Record<string, unknown>): void {
    const guild = realm.guilds.get(String(data.guild_id))
    if (!session || !guild) return
    const asked = data.user_ids === undefined ? undefined : [data.user_ids].flat().map(String)
    const all = (session.intents & INTENT.guildMembers) !== 0
    const members = membersOf(realm, guild, asked ?? (all ? undefined : []))
    const chunk = { guild_id: guild.id, members, chunk_index: 0, chunk_count: 1, nonce: data.nonce }
    const notFound = asked?.filter((id) => !members.some(({ user }) => user.id === id))
    emit(session, 'GUILD_MEMBERS_CHUNK', JSON.stringify({ ...chunk, not_found: notFound }))
  }

  /** Discord ends all sessions and makes a new token, which only the owner gets to see. */
  function resetToken(): Verdict {
    realm.app.token = `${realm.app.token}.reset`
    for (const connection of connections.keys()) connection.close(...UNAUTHENTICATED)
    sessions.clear()
    return undefined
  }

  return {
    budget,
    accept(socket, request) {
      const query = new URL(request.url ?? '/', 'ws://gateway').searchParams
      const version = query.get('v') ?? String(API_VERSION)
      if (version !== String(API_VERSION)) {
        socket.close(CLOSE.invalidVersion, 'Invalid API version.')
        return
      }
      born += 1
      connections.set(openConnection(born, socket, port), socket)
    },
    dispatch(event) {
      forgetExpired()
      for (const session of sessions.values()) deliverTo(session, event)
    },
    dropConnections() {
      for (const socket of connections.values()) socket.terminate()
    },
    askReconnect() {
      for (const connection of connections.keys()) connection.send({ op: OP.reconnect, d: null })
    },
    invalidateSessions(resumable) {
      for (const connection of connections.keys()) connection.send({ op: OP.invalidSession, d: resumable })
      if (resumable) return
      for (const connection of connections.keys()) connection.session = undefined
      sessions.clear()
    },
    sessions: () => sessions.size,
    connections: () => connections.size,
    close() {
      for (const socket of connections.values()) socket.terminate()
      sessions.clear()
    },
  }
}

const EMPTY = { seq: 0, send: undefined, close: undefined, lostAt: undefined }
const UNAUTHENTICATED = [CLOSE.authenticationFailed, 'Authentication failed.'] as const

/** Why an IDENTIFY is turned away, as a close code and its text. */
function refusal(realm: Realm, data: Record<string, unknown>, privileged: number): Verdict {
  if (data.token !== realm.app.token) return UNAUTHENTICATED
  const { intents, shard } = data
  if (typeof intents !== 'number' || !Number.isInteger(intents) || intents < 0 || intents & ~KNOWN_INTENTS) {
    return [CLOSE.invalidIntents, 'Invalid intent(s).']
  }
  if (intents & PRIVILEGED_INTENTS & ~privileged) return [CLOSE.disallowedIntents, 'Disallowed intent(s).']
  if (shard !== undefined && !isShard(shard)) return [CLOSE.invalidShard, 'Invalid shard.']
  return undefined
}

function isShard(shard: unknown): boolean {
  if (!Array.isArray(shard) || shard.length !== 2 || !shard.every(Number.isInteger)) return false
  const [id, count] = shard as [number, number]
  return id >= 0 && count > 0 && id < count
}
