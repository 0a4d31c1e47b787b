/**
 * The pretend Telegram: a Bot API server on loopback for the bot, and a `SandboxPlatform` for the page. The
 * bot cannot tell it from api.telegram.org by what it may and may not do; people act through `act`.
 */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type Clock, machineClock, unixTime } from '../clock.js'
import type { Action, Community, Outcome, Person, SandboxEvent, SandboxPlatform } from '../contract.js'
import { createFaultLane } from '../fault-lane.js'
import type { Faults } from '../faults.js'
import type { SentUpdate } from '../sent.js'
import { createDispatcher, type Fault } from './calls.js'
import { commandsFor } from './commands.js'
import type { Connections } from './connections.js'
import { callFaults } from './faults.js'
import { createFileShelf, type StoredFile } from './files.js'
import { createApiServer, type Log } from './http.js'
import { createPace, type PaceLimits, TELEGRAM_PACE } from './pace.js'
import { act } from './people/acts.js'
import {
  migrate,
  type Promotion,
  promote,
  setBlocked,
  setBot,
  setDeactivated,
  setMuted,
  setTopicClosed,
} from './people/membership.js'
import { pressRaw, type RawPress } from './people/pressing.js'
import { chatOfRoom, historyOf, isInRoom, roomsOf } from './people/rooms.js'
import { editOwn, say } from './people/saying.js'
import { createPolling } from './polling.js'
import { createQueries } from './queries.js'
import { seedChats } from './seed.js'
import { restoreWorld, snapshotWorld } from './snapshot.js'
import { HISTORY_SHOWN, type Standing } from './state.js'
import { createUpdateQueue } from './updates.js'
import { createWebhook } from './webhook.js'
import { type ApiVersion, DEMO_BOT, DEMO_TOKEN, type World } from './world.js'

export interface TelegramSandboxOptions {
  community: Community
  /** Milliseconds since 1970. */
  now?: () => number
  /** Timers, if they are not to be the machine's; goes with `now`. */
  after?: Clock['after']
  log?: Log
  /** Version of the Bot API that is spoken. */
  apiVersion?: ApiVersion
  limits?: Partial<PaceLimits>
  /** How long a person's app waits for the answer to a press, milliseconds. */
  pressPatienceMs?: number
  /** How long the server takes the answer to a press, milliseconds. */
  answerableMs?: number
  token?: string
  /** 0 ≤ x < 1; spreads the repeats of a webhook. */
  random?: () => number
  /** What goes wrong, as the page has it. */
  faults?: Faults
  /** What goes wrong, as a test has it; asked before `faults`. */
  fault?: Fault
}

/** What tests and the storm may do beyond the page. Rooms and people are named as in `act`. */
export interface TelegramSandbox extends SandboxPlatform {
  /** Presses as a modified app could: forged data, messages that are gone, chats of others. */
  pressRaw(person: string, press: RawPress): Promise<Outcome>
  /** Delivers an update once more under the same id. False when it is no longer remembered. */
  replay(updateId: number): boolean
  /** Says something in the name of the group, as anonymous administrators do. */
  sayAnonymously(person: string, action: Extract<Action, { do: 'say' }>): Outcome
  editMessage(person: string, room: string, message: number, text: string): Outcome
  setBlocked(person: string, blocked: boolean): Outcome
  promote(person: string, room: string, promotion: Omit<Promotion, 'by'> & { by: string }): Outcome
  setBotStanding(by: string, room: string, standing: Standing, lacks?: string[]): Outcome
  /** The person's account is deleted, or there again. */
  setDeactivated(person: string, isDeactivated: boolean): void
  /** Only administrators of the group may write, or everybody again. */
  setMuted(room: string, isMuted: boolean): void
  setTopicClosed(room: string, thread: number, isClosed: boolean): void
  /** Turns a basic group into a supergroup; returns both chat ids. */
  migrate(room: string): { from: number; to: number }
  /** A picture the bot sent, for the page. */
  file(id: string): StoredFile | undefined
  /** Updates the bot has not taken yet. */
  pendingUpdates(): number
}

/** Milliseconds the person's app shows its spinner before it gives up. */
const PRESS_PATIENCE_MS = 15_000
/** See QueryTimes.answerableMs. */
const ANSWERABLE_MS = 30_000

