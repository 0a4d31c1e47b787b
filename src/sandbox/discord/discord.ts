/**
 * A Discord of one's own: a server that speaks the HTTP API v10 and the gateway, so that an unchanged
 * discord.js logs in and works, and a `SandboxPlatform` for the chat page drawn on top.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Agent } from 'undici'
import { WebSocketServer } from 'ws'
import { type Clock, machineClock } from '../clock.js'
import type { Action, Community, Room, SandboxEvent, SandboxPlatform } from '../contract.js'
import { createFaultLane } from '../fault-lane.js'
import type { Faults } from '../faults.js'
import { pageRefusal } from '../local-only.js'
import { type SentUpdate, sendingOf } from '../sent.js'
import { foundApplication, foundGuilds } from './founding.js'
import { gatewayFaults } from './gateway/faults.js'
import { createGateway, type Gateway, type GatewayOptions } from './gateway/gateway.js'
import { findKept, memberOf, setBotAccess, setRoles } from './guilds.js'
import { deliverByHttp, probe, setEndpoint } from './interactions/endpoint.js'
import { fail } from './interactions/launch.js'
import { acceptInvite } from './invites.js'
import { act } from './people/act.js'
import type { Values } from './people/command.js'
import { commandsIn, historyOf, roomsOf } from './people/look.js'
import { autocomplete, type Pressed, pressRaw, type RawPress, replay } from './people/low-level.js'
import type { Pings, Realm, Telling } from './realm.js'
import { type FaultPlan, switchedFaults } from './rest/faults.js'
import type { RateOptions } from './rest/rate-limits.js'
import { routes } from './rest/routes.js'
import { type ApiServer, createApi } from './rest/server.js'
import { moveFiles, restoreInto, type Snapshot, snapshotOf } from './snapshot.js'
import { snowflakes } from './snowflake.js'

export interface DiscordSandboxOptions extends RateOptions, GatewayOptions {
  community: Community
  /** Milliseconds since 1970; ids, deadlines and rate limits follow it. */
  now?: () => number
  /** Timers, for a virtual clock. Real ones by default. */
  after?: Clock['after']
  /** How long `act` waits for the end of a deferred answer, in ms. */
  patience?: number
  /** What goes wrong, as the page has it. */
  faults?: Faults
}

export interface DiscordSandbox extends SandboxPlatform {
  readonly name: 'discord'
  readonly applicationId: string
  /** What the bot gets as DISCORD_PUBLIC_KEY, hexadecimal. */
  readonly publicKey: string
  readonly gateway: Pick<
    Gateway,
    | ('dropConnections' | 'askReconnect' | 'invalidateSessions')
    | ('sessions' | 'resumed' | 'connections' | 'budget')
  >
  /** Sends interactions to this address from now on, instead of the gateway; `undefined` takes it back. */
  setInteractionsEndpoint(url: string | undefined): Promise<void>
  /** Sends a bad signature to the endpoint, as Discord does now and then; answers the HTTP status. */
  probeEndpoint(): Promise<number>
  /** What goes wrong, as a test has it, instead of what the page has; `undefined` ends that. */
  setFaults(plan: FaultPlan | undefined): void
  /** A press with nothing checked: forged ids, other channels, messages long gone. */
  pressRaw(person: string, press: RawPress): Pressed
  /** Sends an interaction again, id and token as they were. */
  replay(interaction: string): void
  /** What an autocompleted option suggests for what is typed so far. */
  autocomplete(
    person: string,
    asked: { room: string; name: string; options: Values; focused: string },
  ): Promise<unknown[]>
  /** Whom a message called; what allowed_mentions held back is not in it. */
  pings(message: string): Pings | undefined
  setRoles(person: string, roles: string[]): void
  /** Takes the bot's rights in a channel, or gives them back. */
  setBotAccess(room: string, access: { view: boolean; send: boolean }): void
  /** Joins by an invite and counts its use. False when the invite is none or used up. */
  acceptInvite(person: string, code: string): boolean
  /** Whether the person takes private messages from the bot. */
  setDirectMessages(person: string, open: boolean): void
}

/** Default of `patience`, in ms: longer than any bot should keep anyone waiting. */
const PATIENCE_MS = 10_000
/** Connections kept open to the interactions endpoint. */
const ENDPOINT_CONNECTIONS = 128
/** Largest WebSocket message read at all, in bytes; from 4,097 on the gateway closes with 4002. */
const SOCKET_PAYLOAD_MAX = 64 * 1024
/** Newest messages of a room unless asked for fewer or more. */
const HISTORY = 50

