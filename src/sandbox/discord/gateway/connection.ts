/** One WebSocket of a bot: hello, heartbeats, and the payloads it may send. */
import type { RawData, WebSocket } from 'ws'
import type { Clock } from '../../clock.js'
import { CLOSE, OP } from '../protocol.js'
import { isRecord } from '../rules/rule.js'
import { confirm, type Session } from './session.js'

/** What Discord tells nearly every client; the documentation's examples say 45,000. */
export const HEARTBEAT_MS = 41_250
/** A connection silent for this many intervals is a zombie. */
const ZOMBIE_AFTER = 1.5
/** Payloads a client may send per window (developers/events/gateway "Rate Limiting"). */
const SENDS = 120
const SENDS_WINDOW_MS = 60_000
/** Largest payload a client may send, in bytes (developers/events/gateway "Sending Events"). */
const PAYLOAD_MAX = 4096

export interface Connection {
  readonly id: number
  session: Session | undefined
  send(payload: { op: number; d: unknown }): void
  sendText(text: string): void
  close(code: number, reason: string): void
}

/** Why the client is turned away: a close code with its text, or opcode 9. */
export type Verdict = readonly [code: number, reason: string] | 'invalid session' | undefined

export interface ConnectionPort {
  clock: Clock
  heartbeatMs: number
  onIdentify(connection: Connection, data: Record<string, unknown>): Verdict
  onResume(connection: Connection, data: Record<string, unknown>): Verdict
  onRequestMembers(connection: Connection, data: Record<string, unknown>): void
  onClosed(connection: Connection, code: number): void
  /** Whether this heartbeat is left without an acknowledgement. */
  isDeaf(): boolean
}

export function openConnection(id: number, socket: WebSocket, port: ConnectionPort): Connection {
  const { clock } = port
  const sentAt: number[] = []
  const connection: Connection = {
    id,
    session: undefined,
    send: (payload) => connection.sendText(JSON.stringify({ t: null, s: null, ...payload })),
    sendText: (text) => {
      if (socket.readyState === socket.OPEN) socket.send(text)
    },
    close: (code, reason) => socket.close(code, reason),
  }
  let pulse = clock.after(port.heartbeatMs * ZOMBIE_AFTER, zombie)
  function zombie(): void {
    connection.close(CLOSE.unknownError, 'Heartbeat missed.')
  }
  const beat = (seq: unknown): void => {
    pulse()
    pulse = clock.after(port.heartbeatMs * ZOMBIE_AFTER, zombie)
    if (connection.session) confirm(connection.session, seq)
    if (!port.isDeaf()) connection.send({ op: OP.heartbeatAck, d: null })
  }
  socket.on('message', (data, binary) => {
    const late = tooMany(sentAt, clock.now())
    const verdict = late ? RATE_LIMITED : receive(connection, port, beat, decoded(data, binary))
    if (verdict === 'invalid session') connection.send({ op: OP.invalidSession, d: false })
    else if (verdict) connection.close(...verdict)
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', (code) => {
    pulse()
    port.onClosed(connection, code)
  })
  connection.send({ op: OP.hello, d: { heartbeat_interval: port.heartbeatMs, _trace: [] } })
  return connection
}

function tooMany(sentAt: number[], now: number): boolean {
  while (sentAt[0] !== undefined && now - sentAt[0] >= SENDS_WINDOW_MS) sentAt.shift()
  sentAt.push(now)
  return sentAt.length > SENDS
}

function decoded(data: RawData, binary: boolean): Record<string, unknown> | undefined {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as Buffer)
  if (binary || bytes.length > PAYLOAD_MAX) return undefined
  try {
    const payload: unknown = JSON.parse(bytes.toString('utf8'))
    return isRecord(payload) ? payload : undefined
  } catch {
    return undefined
  }
}

function receive(
  connection: Connection,
  port: ConnectionPort,
  beat: (seq: unknown) => void,
  payload: Record<string, unknown> | undefined,
): Verdict {
  if (!payload) return UNDECODABLE
  const { op, d } = payload
  const data = isRecord(d) ? d : undefined
  if (op === OP.heartbeat) {
    beat(d)
    return undefined
  }
  if (op === OP.identify || op === OP.resume) {
    if (connection.session) return [CLOSE.alreadyAuthenticated, 'Already authenticated.']
    if (!data) return UNDECODABLE
    return op === OP.identify ? port.onIdentify(connection, data) : port.onResume(connection, data)
  }
  if (!SESSION_OPS.includes(Number(op))) return [CLOSE.unknownOpcode, 'Unknown opcode.']
  if (!connection.session) return [CLOSE.notAuthenticated, 'Not authenticated.']
  if (op === OP.requestGuildMembers && data) port.onRequestMembers(connection, data)
  return undefined
}

const RATE_LIMITED = [CLOSE.rateLimited, 'Rate limited.'] as const
/** A payload that is none, or that lacks what its opcode needs. */
export const UNDECODABLE = [CLOSE.decodeError, 'Error while decoding payload.'] as const

/** Payloads of an identified session. Presence and voice are accepted and have no effect here. */
const SESSION_OPS: readonly number[] = [
  OP.presenceUpdate,
  OP.voiceStateUpdate,
  OP.requestGuildMembers,
  OP.requestSoundboardSounds,
]