export function createTelegramSandbox(options: TelegramSandboxOptions): TelegramSandbox {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const sentListeners = new Set<(sent: SentUpdate) => void>()
  const world = createWorld(options, listeners, sentListeners)
  const connections = connect(world, options)
  const server = createApiServer(world, connections.dispatcher, options.log ?? (() => undefined))
  let root = ''
  const who = (id: string): Person => world.community.person(id)

  return {
    name: 'telegram',
    get root() {
      return root
    },
    token: world.token,
    async listen(port = 0) {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async close() {
      connections.polling.close()
      connections.webhook.stop()
      world.queries.close()
      if (!server.listening) return
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
    rooms: (person) => roomsOf(world, who(person)),
    history(room, person, limit = HISTORY_SHOWN) {
      const chat = chatOfRoom(world, room)
      return chat && isInRoom(chat, who(person)) ? historyOf(world, chat, who(person), limit) : []
    },
    act: async (person, action) => act(world, person, action),
    commands(room, person) {
      const chat = chatOfRoom(world, room)
      return chat ? commandsFor(world, chat, who(person)) : []
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onSent(listener) {
      sentListeners.add(listener)
      return () => sentListeners.delete(listener)
    },
    snapshot: () => snapshotWorld(world, connections.webhook),
    restore: (snapshot) => restoreWorld(world, connections.webhook, snapshot),
    pressRaw: (person, press) => pressRaw(world, who(person), press),
    replay: (updateId) => world.updates.repeat(updateId),
    sayAnonymously: (person, action) => say(world, who(person), action, { anonymous: true }),
    editMessage: (person, room, message, text) => editOwn(world, who(person), room, message, text),
    setBlocked: (person, blocked) => setBlocked(world, who(person), blocked),
    promote: (person, room, promotion) =>
      promote(world, who(person), room, { ...promotion, by: who(promotion.by) }),
    setBotStanding: (by, room, standing, lacks) => setBot(world, who(by), room, standing, lacks),
    setDeactivated: (person, isDeactivated) => setDeactivated(world, who(person), isDeactivated),
    setMuted: (room, isMuted) => setMuted(world, room, isMuted),
    setTopicClosed: (room, thread, isClosed) => setTopicClosed(world, room, thread, isClosed),
    migrate: (room) => migrate(world, room),
    file: (id) => world.files.get(id),
    pendingUpdates: () => world.updates.size(),
  }
}

function createWorld(
  options: TelegramSandboxOptions,
  listeners: ReadonlySet<(event: SandboxEvent) => void>,
  sentListeners: ReadonlySet<(sent: SentUpdate) => void>,
): World {
  const machine = machineClock(options.now)
  const clock: Clock = { now: machine.now, after: options.after ?? machine.after }
  return {
    clock,
    community: options.community,
    bot: DEMO_BOT,
    token: options.token ?? DEMO_TOKEN,
    apiVersion: options.apiVersion ?? '10.3',
    chats: seedChats(options.community, unixTime(clock)),
    profile: { names: new Map(), descriptions: new Map(), shortDescriptions: new Map(), commands: new Map() },
    updates: createUpdateQueue(clock, {
      way: createFaultLane('telegram', clock, options.faults),
      bot: DEMO_BOT.id,
      sent(update) {
        for (const listener of sentListeners) listener(update)
      },
    }),
    queries: createQueries(clock, {
      patienceMs: options.pressPatienceMs ?? PRESS_PATIENCE_MS,
      answerableMs: options.answerableMs ?? ANSWERABLE_MS,
    }),
    pace: createPace(clock, { ...TELEGRAM_PACE, ...options.limits }),
    files: createFileShelf(),
    prompts: new Map(),
    counter: { message: 1 },
    tell(news) {
      if (listeners.size === 0) return
      const event = { platform: 'telegram' as const, at: clock.now(), ...news }
      for (const listener of listeners) listener(event)
    },
  }
}

function connect(world: World, options: TelegramSandboxOptions) {
  const { clock, updates } = world
  const polling = createPolling(clock, updates)
  const random = options.random ?? Math.random
  const webhook = createWebhook({
    clock,
    updates,
    random,
    execute: (method, args) => dispatcher.call(method, args),
  })
  const connections: Connections = { polling, webhook, nextSetWebhook: 0 }
  const dispatcher = createDispatcher(world, connections, faultOf(options, world))
  return { polling, webhook, dispatcher }
}

function faultOf({ fault, faults }: TelegramSandboxOptions, world: World): Fault | undefined {
  const switched = faults && callFaults(faults, world)
  if (!fault || !switched) return fault ?? switched
  return async (...call) => (await fault(...call)) ?? (await switched(...call))
}
