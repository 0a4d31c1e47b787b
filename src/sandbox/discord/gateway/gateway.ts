/** The gateway: WebSockets in, events out. */
import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Faults } from '../../faults.js'
import { CLOSE, OP } from '../protocol.js'
import type { GatewayEvent, Realm } from '../realm.js'
import { type ConnectionPort, HEARTBEAT_MS, openConnection } from './connection.js'
import { type Desk, forgetExpired, identify, lose, resume, type SessionNews, sendMembers } from './desk.js'
import { IDENTIFIES_A_DAY, IDENTIFY_WINDOW_MS, type IdentifyBudget, identifyBudget } from './identify.js'
import { API_VERSION } from './ready.js'
import { concerns, deliverTo } from './session.js'

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
  faults?: Pick<Faults, 'strikes'>
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
  /** Sessions that were taken up again, so far. */
  resumed(): number
  /** Tells when a session is taken up again, or begun. */
  onSession(listener: (news: SessionNews) => void): () => void
  /** WebSockets open now. */
  connections(): number
  close(): void
}

export function createGateway(realm: Realm, options: GatewayOptions = {}): Gateway {
  const listeners = new Set<(news: SessionNews) => void>()
  const desk = openDesk(realm, options, (news) => {
    for (const listener of listeners) listener(news)
  })
  const { sessions, connections, budget } = desk
  const port = portOf(desk, options)
  let opened = 0
  return {
    budget,
    accept(socket, request) {
      const query = new URL(request.url ?? '/', 'ws://gateway').searchParams
      if (query.get('v') !== null && query.get('v') !== String(API_VERSION)) {
        socket.close(CLOSE.invalidVersion, 'Invalid API version.')
        return
      }
      opened += 1
      connections.set(openConnection(opened, socket, port), socket)
    },
    dispatch(event) {
      forgetExpired(desk)
      if (desk.ended.some((session) => concerns(session, event))) desk.lost += 1
      for (const session of sessions.values()) deliverTo(session, event)
    },
    dropConnections() {
      for (const socket of connections.values()) socket.terminate()
    },
    askReconnect() {
      for (const connection of connections.keys()) connection.send({ op: OP.reconnect, d: null })
    },
    invalidateSessions: (resumable) => invalidate(desk, resumable),
    sessions: () => sessions.size,
    resumed: () => desk.resumed,
    onSession(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    connections: () => connections.size,
    close() {
      for (const socket of connections.values()) socket.terminate()
      sessions.clear()
    },
  }
}

function openDesk(realm: Realm, options: GatewayOptions, taken: Desk['taken']): Desk {
  const budget = identifyBudget(realm.clock, {
    maxConcurrency: options.maxConcurrency ?? 1,
    total: options.identifiesADay ?? IDENTIFIES_A_DAY,
    windowMs: options.identifyWindowMs ?? IDENTIFY_WINDOW_MS,
  })
  return { realm, budget, sessions: new Map(), connections: new Map(), resumed: 0, ended: [], lost: 0, taken }
}

function portOf(desk: Desk, { heartbeatMs = HEARTBEAT_MS, faults }: GatewayOptions): ConnectionPort {
  return {
    clock: desk.realm.clock,
    heartbeatMs,
    onIdentify: (connection, data) => identify(desk, connection, data),
    onResume: (connection, data) => resume(desk, connection, data),
    onRequestMembers: ({ session }, data) => {
      if (session) sendMembers(desk, session, data)
    },
    onClosed: (connection, code) => lose(desk, connection, code),
    isDeaf: () => faults?.strikes('discord-deaf') ?? false,
  }
}

function invalidate(desk: Desk, resumable: boolean): void {
  const { connections, sessions } = desk
  for (const connection of connections.keys()) {
    connection.send({ op: OP.invalidSession, d: resumable })
    if (!resumable) connection.session = undefined
  }
  if (resumable) return
  desk.ended = [...sessions.values()]
  sessions.clear()
}