export function createDiscordSandbox(options: DiscordSandboxOptions): DiscordSandbox {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const sentListeners = new Set<(sent: SentUpdate) => void>()
  const tell = (event: Telling): void => {
    const told = { platform: 'discord', at: realm.clock.now(), ...event } as SandboxEvent
    for (const listener of listeners) listener(told)
  }
  const realm = newRealm(options, tell, (sent) => {
    for (const listener of sentListeners) listener(sent)
  })
  const gateway = createGateway(realm, options)
  realm.dispatch = gateway.dispatch
  const api = createApi(realm, gateway, routes, options)
  const switched = options.faults && switchedFaults(options.faults)
  api.setFaults(switched)
  const stopFaults = options.faults ? gatewayFaults(gateway, options.faults, realm.clock) : () => {}
  return {
    ...doors(realm, gateway, api, stopFaults),
    ...sights(realm),
    ...controls(realm),
    name: 'discord',
    applicationId: realm.app.id,
    publicKey: realm.app.publicKey,
    gateway,
    setFaults: (plan) => api.setFaults(plan ?? switched),
    onEvent(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    onSent(listener) {
      sentListeners.add(listener)
      return () => void sentListeners.delete(listener)
    },
    snapshot: () => snapshotOf(realm),
    restore(snapshot) {
      restoreInto(realm, snapshot)
      realm.ids = snowflakes(realm.clock.now, (snapshot as Snapshot).lastId)
    },
    get root() {
      return `${realm.origin}/api`
    },
    get token() {
      return realm.app.token
    },
  }
}

/** Opening and closing the server that the bot connects to. */
function doors(
  realm: Realm,
  gateway: Gateway,
  api: ApiServer,
  stopFaults: () => void,
): Pick<DiscordSandbox, 'listen' | 'close'> {
  const server = createServer((request, response) => void api.handle(request, response))
  const sockets = new WebSocketServer({
    ...{ server, maxPayload: SOCKET_PAYLOAD_MAX },
    verifyClient: ({ req }, answer) => answer(pageRefusal(req.headers) === undefined, 403),
  })
  sockets.on('connection', gateway.accept)
  return {
    async listen(port = 0) {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      moveFiles(realm, realm.origin, origin)
      realm.origin = origin
    },
    async close() {
      stopFaults()
      gateway.close()
      sockets.close()
      for (const interaction of realm.interactions.values()) fail(interaction)
      await realm.http.destroy()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

/** What people see and do. */
function sights(realm: Realm): Pick<DiscordSandbox, 'rooms' | 'history' | 'act' | 'commands'> {
  const { person: named } = realm.community
  return {
    rooms: (person): Room[] => roomsOf(realm, named(person)),
    history(room, person, limit = HISTORY) {
      const channel = realm.channels.get(room)
      return channel ? historyOf(realm, channel, named(person).discord.id, limit) : []
    },
    act: (person: string, action: Action) => act(realm, person, action),
    commands(room, person) {
      const channel = realm.channels.get(room)
      return channel ? commandsIn(realm, channel, named(person)) : []
    },
  }
}

type Controls = Pick<
  DiscordSandbox,
  | ('setInteractionsEndpoint' | 'probeEndpoint' | 'pressRaw' | 'replay' | 'autocomplete' | 'pings')
  | ('setBotAccess' | 'setRoles' | 'acceptInvite' | 'setDirectMessages')
>

/** What neither the bot nor an app on a phone can do. */
function controls(realm: Realm): Controls {
  const userOf = (person: string): string => realm.community.person(person).discord.id
  return {
    setInteractionsEndpoint: (url) => setEndpoint(realm, url),
    probeEndpoint: () => probe(realm),
    pressRaw: (person, press) => pressRaw(realm, person, press),
    replay: (interaction) => replay(realm, interaction),
    autocomplete: (person, asked) => autocomplete(realm, person, asked),
    pings: (message) => findKept(realm, message)?.pings,
    setBotAccess: (room, access) => setBotAccess(realm, room, access),
    setRoles(person, roles) {
      for (const guild of realm.guilds.values()) {
        const member = memberOf(realm, guild, userOf(person))
        if (member) setRoles(realm, guild, member, roles)
      }
    },
    acceptInvite: (person, code) => acceptInvite(realm, userOf(person), code),
    setDirectMessages(person, open) {
      if (open) realm.closedDms.delete(userOf(person))
      else realm.closedDms.add(userOf(person))
    },
  }
}

function newRealm(
  options: DiscordSandboxOptions,
  tell: Realm['tell'],
  told: (sent: SentUpdate) => void,
): Realm {
  const timers = machineClock(options.now)
  const clock: Clock = { now: timers.now, after: options.after ?? timers.after }
  const realm: Realm = {
    clock,
    ids: snowflakes(clock.now),
    community: options.community,
    app: foundApplication(),
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    commandCreates: new Map(),
    interactions: new Map(),
    sentInteractions: new Map(),
    modals: new Map(),
    nonces: new Map(),
    files: new Map(),
    invites: new Map(),
    closedDms: new Set(),
    origin: '',
    patience: options.patience ?? PATIENCE_MS,
    privilegedIntents: options.privilegedIntents ?? 0,
    http: new Agent({ connections: ENDPOINT_CONNECTIONS }),
    dispatch: () => {},
    tell,
    deliver: (sent) => {
      const sending = sendingOf(() => withoutToken(sent.payload), sent.id)
      told(sending)
      const give = () => {
        deliver(realm, sent)
        sending.delivered(sent.id)
      }
      way.pass({ queue: sent.id, give, again: give, struck: sending.struck })
    },
  }
  const way = createFaultLane('discord', clock, options.faults)
  foundGuilds(realm)
  return realm
}

/** An interaction's token answers it: nobody but the bot is to see it. */
const withoutToken = (payload: string): unknown =>
  JSON.parse(payload, (key, value: unknown) => (key === 'token' ? '…' : value))

/** Gateway and endpoint exclude each other: with an address set, no session sees an interaction. */
function deliver(realm: Realm, { guild, payload, token }: Parameters<Realm['deliver']>[0]): void {
  const url = realm.app.endpoint
  if (url !== undefined) void deliverByHttp(realm, url, realm.interactions.get(token), payload)
  else realm.dispatch({ name: 'INTERACTION_CREATE', intents: 0, json: payload, ...(guild ? { guild } : {}) })
}
