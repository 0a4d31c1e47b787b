/**
 * Requests to the page's own server. Every one rejects with a {@link Refused} when it says no, and with any
 * other error when it does not answer: {@link reasonOf} tells.
 */
import type { Action, Outcome, Person, Room } from '../../contract.js'
import type {
  BotStatus,
  CommunityAnswer,
  FaultsAnswer,
  FaultsRequest,
  NoAnswer,
  PeopleAnswer,
  PlatformName,
  RailAnswer,
  RailDetail,
  StormReport,
  StormRequest,
} from '../../page-contract.js'
import type { Reason } from '../../reasons.js'
import type { TransportRequest, TransportStatus } from '../../transport-contract.js'

/** The server's no. */
class Refused extends Error {
  readonly reason: Reason
  constructor({ error, detail }: NoAnswer) {
    super(detail ?? error.code)
    this.reason = error
  }
}

/** Why a request came to nothing. */
export const reasonOf = (error: unknown): Reason =>
  error instanceof Refused ? error.reason : { code: 'unreachable' }

type Query = Record<string, string | undefined>

async function ask<Answer>(method: string, path: string, query: Query = {}, body?: unknown): Promise<Answer> {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const response = await fetch(`${path}?${new URLSearchParams(given)}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Refused(answer as NoAnswer)
  return answer as Answer
}

export interface Place {
  platform: PlatformName
  person: string
  room: string
}

export const fetchCommunity = () => ask<CommunityAnswer>('GET', '/api/community')
export const fetchPerson = (id: string) => ask<Person>('GET', '/api/person', { id })
export const fetchRooms = (platform: PlatformName, person: string) =>
  ask<Room[]>('GET', '/api/rooms', { platform, person })
export const fetchHistory = (place: Place) => ask<unknown[]>('GET', '/api/history', { ...place })
export const fetchCommands = (place: Place) => ask<unknown[]>('GET', '/api/commands', { ...place })
export const act = (platform: PlatformName, person: string, action: Action) =>
  ask<Outcome>('POST', '/api/act', {}, { platform, person, action })
export const fetchPeople = () => ask<PeopleAnswer>('GET', '/api/people')
export const fetchStorm = () => ask<StormReport | null>('GET', '/api/storm')
export const startStorm = (request: StormRequest) => ask<StormReport>('POST', '/api/storm', {}, request)
export const cancelStorm = () => ask<StormReport | null>('DELETE', '/api/storm')
export const fetchBot = () => ask<BotStatus | null>('GET', '/api/bot')
export const fetchRail = () => ask<RailAnswer>('GET', '/api/rail')
export const fetchRailDetail = (id: number) => ask<RailDetail>('GET', `/api/rail/${id}`)
export const fetchFaults = () => ask<FaultsAnswer>('GET', '/api/faults')
export const setFaults = (request: FaultsRequest) => ask<FaultsAnswer>('POST', '/api/faults', {}, request)
export const fetchTransport = () => ask<TransportStatus>('GET', '/api/transport')
export const setTransport = (request: TransportRequest) =>
  ask<TransportStatus>('POST', '/api/transport', {}, request)
export const killBot = () => ask<BotStatus>('POST', '/api/bot/kill', {}, {})
